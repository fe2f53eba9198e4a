"""Fires that no crowd set: "unknown men torched a party office", "a mosque was set on fire".

The words are those for what rioters do. Where no crowd is told of, property was destroyed, and
where the fire hurt somebody, people were attacked. Source: ACLED's event types (looting and
property destruction, violent demonstration).
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides
from dateline.coding.triggers import Trigger
from dateline.knowledge.files import settings
from dateline.model import ActorKind, Figure, Measure, SubEventType

WORDS = "languages/en/mobs.toml"

READ_AS = frozenset(
    {SubEventType.VIOLENT_DEMONSTRATION, SubEventType.MOB_VIOLENCE, SubEventType.LOOTING}
)
"""Types that fires are otherwise read as."""

_CROWD = frozenset({"riot", "protest", "disperse", "clash"})
_CROWDS = frozenset({ActorKind.PROTESTERS, ActorKind.RIOTERS, ActorKind.CIVILIANS, ActorKind.OTHER})


def burnt(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    figures: Sequence[Figure],
) -> SubEventType:
    """Return the type of a fire by whom it hurt, where nobody riots."""
    if kind is SubEventType.LOOTING and any(_is_of_a_crowd(findings, one) for one in members):
        return SubEventType.VIOLENT_DEMONSTRATION
    if kind not in READ_AS or any(actor.kind in _CROWDS for actor in sides[0]):
        return kind
    fires = settings(WORDS)["fires"]
    sentences = {one.trigger.sentence for one in members}
    told = [one for one in findings.triggers if one.sentence in sentences]
    lit = [one for one in told if one.lemma in fires]
    if not lit or any(one not in lit and not _CROWD.isdisjoint(one.concepts) for one in told):
        return kind
    if not all(_is_no_crowd(findings, one) for one in lit):
        return kind
    killed = any(one.measure is Measure.KILLED and one.high != 0 for one in figures)
    return SubEventType.ATTACK if killed else SubEventType.LOOTING


def _is_of_a_crowd(findings: Findings, happening: Happening) -> bool:
    """Whether supporters, students or strikers set a fire or loot: they riot, by the frame."""
    verb = findings.document.doc[happening.trigger.head]
    loots = "loot" in happening.trigger.concepts
    if verb.pos_ != "VERB" or not (loots or happening.trigger.lemma in settings(WORDS)["fires"]):
        return False
    doers = [kid for kid in verb.children if kid.dep_ == "nsubj"]
    doers += [noun for by in verb.children if by.dep_ == "agent" for noun in by.children]
    if not doers and verb.dep_ in ("conj", "xcomp", "advcl"):
        doers = [kid for kid in verb.head.children if kid.dep_ == "nsubj"]
    demonstrators = settings(WORDS)["demonstrators"]
    return any(
        noun.lemma_.lower() in demonstrators for doer in doers for noun in (doer, *doer.conjuncts)
    )


def _is_no_crowd(findings: Findings, trigger: Trigger) -> bool:
    """Whether nobody is told to have set a fire, or only men who are no crowd."""
    verb = findings.document.doc[trigger.head]
    doers = [kid for kid in verb.children if kid.dep_ == "nsubj"]
    doers += [noun for by in verb.children if by.dep_ == "agent" for noun in by.children]
    no_crowd = {
        mention.head
        for mention in findings.within(findings.actors, trigger.sentence)
        if mention.actors and all(actor.kind not in _CROWDS for actor in mention.actors)
    }
    return verb.pos_ != "VERB" or all(noun.i in no_crowd for noun in doers)
