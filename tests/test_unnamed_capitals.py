"""The capital that is not named: of which country it is, and where none is meant."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.document import parse
from dateline.coding.places import find_places
from dateline.knowledge.countries import territory_named
from dateline.knowledge.files import table
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Report


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("In Yemen, a bomb killed nine people in the capital on Tuesday.", "Sanaa"),
        ("Gunmen killed the mayor in the Chadian capital on Monday.", "N'Djamena"),
        ("Soldiers in Mali entered the country's capital and shot four men.", "Bamako"),
        ("Guerrillas in Colombia shelled the capital's southern quarters.", "Bogotá"),
        ("Rebels in Sudan killed 20 people in the provincial capital.", None),
        ("Rebels in Yemen hold the capital of Marib.", None),
        ("Rebels in Yemen shelled the provincial capital. Part of the capital burnt.", None),
        ("Air raids killed nine in a village northeast of the Syrian capital.", None),
        ("Rebels entered the capital, Bangui, in the Central African Republic.", None),
        ("Bangui is the capital of the Central African Republic.", None),
        ("Bombs killed eight in Ivory Coast's commercial capital.", None),
        ("Gunmen killed nine people in the capital.", None),
    ],
)
def test_the_capital_is_that_of_the_country_spoken_of(
    gazetteer: Gazetteer, text: str, town: str | None
) -> None:
    [document] = parse([Report(id="r", text=text)])
    unnamed = [m.place for m in find_places(document, gazetteer) if "capital" in m.place.name]
    assert [place.canonical for place in unnamed] == ([town] if town else [])
    assert all(place.lat is not None for place in unnamed)


@pytest.mark.parametrize(
    ("day", "text", "town"),
    [
        (date(1985, 1, 15), "A bomb killed four people in the Nigerian capital.", "Lagos"),
        (date(2005, 1, 15), "A bomb killed four people in the Nigerian capital.", "Abuja"),
        (date(1988, 9, 19), "Soldiers in Burma shot a monk in the capital on Sunday.", "Yangon"),
        (date(2015, 5, 8), "Police shot two men in the Burundian capital.", "Bujumbura"),
        (date(1968, 5, 6), "Rockets hit the South Vietnamese capital.", "Ho Chi Minh City"),
        (date(1972, 12, 20), "B-52s bombed the North Vietnamese capital.", "Hanoi"),
        (date(1986, 1, 15), "Tanks fought in the South Yemeni capital.", "Aden"),
        (date(1986, 1, 15), "Tanks paraded in the Yemeni capital.", "Sanaa"),
    ],
)
def test_the_capital_is_that_of_the_reports_day(
    gazetteer: Gazetteer, day: date, text: str, town: str
) -> None:
    [document] = parse([Report(id="r", text=text, published=day)])
    unnamed = [m.place for m in find_places(document, gazetteer) if "capital" in m.place.name]
    assert [place.canonical for place in unnamed] == [town]


def test_every_former_capital_is_a_town_of_its_country(gazetteer: Gazetteer) -> None:
    for row in table("former_capitals.csv"):
        assert any(one.kind == "city" for one in gazetteer.find(row["town"], row["country"])), row
        assert not row["of"] or territory_named(row["of"]), row
        assert row["start"] < row["end"]
        assert row["source"]
