"""Two states that come to terms with each other."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Actor, Report


def _told(actors: tuple[Actor, ...]) -> list[str]:
    return [f"{actor.kind}:{actor.country}" for actor in actors]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Ethiopia and Eritrea signed a peace agreement in Algiers on Tuesday.",
            ["state forces:ET"],
            ["state forces:ER"],
        ),
        (
            "India and Pakistan agreed to a ceasefire along the Line of Control in Kashmir on "
            "Thursday.",
            ["state forces:IN"],
            ["state forces:PK"],
        ),
        (
            "The foreign ministers of Armenia and Azerbaijan agreed on a ceasefire in Moscow.",
            ["state forces:AM"],
            ["state forces:AZ"],
        ),
        (
            "The Thai and Cambodian defence ministers signed a truce in Phnom Penh on Monday.",
            ["state forces:TH"],
            ["state forces:KH"],
        ),
        (
            "Ecuador and Peru signed a truce in Rio de Janeiro on Friday.",
            ["state forces:EC"],
            ["state forces:PE"],
        ),
        # Near misses: two powers agree on a truce for a third country.
        (
            "The United States and Russia announced a truce in Syria on Friday.",
            ["external forces:US", "external forces:RU"],
            [],
        ),
        (
            "Russia and Turkey agreed on a truce in Idlib, Syria, on Thursday.",
            ["external forces:RU", "external forces:TR"],
            [],
        ),
    ],
)
def test_two_states_that_agree_stand_on_two_sides(
    coder: EnglishCoder, text: str, first: list[str], second: list[str]
) -> None:
    report = Report(id="t", text=text, published=date(2019, 5, 14))
    (claim,) = next(iter(coder.code([report]))).claims
    assert (_told(claim.side_a), _told(claim.side_b)) == (first, second)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The government and the FARC signed a ceasefire in Havana on Monday.",
            ["state forces:CO"],
            ["rebel:CO"],
        ),
        (
            "The MILF and the government signed a peace deal in Kuala Lumpur on Monday.",
            ["rebel:PH"],
            ["state forces:PH"],
        ),
        (
            "The Ugandan government signed a truce with the Lord's Resistance Army in Juba on "
            "Monday.",
            ["state forces:UG"],
            ["rebel:UG"],
        ),
        # Near miss: a government that is said to be another's.
        (
            "The Kenyan government and the FARC signed a truce in Havana on Monday.",
            ["external forces:KE"],
            ["rebel:CO"],
        ),
    ],
)
def test_a_government_comes_to_terms_with_rebels_of_its_own(
    coder: EnglishCoder, text: str, first: list[str], second: list[str]
) -> None:
    report = Report(id="t", text=text, published=date(2016, 8, 3))
    (claim,) = next(iter(coder.code([report]))).claims
    assert (_told(claim.side_a), _told(claim.side_b)) == (first, second)
