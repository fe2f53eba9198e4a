"""Whose planes bombed, where nobody says so: "jets bombed a village of the hills".

Where no foreign force is named and none flies in the country's war, manned aircraft are those of
its own air force: armed groups have none. Source: coding frame, an air force is state forces; side
a is who acts. Words and countries are data.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from dateline.coding.actors import settle
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, Place, SubEventType

WORDS = "languages/en/air_arms.toml"
"""Where the words for aircraft and the countries are kept."""


def air_arm(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> Sides:
    """Return the sides, the country's air force on side a of a strike by planes of nobody."""
    country = place.country if place else None
    if kind is not SubEventType.AIR_STRIKE or sides[0] or country is None:
        return sides
    planes = _planes(findings, members)
    if planes is None or _foreigners_fly(findings, country):
        return sides
    span = findings.document.offsets(planes.left_edge.i, planes.i + 1)
    actor = Actor(
        mention=findings.document.quote(span),
        kind=ActorKind.STATE_FORCES,
        country=country,
        span=span,
    )
    return [actor], sides[1]


def _planes(findings: Findings, members: Sequence[Happening]) -> Token | None:
    """The aircraft that a word of the event has for its doer, and whose nobody says."""
    doc = findings.document.doc
    for happening in members:
        head = doc[happening.trigger.head]
        verb = head if head.pos_ == "VERB" else head.head
        agents = (noun for kid in verb.children if kid.dep_ == "agent" for noun in kid.children)
        for noun in (*(kid for kid in verb.children if kid.dep_ == "nsubj"), *agents):
            plain = noun.lemma_.lower() in _words("aircraft") and not any(
                kid.lower_ in _words("unknown") or kid.dep_ in ("poss", "prep")
                for kid in noun.children
            )
            named = any(one.first <= noun.i < one.last for one in findings.actors)
            if plain and not named:
                return noun
    return None


def _foreigners_fly(findings: Findings, country: str) -> bool:
    """Whether planes over a country may be another state's."""
    since = settings(WORDS)["foreign"].get(country)
    on = findings.published
    if since is not None and (on is None or on.year >= since):
        return True
    return any(
        settle(actor, country, findings.country, on).kind is ActorKind.EXTERNAL_FORCES
        for mention in findings.actors
        for actor in mention.actors
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
