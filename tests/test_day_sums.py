"""Sums of days that the part told last adds up to."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Claim, Report


def tolls(coder: EnglishCoder, text: str) -> list[list[int | None]]:
    """The numbers of the killed of each claim."""

    def killed(claim: Claim) -> list[int | None]:
        return [figure.best for figure in claim.figures if figure.measure == "killed"]

    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 7))])
    return [killed(claim) for claim in coded.claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Seventeen policemen have been killed in Helmand, Afghanistan, this week. A roadside "
            "bomb killed four policemen in Sangin on Thursday, taking the number killed since "
            "Monday to 17.",
            [[17], [4]],
        ),
        (
            "At least 33 people have been killed in Taiz, Yemen, in two days, medics said. Nine "
            "civilians were killed on Tuesday when shells hit a market, bringing the number killed "
            "in 48 hours to 33.",
            [[33], [9]],
        ),
        # The toll of one event that rises.
        (
            "A bomb killed nine people at a market in Mogadishu, Somalia, on Monday. Three of the "
            "wounded died on Tuesday, bringing the toll to 12.",
            [[9, 12]],
        ),
        # A sum that stands nowhere else keeps its place.
        (
            "A roadside bomb killed four policemen in Sangin, Afghanistan, on Thursday, taking the "
            "number killed since Monday to 17.",
            [[4, 17]],
        ),
    ],
)
def test_a_part_is_not_its_sum(
    coder: EnglishCoder, text: str, expected: list[list[int | None]]
) -> None:
    assert tolls(coder, text) == expected
