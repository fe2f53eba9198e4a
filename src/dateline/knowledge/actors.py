"""Named actors: armed groups, coalitions, missions and forces, and what reports call them.

The facts are ``data/actors.csv``. One actor has one name at one date: where groups share an alias
or follow each other, the date and the country decide which is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.errors import KnowledgeError
from dateline.knowledge.files import table, values_of
from dateline.knowledge.names import name_key
from dateline.model import ActorKind

ACTORS = "actors.csv"

PROPER = re.compile(r"\b[A-Z][\w'-]+(?: (?:al-)?[A-Z][\w'-]+){0,3}")
"""A run of capitalised words, which may be the name of a group or a person."""


@dataclass(frozen=True, slots=True)
class NamedActor:
    """One row of the actor table.

    ``countries`` are the ISO alpha-2 codes of where it acts, ``home`` the code of its own country
    or None where it has none; ``start`` and ``end`` are years, None where open. ``parent`` is
    "part-of:ID" or "successor-of:ID" or None. ``acled_name`` and ``ucdp_name`` are the names in
    the shape of those projects.
    """

    id: str
    name: str
    kind: ActorKind
    countries: tuple[str, ...]
    home: str | None
    start: int | None
    end: int | None
    aliases: tuple[str, ...]
    parent: str | None
    acled_name: str
    ucdp_name: str
    source: str

    def distance(self, on: date | None) -> int:
        """Return how many years ``on`` lies outside the actor's years; 0 inside or without."""
        if on is None:
            return 0
        before = self.start - on.year if self.start is not None else 0
        after = on.year - self.end if self.end is not None else 0
        return max(0, before, after)


class ActorTable:
    """The named actors, found by any of their names in any usual spelling."""

    def __init__(self, rows: Iterable[NamedActor]) -> None:
        self.rows = tuple(rows)
        by_key: dict[tuple[str, ...], list[NamedActor]] = {}
        for row in self.rows:
            for key in dict.fromkeys(name_key(name) for name in (row.name, *row.aliases)):
                if key:
                    by_key.setdefault(key, []).append(row)
        self._external: dict[str, tuple[NamedActor, ...]] = {}
        self._rebels: dict[tuple[str, int | None], int] = {}
        self._by_key = {key: tuple(rows) for key, rows in by_key.items()}

    @property
    def keys(self) -> Mapping[tuple[str, ...], tuple[NamedActor, ...]]:
        """Every name key with the actors that bear it."""
        return self._by_key

    def find(
        self, name: str, on: date | None = None, country: str | None = None
    ) -> NamedActor | None:
        """Return the actor that a name means on a day and in a country, or None."""
        rows = self._by_key.get(name_key(name))
        return choose(rows, on, country) if rows else None

    def sole(self, word: str, fits: Callable[[NamedActor], bool]) -> NamedActor | None:
        """Return the one external force with ``word`` among its names that fits, or None."""
        key = name_key(word)[0]
        if key not in self._external:
            self._external[key] = tuple(
                row
                for row in self.rows
                if row.kind is ActorKind.EXTERNAL_FORCES
                and any(key in name_key(name) for name in (row.name, *row.aliases))
            )
        found = [row for row in self._external[key] if fits(row)]
        return found[0] if len(found) == 1 else None

    def rebels(self, country: str, on: date | None) -> int:
        """Return how many groups of rebels are at home in a country on a day."""
        key = country, on.year if on else None
        if key not in self._rebels:
            self._rebels[key] = sum(
                row.kind is ActorKind.REBEL and row.home == country and row.distance(on) == 0
                for row in self.rows
            )
        return self._rebels[key]

    def by_id(self, identifier: str) -> NamedActor | None:
        """Return the actor with that id, or None."""
        return next((row for row in self.rows if row.id == identifier), None)


def named_in(text: str, table: ActorTable, on: date | None) -> Iterator[NamedActor]:
    """Yield the actors that runs of capitalised words name, those of their years, in text order."""
    for phrase in PROPER.findall(text):
        row = table.find(phrase, on)
        if row is not None and row.distance(on) == 0:
            yield row


def choose(
    rows: Sequence[NamedActor],
    on: date | None,
    country: str | None,
    countries: frozenset[str] = frozenset(),
) -> NamedActor:
    """Return which of several actors of one name is meant: where it acts, then when, then first.

    ``countries`` are further countries that the report speaks of.
    """

    def cost(row: NamedActor) -> tuple[int, int, int]:
        home = (row.home, *row.countries)
        if country in home:
            elsewhere = 0
        elif not row.countries or country is None:
            elsewhere = 1
        else:
            elsewhere = 2 if countries.isdisjoint(home) else 1
        years = row.distance(on)
        return (years > 0) + (elsewhere == 2), elsewhere, years

    return min(rows, key=cost)


@cache
def actor_table() -> ActorTable:
    """Return the table of named actors that the package ships.

    Raises KnowledgeError where a row has an unknown kind or a year that is no number.
    """
    return ActorTable(_row(row) for row in table(ACTORS))


def _row(row: Mapping[str, str]) -> NamedActor:
    try:
        kind = ActorKind(row["kind"])
        start, end = (int(row[key]) if row[key] else None for key in ("start", "end"))
    except ValueError as error:
        raise KnowledgeError(f"data/{ACTORS}: {row['id']}: {error}; correct the row") from None
    return NamedActor(
        id=row["id"],
        name=row["name"],
        kind=kind,
        countries=values_of(row["countries"]),
        home=row["home"] or None,
        start=start,
        end=end,
        aliases=values_of(row["aliases"]),
        parent=row["parent"] or None,
        acled_name=row["acled_name"] or row["name"],
        ucdp_name=row["ucdp_name"] or row["name"],
        source=row["source"],
    )
