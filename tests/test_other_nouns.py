"""Nouns that only look like the verbs of an event tell of none."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


@pytest.mark.parametrize(
    "text",
    [
        "Workers at the power plant attacked a manager in Lae on Sunday.",
        "Eight people were hacked to death at a platinum mine in Limpopo on Sunday.",
        "Police shot dead two miners in Arequipa. Two guards had been killed at the mine.",
        "Steel workers held a march in Liege on Monday to demand higher wages.",
    ],
)
def test_plants_are_no_bombs_and_wages_no_war(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    bad = {SubEventType.REMOTE_EXPLOSIVE, SubEventType.ARMED_CLASH}
    assert coded.claims
    assert bad.isdisjoint(claim.sub_event_type for claim in coded.claims)


@pytest.mark.parametrize(
    "text",
    [
        "A mine killed two soldiers near Kidal on Sunday.",
        "Three miners were killed by a mine near Bambari on Sunday.",
    ],
)
def test_mines_that_kill_are_still_weapons(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    assert [one.sub_event_type for one in coded.claims] == [SubEventType.REMOTE_EXPLOSIVE]
