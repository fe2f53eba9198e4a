"""Whom a strike or a bombardment is aimed at, where nobody else is taken for who suffers it.

"Planes bombed a meeting of bandits", "rockets were fired at a base of the coalition": no word of
harm tells of anybody, so that the second side stayed empty. What is aimed at, or whose it is,
stands there. Source: coding frame, side b is who is acted on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides, key_of, named_by
from dateline.knowledge.files import settings
from dateline.model import Actor, Place, SubEventType

WORDS = "languages/en/opponents.toml"
"""Where the words by which fire is aimed are kept."""

AIMED = frozenset({SubEventType.AIR_STRIKE, SubEventType.SHELLING, SubEventType.GRENADE})
"""Types of fire that is aimed at somebody."""

SURE = 0.5
"""From this chance on a word tells of the event."""

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_OWNERS = frozenset({"amod", "compound", "poss", "nmod"})


def aimed_at(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> Sides:
    """Return the sides, on an empty second side whom the event's surest word has aimed at."""
    if kind not in AIMED or sides[1]:
        return sides
    acting = {key_of(one) for one in sides[0]}
    for happening in sorted(happenings, key=lambda one: -one.sure):
        if happening.sure < SURE:
            break
        for noun in _targets(findings.document.doc[happening.trigger.head]):
            hit = {
                key_of(one): one
                for one in _whose(findings, noun, place)
                if key_of(one) not in acting
            }
            if hit:
                return sides[0], list(hit.values())
    return sides


def without_holders(
    findings: Findings, happenings: Sequence[Happening], kind: SubEventType, sides: Sides
) -> Sides:
    """Return the sides, on the second nobody of whom is only told that he holds what is hit.

    "Air strikes on rebel-held Aleppo" say where, and not that rebels suffer.
    """
    if kind not in AIMED:
        return sides
    doc = findings.document.doc
    sentences = {happening.trigger.sentence for happening in happenings}
    held = {
        actor.span
        for sentence in sentences
        for mention in findings.within(findings.actors, sentence)
        if mention.last + 1 < len(doc)
        and doc[mention.last].text == "-"
        and doc[mention.last + 1].lower_ in settings(WORDS)["holding"]
        for actor in mention.actors
    }
    return sides[0], [actor for actor in sides[1] if actor.span not in held]


def _targets(head: Token) -> Iterator[Token]:
    """Yield what a word of fire is aimed at: "shelled X", "fired rockets at X", "strikes on X"."""
    words = settings(WORDS)
    tops = [head]
    if head.pos_ != "VERB" and head.head.pos_ == "VERB" and head.dep_ in ("nsubj", "dobj"):
        tops.append(head.head)
    for top in tops:
        for kid in top.children:
            if kid.dep_ in _OBJECTS and top.pos_ == "VERB" and kid.i != head.i:
                if top.lemma_.lower() in words["hitting"]:
                    yield from _with_others(kid)
                yield from _under(kid)  # "fired rockets at a base"
        yield from _under(top)


def _under(top: Token) -> Iterator[Token]:
    aims = settings(WORDS)["aims"]
    for kid in top.children:
        if kid.dep_ == "prep" and kid.lower_ in aims:
            for noun in kid.children:
                if noun.dep_ == "pobj":
                    yield from _with_others(noun)


def _with_others(noun: Token) -> Iterator[Token]:
    yield noun
    yield from noun.conjuncts


def _whose(findings: Findings, noun: Token, place: Place | None) -> list[Actor]:
    """Who a target is or whose it is: "militants", "a base of the militants", "rebel positions"."""
    if noun.pos_ == "PRON" or _is_place(findings, noun):
        return []
    if found := named_by(findings, [noun], place):
        return found
    owners = [] if noun.head.lower_ == "of" else [k for k in noun.children if k.dep_ in _OWNERS]
    owners += [
        owner
        for kid in noun.children
        if kid.lower_ == "of"
        for owner in kid.children
        if owner.dep_ == "pobj" and not _is_place(findings, owner)
    ]
    return named_by(findings, owners, place)


def _is_place(findings: Findings, noun: Token) -> bool:
    sentence = findings.document.sentence_of[noun.i]
    return any(
        place.first <= noun.i < place.last for place in findings.within(findings.places, sentence)
    )
