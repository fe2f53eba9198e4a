"""Events of one report -> claims: type, sides, place, date, figures, control, speaker, status."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.actors import settle
from dateline.coding.document import Document
from dateline.coding.findings import Findings
from dateline.coding.happenings import NONE, Happening, Models
from dateline.coding.status import speakers_of, status_features
from dateline.coding.triggers import Trigger
from dateline.knowledge.ontology import ontology
from dateline.model import (
    Actor,
    ActorKind,
    Claim,
    Control,
    DatePrecision,
    EventDate,
    Figure,
    Offsets,
    Place,
    Status,
    SubEventType,
)

BACKGROUND_DAYS = 30
"""An event more than this many days older than its report is history (coding frame)."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How probable a value must be to enter a claim."""

    claim: float = 0.5
    actor: float = 0.45
    place: float = 0.25
    date: float = 0.4
    figure: float = 0.4


def compose(
    findings: Findings,
    happenings: list[Happening],
    number: int,
    models: Models,
    thresholds: Thresholds,
) -> Claim | None:
    """Return the claim that a group of happenings makes, or None where they are too unsure."""
    sure = max(happening.sure for happening in happenings)
    if sure < thresholds.claim:
        return None
    kind = type_of(happenings)
    place = place_of(findings, happenings, thresholds)
    sides = sides_of(findings, happenings, thresholds, place)
    date = _date(findings, happenings, thresholds)
    speakers = speakers_of(findings, happenings)
    rules = ontology()
    targeted = (
        str(kind) in rules.violent
        and bool(sides[1])
        and all(actor.kind is ActorKind.CIVILIANS for actor in sides[1])
    )
    best = max(happenings, key=lambda happening: happening.sure)
    trigger = best.trigger
    return Claim(
        id=f"c{number}",
        evidence=_evidence(findings.document, happenings),
        sub_event_type=kind,
        date=date,
        place=place,
        side_a=tuple(sides[0]),
        side_b=tuple(sides[1]),
        civilians_targeted=targeted,
        figures=_figures(findings, happenings, thresholds),
        control=_control(kind, sides, trigger),
        attributed_to=tuple(findings.document.quote(span) for span in speakers),
        attribution_spans=tuple(speakers),
        status=Status(models.status.best(status_features(findings, happenings, sides))),
        background=_is_background(findings, date),
        trigger=findings.document.offsets(trigger.first, trigger.last),
        confidence=round(sure, 3),
    )


def type_of(happenings: list[Happening]) -> SubEventType:
    """Return the sub-event type that the happenings together make likeliest."""
    total: dict[str, float] = {}
    for happening in happenings:
        for name, p in happening.types.items():
            if name != NONE:
                total[name] = total.get(name, 0.0) + p
    return SubEventType(max(total.items(), key=lambda item: (item[1], item[0]))[0])


def _evidence(document: Document, happenings: list[Happening]) -> tuple[Offsets, ...]:
    """The sentences of the happenings: the surest first, headlines last, the others in order."""
    sure: dict[int, float] = {}
    for happening in happenings:
        index = happening.trigger.sentence
        sure[index] = max(sure.get(index, 0.0), happening.sure)
    best = max(sure, key=lambda i: (document.sentences[i].kind == "body", sure[i], -i))
    order = [best, *sorted(i for i in sure if i != best)]
    return tuple(document.sentences[i].offsets for i in order)


def sides_of(
    findings: Findings, happenings: list[Happening], thresholds: Thresholds, place: Place | None
) -> tuple[list[Actor], list[Actor]]:
    """Return the actors of side a and of side b, each in text order."""
    scores: dict[int, tuple[float, float]] = {}
    for happening in happenings:
        for index, (a, b) in happening.actors.items():
            old = scores.get(index, (0.0, 0.0))
            scores[index] = max(old[0], a), max(old[1], b)
    country = place.country if place else None
    sides: tuple[list[Actor], list[Actor]] = ([], [])
    strength: tuple[dict[str, float], dict[str, float]] = ({}, {})
    ranked = sorted(scores.items(), key=lambda item: -max(item[1]))
    for index, (a, b) in ranked:
        side = 0 if a >= b else 1
        if max(a, b) < thresholds.actor:
            continue
        for actor in findings.actors[index].actors:
            settled = settle(actor, country, findings.country)
            key = _same(settled)
            if key in strength[side] or strength[1 - side].get(key, 0.0) > max(a, b):
                continue
            strength[side][key] = max(a, b)
            sides[side].append(settled)
    for side in sides:
        side.sort(key=lambda actor: actor.span or (0, 0))
    return sides


def _same(actor: Actor) -> str:
    return actor.name or f"{actor.kind}:{actor.country}"


def place_of(
    findings: Findings, happenings: list[Happening], thresholds: Thresholds
) -> Place | None:
    """Return the likeliest place of the happenings, or None where none is likely enough."""
    scores: dict[int, float] = {}
    for happening in happenings:
        for index, p in happening.places.items():
            scores[index] = max(scores.get(index, 0.0), p)
    if not scores:
        return None
    index, p = max(scores.items(), key=lambda item: (item[1], -item[0]))
    return findings.places[index].place if p >= thresholds.place else None


def _date(
    findings: Findings, happenings: list[Happening], thresholds: Thresholds
) -> EventDate | None:
    scores: dict[int, float] = {}
    for happening in happenings:
        for index, p in happening.dates.items():
            scores[index] = max(scores.get(index, 0.0), p)
    if scores:
        index, p = max(scores.items(), key=lambda item: (item[1], -item[0]))
        if p >= thresholds.date:
            return findings.dates[index].date
    if findings.day is None:
        return None
    return EventDate(
        start=findings.day.start,
        end=findings.day.end,
        precision=DatePrecision.DAY if findings.day.span else DatePrecision.WEEK,
        span=findings.day.span,
    )


def _figures(
    findings: Findings, happenings: list[Happening], thresholds: Thresholds
) -> tuple[Figure, ...]:
    scores: dict[int, float] = {}
    for happening in happenings:
        for index, p in happening.figures.items():
            scores[index] = max(scores.get(index, 0.0), p)
    out: dict[tuple[object, ...], Figure] = {}
    for index in sorted(scores):
        if scores[index] >= thresholds.figure:
            figure = findings.figures[index].figure
            out.setdefault((figure.measure, figure.low, figure.best, figure.high), figure)
    return tuple(out.values())


def _control(
    kind: SubEventType, sides: tuple[list[Actor], list[Actor]], trigger: Trigger
) -> Control | None:
    """Who holds the place after a change of hands: the side that acts, unless it withdraws."""
    if str(kind) not in ontology().territorial:
        return None
    a, b = (side[0] if side else None for side in sides)
    if "withdraw" in trigger.concepts:
        a, b = b, a
    return Control(to=a, from_=b) if a or b else None


def _is_background(findings: Findings, date: EventDate | None) -> bool:
    if date is None or findings.day is None:
        return False
    return (findings.day.start - date.end).days > BACKGROUND_DAYS or (
        date.precision is DatePrecision.YEAR
    )
