"""Totals in a title or lead that the report's events make up together.

"Nine killed in rocket attacks on Aleppo. Shells on Midan killed six. In Sulaimaniya three died." By
the coding frame a total over several places is told only where its parts are not: the nine are
those of no single attack.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from dateline.coding.findings import Findings
from dateline.coding.mentions import FigureMention
from dateline.model import Measure

LEAD = 2
"""The number of sentences of prose at the head of a report that may sum it up."""

LEAST = 4
"""A smaller number is too often the sum of two others by chance."""

MANY = 3
"""So many events whose numbers add up do so by no chance, whatever the head says."""

_PEOPLE = frozenset({Measure.KILLED, Measure.INJURED, Measure.CAPTURED, Measure.MISSING})


def without_sums(
    findings: Findings, own: Sequence[set[int]], stand: Sequence[bool]
) -> list[set[int]]:
    """Return the numbers of each group without those of the head that sum up the events.

    Groups that do not ``stand`` tell of no event.
    """
    groups = [at for at, stands in enumerate(stand) if stands and own[at]]
    if len(groups) < 2:
        return list(own)
    head = set(_head(findings))
    where = findings.document.sentence_of
    sums = {
        (findings.figures[index].figure.measure, _number(findings.figures[index]))
        for at in groups
        for index in own[at]
        if where[findings.figures[index].head] in head
        and _sums_up(
            findings,
            index,
            at,
            [own[group] if group in groups else set() for group in range(len(own))],
        )
    }
    return [
        {
            index
            for index in told
            if (findings.figures[index].figure.measure, _number(findings.figures[index]))
            not in sums
            or where[findings.figures[index].head] not in head
        }
        for told in own
    ]


def _sums_up(findings: Findings, index: int, at: int, own: Sequence[set[int]]) -> bool:
    """Whether a number is the sum of the largest smaller ones of the events, by measure.

    Its own event must have one of them, told in another sentence; or there are many; or its
    sentence tells of more than one act ("rocket attacks").
    """
    mention = findings.figures[index]
    total, measure = _number(mention), mention.figure.measure
    if measure not in _PEOPLE or total < LEAST:
        return False
    where = findings.document.sentence_of
    sentence = where[mention.head]
    parts: list[int] = []
    mine = 0
    for group, told in enumerate(own):
        numbers = [
            number
            for other in told
            if findings.figures[other].figure.measure is measure
            and where[findings.figures[other].head] != sentence
            and (number := _number(findings.figures[other])) < total
        ]
        if group == at:
            mine = max(numbers, default=0)
        elif numbers:
            parts.append(max(numbers))
    if mine and parts and mine + sum(parts) == total:
        return True
    if sum(parts) != total or len(parts) < 2:
        return False
    doc = findings.document.doc
    return len(parts) >= MANY or any(
        doc[trigger.head].tag_ == "NNS"
        for trigger in findings.triggers
        if trigger.sentence == sentence
    )


def _head(findings: Findings) -> Iterator[int]:
    """The sentences of a report's title and lead."""
    sentences = findings.document.sentences
    prose = (one.index for one in sentences if one.kind == "body")
    last = max(islice(prose, LEAD), default=-1)
    return (one.index for one in sentences if one.index <= last)


def _number(mention: FigureMention) -> int:
    return mention.figure.best or mention.figure.low or 0
