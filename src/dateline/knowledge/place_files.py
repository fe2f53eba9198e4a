"""Files of places that a user brings: text, text in a zip, or a workbook, read within limits.

Nothing of a file is trusted: what a zip unpacks to is bounded before a byte of it is unpacked, a
line has a longest length, and every complaint names the file and the line.
"""

from __future__ import annotations

import csv
import hashlib
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from dateline.errors import KnowledgeError

LARGEST_BYTES = 4 << 30
"""Most bytes that a file may unpack to; the GeoNames dump of all countries has 1.7 GB."""

MOST_PACKED = 100
"""Most times its packed size that a file may unpack to; gazetteers reach 5, workbooks 20."""

LONGEST_LINE = 1 << 20
"""Most bytes of a line; the longest of GeoNames has about 20 kB."""

MOST_PROBLEMS = 20
"""Problems that are collected before an import is given up."""

_ASIDE = ("readme", "disclaimer", "iso-languagecodes", "licen")
"""Beginnings of the names of texts that come along in a zip and hold no places."""

Cells = dict[str, str]


@dataclass(slots=True)
class Problems:
    """What is wrong with a file, line by line; any of it undoes the import."""

    source: str
    found: list[str] = field(default_factory=list)

    def add(self, line: int, what: str, sheet: str = "") -> None:
        """Note a problem of a line, counted from 1; gives up at once where there are too many."""
        where = f"{self.source}:{sheet}:{line}" if sheet else f"{self.source}:{line}"
        self.found.append(f"{where}: {what}")
        if len(self.found) >= MOST_PROBLEMS:
            self.check(more=True)

    def check(self, *, more: bool = False) -> None:
        """Raise KnowledgeError with all problems where there are any."""
        if self.found:
            rest = ["and perhaps more; reading stopped there"] if more else []
            raise KnowledgeError("\n".join([*self.found, *rest, "nothing was imported"]))

    def point(
        self, line: int, lat: str | None, lon: str | None, sheet: str = ""
    ) -> tuple[float, float] | None:
        """Return a point in WGS 84 degrees from its cells, or note what is wrong and return None.

        Zero and zero together, the mark of a lost coordinate, are refused too.
        """
        try:
            north, east = float(lat or ""), float(lon or "")
        except ValueError:
            self.add(line, f"latitude {lat!r} and longitude {lon!r} are not two numbers", sheet)
            return None
        if not -90 <= north <= 90:
            self.add(line, f"latitude {lat} lies outside -90 to 90", sheet)
        elif not -180 <= east <= 180:
            self.add(line, f"longitude {lon} lies outside -180 to 180", sheet)
        elif north == 0 and east == 0:
            self.add(line, "latitude and longitude are both 0; leave such a place out", sheet)
        else:
            return north, east
        return None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a header: its columns as written, and its rows, each with its line.

    ``name`` is empty for a text file. ``rows`` begins anew each time it is called.
    """

    name: str
    columns: tuple[str, ...]
    rows: Callable[[], Iterator[tuple[int, Cells]]]


class PlaceFile:
    """A file of places. Raises KnowledgeError, naming the file, where it cannot be read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as stream:
                head = stream.read(4)
                stream.seek(0)
                self.sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise KnowledgeError(f"{path}: {error.strerror or error}") from None
        if not head:
            raise KnowledgeError(f"{path}: the file is empty; nothing was imported")
        self._member: str | None = None
        self.is_workbook = path.suffix.casefold() == ".xlsx"
        if head[:2] == b"PK":
            self._look_inside()
        elif self.is_workbook or path.suffix.casefold() == ".zip":
            raise self._broken()

    def _look_inside(self) -> None:
        """Bound what the archive unpacks to, and choose the text that holds the places."""
        try:
            with zipfile.ZipFile(self.path) as archive:
                members = archive.infolist()
        except (zipfile.BadZipFile, OSError):
            raise self._broken() from None
        total = sum(member.file_size for member in members)
        packed = max(1, self.path.stat().st_size)
        if total > LARGEST_BYTES or total > MOST_PACKED * packed + (1 << 20):
            raise KnowledgeError(
                f"{self.path}: it would unpack to {total:,} bytes, {total // packed:,} times its"
                " size; no gazetteer is packed like that; nothing was imported"
            )
        if any(member.filename == "xl/workbook.xml" for member in members):
            self.is_workbook = True
            return
        texts = [
            member
            for member in members
            if member.filename.casefold().endswith((".txt", ".csv", ".tsv"))
            and not Path(member.filename).name.casefold().startswith(_ASIDE)
        ]
        if not texts:
            raise KnowledgeError(
                f"{self.path}: the archive holds no .txt, .csv or .tsv file; nothing was imported"
            )
        self._member = max(texts, key=lambda member: member.file_size).filename

    @property
    def name(self) -> str:
        """The file, and the text inside it, for messages."""
        return f"{self.path}!{self._member}" if self._member else str(self.path)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield the lines of the text with their numbers, without their ends."""
        number = 0
        try:
            with closing(self._stream()) as stream:
                while raw := stream.readline(LONGEST_LINE):
                    number += 1
                    if len(raw) == LONGEST_LINE:
                        raise KnowledgeError(
                            f"{self.name}:{number}: the line is longer than {LONGEST_LINE:,}"
                            " bytes; this is no table of places; nothing was imported"
                        )
                    text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
                    if "\0" in text:
                        raise KnowledgeError(
                            f"{self.name}:{number}: there is a zero byte; this is no text;"
                            " nothing was imported"
                        )
                    yield number, text.rstrip("\r\n")
        except UnicodeDecodeError:
            raise KnowledgeError(
                f"{self.name}:{number}: not UTF-8; save the file as UTF-8; nothing was imported"
            ) from None
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError):
            raise self._broken() from None

    def sheets(self) -> list[Sheet]:
        """Return the tables of a workbook, or the one table of a text with a header."""
        if self.is_workbook:
            return self._workbook_sheets()
        first = next((text for _, text in self.lines() if text.strip()), "")
        mark = max("\t", ",", ";", key=first.count)
        columns = tuple(cell.strip() for cell in next(csv.reader([first], delimiter=mark), []))

        def rows() -> Iterator[tuple[int, Cells]]:
            numbered = self.lines()
            # NGA and GeoNames quote nothing; a tab-separated file may hold stray quotation marks.
            plain = mark == "\t"
            texts = (text + "\n" for _, text in numbered)
            reader = csv.reader(
                texts, delimiter=mark, quoting=csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL
            )
            headed = False
            try:
                for cells in reader:
                    if not any(cell.strip() for cell in cells):
                        continue
                    if not headed:
                        headed = True
                        continue
                    if len(cells) != len(columns):
                        raise KnowledgeError(
                            f"{self.name}:{reader.line_num}: {len(cells)} columns, where the header"
                            f" has {len(columns)}; is the file cut off? nothing was imported"
                        )
                    values = (cell.strip() for cell in cells)
                    yield reader.line_num, dict(zip(columns, values, strict=True))
            except csv.Error as error:
                raise KnowledgeError(
                    f"{self.name}:{reader.line_num}: {error}; nothing was imported"
                ) from None

        return [Sheet("", columns, rows)]

    def _workbook_sheets(self) -> list[Sheet]:
        try:
            book = load_workbook(self.path, read_only=True, data_only=True)
        except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError, EOFError):
            raise self._broken() from None
        out = []
        for sheet in book.worksheets:
            # Cells are read once; a workbook that is walked twice is parsed twice.
            try:
                lines = [
                    (number, tuple("" if value is None else str(value).strip() for value in cells))
                    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1)
                ]
            except (zipfile.BadZipFile, SyntaxError, ValueError, KeyError, EOFError):
                raise self._broken() from None
            lines = [(number, cells) for number, cells in lines if any(cells)]
            if lines:
                out.append(_sheet(sheet.title, lines))
        book.close()
        return out

    def _stream(self) -> IO[bytes]:
        if self._member is None:
            return self.path.open("rb")
        with zipfile.ZipFile(self.path) as archive:
            return archive.open(self._member)  # stays open until it is closed itself

    def _broken(self) -> KnowledgeError:
        return KnowledgeError(
            f"{self.path}: not a whole file of its kind, as after a broken download; get it again;"
            " nothing was imported"
        )


def _sheet(title: str, lines: list[tuple[int, tuple[str, ...]]]) -> Sheet:
    columns = lines[0][1]

    def rows() -> Iterator[tuple[int, Cells]]:
        for number, cells in lines[1:]:
            yield number, dict(zip(columns, cells, strict=False))

    return Sheet(title, columns, rows)
