"""On what the claims of an event cannot all be right: kept as records, never averaged away."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from dateline.events.reasons import kilometres, same_actor, shown
from dateline.events.sources import publishers
from dateline.events.telling import Telling
from dateline.events.tolls import Range, total
from dateline.model import (
    Actor,
    ActorKind,
    Alternative,
    Claim,
    Contradiction,
    DatePrecision,
    Figure,
    Measure,
    PlacePrecision,
    Status,
)

_UNARMED = {ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS}

PLACES_APART_KM = 10.0
"""Two places told exactly and further apart than this are a contradiction."""


def contradictions(told: Sequence[Telling]) -> tuple[Contradiction, ...]:
    """Return the contradictions among the claims of one event, in a fixed order of fields."""
    found = [
        *(_toll(told, measure) for measure in (Measure.KILLED, Measure.INJURED, Measure.CAPTURED)),
        _clash(told, "perpetrator", _side_a, _rival_sides),
        _clash(told, "place", _place, _places_apart),
        _clash(told, "date", _date, _days_apart),
        _clash(told, "control", _holder, _rival_holders),
        _denied(told),
    ]
    return tuple(contradiction for contradiction in found if contradiction)


def alternatives(
    told: Sequence[Telling], value: Callable[[Claim], str | None]
) -> tuple[Alternative, ...]:
    """Return the values that claims give to a field, in words, the most often told first."""
    groups: dict[str, list[Telling]] = {}
    for telling in told:
        words = value(telling.claim)
        if words is not None:
            groups.setdefault(words, []).append(telling)
    ordered = sorted(groups.items(), key=lambda item: -len(item[1]))
    return tuple(_alternative(words, members) for words, members in ordered)


def _alternative(words: str, members: Sequence[Telling]) -> Alternative:
    return Alternative(
        value=words,
        claims=tuple(telling.ref for telling in members),
        publishers=publishers(members),
    )


def range_words(measure: Measure, found: Range) -> str:
    """Return a toll as words: ``12 killed``, ``20+ injured``."""
    figure = Figure(measure=measure, low=found.low, best=found.best, high=found.high, text="-")
    return f"{shown(figure)} {measure}"


def _toll(told: Sequence[Telling], measure: Measure) -> Contradiction | None:
    """Tolls whose ranges share no number; of one publisher only its latest counts."""
    latest: dict[str, Telling] = {}
    for telling in told:
        if total(telling.claim, measure) is not None:
            latest[telling.publisher or telling.report_id] = telling
    rows = list(latest.values())
    ranges = [total(telling.claim, measure) for telling in rows]
    ends = [_ends(found) for found in ranges if found is not None]
    if len(ends) < 2 or max(low for low, _ in ends) <= min(high for _, high in ends):
        return None
    kept = alternatives(rows, lambda claim: _toll_words(claim, measure))
    return Contradiction(field="toll", alternatives=kept) if len(kept) > 1 else None


def _toll_words(claim: Claim, measure: Measure) -> str | None:
    found = total(claim, measure)
    return None if found is None else range_words(measure, found)


def _ends(found: Range) -> tuple[float, float]:
    if found.low is None and found.high is None and found.best is not None:
        return (0.8 * found.best, 1.25 * found.best)
    low = found.low if found.low is not None else 0
    return (low, found.high if found.high is not None else math.inf)


def _clash(
    told: Sequence[Telling],
    field: str,
    value: Callable[[Claim], str | None],
    differ: Callable[[Claim, Claim], bool],
) -> Contradiction | None:
    """A contradiction where any two claims that give the field differ."""
    firsts: dict[str, Telling] = {}
    for telling in told:
        words = value(telling.claim)
        if words is not None:
            firsts.setdefault(words, telling)
    rows = [telling.claim for telling in firsts.values()]
    if not any(differ(a, b) for n, a in enumerate(rows) for b in rows[:n]):
        return None
    return Contradiction(field=field, alternatives=alternatives(told, value))


def actor_words(actor: Actor) -> str:
    """Return an actor as words: its name, or its kind and country."""
    if actor.name:
        return actor.name
    return f"{actor.kind} ({actor.country})" if actor.country else str(actor.kind)


def _side_a(claim: Claim) -> str | None:
    names = sorted({actor_words(a) for a in claim.side_a if a.kind is not ActorKind.UNIDENTIFIED})
    return "; ".join(names) or None


def _rival_sides(a: Claim, b: Claim) -> bool:
    """Whether no actor of one side can be one of the other's."""
    one = [actor for actor in a.side_a if actor.kind is not ActorKind.UNIDENTIFIED]
    two = [actor for actor in b.side_a if actor.kind is not ActorKind.UNIDENTIFIED]
    # In a clash reports may start with either side.
    swapped = any(same_actor(x, y) for x in one for y in b.side_b) and any(
        same_actor(x, y) for x in a.side_b for y in two
    )
    alike = any(same_actor(x, y) or _unnamed_kin(x, y) for x in one for y in two)
    if one and two and _harms_only_civilians(a) and _harms_only_civilians(b):
        # A claim that accuses two enemies of one strike on civilians has two candidates.
        differ = {actor.kind for actor in one} != {actor.kind for actor in two}
        if differ and _enemies([*one, *two]):
            return True
    return bool(one and two) and not alike and not swapped


def _harms_only_civilians(claim: Claim) -> bool:
    return bool(claim.side_b) and all(actor.kind in _UNARMED for actor in claim.side_b)


def _enemies(actors: Sequence[Actor]) -> bool:
    """Whether a state's forces and rebels of that state are among the actors."""
    states = {actor.country for actor in actors if actor.kind is ActorKind.STATE_FORCES}
    return any(actor.kind is ActorKind.REBEL and actor.country in states for actor in actors)


def _unnamed_kin(x: Actor, y: Actor) -> bool:
    """Whether a vaguer word may mean the other: rebels may be of any group that rebels."""
    armed = {ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA}
    return not (x.name and y.name) and x.kind in armed and y.kind in armed


def _place(claim: Claim) -> str | None:
    return claim.place.canonical if claim.place else None


def _places_apart(a: Claim, b: Claim) -> bool:
    if a.place is None or b.place is None:
        return False
    if not a.place.precision is b.place.precision is PlacePrecision.EXACT:
        return False
    km = kilometres(a.place, b.place)
    return km is not None and km > PLACES_APART_KM


def _date(claim: Claim) -> str | None:
    if claim.date is None:
        return None
    start, end = claim.date.start.isoformat(), claim.date.end.isoformat()
    return start if start == end else f"{start} to {end}"


def _days_apart(a: Claim, b: Claim) -> bool:
    if a.date is None or b.date is None:
        return False
    if not a.date.precision is b.date.precision is DatePrecision.DAY:
        return False
    return a.date.end < b.date.start or b.date.end < a.date.start


def _holder(claim: Claim) -> str | None:
    return actor_words(claim.control.to) if claim.control and claim.control.to else None


def _rival_holders(a: Claim, b: Claim) -> bool:
    one, two = a.control and a.control.to, b.control and b.control.to
    if not one or not two:
        return False
    return not same_actor(one, two) and not _unnamed_kin(one, two)


def _denied(told: Sequence[Telling]) -> Contradiction | None:
    if not any(telling.claim.status is Status.DENIED for telling in told):
        return None
    kept = alternatives(told, lambda c: "denied" if c.status is Status.DENIED else "told")
    return Contradiction(field="denied", alternatives=kept)
