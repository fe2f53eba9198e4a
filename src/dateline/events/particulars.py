"""Who, how many and in which words: features of a pair of claims, each of one direction."""

from __future__ import annotations

from functools import cache

import numpy as np

from dateline.events.sketch import ACTORS, KINDS, NO_KIND, Column, Sketch
from dateline.events.words import SEQUEL
from dateline.knowledge.files import table
from dateline.model import ActorKind


def actors(claims: Sketch, left: Column, right: Column) -> dict[str, Column]:
    """Return the features of who: how well each side agrees, and whether by name."""
    best: list[Column] = []
    named = np.zeros(len(left), dtype=bool)
    for a, b in ((0, 0), (1, 1), (0, 1), (1, 0)):
        score, equal = _side(claims, left, right, a * ACTORS, b * ACTORS)
        best.append(score)
        named |= equal
    straight_a, straight_b, crossed_a, crossed_b = best
    # In a clash either side may be told first.
    crossed = crossed_a + crossed_b - 0.3 > straight_a + straight_b
    crossed &= np.minimum(crossed_a, crossed_b) > 0
    side_a = np.where(crossed, crossed_a, straight_a)
    side_b = np.where(crossed, crossed_b, straight_b)
    return {
        "actor_a": np.clip(side_a, 0, 1),
        "against_a": np.clip(-side_a, 0, 1),
        "actor_b": np.clip(side_b, 0, 1),
        "against_b": np.clip(-side_b, 0, 1),
        "same_name": named,
        "crossed": crossed & (straight_a + straight_b < 0),
    }


def _side(claims: Sketch, left: Column, right: Column, a: int, b: int) -> tuple[Column, Column]:
    """The best agreement of any two actors of two sides (-1 to 1), and whether by name."""
    best = np.full(len(left), -2.0)
    by_name = np.zeros(len(left), dtype=bool)
    for i in range(a, a + ACTORS):
        kind_a, name_a = claims.actor_kinds[left, i], claims.actor_names[left, i]
        country_a = claims.actor_countries[left, i]
        if not (kind_a != NO_KIND).any():
            continue
        for j in range(b, b + ACTORS):
            kind_b, name_b = claims.actor_kinds[right, j], claims.actor_names[right, j]
            country_b = claims.actor_countries[right, j]
            there = (kind_a != NO_KIND) & (kind_b != NO_KIND)
            score = _kind_affinity()[kind_a, kind_b]
            countries = (country_a > 0) & (country_b > 0)
            foreign = countries & (country_a != country_b)
            score = np.where(foreign & (kind_a == kind_b), -0.5, score)
            score = np.where(~countries & (kind_a == kind_b), 0.4, score)
            both = (name_a > 0) & (name_b > 0)
            score = np.where(both & (name_a != name_b), np.minimum(score, -0.4), score)
            equal = both & (name_a == name_b)
            score = np.where(equal, 1.0, score)
            best = np.where(there & (score > best), score, best)
            by_name |= there & equal
    return np.where(best < -1.5, 0.0, best), by_name


def figures(claims: Sketch, left: Column, right: Column) -> dict[str, Column]:
    """Return the features of how many: equal, near and far numbers of one measure."""
    measures_a, measures_b = claims.measures[left], claims.measures[right]
    values_a, values_b = claims.values[left], claims.values[right]
    size_a, size_b = np.abs(values_a), np.abs(values_b)
    equal = np.zeros(len(left))
    near = np.zeros(len(left))
    compared = np.zeros(len(left), dtype=bool)
    main_a, main_b = _main(measures_a, size_a), _main(measures_b, size_b)
    for i in range(values_a.shape[1]):
        here = measures_a[:, i] > 0
        if not here.any():
            continue
        telling = np.clip(np.log2(np.maximum(size_a[:, i], 1)) / 5.0, 0, 1)
        for j in range(values_b.shape[1]):
            alike = here & (measures_a[:, i] == measures_b[:, j])
            exact = alike & (values_a[:, i] == values_b[:, j]) & (values_a[:, i] > 0)
            equal += np.where(exact, telling, 0.0)
            totals = alike & main_a[:, i] & main_b[:, j]
            compared |= totals
            ratio = np.abs(np.log((size_a[:, i] + 1) / (size_b[:, j] + 1)))
            near = np.where(totals, np.maximum(near, np.exp(-1.5 * ratio)), near)
    # One victim is often one of the victims: such a number contradicts a larger one less.
    smaller = np.minimum(_largest(main_a, size_a), _largest(main_b, size_b))
    weight = np.clip(np.log2(1 + smaller) / 2.0, 0.25, 1.0)
    return {
        "equal_figures": np.clip(equal, 0, 2),
        "near_figures": near,
        "far_figures": np.where(compared, np.clip(0.6 - near, 0, 1) * weight, 0.0),
    }


