"""Missiles that are fired at nobody: "North Korea fired two ballistic missiles into the sea".

The coding frame has missile tests as ``Other``; the words are those of shelling. Which words tell
of firing and of the sea is data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Figure, SubEventType

WORDS = "languages/en/missile_tests.toml"


def only_tested(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    figures: Sequence[Figure],
) -> SubEventType:
    """Return the type of an event: another one where what is fired goes into the sea.

    Where it is fired at something as well, or somebody was hurt, it was an attack.
    """
    if kind is not SubEventType.SHELLING or any(figure.high != 0 for figure in figures):
        return kind
    doc = findings.document.doc
    firing = [verb for member in members for verb in _firing(doc[member.trigger.head])]
    at_sea = any(_goes_to_sea(verb) for verb in firing)
    aimed = any(child.lower_ == "at" for verb in firing for child in verb.children)
    return SubEventType.OTHER if at_sea and not aimed else kind


def _firing(head: Token) -> Iterator[Token]:
    """The verb of firing that a word is, or is the object of."""
    for token in (head, head.head):
        if token.lemma_.lower() in settings(WORDS)["firing"]:
            yield token


def _goes_to_sea(verb: Token) -> bool:
    words = settings(WORDS)
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    return any(
        noun.lemma_.lower() in words["seas"]
        for token in (verb, *objects)
        for child in token.children
        if child.dep_ == "prep" and child.lower_ in words["into"]
        for noun in child.children
        if noun.dep_ == "pobj"
    )
