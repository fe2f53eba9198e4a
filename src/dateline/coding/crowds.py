"""Crowds: those who demonstrate, named and put on a side as the type of the event has it.

By the coding frame who demonstrates or riots is side a, and side b where a force steps in.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Party, Sides
from dateline.knowledge.ontology import ontology
from dateline.model import Actor, ActorKind, Figure, Measure, Place, SubEventType

CROWDS = frozenset({ActorKind.PROTESTERS, ActorKind.RIOTERS})

BANDS = frozenset({ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
"""Kinds of who may attack a crowd, and is none."""

HARM = frozenset({Measure.KILLED, Measure.INJURED})

FROM_FIGHTING = frozenset({"Battles", "Explosions/Remote violence"})
"""Event types from which people flee: those who do are told in another claim."""

GATHERINGS = frozenset({"Riots", "Protests"})

GATHERS = frozenset({"protest", "riot"})
"""What a word speaks of that tells of a crowd without naming it: "during the protests"."""


def crowds(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    everyone: Sequence[Party],
    place: Place | None,
) -> Sides:
    """Return the sides with the crowd of a protest or riot on its side, named as the type has it.

    Where nobody on that side demonstrates, it is whoever does by the sentences of the event, or
    those who are behind its protest ("two people were killed in the protests").
    """
    if ontology().parents[str(kind)] not in GATHERINGS:
        return sides
    side = _side(kind)
    named: Sides = (
        [crowd(kind, 0, actor) for actor in sides[0]],
        [crowd(kind, 1, actor) for actor in sides[1]],
    )
    if any(actor.kind in CROWDS for actor in named[side]):
        return _faced(kind, named[side], named[1 - side])
    if kind is SubEventType.MOB_VIOLENCE and any(one.kind in BANDS for one in named[0]):
        return named  # party youths attacked a rally
    taking_part = [party for party in everyone if party.actor.kind in CROWDS]
    # Police alone do not riot.
    nobody = all(
        actor.kind is ActorKind.STATE_FORCES and kind is SubEventType.VIOLENT_DEMONSTRATION
        for actor in named[side]
    )
    if taking_part:
        found = max(taking_part, key=lambda party: max(party.a, party.b)).actor
    elif not nobody or (behind := _behind(findings, members, place)) is None:
        return named
    else:
        found = behind
    other = [
        actor
        for actor in named[1 - side]
        if actor.kind not in CROWDS and not actor.mention.endswith(found.mention)
    ]
    return _faced(kind, [crowd(kind, side, found), *named[side]], other)


def without_harm(kind: SubEventType, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Return the figures of an event: a peaceful protest has no dead or wounded of its own.

    They are those it is about: "a march against the killing of two civilians". Nor are those who
    flee counted in a battle or a bombardment: their flight is another claim.
    """
    if ontology().parents[kind] in FROM_FIGHTING:
        return tuple(one for one in figures if one.measure is not Measure.DISPLACED)
    if kind is not SubEventType.PEACEFUL_PROTEST:
        return figures
    return tuple(one for one in figures if one.measure not in HARM)


def _faced(kind: SubEventType, crowds: list[Actor], others: list[Actor]) -> Sides:
    """The sides of a crowd and of others, where forces that stand with it face it.

    Nobody need face a peaceful protest.
    """
    crowds = _once(crowds)
    if kind is not SubEventType.PEACEFUL_PROTEST:
        known = {(actor.name, actor.kind, actor.country) for actor in others}
        forces = [actor for actor in crowds if actor.kind is ActorKind.STATE_FORCES]
        crowds = [actor for actor in crowds if actor.kind is not ActorKind.STATE_FORCES]
        others = [
            *others,
            *(actor for actor in forces if (actor.name, actor.kind, actor.country) not in known),
        ]
    return (crowds, others) if _side(kind) == 0 else (others, crowds)


def _once(crowds: list[Actor]) -> list[Actor]:
    """A crowd without those who are in it already: "followers of a cleric" in "a demonstration"."""
    first: dict[tuple[str | None, ActorKind, str | None], Actor] = {}
    for actor in crowds:
        first.setdefault((actor.name, actor.kind, actor.country), actor)
    return list(first.values())


def _side(kind: SubEventType) -> int:
    riot = ontology().parents[str(kind)] == "Riots"
    return 0 if riot or kind is SubEventType.PEACEFUL_PROTEST else 1


def crowd(kind: SubEventType, side: int, actor: Actor) -> Actor:
    """Return an actor as the type of the event names crowds.

    Demonstrators are protesters in protests and rioters in riots, and so are plain people on the
    side that demonstrates.
    """
    parent = ontology().parents[str(kind)]
    if parent not in GATHERINGS:
        return actor
    right = ActorKind.RIOTERS if parent == "Riots" else ActorKind.PROTESTERS
    people = CROWDS | {ActorKind.CIVILIANS} if side == _side(kind) else CROWDS
    return actor.model_copy(update={"kind": right}) if actor.kind in people else actor


def _behind(findings: Findings, members: Sequence[Happening], place: Place | None) -> Actor | None:
    """Those behind the word for what a crowd does, who are not named: "during the protests"."""
    doc = findings.document.doc
    for happening in members:
        trigger, head = happening.trigger, doc[happening.trigger.head]
        # "Resigned in protest" is no crowd.
        gathers = head.pos_ == "NOUN" and not GATHERS.isdisjoint(trigger.concepts)
        if gathers and not (head.dep_ == "pobj" and doc[trigger.first - 1].lower_ == "in"):
            return _nameless(findings, trigger.first, trigger.last, place)
        for many in head.children if head.pos_ == "VERB" else ():
            if many.dep_ == "nsubj" and many.pos_ == "NUM":  # "some 300 demonstrated"
                return _nameless(findings, many.left_edge.i, many.i + 1, place)
    return None


def _nameless(findings: Findings, first: int, last: int, place: Place | None) -> Actor:
    """Demonstrators whom some words stand for."""
    span = findings.document.offsets(first, last)
    return Actor(
        mention=findings.document.quote(span),
        kind=ActorKind.PROTESTERS,
        country=place.country if place and place.country else findings.country,
        span=span,
    )
