"""Whose aircraft armed groups bring down, where nobody says so: "rebels shot down a helicopter".

They have none to lose and fire at those of the state they fight, so that it stood alone that they
acted. Over lands where others fly in war nobody knows, but in those where the state's own were
mostly what fell. Airliners are nobody's forces. Source: coding frame, side b is who is acted on.
Words and countries are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.coding.actors import settle
from dateline.coding.air_arms import foreigners_fly
from dateline.coding.delivery import brings_down
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, Place

WORDS = "languages/en/air_arms.toml"
"""Where the words for aircraft and the countries are kept."""

BANDS = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
"""Kinds of those who have no aircraft of their own."""

_OBJECTS = frozenset({"dobj", "nsubjpass"})


def with_the_downed(
    findings: Findings, members: Sequence[Happening], sides: Sides, place: Place | None
) -> Sides:
    """Return the sides, on the empty second one the state whose aircraft somebody brought down.

    That is told by its make, or where a band brought it down.
    """
    country = place.country if place else None
    bands = bool(sides[0]) and all(actor.kind in BANDS for actor in sides[0])
    if sides[1]:
        return sides
    fallible = country in _words("own_fall") or not (country and foreigners_fly(findings, country))
    for noun in _downed(findings, members):
        owner = _maker(noun) or (country if bands and fallible and _is_a_states(noun) else None)
        named = any(one.first <= noun.i < one.last for one in findings.actors)
        if owner is not None and not named:
            span = findings.document.offsets(noun.left_edge.i, noun.i + 1)
            actor = Actor(
                mention=findings.document.quote(span),
                kind=ActorKind.STATE_FORCES,
                country=owner,
                span=span,
            )
            return sides[0], [settle(actor, country, findings.country, findings.published)]
    return sides


def _maker(noun: Token) -> str | None:
    """The state that alone flies an aircraft of a make: "an MQ-9 drone"."""
    said = {noun.lower_, *(kid.lower_ for kid in noun.lefts)}
    said |= {f"{one.lower_}-{two.text}" for one, _, two in _threes(noun)}
    makes: dict[str, list[str]] = settings(WORDS)["makes"]
    return next((code for code, names in makes.items() if not said.isdisjoint(names)), None)


def _threes(noun: Token) -> Iterator[tuple[Token, Token, Token]]:
    """Yield three words in a row of what stands before a noun, for "MQ-9" cut into its parts."""
    words = list(noun.doc[noun.left_edge.i : noun.i + 1])
    for at in range(len(words) - 2):
        if words[at + 1].text == "-":
            yield words[at], words[at + 1], words[at + 2]


def _downed(findings: Findings, members: Sequence[Happening]) -> Iterator[Token]:
    """Yield the nouns for what words of an event say was brought down."""
    for member in members:
        head = findings.document.doc[member.trigger.head]
        for verb in dict.fromkeys((head, head.head)):
            down = any(kid.lower_ == "down" for kid in verb.children)
            if brings_down(verb) or (down and verb.lemma_.lower() in _words("bringing")):
                yield from (kid for kid in verb.children if kid.dep_ in _OBJECTS)


def _is_a_states(noun: Token) -> bool:
    """Whether an aircraft is one of some air force that is not told: no airliner, no drone."""
    around = {kid.lower_ for kid in noun.children}
    lemma = noun.lemma_.lower()
    war = lemma in _words("war_planes") or not around.isdisjoint(_words("warlike"))
    told = any(kid.dep_ == "poss" or kid.lower_ == "of" for kid in noun.children)
    return war and not told and around.isdisjoint(_words("civil") | _words("unknown"))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
