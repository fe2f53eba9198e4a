"""Who did what a sentence only says was done: its doer is told beside it.

"Soldiers went from house to house. At least 20 people were shot": nobody acted, as the second
sentence names none. "Killed by a mine laid by jihadists": a mine was all that acted. Whoever
carries out the operation of the sentence before did it where the event's own word is passive and
has no "by"; whoever laid or fired a weapon did what it does. Source: coding frame, side a is who
acts. Words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Party, key_of, named_by
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind, Place, SubEventType

WORDS = "languages/en/told_before.toml"
"""Where the verbs are kept."""

ON_PEOPLE = frozenset(
    {
        SubEventType.ATTACK,
        SubEventType.ABDUCTION,
        SubEventType.SEXUAL_VIOLENCE,
        SubEventType.ARRESTS,
    }
)
"""Types of what an operation does to those it finds."""

ACTS = frozenset(ActorKind) - {ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.OTHER}
"""Kinds that carry out an operation."""


def doers_beside(
    findings: Findings, happenings: Sequence[Happening], kind: str, place: Place | None
) -> list[Party]:
    """Return the parties who did it by the words beside those of the event, chances untold."""
    told = max(happenings, key=lambda one: one.sure)
    head = findings.document.doc[told.trigger.head]
    words = list(_layers(head))
    if not words and kind in ON_PEOPLE and _only_suffers(head):
        before = told.trigger.sentence - 1
        words = list(_operators(findings, before, told.trigger.sentence))
    found: dict[str, Party] = {}
    for word in words:
        for one in named_by(findings, [word], place):
            if one.kind in ACTS:
                found.setdefault(key_of(one), Party(one, 0.0, 0.0, word.i, 1, key_of(one)))
    return list(found.values())


def _layers(head: Token) -> Iterator[Token]:
    """Who laid or fired the weapon that is the subject of the event's word, or follows its "by"."""
    for child in head.children:
        if child.dep_ == "nsubj":
            yield from _who_laid(child)
        elif child.dep_ == "agent":
            for thing in child.children:
                yield from _who_laid(thing)


def _who_laid(thing: Token) -> Iterator[Token]:
    for verb in thing.children:
        if verb.dep_ not in ("acl", "relcl") or verb.lemma_.lower() not in _words("laying"):
            continue
        for child in verb.children:
            if child.dep_ == "agent":
                yield from (noun for noun in child.children if noun.dep_ == "pobj")
            elif child.dep_ == "nsubj" and verb.dep_ == "relcl":
                yield child


def _only_suffers(head: Token) -> bool:
    """Whether a verb is passive and does not say by whom."""
    deps = {child.dep_ for child in head.children}
    return head.pos_ == "VERB" and "nsubjpass" in deps and "agent" not in deps


def _operators(findings: Findings, before: int, here: int) -> Iterator[Token]:
    """The subject of a sentence that tells of an operation, if the next names nobody who acts."""
    sentences = findings.document.sentences
    if before < 0 or sentences[before].kind != "body" or sentences[here].kind != "body":
        return
    there = {one.place.canonical for one in findings.within(findings.places, before)}
    if any(one.place.canonical not in there for one in findings.within(findings.places, here)):
        return  # "Elsewhere, in Basra, six people were shot."
    if any(
        actor.kind in ACTS
        for mention in findings.within(findings.actors, here)
        for actor in mention.actors
    ):
        return
    for verb in findings.document.span(sentences[before]):
        if verb.dep_ == "ROOT" and verb.pos_ == "VERB" and _is_operation(verb):
            yield from (child for child in verb.children if child.dep_ == "nsubj")


def _is_operation(verb: Token) -> bool:
    """Whether a verb tells of an operation: "sealed off a town", "went from door to door"."""
    lemma = verb.lemma_.lower()
    if lemma in _words("going"):
        return any(
            noun.lemma_.lower() in _words("doors")
            for child in verb.children
            if child.lower_ == "from"
            for noun in child.children
        )
    return lemma in _words("operations") and any(child.dep_ == "dobj" for child in verb.children)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
