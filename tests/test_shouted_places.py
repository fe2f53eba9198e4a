"""Places of reports in capitals: names that no list has, and words that are none."""

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Place, Report


def _places(text: str) -> list[Place | None]:
    report = Report(id="r", text=text, published=date(1990, 5, 3))
    coded = next(iter(coder().code([report])))
    return [claim.place for claim in coded.claims]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (
            "LIMA, 3 MAY 90 (EFE) -- [TEXT] YESTERDAY A COLUMN OF SHINING PATH TERRORISTS ENTERED "
            "THE VILLAGE OF HUAYLLAO, IN AYACUCHO DEPARTMENT, AND SHOT NINE PEASANTS.",
            "Huayllao",
        ),
        (
            "LUANDA, 3 MAY 87 -- UNITA REBELS ATTACKED THE VILLAGE OF KATCHIUNGA IN HUAMBO "
            "PROVINCE ON FRIDAY, KILLING TWELVE CIVILIANS.",
            "Katchiunga",
        ),
    ],
)
def test_a_village_that_no_list_has_is_the_place(text: str, canonical: str) -> None:
    assert [place.canonical for place in _places(text) if place] == [canonical]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (
            "GUATEMALA CITY, 3 MAY 90 (ACAN-EFE) -- [TEXT] A LAWYER WAS KILLED TODAY BY "
            "UNIDENTIFIED MEN AS HE LEFT HIS HOUSE IN THE SOUTHERN PART OF THIS CITY.",
            "Guatemala City",
        ),
        (
            "LIMA, 3 MAY 90 -- [TEXT] SOLDIERS WENT TO THE MINES IN ORDER TO PREVENT SABOTAGE. "
            "TERRORISTS KILLED FOUR MINERS YESTERDAY.",
            "Lima",
        ),
        (
            "BOGOTA, 3 MAY 90 -- [TEXT] A BOMB EXPLODED AT THE VELOZ INSTALLATIONS ON 1 MAY, "
            "WOUNDING TWO PEOPLE.",
            "Bogotá",
        ),
        (
            "LIMA, 3 MAY 90 -- [TEXT] ACCORDING TO THE RED CROSS, MISS ROJAS WAS DRIVING HER CAR "
            "WHEN SHE WAS SHOT DEAD BY UNKNOWN MEN.",
            "Lima",
        ),
        (
            "Lima, 3 May 1990 -- Gunmen killed a judge, the vice president of the Republic said.",
            "Lima",
        ),
        ("Rebels killed nine people in the Republic of Congo on Monday.", "Republic of the Congo"),
    ],
)
def test_words_in_capitals_are_no_places(text: str, canonical: str) -> None:
    assert {place.canonical for place in _places(text) if place} == {canonical}


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("Unidentified men killed a judge in northern Bogota on Tuesday.", "exact"),
        ("A bomb went off in the western part of Kabul on Tuesday, injuring three.", "exact"),
        ("A bomb went off north of Kabul on Tuesday, injuring three people.", "near"),
        ("Shells hit the eastern suburbs of Damascus on Tuesday, killing two people.", "near"),
    ],
)
def test_a_part_of_a_city_lies_in_it(text: str, precision: str) -> None:
    assert [place.precision for place in _places(text) if place] == [precision]


@pytest.mark.parametrize(
    "text",
    [
        "MEXICO CITY, 3 MAY 90 (NOTIMEX) -- [TEXT] THE SALVADORAN ARMY KILLED FOUR REBELS ON "
        "SATURDAY 28 APRIL IN MORAZAN DEPARTMENT.",
        "Mexico City, 3 May 1990 (Notimex) -- The Salvadoran army killed four rebels on Saturday "
        "28 April in Morazan Department.",
    ],
)
def test_what_happened_in_a_department_did_not_happen_where_the_report_was_written(
    text: str,
) -> None:
    assert [place.canonical for place in _places(text) if place] == ["Morazán"]


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (
            "SAN SALVADOR, 3 MAY 90 (AFP) -- [TEXT] REBELS CLASHED WITH TROOPS IN SAN MIGUEL DE "
            "MERCEDES, CHALATENANGO DEPARTMENT, ON 1 MAY, KILLING FIVE SOLDIERS.",
            "San Miguel de Mercedes",
        ),
        (
            "Bogota, May 3, 1990 (EFE) - Paramilitaries killed five peasants in San Pedro de las "
            "Mercedes, in the northern department of Antioquia, on Monday, police said.",
            "San Pedro de las Mercedes",
        ),
        ("Police killed three people in Rio de Janeiro on Monday.", "Rio de Janeiro"),
    ],
)
def test_a_name_goes_on_behind_a_known_one(text: str, canonical: str) -> None:
    assert [place.canonical for place in _places(text) if place] == [canonical]


@pytest.mark.parametrize(
    "text",
    [
        "SAN SALVADOR, 3 MAY 90 (YSU RADIO) -- GUERRILLAS ATTACKED A BARRACKS IN THE SAN JACINTO "
        "NEIGHBORHOOD THIS MORNING, RADIO VENCEREMOS SAID.",
        "SAN SALVADOR, 3 MAY 90 (AFP) -- FMLN UNITS AMBUSHED A TRUCK IN EL NARANJAL CANTON, "
        "KILLING TWO SOLDIERS.",
    ],
)
def test_places_are_where_the_report_plays(text: str) -> None:
    assert [place.country for place in _places(text) if place] == ["SV"]
