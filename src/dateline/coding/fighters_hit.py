"""Fighters whom a strike killed, by its own toll: "missiles hit a house and killed 15 militants".

The house stood for who suffered, as a people's dwelling does, and the 15 on no side. Who is counted
among the dead of a strike or a bombardment, and did not fire himself, was hit; whose house it was,
and who else is named and not counted, is not told to have been. Source: coding frame, side b is
who is acted on; civilians where no fighters are named.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.identity import ARMED
from dateline.coding.mentions import FigureMention
from dateline.coding.second_look import Sides, key_of, named_by
from dateline.model import Actor, ActorKind, Figure, Measure, Place, SubEventType

FIRE = frozenset({SubEventType.AIR_STRIKE, SubEventType.SHELLING})
"""Types of what is done from afar, by one side."""

HURT = frozenset({Measure.KILLED, Measure.INJURED})
"""Measures of people on whom the event is done."""

FIGHTING = ARMED | {ActorKind.UNIDENTIFIED}


def with_fighters(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    figures: Sequence[Figure],
    place: Place | None,
) -> Sides:
    """Return the sides, on the second the fighters whom a strike's toll counts, if none are there.

    Of civilians there those stay whom the toll counts, too.
    """
    if kind not in FIRE or any(actor.kind in FIGHTING for actor in sides[1]):
        return sides
    sentences = {happening.trigger.sentence for happening in happenings}
    toll = [
        mention
        for mention in findings.figures
        if mention.figure in figures and mention.figure.measure in HURT and mention.figure.best != 0
    ]
    acting = {key_of(actor) for actor in sides[0]}
    kinds = {actor.kind for actor in sides[0]}
    hit: dict[str, Actor] = {}
    for mention in toll:
        if findings.document.sentence_of[mention.head] not in sentences:
            continue
        for actor in named_by(findings, [findings.document.doc[mention.head]], place):
            own = key_of(actor) in acting or (actor.name is None and actor.kind in kinds)
            # A "civil defence volunteer" is no fighter.
            helps = actor.kind is ActorKind.POLITICAL_MILITIA and actor.name is None
            if actor.kind in FIGHTING and not own and not helps:
                hit.setdefault(key_of(actor), actor)
    if not hit:
        return sides
    counted = [actor for actor in sides[1] if any(_is_of(actor, one.figure) for one in toll)]
    # Told again elsewhere, their mention may be another than the one that counts them.
    if any(_counts_civilians(findings, mention, place) for mention in toll):
        counted = list(sides[1])
    return sides[0], [*counted, *hit.values()]


def _counts_civilians(findings: Findings, mention: FigureMention, place: Place | None) -> bool:
    """Whether a figure is of civilians."""
    named = named_by(findings, [findings.document.doc[mention.head]], place)
    return any(actor.kind is ActorKind.CIVILIANS for actor in named)


def _is_of(actor: Actor, figure: Figure) -> bool:
    """Whether a mention is of those whom a figure counts."""
    if actor.span is None or figure.span is None:
        return False
    return actor.span[0] < figure.span[1] and figure.span[0] < actor.span[1]
