"""The opposition where it bears no arms: "arrested 40 opposition members", "it marched".

In a war whose rebels are called the opposition the word stands for them, and it did so everywhere.
Those of it who are arrested, who march or whom police face at a march are politicians and their
people, unless they are told to bear arms. Source: coding frame, civilians, protesters and rioters
are kinds of their own. Words are data.
"""

from __future__ import annotations

from dateline.coding.second_look import Sides
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, SubEventType

WORDS = "languages/en/opponents.toml"
"""Where the words for those of the opposition who bear arms are kept."""

_MARCHES = frozenset(
    {
        SubEventType.PEACEFUL_PROTEST,
        SubEventType.PROTEST_INTERVENTION,
        SubEventType.EXCESSIVE_FORCE,
    }
)
_TAKEN = frozenset({SubEventType.ARRESTS, SubEventType.ABDUCTION})
_RIOTS = frozenset({SubEventType.VIOLENT_DEMONSTRATION, SubEventType.MOB_VIOLENCE})


def unarmed_opposition(kind: SubEventType, sides: Sides) -> Sides:
    """Return the sides, those of an opposition without arms no rebels: whom police arrest, say."""
    if kind in _TAKEN:
        return sides[0], [_as(actor, ActorKind.CIVILIANS) for actor in sides[1]]
    if kind in _MARCHES:
        return (
            [_as(actor, ActorKind.PROTESTERS) for actor in sides[0]],
            [_as(actor, ActorKind.PROTESTERS) for actor in sides[1]],
        )
    if kind in _RIOTS:
        return (
            [_as(actor, ActorKind.RIOTERS) for actor in sides[0]],
            [_as(actor, ActorKind.CIVILIANS) for actor in sides[1]],
        )
    return sides


def _as(actor: Actor, kind: ActorKind) -> Actor:
    """An actor as one of a kind, if he is of an opposition and not said to bear arms."""
    words = settings(WORDS)["opposition"]
    said = actor.mention.lower().replace("'s", " ").split()
    told = actor.kind is ActorKind.REBEL and actor.name is None and words["word"] in said
    if not told or not set(words["armed"]).isdisjoint(said):
        return actor
    return actor.model_copy(update={"kind": kind})