def _largest(main: Column, sizes: Column) -> Column:
    return np.asarray(np.where(main, sizes, 0).max(axis=1))


def _main(measures: Column, sizes: Column) -> Column:
    """Which figures may be totals: the first of their measure, or at least half of its largest."""
    main = np.zeros(sizes.shape, dtype=bool)
    for i in range(sizes.shape[1]):
        same = measures == measures[:, i : i + 1]
        largest = np.where(same, sizes, 0).max(axis=1)
        first = ~same[:, :i].any(axis=1)
        main[:, i] = (measures[:, i] > 0) & (first | (sizes[:, i] * 2 >= largest))
    return main


def words(claims: Sketch, left: Column, right: Column, word_weight: Column) -> dict[str, Column]:
    """Return the features of the wording: rare words, names, facilities, times of day."""
    shared, all_a, all_b = _weighted(claims.words[left], claims.words[right], word_weight)
    likeness = shared / np.sqrt(np.maximum(all_a * all_b, 1e-6))
    names_a, names_b = claims.names[left], claims.names[right]
    both = _shared_count(names_a, names_b)
    fewer = np.minimum((names_a > 0).sum(axis=1), (names_b > 0).sum(axis=1))
    facility_a, facility_b = claims.facilities[left], claims.facilities[right]
    parts = np.uint8(SEQUEL - 1)
    daytime_a, daytime_b = claims.daytime[left] & parts, claims.daytime[right] & parts
    same = (facility_a & facility_b) > 0
    return {
        "words": np.clip(likeness, 0, 1),
        "names": both / np.maximum(fewer, 3),
        "same_facility": same,
        "other_facility": (facility_a > 0) & (facility_b > 0) & ~same,
        "other_daytime": (daytime_a > 0) & (daytime_b > 0) & ((daytime_a & daytime_b) == 0),
    }


def _weighted(a: Column, b: Column, weight: Column) -> tuple[Column, Column, Column]:
    """Weight of the words shared, of those of the first and of those of the second."""
    weight_a = np.where(a > 0, weight[a % len(weight)], 0.0)
    weight_b = np.where(b > 0, weight[b % len(weight)], 0.0)
    shared = np.zeros(len(a))
    for i in range(a.shape[1]):
        found = (a[:, i : i + 1] == b).any(axis=1)
        shared += np.where(found, weight_a[:, i], 0.0)
    return shared, weight_a.sum(axis=1), weight_b.sum(axis=1)


def _shared_count(a: Column, b: Column) -> Column:
    count = np.zeros(len(a))
    for i in range(a.shape[1]):
        count += (a[:, i] > 0) & (a[:, i : i + 1] == b).any(axis=1)
    return count


@cache
def _kind_affinity() -> Column:
    """Agreement of two kinds; the last row and column stand for no actor."""
    matrix = np.full((len(KINDS) + 1, len(KINDS) + 1), -1.0, dtype=np.float32)
    np.fill_diagonal(matrix, 0.6)
    for row in table("linking/kinds.csv"):
        i, j = KINDS[ActorKind(row["first"])], KINDS[ActorKind(row["second"])]
        matrix[i, j] = matrix[j, i] = float(row["affinity"])
    return matrix
