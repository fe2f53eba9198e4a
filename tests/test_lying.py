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
            "Peshmerga fired mortars at Dibaga village, situated 40 km south-west of the Kurdish "
            "capital of Erbil on Monday.",
            "Dibaga",
        ),
        (
            "Gunmen raided Kosheh town, which stands between the cities of Gedaref and Kassala, "
            "on Monday.",
            "Kosheh",
        ),
        (
            "Tikobo, about 90 km north of Zinder, was shelled by rebels who wounded four.",
            "Tikobo",
        ),
        (
            "Bandits shot eleven farmers on Monday in Tungaru village, Shiroro local government "
            "area, Niger State.",
            "Tungaru",
        ),
        (
            "A councillor was stabbed to death on Monday in the Durban suburb of Umlabiso.",
            "Umlabiso",
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
            "Marines fought gunmen near the town of Jolo, on the southern island of Sulu.",
            "Jolo",
        ),
        ("Gunmen killed four people on Monday in Isulan, on the island of Mindanao.", "Isulan"),
    ],
)
def test_what_a_place_lies_by_is_not_where_it_was(
    coder: EnglishCoder, text: str, place: str
) -> None:
    assert _place(coder, text) == place
