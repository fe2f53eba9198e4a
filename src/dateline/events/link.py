"""Which claims tell of one event: candidates, a scored decision for each pair, and groups.

The result is a function of the set of claims: the order in which they come does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dateline.events.blocking import candidate_pairs
from dateline.events.cluster import Pair, agglomerate, components
from dateline.events.likeness import (
    IMPOSSIBLE,
    Weights,
    features,
    impossible,
    rarity,
    shipped_weights,
)
from dateline.events.sketch import Column, Sketch, sketch
from dateline.events.telling import Telling

KEEP = 0.0
"""Pairs with log-odds above this hold a group together."""
WHOLE = 250
"""In a group of up to this many rows every pair is compared; larger ones keep the pairs they have."""


@dataclass(frozen=True, slots=True)
class Linkage:
    """Which rows are one event, and by which pair each row came in.

    ``groups`` holds the rows of each event with two or more claims. ``partner`` is, for each row
    of such an event, the row it is most alike, -1 for the others; ``log_odds`` how alike.
    """

    size: int
    groups: list[list[int]]
    partner: Column
    log_odds: Column


def link(tellings: Iterable[Telling], weights: Weights | None = None) -> Linkage:
    """Return the linkage of ``tellings``, row by row in their order.

    Memory: about 700 bytes a claim at the peak; the tellings themselves are not kept.
    """
    return link_columns(sketch(tellings), weights)


def link_columns(claims: Sketch, weights: Weights | None = None) -> Linkage:
    """Return the linkage of claims that are columns already."""
    weights = weights or shipped_weights()
    word_weight = rarity(claims)
    totals = _running_totals(claims)
    pairs, scores = _alike_pairs(claims, weights, word_weight)
    groups: list[list[int]] = []
    known = {pair: score for pair, score in zip(pairs, scores, strict=True)}
    for group in components(known):
        if len(group) <= WHOLE:
            compared = _every_pair(claims, group, weights, word_weight)
        else:
            compared = _pairs_of(group, known)
        groups += [part for part in agglomerate(group, compared) if len(part) > 1]
    partner = np.full(len(claims), -1, dtype=np.int64)
    odds = np.zeros(len(claims), dtype=np.float32)
    groups += totals
    groups.sort()
    for group in groups:
        _choose_partners(claims, group, weights, word_weight, partner, odds)
    return Linkage(len(claims), groups, partner, odds)


def score_pairs(
    claims: Sketch, left: Column, right: Column, weights: Weights, word_weight: Column
) -> Column:
    """Return the log-odds that each pair is one event, ``IMPOSSIBLE`` where it cannot be."""
    never = impossible(claims, left, right)
    odds = np.full(len(left), IMPOSSIBLE)
    rest = np.flatnonzero(~never)
    for start in range(0, len(rest), 50_000):
        part = rest[start : start + 50_000]
        odds[part] = weights.log_odds(features(claims, left[part], right[part], word_weight))
    return odds


def running_total(claims: Sketch) -> Column:
    """Return which rows are running totals: background over more than a year."""
    return np.asarray(claims.background & (claims.last - claims.first > 365))


def _running_totals(claims: Sketch) -> list[list[int]]:
    """Group running totals by country, type and first year: they are told again and again."""
    groups: dict[tuple[int, ...], list[int]] = {}
    for row in np.flatnonzero(running_total(claims)).tolist():
        # 400 days leave room for "since March 2011" beside "since 2011".
        key = (
            int(claims.country[row]),
            int(claims.type[row]),
            int(claims.first[row]) // 400,
            int(claims.place[row]),
        )
        groups.setdefault(key, []).append(row)
    return [group for group in groups.values() if len(group) > 1]


def _alike_pairs(
    claims: Sketch, weights: Weights, word_weight: Column
) -> tuple[list[Pair], list[float]]:
    """The candidate pairs that are more likely one event than not, with their log-odds."""
    total = running_total(claims)
    found: list[tuple[Column, Column]] = []
    kept: list[Column] = []
    for left, right in candidate_pairs(claims):
        plain = ~(total[left] | total[right])
        left, right = left[plain], right[plain]
        odds = score_pairs(claims, left, right, weights, word_weight)
        alike = odds > KEEP
        found.append((left[alike], right[alike]))
        kept.append(odds[alike])
    if not found:
        return [], []
    left = np.concatenate([pair[0] for pair in found])
    right = np.concatenate([pair[1] for pair in found])
    odds = np.concatenate(kept)
    order = np.lexsort((right, left))
    left, right, odds = left[order], right[order], odds[order]
    pairs = list(zip(left.tolist(), right.tolist(), strict=True))
    return pairs, odds.tolist()


def _every_pair(
    claims: Sketch, group: list[int], weights: Weights, word_weight: Column
) -> dict[Pair, float]:
    rows = np.array(group)
    i, j = np.triu_indices(len(rows), 1)
    odds = score_pairs(claims, rows[i], rows[j], weights, word_weight)
    return dict(zip(zip(rows[i].tolist(), rows[j].tolist(), strict=True), odds.tolist(), strict=True))


def _pairs_of(group: list[int], known: dict[Pair, float]) -> dict[Pair, float]:
    inside = set(group)
    return {pair: score for pair, score in known.items() if pair[0] in inside}


def _choose_partners(
    claims: Sketch,
    group: list[int],
    weights: Weights,
    word_weight: Column,
    partner: Column,
    odds: Column,
) -> None:
    """Note for each row of an event the row it is most alike, the first of equals."""
    if len(group) > WHOLE or running_total(claims)[group[0]]:
        # Every row joins at the first: a running total, or an event told hundreds of times.
        for row in group:
            partner[row] = group[0] if row != group[0] else group[1]
        return
    for (a, b), score in _every_pair(claims, group, weights, word_weight).items():
        for row, other in ((a, b), (b, a)):
            if partner[row] < 0 or score > odds[row]:
                partner[row], odds[row] = other, score
