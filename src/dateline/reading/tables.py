"""CSV: a header row that names the fields of a report, then a row a report."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from dateline.errors import ReportError
from dateline.reading.record import REQUIRED, Reading, Terms, to_reading

DELIMITERS = ",;\t"
"""What may stand between cells; the header row shows which it is."""

_BAD_BYTE = re.compile("[\udc80-\udcff]")
"""How Python keeps a byte that is not UTF-8 (PEP 383)."""


def read_csv(stream: BinaryIO, source: str, terms: Terms) -> Iterator[Reading | ReportError]:
    """Yield each row's report, or what is wrong with the row; empty cells are as if not there.

    Line breaks inside quoted cells are kept as they are.
    """
    csv.field_size_limit(max(csv.field_size_limit(), terms.max_characters))
    lines = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        first = lines.readline()
        header = next(csv.reader([first], delimiter=_delimiter(first)), [])
        names = [name.strip().lower() for name in header]
        missing = [name for name in REQUIRED if name not in names]
        if missing:
            words = " and ".join(repr(name) for name in missing)
            yield ReportError(
                f"no column {words}: the first row names the columns, at least id and text",
                source=source,
                line=1,
            )
            return
        rows = csv.reader(lines, delimiter=_delimiter(first), strict=True)
        while True:
            line = rows.line_num + 2
            try:
                cells = next(rows)
                if cells:
                    yield _reading(cells, names, source, line, terms)
            except StopIteration:
                return
            except csv.Error as error:
                yield ReportError(
                    f"not CSV: {error}; a cell with quotation marks or line breaks stands in "
                    'quotation marks, and those inside it are doubled ("")',
                    source=source,
                    line=line,
                )
            except ReportError as error:
                yield error
    finally:
        lines.detach()


def _reading(cells: list[str], names: list[str], source: str, line: int, terms: Terms) -> Reading:
    if len(cells) != len(names):
        raise ReportError(
            f"{len(cells)} cells under {len(names)} column names: a cell with the delimiter in it "
            "stands in quotation marks",
            source=source,
            line=line,
        )
    record = {name: cell for name, cell in zip(names, cells, strict=True) if cell}
    for name, cell in record.items():
        if bad := _BAD_BYTE.search(cell):
            at = len(cell[: bad.start()].encode("utf-8", "surrogateescape"))
            raise ReportError(
                f"not UTF-8 at byte {at} of {name!r} (0x{ord(bad[0]) - 0xDC00:02x}): "
                "save the file as UTF-8, or convert it with iconv -t UTF-8",
                source=source,
                line=line,
            )
    return to_reading(record, terms, source=source, line=line)


def _delimiter(header: str) -> str:
    return max(DELIMITERS, key=header.count)
