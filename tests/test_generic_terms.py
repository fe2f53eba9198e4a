"""Names that say by a word of their own what they name."""

from __future__ import annotations

import pytest

from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import PlacePrecision
from places_told import one, places


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Snipers fired on a clinic on Batinjau Street in Yola.", "Batinjau Street"),
        ("Marines stormed the strategic Korgal Hill before dawn.", "Korgal Hill"),
        ("The rebels captured the Ondare Gas Fields on Sunday.", "Ondare Gas Fields"),
        ("Troops fought along the slopes of the Vershane Mountains.", "Vershane Mountains"),
        ("Police fired on a crowd in Trafalgar Square in Maputo.", "Trafalgar Square"),
        ("A bomb went off near the Al-Kusayr Roundabout.", "Al-Kusayr Roundabout"),
        ("Shells fell on the western side of Lankor Ridge.", "Lankor Ridge"),
        ("Two guards were shot at the Uthman ibn Tarif mosque.", "Uthman ibn Tarif"),
        ("A mine killed a farmer in the Qalai Besud area.", "Qalai Besud"),
        ("Snipers shot a baker in the Ben Tarhan area.", "Ben Tarhan"),
        ("The rebels shelled a ferry on Manila Bay.", "Manila Bay"),
        ("Rockets hit the Da Nang Air Base before dawn.", "Da Nang Air Base"),
        ("Police fired on a crowd at Kulgam Chowk.", "Kulgam Chowk"),
        ("Patrol boats were seized in the Shatt al-Arab.", "Shatt al-Arab"),
        ("Jets hit the Youth Housing Complex.", "Youth Housing Complex"),
        ("Three were hurt at the Tarwal border crossing.", "Tarwal"),
    ],
)
def test_where_something_is_at_a_name_with_its_term_it_is_a_place(
    gazetteer: Gazetteer, text: str, name: str
) -> None:
    assert name in [mention.place.name for mention in places(gazetteer, text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Korgal Hill Brigade said that its men had left.", "Korgal Hill"),
        ("Peter Lankor Field was killed by a mine.", "Peter Lankor Field"),
        ("A crowd gathered in the Hausa quarter.", "Hausa"),
        ("A crowd gathered in the Jewish quarter.", "Jewish"),
        ("Fighting went on in the Ingush city of Nazran.", "Ingush"),
        ("Police detained the Hutu village chief.", "Hutu"),
    ],
)
def test_of_who_and_of_whose_it_is_none(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert name not in [mention.place.name for mention in places(gazetteer, text)]


def test_it_lies_where_the_report_says(gazetteer: Gazetteer) -> None:
    street = one(gazetteer, "A shell hit a bus on Jos Road in Potiskum, Yobe State.", "Jos Road")
    town = one(gazetteer, "A shell hit a bus in Potiskum, Yobe State.", "Potiskum")
    assert street.place.precision is PlacePrecision.NEAR
    assert (street.place.lat, street.place.lon) == (town.place.lat, town.place.lon)


@pytest.mark.parametrize(
    ("text", "name", "canonical"),
    [
        ("Gunmen raided a market in Bama Town on Sunday.", "Bama Town", "Bama"),
        ("Rebels shelled the Jobar District of Damascus.", "Jobar District", "Jobar"),
        (
            "Rebels in Colombia attacked the capital of Vaupes Department.",
            "Vaupes Department",
            "Vaupés",
        ),
        (
            "Herders raided a farm in Logo Local Government Area of Benue State.",
            "Logo Local Government Area",
            "Logo",
        ),
    ],
)
def test_a_unit_is_named_with_its_term(
    gazetteer: Gazetteer, text: str, name: str, canonical: str
) -> None:
    assert one(gazetteer, text, name).place.canonical == canonical


def test_a_council_is_not(gazetteer: Gazetteer) -> None:
    names = [m.place.name for m in places(gazetteer, "He was held by the Aleppo City Council.")]
    assert "Aleppo City" not in names
