"""The append-only log in the database: decisions of people, and what changed when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, and_, delete, func, select
from sqlalchemy.sql import Select

from dateline.model import Claim, ClaimRef, Review
from dateline.store.rows import chunks
from dateline.store.schema import answers, changes, reviews

_PAGE = 200
"""Decisions read at a time, backwards."""


class Entry(NamedTuple):
    """A decision with its number in the log, and whether a later one took it back."""

    number: int
    review: Review
    undone: bool = False


class Answer(NamedTuple):
    """What a decision says of one claim.

    ``seen`` is the claim before any person decided on it, ``machine`` the claim as last coded;
    ``before`` and ``value`` are those of an edit.
    """

    ref: ClaimRef
    seen: Claim
    machine: Claim | None = None
    before: str | None = None
    value: str | None = None


class Change(NamedTuple):
    """What became of an event: ``made``, ``changed``, ``merged``, ``split``, ``retired`` or a
    decision's action. ``heir`` is the event that a retired one leads to."""

    number: int
    at: str
    event_id: str
    what: str
    heir: str | None = None
    review: int | None = None


def append(connection: Connection, review: Review, said: Sequence[Answer] = ()) -> int:
    """Append a decision and what it says of claims; return its number."""
    kept = review
    if said:
        # Words of a report stand apart, so that they can go with it.
        kept = review.model_copy(update={"value": None, "before": None})
    row = connection.execute(
        reviews.insert().values(
            subject=review.subject,
            body=kept.model_dump_json(exclude_defaults=True),
            key=review.key,
            undoes=review.undoes,
        )
    )
    key = row.inserted_primary_key
    assert key is not None
    number = int(key[0])
    if said:
        connection.execute(
            answers.insert(),
            [
                {
                    "number": number,
                    "report_id": answer.ref[0],
                    "claim_id": answer.ref[1],
                    "seen": _json(answer.seen),
                    "machine": _json(answer.machine) if answer.machine else None,
                    "before": answer.before,
                    "value": answer.value,
                }
                for answer in said
            ],
        )
    return number


def entries(connection: Connection, subjects: Iterable[str] | None = None) -> list[Entry]:
    """Return the decisions on some subjects, or all, in the order in which they were made."""
    gone = undone(connection)
    if subjects is None:
        return [_entry(row, gone) for row in connection.execute(_entries())]
    found = [
        _entry(row, gone)
        for chunk in chunks(sorted(set(subjects)))
        for row in connection.execute(_entries().where(reviews.c.subject.in_(chunk)))
    ]
    return sorted(found, key=lambda entry: entry.number)


def entry(connection: Connection, number: int) -> Entry | None:
    """Return one decision, None where the log has none of this number."""
    return entries_numbered(connection, [number]).get(number)


def entries_numbered(connection: Connection, numbers: Iterable[int]) -> dict[int, Entry]:
    """Return the decisions of some numbers, of a few hundred at most."""
    wanted = sorted(set(numbers))
    if not wanted:
        return {}
    gone = undone(connection)
    rows = connection.execute(_entries().where(reviews.c.number.in_(wanted)))
    return {row.number: _entry(row, gone) for row in rows}


def backwards(
    connection: Connection, number: int | None = None, reviewer: str | None = None
) -> Iterator[Entry]:
    """Yield the decisions before a number, or all, newest first, of one reviewer or of all."""
    gone = undone(connection)
    query = _entries().order_by(None).order_by(reviews.c.number.desc()).limit(_PAGE)
    while True:
        page = query if number is None else query.where(reviews.c.number < number)
        # A page at a time, so that who has seen enough leaves no reading open.
        rows = connection.execute(page).all()
        for row in rows:
            number = row.number
            found = _entry(row, gone)
            if reviewer in (None, found.review.reviewer):
                yield found
        if len(rows) < _PAGE:
            return


def entries_after(connection: Connection, number: int) -> list[Entry]:
    """Return the decisions with a higher number."""
    gone = undone(connection)
    rows = connection.execute(_entries().where(reviews.c.number > number))
    return [_entry(row, gone) for row in rows]


def numbered(connection: Connection, key: str) -> int | None:
    """Return the number of the decision that was sent under a key, None where none was."""
    return connection.scalar(select(reviews.c.number).where(reviews.c.key == key))


def undone(connection: Connection) -> set[int]:
    """Return the numbers of the decisions that are taken back.

    An undo may itself be undone, which brings back what it took.
    """
    query = select(reviews.c.number, reviews.c.undoes).where(reviews.c.undoes.is_not(None))
    gone: set[int] = set()
    for row in connection.execute(query.order_by(reviews.c.number.desc())):
        if row.number not in gone:
            gone.add(row.undoes)
    return gone


