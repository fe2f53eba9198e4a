"""Which claims tell of one event: candidates, a scored decision for each pair, and groups.

The result is a function of the set of claims: the order in which they come does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

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
"""Up to this many rows, every pair of a group is compared; above, only the pairs found alike."""

_BATCH = 50_000


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
    known = dict(zip(pairs, scores, strict=True))
    partner = np.full(len(claims), -1, dtype=np.int64)
    odds = np.zeros(len(claims), dtype=np.float32)
    groups = list(totals)
    for group in totals:
        _join_at_first(group, partner)
    for members, compared in _compared(claims, components(known), known, weights, word_weight):
        for group in agglomerate(members, compared):
            if len(group) > 1:
                groups.append(group)
                _choose_partners(group, compared, partner, odds)
    groups.sort()
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


def _compared(
    claims: Sketch,
    groups: list[list[int]],
    known: dict[Pair, float],
    weights: Weights,
    word_weight: Column,
) -> Iterator[tuple[list[int], dict[Pair, float]]]:
    """Yield each connected group with the log-odds of its pairs, in the order of ``groups``.

    Every pair of a group of up to ``WHOLE`` rows is scored, many groups at a time; of larger
    groups only the pairs that are known.
    """
    batch: list[list[int]] = []
    waiting = 0
    for group in groups:
        if len(group) > WHOLE:
            inside = set(group)
            yield group, {pair: score for pair, score in known.items() if pair[0] in inside}
            continue
        batch.append(group)
        waiting += len(group) * (len(group) - 1) // 2
        if waiting >= _BATCH:
            yield from _whole(claims, batch, weights, word_weight)
            batch, waiting = [], 0
    if batch:
        yield from _whole(claims, batch, weights, word_weight)


def _whole(
    claims: Sketch, groups: list[list[int]], weights: Weights, word_weight: Column
) -> Iterator[tuple[list[int], dict[Pair, float]]]:
    """Yield each group with the log-odds of all its pairs, scored in one go."""
    pairs = [pair for group in groups for pair in combinations(group, 2)]
    rows = np.array(pairs)
    odds = score_pairs(claims, rows[:, 0], rows[:, 1], weights, word_weight).tolist()
    start = 0
    for group in groups:
        end = start + len(group) * (len(group) - 1) // 2
        yield group, dict(zip(pairs[start:end], odds[start:end], strict=True))
        start = end


def _choose_partners(
    group: list[int], compared: dict[Pair, float], partner: Column, odds: Column
) -> None:
    """Note for each row of an event the row it is most alike, the first of equals."""
    if len(group) > WHOLE:
        _join_at_first(group, partner)
        return
    for pair in combinations(group, 2):
        score = compared.get(pair)
        if score is None:
            continue
        for row, other in (pair, pair[::-1]):
            if partner[row] < 0 or score > odds[row]:
                partner[row], odds[row] = other, score


def _join_at_first(group: list[int], partner: Column) -> None:
    """Let every row join at the first: a running total, or an event told hundreds of times."""
    partner[group] = group[0]
    partner[group[0]] = group[1]
