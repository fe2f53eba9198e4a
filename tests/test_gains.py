"""What words of conquest take: places, ground that lies at them, arms."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


def test_arms_that_are_taken_are_no_ground(coder: EnglishCoder) -> None:
    text = (
        "Rebels took tanks, ammunition stores and lorries from the army in the areas that they "
        "captured in northern Mali."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 11, 30))])
    (claim,) = coded.claims
    assert claim.sub_event_type == "Disrupted weapons use"
    assert claim.control is None


def _types(coder: EnglishCoder, text: str) -> set[str]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2017, 10, 20))])
    return {str(claim.sub_event_type) for claim in coded.claims}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Security forces captured 30 pistols and 5,000 bullets in a raid on a house on Monday.",
            "Disrupted weapons use",
        ),
        (
            "Some 300 rifles and 9,000 rounds were captured in the capital of Chad on Monday.",
            "Disrupted weapons use",
        ),
        (
            "Rebels clashed with an army patrol on Monday and seized 20 rifles, Chad's army said.",
            "Armed clash",
        ),
    ],
)
def test_arms_seized_in_a_raid_are_no_attack(coder: EnglishCoder, text: str, kind: str) -> None:
    assert _types(coder, text) == {kind}


def test_ground_that_lies_at_a_place_is_taken_there_and_nowhere_near(coder: EnglishCoder) -> None:
    """A village that no gazetteer has stands where the town near it does, and is another place."""
    text = (
        "Insurgents surrounded Hama in Syria on Wednesday as government forces fought back. State"
        " media said the army had recaptured the air force school at Kafraa."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 12, 4))])
    assert [
        (claim.place.name, claim.control is not None) for claim in coded.claims if claim.place
    ] == [("Hama", False), ("Kafraa", True)]


def test_what_a_bridge_lies_between_is_not_where_it_is_hit(coder: EnglishCoder) -> None:
    text = "Overnight air strikes cut the Rastan bridge between Hama and Homs, a resident says."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 12, 4))])
    assert [claim.place.name for claim in coded.claims if claim.place] == ["Rastan"]
