"""Places that a report cannot mean though they are called much as it says."""

from __future__ import annotations

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.knowledge.gazetteer_sources import distance_km
from found import read


@pytest.mark.parametrize(
    ("text", "name", "lat", "lon"),
    [
        # Kotba lies in Odisha.
        (
            "In Kutba, eight people were killed by a mob, survivors in Muzaffarnagar said.",
            "Kutba", 29.47, 77.70,
        ),
        # one that sounds alike and lies near the others of the report is meant
        (
            "Rebels shelled Goma in Congo and killed two men in Rutshurou on Friday.",
            "Rutshurou", -1.19, 29.45,
        ),
        # Phoenix is in Arizona, Wellington in New Zealand.
        ("Two men were shot dead in Phoenix, north of Durban.", "Phoenix", -29.70, 31.0),
        ("Rebels burnt a school in Wellington, east of Freetown.", "Wellington", 8.46, -13.16),
        # ... and Newcastle on the Tyne, too
        ("A bomb killed two in Newcastle, south of Belfast.", "Newcastle", 54.22, -5.89),
    ],
)  # fmt: skip
def test_a_name_that_only_sounds_alike_lies_where_the_report_plays(
    coder: EnglishCoder, text: str, name: str, lat: float, lon: float
) -> None:
    [place] = [mention.place for mention in read(coder, text).places if mention.place.name == name]
    assert place.lat is not None and place.lon is not None
    assert distance_km(place.lat, place.lon, lat, lon) < 20


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("South African police said two miners had been shot dead elsewhere in SA.", "SA", "ZA"),
        ("Australian police said two men had been shot dead in Adelaide, SA.", "SA", "AU"),
    ],
)  # fmt: skip
def test_names_that_several_countries_share(
    coder: EnglishCoder, text: str, name: str, country: str
) -> None:
    [place] = [mention.place for mention in read(coder, text).places if mention.place.name == name]
    assert place.country == country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # A government far away holds no town, nor does where a report was sent from.
        ("Russian planes bombed Gori on Saturday. Moscow accused the West.", "Gori", "GE"),
        ("MOSCOW - Russian planes bombed Senaki on Saturday and killed six.", "Senaki", "GE"),
        ("BELGRADE - Serb police shelled Sarande on Monday.", "Sarande", "AL"),
        # Of a village of that name somewhere a report says more.
        ("KAMPALA - Rebels killed nine in Saint-Agapit on Saturday.", "Saint-Agapit", "UG"),
    ],
)
def test_what_holds_a_town_of_another_country(
    coder: EnglishCoder, text: str, name: str, country: str
) -> None:
    [place] = [mention.place for mention in read(coder, text).places if mention.place.name == name]
    assert place.country == country


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Rebels took the villages of Ormadi, Kesteva and al-Terfa from the army on Monday.",
            ["Ormadi", "Kesteva", "al-Terfa"],
        ),
        ("Jets bombed the villages of Kafr Valley and Tarvoni.", ["Kafr Valley", "Tarvoni"]),
        # A near miss: one town, and who comes next is a band.
        ("Boko Haram left the town of Bama and Boko Haram fighters fled on Monday.", ["Bama"]),
    ],
)
def test_names_behind_the_villages_of(coder: EnglishCoder, text: str, names: list[str]) -> None:
    assert [mention.place.name for mention in read(coder, text).places] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # The gazetteer knows places that are called like the other word.
        ("Gunmen killed 12 farmers in Wad al-Hilu in Gezira state.", ["Wad al-Hilu", "Gezira"]),
        ("Fighters stormed Umm al-Mayadin near Daraa.", ["Umm al-Mayadin", "Daraa"]),
        ("Guerrillas overran Phnom Chhat in Battambang.", ["Phnom Chhat", "Battambang"]),
        ("Jets hit a house in Az Zawayda in Gaza.", ["Az Zawayda", "Gaza"]),
        ("Militants took al-Mayadin from the army.", ["al-Mayadin"]),
    ],
)
def test_a_word_that_begins_names_is_a_part_of_them(
    coder: EnglishCoder, text: str, names: list[str]
) -> None:
    assert [mention.place.name for mention in read(coder, text).places] == names


def test_a_people_is_no_town_that_is_spelt_like_it(coder: EnglishCoder) -> None:
    # Hema is a spelling of Hama.
    [place] = [one.place for one in read(coder, "Hema and Lendu men fought in Djugu.").places]
    assert (place.name, place.country) == ("Djugu", "CD")


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Soldiers seized the president in Bamako. Crowds cheered in Independence Square.", "ML"),
        ("Ukrainian riot police shot dead nine protesters in Independence Square.", "UA"),
    ],
)
def test_a_square_of_a_common_name_lies_where_the_report_plays(
    coder: EnglishCoder, text: str, land: str
) -> None:
    found = [one.place for one in read(coder, text).places]
    assert [one.country for one in found if one.name == "Independence Square"] == [land]


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        ("A bomb killed two people in the Medina neighbourhood of Mogadishu.", ["SO", "SO"]),
        ("Gunmen shot two men in Alexandria township in Johannesburg.", ["ZA", "ZA"]),
        ("Gunmen shot down two Black Hawk helicopters in Mogadishu.", ["SO"]),
        # Near miss: the town itself, and its helicopters.
        ("A bomb killed two people in Medina.", ["SA"]),
        ("Tripoli helicopters shelled Sirte in Libya.", ["LY", "LY", "LY"]),
    ],
)
def test_a_quarter_of_a_far_towns_name_and_a_make_of_aircraft_are_not_that_town(
    coder: EnglishCoder, text: str, lands: list[str]
) -> None:
    assert [one.place.country for one in read(coder, text).places] == lands


@pytest.mark.parametrize(
    ("text", "town", "province"),
    [
        # Towns of these names lie elsewhere in the land, or in another.
        ("Rebels attacked the village of San Juan in Putumayo department.", "San Juan", "Putumayo"),
        ("Gunmen killed four farmers in Kalgo village in Zamfara state.", "Kalgo", "Zamfara"),
        (
            "MOSCOW, June 2 - Russian troops took Alekseyevka in the Sumy Region. Drones hit "
            "Shebekino in the Belgorod Region.",
            "Alekseyevka",
            "Sumy",
        ),
        # Those of the province are known, and a city stays where it is.
        ("Rebels took Florencia in Cauca department on Monday.", "Florencia", "Cauca"),
        ("Troops from Kabul in Helmand clashed with the Taliban.", "Kabul", "Kabul"),
    ],
)
def test_a_town_lies_in_the_province_where_the_report_puts_it(
    coder: EnglishCoder, text: str, town: str, province: str
) -> None:
    [place] = [one.place for one in read(coder, text).places if one.place.name == town]
    assert place.admin1 == province
