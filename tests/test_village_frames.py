"""A city or province that only frames a village gives way to it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.fixture(scope="module")
def coder() -> EnglishCoder:
    return EnglishCoder()


def _places(coder: EnglishCoder, text: str) -> list[str | None]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2020, 5, 14))])
    return [claim.place and claim.place.name for claim in coded.claims]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "In the north of Goma, gunmen shot dead four traders in Kiwanja village on Monday.",
            "Kiwanja",
        ),
        (
            "Peshawar: two policemen were killed by a roadside bomb at Badaber on Monday.",
            "Badaber",
        ),
        (
            "In Maiduguri, Giwa barracks was attacked by gunmen on Friday and dozens of prisoners "
            "were freed.",
            "Giwa barracks",
        ),
        # A city that is told to be one is where it happened, and so is one beside the village.
        (
            "Warplanes bombed a base in the city of Kismayo on Monday, and a warship shelled the "
            "town of Kuday.",
            "Kismayo",
        ),
        (
            "Gunmen killed nine people in the city of Kaduna on Monday and fled towards the "
            "village of Birnin Gwari.",
            "Kaduna",
        ),
        (
            "Snipers fired on the village of Pris and on Tskhinvali on Monday and a woman was "
            "hurt.",
            "Tskhinvali",
        ),
    ],
)
def test_a_village_is_more_than_the_city_that_frames_it(
    coder: EnglishCoder, text: str, place: str
) -> None:
    assert _places(coder, text)[0] == place
