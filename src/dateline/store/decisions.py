"""Decisions of people: an append-only log that always wins over what the machine makes.

The log is replayed over the events whenever they are read; linking obeys the joins and parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from sqlalchemy import Connection

from dateline.errors import UsageError
from dateline.model import (
    Certainty,
    ClaimRef,
    DatePrecision,
    Event,
    EventDate,
    Review,
    SubEventType,
)
from dateline.store import records
from dateline.store.intake import mark_changed
from dateline.store.store import Store

ACTIONS = ("accept", "reject", "edit", "join", "part", "note")
EDITABLE = ("sub_event_type", "date", "civilians_targeted")

UNREVIEWED, ACCEPTED, REJECTED = "unreviewed", "accepted", "rejected"


class Decided(NamedTuple):
    """An event with all decisions applied, and where it stands."""

    event: Event
    state: str
    reviewers: tuple[str, ...] = ()


class Constraints(NamedTuple):
    """Pairs of claims that people have joined, and that they have parted; the last word holds."""

    together: frozenset[tuple[ClaimRef, ClaimRef]]
    apart: frozenset[tuple[ClaimRef, ClaimRef]]


def decide(store: Store, review: Review) -> int:
    """Append a decision to the log and return its number.

    The subject may be a retired id. A ``join`` names the claims that belong together, a ``part``
    those that leave the rest of the event. Raises UsageError for a decision that makes no sense.
    """
    _check(review)
    with store.writing() as connection:
        event = find(connection, review.subject)
        if event is None:
            raise UsageError(f"there is no event {review.subject}: 'dateline events' lists them")
        if review.action in ("join", "part"):
            known = records.all_links(connection)
            unknown = [ref for ref in review.claims if ref not in known]
            if unknown:
                raise UsageError(f"there is no claim {unknown[0][1]} of report {unknown[0][0]}")
            mark_changed(connection)
            if review.action == "join":
                # The claims of today are named, so that the decision outlives the event's id.
                claims = tuple(dict.fromkeys((*event.claims, *review.claims)))
                review = review.model_copy(update={"claims": claims})
            else:
                parted = set(review.claims)
                rest = tuple(ref for ref in event.claims if ref not in parted)
                names = ";".join("\x1f".join(ref) for ref in rest)
                review = review.model_copy(update={"field": "from", "value": names})
        return records.add_review(connection, review)


def find(connection: Connection, event_id: str) -> Event | None:
    """Return the event of an id, or that which a retired id leads to; None where there is none."""
    event = records.event_body(connection, event_id)
    if event is None:
        heir = records.all_redirects(connection).get(event_id)
        event = records.event_body(connection, heir) if heir else None
    return event


def decided_events(connection: Connection) -> Iterator[Decided]:
    """Yield every event with the decisions on it applied, by first day and then id."""
    redirects = records.all_redirects(connection)
    by_event: dict[str, list[Review]] = {}
    for review in records.all_reviews(connection):
        subject = redirects.get(review.subject, review.subject)
        if subject is not None:
            by_event.setdefault(subject, []).append(review)
    for event in records.event_bodies(connection):
        yield apply(event, by_event.get(event.id, ()))


def apply(event: Event, log: Sequence[Review]) -> Decided:
    """Return an event as its decisions, in their order, leave it."""
    state = UNREVIEWED
    for review in log:
        if review.action == "accept":
            state = ACCEPTED
        elif review.action == "reject":
            state = REJECTED
        elif review.action == "edit":
            event = event.model_copy(update=_edit(review))
    if state == ACCEPTED:
        event = event.model_copy(update={"certainty": Certainty.CONFIRMED})
    return Decided(event, state, tuple(dict.fromkeys(review.reviewer for review in log)))


def constraints(log: Iterable[Review]) -> Constraints:
    """Return which claims people have joined and parted, the later decision over the earlier."""
    verdict: dict[tuple[ClaimRef, ClaimRef], bool] = {}
    for review in log:
        if review.action == "join":
            for one, other in combinations(review.claims, 2):
                verdict[_pair(one, other)] = True
        elif review.action == "part":
            for one in review.claims:
                for other in _parted_from(review):
                    verdict[_pair(one, other)] = False
    together = frozenset(pair for pair, joined in verdict.items() if joined)
    return Constraints(together, frozenset(verdict) - together)


def _parted_from(review: Review) -> Iterator[ClaimRef]:
    for name in (review.value or "").split(";"):
        if name:
            report_id, claim_id = name.split("\x1f")
            yield (report_id, claim_id)


def _pair(one: ClaimRef, two: ClaimRef) -> tuple[ClaimRef, ClaimRef]:
    return (one, two) if one <= two else (two, one)


def _check(review: Review) -> None:
    if review.action not in ACTIONS:
        raise UsageError(f"{review.action!r} is no decision: choose one of {', '.join(ACTIONS)}")
    if review.action in ("join", "part") and not review.claims:
        raise UsageError(f"{review.action} needs the claims it is about")
    if review.action == "edit":
        _edit(review)


def _edit(review: Review) -> Mapping[str, object]:
    """The change of an edit as field and value; raises UsageError where it cannot be made."""
    value = review.value or ""
    try:
        if review.field == "sub_event_type":
            return {"sub_event_type": SubEventType(value)}
        if review.field == "date":
            day = date.fromisoformat(value)
            return {"date": EventDate(start=day, end=day, precision=DatePrecision.DAY)}
        if review.field == "civilians_targeted" and value in ("true", "false"):
            return {"civilians_targeted": value == "true"}
    except ValueError as error:
        raise UsageError(f"{value!r} is no {review.field}: {error}") from error
    raise UsageError(f"cannot edit {review.field!r} to {value!r}: {', '.join(EDITABLE)} can be")
