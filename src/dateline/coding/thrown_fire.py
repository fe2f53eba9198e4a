"""Petrol bombs and grenades, which are thrown: "youths hurled petrol bombs at police".

A petrol bomb is no device that somebody leaves and goes away from. Thrown at police or soldiers it
is a riot, thrown by somebody else at a house or a mosque an attack on those in it. Source: ACLED's
event types (violent demonstration, attack); which words name it is data.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides
from dateline.knowledge.files import settings
from dateline.model import ActorKind, SubEventType

WORDS = "languages/en/delivery.toml"

READ_AS = frozenset({SubEventType.REMOTE_EXPLOSIVE, SubEventType.GRENADE})
"""Types that bombs are otherwise read as."""

DEVICES = frozenset({"ied", "grenade", "suicide"})
"""What the table of triggers calls the words of bombs."""

_FORCES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
_CROWDS = frozenset({ActorKind.PROTESTERS, ActorKind.RIOTERS})


def thrown(members: Sequence[Happening], kind: SubEventType, sides: Sides) -> SubEventType:
    """Return the type of an event: a riot or an attack where its only bombs are petrol bombs."""
    if kind not in READ_AS:
        return kind
    if _are_grenades(members):
        return SubEventType.GRENADE
    fire = settings(WORDS)["thrown_fire"]
    bombs = [
        one.trigger.lemma.lower() for one in members if not DEVICES.isdisjoint(one.trigger.concepts)
    ]
    if not bombs or not all(any(name in lemma for name in fire) for lemma in bombs):
        return kind
    crowd = any(actor.kind in _CROWDS for side in sides for actor in side)
    riot = any("riot" in one.trigger.concepts for one in members if one.trigger.lemma not in bombs)
    police = any(actor.kind in _FORCES for actor in sides[1])
    armed = any(actor.kind is not ActorKind.CIVILIANS for actor in sides[0])
    if crowd or riot or (police and not armed):
        return SubEventType.VIOLENT_DEMONSTRATION
    return SubEventType.ATTACK


def _are_grenades(members: Sequence[Happening]) -> bool:
    """Whether all that is said to explode are grenades: "a hand grenade went off in a bar"."""
    bursting = settings(WORDS)["bursting"]
    devices = {
        one.trigger.lemma.lower()
        for one in members
        if not DEVICES.isdisjoint(one.trigger.concepts)
        and one.trigger.lemma.lower() not in bursting
    }
    return bool(devices) and all(lemma.endswith("grenade") for lemma in devices)
