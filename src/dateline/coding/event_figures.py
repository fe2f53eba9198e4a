"""How many: the numbers of a claim, each told once."""

from __future__ import annotations

import math
from collections.abc import Sequence, Set

from dateline.coding.cannot_link import FIGURES
from dateline.coding.document import Document
from dateline.coding.findings import Findings
from dateline.coding.mentions import FigureMention
from dateline.knowledge.files import settings
from dateline.model import Figure


def figures_of(findings: Findings, own: Set[int]) -> tuple[Figure, ...]:
    """Return the numbers of an event, each once, as the body tells them before a headline."""
    document = findings.document

    def headlines_last(index: int) -> tuple[bool, int]:
        sentence = document.sentences[document.sentence_of[findings.figures[index].head]]
        return sentence.kind == "headline", index

    kept: list[FigureMention] = []
    for index in sorted(own, key=headlines_last):
        mention = findings.figures[index]
        if not any(
            _told_again(document, mention, other) or _heads(document, mention, other)
            for other in kept
        ):
            kept.append(mention)
    tolls = {one.figure.measure for one in kept if (one.figure.best or one.figure.high or 0) > 1}
    some = {one.figure.measure for one in kept if one.figure.best != 0}
    # "No casualties" beside a toll is told of another event.
    none = {one.figure.span for one in kept if one.figure.best == 0 and one.figure.measure in some}
    return tuple(
        one.figure
        for one in kept
        if not (one.figure.measure in tolls and _is_named(one))
        and not (one.figure.best == 0 and one.figure.span in none)
    )


def with_recounts(
    findings: Findings, stand: Sequence[bool], own: Sequence[Set[int]]
) -> list[set[int]]:
    """Return the numbers of each group, with those by which the next sentence counts them again.

    "A bomb killed 16. The rebels claimed 31": no word of the second sentence tells of the event.
    """
    sentence_of = findings.document.sentence_of
    given = [set(numbers) for numbers in own]
    told = {index for at, numbers in enumerate(own) if stand[at] for index in numbers}
    for index, again in enumerate(findings.figures):
        word = again.governor
        if index in told or word is None or sentence_of[word] >= sentence_of[again.head]:
            continue
        for at, numbers in enumerate(own):
            counted = (findings.figures[number] for number in numbers)
            if stand[at] and any(
                word in (first.governor, first.head)
                and first.figure.measure is again.figure.measure
                for first in counted
            ):
                given[at].add(index)
                break
    return given


def _is_named(one: FigureMention) -> bool:
    """Whether a figure is that of a person told by name, who counts only where no toll is given."""
    return one.figure.best == 1 and one.figure.text == one.figure.who


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


def _heads(document: Document, one: FigureMention, other: FigureMention) -> bool:
    """Whether a headline tells in short what the body tells in full.

    "100 hurt" for more than 100, "dozens killed" for 34.
    """
    mine, theirs = one.figure, other.figure
    head, body = (document.sentences[document.sentence_of[n.head]].kind for n in (one, other))
    if head != "headline" or body == "headline" or mine.measure != theirs.measure:
        return False
    if mine.best is None:
        low, high = mine.low or 0, mine.high or math.inf
        return theirs.best is not None and low <= theirs.best <= high
    return theirs.high is None and theirs.low == theirs.best == mine.best + 1


def _number(figure: Figure) -> int | tuple[int | None, int | None]:
    return figure.best if figure.best is not None else (figure.low, figure.high)
