"""Forces at whom an attack or a bomb is aimed, where only people are counted."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Report

CIVILIANS, STATE = {ActorKind.CIVILIANS}, {ActorKind.STATE_FORCES}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A bombing at a military recruitment centre in Gao killed 25 people on Monday.", STATE),
        (
            "Four people were killed by two roadside bombs that targeted police in Lakki Marwat "
            "on Monday.",
            STATE,
        ),
        (
            "At least three people were killed in an attack on a United Nations base in Kidal on "
            "Monday.",
            {ActorKind.EXTERNAL_FORCES},
        ),
        (
            "Eight people were killed in an attack on a Taliban gathering in Nangarhar on Monday.",
            {ActorKind.REBEL},
        ),
        # Near misses: others are aimed at, or civilians told of as such.
        ("Five people were killed in an attack on a church in Jos on Monday.", CIVILIANS),
        (
            "A bomb attack on a Shiite procession in Quetta killed 20 people on Monday.",
            CIVILIANS,
        ),
        (
            "Nine people were killed in the bombings that targeted the Kou Sudan area in Sayyeda "
            "Zeinab on Monday.",
            CIVILIANS,
        ),
        (
            "Six people died when a car bomb exploded outside a police headquarters in Kirkuk on "
            "Monday.",
            CIVILIANS,
        ),
        (
            "A car bomb targeting an army convoy killed 12 civilians in Mardin on Monday.",
            CIVILIANS | STATE,
        ),
        (
            "A car bomb targeting an army convoy killed 12 people, five of them villagers, in "
            "Mardin on Monday.",
            CIVILIANS | STATE,
        ),
    ],
)
def test_forces_are_attacked_and_not_people_of_no_further_kind(
    coder: EnglishCoder, text: str, kinds: set[ActorKind]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2010, 2, 10))])
    assert {actor.kind for claim in coded.claims for actor in claim.side_b} == kinds
