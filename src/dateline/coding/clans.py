"""Two clans that one noun names and that fight each other: "the Abgal and Habar Gidir clans".

No list has most of them, so that they stood on no side, or were one party. Source: coding frame,
communities that fight are identity militias; words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.brawls import PEOPLE
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.opponents import CLASH, WORDS, opponents_of
from dateline.coding.peoples import are_peoples
from dateline.coding.second_look import Sides
from dateline.coding.syntax import Token
from dateline.knowledge.countries import is_country_demonym
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, Place, SubEventType

_CALLED = frozenset({"nmod", "amod", "compound"})
_COMMUNAL = PEOPLE | {ActorKind.IDENTITY_MILITIA}


def rival_clans(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> Sides:
    """Return the sides of a clash, two clans on them where nobody else that is known fights it."""
    if kind is not SubEventType.ARMED_CLASH:
        return sides
    doc = findings.document.doc
    for happening in happenings:
        if CLASH not in happening.trigger.concepts:
            continue
        head = doc[happening.trigger.head]
        first, second = opponents_of(head)
        if are_peoples(first) and are_peoples(second) and len(first) == len(second) == 1:
            names = [*first, *second]
            if not _are_others(findings, sides, names):
                country = place.country if place else findings.country
                one, other = (_clan(findings, name, country) for name in names)
                return [one], [other]
        for noun in _fighting(head):
            names = _two_names(noun)
            if not names:
                continue
            inside = findings.document.offsets(noun.left_edge.i, noun.i + 1)
            if any(not _is_of(actor, inside) for side in sides for actor in side):
                return sides
            country = place.country if place else findings.country
            one, other = (_clan(findings, name, country) for name in names)
            return [one], [other]
    return sides


def _are_others(findings: Findings, sides: Sides, names: Sequence[Token]) -> bool:
    """Whether the sides hold somebody who is neither of two peoples, nor people of some sort."""
    inside = [findings.document.offsets(name.i, name.i + 1) for name in names]
    return any(
        not any(_is_of(actor, range_) for range_ in inside) for side in sides for actor in side
    )


def _fighting(head: Token) -> Iterator[Token]:
    """Yield the nouns for those between whom a clash is, or who do what its verb tells."""
    nouns = [kid for prep in head.children if prep.lower_ == "between" for kid in prep.children]
    nouns += [kid for kid in head.children if kid.dep_ == "nsubj"]
    for noun in nouns:
        yield noun
        # "Members of the Pokomo and Orma communities".
        yield from (kid for of in noun.children if of.lower_ == "of" for kid in of.children)


def _two_names(noun: Token) -> list[Token]:
    """The names of two clans, by their heads, that stand before a noun for such; else nothing."""
    if noun.tag_ != "NNS" or noun.lemma_.lower() not in settings(WORDS)["communities"]:
        return []
    for first in noun.children:
        joined = any(kid.dep_ == "cc" and kid.lower_ == "and" for kid in first.children)
        others = [kid for kid in first.children if kid.dep_ == "conj"]
        if first.dep_ in _CALLED and joined and len(others) == 1:
            names = [first, others[0]]
            peoples = all(name.text[0].isupper() for name in names)
            foreign = any(is_country_demonym(name.text) for name in names)
            return names if peoples and not foreign else []
    return []


def _is_of(actor: Actor, inside: tuple[int, int]) -> bool:
    """Whether somebody is those of whom the noun tells, or no more than people of some sort."""
    if actor.span is not None and inside[0] <= actor.span[0] and actor.span[1] <= inside[1]:
        return True
    return actor.name is None and actor.kind in _COMMUNAL


def _clan(findings: Findings, name: Token, country: str | None) -> Actor:
    first = min([name.i, *(kid.i for kid in name.children if kid.dep_ == "compound")])
    span = findings.document.offsets(first, name.i + 1)
    return Actor(
        mention=findings.document.quote(span),
        kind=ActorKind.IDENTITY_MILITIA,
        country=country,
        span=span,
    )
