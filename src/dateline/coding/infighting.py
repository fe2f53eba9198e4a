"""Infighting: two parties that are called alike and stand on opposite sides.

"Police shot two soldiers", "clashes between paratroopers and palace guards": a party is known
again by its name, or else by its kind and country, so that the two were one party and stood on one
side or on none. Where the event's own word has one mention act and another suffer, or ties the two
as opponents, each stands on its side. One party told twice is only ever one of them. Source: coding
frame, side a is who acts and side b who is acted on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.brawls import PEOPLE
from dateline.coding.counted import noun_class
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.new_holders import CONQUEST, SITES
from dateline.coding.opponents import CLASH, opponents_of
from dateline.coding.place_words import common_words
from dateline.coding.second_look import Sides, key_of, named_by
from dateline.coding.struck import HARMS, SURE, harmed
from dateline.coding.syntax import Token
from dateline.coding.told_doers import doing, subjects
from dateline.knowledge.countries import is_country_demonym
from dateline.knowledge.files import settings
from dateline.knowledge.ontology import ontology
from dateline.model import Actor, ActorKind, Place, SubEventType

AGAINST = HARMS | {CLASH, "attack", "offensive", "seize"}
"""What the words speak of whose subject and object are against each other."""

COMMUNAL = frozenset({SubEventType.ARMED_CLASH, SubEventType.ATTACK})
"""Types of what communities do to each other."""

THINGS = frozenset({"never", "settlement"})
"""Classes of nouns that are no people: "a checkpoint"."""


def infighting(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> Sides:
    """Return the sides, those of one key on both where the event's word has them so.

    Communities without a word for arms bear them in a clash.
    """
    if not (kind in ontology().violent or kind is SubEventType.ARRESTS):
        return sides
    for happening in sorted(happenings, key=lambda one: -one.sure):
        if happening.sure < SURE:
            break
        if AGAINST.isdisjoint(happening.trigger.concepts):
            continue
        first, second = (
            [one for word in words for one in _named(findings, word, place)]
            for words in _faced(findings, happening)
        )
        shared = {key_of(one) for one in first} & {key_of(one) for one in second}
        if CLASH not in happening.trigger.concepts or kind not in COMMUNAL:
            peoples = kind in COMMUNAL and all(_is_people(one.mention) for one in (*first, *second))
            shared -= {key_of(one) for one in first if one.kind in PEOPLE and not peoples}
        spans = {one.span for one in first} & {one.span for one in second}
        if not shared or spans:
            continue
        ones = _joined(sides[0], first, shared, second)
        others = _joined(sides[1], second, shared, first)
        fight = kind is SubEventType.ARMED_CLASH
        return _armed(ones, shared), _armed(others, shared) if fight else others
    return sides


def _named(findings: Findings, word: Token, place: Place | None) -> list[Actor]:
    """Whom a word names, peoples among them that are in no list of actors: "Rohingyas"."""
    if word.pos_ == "PRON":
        return []  # whom it stands for is not sure enough
    known = named_by(findings, [word], place)
    if known or word.tag_ != "NNPS" or not _is_people(word.text):
        return known
    if any(one.first <= word.i < one.last for one in findings.places):
        return []
    span = findings.document.offsets(word.i, word.i + 1)
    country = place.country if place else findings.country
    return [
        Actor(
            mention=findings.document.quote(span),
            kind=ActorKind.CIVILIANS,
            country=country,
            span=span,
        )
    ]


def _faced(findings: Findings, happening: Happening) -> tuple[list[Token], list[Token]]:
    """The words for who acts and for who suffers by the syntax of an event's word."""
    head = findings.document.doc[happening.trigger.head]
    if CLASH in happening.trigger.concepts:
        first, second = opponents_of(head)
        if first and second:
            return first, second
    if head.lemma_.lower() in settings(CONQUEST)["losing"]:
        return [], []  # "the police lost two policemen"
    beaten = list(_beaten(happening, head))
    first = list(doing(head)) or (list(subjects(head)) if beaten else [])
    second = [word for word in (*harmed(head), *beaten) if _is_somebody(word)]
    return [word for one in first for word in (one, *one.conjuncts)], second


def _beaten(happening: Happening, verb: Token) -> Iterator[Token]:
    """From whom ground is taken, and at whom shots are fired: "took the town from the guard"."""
    takes = verb.lemma_.lower() in settings(CONQUEST)["verbs"]
    shoots = "shoot" in happening.trigger.concepts
    for kid in verb.children:
        if (takes and kid.lower_ == "from") or (shoots and kid.lower_ in ("at", "on")):
            yield from (noun for noun in kid.children if noun.dep_ == "pobj")


def _is_somebody(word: Token) -> bool:
    """Whether a word means people, and no post or vehicle of theirs."""
    return noun_class(word) not in THINGS and word.lower_ not in settings(SITES)["sites"].split()


def _joined(
    side: Sequence[Actor], told: Sequence[Actor], shared: set[str], against: Sequence[Actor]
) -> list[Actor]:
    """A side with those of shared keys whom the word has there, and none whom it has against them.

    Where somebody else who is armed stands there already, nobody is missing.
    """
    enemies = {one.span for one in against}
    stay = [
        one
        for one in side
        if key_of(one) not in shared or (one.kind not in PEOPLE and one.span not in enemies)
    ]
    if any(one.kind not in PEOPLE for one in stay):
        return stay
    come = {key_of(one): one for one in told if key_of(one) in shared}
    return sorted([*stay, *come.values()], key=lambda one: one.span or (0, 0))


def _armed(side: Sequence[Actor], shared: set[str]) -> list[Actor]:
    """A side with the communities on it that fight as militias."""
    return [
        one.model_copy(update={"kind": ActorKind.IDENTITY_MILITIA})
        if key_of(one) in shared and one.kind in PEOPLE
        else one
        for one in side
    ]


def _is_people(mention: str) -> bool:
    """Whether a mention is a name for many, of no state: "12 Tutsis", but no "Residents"."""
    word = mention.split()[-1]
    common = word.lower().removesuffix("s") in common_words()
    return word[0].isupper() and word.endswith("s") and not common and not is_country_demonym(word)
