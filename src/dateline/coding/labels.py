"""Fighters called so and their group named: "terrorists fired shells", by Jaish al-Islam.

A word that only says what somebody is called stands for the group that the report names on the same
side of the event, in its headline or another sentence, and is no further party. Where a sentence
joins the two by "and", or says "other militants", they are two. So do "gunmen", and "troops" for
the army of the same state that is named beside them; police are another force. "Attackers" who died
are those who attacked. Source: coding frame, each party is one actor; words are data.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.second_look import key_of
from dateline.coding.together import Pairs
from dateline.knowledge.files import settings
from dateline.knowledge.roles import anaphora
from dateline.model import Actor, ActorKind

WORDS = "languages/en/actors.toml"
"""Where the words that say no more of fighters than how they are called are kept."""

BANDS = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
"""Kinds of groups whose fighters are called so."""

STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})


def named_only(side: Sequence[Actor], tied: Pairs) -> list[Actor]:
    """Return the actors of a side without those that are the fighters of a group beside them."""
    named = [actor for actor in side if actor.name and actor.kind in BANDS | STATES]
    return [
        actor
        for actor in side
        if not (
            (_is_label(actor) or _are_troops(actor))
            and any(_may_be(actor, group, tied) for group in named)
        )
    ]


def without_attackers(sides: tuple[list[Actor], list[Actor]]) -> tuple[list[Actor], list[Actor]]:
    """Return the sides, on the second no "attackers" where a band is on the first: its own dead."""
    bands = bool(sides[0]) and all(actor.kind in BANDS for actor in sides[0])
    words = settings(WORDS)["attackers"]
    return sides[0], [
        actor
        for actor in sides[1]
        if not (
            bands
            and actor.kind is ActorKind.UNIDENTIFIED
            and actor.mention.lower().split()[-1] in words
        )
    ]


def _are_troops(actor: Actor) -> bool:
    """Whether a mention names no force of a state, and no police: "troops", "an officer"."""
    return not actor.name and actor.kind in STATES and "police" not in actor.mention.lower()


def _is_label(actor: Actor) -> bool:
    """Whether a mention only says what fighters are called: "the militants", "12 terrorists"."""
    if actor.name or actor.kind not in BANDS | {ActorKind.UNIDENTIFIED}:
        return False
    words, called = settings(WORDS)["labels"], anaphora().members
    if actor.kind is ActorKind.UNIDENTIFIED:
        called = called | set(settings(WORDS)["nobodies"])
    said = [word for word in actor.mention.lower().replace("-", " ").split() if not word.isdigit()]
    bare = [word.removesuffix("s") for word in said]
    return any(word in called for word in bare) and all(
        word in called or whole in words for word, whole in zip(bare, said, strict=True)
    )


def _may_be(actor: Actor, group: Actor, tied: Pairs) -> bool:
    alike = actor.kind in (group.kind, ActorKind.UNIDENTIFIED)
    # A coalition is of no state: neither are Russian jets its own.
    loose = actor.kind not in STATES and None in (actor.country, group.country)
    near = loose or (actor.country is not None and actor.country == group.country)
    return alike and near and (key_of(actor), key_of(group)) not in tied
