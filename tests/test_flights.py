"""People who were driven from home, and how sure of it a report of a line may be."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.flights import find_flights
from dateline.model import Claim, Measure, Report, SubEventType
from found import read


@pytest.fixture(scope="module")
def coder() -> EnglishCoder:
    return EnglishCoder()


def _coded(coder: EnglishCoder, text: str) -> tuple[Claim, ...]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2017, 10, 20))])
    return coded.claims


@pytest.mark.parametrize(
    "text",
    [
        "Between 5,000 and 6,000 people took refuge in the forests around Ikoma.",
        "Some 50,000 civilians poured out of the combat zone near Mullaitivu over the weekend.",
        "Twelve villages were burnt down and an estimated 3,500 people displaced around Kouango.",
        "Fighting in Kibumba caused the temporary relocation of an estimated 2,500 people to Goma.",
    ],
)
def test_a_counted_flight_is_a_displacement(coder: EnglishCoder, text: str) -> None:
    told = [
        figure
        for claim in _coded(coder, text)
        if claim.sub_event_type is SubEventType.DISPLACEMENT
        for figure in claim.figures
    ]
    assert [figure.measure for figure in told] == [Measure.DISPLACED]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("About 4,000 people were displaced in Budi.", 1),
        ("About 4,000 people were displaced in Budi after the river flooded.", 0),
        ("About 4,000 people were displaced after gunmen stormed Budi.", 1),
        ("About 4,000 people were displaced by flooding in Budi.", 0),
        ("About 4,000 people were displaced in Budi. The typhoon made landfall on Monday.", 0),
        ("About 4,000 people could be displaced in Budi.", 0),
        ("About 4,000 people are expected to be displaced in Budi.", 0),
        ("About 4,000 people were evacuated from Budi.", 0),
        ("Many were displaced in Budi, where 40 people were killed.", 0),
    ],
)
def test_no_disaster_and_no_forecast_is_one(coder: EnglishCoder, text: str, told: int) -> None:
    assert len(find_flights(read(coder, text))) == told
