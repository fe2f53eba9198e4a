"""Who does it by the syntax of the event's own word, where nobody else is taken for the doer.

"The government promised an inquiry after police killed three miners": the learned model gave whom
the clause tells of first, or somebody of a kind that seldom acts, too little to stand. The subject
of the surest verb and who follows its "by" acted; so did they at whose hands somebody died, and
the band after which the deed is called: "two soldiers died in a guerrilla ambush".
Source: coding frame, side a is who acts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import key_of, named_by
from dateline.coding.sentence_roles import is_displaced
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind, Place

ACTS = frozenset(ActorKind) - {ActorKind.CIVILIANS, ActorKind.PROTESTERS}
"""Kinds that are taken for the doer."""

BANDS = ACTS - {ActorKind.STATE_FORCES}
"""Kinds after which a deed is called what they do: a "police attack" may be one on the police."""

_AS_SURE = 0.1
"""How much less sure a word beside the surest may be that tells of the event as well."""

_OBJECTS = frozenset({"dobj", "dative"})
_BEFORE = frozenset({"compound", "amod", "nmod"})


def doers(
    findings: Findings, happenings: Sequence[Happening], place: Place | None
) -> frozenset[str]:
    """Return the parties, by key, that the surest word of an event has act by its syntax."""
    told = max(happenings, key=lambda one: one.sure)
    heads = [findings.document.doc[told.trigger.head]]
    # Of "assailants killed two" the first word is as sure as the second.
    heads += [
        findings.document.doc[one.trigger.head]
        for one in happenings
        if one.sure >= told.sure - _AS_SURE and one.trigger.sentence == told.trigger.sentence
    ]
    for head in heads:
        words = [word for one in doing(head) for word in (one, *one.conjuncts)]
        found = {key_of(one) for one in named_by(findings, words, place) if one.kind in ACTS}
        if not found:
            called = named_by(findings, list(_called(head)), place)
            found = {key_of(one) for one in called if one.kind in BANDS}
        if found:
            return frozenset(found)
    return frozenset()


def doing(head: Token) -> Iterator[Token]:
    """Yield the nouns for who acts: "killed by X", "X killed two", "the killing of two by X"."""
    children = list(head.children)
    if head.pos_ == "NOUN":
        nouns = [head, *(noun for noun in _under(head, "of"))]
        yield from (one for noun in nouns for one in _under(noun, "by"))
        return
    passive = any(kid.dep_ == "nsubjpass" for kid in children)
    yield from _under(head, "by")
    for hands in _under(head, "at"):
        if hands.lower_ == "hands":
            yield from _under(hands, "of")
    if not passive and any(kid.dep_ in _OBJECTS for kid in children):
        yield from subjects(head)


def subjects(verb: Token) -> Iterator[Token]:
    """Yield the subjects of a verb, those of the verb it is joined to where it has none."""
    own = [kid for kid in verb.children if kid.dep_ in ("nsubj", "nsubjpass")]
    if not own and verb.dep_ == "acl" and verb.tag_ == "VBN" and is_displaced(verb.head):
        yield verb.head
    elif own or verb.dep_ != "conj" or verb.head.pos_ != "VERB":
        yield from (kid for kid in own if kid.dep_ == "nsubj")
    else:
        yield from (kid for kid in verb.head.children if kid.dep_ == "nsubj")


def _called(head: Token) -> Iterator[Token]:
    """Yield the words that say whose a deed is, where it is the event or what its dead died in."""
    if head.pos_ == "NOUN":
        nouns = [head]
    elif any(kid.dep_ == "dobj" for kid in head.children):
        return
    else:
        nouns = [noun for word in sorted(_words("prepositions")) for noun in _under(head, word)]
    deeds = (noun for noun in nouns if noun.lower_ in _words("deeds"))
    for noun in deeds:
        yield from (
            kid
            for kid in noun.children
            if kid.dep_ in _BEFORE and kid.lower_ not in _words("labels")
        )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings("languages/en/told_doers.toml")[key])


def _under(word: Token, preposition: str) -> list[Token]:
    """The nouns that hang on a word by a preposition."""
    return [
        noun
        for child in word.children
        if child.lower_ == preposition and child.dep_ in ("prep", "agent")
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
