"""Violence in a report on sport, travel or the arts, in words that cannot mean anything else."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.first_pass import may_tell
from dateline.coding.unmistakable import is_unmistakable, tells_of_flight
from dateline.model import Report


@pytest.mark.parametrize(
    "text",
    [
        "Two women blew themselves up on the Moscow metro during the morning rush, and trains were "
        "halted as commuters fled the stations.",
        "Bombs went off in a restaurant and a rugby club in Kampala as fans watched Spain play the "
        "Netherlands in the World Cup final.",
        "The bus of the Togo team came under machine-gun fire in Cabinda on the way to the Africa "
        "Cup of Nations; the assistant coach and the team's spokesman died.",
        "Masked men entered the team's quarters at the Munich Olympics, shot dead a wrestling "
        "coach and took nine hostages.",
        "A Malaysia Airlines Boeing 777 flying from Amsterdam to Kuala Lumpur was shot down near "
        "Donetsk, killing all 298 passengers and crew.",
    ],
)
def test_violence_in_a_calm_place_is_coded(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 7, 18))])
    assert coded.claims


def test_what_is_unmistakable_is_read_in_full() -> None:
    text = (
        "Three explosions hit the bus of the home team on its way to the match on Tuesday evening, "
        "injuring a defender before the quarter-final of the Champions League."
    )
    assert may_tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "The striker fired a shot over the bar after a long bombardment of the visitors' goal.",
        "The sequel bombed in cinemas and the studio's shares exploded into a new battle.",
        "Senators shot down the bill and opened a second front.",
    ],
)
def test_figures_of_speech_are_not_unmistakable(text: str) -> None:
    assert not is_unmistakable(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In 24 hours 250,000 Rwandans crossed into Tanzania at Rusumo.", True),
        ("Hundreds of villagers fled to Wau after the raid.", True),
        ("The refugees in Kukes number 30,000.", True),
        ("Two refugees play chess in a park.", False),
        ("The road into Tanzania costs 250,000 dollars.", False),
    ],
)
def test_people_counted_who_fled_are_always_read(text: str, told: bool) -> None:
    assert tells_of_flight(text) is told
