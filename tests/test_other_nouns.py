"""Nouns that only look like the verbs of an event tell of none."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


@pytest.fixture(scope="module")
def coder() -> EnglishCoder:
    return EnglishCoder()


@pytest.mark.parametrize(
    "text",
    [
        "Workers at the power plant attacked a manager in Lae on Sunday.",
        "Steel workers held a march in Liege on Monday to demand higher wages.",
    ],
)
def test_plants_are_no_bombs_and_wages_no_war(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    bad = {SubEventType.REMOTE_EXPLOSIVE, SubEventType.ARMED_CLASH}
    assert coded.claims
    assert bad.isdisjoint(claim.sub_event_type for claim in coded.claims)
