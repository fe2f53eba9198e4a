"""What is exported: events with what was decided on them, their claims, reports, provenance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from dateline import __version__
from dateline.events.merge import POLICY
from dateline.events.telling import Telling
from dateline.model import ClaimRef, Report
from dateline.store import records
from dateline.store.catalogue import Catalogue
from dateline.store.decisions import ACCEPTED, Decided, decided_events
from dateline.store.query import Query
from dateline.store.versions import linking_version

DISCLAIMER = (
    "Records what reports claim, not what is true. Counts are reported numbers; where none is "
    "given, none was reported. Not for operational or targeting use."
)
UNREVIEWED = "machine-coded, unreviewed"
PARTLY = "machine-coded, partly reviewed"
REVIEWED = "machine-coded, every event accepted by a reviewer"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a file comes from and how far it may be trusted; travels with every export."""

    program: str
    coders: tuple[str, ...]
    linking: str
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
    kept = tuple(wanted(connection, query))
    refs = [ref for decided in kept for ref in decided.event.claims]
    told = records.tellings_of(connection, refs)
    ids = {report_id for report_id, _ in refs}
    reports = {r.id: r for r in records.all_reports(connection) if r.id in ids}
    provenance = Provenance(
        program=f"dateline {__version__}",
        coders=tuple(records.report_coders(connection)),
        linking=linking_version(),
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


def wanted(connection: Connection, query: Query) -> Iterator[Decided]:
    """Yield the events of a store that a query asks for, by first day and then id."""
    catalogue = Catalogue()
    catalogue.load(connection)
    found = set(catalogue.named(catalogue.select(connection, query).mask))
    for decided in decided_events(connection):
        if decided.event.id in found:
            yield decided


def review_words(events: Iterable[Decided]) -> str:
    """Return how far events have been reviewed, in words."""
    states = {decided.state for decided in events}
    if not states or states == {ACCEPTED}:
        return REVIEWED if states else UNREVIEWED
    return PARTLY if ACCEPTED in states else UNREVIEWED
