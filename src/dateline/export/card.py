"""One event with everything behind it: claims, texts, links, who decided what."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from dateline.export.flat import event_record
from dateline.export.policy import is_sensitive
from dateline.model import Claim, ClaimRef, Event, Link, Report
from dateline.store import event_records, log, records
from dateline.store.decisions import Decided, decided_event
from dateline.store.log import Change, Entry
from dateline.store.recoding import Held

REGROUPED = ("made", "changed", "merged", "split", "retired", "recoded")
"""What linking, coding anew or another decision does to an event."""


def card(connection: Connection, event_id: str) -> dict[str, Any] | None:
    """Return all there is to know of an event, as plain values; None where no event has the id.

    A retired id leads to the event that it became.
    """
    decided = decided_event(connection, event_id)
    if decided is None:
        return None
    event = decided.event
    merged = event_records.event_body(connection, event.id)
    former = event_records.former_ids(connection, event.id)
    ids = dict.fromkeys(report_id for report_id, _ in event.claims)
    reports = {key: found for key in ids if (found := records.report(connection, key))}
    held = {(key, one.id): one for key in reports for one in records.held_claims(connection, key)}
    quotes = {
        ref: told.quote for ref, told in records.tellings_of(connection, event.claims).items()
    }
    links = {(link.report_id, link.claim_id): link for link in event.links}
    seen = log.changes_of(connection, [event.id])
    return {
        "asked": event_id,
        "revision": log.last_change(connection),
        "event": event_record(decided),
        "merged": _merged(merged, decided),
        "review": decided.state,
        "reviewers": decided.reviewers,
        "flags": decided.flags,
        "assigned": decided.assigned,
        "sensitive": is_sensitive(event, quotes.values()),
        "seen": seen[-1].number if seen else 0,
        "claims": [
            _claim(ref, held[ref], quotes.get(ref, ""), links.get(ref))
            for ref in event.claims
            if ref in held
        ],
        "reports": {key: report_record(report) for key, report in reports.items()},
        "history": history(connection, [event.id, *former]),
        "redirects": former,
    }


def report_record(report: Report) -> dict[str, Any]:
    """Return a report as plain values; an address that is no web address is left out."""
    record = report.model_dump(mode="json")
    if not (report.url or "").lower().startswith(("http://", "https://")):
        record["url"] = None
    return record


def marks(claim: Claim) -> list[dict[str, Any]]:
    """Return the spans of a claim with what each shows, in the order of the text."""
    found = sorted(_slots(claim))
    return [{"start": start, "end": end, "slot": slot} for start, end, slot in found]


def history(connection: Connection, ids: Iterable[str]) -> list[dict[str, Any]]:
    """Return what happened to an event, oldest first; ``ids`` are its own and its former ones."""
    ids = list(ids)
    entries = {entry.number: entry for entry in log.entries(connection, ids)}
    changes = log.changes_of(connection, ids)
    # What a decision did to the event it was made on stands in the decision itself.
    told = {c.review for c in changes if c.review is not None and c.what not in REGROUPED}
    others = [c.review for c in changes if c.review is not None and c.review not in entries]
    entries |= log.entries_numbered(connection, others)
    out = [
        change_record(change, entries.get(change.review or 0))
        for change in changes
        if change.what not in REGROUPED or change.review not in told
    ]
    early = [entry for entry in entries.values() if entry.number not in {c.review for c in changes}]
    return [entry_record(entry) for entry in early] + out


def change_record(change: Change, entry: Entry | None) -> dict[str, Any]:
    """Return a change as plain values; a decision with who made it, and what it set."""
    base = {
        "number": change.number,
        "at": change.at,
        "by": None,
        "what": change.what,
        "event_id": change.event_id,
        "heir": change.heir,
    }
    if entry is None:
        return base
    told = entry_record(entry)
    keep = {"number": change.number, "event_id": change.event_id, "heir": change.heir}
    if change.what in REGROUPED:
        return {**base, "by": told["by"], "note": told["note"], "review": entry.number}
    return told | keep


def entry_record(entry: Entry) -> dict[str, Any]:
    """Return a decision as plain values: who, when, what, from, to."""
    review = entry.review
    of_claim = review.action == "edit" and len(review.claims) == 1
    return {
        "number": 0,
        "at": review.at,
        "by": review.reviewer,
        "what": review.action,
        "event_id": review.subject,
        "claim": review.claims[0] if of_claim else None,
        "claims": review.claims,
        "others": review.others,
        "field": review.field,
        "from": _value(review.before),
        "to": _value(review.value),
        "note": review.note,
        "undone": entry.undone,
        "undoes": review.undoes,
        "review": entry.number,
    }


def _value(text: str | None) -> Any:
    """A value of the log: JSON, or the plain words that a name is."""
    if text is None:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text


def _merged(merged: Event | None, decided: Decided) -> dict[str, Any] | None:
    """The event before edits of the event itself; None where they changed nothing."""
    if merged is None:
        return None
    shown = decided.event.model_copy(update={"certainty": merged.certainty})
    return None if merged == shown else event_record(decided._replace(event=merged))


def _claim(ref: ClaimRef, held: Held, quote: str, link: Link | None) -> dict[str, Any]:
    disagrees = held.disagrees.split(";") if held.disagrees else []
    return {
        "report_id": ref[0],
        "claim_id": ref[1],
        "claim": plain(held.holds),
        "machine": plain(held.machine) if held.machine else None,
        "edited": held.edited,
        "disagrees": disagrees,
        "quote": quote,
        "marks": marks(held.holds),
        "link": link.model_dump(mode="json", include={"to", "log_odds", "reasons"})
        if link
        else None,
    }


def plain(claim: Claim) -> dict[str, Any]:
    """Return a claim as plain values."""
    return claim.model_dump(mode="json", by_alias=True)


def _slots(claim: Claim) -> Iterator[tuple[int, int, str]]:
    for start, end in claim.evidence:
        yield start, end, "evidence"
    singles = (("trigger", claim.trigger), ("date", claim.date), ("place", claim.place))
    for slot, one in singles:
        span = one if one is None or isinstance(one, tuple) else one.span
        if span:
            yield *span, slot
    for slot, many in (
        ("side_a", claim.side_a),
        ("side_b", claim.side_b),
        ("figures", claim.figures),
    ):
        for value in many:
            if value.span:
                yield *value.span, slot
    for start, end in claim.attribution_spans:
        yield start, end, "attributed_to"
