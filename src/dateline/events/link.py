"""Which claims tell of one event: candidates, a scored decision for each pair, and groups.

The result is a function of the set of claims: the order in which they come does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from dateline.events.blocking import candidate_pairs
from dateline.events.cluster import Pair, agglomerate, components
from dateline.events.likeness import (
    IMPOSSIBLE,
    RETELLING,
    Weights,
    features,
    impossible,
    rarity,
    retold,
    shipped_weights,
)
from dateline.events.sketch import Column, Sketch, sketch
from dateline.events.telling import Telling
from dateline.model import ClaimRef

KEEP = 0.0
"""Pairs with log-odds above this hold a group together."""
WHOLE = 250
"""Up to this many rows, every pair of a group is compared; above, only the pairs found alike."""

JOINED = 40.0
"""The log-odds of a pair that a person has joined."""

RefPair = tuple[ClaimRef, ClaimRef]

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


def link(
    tellings: Iterable[Telling],
    weights: Weights | None = None,
    *,
    together: Iterable[RefPair] = (),
    apart: Iterable[RefPair] = (),
) -> Linkage:
    """Return the linkage of ``tellings``, row by row in their order.

    Pairs of claims that people have joined (``together``) or parted (``apart``) stay so, whatever
    the score; claims that are not among the tellings are passed over. Memory: below two kilobytes
    a claim at the peak; the tellings themselves are not kept.
    """
    rows: dict[ClaimRef, int] = {}
    named = {ref for pair in (*together, *apart) for ref in pair}

    def noted() -> Iterator[Telling]:
        for row, telling in enumerate(tellings):
            if telling.ref in named:
                rows[telling.ref] = row
            yield telling

    claims = sketch(noted())
    verdicts: dict[Pair, float] = {}
    for pairs, verdict in ((together, JOINED), (apart, IMPOSSIBLE)):
        for one, two in pairs:
            if one in rows and two in rows and one != two:
                a, b = sorted((rows[one], rows[two]))
                verdicts[(a, b)] = verdict
    return link_columns(claims, weights, verdicts)


def link_columns(
    claims: Sketch,
    weights: Weights | None = None,
    verdicts: Mapping[Pair, float] = MappingProxyType({}),
) -> Linkage:
    """Return the linkage of claims that are columns already; ``verdicts`` beat the score."""
    weights = weights or shipped_weights()
    word_weight = rarity(claims)
    totals = _running_totals(claims)
    alike = _alike_pairs(claims, weights, word_weight, verdicts)
    partner = np.full(len(claims), -1, dtype=np.int64)
    odds = np.zeros(len(claims), dtype=np.float32)
    groups = list(totals)
    for group in totals:
        _join_at_first(group, partner)
    for members, compared in _compared(claims, alike, weights, word_weight):
        compared |= _about(verdicts, members)
        for group in agglomerate(members, compared):
            if len(group) > 1:
                groups.append(group)
                _choose_partners(group, compared, partner, odds)
    groups.sort()
    return Linkage(len(claims), groups, partner, odds)


def _about(verdicts: Mapping[Pair, float], members: list[int]) -> dict[Pair, float]:
    """The verdicts on members of one group."""
    if not verdicts:
        return {}
    inside = set(members)
    return {p: verdict for p, verdict in verdicts.items() if p[0] in inside and p[1] in inside}


def score_pairs(
    claims: Sketch, left: Column, right: Column, weights: Weights, word_weight: Column
) -> Column:
    """Return the log-odds that each pair is one event, ``IMPOSSIBLE`` where it cannot be."""
    never = impossible(claims, left, right)
    odds = np.full(len(left), IMPOSSIBLE)
    rest = np.flatnonzero(~never)
    for start in range(0, len(rest), 50_000):
        part = rest[start : start + 50_000]
        one, two = left[part], right[part]
        table = features(claims, one, two, word_weight)
        score = weights.log_odds(table)
        same_report = claims.report[one] == claims.report[two]
        score = np.where(same_report, score + RETELLING, score)
        odds[part] = np.where(same_report & ~retold(table), IMPOSSIBLE, score)
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


class _Alike(NamedTuple):
    """The pairs that are more likely one event than not, as columns, each pair once, in order."""

    left: Column
    right: Column
    log_odds: Column

    def pairs(self) -> Iterator[Pair]:
        """Yield the pairs; as columns they take a tenth of the memory."""
        for start in range(0, len(self.left), _BATCH):
            part = slice(start, start + _BATCH)
            yield from zip(self.left[part].tolist(), self.right[part].tolist(), strict=True)

    def within(self, group: list[int]) -> dict[Pair, float]:
        """Return the pairs of one connected group with their log-odds."""
        rows = np.flatnonzero(np.isin(self.left, group))
        pairs = zip(self.left[rows].tolist(), self.right[rows].tolist(), strict=True)
        return dict(zip(pairs, self.log_odds[rows].tolist(), strict=True))


def _alike_pairs(
    claims: Sketch, weights: Weights, word_weight: Column, verdicts: Mapping[Pair, float]
) -> _Alike:
    """Score all candidate pairs and keep those more likely one event than not."""
    total = running_total(claims)
    empty = np.empty(0, dtype=np.int32)
    found: list[_Alike] = [_Alike(empty, empty, np.empty(0, dtype=np.float32))]
    for left, right in candidate_pairs(claims):
        plain = ~(total[left] | total[right])
        left, right = left[plain], right[plain]
        odds = score_pairs(claims, left, right, weights, word_weight)
        kept = np.flatnonzero(odds > KEEP)
        found.append(
            _Alike(
                left[kept].astype(np.int32),
                right[kept].astype(np.int32),
                odds[kept].astype(np.float32),
            )
        )
    joined = np.array([p for p, verdict in sorted(verdicts.items()) if verdict > 0], dtype=np.int32)
    if len(joined):
        # Before any other score of the pair, which the sort below then drops as its double.
        odds = np.full(len(joined), JOINED, dtype=np.float32)
        found.insert(0, _Alike(joined[:, 0], joined[:, 1], odds))
    left, right, odds = (np.concatenate(columns) for columns in zip(*found, strict=True))
    order = np.lexsort((right, left))
    left, right, odds = left[order], right[order], odds[order]
    new = np.ones(len(left), dtype=bool)
    new[1:] = (left[1:] != left[:-1]) | (right[1:] != right[:-1])
    return _Alike(left[new], right[new], odds[new])


def _compared(
    claims: Sketch, alike: _Alike, weights: Weights, word_weight: Column
) -> Iterator[tuple[list[int], dict[Pair, float]]]:
    """Yield each connected group with the log-odds of its pairs.

    Every pair of a group of up to ``WHOLE`` rows is scored, many groups at a time; of larger
    groups only the pairs that are known.
    """
    batch: list[list[int]] = []
    waiting = 0
    for group in components(alike.pairs()):
        if len(group) > WHOLE:
            yield group, alike.within(group)
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
