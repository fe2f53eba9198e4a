"""What is exported: events with what was decided on them, their claims, reports, provenance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from dateline import __version__
from dateline.events.contradictions import actor_words
from dateline.events.merge import POLICY
from dateline.events.telling import Telling
from dateline.events.words import fold
from dateline.model import ClaimRef, Event, Report
from dateline.store import records
from dateline.store.decisions import ACCEPTED, REJECTED, Decided, decided_events

DISCLAIMER = (
    "Records what reports claim, not what is true. Counts are reported numbers; where none is "
    "given, none was reported. Not for operational or targeting use."
)
UNREVIEWED = "machine-coded, unreviewed"
PARTLY = "machine-coded, partly reviewed"
REVIEWED = "machine-coded, every event accepted by a reviewer"


@dataclass(frozen=True, slots=True)
class Query:
    """Which events are wanted; None or an empty value asks for all. Days are inclusive."""

    since: date | None = None
    until: date | None = None
    country: str | None = None
    place: str | None = None
    actor: str | None = None
    sub_event_type: str | None = None
    background: bool = False
    rejected: bool = False

    def words(self) -> str:
        """Return the query as one line."""
        asked = {name: getattr(self, name) for name in self.__dataclass_fields__}
        given = [f"{name}={value}" for name, value in asked.items() if value not in (None, False)]
        return ", ".join(given) or "all events"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a file comes from and how far it may be trusted; travels with every export."""

    program: str
    coders: tuple[str, ...]
    query: str
    merging: str
    policy: str
    made: str
    events: int
    claims: int
    reports: int
    review: str
    licence: str
    disclaimer: str

    def record(self) -> dict[str, Any]:
        """Return the provenance as plain values for JSON."""
        out = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return {**out, "coders": list(self.coders)}

    def lines(self) -> list[str]:
        """Return the provenance as "name: value" lines."""
        flat = self.record() | {"coders": ", ".join(self.coders)}
        return [f"{name}: {value}" for name, value in flat.items()]


@dataclass(frozen=True, slots=True)
class Dataset:
    """Events in the order of their days, with the claims and reports behind them.

    ``reports`` hold no text where the publication policy keeps it back.
    """

    events: tuple[Decided, ...]
    tellings: Mapping[ClaimRef, Telling]
    reports: Mapping[str, Report]
    provenance: Provenance

    def keep(self, events: Iterable[Decided], **changed: str) -> Dataset:
        """Return the dataset of other events, its counts and provenance brought in line."""
        kept = tuple(events)
        refs = {ref for decided in kept for ref in decided.event.claims}
        told = {ref: telling for ref, telling in self.tellings.items() if ref in refs}
        held = {key: report for key, report in self.reports.items() if key in {r for r, _ in refs}}
        changes: dict[str, Any] = {
            "events": len(kept),
            "claims": len(told),
            "reports": len(held),
            "review": review_words(kept),
            **changed,
        }
        provenance = replace(self.provenance, **changes)
        return Dataset(kept, told, held, provenance)


def gather(
    connection: Connection, query: Query, *, made: str, licence: str = "not stated"
) -> Dataset:
    """Return the events of a store that a query asks for.

    ``made`` is the time to put into the provenance, UTC in ISO format.
    """
    wanted = matcher(query)
    kept = tuple(decided for decided in decided_events(connection) if wanted(decided))
    refs = [ref for decided in kept for ref in decided.event.claims]
    told = records.tellings_of(connection, refs)
    ids = {report_id for report_id, _ in refs}
    reports = {r.id: r for r in records.all_reports(connection) if r.id in ids}
    provenance = Provenance(
        program=f"dateline {__version__}",
        coders=tuple(records.report_coders(connection)),
        query=query.words(),
        merging=POLICY,
        policy="internal: nothing kept back",
        made=made,
        events=len(kept),
        claims=len(told),
        reports=len(reports),
        review=review_words(kept),
        licence=licence,
        disclaimer=DISCLAIMER,
    )
    return Dataset(kept, told, reports, provenance)


def review_words(events: Iterable[Decided]) -> str:
    """Return how far events have been reviewed, in words."""
    states = {decided.state for decided in events}
    if not states or states == {ACCEPTED}:
        return REVIEWED if states else UNREVIEWED
    return PARTLY if ACCEPTED in states else UNREVIEWED


def matcher(query: Query) -> Callable[[Decided], bool]:
    """Return what tells whether an event is one that a query asks for."""
    place = fold(query.place) if query.place else ""
    actor = fold(query.actor) if query.actor else ""

    def wanted(decided: Decided) -> bool:
        event = decided.event
        if decided.state == REJECTED and not query.rejected:
            return False
        if event.background and not query.background:
            return False
        if query.since and (event.date is None or event.date.end < query.since):
            return False
        if query.until and (event.date is None or event.date.start > query.until):
            return False
        if query.country and (event.place is None or event.place.country != query.country):
            return False
        if query.sub_event_type and event.sub_event_type != query.sub_event_type:
            return False
        return _at(event, place) and _by(event, actor)

    return wanted


def _at(event: Event, place: str) -> bool:
    if not place:
        return True
    names = (
        (event.place.canonical, event.place.name, event.place.admin1 or "") if event.place else ()
    )
    return any(fold(name) == place for name in names)


def _by(event: Event, actor: str) -> bool:
    if not actor:
        return True
    actors = (*event.side_a, *event.side_b)
    return any(actor in (fold(actor_words(a)), fold(a.mention), fold(a.kind)) for a in actors)
