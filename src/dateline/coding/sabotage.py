"""Pylons, masts and cables brought down: "guerrillas toppled twelve pylons", "downed power lines".

The words are those for aircraft that are shot down and governments that fall. By the coding frame
it is property destroyed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.knowledge.files import settings
from dateline.model import SubEventType

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


def sabotaged(findings: Findings, members: Sequence[Happening], kind: SubEventType) -> SubEventType:
    """Return the type of an event: property destroyed where its surest verb brings that down."""
    if kind not in READ_AS:
        return kind
    word = findings.document.doc[max(members, key=lambda one: one.sure).trigger.head]
    verb = word.head if word.dep_ == "prt" else word
    if verb.lemma_.lower() not in settings(WORDS)["verbs"]:
        return kind
    return SubEventType.LOOTING if any(map(_is_line, _objects(verb))) else kind


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