def answers_on(connection: Connection, ref: ClaimRef) -> list[tuple[Review, Answer]]:
    """Return all decisions on a claim that hold, in their order."""
    gone = undone(connection)
    query = (
        select(answers, reviews.c.body)
        .join(reviews, reviews.c.number == answers.c.number)
        .where(answers.c.report_id == ref[0], answers.c.claim_id == ref[1])
        .order_by(answers.c.number)
    )
    out = []
    for row in connection.execute(query):
        if row.number not in gone:
            out.append((Review.model_validate_json(row.body), _answer(row)))
    return out


def answered(connection: Connection, ref: ClaimRef) -> Claim | None:
    """Return the claim as coded when a person last decided on it.

    None where nobody has, or where the claim is a person's own.
    """
    said = answers_on(connection, ref)
    if not said or any(review.action == "add" for review, _ in said):
        return None
    return said[-1][1].machine or said[-1][1].seen


def claims_ever(connection: Connection, report_id: str) -> set[str]:
    """Return the ids of the claims of a report that anybody ever decided on."""
    return set(
        connection.scalars(select(answers.c.claim_id).where(answers.c.report_id == report_id))
    )


def forget(connection: Connection, report_id: str) -> None:
    """Delete what decisions say of the claims of a report."""
    connection.execute(delete(answers).where(answers.c.report_id == report_id))


def all_answers(connection: Connection) -> dict[int, list[Answer]]:
    """Return what every decision says of claims, by its number."""
    out: dict[int, list[Answer]] = {}
    query = select(answers).order_by(answers.c.number, answers.c.report_id, answers.c.claim_id)
    for row in connection.execute(query):
        out.setdefault(row.number, []).append(_answer(row))
    return out


def answers_of(connection: Connection, number: int) -> list[Answer]:
    """Return what one decision says of claims."""
    query = select(answers).where(answers.c.number == number)
    return [_answer(row) for row in connection.execute(query)]


def last_decision(connection: Connection) -> int:
    """Return the number of the last decision, 0 where there is none."""
    return int(connection.scalar(select(func.max(reviews.c.number))) or 0)


def note(
    connection: Connection,
    at: str,
    what: Mapping[str, str],
    heirs: Mapping[str, str | None] | None = None,
    review: int | None = None,
) -> None:
    """Note what became of events, by id; ``heirs`` says where retired ones lead."""
    rows = [
        {
            "at": at,
            "event_id": event_id,
            "what": word,
            "heir": (heirs or {}).get(event_id),
            "review": review,
        }
        for event_id, word in what.items()
    ]
    if rows:
        connection.execute(changes.insert(), rows)


def last_change(connection: Connection) -> int:
    """Return the number of the last change, 0 where there is none."""
    return int(connection.scalar(select(func.max(changes.c.number))) or 0)


def changes_after(connection: Connection, number: int, limit: int = 500) -> list[Change]:
    """Return the changes with a higher number, oldest first."""
    query = select(changes).where(changes.c.number > number).order_by(changes.c.number)
    return [Change(*row) for row in connection.execute(query.limit(limit))]


def changes_of(connection: Connection, ids: Iterable[str]) -> list[Change]:
    """Return all changes of some events, oldest first."""
    query = select(changes).where(changes.c.event_id.in_(list(ids)))
    return [Change(*row) for row in connection.execute(query.order_by(changes.c.number))]


def last_changes(connection: Connection, after: int = 0) -> dict[str, str]:
    """Return when each event changed last, of those that changed after a number."""
    query = select(changes.c.event_id, func.max(changes.c.at)).where(changes.c.number > after)
    return {row[0]: row[1] for row in connection.execute(query.group_by(changes.c.event_id))}


def _entries() -> Select[Any]:
    """Decisions in their order; what an edit of a claim replaced and set stands in its answer."""
    edits = and_(answers.c.number == reviews.c.number, answers.c.value.is_not(None))
    columns = (reviews.c.number, reviews.c.body, answers.c.before, answers.c.value)
    return select(*columns).join(answers, edits, isouter=True).order_by(reviews.c.number)


def _entry(row: Row[Any], gone: set[int]) -> Entry:
    review = Review.model_validate_json(row.body)
    if row.value is not None:
        review = review.model_copy(update={"before": row.before, "value": row.value})
    return Entry(row.number, review, row.number in gone)


def _answer(row: Row[Any]) -> Answer:
    return Answer(
        ref=(row.report_id, row.claim_id),
        seen=Claim.model_validate_json(row.seen),
        machine=Claim.model_validate_json(row.machine) if row.machine else None,
        before=row.before,
        value=row.value,
    )


def _json(claim: Claim) -> str:
    return claim.model_dump_json(by_alias=True, exclude_defaults=True)
