"""The review desk: a person's decision is checked, appended to the log, and takes effect at once.

Nothing in the log is changed or deleted; a decision is taken back by another one. Who decides on
an event that somebody else changed meanwhile is told so first.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection

from dateline.errors import ConflictError, UsageError
from dateline.events.identity import new_id
from dateline.model import ClaimRef, Event, Review
from dateline.store import event_records, log, records
from dateline.store.decisions import ACTIONS, find
from dateline.store.edits import (
    CLAIM_FIELDS,
    EVENT_FIELDS,
    as_json,
    check_spans,
    new_claim,
    set_in_claim,
    set_in_event,
    with_span,
)
from dateline.store.intake import mark_changed
from dateline.store.log import Answer, Entry
from dateline.store.settle import enforce
from dateline.store.store import Store

_LINKING = ("edit", "join", "part", "add")
"""Decisions after which claims have to be linked again."""

LONGEST_NAME = 60
LONGEST_NOTE = 4000


class Outcome(NamedTuple):
    """What came of a decision.

    ``number`` is that of the decision; ``event_id`` where work goes on, None where the event is
    no more; ``touched`` all events that changed; ``seen`` the number of the last change, to be
    sent with the next decision; ``undid`` the decision that an undo took back.
    """

    number: int
    event_id: str | None
    touched: tuple[str, ...]
    seen: int
    undid: Entry | None = None


def decide(store: Store, review: Review, seen: int | None = None) -> Outcome:
    """Append a decision to the log and put it into effect.

    The subject may be a retired id; an edit of a claim that linking has moved to another event
    since it was seen is made there. ``seen`` is the number of the last change that the person saw
    of the event. Raises ConflictError where somebody else has decided on it since, UsageError for
    a decision that makes no sense; nothing is kept then. A decision whose ``key`` is in the log
    already is not made again.
    """
    _check(review)
    with store.writing() as connection:
        if review.key is not None:
            number = log.numbered(connection, review.key)
            if number is not None:
                return _known(connection, number)
        if review.action == "undo":
            return _undo(connection, review)
        if review.action == "add":
            review, answers = _added(connection, review)
        else:
            event = find(connection, review.subject)
            if event is None:
                raise UsageError(
                    f"there is no event {review.subject}: 'dateline events' lists them"
                )
            _meanwhile(connection, event.id, review.reviewer, seen)
            home = _home(connection, review, event, seen)
            if home.id != event.id:
                # Nothing that others decided on it has been seen.
                _meanwhile(connection, home.id, review.reviewer, 0)
                review, event = review.model_copy(update={"subject": home.id}), home
            review, answers = _completed(connection, review, event)
        number = log.append(connection, review, answers)
        return _effect(connection, Entry(number, review))


def _effect(connection: Connection, entry: Entry, undo: Entry | None = None) -> Outcome:
    """Put a decision into effect (or, with the undo that took it back, out of it) and note it."""
    made = undo or entry
    at = made.review.at
    touched = enforce(connection, entry, at)
    home = find(connection, entry.review.subject)
    if home is not None:
        log.note(connection, at, {home.id: made.review.action}, review=made.number)
    if entry.review.action in _LINKING or undo is not None:
        # With an acceptance goes the claim as it was seen: it may have been coded anew since.
        mark_changed(connection)
    return Outcome(
        number=made.number,
        event_id=home.id if home else None,
        touched=tuple(sorted(touched | ({home.id} if home else set()))),
        seen=log.last_change(connection),
        undid=entry if undo else None,
    )


def _known(connection: Connection, number: int) -> Outcome:
    """What came of a decision that is in the log already."""
    entry = log.entry(connection, number)
    assert entry is not None
    undid = log.entry(connection, entry.review.undoes) if entry.review.undoes else None
    home = find(connection, entry.review.subject)
    touched = (home.id,) if home else ()
    event_id = home.id if home else None
    return Outcome(number, event_id, touched, log.last_change(connection), undid)


def _undo(connection: Connection, review: Review) -> Outcome:
    number = review.undoes or _last_of(connection, review.reviewer)
    entry = log.entry(connection, number) if number else None
    if entry is None:
        raise UsageError(
            f"there is no decision {number} to undo"
            if number
            else f"{review.reviewer} has nothing left to undo"
        )
    if entry.undone:
        raise UsageError(f"decision {entry.number} is undone already")
    review = review.model_copy(update={"undoes": entry.number, "subject": entry.review.subject})
    made = Entry(log.append(connection, review), review)
    # An undo that is undone brings back what it took.
    target: Entry | None = entry
    while target is not None and target.review.action == "undo":
        target = log.entry(connection, target.review.undoes or 0)
    assert target is not None
    target = log.entry(connection, target.number)
    assert target is not None
    return _effect(connection, target, made)


def _last_of(connection: Connection, reviewer: str) -> int | None:
    """The last decision of a reviewer that stands and is no undo."""
    mine = log.backwards(connection, reviewer=reviewer)
    return next((e.number for e in mine if not e.undone and e.review.action != "undo"), None)


def _completed(connection: Connection, review: Review, event: Event) -> tuple[Review, list[Answer]]:
    """A decision with all that it rests on, and what it says of claims."""
    if review.action in ("accept", "reject"):
        answers = [_answer(connection, ref) for ref in event.claims]
        return review.model_copy(update={"claims": event.claims}), answers
    if review.action == "edit":
        return _edit(connection, review, event)
    if review.action in ("join", "part"):
        return _regrouping(connection, review, event), []
    return review, []


def _home(connection: Connection, review: Review, event: Event, seen: int | None) -> Event:
    """The event of the claim that an edit is of, if linking moved it since; else its own."""
    if review.action != "edit" or len(review.claims) != 1 or review.claims[0] in event.claims:
        return event
    changes = log.changes_of(connection, [event.id])
    if seen is None or not any(change.number > seen for change in changes):
        return event
    [ref] = review.claims
    home = event_records.links_of(connection, [ref]).get(ref)
    return (find(connection, home) if home else None) or event


def _edit(connection: Connection, review: Review, event: Event) -> tuple[Review, list[Answer]]:
    """An edit of a claim, or of an event; of an event with one claim, it is of that claim too."""
    field = review.field or ""
    if not review.claims and len(event.claims) == 1 and field in CLAIM_FIELDS:
        [ref] = event.claims
        if field not in EVENT_FIELDS:
            review = review.model_copy(update={"claims": event.claims})
    elif not review.claims:
        changed = set_in_event(event, field, review.value)
        before, value = as_json(event, field), as_json(changed, field)
        return review.model_copy(update={"before": before, "value": value}), []
    elif len(review.claims) != 1 or review.claims[0] not in event.claims:
        raise UsageError(f"an edit is of one claim of the event, or of the event {event.id} itself")
    else:
        [ref] = review.claims
    answer = _answer(connection, ref)
    now = records.tellings_of(connection, [ref])[ref].claim
    new = set_in_claim(now, field, with_span(field, review.value, review.span))
    report = records.report(connection, ref[0])
    check_spans(new, len(report.text) if report else 0)
    before, value = as_json(now, field), as_json(new, field)
    review = review.model_copy(update={"before": before, "value": value})
    return review, [answer._replace(before=before, value=value)]


def _regrouping(connection: Connection, review: Review, event: Event) -> Review:
    """A join or part with the claims that it moves, and where they were."""
    moved = list(review.claims)
    for other in review.others:
        found = find(connection, other)
        if found is None:
            raise UsageError(f"there is no event {other}: 'dateline events' lists them")
        moved += found.claims
    links = event_records.links_of(connection, moved)
    unknown = [ref for ref in moved if ref not in links]
    if unknown:
        raise UsageError(f"there is no claim {unknown[0][1]} of report {unknown[0][0]}")
    was = event_records.claims_of(connection, {event.id, *links.values()})
    update: dict[str, object] = {"was": tuple((key, tuple(was[key])) for key in sorted(was))}
    if review.action == "join":
        claims = tuple(dict.fromkeys((*event.claims, *moved)))
        if len(claims) == len(event.claims):
            raise UsageError(f"these claims are claims of event {event.id} already")
        return review.model_copy(update=update | {"claims": claims})
    rest = tuple(ref for ref in event.claims if ref not in set(moved))
    if len(rest) + len(set(moved)) != len(event.claims):
        raise UsageError(f"not all of these claims are claims of event {event.id}")
    if not rest:
        raise UsageError("a part has to leave the event at least one claim")
    return review.model_copy(update=update | {"claims": tuple(moved), "rest": rest})


def _added(connection: Connection, review: Review) -> tuple[Review, list[Answer]]:
    """An event that the coder missed, from the claim that a person makes of it."""
    report_id = review.subject
    report = records.report(connection, report_id)
    if report is None:
        raise UsageError(f"there is no report {report_id} in the store")
    claim = new_claim(review.value or "")
    check_spans(claim, len(report.text))
    names = {held.id for held in records.held_claims(connection, report_id)}
    names |= log.claims_ever(connection, report_id)
    number = next(n for n in range(1, len(names) + 2) if f"h{n}" not in names)
    claim = claim.model_copy(update={"id": f"h{number}"})
    ref = (report_id, claim.id)
    subject = new_id(ref, event_records.ids_ever(connection))
    review = review.model_copy(update={"subject": subject, "claims": (ref,), "value": None})
    return review, [Answer(ref, claim)]


def _answer(connection: Connection, ref: ClaimRef) -> Answer:
    """What was seen of a claim by who decides on it now."""
    held = next(h for h in records.held_claims(connection, ref[0]) if h.id == ref[1])
    said = log.answers_on(connection, ref)
    seen = said[0][1].seen if said else held.machine
    assert seen is not None
    machine = held.machine if held.machine not in (None, seen) else None
    return Answer(ref, seen, machine)


def _meanwhile(connection: Connection, event_id: str, reviewer: str, seen: int | None) -> None:
    """Raise ConflictError where others have decided on an event since ``seen``."""
    if seen is None:
        return
    since = [
        (change, entry)
        for change in log.changes_of(connection, [event_id])
        if change.number > seen and change.review is not None
        for entry in [log.entry(connection, change.review)]
        if entry is not None and entry.review.reviewer != reviewer
    ]
    if since:
        who = ", ".join(dict.fromkeys(entry.review.reviewer for _, entry in since))
        raise ConflictError(
            f"{who} changed this event since you opened it: look, and decide again",
            seen=log.last_change(connection),
            changes=since,
        )


def _check(review: Review) -> None:
    if review.action not in ACTIONS:
        raise UsageError(f"{review.action!r} is no decision: choose one of {', '.join(ACTIONS)}")
    if not 1 <= len(review.reviewer.strip()) <= LONGEST_NAME:
        raise UsageError(f"a reviewer has a name, of at most {LONGEST_NAME} characters")
    if len(review.note or "") > LONGEST_NOTE:
        raise UsageError(f"a note has at most {LONGEST_NOTE} characters")
    if review.action == "note" and not (review.note or "").strip():
        raise UsageError("a note needs its words")
    if review.action == "part" and not review.claims:
        raise UsageError("part needs the claims that leave the event")
    if review.action == "join" and not (review.claims or review.others):
        raise UsageError("join needs the claims, or the events, that belong to this one")
    if review.action == "assign" and review.value and len(review.value) > LONGEST_NAME:
        raise UsageError(f"a reviewer has a name, of at most {LONGEST_NAME} characters")
