"""Krippendorff's alpha gives the values of the literature."""

from __future__ import annotations

import pytest

from dateline.evaluation.krippendorff import alpha, interval, nominal

# Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), part C: four observers, twelve
# units, gaps; his results are 0.743 for nominal and 0.849 for interval data.
_OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
UNITS = [
    [int(value) for value in unit if value != "."]
    for unit in zip(*(line.split() for line in _OBSERVERS), strict=True)
]


def test_the_published_example_comes_out() -> None:
    assert alpha(UNITS, nominal) == pytest.approx(0.743, abs=0.0005)
    assert alpha(UNITS, interval) == pytest.approx(0.849, abs=0.0005)


def test_full_agreement_is_one_and_chance_about_zero() -> None:
    assert alpha([["a", "a"], ["b", "b"]], nominal) == 1
    assert alpha([["a", "b"], ["b", "a"], ["a", "a"], ["b", "b"]], nominal) == pytest.approx(0.125)


@pytest.mark.parametrize("units", [[], [["a"], ["b"]], [["a", "a"], ["a", "a"]]])
def test_nothing_that_could_differ_is_no_agreement(units: list[list[str]]) -> None:
    assert alpha(units, nominal) is None
