"""Claims as a tidy CSV table: one row a claim, one fixed set of columns."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from typing import TextIO

from dateline.model import CodedReport, Report
from dateline.output.row import Cell, columns, row

FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What makes a spreadsheet run a cell as a formula (OWASP, CSV injection)."""


def write(coded: Iterable[tuple[Report, CodedReport]], stream: TextIO) -> None:
    """Write a header and one row a claim to ``stream``, in order, as it comes.

    Reports without claims write no row. Line breaks and other control characters become a space,
    so that a row is a line. Text that a spreadsheet would run as a formula is led by an
    apostrophe. Truth values are ``true`` and ``false``; unknown is an empty cell.
    """
    table = csv.writer(stream, lineterminator="\n")
    table.writerow(columns())
    for report, result in coded:
        for claim in result.claims:
            table.writerow([_cell(value) for value in row(report, claim).values()])


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    line = re.sub(r"[\x00-\x1f\x7f]+", " ", value).strip()
    return f"'{line}" if line.startswith(FORMULA_STARTS) else line
