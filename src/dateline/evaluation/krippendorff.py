"""Krippendorff's alpha: how far several people agree beyond chance, with gaps allowed.

Krippendorff, Content Analysis (4th ed. 2018), chapter 12: one less the disagreement observed
within units over that expected if values were given to units at random.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

V = TypeVar("V", bound=Hashable)


def nominal(one: object, other: object) -> float:
    """Return 0 for equal values, 1 for others."""
    return float(one != other)


def interval(one: float, other: float) -> float:
    """Return the squared difference of two numbers."""
    return (one - other) ** 2


def alpha(units: Sequence[Sequence[V]], distance: Callable[[V, V], float]) -> float | None:
    """Return alpha of units, each with the values that coders gave it.

    Units with one value say nothing and are passed over. 1 is agreement throughout, 0 what chance
    would give. None where there is no unit with two values, or all values are the same, so that
    nothing could have differed.
    """
    told = [unit for unit in units if len(unit) > 1]
    values = Counter(value for unit in told for value in unit)
    total = sum(values.values())
    expected = _pairs(values, distance) / (total - 1) if total > 1 else 0.0
    if expected == 0:
        return None
    observed = sum(_pairs(Counter(unit), distance) / (len(unit) - 1) for unit in told)
    return 1 - observed / expected


def _pairs(values: Counter[V], distance: Callable[[V, V], float]) -> float:
    """The distances of all ordered pairs of values."""
    return sum(
        count * other_count * distance(value, other)
        for value, count in values.items()
        for other, other_count in values.items()
    )
