"""Events of one report -> claims: type, sides, place, date, figures, control, speaker, status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import dataclass
from itertools import pairwise

from dateline.coding.conquest import Sides, changed_hands, conquest, control, gain, seated
from dateline.coding.document import Document
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening, Models
from dateline.coding.linear import LinearModel
from dateline.coding.second_look import (
    SURE_PLACE,
    Party,
    parties,
    side_features,
    type_features,
    type_scores,
)
from dateline.coding.status import doubt_of, settled, speakers_of, status_chances
from dateline.knowledge.ontology import ontology
from dateline.model import (
    Actor,
    ActorKind,
    Claim,
    DatePrecision,
    EventDate,
    Figure,
    Offsets,
    Place,
    SubEventType,
)

BACKGROUND_DAYS = 30
"""An event more than this many days older than its report is history (coding frame)."""


SIDE = 0.36
"""A party stands on its likelier side where the side model gives that side this much."""


NAMED_LATER = 0.6
"""What a place of the sentence after the trigger's weighs beside one that was named by then."""

NAMED_BEFORE = 0.8
"""What a place of a sentence before weighs where the trigger's own surely names one too."""

OTHER_SECTION = 0.6
"""What a place weighs that another section names, under its own heading between the paragraphs."""

VAGUE_DATE = 0.6
"""What a month or a year weighs beside a day: it tells of how a war began as often."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How probable a claim, and a value of a claim, must be to stand."""

    claim: float = 0.58
    place: float = 0.1
    date: float = 0.45
    figure: float = 0.4


@dataclass(frozen=True, slots=True)
class Draft:
    """A group of happenings with the values that are decided one by one."""

    members: list[Happening]
    types: dict[str, float]
    place: Place | None
    parties: list[Party]
    figures: tuple[Figure, ...]


def draft(
    findings: Findings,
    members: list[Happening],
    thresholds: Thresholds,
    figures: Set[int],
) -> Draft:
    """Return the draft of a claim; ``figures`` are the numbers that are its own."""
    place = _place(findings, members, thresholds)
    return Draft(
        members=members,
        types=type_scores(members),
        place=place,
        parties=parties(findings, members, place),
        figures=_figures(findings, figures),
    )


def sides_of(draft: Draft, model: LinearModel) -> Sides:
    """Return the actors of side a and of side b, each in text order."""
    sides: Sides = ([], [])
    for party in draft.parties:
        scores = model.probabilities(side_features(party, draft.parties, draft.types))
        if max(scores["a"], scores["b"]) >= SIDE:
            sides[0 if scores["a"] >= scores["b"] else 1].append(party.actor)
    return sides


def compose(
    findings: Findings,
    draft: Draft,
    number: int,
    models: Models,
    thresholds: Thresholds,
    confidence: float,
) -> Claim:
    """Return the claim that a draft makes."""
    members = draft.members
    sides = sides_of(draft, models.side)
    kind = SubEventType(
        models.type.best(type_features(findings, members, draft.types, sides, draft.figures))
    )
    kind = conquest(findings, members, kind, sides)
    told = changed_hands(findings, members, sides, draft.place)
    kind = gain(kind, told, members)
    sides = seated(kind, sides, told)
    chances = status_chances(findings, members, sides, models)
    status = settled(chances, doubt_of(findings, members))
    sides = (
        [crowd(kind, 0, actor) for actor in sides[0]],
        [crowd(kind, 1, actor) for actor in sides[1]],
    )
    date = _date(findings, members, thresholds)
    speakers = speakers_of(findings, members)
    targeted = (
        str(kind) in ontology().violent
        and bool(sides[1])
        and all(actor.kind is ActorKind.CIVILIANS for actor in sides[1])
    )
    trigger = max(members, key=lambda happening: happening.sure).trigger
    return Claim(
        id=f"c{number}",
        evidence=_evidence(findings.document, members),
        sub_event_type=kind,
        date=date,
        place=draft.place,
        side_a=tuple(sides[0]),
        side_b=tuple(sides[1]),
        civilians_targeted=targeted,
        figures=draft.figures,
        control=control(members, kind, sides, told),
        attributed_to=tuple(findings.document.quote(span) for span in speakers),
        attribution_spans=tuple(speakers),
        status=status,
        background=_is_background(findings, date),
        trigger=findings.document.offsets(trigger.first, trigger.last),
        flags=_flags(findings, draft),
        confidence=round(confidence, 3),
    )


def _flags(findings: Findings, draft: Draft) -> tuple[str, ...]:
    """What the finders ask a reviewer to look at in the claim's figures."""
    flags = {
        mention.flag
        for mention in findings.figures
        if mention.flag and mention.figure in draft.figures
    }
    return tuple(sorted(flags))


