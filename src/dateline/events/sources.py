"""Which claims of an event rest on one source: the same publisher, or nearly the same words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.events.reasons import near_identical
from dateline.events.telling import Telling
from dateline.events.words import fold
from dateline.model import ClaimRef

_SPLIT = re.compile(r"\s*[;|]\s*")
_COMPARED = 60
"""Quotations compared with each other for copies; an event told more often has sources enough."""


def publishers(told: Sequence[Telling]) -> tuple[str, ...]:
    """Return the names of the publishers, each once, in the order of the claims."""
    return tuple(dict.fromkeys(name for telling in told for name in _names(telling)))


def independent(told: Sequence[Telling]) -> dict[ClaimRef, int]:
    """Return for each claim the number of its source, counted from 0.

    Claims share a source where they share a publisher, or where their words are nearly the same:
    a wire story printed by ten papers is one source. A report without a publisher is a source
    of its own.
    """
    parent = list(range(len(told)))

    def root(row: int) -> int:
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = parent[row]
        return row

    first: dict[str, int] = {}
    for row, telling in enumerate(told):
        for name in _names(telling) or (f"\x1f{telling.report_id}",):
            other = first.setdefault(fold(name), row)
            parent[root(row)] = root(other)
    for row in range(min(len(told), _COMPARED)):
        for other in range(row):
            if root(row) != root(other) and near_identical(told[row].quote, told[other].quote):
                parent[root(row)] = root(other)
    numbers: dict[int, int] = {}
    return {
        telling.ref: numbers.setdefault(root(row), len(numbers)) for row, telling in enumerate(told)
    }


def _names(telling: Telling) -> tuple[str, ...]:
    if not telling.publisher:
        return ()
    return tuple(name for name in _SPLIT.split(telling.publisher) if name)
