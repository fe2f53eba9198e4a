"""Decisions of people, replayed: they always win over what the machine makes.

Decisions on claims are kept with the claims (``settle``). Those on an event - whether it stands,
who should look at it, what it shows instead - are replayed over it whenever it is read; linking
obeys the joins and parts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from sqlalchemy import Connection

from dateline.model import Certainty, ClaimRef, Event
from dateline.store import event_records, log, records
from dateline.store.edits import set_in_event
from dateline.store.log import Entry

ACTIONS = (
    "accept",
    "reject",
    "edit",
    "join",
    "part",
    "add",
    "note",
    "second",
    "assign",
    "undo",
)

UNREVIEWED, ACCEPTED, REJECTED = "unreviewed", "accepted", "rejected"
STATES = (UNREVIEWED, ACCEPTED, REJECTED)

DISAGREES = "machine disagrees"
NEW_CLAIMS = "new claims"
SECOND_OPINION = "second opinion"
EDITED = "edited"
NOTE = "note"
FLAGS = (DISAGREES, NEW_CLAIMS, SECOND_OPINION, EDITED, NOTE)
"""What a reviewer should know of an event beside its fields."""

_VERDICTS = ("accept", "reject", "add")


class Decided(NamedTuple):
    """An event with all decisions applied, and where it stands."""

    event: Event
    state: str
    reviewers: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    assigned: str | None = None


class Constraints(NamedTuple):
    """Pairs of claims that people have joined, and that they have parted; the last word holds."""

    together: frozenset[tuple[ClaimRef, ClaimRef]]
    apart: frozenset[tuple[ClaimRef, ClaimRef]]


def find(connection: Connection, event_id: str) -> Event | None:
    """Return the event of an id, or that which a retired id leads to; None where there is none."""
    event = event_records.event_body(connection, event_id)
    if event is None:
        heir = event_records.heir(connection, event_id)
        event = event_records.event_body(connection, heir) if heir else None
    return event


def decided_events(
    connection: Connection, only: Collection[str] | None = None
) -> Iterator[Decided]:
    """Yield every event with the decisions on it applied, by first day and then id.

    ``only`` names the ids wanted, None all.
    """
    redirects = event_records.all_redirects(connection, only)
    subjects = None if only is None else {*only, *redirects}
    by_event: dict[str, list[Entry]] = {}
    for entry in log.entries(connection, subjects):
        subject = redirects.get(entry.review.subject, entry.review.subject)
        if subject is not None:
            by_event.setdefault(subject, []).append(entry)
    disputed = records.disagreements(connection)
    for event in event_records.event_bodies(connection, only):
        yield apply(event, by_event.get(event.id, ()), disputed)


def decided_event(connection: Connection, event_id: str) -> Decided | None:
    """Return one event with the decisions on it applied; retired ids lead on."""
    event = find(connection, event_id)
    return None if event is None else next(decided_events(connection, {event.id}))


def apply(event: Event, entries: Sequence[Entry], disputed: Collection[ClaimRef] = ()) -> Decided:
    """Return an event as its decisions, in their order, leave it.

    ``disputed`` are the claims on which the coder says otherwise than people.
    """
    state, assigned, second = UNREVIEWED, None, None
    seen: set[ClaimRef] = set()
    flags: set[str] = set()
    held = [entry.review for entry in entries if not entry.undone]
    for review in held:
        if review.action in _VERDICTS:
            state = REJECTED if review.action == "reject" else ACCEPTED
            seen = set(review.claims)
            if review.reviewer != second:
                second = None
        elif review.action == "edit":
            flags.add(EDITED)
            if not review.claims:
                event = set_in_event(event, review.field, review.value)
        elif review.action == "second":
            second = review.reviewer
        elif review.action == "assign":
            assigned = review.value
        elif review.action == "note":
            flags.add(NOTE)
    if state == ACCEPTED:
        event = event.model_copy(update={"certainty": Certainty.CONFIRMED})
    if seen and set(event.claims) - seen:
        flags.add(NEW_CLAIMS)
    if second:
        flags.add(SECOND_OPINION)
    if disputed and any(ref in disputed for ref in event.claims):
        flags.add(DISAGREES)
    who = (review.reviewer for review in held if review.action != "undo")
    return Decided(
        event=event,
        state=state,
        reviewers=tuple(dict.fromkeys(who)),
        flags=tuple(flag for flag in FLAGS if flag in flags),
        assigned=assigned,
    )


def constraints(entries: Iterable[Entry]) -> Constraints:
    """Return which claims people hold together and apart, the later decision over the earlier.

    Who accepts or rejects an event says that its claims belong together.
    """
    verdict: dict[tuple[ClaimRef, ClaimRef], bool] = {}
    for entry in entries:
        review = entry.review
        if entry.undone:
            continue
        if review.action in ("join", "part", *_VERDICTS):
            for one, other in combinations(review.claims, 2):
                verdict[_pair(one, other)] = True
        if review.action == "part":
            for one, other in product(review.claims, review.rest):
                verdict[_pair(one, other)] = False
    together = frozenset(pair for pair, joined in verdict.items() if joined)
    return Constraints(together, frozenset(verdict) - together)


def _pair(one: ClaimRef, two: ClaimRef) -> tuple[ClaimRef, ClaimRef]:
    return (one, two) if one <= two else (two, one)
