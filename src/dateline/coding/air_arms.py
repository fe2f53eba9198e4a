"""Whose planes bombed, where nobody says so: "jets bombed a village of the hills".

Where no foreign force is named and none flies in the country's war, manned aircraft are those of
its own air force: armed groups have none. Where others fly there too they are those of the state
whose army tells of its foes hit. What is called unidentified is nobody's. Source: coding frame, an
air force is state forces; side a is who acts. Words and countries are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.coding.actors import settle
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides
from dateline.coding.syntax import Token
from dateline.knowledge.actors import actor_table
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, Place, SubEventType

WORDS = "languages/en/air_arms.toml"
"""Where the words for aircraft and the countries are kept."""

_STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
_FOES = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})


def air_arm(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> Sides:
    """Return the sides, the country's air force on side a of a strike by planes of nobody."""
    country = place.country if place else None
    if kind is not SubEventType.AIR_STRIKE:
        return sides
    doers = [_as_planes(findings, actor, country) for actor in sides[0]]
    if doers or country is None:
        return doers, sides[1]
    planes = next(_planes(findings, members), None)
    if planes is None:
        return sides
    owner: tuple[ActorKind, str | None] | None = ActorKind.STATE_FORCES, country
    name = None
    if any(kid.lower_ in _words("unknown") for kid in planes.children):
        owner = ActorKind.UNIDENTIFIED, None
    elif ruler := _ruler(findings, planes, country):
        owner, name = ruler
    elif planes.lemma_.lower() not in _words("aircraft"):
        return sides
    elif foreigners_fly(findings, country):
        owner = _who_tells(findings, planes, country, sides[1])
    if owner is None:
        return sides
    span = findings.document.offsets(planes.left_edge.i, planes.i + 1)
    actor = Actor(
        mention=findings.document.quote(span),
        name=name,
        kind=owner[0],
        country=owner[1],
        span=span,
    )
    return [actor], sides[1]


def _ruler(
    findings: Findings, planes: Token, country: str
) -> tuple[tuple[ActorKind, str | None], str | None] | None:
    """Kind, country and name of who alone strikes from the air over a land, or None."""
    row = settings(WORDS)["owners"].get(country)
    on = findings.published
    if row is None or on is None or not row["from"] <= on.year <= row["to"]:
        return None
    if planes.lemma_.lower() not in _words("aircraft") and not row["drones"]:
        return None
    known = actor_table().by_id(row["by"])
    if known is not None:
        return (known.kind, known.home), known.name
    return (ActorKind.EXTERNAL_FORCES, row["by"]), None


def _as_planes(findings: Findings, actor: Actor, country: str | None) -> Actor:
    """Somebody who strikes from the air, a nation's bombers as its forces: "Soviet bombers".

    By themselves they may be people, who blow something up.
    """
    last = actor.mention.lower().split()[-1:]
    if actor.kind is not ActorKind.UNIDENTIFIED or not actor.country or actor.name:
        return actor
    if _words("bombers").isdisjoint(last):
        return actor
    forces = actor.model_copy(update={"kind": ActorKind.STATE_FORCES})
    return settle(forces, country, findings.country, findings.published)


def _who_tells(
    findings: Findings, planes: Token, country: str, struck: Sequence[Actor]
) -> tuple[ActorKind, str | None] | None:
    """Kind and country of the army that says its foes were hit: "jets killed ten militants".

    An army from abroad tells so of its own where nobody was hit: "jets hit 108 targets, it said".
    """
    foes = any(actor.kind in _FOES for actor in struck)
    if struck and not foes:
        return None
    sentence = findings.document.sentence_of[planes.i]
    for speaker in findings.speakers:
        if speaker.sentence != sentence:
            continue
        said = findings.document.quote(findings.document.offsets(speaker.first, speaker.last))
        if _words("armies").isdisjoint(said.lower().replace("'s", "").split()):
            continue
        for mention in findings.within(findings.actors, sentence):
            if speaker.first <= mention.head < speaker.last:
                told = settle(mention.actors[0], None, findings.country, findings.published)
                force = settle(told, country, findings.country, findings.published)
                told_so = foes or force.kind is ActorKind.EXTERNAL_FORCES
                if told_so and force.kind in _STATES and force.country:
                    return force.kind, force.country
    return None


def _planes(findings: Findings, members: Sequence[Happening]) -> Iterator[Token]:
    """Yield the aircraft that a word of the event has for its doer, and whose nobody says."""
    doc = findings.document.doc
    for happening in members:
        head = doc[happening.trigger.head]
        verb = head if head.pos_ == "VERB" else head.head
        agents = (noun for kid in verb.children if kid.dep_ == "agent" for noun in kid.children)
        for noun in (*(kid for kid in verb.children if kid.dep_ == "nsubj"), *agents):
            flies = noun.lemma_.lower() in _words("aircraft") | _words("unmanned")
            owned = any(
                kid.dep_ in ("poss", "prep") or kid.lower_ in _words("others")
                for kid in noun.children
            )
            named = any(one.first <= noun.i < one.last for one in findings.actors)
            if flies and not owned and not named:
                yield noun


def foreigners_fly(findings: Findings, country: str) -> bool:
    """Return whether planes over a country may be another state's."""
    since = settings(WORDS)["foreign"].get(country)
    on = findings.published
    if since is not None and (on is None or on.year >= since):
        return True
    return any(
        settle(actor, country, findings.country, on).kind is ActorKind.EXTERNAL_FORCES
        and _words("grounded").isdisjoint(actor.mention.lower().split())
        for mention in findings.actors
        for actor in mention.actors
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
