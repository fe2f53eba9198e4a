"""From alike pairs to events: groups whose members agree on average and never forbid each other."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

Pair = tuple[int, int]

FORBIDDEN = -20.0
"""Log-odds at or below which two members may never share an event."""
UNKNOWN = -2.0
"""Log-odds of a pair that was never compared."""


def components(pairs: Iterable[Pair]) -> list[list[int]]:
    """Return the connected groups of the graph of ``pairs``, each sorted, in order of first row."""
    parent: dict[int, int] = {}

    def root(row: int) -> int:
        while parent[row] != row:
            parent[row] = parent[parent[row]]
            row = parent[row]
        return row

    for a, b in pairs:
        parent.setdefault(a, a)
        parent.setdefault(b, b)
        one, two = root(a), root(b)
        if one != two:
            parent[max(one, two)] = min(one, two)
    groups: dict[int, list[int]] = {}
    for row in sorted(parent):
        groups.setdefault(root(row), []).append(row)
    return list(groups.values())


def agglomerate(members: list[int], scores: Mapping[Pair, float]) -> list[list[int]]:
    """Split ``members`` into events: join the best groups while their mean log-odds are positive.

    ``scores`` holds the log-odds of pairs (smaller row first); a pair it lacks counts ``UNKNOWN``.
    Groups of which any two members are ``FORBIDDEN`` never join. The result does not depend on
    the order of ``members``; each event is sorted, the events by their first row.
    """
    groups: dict[int, list[int]] = {row: [row] for row in members}
    # For each two groups: sum of known log-odds and how many pairs are known.
    sums: dict[int, dict[int, tuple[float, int]]] = {row: {} for row in members}
    forbidden: dict[int, set[int]] = {row: set() for row in members}
    for (a, b), score in scores.items():
        if score <= FORBIDDEN:
            forbidden[a].add(b)
            forbidden[b].add(a)
        else:
            sums[a][b] = sums[b][a] = (score, 1)
    heap = [(-score, a, b) for (a, b), score in scores.items() if score > 0]
    heapq.heapify(heap)
    while heap:
        negative, a, b = heapq.heappop(heap)
        if a not in groups or b not in groups or b not in sums[a] or b in forbidden[a]:
            continue
        if abs(_mean(groups, sums, a, b) + negative) > 1e-9:
            continue  # an older entry: the groups have grown since
        _join(groups, sums, forbidden, a, b)
        for other in sums[a]:
            mean = _mean(groups, sums, a, other)
            if mean > 0 and other not in forbidden[a]:
                heapq.heappush(heap, (-mean, min(a, other), max(a, other)))
    return sorted(sorted(group) for group in groups.values())


def _mean(
    groups: dict[int, list[int]], sums: dict[int, dict[int, tuple[float, int]]], a: int, b: int
) -> float:
    total, known = sums[a][b]
    pairs = len(groups[a]) * len(groups[b])
    return (total + UNKNOWN * (pairs - known)) / pairs


def _join(
    groups: dict[int, list[int]],
    sums: dict[int, dict[int, tuple[float, int]]],
    forbidden: dict[int, set[int]],
    a: int,
    b: int,
) -> None:
    """Fold group ``b`` into group ``a``."""
    groups[a] += groups.pop(b)
    for other, (total, known) in sums.pop(b).items():
        del sums[other][b]
        if other != a:
            had, count = sums[a].get(other, (0.0, 0))
            sums[a][other] = sums[other][a] = (had + total, count + known)
    for other in forbidden.pop(b):
        forbidden[other].discard(b)
        forbidden[other].add(a)
        forbidden[a].add(other)
