"""A heading and the sentence below it that tells the same at another place."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Measure, Report


def _dead(coder: EnglishCoder, text: str) -> list[list[int | None]]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2018, 2, 27))])
    return [
        [figure.best for figure in claim.figures if figure.measure is Measure.KILLED]
        for claim in coded.claims
    ]


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (
            "Iraq: ISIS ambush kills 14 militiamen in Hawija\n"
            "Militants dressed as soldiers set up a false checkpoint at al-Saadouniya, south-west "
            "of Kirkuk, on Monday and killed 14 militiamen.",
            [[14]],
        ),
        (
            "Four soldiers killed in Cauca\n\nRebels attacked a patrol near Toribio on Sunday and "
            "killed four soldiers. On Monday three police officers died when a bomb went off in "
            "Cali.",
            [[4], [3]],
        ),
        (
            "Bangladesh: 3 rebels killed in gunfight in Khagrachhari\n"
            "Three men of an armed group were killed in a shootout with the army at Naniarchar "
            "in Rangamati on Sunday.",
            [[3]],
        ),
        # Another number is another event.
        (
            "Five killed in Borno and Yobe\n\nGunmen killed two farmers near Bama on Sunday. Three "
            "traders were shot dead in Potiskum on Monday.",
            [[2], [3]],
        ),
    ],
)
def test_a_heading_is_told_again_below_it(
    coder: EnglishCoder, text: str, dead: list[list[int | None]]
) -> None:
    assert sorted(_dead(coder, text)) == sorted(dead)
