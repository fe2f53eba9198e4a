"""Dead of whom a report says no more than how many: "the shelling left three dead".

A number without a noun is nobody's mention, so that nobody suffered, nor is a people that no table
knows: "killed 24 Pandits". Where no fighters are told of who may have died they are civilians.
Source: coding frame, plain people killed by strikes, shelling or bombs, no fighters named, are
civilians.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.actors import settle
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.identity import ARMED
from dateline.coding.mentions import FigureMention
from dateline.coding.second_look import Sides, key_of, named_by
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, Figure, Measure, Place, SubEventType

WORDS = "languages/en/opponents.toml"
"""Where the words for the dead are kept."""

KILLING = frozenset(
    {
        SubEventType.ATTACK,
        SubEventType.AIR_STRIKE,
        SubEventType.SHELLING,
        SubEventType.GRENADE,
    }
)
"""Types of what is done to people who need not fight."""

HURT = frozenset({Measure.KILLED, Measure.INJURED})
"""Measures of people on whom the event is done."""


def with_the_dead(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    figures: Sequence[Figure],
    place: Place | None,
) -> Sides:
    """Return the sides, on an empty second side the dead and the injured as civilians.

    Not where somebody else in arms is named in the event's sentences, who may have been hit.
    """
    if kind not in KILLING or sides[1] or place is None or place.country is None:
        return sides
    acting = {key_of(one) for one in sides[0]}
    sentences = {happening.trigger.sentence for happening in happenings}
    if any(
        actor.kind in ARMED
        and key_of(settle(actor, place.country, findings.country, findings.published)) not in acting
        for mention in findings.actors
        if findings.document.sentence_of[mention.head] in sentences
        for actor in mention.actors
    ):
        return sides
    hurt = [
        mention
        for mention in findings.figures
        if mention.figure in figures and mention.figure.measure in HURT and _is_some(mention.figure)
    ]
    for mention in hurt:
        if (civilians := _civilians(findings, mention, place)) is not None:
            return sides[0], [civilians]
    return sides


def _is_some(figure: Figure) -> bool:
    return figure.best != 0 and figure.high != 0


def _civilians(findings: Findings, mention: FigureMention, place: Place) -> Actor | None:
    """The civilians whom a number counts: nobody but the dead, or people who are no fighters."""
    figure = mention.figure
    word = findings.document.doc[mention.head]
    if figure.who and word.lemma_.lower() not in settings(WORDS)["dead"]:
        named = named_by(findings, [word], place)
        if named or not _is_a_people(findings, word):
            return named[0] if named and named[0].kind is ActorKind.CIVILIANS else None
    return Actor(
        mention=figure.text,
        kind=ActorKind.CIVILIANS,
        country=place.country,
        span=figure.span,
    )


def _is_a_people(findings: Findings, word: Token) -> bool:
    """Whether a counted noun is a people's name, and nobody that is known: "12 Santhals"."""
    plural = word.tag_ in ("NNPS", "NNS", "NNP") and word.lower_.endswith("s")
    counted = any(kid.dep_ == "nummod" for kid in word.children)
    known = any(one.first <= word.i < one.last for one in findings.actors)
    return plural and counted and word.text.istitle() and word.is_alpha and not known
