"""Claims of one event -> the event: every value kept, one shown by a stated policy.

The value shown of a field is that of a claim which a person has decided on, then that of most
independent sources, then the most precise, then the one reported last. Tolls follow
``tolls.merged``. Nothing is averaged, nothing is dropped: values that differ stand in
``alternatives``, those that cannot all be right in ``contradictions``.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from dateline.events.contradictions import actor_words, alternatives, contradictions, range_words
from dateline.events.reasons import same_actor
from dateline.events.sources import independent, publishers
from dateline.events.telling import Telling
from dateline.events.tolls import CIVILIANS, SIDE_A, SIDE_B, merged, total
from dateline.events.words import fold
from dateline.model import (
    Actor,
    ActorKind,
    Alternative,
    Certainty,
    Claim,
    ClaimRef,
    Contradiction,
    DatePrecision,
    Event,
    Link,
    Measure,
    PlacePrecision,
    Status,
    Toll,
)

POLICY = (
    "reviewed claims, then independent sources, then precision, then the latest report; "
    "rising tolls: the latest"
)
"""The merging policy in words, for the provenance of exports."""

_T = TypeVar("_T", bound=Hashable)

_DATE_RANK = {precision: -rank for rank, precision in enumerate(DatePrecision)}
_PLACE_RANK = {precision: -rank for rank, precision in enumerate(PlacePrecision)}
_STATUS_RANK = {
    Status.STATED: 5,
    Status.ATTRIBUTED: 4,
    Status.CLAIMED: 3,
    Status.HEDGED: 2,
    Status.DENIED: 1,
    Status.PLANNED: 0,
}
_DISPUTING = {"toll": False, "perpetrator": True, "control": True, "denied": True}


def merge(event_id: str, told: Sequence[Telling], links: Sequence[Link] = ()) -> Event:
    """Return the event that ``told`` tell of; raises ValueError where there is no claim.

    The result does not depend on the order of ``told``.
    """
    if not told:
        raise ValueError(f"event {event_id} has no claim")
    ordered = _one_way_round(sorted(told, key=_publication))
    claims = [telling.claim for telling in ordered]
    source = independent(ordered)
    clashes = contradictions(ordered)

    def shown(value: Callable[[Claim], _T | None], rank: Callable[[Claim], int]) -> Claim:
        return _choose(ordered, source, value, rank)

    place = shown(
        lambda c: fold(c.place.canonical) if c.place else None,
        lambda c: _PLACE_RANK[c.place.precision] if c.place else -9,
    ).place
    when = shown(
        lambda c: (c.date.start, c.date.end) if c.date else None,
        lambda c: _DATE_RANK[c.date.precision] if c.date else -9,
    ).date
    kind = shown(lambda c: c.sub_event_type, lambda _: 0).sub_event_type
    control = shown(
        lambda c: actor_words(c.control.to) if c.control and c.control.to else None,
        lambda c: int(bool(c.control and c.control.to and c.control.to.name)),
    ).control
    days = [telling.published for telling in ordered if telling.published]
    return Event(
        id=event_id,
        sub_event_type=kind,
        date=when,
        place=place,
        side_a=_side(claims, lambda c: c.side_a),
        side_b=_side(claims, lambda c: c.side_b),
        civilians_targeted=2 * sum(c.civilians_targeted for c in claims) >= len(claims),
        tolls=_tolls(ordered, source),
        control=control,
        status=max((c.status for c in claims), key=_STATUS_RANK.__getitem__),
        background=all(c.background for c in claims),
        certainty=certainty(ordered, source, clashes),
        claims=tuple(telling.ref for telling in ordered),
        links=tuple(sorted(links, key=lambda link: (link.report_id, link.claim_id))),
        publishers=publishers(ordered),
        sources=len(set(source.values())),
        attributed_to=tuple(dict.fromkeys(who for c in claims for who in c.attributed_to)),
        first_reported=min(days, default=None),
        last_reported=max(days, default=None),
        alternatives=_alternatives(ordered),
        contradictions=clashes,
    )


def certainty(
    told: Sequence[Telling], source: dict[ClaimRef, int], clashes: Sequence[Contradiction]
) -> Certainty:
    """Return the step of the ladder that an event stands on before a person has looked at it.

    Disputed: a claim is denied, or claims name rival perpetrators or holders. Rival tolls alone
    dispute no event. Claimed by a party: no claim rests on anyone but a party to the event.
    """
    if any(_DISPUTING.get(clash.field, False) for clash in clashes):
        return Certainty.DISPUTED
    if all(telling.claim.status in (Status.CLAIMED, Status.PLANNED) for telling in told):
        return Certainty.CLAIMED
    if len(set(source.values())) > 1:
        return Certainty.SEVERAL
    return Certainty.SINGLE


def _one_way_round(told: Sequence[Telling]) -> list[Telling]:
    """The claims with the sides of a clash the way round that most of them tell it.

    A report may start with either side; told both ways, each party would stand on both sides.
    """
    first = next((t.claim for t in told if t.claim.side_a and t.claim.side_b), None)
    if first is None:
        return list(told)
    turned = [_turned(telling.claim, first) for telling in told]
    # Most claims decide which way is the right one; the first of equals.
    back = 2 * sum(turned) > sum(bool(t.claim.side_a and t.claim.side_b) for t in told)
    return [
        _turn(telling) if turn is not back and _two_sided(telling.claim) else telling
        for telling, turn in zip(told, turned, strict=True)
    ]


def _two_sided(claim: Claim) -> bool:
    return bool(claim.side_a and claim.side_b)


def _turned(claim: Claim, first: Claim) -> bool:
    """Whether a claim tells both sides of another the other way round."""
    straight = _meet(claim.side_a, first.side_a) or _meet(claim.side_b, first.side_b)
    crossed = _meet(claim.side_a, first.side_b) and _meet(claim.side_b, first.side_a)
    return crossed and not straight


def _meet(one: tuple[Actor, ...], two: tuple[Actor, ...]) -> bool:
    return any(same_actor(a, b) for a in one for b in two)


def _turn(telling: Telling) -> Telling:
    claim = telling.claim
    sides = {"side_a": claim.side_b, "side_b": claim.side_a}
    return telling._replace(claim=claim.model_copy(update=sides))


def _publication(telling: Telling) -> tuple[str, str, str]:
    return (telling.published.isoformat() if telling.published else "", *telling.ref)


def _choose(
    told: Sequence[Telling],
    source: dict[ClaimRef, int],
    value: Callable[[Claim], _T | None],
    rank: Callable[[Claim], int],
) -> Claim:
    """The claim whose value is shown; the first claim where none gives the field."""
    backers: dict[_T, set[int]] = {}
    best: tuple[bool, int, int, int] | None = None
    chosen = told[0].claim
    for telling in told:
        found = value(telling.claim)
        if found is not None:
            backers.setdefault(found, set()).add(source[telling.ref])
    for position, telling in enumerate(told):
        found = value(telling.claim)
        if found is None:
            continue
        merit = (telling.settled, len(backers[found]), rank(telling.claim), position)
        if best is None or merit > best:
            best, chosen = merit, telling.claim
    return chosen


def _side(claims: Sequence[Claim], side: Callable[[Claim], tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """The actors of a side over all claims, each once, named ones instead of vaguer words."""
    out: list[Actor] = []
    for claim in claims:
        for actor in side(claim):
            known = next((n for n, other in enumerate(out) if same_actor(actor, other)), None)
            if known is None:
                out.append(actor)
            elif actor.name and not out[known].name:
                out[known] = actor
    named = {(actor.kind, actor.country) for actor in out if actor.name}
    vague = {ActorKind.UNIDENTIFIED} if len(out) > 1 else set()
    kept = [
        actor
        for actor in out
        if actor.name or ((actor.kind, actor.country) not in named and actor.kind not in vague)
    ]
    return tuple(actor.model_copy(update={"span": None}) for actor in (kept or out[:1]))


def _tolls(told: Sequence[Telling], source: dict[ClaimRef, int]) -> tuple[Toll, ...]:
    out: list[Toll] = []
    for measure in Measure:
        for whom in (None, CIVILIANS, SIDE_A, SIDE_B):
            toll = merged(told, measure, source, whom)
            if toll is not None:
                out.append(toll)
    return tuple(out)


def _alternatives(told: Sequence[Telling]) -> dict[str, tuple[Alternative, ...]]:
    """All values of the fields on which claims differ, in words."""
    fields: dict[str, Callable[[Claim], str | None]] = {
        "sub_event_type": lambda c: str(c.sub_event_type),
        "date": lambda c: f"{c.date.start} to {c.date.end}" if c.date else None,
        "place": lambda c: c.place.canonical if c.place else None,
        "side_a": lambda c: "; ".join(map(actor_words, c.side_a)) or None,
        "side_b": lambda c: "; ".join(map(actor_words, c.side_b)) or None,
        "status": lambda c: str(c.status),
    }
    for measure in (Measure.KILLED, Measure.INJURED, Measure.CAPTURED, Measure.DISPLACED):
        fields[measure] = lambda c, m=measure: _words(c, m)  # type: ignore[misc]
    found = {name: alternatives(told, value) for name, value in fields.items()}
    return {name: values for name, values in found.items() if len(values) > 1}


def _words(claim: Claim, measure: Measure) -> str | None:
    found = total(claim, measure)
    return None if found is None else range_words(measure, found)
