"""How far reviewers agree, field by field, over the claims that two or more decided on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from dateline.evaluation.krippendorff import alpha, interval, nominal
from dateline.events.contradictions import actor_words
from dateline.events.tolls import total
from dateline.events.words import fold
from dateline.model import Actor, Claim, ClaimRef, Measure
from dateline.store import log
from dateline.store.edits import set_in_claim

VERDICT = "verdict"


class FieldAgreement(NamedTuple):
    """Alpha of one field, None where nothing could have differed.

    ``units`` are the claims with a value from two reviewers at least, ``values`` all values given.
    """

    field: str
    alpha: float | None
    units: int
    values: int


class Agreement(NamedTuple):
    """Alpha of every field between reviewers; ``units`` are the claims that several decided on."""

    reviewers: tuple[str, ...]
    units: int
    fields: tuple[FieldAgreement, ...]


class _Coding(NamedTuple):
    """A claim as one reviewer left it."""

    claim: Claim
    accepted: bool


def agreement(connection: Connection, refs: Collection[ClaimRef] | None = None) -> Agreement:
    """Return the agreement over some claims, or all.

    What counts is the claim as each reviewer left it, last word first; decisions that were undone
    count for nothing. Who rejects a claim gives a verdict, and no value to the other fields.
    """
    codings = _codings(connection)
    shared = {
        ref: by for ref, by in codings.items() if len(by) > 1 and (refs is None or ref in refs)
    }
    fields = [_field(name, value, distance, shared) for name, value, distance in _FIELDS]
    reviewers = sorted({name for by in shared.values() for name in by})
    return Agreement(tuple(reviewers), len(shared), tuple(fields))


def _codings(connection: Connection) -> dict[ClaimRef, dict[str, _Coding]]:
    answers = log.all_answers(connection)
    now: dict[ClaimRef, Claim] = {}
    out: dict[ClaimRef, dict[str, _Coding]] = {}
    for entry in log.entries(connection):
        if entry.undone:
            continue
        review = entry.review
        for answer in answers.get(entry.number, ()):
            claim = now.get(answer.ref, answer.seen)
            if review.action == "edit":
                claim = set_in_claim(claim, review.field, answer.value)
            now[answer.ref] = claim
            coding = _Coding(claim, review.action != "reject")
            out.setdefault(answer.ref, {})[review.reviewer] = coding
    return out


def _field(
    name: str,
    value: Callable[[_Coding], Any],
    distance: Callable[[Any, Any], float],
    shared: Mapping[ClaimRef, Mapping[str, _Coding]],
) -> FieldAgreement:
    units = [
        [found for coding in by.values() if (found := value(coding)) is not None]
        for by in shared.values()
    ]
    told = [unit for unit in units if len(unit) > 1]
    found = alpha(told, distance)
    return FieldAgreement(
        field=name,
        alpha=None if found is None else round(found, 4),
        units=len(told),
        values=sum(map(len, told)),
    )


def _of(value: Callable[[Claim], Any]) -> Callable[[_Coding], Any]:
    return lambda coding: value(coding.claim) if coding.accepted else None


def _side(actors: tuple[Actor, ...]) -> str:
    return "; ".join(sorted(map(actor_words, actors)))


def _killed(claim: Claim) -> int | None:
    found = total(claim, Measure.KILLED)
    return None if found is None else found.middle


def _holder(claim: Claim) -> str:
    return actor_words(claim.control.to) if claim.control and claim.control.to else "none"


_FIELDS: tuple[tuple[str, Callable[[_Coding], Any], Callable[[Any, Any], float]], ...] = (
    (VERDICT, lambda coding: coding.accepted, nominal),
    ("sub_event_type", _of(lambda c: c.sub_event_type), nominal),
    ("date", _of(lambda c: (c.date.start, c.date.end) if c.date else "none"), nominal),
    ("place", _of(lambda c: fold(c.place.canonical) if c.place else "none"), nominal),
    ("side_a", _of(lambda c: _side(c.side_a)), nominal),
    ("side_b", _of(lambda c: _side(c.side_b)), nominal),
    ("civilians_targeted", _of(lambda c: c.civilians_targeted), nominal),
    ("killed", _of(_killed), interval),
    ("control", _of(_holder), nominal),
    ("status", _of(lambda c: c.status), nominal),
)
