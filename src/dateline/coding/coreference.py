"""Happenings -> events of one report: which triggers tell of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.linear import LinearModel
from dateline.coding.pair_features import gap_km, pair_features
from dateline.coding.paths import path
from dateline.coding.second_look import own_place, type_scores
from dateline.model import Measure

WINDOW = 40
"""A happening is compared with this many before it, so that long texts cost no more a word."""

OBJECTS = frozenset(
    {">dobj", ">nsubjpass", ">dobj>prep:of>pobj", ">dobj>appos", ">nsubjpass>prep:of>pobj"}
)
"""Dependency paths from a verb to what it takes."""

ONE_TOWN = 8.0
"""Places further apart than this, in km, are not quarters of one town."""

JOIN = 0.33
"""Two groups of happenings become one where the mean probability over their pairs reaches this."""

APART = -1000.0
"""What two happenings at different towns weigh: no mean that holds one reaches a threshold."""


Ties = dict[tuple[int, int], float]
"""The mean probability that two groups tell of one event, by their numbers, the smaller first."""


def apart(findings: Findings, one: Happening, other: Happening) -> bool:
    """Return whether two happenings have each a town, site or gain of its own, and not the same.

    Sites within one town may belong to one event, as the coding frame has it: several quarters of
    a city on one day are one claim.
    """
    gains = taken_by(findings, one), taken_by(findings, other)
    if all(gains) and not gains[0] & gains[1]:
        return True
    here, there = own_place(findings, [one]), own_place(findings, [other])
    if here is None or there is None:
        return False
    gap = gap_km(here, there)
    return gap is not None and gap > ONE_TOWN


def taken_by(findings: Findings, happening: Happening) -> set[str]:
    """Return what a word of conquest takes by its syntax: named places, villages, square km."""
    trigger = happening.trigger
    if "seize" not in trigger.concepts:
        return set()
    doc = findings.document.doc
    out = {
        place.place.canonical
        for place in findings.within(findings.places, trigger.sentence)
        if place.level in ("settlement", "site") and path(doc, trigger.head, place.head) in OBJECTS
    }
    for figure in findings.within(findings.figures, trigger.sentence):
        if figure.figure.measure in (Measure.AREA_KM2, Measure.SETTLEMENTS):
            number = figure.figure.best or figure.figure.low
            out.add(f"{figure.figure.measure}:{number}")
    return out


def group(
    findings: Findings,
    happenings: tuple[Happening, ...],
    model: LinearModel,
    threshold: float = JOIN,
) -> tuple[list[list[Happening]], Ties]:
    """Return the happenings grouped into events, in the order of their first triggers, and ties.

    Average-link agglomeration: the two groups whose pairs are likeliest to be the same event are
    joined first, until no mean reaches the threshold. Happenings at two different towns never meet.
    """
    same: dict[tuple[int, int], float] = {}
    for j, later in enumerate(happenings):
        for i in range(max(0, j - WINDOW), j):
            if apart(findings, happenings[i], later):
                same[i, j] = APART
                continue
            features = pair_features(findings, happenings[i], later, j - i - 1)
            same[i, j] = model.probabilities(features)["yes"]
    groups = {i: [i] for i in range(len(happenings))}
    links = dict(same)  # mean probability between two groups, by their smallest members
    while links:
        (i, j), mean = max(links.items(), key=lambda item: (item[1], -item[0][0], -item[0][1]))
        if mean < threshold:
            break
        merged, gone = groups[i], groups.pop(j)
        for k in groups:
            if k == i:
                continue
            one = links.pop((min(i, k), max(i, k)), None)
            other = links.pop((min(j, k), max(j, k)), None)
            if one is None and other is None:
                continue
            n, m = len(merged), len(gone)
            links[min(i, k), max(i, k)] = ((one or 0.0) * n + (other or 0.0) * m) / (n + m)
        links.pop((i, j))
        merged.extend(gone)
    order = {key: place for place, key in enumerate(sorted(groups))}
    ties = {(order[i], order[j]): mean for (i, j), mean in links.items()}
    return [[happenings[m] for m in sorted(groups[key])] for key in order], ties


def ties_of(
    groups: Sequence[Sequence[Happening]], ties: Ties, number: int
) -> list[tuple[float, bool]]:
    """Return how a group is tied to each surer one: the tie, and whether they are of one type."""
    sure = [max(happening.sure for happening in members) for members in groups]
    kinds = [next(iter(type_scores(members))) for members in groups]
    return [
        (ties.get((min(number, other), max(number, other)), 0.0), kinds[other] == kinds[number])
        for other in range(len(groups))
        if (sure[other], -other) > (sure[number], -number)
    ]
