"""Names that no gazetteer has are places' beside other places, and not when people's or groups'."""

from __future__ import annotations

import pytest

from dateline.coding.document import parse
from dateline.coding.places import find_places
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Report


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def names(gazetteer: Gazetteer, text: str) -> list[str]:
    (document,) = parse([Report(id="r", text=text)])
    return [
        document.quote(one.place.span) for one in find_places(document, gazetteer) if one.place.span
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Fighting was reported in Zerenyi, Botlinkh and Godoberu in western Dagestan.",
            "Botlinkh Godoberu",
        ),
        (
            "Shelling hit Donetsk, Horlivsk and Makivsk, killing three civilians.",
            "Horlivsk Makivsk",
        ),
        ("Militants attacked army posts in Makin, Ladhana and Sararoga.", "Ladhana"),
        ("Rebels burned houses in the villages of Rann, Kuda and Ngurosoye.", "Kuda Ngurosoye"),
        (
            "Armed men raided Serbaya and Chiran villages in Sinjar district, killing 21.",
            "Serbaya Chiran",
        ),
        ("Tanzanian forces took Lukayo, 100 km west of Kampala, on Friday.", "Lukayo"),
        ("Rebels attacked Ferkesso, some 60 miles to the north of Korhogo, on Friday.", "Ferkesso"),
        ("In Qara, west of Mosul, a mine wounded two shepherds.", "Qara"),
        ("Rebels captured Kasumba on the border with Zambia on Monday.", "Kasumba"),
    ],
)
def test_a_name_beside_places_is_a_places(gazetteer: Gazetteer, text: str, told: str) -> None:
    assert set(told.split()) <= set(names(gazetteer, text))


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("In Gao, Mboya and Traore met the mediators after a soldier was killed.", "Mboya"),
        ("A bomb killed two in Quetta and Sharif condemned the attack.", "Sharif"),
        ("Clashes broke out in Aleppo and Wagner mercenaries were killed.", "Wagner"),
        ("Police in Lagos and Amnesty International said ten were shot dead.", "Amnesty"),
        (
            "Two were killed in Gardez and Black Hawk helicopters took the wounded away.",
            "Black Hawk",
        ),
        ("Gunmen killed Okello, 40 km from his home, on Monday.", "Okello"),
        ("In Paris and Brexit-era London, protests took place.", "Brexit"),
        ("Soldiers in Makin and Pashtuns from Wana clashed.", "Pashtuns"),
    ],
)
def test_people_and_groups_beside_places_are_none(
    gazetteer: Gazetteer, text: str, other: str
) -> None:
    assert other not in names(gazetteer, text)


def test_one_of_a_list_lies_where_the_list_is(gazetteer: Gazetteer) -> None:
    text = "Rebels burned houses in the villages of Rann, Kuda and Ngurosoye."
    (document,) = parse([Report(id="r", text=text)])
    assert {one.place.country for one in find_places(document, gazetteer)} == {"NG"}
