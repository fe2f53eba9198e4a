from __future__ import annotations

import pytest

from dateline.coding.numbers import find_quantities

Bounds = tuple[int | None, int | None, int | None]


@pytest.mark.parametrize(
    ("text", "quoted", "bounds"),
    [
        ("at least 58 people", "at least 58", (58, 58, None)),
        ("more than 50 people", "more than 50", (51, 51, None)),
        ("over 1,100 others", "over 1,100", (1101, 1101, None)),
        ("handed over 56 prisoners", "56", (56, 56, 56)),
        ("up to 40 people", "up to 40", (None, 40, 40)),
        ("as many as 40 people", "as many as 40", (None, 40, 40)),
        ("fewer than 40 people", "fewer than 40", (None, 39, 39)),
        ("between 3 and 6 people", "between 3 and 6", (3, None, 6)),
        ("12-15 people", "12-15", (12, None, 15)),
        ("two or three people", "two or three", (2, None, 3)),
        ("nearly 70 people", "nearly 70", (None, 70, None)),
        ("some 10,000 people", "some 10,000", (None, 10000, None)),
        ("dozens of people", "dozens", (24, None, 99)),
        ("scores of people", "scores", (40, None, 99)),
        ("several people", "several", (3, None, 9)),
        ("hundreds of people", "hundreds", (200, None, 999)),
        ("tens of thousands of people", "tens of thousands", (20000, None, 99999)),
        ("hundreds of thousands fled", "hundreds of thousands", (200000, None, 999999)),
        ("a dozen people", "a dozen", (12, 12, 12)),
        ("two dozen people", "two dozen", (24, 24, 24)),
        ("half a million people", "half a million", (500000, 500000, 500000)),
        ("a quarter of a million people", "a quarter of a million", (250000, 250000, 250000)),
        ("1.2 million people", "1.2 million", (1200000, 1200000, 1200000)),
        ("40000 people", "40000", (40000, 40000, 40000)),
        ("thirty one people", "thirty one", (31, 31, 31)),
        ("twenty-two people", "twenty-two", (22, 22, 22)),
        ("one hundred and five people", "one hundred and five", (105, 105, 105)),
        ("two thousand five hundred men", "two thousand five hundred", (2500, 2500, 2500)),
        ("10 or more people", "10 or more", (10, 10, None)),
        ("12 000 people", "12 000", (12000, 12000, 12000)),
    ],
)
def test_quantity_has_the_bounds_of_the_coding_frame(
    text: str, quoted: str, bounds: Bounds
) -> None:
    (found,) = find_quantities(text)
    assert text[found.start : found.end] == quoted
    assert (found.low, found.best, found.high) == bounds


@pytest.mark.parametrize(
    "text",
    ["a 16-year-old boy", "$5 million", "12% of them", "an m-16 rifle", "at 10:30", "t-72 tanks"],
)
def test_what_is_no_quantity_stays_out(text: str) -> None:
    assert find_quantities(text) == []


def test_two_tolls_are_no_range() -> None:
    found = find_quantities("the toll rose from 5 to 7")
    assert [quantity.best for quantity in found] == [5, 7]


def test_adjoining_numbers_stay_apart() -> None:
    assert [q.best for q in find_quantities("five and six people")] == [5, 6]
