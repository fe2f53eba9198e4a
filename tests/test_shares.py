"""Numbers of a share, "one in three", and of the whole that it is of, count nobody."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.document import parse
from dateline.coding.figures import find_figures
from dateline.model import Report


def _counts(text: str) -> list[tuple[str, int]]:
    (document,) = parse([Report(id="r", text=text, published=date(2020, 1, 1))])
    figures = [mention.figure for mention in find_figures(document)]
    return [(str(one.measure), one.best or one.low or one.high or 0) for one in figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One in three of the city's people has fled.", []),
        ("Two in five of those who fled are children.", []),
        ("Nine out of ten people have left the town.", []),
        ("Some 90 per cent of the city's 200,000 people had already left.", []),
        ("More than half of the town's 20,000 people have fled.", []),
        ("Of the town's 9,000 people, 4,000 have fled.", [("displaced", 4000)]),
        ("Half of the 40 people killed were women.", [("killed", 40)]),
        ("Two thirds of the 900 people who fled are children.", [("displaced", 900)]),
        ("Ten per cent of the 300 dead were women.", [("killed", 300)]),
        ("The rebels killed two in five days.", [("killed", 2)]),
        ("A gunman killed one in Lahore and three in Multan.", [("killed", 1), ("killed", 3)]),
        ("Five out of 11 policemen were killed.", [("killed", 5)]),
    ],
)
def test_a_share_counts_nobody(text: str, expected: list[tuple[str, int]]) -> None:
    assert _counts(text) == expected
