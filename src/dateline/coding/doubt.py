"""The word that puts an event in doubt: "reportedly", "is said to have", "suspected"."""

from __future__ import annotations

import itertools

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.syntax import Token
from dateline.coding.told_doers import doing
from dateline.knowledge.lexicon import speech

REACH_UP = 3
"""How many words above a trigger may hedge it."""

OTHER_CLAUSE = frozenset({"ROOT", "advcl", "relcl", "acl", "parataxis"})
"""How a word hangs on one of another clause, or on none."""

ACTS = 0.4
"""Who is side a of a trigger with this probability acts in it."""


def doubt_of(findings: Findings, happenings: list[Happening]) -> Token | None:
    """Return the word that puts the event in doubt in the sentence of its surest trigger."""
    best = max(happenings, key=lambda happening: happening.sure).trigger.sentence
    there = (one for one in happenings if one.trigger.sentence == best)
    return next(filter(None, (doubt(findings, one) for one in there)), None)


def doubt(findings: Findings, happening: Happening) -> Token | None:
    """Return the word whose syntax puts the event, or who acts in it, in doubt.

    An adverb ("was reportedly hit", "killed, apparently by rebels") or a passive without a speaker
    ("are said to have taken") governs the trigger, or an adjective the actor ("suspected
    militants").
    """
    doc, words = findings.document.doc, speech()
    head = doc[happening.trigger.head]
    chain = [head]
    # What stands above another clause ("reportedly fled after the army shelled") is not about this.
    while len(chain) <= REACH_UP and chain[-1].dep_ not in OTHER_CLAUSE:
        chain.append(chain[-1].head)
    adverbs = (
        child
        for token in chain
        for child in token.children
        if child.dep_ == "advmod" and child.lower_ in words.hedging_adverbs
    )
    by_whom = (
        doc[child.i - 1]
        for child in head.children
        if child.lower_ == "by" and child.i and doc[child.i - 1].lower_ in words.hedging_adverbs
    )
    passives = (
        token
        for token in chain[1:]
        if token.lemma_.lower() in words.passive_hedges and passive_without_speaker(token)
    )
    adjectives = (
        token
        for index, (does, _) in happening.actors.items()
        if does > ACTS
        for token in doc[max(0, findings.actors[index].first - 1) : findings.actors[index].last]
        if token.lower_ in words.hedging_adjectives
    )
    participles = (
        token
        for noun in doing(head)
        for token in noun.children
        if token.dep_ == "acl" and is_thought_to_be(token)
    )
    misread = (
        token
        for token in chain[1:]
        if head.pos_ == "VERB" and token.i < head.i and is_thought_to_be(token)
    )
    return next(itertools.chain(adverbs, by_whom, passives, adjectives, participles, misread), None)


def is_thought_to_be(verb: Token) -> bool:
    """Return True for "gunmen thought to belong to a cartel": who did it is only supposed.

    The parse often has "thought" for the main verb, and the deed below it. Not for "thought by
    police to", which has a speaker, nor for "men said on Monday".
    """
    words = speech()
    kids = list(verb.children)
    whose = [kid for kid in kids if kid.dep_ == "xcomp"]
    return (
        verb.tag_ in ("VBN", "VBD")
        and verb.lemma_.lower() in words.taking
        and not any(kid.dep_ in ("agent", "dobj", "aux", "neg") for kid in kids)
        and any(
            not {one.lemma_.lower(), *(kid.lower_ for kid in one.children)}.isdisjoint(words.being)
            for one in whose
        )
    )


def passive_without_speaker(verb: Token) -> bool:
    """Return True for "are reported to have died", "is believed to be"; false for "reported by".

    Nor does what stands beside another statement put it in doubt: "fired two rockets at the camp;
    no damage was reported".
    """
    kids = {child.dep_ for child in verb.children}
    itself = any(kid.dep_ == "nsubjpass" and kid.lower_ == "it" for kid in verb.children)
    told = any(
        kid.dep_ in ("xcomp", "ccomp") and (itself or kid.i > verb.i) for kid in verb.children
    )
    return "auxpass" in kids and "agent" not in kids and told
