"""Reading many rows without holding them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row
from sqlalchemy.sql import Select

_CHUNK = 500
"""Values of one ``in`` list; both databases take more, and plan worse."""


def stream(connection: Connection, query: Select[Any]) -> Iterator[Row[Any]]:
    """Yield rows, read a thousand at a time instead of all at once.

    Who has read enough may stop; the database's cursor is closed then, too.
    """
    with connection.execute(query.execution_options(yield_per=1000)) as rows:
        yield from rows


def chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield some values at a time, few enough for one ``in`` list."""
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
