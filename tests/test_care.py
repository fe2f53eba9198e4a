"""Who is brought to a hospital, or dies there, was hit elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.fixture(scope="module")
def coder() -> EnglishCoder:
    return EnglishCoder()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Gunmen shot a priest in Isabela on Monday; he was flown to a clinic in Zamboanga and "
            "died.",
            "Isabela",
        ),
        (
            "Gunmen shot a priest in Isabela on Monday; he was taken to a hospital in Zamboanga.",
            "Isabela",
        ),
        # Not so where the hospital is hit or stormed.
        ("An air strike hit a hospital in Kunduz on Saturday and killed 22 people.", "Kunduz"),
        (
            "Gunmen stormed a hospital in Peshawar on Monday and shot dead nine patients.",
            "Peshawar",
        ),
    ],
)
def test_a_hospital_where_somebody_dies_is_not_where_he_was_hit(
    coder: EnglishCoder, text: str, place: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2020, 5, 14))])
    assert [claim.place and claim.place.name for claim in coded.claims] == [place]
