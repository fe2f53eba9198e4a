"""Flat tables from column maps: acled, ged and our own, as CSV or as columns."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TextIO

from dateline.errors import KnowledgeError
from dateline.export.cells import CELLS, Cell, Line
from dateline.export.dataset import Dataset
from dateline.knowledge.files import settings
from dateline.model import Event, Status
from dateline.store.decisions import Decided

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet run a cell as a formula (OWASP, CSV injection)."""

TYPES = ("text", "integer", "number", "boolean")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the value it shows ("" for none), its type and its HXL tag."""

    name: str
    value: str
    type: str
    hxl: str


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """The columns of a format, and the sub-event types that it does not code.

    ``happened``: whether the format is for what has happened alone, and not for plans.
    """

    columns: tuple[Column, ...]
    leave_out: frozenset[str]
    happened: bool

    @property
    def names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]

    def holds(self, event: Event) -> bool:
        """Return whether the format has a place for the event: its type, and for plans."""
        planned = event.status is Status.PLANNED
        return event.sub_event_type not in self.leave_out and not (planned and self.happened)


@cache
def column_map(name: str) -> ColumnMap:
    """Return the map ``data/exports/<name>.toml``; raises KnowledgeError where it is unusable."""
    data = settings(f"exports/{name}.toml")
    columns = []
    for row in data["column"]:
        column = Column(row["name"], row.get("value", ""), row["type"], row.get("hxl", ""))
        if column.value and column.value not in CELLS:
            raise KnowledgeError(f"data/exports/{name}.toml: no value {column.value!r}")
        if column.type not in TYPES:
            raise KnowledgeError(f"data/exports/{name}.toml: no type {column.type!r}")
        columns.append(column)
    return ColumnMap(tuple(columns), frozenset(data["leave_out"]), data["happened"])


def rows(
    columns: ColumnMap, dataset: Dataset, options: Mapping[str, Any]
) -> Iterator[dict[str, Cell]]:
    """Yield one row an event, in the order of the dataset."""
    for decided in dataset.events:
        yield row(columns, decided, dataset, options)


def row(
    columns: ColumnMap, decided: Decided, dataset: Dataset, options: Mapping[str, Any]
) -> dict[str, Cell]:
    """Return one event as a row; a column without a value is None."""
    line = Line(decided, dataset, options)
    return {
        column.name: CELLS[column.value](line) if column.value else None
        for column in columns.columns
    }


def write_csv(
    columns: ColumnMap, table: Iterable[Mapping[str, Cell]], stream: TextIO, *, hxl: bool = False
) -> int:
    """Write a header, an HXL row where asked for, and the rows; return how many rows."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns.names)
    if hxl:
        writer.writerow([column.hxl for column in columns.columns])
    count = 0
    for record in table:
        writer.writerow([cell_text(record[name]) for name in columns.names])
        count += 1
    return count


def cell_text(value: Cell) -> str:
    """Return a cell as CSV text: one line, and never a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    line = re.sub(r"[\x00-\x1f\x7f]+", " ", value).strip()
    return f"'{line}" if line.startswith(FORMULA_STARTS) else line
