"""Heads of state and government, and commanders, with the years of their rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.knowledge.actors import NamedActor
from dateline.knowledge.files import table
from dateline.knowledge.names import name_key

LEADERS = "leaders.csv"

_FOLLOWED = 6
"""Years after a ruler's fall in which reports still tell of forces loyal to him."""

_REGIONAL = re.compile(r"\b(?:president|presidents|head|heads) of (?!state|the\b)")


@dataclass(frozen=True, slots=True)
class Leader:
    """A head of state or government, or the commander of a named group.

    ``start`` and ``end`` are years, None where open; ``actor`` is the group, None for a ruler.
    """

    name: str
    country: str
    start: int
    end: int | None
    office: str = ""
    actor: NamedActor | None = None

    @property
    def rules_country(self) -> bool:
        """True for one person at the head of a country: no family name, no ruler of a region."""
        return " " in self.name and _REGIONAL.search(self.office) is None

    def in_power(self, on: date | None) -> bool:
        """Return whether the leader ruled on a day, or within the year after; true without one.

        A commander led the group that year.
        """
        grace = 0 if self.actor else 1
        return on is None or (
            self.start <= on.year and (self.end is None or on.year <= self.end + grace)
        )

    def is_remembered(self, on: date | None) -> bool:
        """Return whether a ruler who has fallen may still have followers in arms on a day."""
        return (
            self.actor is None
            and on is not None
            and self.end is not None
            and self.end < on.year <= self.end + _FOLLOWED
        )


@cache
def leaders() -> tuple[Leader, ...]:
    """Return the heads of state and government of the table."""
    return tuple(leader_of(row) for row in table(LEADERS))


def leaders_called(name: str) -> tuple[Leader, ...]:
    """Return the leaders that bear a name, in any usual spelling."""
    return _leaders_by_name().get(name_key(name), ())


def full_leader_names() -> Iterator[tuple[str, ...]]:
    """Yield the keys of the leaders' names that have more than one word, with titles or without."""
    for row in table(LEADERS):
        for name in (row["name"], *row["aliases"].split("|")):
            if " " in name and (key := name_key(name)):
                yield key


@cache
def _leaders_by_name() -> dict[tuple[str, ...], tuple[Leader, ...]]:
    found: dict[tuple[str, ...], tuple[Leader, ...]] = {}
    for row in table(LEADERS):
        for name in (row["name"], *row["aliases"].split("|")):
            if key := name_key(name):
                found[key] = (*found.get(key, ()), leader_of(row))
    return found


def leader_of(row: dict[str, str]) -> Leader:
    """Return the leader that a row of the table tells of."""
    return Leader(
        name=row["name"],
        country=row["country"],
        start=int(row["start"]),
        end=int(row["end"]) if row["end"] else None,
        office=row["office"],
    )
