"""A state's forces and rebels who fight each other do not stand on one side.

"Fighting between opposition fighters and regime forces": each acts, or each has its dead, and both
were put on the same side with nobody against them. One of them is the other's opponent: in a
change of territory whom the type says, else who acts less. Those whom a sentence ties together
stay so. Source: coding frame, side a acts and side b is acted on; in a clash the side named first
or on the offensive is side a.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.coding.second_look import Party
from dateline.coding.together import Pairs
from dateline.model import ActorKind, SubEventType

FOUGHT = frozenset(
    {
        SubEventType.ARMED_CLASH,
        SubEventType.ATTACK,
        SubEventType.GOVERNMENT_REGAINS,
        SubEventType.NON_STATE_OVERTAKES,
    }
)
"""Types in which a state and rebels face each other."""

MORE = 0.4
"""By so much more must the second named act than the first, to be side a."""

REBELS = frozenset({ActorKind.REBEL, ActorKind.UNIDENTIFIED})

_UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.OTHER})


def apart(
    parties: Sequence[Party], stands: Mapping[str, int], allies: Pairs, kind: str
) -> dict[str, int]:
    """Return the new sides, by key, of those who stand with their enemy and against nobody."""
    if kind not in FOUGHT:
        return {}
    here = [party for party in parties if party.key in stands]
    for side in (0, 1):
        mine = [party for party in here if stands[party.key] == side]
        others = [party for party in here if stands[party.key] != side]
        states = [one for one in mine if one.actor.kind is ActorKind.STATE_FORCES]
        rebels = [one for one in mine if one.actor.kind in REBELS]
        if not states or not rebels or any(one.actor.kind not in _UNARMED for one in others):
            continue
        joined = any((one.key, other.key) in allies for one in states for other in rebels)
        if joined and side == 0:  # "soldiers and rebels died" joins no allies
            continue
        doers, struck = _sorted(states, rebels, kind, acted=side == 0)
        return {party.key: 1 for party in struck} if side == 0 else {p.key: 0 for p in doers}
    return {}


def _sorted(
    states: Sequence[Party], rebels: Sequence[Party], kind: str, *, acted: bool
) -> tuple[Sequence[Party], Sequence[Party]]:
    """Who acts and who is acted on, of a state's forces and rebels.

    In a fight that is the first named, but for one who surely acts where both were taken to act.
    """
    if kind == SubEventType.GOVERNMENT_REGAINS:
        return states, rebels
    if kind == SubEventType.NON_STATE_OVERTAKES:
        return rebels, states

    first, second = sorted((states, rebels), key=lambda group: min(one.at for one in group))
    ahead = _doing(second) - _doing(first)
    return (second, first) if acted and ahead >= MORE else (first, second)


def _doing(group: Sequence[Party]) -> float:
    """How much more a group is told to act than to suffer."""
    return max(one.a - one.b for one in group)
