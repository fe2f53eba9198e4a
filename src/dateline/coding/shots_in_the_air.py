"""Shots that hit nobody: "police fired in the air to disperse the crowd".

By ACLED's event types a protest at which forces only fire warning shots is one with intervention;
where the crowd throws stones it riots. Such shots alone are no attack. Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.dispersal import throws_stones
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind, Figure, Measure, SubEventType

WORDS = "languages/en/dispersal.toml"
"""Where the words for such shots and for crowds are kept."""

READ_AS = frozenset({SubEventType.ATTACK, SubEventType.EXCESSIVE_FORCE, SubEventType.ARMED_CLASH})
"""Types that such shots are otherwise read as."""

SHOOT = "shoot"
"""What the table of triggers calls words for shots."""

_BESIDE = frozenset({SHOOT, "protest", "disperse", "riot", "arrest", "offensive", "injure"})
_HARM = frozenset({Measure.KILLED, Measure.INJURED})
_CROWDS = frozenset({ActorKind.PROTESTERS, ActorKind.RIOTERS})


def shots_in_the_air(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    figures: Sequence[Figure],
) -> SubEventType:
    """Return the type of an event: an intervention where forces fire in the air before a crowd."""
    if kind not in READ_AS or any(one.measure in _HARM and one.high != 0 for one in figures):
        return kind
    doc = findings.document.doc
    shots = [one for one in members if SHOOT in one.trigger.concepts]
    if not shots or not all(_is_in_the_air(doc[one.trigger.head]) for one in shots):
        return kind
    if any(_BESIDE.isdisjoint(one.trigger.concepts) for one in members if one not in shots):
        return kind
    if throws_stones(findings, members):
        return SubEventType.VIOLENT_DEMONSTRATION
    return SubEventType.PROTEST_INTERVENTION if _before_a_crowd(findings, members) else kind


def _is_in_the_air(head: Token) -> bool:
    """Whether a word for shots says that they went up: "fired into the air", "warning shots"."""
    words = settings(WORDS)
    nouns = [head, *(kid for kid in head.children if kid.dep_ in ("dobj", "nsubjpass"))]
    if any(kid.lower_ == words["warning"] for noun in nouns for kid in noun.children):
        return True
    return any(
        prep.lower_ in ("in", "into", "to")
        and any(noun.lower_ in words["above"] for noun in prep.children)
        for noun in (*nouns, head.head)
        for prep in noun.children
    )


def _before_a_crowd(findings: Findings, members: Sequence[Happening]) -> bool:
    """Whether the sentences of an event name a crowd, or a protest."""
    sentences = {one.trigger.sentence for one in members}
    told = {name for one in findings.triggers if one.sentence in sentences for name in one.concepts}
    if not {"protest", "disperse"}.isdisjoint(told):
        return True
    crowds = settings(WORDS)["crowds"]
    return any(
        findings.document.doc[mention.head].lemma_.lower() in crowds
        or any(actor.kind in _CROWDS for actor in mention.actors)
        for sentence in sentences
        for mention in findings.within(findings.actors, sentence)
    )
