"""Who fired again where a sentence only says that there was more of it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Saudi warplanes bombed Taiz in Yemen on Friday, killing nine people. Other air "
            "strikes hit the port of Hodeida, wounding six.",
            ["SA", "SA"],
        ),
        (
            "Army gunners fired mortars at Mutur in Sri Lanka on Monday, killing six villagers. "
            "Another shell killed two boys in Kinniya.",
            ["LK", "LK"],
        ),
        (
            "Ethiopian jets bombed Mekelle on Monday, killing five people. A second air "
            "strike killed two children in Adigrat, doctors said.",
            ["ET", "ET"],
        ),
        # Near misses: it is the dead that are more; somebody else fires, another country is hit,
        # nothing says that it is more.
        (
            "Ethiopian jets bombed Mekelle on Monday, killing five people. An air strike in "
            "Adigrat killed another three.",
            ["ET", None],
        ),
        (
            "Israeli planes bombed Khan Yunis in Gaza on Monday, killing five people. Rockets also "
            "hit Ashkelon, wounding a man.",
            ["IL", None],
        ),
        (
            "Armenian forces shelled Terter in Azerbaijan on Monday, killing a woman. Shells also "
            "hit Vardenis in Armenia, killing a man.",
            ["AM", None],
        ),
        (
            "Army gunners fired mortars at Mutur in Sri Lanka on Monday, killing six villagers. "
            "Mortar shells killed two boys in Kinniya on Sunday.",
            ["LK", None],
        ),
    ],
)
def test_more_of_the_same_fire_is_of_those_who_fired_before(
    coder: EnglishCoder, text: str, doers: list[str | None]
) -> None:
    (coded,) = coder.code([Report(id="t", text=text, published=date(2014, 3, 1))])
    told = [one.side_a[0].country if one.side_a else None for one in coded.claims]
    assert told == doers
