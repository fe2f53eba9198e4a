"""What is called a lie, or told not to have been: "the reports are false", "no such thing was".

Source: coding frame, denied is what the accused denies in the same report; words are data.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from dateline.coding.denied_deeds import HARM
from dateline.coding.findings import Findings
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech

AGAIN = "languages/en/said_again.toml"
"""Where the words are kept by which another event than the one told is meant."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "attr", "dobj"})


def is_called_lie(lie: Token, head: Token) -> bool:
    """Whether a word for lies says that what a sentence tells of an event is no truth.

    "Reports that rebels took the town are false", "which is a shameless lie".
    """
    over = lie.head
    if over.dep_ == "relcl" and lie.dep_ in ("attr", "acomp"):
        which = any(kid.lower_ == "which" and kid.dep_ == "nsubj" for kid in over.children)
        return which and head.i < over.i
    charges = [
        kid
        for kid in over.children
        if kid.dep_ in ("nsubj", "dobj") and kid.lemma_.lower() in speech().charges
    ]
    return is_lie(lie) and any(charge.is_ancestor(head) for charge in charges)


def is_lie(token: Token) -> bool:
    """Whether a word says of what was told that it is no truth.

    "Said that the report was false", "this is not true", "called the claim a lie".
    """
    words, over = speech(), token.head
    kids = list(over.children)
    if token.lower_ == "such" and over.head.lemma_.lower() in words.taking_place:
        return any(kid.lower_ == "no" for kid in kids)  # "no such thing happened"
    told = [kid for kid in kids if kid.dep_ in ("nsubj", "dobj") and kid.i < token.i]
    if token.dep_ == "attr" or token.dep_ == "acomp":
        about = any(kid.dep_ == "nsubj" and kid.lemma_.lower() in words.charges for kid in told)
        denied = any(kid.dep_ == "neg" for kid in kids)
        truth = words.truths if denied else words.lies
        return about and token.lemma_.lower() in truth
    if token.dep_ == "amod" and over.i < token.i:  # called the reports "fake"
        called = over.lemma_.lower() in words.charges and over.head.pos_ == "VERB"
        return called and token.lemma_.lower() in words.lies
    if token.i and token.nbor(-1).lower_ == "as":  # described the charge as baseless
        verb = over.head if over.dep_ == "prep" else over
        of_it = (kid for kid in verb.children if kid.dep_ in ("nsubjpass", "dobj"))
        charged = any(kid.lemma_.lower() in words.charges for kid in of_it)
        return charged and token.lemma_.lower() in words.lies
    if token.dep_ == "pobj" and over.lower_ == "of":  # spoke of "lies by the enemy"
        spoke = over.head.lemma_.lower() in words.speaking
        return spoke and token.lemma_.lower() in words.lies
    if token.dep_ not in ("oprd", "nsubj", "attr", "ccomp"):
        return False
    # "Called the claim a lie": to the parser, the claim may be the lie's own subject.
    about = any(kid.lemma_.lower() in words.charges for kid in (*told, *token.children))
    return about and token.lemma_.lower() in words.lies


def none_told(findings: Findings, sentence: int, heads: AbstractSet[int]) -> Token | None:
    """Return the "no" by which somebody says in a sentence that there was no such event.

    "The ministry said that no helicopter had been lost", "that there had been no strike". Who
    says that nobody was hurt denies no attack.
    """
    words = speech()
    light = words.deed_verbs | words.taking_place | words.committing
    harmless = {
        one.head
        for one in findings.triggers
        if one.sentence == sentence
        and one.head in heads
        and HARM.isdisjoint(one.concepts)
        and "kill" not in one.concepts
    }
    for token in findings.document.span(findings.document.sentences[sentence]):
        if token.lower_ != "no" or token.dep_ != "det":
            continue
        noun, verb = token.head, token.head.head
        said = (
            verb.dep_ == "ccomp"
            and verb.head.lemma_.lower() in words.verbs
            and any(kid.dep_ == "nsubj" for kid in verb.head.children)
        )
        others = any(kid.lower_ in settings(AGAIN)["another"] for kid in noun.children)
        if not said or others or noun.dep_ not in _SUBJECTS:
            continue
        deed = noun.i in harmless and verb.lemma_.lower() in light
        if deed or (verb.i in harmless and noun.dep_ == "nsubjpass"):
            return token
    return None
