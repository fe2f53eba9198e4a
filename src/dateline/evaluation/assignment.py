"""Pair two lists one to one so that the sum of the pairs' weights is largest."""

from __future__ import annotations

import math
from collections.abc import Sequence


def best_pairs(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the pairs (row, column) of the heaviest one-to-one assignment.

    A pair with a weight of 0 or less is left out. Source of the method: the Hungarian algorithm
    with potentials, a row at a time (Kuhn 1955; Munkres 1957); time grows with the cube of the
    longer side.
    """
    rows, columns = len(weights), len(weights[0]) if weights else 0
    size = max(rows, columns)
    cost = [
        [-max(0.0, weights[r][c]) if r < rows and c < columns else 0.0 for c in range(size)]
        for r in range(size)
    ]
    # Row and column 0 are a stand-in for "not assigned yet"; the real ones count from 1.
    row_potential, column_potential = [0.0] * (size + 1), [0.0] * (size + 1)
    row_of, came_from = [0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        row_of[0], column = row, 0
        slack, reached = [math.inf] * (size + 1), [False] * (size + 1)
        while row_of[column]:
            reached[column] = True
            here, step, nearest = row_of[column], math.inf, 0
            for other in range(1, size + 1):
                if reached[other]:
                    continue
                reduced = cost[here - 1][other - 1] - row_potential[here] - column_potential[other]
                if reduced < slack[other]:
                    slack[other], came_from[other] = reduced, column
                if slack[other] < step:
                    step, nearest = slack[other], other
            for other in range(size + 1):
                if reached[other]:
                    row_potential[row_of[other]] += step
                    column_potential[other] -= step
                else:
                    slack[other] -= step
            column = nearest
        while column:
            row_of[column], column = row_of[came_from[column]], came_from[column]
    pairs = [(row_of[column] - 1, column - 1) for column in range(1, columns + 1)]
    return [(r, c) for r, c in pairs if r < rows and weights[r][c] > 0]
