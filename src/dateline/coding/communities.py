"""Communities that fight, and herders who are killed.

"Gunmen killed five herders": words for herders stand for a community in arms, so that the dead
were no civilians and stood on no side. "Clashes between farmers and herders": words for farmers
stand for civilians, who fight in no clash. What happens tells which they are. Source: coding
frame, civilians where they are the victims; ACLED counts communities that fight as identity
militias. Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.opponents import CLASH, opponents_of
from dateline.coding.second_look import NEVER, SURE, Party, key_of, named_by
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind, Place, SubEventType

WORDS = "languages/en/opponents.toml"
"""Where the words for communities are kept."""

VICTIMS = frozenset(
    {
        SubEventType.ATTACK,
        SubEventType.ABDUCTION,
        SubEventType.AIR_STRIKE,
        SubEventType.SHELLING,
        SubEventType.REMOTE_EXPLOSIVE,
        SubEventType.SUICIDE_BOMB,
        SubEventType.MOB_VIOLENCE,
    }
)
"""Types of what is done to people who do not fight."""

OF_A_COMMUNITY = frozenset({ActorKind.CIVILIANS, ActorKind.IDENTITY_MILITIA})


def communities(
    findings: Findings,
    happenings: Sequence[Happening],
    everyone: Sequence[Party],
    types: dict[str, float],
    place: Place | None,
) -> list[Party]:
    """Return the parties, herders who are attacked as civilians and villagers who clash as armed.

    Two communities that clash stand on two sides, as the sentence names them.
    """
    kind = next(iter(types), None)
    if kind in VICTIMS:
        return [
            _as(party, ActorKind.CIVILIANS) if _is_victim(party) else party for party in everyone
        ]
    if kind != SubEventType.ARMED_CLASH:
        return list(everyone)
    for happening in happenings:
        if CLASH not in happening.trigger.concepts:
            continue
        first, second = opponents_of(findings.document.doc[happening.trigger.head])
        if not (_are_communal(first) and _are_communal(second)):
            continue
        sides = [
            {key_of(one) for one in named_by(findings, words, place) if one.kind in OF_A_COMMUNITY}
            for words in (first, second)
        ]
        if all(sides) and sides[0].isdisjoint(sides[1]):
            return [_fighting(party, *sides) for party in everyone]
    return list(everyone)


def _is_victim(party: Party) -> bool:
    """Whether a party is herders, not said to be armed, on whom the event is done."""
    actor, words = party.actor, settings(WORDS)
    if actor.kind is not ActorKind.IDENTITY_MILITIA or party.b <= party.a or actor.name:
        return False
    said = actor.mention.lower().replace("-", " ").split()
    people = actor.mention[-1] == "s" and actor.mention.split()[-1][0].isupper()  # "Albanians"
    known = people or said[-1] in words["herders"]
    return known and not any(word in words["arming"] for word in said)


def _are_communal(words: Sequence[Token]) -> bool:
    return bool(words) and all(
        word.lemma_.lower() in settings(WORDS)["communities"] for word in words
    )


def _as(party: Party, kind: ActorKind) -> Party:
    return replace(party, actor=party.actor.model_copy(update={"kind": kind}))


def _fighting(party: Party, ones: set[str], others: set[str]) -> Party:
    if party.key in ones:
        return replace(_as(party, ActorKind.IDENTITY_MILITIA), a=SURE, b=NEVER)
    if party.key in others:
        return replace(_as(party, ActorKind.IDENTITY_MILITIA), a=NEVER, b=SURE)
    return party
