"""All events of a store in columns, for finding and counting them at once.

Finding among 50,000 events and counting every facet takes some milliseconds. A catalogue follows
the store's log of changes, so that a decision costs one row and not a new reading of everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

import numpy as np
from sqlalchemy import Connection

from dateline.errors import UsageError
from dateline.events.contradictions import actor_words
from dateline.knowledge.ontology import ontology
from dateline.model import Actor, Event, Measure
from dateline.store import event_records, log, records, search
from dateline.store.decisions import REJECTED, Decided, decided_events
from dateline.store.instants import seconds
from dateline.store.query import ANY, NONE, Query
from dateline.store.tally import Column, Facet, Mask, Tally

UNKNOWN = np.iinfo(np.int64).min
_ORDER_NUMBERS = {
    "date": "start",
    "reported": "reported_last",
    "killed": "killed",
    "sources": "sources",
    "changed": "changed",
}
_ORDER_WORDS = {"place": "place", "type": "type", "certainty": "certainty"}
ORDERS = (*_ORDER_NUMBERS, *_ORDER_WORDS)

_BATCH = 2000

_KEPT = 100
"""Searches for words whose rows are kept."""

EPOCH = date(1970, 1, 1).toordinal()


def day_number(day: date | None) -> int | None:
    """Return a day as days since 1970-01-01."""
    return None if day is None else day.toordinal() - EPOCH


def _sides(event: Event) -> tuple[Actor, ...]:
    return (*event.side_a, *event.side_b)


def _words(actors: Iterable[Actor]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(actor_words, actors)))


def _precision(event: Event) -> str:
    return str(event.place.precision) if event.place else NONE


def _place(value: Callable[[Any], str | None]) -> Callable[[Decided], tuple[str, ...]]:
    def values(decided: Decided) -> tuple[str, ...]:
        place = decided.event.place
        found = value(place) if place else None
        return (found,) if found else ()

    return values


FACETS: Mapping[str, Callable[[Decided], tuple[str, ...]]] = {
    "event_type": lambda d: (ontology().parents[d.event.sub_event_type],),
    "type": lambda d: (str(d.event.sub_event_type),),
    "actor": lambda d: _words(_sides(d.event)),
    "side_a": lambda d: _words(d.event.side_a),
    "side_b": lambda d: _words(d.event.side_b),
    "kind": lambda d: tuple(dict.fromkeys(str(actor.kind) for actor in _sides(d.event))),
    "country": _place(lambda place: place.country),
    "admin1": _place(lambda place: place.admin1),
    "place": _place(lambda place: place.canonical),
    "publisher": lambda d: d.event.publishers,
    "claimant": lambda d: d.event.attributed_to,
    "status": lambda d: (str(d.event.status),),
    "certainty": lambda d: (str(d.event.certainty),),
    "precision": lambda d: (_precision(d.event),),
    "date_precision": lambda d: (str(d.event.date.precision) if d.event.date else NONE,),
    "review": lambda d: (d.state,),
    "reviewer": lambda d: d.reviewers,
    "assigned": lambda d: (d.assigned or NONE,),
    "contradiction": lambda d: tuple(dict.fromkeys(c.field for c in d.event.contradictions)),
    "flag": lambda d: d.flags,
    "background": lambda d: ("yes" if d.event.background else "no",),
    "report": lambda d: tuple(dict.fromkeys(report_id for report_id, _ in d.event.claims)),
}
"""The values that an event has of everything it can be found by."""

_ALSO: Mapping[str, Callable[[Decided], tuple[str, ...]]] = {
    "actor": lambda d: tuple(
        dict.fromkeys(w for actor in _sides(d.event) for w in (actor.mention, str(actor.kind)))
    ),
    "place": lambda d: (
        tuple(name for name in (d.event.place.name, d.event.place.admin1) if name)
        if d.event.place
        else ()
    ),
}
"""Other words by which an event is found, but not counted."""

COUNTED = tuple(name for name in FACETS if name not in ("report", "side_a", "side_b"))
"""The facets that are counted for a reader."""

_NUMBERS: Mapping[str, Callable[[Decided], int | float | None]] = {
    "start": lambda d: day_number(d.event.date.start) if d.event.date else None,
    "end": lambda d: day_number(d.event.date.end) if d.event.date else None,
    "reported_first": lambda d: day_number(d.event.first_reported),
    "reported_last": lambda d: day_number(d.event.last_reported),
    "claims": lambda d: len(d.event.claims),
    "sources": lambda d: d.event.sources,
    "killed": lambda d: next(
        (t.best or t.low or 0 for t in d.event.tolls if t.measure is Measure.KILLED and not t.who),
        None,
    ),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """What a query found: a row is true where the event is wanted.

    ``without`` holds, for each parameter that the query uses, what would be found without it.
    """

    query: Query
    mask: Mask
    without: Mapping[str, Mask]

    def for_facet(self, name: str) -> Mask:
        """Return the rows among which the values of a facet are counted."""
        return self.without.get(name, self.mask)


class Catalogue:
    """The events of a store as rows; a row belongs to one event for as long as this lives.

    ``revision`` is the number of the last change of the store that is in it.
    """

    def __init__(self) -> None:
        self.ids: list[str | None] = []
        self.rows: dict[str, int] = {}
        self.revision = 0
        self._facets = {name: Tally() for name in FACETS}
        self._also = {name: Tally() for name in _ALSO}
        self._numbers: dict[str, Column] = {
            name: np.zeros(0, np.int64) for name in (*_NUMBERS, "changed")
        }
        self._points: Column = np.zeros((0, 2), np.float64)
        self._live: Mask = np.zeros(0, np.bool_)
        self._said: tuple[tuple[str, str, int], dict[str, Mask]] = (("", "", 0), {})

    def __len__(self) -> int:
        return len(self.ids)

    def number(self, name: str) -> Column:
        """Return a column of whole numbers, ``UNKNOWN`` where nothing is known."""
        return self._numbers[name]

    def load(
        self, connection: Connection, also: Callable[[Decided, int], None] | None = None
    ) -> None:
        """Read all events of a store; ``also`` is told of each, and of its row."""
        self.revision = log.last_change(connection)
        changed = log.last_changes(connection)
        source = decided_events(connection)
        while batch := list(islice(source, _BATCH)):
            self._put(batch, changed)
            for decided in batch if also else ():
                also(decided, self.rows[decided.event.id])  # type: ignore[misc]

    def refresh(
        self, connection: Connection, also: Callable[[Decided | None, int], None] | None = None
    ) -> None:
        """Read what changed since the last reading.

        ``also`` is told of each event that is new or changed, and of its row; of a row whose
        event is gone it is told None.
        """
        latest = log.last_change(connection)
        if latest == self.revision:
            return
        changed = log.last_changes(connection, self.revision)
        found = list(decided_events(connection, changed.keys()))
        there = {decided.event.id for decided in found}
        gone = [self.rows[name] for name in changed if name not in there and name in self.rows]
        self._drop(gone)
        self._put(found, changed)
        self.revision = latest
        if also:
            for row in gone:
                also(None, row)
            for decided in found:
                also(decided, self.rows[decided.event.id])

    def select(self, connection: Connection, query: Query) -> Selection:
        """Return the events that a query asks for."""
        size = len(self)
        live = self._live
        parts: dict[str, Mask] = {}
        for name, wanted in query.chosen.items():
            parts[name] = self._chosen(connection, name, wanted)
        if "review" not in query.chosen and "id" not in query.chosen:
            parts["review"] = ~self._facets["review"].mask([REJECTED], size)
        if query.background != "yes" and "id" not in query.chosen:
            parts["background"] = self._facets["background"].mask(
                ["yes" if query.background == "only" else "no"], size
            )
        if query.since or query.until:
            parts["days"] = self._between("start", "end", query.since, query.until)
        if query.reported_since or query.reported_until:
            first, last = query.reported_since, query.reported_until
            parts["reported"] = self._between("reported_first", "reported_last", first, last)
        if query.changed_since is not None:
            parts["changed"] = self.number("changed") >= query.changed_since
        if query.text:
            parts["text"] = self._saying(connection, query.text)
        if query.bbox:
            parts["bbox"] = self._inside(*query.bbox)
        return Selection(query, _all(live, parts.values()), _without(live, parts))

    def facet(self, name: str, mask: Mask, most: int | None = None) -> Facet:
        """Return the values that some rows have of a facet, at most ``most`` of them."""
        tally = self._facets[name]
        counts = tally.counts(mask)
        order = np.argsort(-counts, kind="stable")[: int((counts > 0).sum())]
        shown = order if most is None else order[:most]
        values = [(tally.values[code], int(counts[code])) for code in shown]
        return Facet(values, len(order) - len(shown))

    def distinct(self, name: str, mask: Mask) -> int:
        """Return how many values of a facet some rows have."""
        return int((self._facets[name].counts(mask) > 0).sum())

    def having(self, name: str, value: str) -> Mask:
        """Return the rows that have a value of a facet."""
        return self._facets[name].mask([value], len(self))

    def having_any(self, name: str) -> Mask:
        """Return the rows that have any value of a facet."""
        return self._facets[name].any(len(self))

    def named(self, mask: Mask) -> list[str]:
        """Return the ids of the rows of a mask, in the order of the rows."""
        return self.ids_of(np.flatnonzero(mask))

    def ids_of(self, rows: Column) -> list[str]:
        """Return the ids of some rows, in the order given."""
        return [name for row in rows.tolist() if (name := self.ids[row])]

    def ordered(self, mask: Mask, by: str) -> Column:
        """Return some rows in an order of ``ORDERS``; ``-`` in front turns it round.

        Events of which the value is unknown come last either way. Raises UsageError.
        """
        name, down = by.removeprefix("-"), by.startswith("-")
        rows = np.flatnonzero(mask)
        if name in _ORDER_NUMBERS:
            keys = self.number(_ORDER_NUMBERS[name])[rows]
            known = keys != UNKNOWN
        elif name in _ORDER_WORDS:
            keys, known = self._facets[_ORDER_WORDS[name]].ranks(rows, len(self))
        else:
            raise UsageError(f"sort={by}: choose one of {', '.join(ORDERS)}")
        order = np.argsort(-keys if down else keys, kind="stable")
        order = np.concatenate([order[known[order]], order[~known[order]]])
        return np.asarray(rows[order])

    def _chosen(self, connection: Connection, name: str, wanted: Sequence[str]) -> Mask:
        size = len(self)
        if name == "id":
            heirs = (event_records.heir(connection, w) for w in wanted if w not in self.rows)
            return self._named([*wanted, *(heir for heir in heirs if heir)])
        tally = self._facets[name]
        if ANY in wanted and name in ("contradiction", "flag"):
            return tally.any(size)
        found = tally.mask(wanted, size)
        if name in self._also:
            found |= self._also[name].mask(wanted, size)
        return found

    def _named(self, ids: Iterable[str]) -> Mask:
        out = np.zeros(len(self), np.bool_)
        rows = [row for row in map(self.rows.get, ids) if row is not None]
        out[np.array(rows, np.int64)] = True
        return out

    def state(self, connection: Connection) -> tuple[int, str]:
        """Return what tells one state of the store from another, also where only words differ."""
        return self.revision, records.setting(connection, "changes", "0")

    def _saying(self, connection: Connection, asked: str) -> Mask:
        """The rows with a claim that contains some words, kept while claims stay what they are.

        Most decisions change neither a claim's words nor its event.
        """
        claims = records.setting(connection, "changes", "0")
        state = claims, records.setting(connection, "linked", ""), len(self)
        if self._said[0] != state:
            self._said = state, {}
        kept = self._said[1]
        if asked not in kept:
            if len(kept) >= _KEPT:
                del kept[next(iter(kept))]
            kept[asked] = self._named(search.events_saying(connection, asked))
        return kept[asked]

    def _between(self, first: str, last: str, since: date | None, until: date | None) -> Mask:
        out = self.number(first) != UNKNOWN
        if since:
            out &= self.number(last) >= (day_number(since) or 0)
        if until:
            out &= self.number(first) <= (day_number(until) or 0)
        return np.asarray(out)

    def _inside(self, west: float, south: float, east: float, north: float) -> Mask:
        lat, lon = self._points[:, 0], self._points[:, 1]
        across = (lon >= west) & (lon <= east) if west <= east else (lon >= west) | (lon <= east)
        return np.asarray((lat >= south) & (lat <= north) & across)

    def _put(self, events: Sequence[Decided], changed: Mapping[str, str]) -> None:
        rows = {self._row(decided.event.id): decided for decided in events}
        self._grow()
        self._live[list(rows)] = True
        for facet, tally in self._facets.items():
            tally.set({row: FACETS[facet](decided) for row, decided in rows.items()})
        for facet, tally in self._also.items():
            tally.set({row: _ALSO[facet](decided) for row, decided in rows.items()})
        for row, decided in rows.items():
            for name, value in _NUMBERS.items():
                found = value(decided)
                self._numbers[name][row] = UNKNOWN if found is None else int(found)
            at = changed.get(decided.event.id)
            self._numbers["changed"][row] = seconds(at) if at else UNKNOWN
            place = decided.event.place
            point = (place.lat, place.lon) if place else (None, None)
            self._points[row] = [np.nan if edge is None else edge for edge in point]

    def _drop(self, rows: Sequence[int]) -> None:
        for row in rows:
            name = self.ids[row]
            if name is not None:
                del self.rows[name]
            self.ids[row] = None
        self._live[list(rows)] = False
        for tally in (*self._facets.values(), *self._also.values()):
            tally.set(dict.fromkeys(rows, ()))

    def _row(self, name: str) -> int:
        row = self.rows.get(name)
        if row is None:
            row = self.rows[name] = len(self.ids)
            self.ids.append(name)
        return row

    def _grow(self) -> None:
        more = len(self.ids) - len(self._points)
        if more <= 0:
            return
        for name, column in self._numbers.items():
            self._numbers[name] = np.concatenate([column, np.full(more, UNKNOWN, np.int64)])
        self._points = np.concatenate([self._points, np.full((more, 2), np.nan)])
        self._live = np.concatenate([self._live, np.zeros(more, np.bool_)])


def _all(live: Mask, parts: Iterable[Mask]) -> Mask:
    out = live.copy()
    for part in parts:
        out &= part
    return out


def _without(live: Mask, parts: Mapping[str, Mask]) -> dict[str, Mask]:
    return {
        name: _all(live, [part for other, part in parts.items() if other != name]) for name in parts
    }
