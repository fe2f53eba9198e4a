"""Who is blamed for an event, or owns up to it, in a sentence after it that tells of nothing else.

"A bomb killed five in Quetta. Police blamed the Baloch Liberation Army." Or who is accused of the
event by its own sentence. Source: coding frame, "An accused party is side a, and the accuser is in
attributed_to".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
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

CLAUSES = frozenset({"acl", "relcl", "advcl"})

SUBJECTS = frozenset({"nsubj", "nsubjpass"})

ARMED = frozenset(
    {
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.STATE_FORCES,
        ActorKind.EXTERNAL_FORCES,
    }
)
"""Kinds that nameless doers are taken for."""

ACCUSED = 0.9, 0.02
"""The chances of the sides of who is blamed: as of who is told to have acted."""


def blamed(findings: Findings, happenings: Sequence[Happening]) -> list[Happening]:
    """Return the happenings, the surest with who is blamed as its doer where none is told.

    "Gunmen" and "a suicide bomber" tell of none: they are then whose group is blamed.
    """
    doers = {
        index for one in happenings for index, (a, b) in one.actors.items() if a >= DOES and a > b
    }
    nobodies = {index for index in doers if _is_nobody(findings, index)}
    accused = dict.fromkeys(_taken_for(findings, nobodies), ACCUSED)
    if not accused and not doers - nobodies:
        accused = dict.fromkeys(_accused_of(findings, happenings), ACCUSED)
    sentence = None if accused or doers - nobodies else blame_after(findings, happenings)
    if sentence is not None:
        accused = dict.fromkeys(_accused(findings, sentence), ACCUSED)
    if not accused:
        return list(happenings)
    at = max(range(len(happenings)), key=lambda n: happenings[n].sure)
    out = []
    for n, one in enumerate(happenings):
        actors = {index: p for index, p in one.actors.items() if index not in nobodies}
        out.append(replace(one, actors=actors | accused if n == at else actors))
    return out


def _is_nobody(findings: Findings, index: int) -> bool:
    kinds = {actor.kind for actor in findings.actors[index].actors}
    return kinds == {ActorKind.UNIDENTIFIED}


def _taken_for(findings: Findings, nobodies: Set[int]) -> Iterator[int]:
    """Who nameless doers are taken for: "the gunmen, believed to be members of Boko Haram"."""
    for index in nobodies:
        head = findings.document.doc[findings.actors[index].head]
        clauses = [
            child
            for child in (*head.children, head.head)
            if (child.dep_ in CLAUSES or head.dep_ in SUBJECTS)
            and child.lemma_.lower() in speech().taking
        ]
        within = findings.within(findings.actors, findings.document.sentence_of[head.i])
        known = {
            mention.head
            for clause in clauses
            for mention in within
            if clause.i < mention.head <= _end(clause)
            and _is_said_of(clause, findings.document.doc[mention.head])
            and any(actor.kind in ARMED for actor in mention.actors)
        }
        yield from (at for at, mention in enumerate(findings.actors) if mention.head in known)


def _is_said_of(clause: Token, word: Token) -> bool:
    """Whether a clause says that its subject is a word, and not what it does to it."""
    for over in word.ancestors:
        if over == clause:
            return True
        if over.pos_ in ("VERB", "AUX") and over.lemma_.lower() not in speech().being:
            return False
    return False


def _end(clause: Token) -> int:
    """The last word of what a clause's verb says of its subject, before another verb follows."""
    ends = [
        child.right_edge.i
        for child in clause.children
        if child.i > clause.i and child.dep_ not in ("conj", "dobj")
    ]
    return max(ends, default=clause.i)


def _accused_of(findings: Findings, happenings: Sequence[Happening]) -> Iterator[int]:
    """Who is accused of the event itself: "soldiers were accused of killing two monks"."""
    for happening in happenings:
        named = _charged_with(findings.document.doc[happening.trigger.head])
        for index, mention in enumerate(findings.actors) if named else ():
            armed = any(actor.kind in ARMED for actor in mention.actors)
            if armed and any(mention.first <= word.i < mention.last for word in named):
                yield index


def _charged_with(head: Token) -> list[Token]:
    """The words for whom a verb of blame charges with an event: "blamed the raid on the X"."""
    blaming = speech().blaming
    if head.dep_ == "dobj" and head.head.lemma_.lower() in blaming:
        return [
            noun
            for word in head.head.subtree
            if word.lower_ == "on" and word.i > head.i
            for noun in word.children
            if noun.dep_ == "pobj"
        ][-1:]
    if head.dep_ in ("pcomp", "pobj") and head.head.head.lemma_.lower() in blaming:
        return _blamed_by(head.head.head)
    return []


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
