"""All events in columns for a browser: what it filters, draws and sorts by itself."""

from __future__ import annotations

import gzip
import secrets
from bisect import bisect_right
from collections.abc import Callable, Mapping
from itertools import islice, takewhile
from typing import Any

from pydantic_core import to_json

from dateline.events.contradictions import actor_words
from dateline.export.cells import latitude, longitude
from dateline.model import Actor, Event, Measure
from dateline.store.catalogue import day_number
from dateline.store.decisions import Decided

_STALE = 400
"""Changed rows after which the answer for new readers is made anew."""


def _toll(measure: Measure) -> Callable[[Decided], list[int | None] | None]:
    def value(decided: Decided) -> list[int | None] | None:
        for toll in decided.event.tolls:
            if toll.measure is measure and toll.who is None:
                return [toll.low, toll.best, toll.high]
        return None

    return value


def _actors(actors: tuple[Actor, ...]) -> list[tuple[str, str, str | None]]:
    return [(actor_words(actor), str(actor.kind), actor.country) for actor in actors]


def _holder(event: Event) -> str | None:
    return actor_words(event.control.to) if event.control and event.control.to else None


_PLAIN: Mapping[str, Callable[[Decided], Any]] = {
    "id": lambda d: d.event.id,
    "start": lambda d: day_number(d.event.date.start) if d.event.date else None,
    "end": lambda d: day_number(d.event.date.end) if d.event.date else None,
    "lat": lambda d: latitude(d.event),
    "lon": lambda d: longitude(d.event),
    "killed": _toll(Measure.KILLED),
    "injured": _toll(Measure.INJURED),
    "captured": _toll(Measure.CAPTURED),
    "displaced": _toll(Measure.DISPLACED),
    "sources": lambda d: d.event.sources,
    "claims": lambda d: len(d.event.claims),
    "reported_first": lambda d: day_number(d.event.first_reported),
    "reported_last": lambda d: day_number(d.event.last_reported),
    "background": lambda d: int(d.event.background),
    "civilians": lambda d: int(d.event.civilians_targeted),
}

_CODED: Mapping[str, Callable[[Decided], Any]] = {
    "type": lambda d: str(d.event.sub_event_type),
    "date_precision": lambda d: str(d.event.date.precision) if d.event.date else None,
    "place_precision": lambda d: str(d.event.place.precision) if d.event.place else None,
    "place": lambda d: d.event.place.canonical if d.event.place else None,
    "admin1": lambda d: d.event.place.admin1 if d.event.place else None,
    "country": lambda d: d.event.place.country if d.event.place else None,
    "status": lambda d: str(d.event.status),
    "certainty": lambda d: str(d.event.certainty),
    "review": lambda d: d.state,
    "assigned": lambda d: d.assigned,
    "holder": lambda d: _holder(d.event),
}

_LISTS: Mapping[str, Callable[[Decided], list[Any]]] = {
    "side_a": lambda d: _actors(d.event.side_a),
    "side_b": lambda d: _actors(d.event.side_b),
    "publishers": lambda d: list(d.event.publishers),
    "claimants": lambda d: list(d.event.attributed_to),
    "reviewers": lambda d: list(d.reviewers),
    "reports": lambda d: list(dict.fromkeys(report_id for report_id, _ in d.event.claims)),
    "contradictions": lambda d: list(dict.fromkeys(c.field for c in d.event.contradictions)),
    "flags": lambda d: list(d.flags),
}


class _Coded:
    """A column of numbers into the values that occur in it; values are only ever added."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self.index: list[Any] = []
        self._codes: dict[Any, int] = {}
        self._added_in: list[int] = []

    def code(self, value: Any, revision: int) -> int:
        """Return the number of a value; one not seen before is noted as added in ``revision``."""
        found = self._codes.get(value)
        if found is None:
            found = self._codes[value] = len(self.values)
            self.values.append(value)
            self._added_in.append(revision)
        return found

    def known(self, revision: int) -> int:
        """Return how many values there were as of a revision."""
        return bisect_right(self._added_in, revision)


class Index:
    """The columns of ``/api/index``; a row keeps its number as long as ``generation`` holds.

    ``revision`` is the last change of the store that is told in it.
    """

    def __init__(self, generation: str | None = None) -> None:
        self.generation = generation or secrets.token_hex(4)
        self.revision = 0
        self._plain: dict[str, list[Any]] = {name: [] for name in (*_PLAIN, "changed")}
        self._coded = {name: _Coded() for name in (*_CODED, *_LISTS)}
        self._count = 0
        self._changed_in: dict[int, int] = {}
        self._whole: tuple[int, bytes, bytes] | None = None

    def put(self, decided: Decided | None, row: int, revision: int, changed: int | None) -> None:
        """Set the cells of a row; None for an event that is gone.

        ``changed`` is when the event last changed, in seconds since 1970, None where it has not.
        """
        while self._count <= row:
            self._count += 1
            for column in self._plain.values():
                column.append(None)
            for coded in self._coded.values():
                coded.index.append(None)
        # The rows stand in the order in which they last changed.
        self._changed_in.pop(row, None)
        self._changed_in[row] = revision
        self._plain["changed"][row] = changed if decided else None
        for name, value in _PLAIN.items():
            self._plain[name][row] = value(decided) if decided else None
        for name, value in _CODED.items():
            coded, found = self._coded[name], value(decided) if decided else None
            coded.index[row] = None if found is None else coded.code(found, revision)
        for name, values in _LISTS.items():
            coded, all_found = self._coded[name], values(decided) if decided else None
            coded.index[row] = (
                None if all_found is None else [coded.code(v, revision) for v in all_found]
            )

    def whole(self) -> tuple[int, bytes, bytes]:
        """Return the revision of an answer for a new reader, the answer, and the same gzipped.

        The answer may be some changes behind; its reader asks for what came after it.
        """
        if self._whole is None or len(self._after(self._whole[0], _STALE + 1)) > _STALE:
            body = to_json(self.record())
            self._whole = (self.revision, body, gzip.compress(body, 2))
        return self._whole

    def since(self, revision: int, generation: str) -> bytes | None:
        """Return the rows that changed after a revision; None where everything is to be sent."""
        if generation != self.generation or revision > self.revision:
            return None
        return to_json(self.record(self._after(revision), revision))

    def _after(self, revision: int, most: int | None = None) -> list[int]:
        """The rows that changed after a revision, at most ``most`` of them."""
        newest = ((row, changed) for row, changed in reversed(self._changed_in.items()))
        fresh = takewhile(lambda one: one[1] > revision, newest)
        return sorted(row for row, _ in islice(fresh, most))

    def record(self, rows: list[int] | None = None, revision: int = 0) -> dict[str, Any]:
        """Return the columns as plain values, of all rows or of some.

        With some rows come the values that were added after ``revision``, and with which number
        (``first``) they begin.
        """

        def cells(column: list[Any]) -> list[Any]:
            return column if rows is None else [column[row] for row in rows]

        columns: dict[str, Any] = {name: cells(column) for name, column in self._plain.items()}
        for name, coded in self._coded.items():
            first = 0 if rows is None else coded.known(revision)
            added = {} if rows is None else {"first": first}
            columns[name] = added | {"values": coded.values[first:], "index": cells(coded.index)}
        out = {
            "generation": self.generation,
            "revision": self.revision,
            "count": self._count,
            "columns": columns,
        }
        return out if rows is None else out | {"rows": rows}