def crowd(kind: SubEventType, side: int, actor: Actor) -> Actor:
    """Return the actor as the type of the event names crowds.

    Demonstrators are protesters in protests and rioters in riots, and so are plain people on the
    side that demonstrates: side a, or side b (1) where a force steps in.
    """
    parent = ontology().parents[str(kind)]
    if parent not in ("Riots", "Protests"):
        return actor
    right = ActorKind.RIOTERS if parent == "Riots" else ActorKind.PROTESTERS
    crowds = {ActorKind.PROTESTERS, ActorKind.RIOTERS}
    marching = parent == "Riots" or kind is SubEventType.PEACEFUL_PROTEST
    if side == (0 if marching else 1):
        crowds.add(ActorKind.CIVILIANS)
    return actor.model_copy(update={"kind": right}) if actor.kind in crowds else actor


def _evidence(document: Document, happenings: list[Happening]) -> tuple[Offsets, ...]:
    """The sentences of the happenings: the surest first, headlines last, the others in order."""
    sure: dict[int, float] = {}
    for happening in happenings:
        index = happening.trigger.sentence
        sure[index] = max(sure.get(index, 0.0), happening.sure)
    best = max(sure, key=lambda i: (document.sentences[i].kind == "body", sure[i], -i))
    order = [best, *sorted(i for i in sure if i != best)]
    return tuple(document.sentences[i].offsets for i in order)


def _place(findings: Findings, happenings: list[Happening], thresholds: Thresholds) -> Place | None:
    where = findings.document.sentence_of
    told = [
        (index, p, happening, where[findings.places[index].head] - happening.trigger.sentence)
        for happening in happenings
        for index, p in happening.places.items()
        if p >= thresholds.place
    ]
    named = {h.trigger.sentence for _, p, h, away in told if not away and p >= SURE_PLACE}
    scores: dict[int, float] = {}
    sections = _sections(findings.document)
    for index, p, happening, away in told:
        weight = p * happening.sure
        section = sections[happening.trigger.sentence + away]
        if section not in (0, sections[happening.trigger.sentence]):
            weight *= OTHER_SECTION
        if away > 0:
            weight *= NAMED_LATER
        elif away < 0 and happening.trigger.sentence in named:
            weight *= NAMED_BEFORE
        scores[index] = max(scores.get(index, 0.0), weight)
    often = Counter(mention.place.canonical for mention in findings.places)

    def rank(index: int) -> tuple[float, int, int]:
        # Of places as likely, to a hundredth, the one that the report names most often.
        return round(scores[index], 2), often[findings.places[index].place.canonical], -index

    best = max(scores, key=rank, default=None)
    return None if best is None else findings.places[best].place


def _sections(document: Document) -> list[int]:
    """The section of each sentence: 0 above the first heading between paragraphs, then 1, 2, 3.

    What section 0 tells, a report's title and lead, is of all of them.
    """
    sections = [0]
    for before, sentence in pairwise(document.sentences):
        opens = sentence.kind == "headline" != before.kind
        sections.append(sections[-1] + opens)
    return sections


def _date(
    findings: Findings, happenings: list[Happening], thresholds: Thresholds
) -> EventDate | None:
    scores: dict[int, float] = {}
    where = findings.document.sentence_of
    surest = max(happenings, key=lambda happening: happening.sure).trigger.sentence
    for happening in happenings:
        for index, p in happening.dates.items():
            mention = findings.dates[index]
            # "12 dead since Monday", told beside a capture, counts from before it.
            if mention.role != "since" or where[mention.head] == surest:
                weight = p * happening.sure
                if mention.date.precision not in (DatePrecision.DAY, DatePrecision.WEEK):
                    weight *= VAGUE_DATE
                scores[index] = max(scores.get(index, 0.0), weight)
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


def _figures(findings: Findings, own: Set[int]) -> tuple[Figure, ...]:
    out: dict[tuple[object, ...], Figure] = {}
    document = findings.document

    def headlines_last(index: int) -> tuple[bool, int]:
        sentence = document.sentences[document.sentence_of[findings.figures[index].head]]
        return sentence.kind == "headline", index

    for index in sorted(own, key=headlines_last):
        figure = findings.figures[index].figure
        out.setdefault((figure.measure, figure.low, figure.best, figure.high), figure)
    return tuple(out.values())


def _is_background(findings: Findings, date: EventDate | None) -> bool:
    if date is None or findings.day is None:
        return False
    return (findings.day.start - date.end).days > BACKGROUND_DAYS or (
        date.precision is DatePrecision.YEAR
    )
