"""Reviewed claims as gold in the coding frame: to measure a coder with, or to train one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Connection

from dateline.model import Claim, Report
from dateline.store import event_records, records
from dateline.store.catalogue import Catalogue
from dateline.store.decisions import ACCEPTED, UNREVIEWED, decided_events
from dateline.store.edits import CLAIM_FIELDS
from dateline.store.query import Query


class GoldReport(NamedTuple):
    """A report and its gold: a line ``{"report_id", "claims"}`` in the coding frame."""

    report: Report
    gold: dict[str, Any]

    @property
    def gold_line(self) -> str:
        """The line of a gold file."""
        return json.dumps(self.gold, ensure_ascii=False) + "\n"

    @property
    def report_line(self) -> str:
        """The line of the file of reports that goes with it."""
        return self.report.model_dump_json(exclude_none=True) + "\n"


def gold(connection: Connection, query: Query, *, partial: bool = False) -> Iterator[GoldReport]:
    """Yield reports with the claims that people accepted, as they left them.

    Reports are those of the events that a query asks for, history and rejected ones included. Only
    reports whose every claim belongs to an event that was accepted or rejected, because any other
    claim would count as the coder's mistake; ``partial`` asks for all reports with an accepted
    claim. ``event_key`` names the event across reports.
    """
    catalogue = Catalogue()
    catalogue.load(connection)
    whole_query = replace(query, background="yes" if query.background == "no" else query.background)
    found = catalogue.select(connection, whole_query)
    mask = found.mask if "review" in query.chosen else found.for_facet("review")
    wanted = event_records.claims_of(connection, catalogue.named(mask))
    states = {
        ref: (decided.event.id, decided.state)
        for decided in decided_events(connection)
        for ref in decided.event.claims
    }
    for report_id in sorted({ref[0] for refs in wanted.values() for ref in refs}):
        report = records.report(connection, report_id)
        if report is None:
            continue
        claims, whole = [], True
        for held in records.held_claims(connection, report_id):
            event_id, state = states.get((report_id, held.id), ("", UNREVIEWED))
            whole = whole and state != UNREVIEWED
            if state == ACCEPTED:
                claims.append(_frame(held.holds, event_id))
        if whole or (partial and claims):
            yield GoldReport(report, {"report_id": report_id, "claims": claims})


def _frame(claim: Claim, event_id: str) -> dict[str, Any]:
    record = claim.model_dump(mode="json", by_alias=True, include={"id", *CLAIM_FIELDS})
    return {**record, "event_key": event_id}
