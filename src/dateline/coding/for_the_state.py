"""Who takes a place for the state at home: its army's allies from abroad, and its militias.

Source: coding frame, "government side gains: Government regains territory". Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind

CONQUEST = "languages/en/conquest.toml"
"""Where the words of taking back, and for a government's fighters, are kept."""


def is_helped(taker: Actor, sides: Sides) -> bool:
    """Return whether who takes a place from abroad does so beside the state at home.

    "French and Malian troops captured the town": the government side gains.
    """
    kinds = {actor.kind for actor in sides[0]}
    foe = ActorKind.STATE_FORCES in {actor.kind for actor in sides[1]}
    return taker.kind is ActorKind.EXTERNAL_FORCES and ActorKind.STATE_FORCES in kinds and not foe


def wins_for_the_state(taker: Actor | None, members: Sequence[Happening], sides: Sides) -> bool:
    """Return whether who takes a place from rebels is on the state's side, and no army of its own.

    Troops from abroad who retake it ("Chadian troops recaptured Damasak from Boko Haram"), and
    fighters who are called after the government.
    """
    first = taker or next(iter(sides[0]), None)
    ours, theirs = ({actor.kind for actor in side} for side in sides)
    if first is None or ActorKind.REBEL in ours or theirs != {ActorKind.REBEL}:
        return False
    words = settings(CONQUEST)
    if first.kind is ActorKind.EXTERNAL_FORCES:
        return any(one.trigger.lemma in words["taking_back"] for one in members)
    loyal = first.mention.lower().startswith(tuple(words["for_the_state"]))
    return first.kind is ActorKind.POLITICAL_MILITIA and loyal
