"""Which of its namesakes a name means where a report names little else."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.document import parse
from dateline.coding.places import find_places
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Report


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("day", "text", "name", "country"),
    [
        # a nationality says little of where a report plays
        ("1990-08-05", "U.S. Marines flew into Monrovia on Sunday.", "Monrovia", "LR"),
        ("1989-12-20", "American soldiers took a barracks in Panama City.", "Panama City", "PA"),
        ("1976-06-16", "Gunmen killed an American tourist in Kingston.", "Kingston", "JM"),
        ("1991-02-08", "A U.S. diplomat was robbed in Georgetown on Friday.", "Georgetown", "GY"),
        (
            "2003-07-22", "Rebels held Buchanan on Monday. U.S. warships waited off the coast.",
            "Buchanan", "LR",
        ),
        ("2008-02-03", "France flew 400 foreigners to Libreville.", "Libreville", "GA"),
        # it does where no place abroad is meant
        ("2003-10-10", "Bolivian police fired on growers in Trinidad.", "Trinidad", "BO"),
        ("1988-02-05", "Venezuelan police clubbed students in Merida.", "Merida", "VE"),
        ("1999-12-31", "Lebanese soldiers fought gunmen in Tripoli.", "Tripoli", "LB"),
        ("1998-01-05", "Police shot a gunman in Moscow, Idaho, on Sunday.", "Moscow", "US"),
        (
            "1999-03-01", "Police in California shot a man in Monrovia on Sunday.",
            "Monrovia", "US",
        ),
        # a group acts where it is at home
        ("1988-03-02", "FMLN rebels cut the power of Santa Ana on Tuesday.", "Santa Ana", "SV"),
        ("1987-10-20", "ETA was blamed for a bomb in Vitoria on Monday.", "Vitoria", "ES"),
        # a land at war is meant sooner
        ("2021-03-25", "Insurgents stormed a hotel in Palma on Wednesday.", "Palma", "MZ"),
        ("2002-04-10", "Snipers killed a gunman in Bethlehem.", "Bethlehem", "PS"),
        ("2009-07-31", "Spanish police found a bomb in Palma on Friday.", "Palma", "ES"),
        # the National Guard is no capital region
        ("1979-06-10", "Sandinistas shelled the National Guard in Masaya.", "Masaya", "NI"),
    ],
)  # fmt: skip
def test_the_likelier_of_two_namesakes_is_meant(
    gazetteer: Gazetteer, day: str, text: str, name: str, country: str
) -> None:
    [document] = parse([Report(id="r", text=text, published=date.fromisoformat(day))])
    found = {mention.place.name: mention.place for mention in find_places(document, gazetteer)}
    assert found[name].country == country


@pytest.mark.parametrize(
    ("day", "text", "name"),
    [
        ("1994-12-28", "RUF rebels attacked Bo on Tuesday.", "Bo"),
        ("2002-12-20", "Rebels of the MPIGO fought for control of Man on Thursday.", "Man"),
        ("1996-04-12", "Helicopters rocketed a car south of Tyre on Saturday.", "Tyre"),
        ("1992-10-01", "PKK rebels killed 40 villagers in Van province.", "Van"),
    ],
)
def test_a_town_called_like_a_word_is_one_by_what_is_told_of_it(
    gazetteer: Gazetteer, day: str, text: str, name: str
) -> None:
    [document] = parse([Report(id="r", text=text, published=date.fromisoformat(day))])
    assert name in {mention.place.name for mention in find_places(document, gazetteer)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ivorian fans fought over the fall of Man United on Saturday.", "Man"),
        ("Bo Xilai was arrested on Monday.", "Bo"),
    ],
)
def test_a_part_of_a_longer_name_is_no_town(gazetteer: Gazetteer, text: str, name: str) -> None:
    [document] = parse([Report(id="r", text=text, published=date(2003, 1, 4))])
    assert name not in {mention.place.name for mention in find_places(document, gazetteer)}


@pytest.mark.parametrize(
    ("text", "name"),
    [("U.S. soldiers and troops of Niger fought at the village of Tirwalla.", "Tirwalla")],
)
def test_nothing_lies_in_a_country_whose_people_alone_are_named(
    gazetteer: Gazetteer, text: str, name: str
) -> None:
    [document] = parse([Report(id="r", text=text, published=date(2003, 7, 22))])
    found = [mention.place for mention in find_places(document, gazetteer)]
    assert all(place.country != "US" for place in found if place.name == name)


def test_an_abbreviation_is_no_town_of_a_land_at_war(gazetteer: Gazetteer) -> None:
    text = "Members of PA 212 and other groups marched in Jakarta on Monday."
    [document] = parse([Report(id="r", text=text, published=date(2020, 10, 14))])
    assert "CN" not in {mention.place.country for mention in find_places(document, gazetteer)}
