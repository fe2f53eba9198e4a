"""Where, when and how many: the values of a claim, chosen among what its happenings hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set
from itertools import pairwise

from dateline.coding.cannot_link import FIGURES
from dateline.coding.document import Document
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.mentions import FigureMention
from dateline.coding.second_look import SURE_PLACE
from dateline.knowledge.files import settings
from dateline.model import DatePrecision, EventDate, Figure, Place

NAMED_LATER = 0.6
"""What a place of the sentence after the trigger's weighs beside one that was named by then."""

NAMED_BEFORE = 0.8
"""What a place of a sentence before weighs where the trigger's own surely names one too."""

OTHER_SECTION = 0.6
"""What a place weighs that another section names, under its own heading between the paragraphs."""

VAGUE_DATE = 0.6
"""What a month or a year weighs beside a day: it tells of how a war began as often."""

LEAD = 2
"""Sentences of prose before a heading opens a section: what stands above is a title's."""


def place_of(findings: Findings, happenings: Sequence[Happening], least: float) -> Place | None:
    """Return the likeliest place of an event, of those with at least this probability."""
    where = findings.document.sentence_of
    told = [
        (index, p, happening, where[findings.places[index].head] - happening.trigger.sentence)
        for happening in happenings
        for index, p in happening.places.items()
        if p >= least
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


def date_of(findings: Findings, happenings: Sequence[Happening], least: float) -> EventDate | None:
    """Return the likeliest date of an event, with at least this weight, or else the report's day.

    Where there is neither it is None; a day that only the record tells stands for its week.
    """
    scores: dict[int, float] = {}
    where = findings.document.sentence_of
    surest = max(happenings, key=lambda happening: happening.sure).trigger.sentence
    for happening in happenings:
        for index, p in happening.dates.items():
            mention = findings.dates[index]
            # "12 dead since Monday", told beside a capture, counts from before it.
            if mention.role != "since" or where[mention.head] == surest:
                scores[index] = max(scores.get(index, 0.0), p * happening.sure)

    def rank(index: int) -> tuple[float, int]:
        near = findings.dates[index].date.precision in (DatePrecision.DAY, DatePrecision.WEEK)
        return scores[index] * (1 if near else VAGUE_DATE), -index

    sure = (index for index, weight in scores.items() if weight >= least)
    best = max(sure, key=rank, default=None)
    if best is not None:
        return findings.dates[best].date
    if findings.day is None:
        return None
    return EventDate(
        start=findings.day.start,
        end=findings.day.end,
        precision=DatePrecision.DAY if findings.day.span else DatePrecision.WEEK,
        span=findings.day.span,
    )


def figures_of(findings: Findings, own: Set[int]) -> tuple[Figure, ...]:
    """Return the numbers of an event, each once, as the body tells them before a headline."""
    document = findings.document

    def headlines_last(index: int) -> tuple[bool, int]:
        sentence = document.sentences[document.sentence_of[findings.figures[index].head]]
        return sentence.kind == "headline", index

    kept: list[FigureMention] = []
    for index in sorted(own, key=headlines_last):
        mention = findings.figures[index]
        if not any(_told_again(document, mention, other) for other in kept):
            kept.append(mention)
    return tuple(mention.figure for mention in kept)


def _sections(document: Document) -> list[int]:
    """The section of each sentence: 0 above the first heading between paragraphs, then 1, 2, 3.

    What section 0 tells, a report's title and lead, is of all of them.
    """
    sections = [0]
    prose = 0
    for before, sentence in pairwise(document.sentences):
        prose += before.kind == "body"
        opens = sentence.kind == "headline" != before.kind and prose >= LEAD
        sections.append(sections[-1] + opens)
    return sections


def _told_again(document: Document, one: FigureMention, other: FigureMention) -> bool:
    """Whether two numbers of one event are one: "21 killed" and "at least 21 civilians killed".

    Not so where one sentence counts different people, "four women and four children". Two
    sentences seldom do so with one number.
    """
    mine, theirs = one.figure, other.figure
    if mine.measure != theirs.measure or _number(mine) != _number(theirs):
        return False
    if document.sentence_of[one.head] != document.sentence_of[other.head]:
        return True
    heads = document.doc[one.head], document.doc[other.head]
    anybody = settings(FIGURES)["anybody"]
    vague = any(head.like_num or head.lemma_.lower() in anybody for head in heads)
    return vague or heads[0].lemma_ == heads[1].lemma_


def _number(figure: Figure) -> int | tuple[int | None, int | None]:
    return figure.best if figure.best is not None else (figure.low, figure.high)
