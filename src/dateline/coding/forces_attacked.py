"""Forces at whom an attack or a bomb is aimed, where only people were taken for who suffers it.

"A bomb at a recruitment centre of the army killed 25 people", "three people died in an attack on a
United Nations base": who died of them is not told, but who was attacked is. The dead of whom no
more is told than that they are people are no civilians beside them. Source: coding frame, side b
is who is acted on; plain people killed are civilians where no fighters are named. Words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.identity import ARMED, STATES
from dateline.coding.second_look import Sides, key_of, named_by
from dateline.coding.syntax import Token
from dateline.coding.targets import whose
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, Figure, Place, SubEventType

WORDS = "languages/en/opponents.toml"
"""Where the words for attacks and for anybody are kept."""

AIMED = frozenset(
    {
        SubEventType.ATTACK,
        SubEventType.ARMED_CLASH,
        SubEventType.SUICIDE_BOMB,
        SubEventType.REMOTE_EXPLOSIVE,
        SubEventType.GRENADE,
    }
)
"""Types of what is done to somebody who is chosen for it."""

SURE = 0.5
"""From this chance on a word tells of the event."""


def with_forces_attacked(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    figures: Sequence[Figure],
    place: Place | None,
) -> Sides:
    """Return the sides, on the second the forces attacked in place of people of no further kind."""
    civilians = [one for one in sides[1] if one.kind is ActorKind.CIVILIANS]
    untold = bool(civilians) and all(_is_anybody(findings, one) for one in civilians)
    if kind not in AIMED or not untold or _tells_more(findings, figures, place):
        return sides
    acting = {key_of(one) for one in sides[0]}
    attacked = {
        key_of(one): one
        for happening in happenings
        if happening.sure >= SURE
        for noun in _targets(findings.document.doc[happening.trigger.head])
        for one in _whose(findings, noun, place)
        if _bears_arms(one) and key_of(one) not in acting
    }
    if not attacked:
        return sides
    left = [one for one in sides[1] if one.kind is not ActorKind.CIVILIANS]
    known = {key_of(one) for one in left}
    return sides[0], [*left, *(one for key, one in attacked.items() if key not in known)]


def _whose(findings: Findings, noun: Token, place: Place | None) -> list[Actor]:
    """Who a target is or whose: "an army convoy"; no place that is called after a land."""
    named = named_by(findings, [noun], place)
    owned = any(kid.lower_ == "of" for kid in noun.children)
    return whose(findings, noun, place) if named or owned else []


def _bears_arms(actor: Actor) -> bool:
    """Whether whoever is attacked is a force: no "Shiite procession", which is no militia."""
    known = actor.kind in STATES or actor.kind is ActorKind.REBEL
    return known or (actor.kind in ARMED and actor.name is not None)


def _is_anybody(findings: Findings, actor: Actor) -> bool:
    """Whether somebody is told of by a word or a number for people and by no more."""
    if actor.name or actor.span is None:
        return False
    heads = [
        findings.document.doc[mention.head]
        for mention in findings.actors
        if any(one.span == actor.span for one in mention.actors)
    ]
    return bool(heads) and all(
        head.like_num or head.lemma_.lower() in settings(WORDS)["people"] for head in heads
    )


def _tells_more(findings: Findings, figures: Sequence[Figure], place: Place | None) -> bool:
    """Whether the toll counts civilians as such: "twelve people, five of them villagers"."""
    doc = findings.document.doc
    return any(
        one.kind is ActorKind.CIVILIANS
        for mention in findings.figures
        if mention.figure in figures and not doc[mention.head].like_num
        if doc[mention.head].lemma_.lower() not in settings(WORDS)["people"]
        for one in named_by(findings, [doc[mention.head]], place)
    )


def _targets(head: Token) -> Iterator[Token]:
    """Yield at whom a word has the event aimed: "attacked X", "a bombing at X", "targeting X"."""
    words = settings(WORDS)
    if head.pos_ == "VERB":
        if head.lemma_.lower() in words["targeting"]:
            yield from _with_others([kid for kid in head.children if kid.dep_ == "dobj"])
        return
    for kid in head.children:
        if kid.dep_ == "prep" and kid.lower_ in words["aimed_at"]:
            yield from _with_others([noun for noun in kid.children if noun.dep_ == "pobj"])
        if kid.dep_ in ("acl", "relcl") and kid.lemma_.lower() in words["targeting"]:
            yield from _with_others([noun for noun in kid.children if noun.dep_ == "dobj"])
            yield from _with_others(
                [
                    noun
                    for at in kid.children
                    if at.lower_ in words["aimed_at"]
                    for noun in at.children
                    if noun.dep_ == "pobj"
                ]
            )


def _with_others(nouns: Sequence[Token]) -> Iterator[Token]:
    for noun in nouns:
        yield noun
        yield from noun.conjuncts
