"""Who is blamed for an event, or owns up to it, in a sentence after it that tells of nothing else.

"A bomb killed five in Quetta. Police blamed the Baloch Liberation Army." Source: coding frame, "An
accused party is side a, and the accuser is in attributed_to".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.knowledge.lexicon import speech
from dateline.model import ActorKind

REACH = 2
"""How many sentences after an event may tell whose it was."""

DOES = 0.5
"""Somebody who acts in the event itself with this probability is not looked for elsewhere."""

ACCUSED = 0.9, 0.02
"""The chances of the sides of who is blamed: as of who is told to have acted."""


def blamed(findings: Findings, happenings: Sequence[Happening]) -> list[Happening]:
    """Return the happenings, the surest with who is blamed as its doer where none is told.

    "Gunmen" and "a suicide bomber" tell of none: they are then whose group is blamed.
    """
    doers = {
        index for one in happenings for index, (a, b) in one.actors.items() if a >= DOES and a > b
    }
    known = any(not _is_nobody(findings, index) for index in doers)
    sentence = None if known else blame_after(findings, happenings)
    if sentence is None:
        return list(happenings)
    at = max(range(len(happenings)), key=lambda n: happenings[n].sure)
    accused = dict.fromkeys(_accused(findings, sentence), ACCUSED)
    out = []
    for n, one in enumerate(happenings):
        actors = {index: p for index, p in one.actors.items() if index not in doers}
        out.append(replace(one, actors=actors | accused if n == at else actors))
    return out


def _is_nobody(findings: Findings, index: int) -> bool:
    kinds = {actor.kind for actor in findings.actors[index].actors}
    return kinds == {ActorKind.UNIDENTIFIED}


def blame_after(findings: Findings, happenings: Sequence[Happening]) -> int | None:
    """Return the sentence after the event's last that blames somebody and tells of no event."""
    last = max(happening.trigger.sentence for happening in happenings)
    sentences = findings.document.sentences
    for after in range(last + 1, min(last + 1 + REACH, len(sentences))):
        if findings.tells(after):
            return None
        if sentences[after].kind == "body" and any(_accused(findings, after)):
            return after
    return None


def _accused(findings: Findings, sentence: int) -> Iterator[int]:
    """The actor mentions, by index, that a sentence blames or lets own up."""
    named = [
        word.i
        for token in findings.document.span(findings.document.sentences[sentence])
        for word in _blamed_by(token)
    ]
    for index, mention in enumerate(findings.actors):
        if any(mention.first <= word < mention.last for word in named):
            yield index


def _blamed_by(token: Token) -> list[Token]:
    """The words for who did it that a verb or noun of blame has: none where it is negated."""
    words, lemma = speech(), token.lemma_.lower()
    kids = list(token.children)
    if any(kid.dep_ == "neg" for kid in kids):
        return []
    found: list[Token] = []
    if token.pos_ == "VERB" and lemma in words.blaming:
        found = [kid for kid in kids if kid.dep_ in ("dobj", "nsubjpass")]
    elif token.pos_ == "VERB" and lemma in words.owning:
        owned = any(
            kid.dep_ in ("dobj", "nsubjpass")
            and kid.lemma_.lower() == "responsibility"
            and not any(word.lower_ == "no" for word in kid.children)
            for kid in kids
        )
        found = [kid for kid in kids if owned and kid.dep_ == "nsubj"]
        agents = [kid for kid in kids if owned and kid.dep_ == "agent"]
        found += [noun for agent in agents for noun in agent.children if noun.dep_ == "pobj"]
    return found + [other for one in found for other in one.conjuncts]
