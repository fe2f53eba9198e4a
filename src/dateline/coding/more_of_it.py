"""Who fired again where a sentence only says that there was more of it: "other strikes hit Douma".

A report that has told whose strikes or shells they are goes on without: "another shell killed
two in Midan". Nobody had then fired it. What is said to come on top of a strike or a bombardment
told shortly before is of those who did that. Source: coding frame, side a is who acts. Words are
data.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import key_of
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind, Claim, SubEventType

WORDS = "languages/en/told_before.toml"
"""Where the words for more of the same are kept."""

FIRE = frozenset({SubEventType.AIR_STRIKE, SubEventType.SHELLING})
"""Types of what goes on at several places."""

ARMED = frozenset(ActorKind) - {
    ActorKind.CIVILIANS,
    ActorKind.PROTESTERS,
    ActorKind.RIOTERS,
    ActorKind.OTHER,
}
"""Kinds that may have fired themselves."""

REACH = 3
"""How many sentences lie between the two at most."""

Told = tuple[Sequence[Happening], Claim]
"""The words of an event, and the claim that they make."""


def of_those_before(
    findings: Findings, members: Sequence[Happening], claim: Claim, before: Sequence[Told]
) -> Claim:
    """Return a claim of fire that nobody is told to have opened with who did before, if so told."""
    if claim.sub_event_type not in FIRE or claim.side_a or claim.background:
        return claim
    here = {member.trigger.sentence for member in members}
    if not _is_more(findings, members) or _names_another(findings, here, claim):
        return claim
    for others, one in reversed(before):
        if one.sub_event_type is not claim.sub_event_type or not one.side_a:
            continue
        last = max(member.trigger.sentence for member in others)
        suffer = {key_of(actor) for actor in claim.side_b}
        acting = {key_of(actor) for actor in one.side_a}
        near = 0 <= min(here) - last <= REACH
        if near and _is_alike(one, claim) and suffer.isdisjoint(acting):
            return claim.model_copy(update={"side_a": one.side_a})
        return claim
    return claim


def _is_more(findings: Findings, members: Sequence[Happening]) -> bool:
    """Whether the words of an event say that it is more of the same fire: "other strikes also"."""
    return any(_more_of(findings.document.doc[one.trigger.head]) for one in members)


def _more_of(word: Token) -> bool:
    verb = word if word.pos_ == "VERB" else word.head
    fired = [word, *(kid for kid in verb.children if kid.dep_ in ("nsubj", "nsubjpass"))]
    return any(
        kid.lower_ in _words("further")
        for noun in fired
        if noun.lemma_.lower() in _words("fired")
        for kid in noun.children
    ) or (
        verb.pos_ == "VERB"
        and any(noun.lemma_.lower() in _words("fired") for noun in fired)
        and any(
            kid.lower_ in _words("again") and kid.i > fired[0].left_edge.i for kid in verb.children
        )
    )


def _names_another(findings: Findings, sentences: set[int], claim: Claim) -> bool:
    """Whether sentences name somebody armed who does not suffer: he may have fired."""
    suffer = {(actor.kind, actor.name) for actor in claim.side_b}
    return any(
        actor.kind in ARMED and (actor.kind, actor.name) not in suffer
        for at in sentences
        for mention in findings.within(findings.actors, at)
        for actor in mention.actors
    )


def _is_alike(one: Claim, other: Claim) -> bool:
    """Whether two claims are not of two countries, nor one of them of history."""
    countries = {place.country for place in (one.place, other.place) if place and place.country}
    return len(countries) < 2 and not one.background


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
