"""Places that a report's first sentences say somebody has now: "is now under rebel control".

Such a word reads like one of many on how a war stands. Where the lead says it of a named place and
of armed men, with "now" or a verb of passing over, it is the news, and is believed more.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.findings import Findings
from dateline.coding.holders import holding_noun, is_holder, is_new, is_no_longer, is_undone
from dateline.coding.syntax import Token
from dateline.coding.triggers import Trigger
from dateline.knowledge.files import settings
from dateline.model import ActorKind

CONQUEST = "languages/en/conquest.toml"
"""Where the words for having a place are kept."""

LEAD = 2
"""How many sentences of prose tell the news."""

_UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS})
_PASSIVE = frozenset({"nsubjpass", "nsubj"})
_LEVELS = ("settlement", "site", "region")
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})


def find_now_held(findings: Findings) -> frozenset[int]:
    """Return the triggers, by their index, that tell in the lead who has a place by now."""
    seizing = [one for one in findings.triggers if "seize" in one.concepts]
    if not seizing:
        return frozenset()
    prose = [one.index for one in findings.document.sentences if one.kind == "body"][:LEAD]
    return frozenset(
        one.index for one in seizing if one.sentence in prose and _is_news(findings, one)
    )


def _is_news(findings: Findings, trigger: Trigger) -> bool:
    words = settings(CONQUEST)
    head = findings.document.doc[trigger.head]
    held = holding_noun(head)
    verb = head
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    lemma = verb.lemma_.lower()
    passes = lemma in words["passing"]
    now = is_no_longer(head) or any(
        is_new(kid)
        for token in {verb, head, *([held] if held is not None else [])}
        for kid in (*token.children, *(below for prep in token.children for below in prep.children))
    )
    # "Aba has been taken by federal troops."
    taken = verb.i == head.i and _is_taken_by(verb)
    has = held is not None and trigger.sentence == _first(findings) and _stands(verb)
    if verb.tag_ == "VB" or not (passes or now or taken or has) or lemma in words["staying"]:
        return False
    armed = {
        mention.head
        for mention in findings.actors
        if any(actor.kind not in _UNARMED for actor in mention.actors)
    }
    towns = ("settlement", "site") if has and not (passes or now or taken) else _LEVELS
    named = {place.head for place in findings.places if place.level in towns}
    if held is not None:
        holder = any(is_holder(findings.document.doc[at], held) for at in armed)
        place = _below(verb, _PASSIVE)
    elif passes:
        # "Fell to the rebels".
        holder = any(
            noun.i in armed for kid in verb.children if kid.lower_ == "to" for noun in kid.children
        )
        place = _below(verb, _PASSIVE)
    else:
        agents = (n for kid in verb.children if kid.dep_ == "agent" for n in kid.children)
        passive = any(kid.dep_ == "auxpass" for kid in verb.children)
        does = agents if passive else (k for k in verb.children if k.dep_ == "nsubj")
        holder = any(noun.i in armed for noun in does)
        place = _below(verb, _PASSIVE if passive else frozenset({"dobj", "prep"}))
        if taken and not now:
            place = _taken(verb)
    return holder and any(noun.i in named for noun in place)


def _below(verb: Token, parts: frozenset[str]) -> Iterator[Token]:
    for kid in verb.children:
        if kid.dep_ in parts:
            yield from kid.subtree


def _is_taken_by(verb: Token) -> bool:
    """Whether a verb of a main clause says by whom a place was taken, and done."""
    kids = list(verb.children)
    return (
        verb.lemma_.lower() in settings(CONQUEST)["verbs"]
        and verb.dep_ in _MAIN
        and any(kid.dep_ == "agent" for kid in kids)
        and any(kid.dep_ == "nsubjpass" for kid in kids)
        and not is_undone(verb)
    )


def _first(findings: Findings) -> int:
    """The index of the first sentence of prose; -1 where there is none."""
    return next((one.index for one in findings.document.sentences if one.kind == "body"), -1)


def _stands(verb: Token) -> bool:
    """Whether a main clause in the present says that a place is in somebody's hands.

    "The airport is in the hands of the rebels" opens no report unless it is news; with "still" or
    "since May" it is none.
    """
    words = settings(CONQUEST)
    kids = [kid.lower_ for kid in verb.children]
    return (
        verb.lemma_ == "be"
        and verb.tag_ in ("VBZ", "VBP")
        and verb.dep_ in ("ROOT", "ccomp")
        and "since" not in kids
        and not any(kid in words["still"] for kid in kids)
    )


def _taken(verb: Token) -> Iterator[Token]:
    """What a passive takes: "Aba", "the town of Aba", and not the town that a stadium is in."""
    for kid in verb.children:
        if kid.dep_ == "nsubjpass":
            yield kid
            yield from (noun for of in kid.children if of.lower_ == "of" for noun in of.children)
