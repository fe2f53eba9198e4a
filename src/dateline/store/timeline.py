"""How events spread over time: bins of days, weeks, months or years."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from dateline.errors import UsageError
from dateline.store.catalogue import EPOCH, UNKNOWN, Catalogue
from dateline.store.tally import Column, Mask

UNITS = ("day", "week", "month", "year")
MOST_BINS = 120
"""Bins that a reader can tell apart; a longer time gets the next unit."""

LONGEST = 4000
"""Bins that are ever made."""


class Bin(NamedTuple):
    """``first`` is the first day; ``dated`` counts the events dated to days in the bin, ``vague``
    those of which it is only known that they may lie in it."""

    first: date
    dated: int
    vague: int


class Timeline(NamedTuple):
    """The bins without a gap between the first and the last; ``undated`` events are in none."""

    unit: str
    bins: list[Bin]
    undated: int


def timeline(catalogue: Catalogue, mask: Mask, unit: str | None = None) -> Timeline:
    """Return how the events of some rows spread; raises UsageError for an unknown unit."""
    if unit is not None and unit not in UNITS:
        raise UsageError(f"unit={unit}: choose one of {', '.join(UNITS)}")
    start, end = catalogue.number("start")[mask], catalogue.number("end")[mask]
    known = start != UNKNOWN
    start, end = start[known], end[known]
    undated = int((~known).sum())
    if not start.size:
        return Timeline(unit or "day", [], undated)
    chosen = unit or next((u for u in UNITS if _span(start, end, u) <= MOST_BINS), "year")
    while _span(start, end, chosen) > LONGEST:
        chosen = UNITS[UNITS.index(chosen) + 1]
    first, last = _bins(start, chosen), _bins(end, chosen)
    size = int(last.max() - first.min()) + 1
    offset = first.min()
    exact = first == last
    dated = np.bincount(first[exact] - offset, minlength=size)
    edges = np.zeros(size + 1, np.int64)
    np.add.at(edges, first[~exact] - offset, 1)
    np.add.at(edges, last[~exact] - offset + 1, -1)
    vague = np.cumsum(edges)[:size]
    bins = [
        Bin(_first_day(int(offset) + n, chosen), int(dated[n]), int(vague[n])) for n in range(size)
    ]
    return Timeline(chosen, bins, undated)


def _span(start: Column, end: Column, unit: str) -> int:
    edges = _bins(np.array([start.min(), end.max()]), unit)
    return int(edges[1] - edges[0]) + 1


def _bins(days: Column, unit: str) -> Column:
    """The number of the bin that each day lies in."""
    if unit == "day":
        return days
    if unit == "week":
        # 1970-01-01 was a Thursday; weeks begin on Monday.
        return np.asarray((days + 3) // 7)
    kind = {"month": "datetime64[M]", "year": "datetime64[Y]"}[unit]
    return days.astype("datetime64[D]").astype(kind).astype(np.int64)


def _first_day(number: int, unit: str) -> date:
    if unit == "day":
        return date.fromordinal(number + EPOCH)
    if unit == "week":
        return date.fromordinal(EPOCH) + timedelta(days=7 * number - 3)
    if unit == "month":
        return date(1970 + number // 12, number % 12 + 1, 1)
    return date(1970 + number, 1, 1)
