"""Pylons, masts and cables brought down: "guerrillas toppled twelve pylons", "downed power lines".

The words are those for aircraft that are shot down and governments that fall. By the coding frame
it is property destroyed. So are mosques, masts, wells and bridges that somebody blows up where
nobody is hurt ("insurgents blew up a shrine when they fled"); a pipeline is bombed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Figure, Measure, SubEventType

WORDS = "languages/en/sabotage.toml"

READ_AS = frozenset(
    {
        SubEventType.DISRUPTED_WEAPONS,
        SubEventType.OTHER,
        SubEventType.CHANGE,
        SubEventType.NON_VIOLENT_TRANSFER,
    }
)
"""Types that sabotage is otherwise read as."""

_OBJECTS = frozenset({"dobj", "nsubjpass"})


_HARM = frozenset({Measure.KILLED, Measure.INJURED})
_FIGHTS = frozenset({"kill", "die", "clash", "shoot", "attack"})
"""What the table of triggers calls words that tell of more than a blast."""


def sabotaged(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    figures: Sequence[Figure],
) -> SubEventType:
    """Return the type of an event: property destroyed where its surest verb brings that down."""
    hurt = any(one.measure in _HARM and one.high != 0 for one in figures)
    if kind is SubEventType.REMOTE_EXPLOSIVE and not hurt:
        return SubEventType.LOOTING if _are_razed(findings, members) else kind
    if kind is SubEventType.LOOTING:
        piped = any(
            noun.lower_ in settings(WORDS)["pipes"]
            for verb in _blasts(findings, members)
            for noun in _objects(verb)
        )
        return SubEventType.REMOTE_EXPLOSIVE if piped else kind
    if kind not in READ_AS:
        return kind
    word = findings.document.doc[max(members, key=lambda one: one.sure).trigger.head]
    verb = word.head if word.dep_ == "prt" else word
    if verb.lemma_.lower() not in settings(WORDS)["verbs"]:
        return kind
    return SubEventType.LOOTING if any(map(_is_line, _objects(verb))) else kind


def _blasts(findings: Findings, members: Sequence[Happening]) -> list[Token]:
    """The verbs of an event by which somebody blows something up."""
    words = settings(WORDS)
    verbs = [findings.document.doc[one.trigger.head] for one in members]
    return [
        verb for verb in verbs if verb.pos_ == "VERB" and verb.lemma_.lower() in words["blasting"]
    ]


def _are_razed(findings: Findings, members: Sequence[Happening]) -> bool:
    """Whether all that is told is that somebody blew up what stood there, and fought nobody."""
    if any(not _FIGHTS.isdisjoint(one.trigger.concepts) for one in members):
        return False
    razed = [list(_objects(verb)) for verb in _blasts(findings, members)]
    standing = settings(WORDS)["standing"]
    return bool(razed) and all(
        nouns and all(noun.lower_ in standing for noun in nouns) for nouns in razed
    )


def _objects(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in _OBJECTS:
            yield child
            yield from child.conjuncts


def _is_line(noun: Token) -> bool:
    words = settings(WORDS)
    if noun.lower_ in words["things"]:
        return True
    if noun.lower_ not in words["lines"]:
        return False
    return any(kid.lower_ in words["kinds"] for kid in noun.children)
