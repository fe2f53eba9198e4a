"""People who cross into another country have fled; travellers and soldiers have not."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


def _coded(coder: EnglishCoder, text: str) -> list[SubEventType]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 8, 14))])
    return [claim.sub_event_type for claim in coded.claims]


@pytest.mark.parametrize(
    "text",
    [
        "About 400 Syrians crossed the Euphrates into Turkey overnight.",
        "Some 5,000 Rohingya crossed the Naf river into Bangladesh since Monday, guards said.",
        "Up to 8,000 civilians crossed the Tigris into Iraqi Kurdistan on Thursday.",
    ],
)
def test_a_crowd_that_crosses_a_border_has_fled(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == [SubEventType.DISPLACEMENT]


@pytest.mark.parametrize(
    "text",
    [
        "Some 300 cyclists crossed the Rhine into Germany for the last stage of the race.",
        "More than 1,000 British fans crossed the Channel into France for the match.",
        "Some 50,000 storks crossed the Bosphorus into Asia.",
        "Floods drove 400 people from Attapeu; they crossed the Mekong into Thailand.",
    ],
)
def test_who_travels_has_not(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == []
