"""Countries by name, demonym and capital."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.knowledge import countries as world
from dateline.knowledge.files import table


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Syria", "SY"),
        ("the Gambia", "GM"),
        ("U.S.", "US"),
        ("Zaire", "CD"),
        ("Burma", "MM"),
        ("Côte d’Ivoire", "CI"),
        ("Guinea-Bissau", "GW"),
        ("Soviet Union", "RU"),
        ("Yugoslavia", "RS"),
        ("Palestine", "PS"),
        ("Western Sahara", "EH"),
        ("Kosovo", "XK"),
        ("Chechnya", "RU"),
        ("Congo", "CD"),
        ("Atlantis", None),
    ],
)
def test_a_country_is_known_by_every_usual_name(name: str, code: str | None) -> None:
    assert world.country_named(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Syrian", "SY"),
        ("Filipinos", "PH"),
        ("Nigerien", "NE"),
        ("Nigerian", "NG"),
        ("Burkinabe", "BF"),
        ("Soviet", "RU"),
        ("Chechens", "RU"),
        ("Palestinian", "PS"),
        ("Gazans", "PS"),
        ("Sahrawi", "EH"),
        ("Rhodesian", "ZW"),
        ("Ceylonese", "LK"),
        ("West Pakistani", "PK"),
        ("Martian", None),
    ],
)
def test_a_demonym_leads_to_its_country(word: str, code: str | None) -> None:
    assert world.countries_by_demonym(word) == code


def test_a_regional_demonym_is_not_a_countrys() -> None:
    assert world.is_country_demonym("Russian")
    assert not world.is_country_demonym("Chechen")


@pytest.mark.parametrize(
    ("name", "code"), [("Damascus", "SY"), ("the Kremlin", "RU"), ("Kiev", "UA"), ("Homs", None)]
)
def test_a_capital_stands_for_its_government(name: str, code: str | None) -> None:
    assert world.country_by_capital(name) == code


def test_names_lead_back() -> None:
    assert world.demonym_of("MM") == "Burmese"
    assert world.name_of("CI") == "Ivory Coast"
    assert world.demonym_of("ZZ") is None


def test_every_country_has_a_code_of_two_letters_and_coordinates_in_range() -> None:
    for code, one in world.countries().items():
        assert len(code) == 2
        assert code.isupper()
        if one.lat is not None and one.lon is not None:
            assert abs(one.lat) <= 90
            assert abs(one.lon) <= 180


def test_no_name_or_demonym_belongs_to_two_countries() -> None:
    seen: dict[str, str] = {}
    for one in world.countries().values():
        for word in (*one.names, *one.demonyms):
            assert seen.setdefault(word.casefold(), one.code) == one.code


def test_a_country_was_ruled_by_another_until_a_day() -> None:
    before, after = world.ruled_by("ER", date(1990, 2, 10)), world.ruled_by("ER", date(1998, 6, 1))
    assert before is not None and (before.ruler, before.owns_forces) == ("ET", True)
    assert after is None
    assert world.ruled_by("ER", None) is None
    east_pakistan = world.ruled_by("BD", date(1971, 4, 1))
    assert east_pakistan is not None
    assert east_pakistan.ruler == "PK"
    rows = table("secessions.csv")
    assert {code for row in rows for code in (row["country"], row["ruler"])} <= set(
        world.countries()
    )
    assert all(
        row["forces"] in {"ruler", "own", "occupier", "colony"} and row["source"] for row in rows
    )
    occupied = world.ruled_by("TL", date(1998, 6, 1))
    assert occupied is not None and (occupied.owns_forces, occupied.foreign) == (True, True)
