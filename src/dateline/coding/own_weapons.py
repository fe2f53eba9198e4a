"""The type of an event by the weapons of its own clause: "mortars hit Sake; a judge was shot in X".

The models read whole sentences, so that the bomb of one clause makes the shots of the clause beside
it a bomb, too. Where two clauses of a sentence tell of two events, an event has no weapon that
only the other clause names, and has the one that only its own clause does. Source: coding frame,
"different place: different claims", and the order of its types.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.coding.clauses import clause_of, tell_two
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.triggers import Trigger
from dateline.model import SubEventType

WEAPONS: Mapping[str, SubEventType] = {
    "chemical": SubEventType.CHEMICAL_WEAPON,
    "suicide_bomb": SubEventType.SUICIDE_BOMB,
    "airstrike": SubEventType.AIR_STRIKE,
    "shelling": SubEventType.SHELLING,
    "ied": SubEventType.REMOTE_EXPLOSIVE,
    "grenade": SubEventType.GRENADE,
}
"""Which type each concept of the table of triggers that is a weapon speaks of, as the coding frame
orders them."""

AFAR = frozenset(WEAPONS.values())

HARMS = frozenset({SubEventType.ATTACK, SubEventType.ARMED_CLASH})
"""Types that the clause of another event may make of a weapon."""


def by_own_weapons(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    types: Mapping[str, float],
) -> SubEventType:
    """Return the type of an event told in one of two clauses, by what that clause names.

    ``types`` are all types by their chances, the likeliest first.
    """
    if kind not in AFAR | HARMS or len({one.trigger.sentence for one in members}) > 1:
        return kind
    surest = max(members, key=lambda one: one.sure).trigger
    beside = [one for one in findings.triggers if one.sentence == surest.sentence]
    if _weapons(beside).isdisjoint(AFAR):
        return kind
    clause = clause_of(findings, surest)
    if clause is None:
        return kind
    others = [one for one in beside if tell_two(clause, clause_of(findings, one))]
    if not others:
        return kind
    own = [one.trigger for one in members]
    own += [one for one in beside if clause_of(findings, one) == clause]
    mine, theirs = _weapons(own), _weapons(others)
    if kind in theirs - mine:
        return next(
            (SubEventType(name) for name in types if SubEventType(name) not in theirs - mine), kind
        )
    if kind in HARMS and mine and not mine & theirs and not _shot(own):
        return next((one for one in WEAPONS.values() if one in mine), kind)
    return kind


def _weapons(triggers: Iterable[Trigger]) -> set[SubEventType]:
    return {WEAPONS[name] for one in triggers for name in one.concepts if name in WEAPONS}


def _shot(triggers: Iterable[Trigger]) -> bool:
    """Whether a clause tells of guns or of a fight, beside its weapons."""
    return any(not {"shoot", "clash"}.isdisjoint(one.concepts) for one in triggers)
