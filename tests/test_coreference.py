"""Happenings of one report joined into events."""

from __future__ import annotations

import numpy as np

from dateline.coding.coreference import APART, NEVER, agglomerate


def chances(count: int, pairs: dict[tuple[int, int], float]) -> np.ndarray:
    """Return the matrix of the pairs; the others were never compared."""
    out = np.full((count, count), NEVER)
    for (i, j), chance in pairs.items():
        out[i, j] = out[j, i] = chance
    return out


def test_groups_are_joined_by_the_mean_over_their_pairs() -> None:
    same = chances(4, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.1, (0, 3): 0.2, (1, 3): 0.2, (2, 3): 0})
    groups, means = agglomerate(same, 0.4)
    assert groups == {0: [0, 1, 2], 3: [3]}
    assert means[0, 3] == np.mean([0.2, 0.2, 0.0])
    assert agglomerate(same, 0.5)[0] == {0: [0, 1], 2: [2], 3: [3]}


def test_happenings_of_two_towns_never_meet_in_a_group() -> None:
    same = chances(3, {(0, 1): 0.9, (1, 2): 0.9, (0, 2): APART})
    assert agglomerate(same, 0.3)[0] == {0: [0, 1], 2: [2]}


def test_pairs_that_were_not_compared_count_as_nothing_beside_those_that_were() -> None:
    groups, means = agglomerate(chances(3, {(0, 1): 0.9, (1, 2): 0.8}), 0.5)
    assert groups == {0: [0, 1], 2: [2]}
    assert means[0, 2] == 0.4
    assert agglomerate(chances(2, {}), 0.1)[0] == {0: [0], 1: [1]}
    assert agglomerate(chances(0, {}), 0.1)[0] == {}
