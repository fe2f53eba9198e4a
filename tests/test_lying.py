"""What only tells where a place lies, or where somebody comes from, is not where it happened."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


def _place(coder: EnglishCoder, text: str) -> str | None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 3))])
    return coded.claims[0].place and coded.claims[0].place.name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "The army shelled Khan Tuman village located nearly 15 km to the south of the northern "
            "city of Aleppo on Monday.",
            "Khan Tuman",
        ),
        (
            "Rebels attacked Tall ad-Dirrah village, which lies between Hama city and Salamiyah "
            "city, on Monday.",
            "Tall ad-Dirrah",
        ),
        (
            "Manigraha, some 200 km west of Kathmandu, was hit by a mine that killed six.",
            "Manigraha",
        ),
        (
            "Some 22 people were killed on Monday in Mavo village, Wase local government area of "
            "Plateau State, by gunmen.",
            "Mavo",
        ),
        (
            "The mayor was shot dead on Monday at his home in the Nairobi suburb of Syokimau.",
            "Syokimau",
        ),
        (
            "Two people were shot dead on Monday in the Cape Town township of Khayelitsha.",
            "Khayelitsha",
        ),
        (
            "The bomb exploded on Monday in the Ghouta suburb of Damascus, killing three.",
            "Damascus",
        ),
        (
            "Troops in the capital Moroni, on the main island of Grande Comore, shot a man.",
            "Moroni",
        ),
        ("Gunmen killed four people on Monday in Isulan, on the island of Mindanao.", "Isulan"),
    ],
)
def test_what_a_place_lies_by_is_not_where_it_was(
    coder: EnglishCoder, text: str, place: str
) -> None:
    assert _place(coder, text) == place
