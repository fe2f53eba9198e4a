"""Which place of a name is meant, and which names are no place's."""

from __future__ import annotations

import pytest

from dateline.knowledge.gazetteer import Gazetteer
from places_told import one, places


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("M23 rebels attacked Sake on Thursday.", "Sake", "CD"),
        ("Boko Haram attacked Rann on Monday.", "Rann", "NG"),
        ("Ten died near Beni. The army blamed the Allied Democratic Forces.", "Beni", "CD"),
        # Sofia, which has been called "The", has no say.
        ("The Allied Democratic Forces killed ten in Beni.", "Beni", "CD"),
        # Samara in Russia, a far larger city, is called Samar as well.
        ("NPA rebels ambushed soldiers in Samar on Thursday.", "Samar", "PH"),
        ("Samar province: NPA rebels ambushed soldiers on Thursday.", "Samar", "PH"),
    ],
)
def test_an_incident_in_a_line_plays_where_its_group_is_at_home(
    gazetteer: Gazetteer, text: str, name: str, country: str
) -> None:
    [found] = places(gazetteer, text)
    assert (found.place.name, found.place.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Russian missiles hit Kupiansk on Sunday.", "Kupiansk", "UA"),
        ("Chadian soldiers attacked Dikwa on Sunday.", "Dikwa", "NG"),
        # There is a Massala in Ivory Coast, but none in Beni.
        ("ADF fighters killed ten in Masala, in Beni territory, DRC.", "Masala", "CD"),
        # Kano could hold a village of that name.
        ("Gunmen raided Kano and Oicha, Nigerian police said.", "Oicha", "NG"),
    ],
)
def test_a_foreign_nation_does_not_make_the_only_place_unknown(
    gazetteer: Gazetteer, text: str, name: str, country: str
) -> None:
    assert one(gazetteer, text, name).place.country == country


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Gunmen killed five in Namuno, officials in Cabo Delgado said.", "Namuno", "MZ"),
        ("Gunmen raided Ba'are village, Mashegu LGA, Niger state.", "Ba'are", "NG"),
        # Barby lies in France.
        ("A mob tore down the Babri mosque in Ayodhya.", "Babri", "IN"),
        # Bulungu lies far from Beni, in Kwilu.
        ("ADF fighters killed ten in Bulongo, Beni territory, DRC.", "Bulongo", "CD"),
    ],
)
def test_a_place_that_only_sounds_alike_lies_in_no_other_country(
    gazetteer: Gazetteer, text: str, name: str, country: str
) -> None:
    place = one(gazetteer, text, name).place
    assert (place.country, place.admin1 == "Kwilu") == (country, False)


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("Syrian rebels shelled Tripoli road near Aleppo.", "Aleppo", "SY", "Aleppo"),
        ("A bomb went off in Tripoli, Lebanon, on Friday.", "Tripoli", "LB", None),
        ("A bomb went off in Tripoli, Libya, on Friday.", "Tripoli", "LY", None),
        ("The mayor of Paris, Texas, resigned.", "Paris", "US", "Texas"),
        ("Troops left Hama province overnight, Syrian state media said.", "Hama", "SY", "Hama"),
        ("Russian shells hit Donetsk region in Ukraine.", "Donetsk", "UA", "Donetsk"),
        ("Rebels killed six in Beni, in eastern Congo, on Sunday.", "Beni", "CD", None),
        ("Rebels took the Mozambican town of Palma.", "Palma", "MZ", None),
        ("Gunmen raided a school in Niger state.", "Niger", "NG", "Niger State"),
    ],
)
def test_the_report_decides_between_namesakes(
    gazetteer: Gazetteer, text: str, name: str, country: str, admin1: str | None
) -> None:
    place = one(gazetteer, text, name).place
    assert place.country == country
    assert admin1 is None or place.admin1 == admin1


def test_the_better_known_of_two_towns_of_a_country_is_meant(gazetteer: Gazetteer) -> None:
    place = one(gazetteer, "LRA rebels raided Dungu in the DRC.", "Dungu").place
    assert place.admin1 == "Haut-Uélé"


def test_a_village_does_not_bring_its_country_into_play(gazetteer: Gazetteer) -> None:
    """The only Sanaba that the gazetteer knows lies in Ivory Coast."""
    text = (
        "OUAGADOUGOU, Burkina Faso - Jihadists killed villagers near Kaya in Burkina Faso. Gunmen"
        " took away men from Sanaba in the west."
    )
    assert one(gazetteer, text, "Sanaba").place.country == "BF"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Protests broke out across Lebanon. Banks were set on fire in Tripoli.", "Tripoli", "LB"),
        ("Protests broke out across Libya. Banks were set on fire in Tripoli.", "Tripoli", "LY"),
        ("Banks were set on fire in Tripoli.", "Tripoli", "LY"),
        ("Israeli jets struck a school in Gaza.", "Gaza", "PS"),
    ],
)
def test_a_name_is_no_reason_to_take_it_for_the_better_known_place(
    gazetteer: Gazetteer, text: str, name: str, country: str
) -> None:
    assert one(gazetteer, text, name).place.country == country


def test_a_town_just_across_the_border_is_known(gazetteer: Gazetteer) -> None:
    text = (
        "Palestinians said a shell killed a farmer near Khan Younis. Gunmen fired two rockets at"
        " Ashkelon later."
    )
    assert one(gazetteer, text, "Ashkelon").place.country == "IL"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        # A country is not the town abroad that also is called so ...
        (
            "Police arrested men in Tehran, Shiraz, Tabriz and Zahedan. Iranian drones killed 13 "
            "people in northern Iraq.",
            "Iraq",
            "IQ",
        ),
        # ... and a name that only sounds like a town's far away is a village of the report's parts.
        (
            "Rebels from Uganda killed five people at Sakure. They had come from Dungu in Congo, "
            "where American advisers help Ugandan troops, and fled to Yambio in South Sudan.",
            "Sakure",
            "CD",
        ),
        # Demonyms of two words tell that country too: no Sudanese, and no village Sri in Armenia.
        ("Sri Lankan troops took Kilinochchi. Washington voiced concern.", "Kilinochchi", "LK"),
        ("South Sudanese troops took Bor. London voiced concern.", "Bor", "SS"),
    ],
)
def test_names_lie_in_the_country_that_is_told_of(
    gazetteer: Gazetteer, text: str, name: str, country: str
) -> None:
    assert one(gazetteer, text, name).place.country == country


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        (
            "Guerrillas kidnapped a mayor in Antioquia, Colombian police said.",
            "Antioquia",
            "region",
        ),
        # The chief town of a name that the whole province has is meant by the bare name.
        ("Shells hit Raqqa on Friday. Syrian troops left.", "Raqqa", "exact"),
        ("Two died in Kassala, in eastern Sudan.", "Kassala", "exact"),
    ],
)
def test_a_small_town_is_not_meant_by_its_provinces_name(
    gazetteer: Gazetteer, text: str, name: str, precision: str
) -> None:
    assert one(gazetteer, text, name).place.precision == precision


@pytest.mark.parametrize(
    ("text", "country"),
    [
        # Teignmouth, Palmira, Samara, Teresina and Toulouse are called so, too.
        ("A car bomb killed three soldiers in Taba on Sunday.", "EG"),
        ("Islamic State took Ramadi on Sunday and Palmyra on Thursday.", "SY"),
        ("Gunmen killed the deputy police chief of Samarra.", "IQ"),
        ("Russian troops entered Poti on Monday.", "GE"),
        ("A policeman was shot dead in Tolosa on Sunday.", "ES"),
        # Where the report points there, they are meant.
        ("French police shot a man dead in Tolosa, France.", "FR"),
        ("Police in Brazil said gunmen had killed two men in Poti.", "BR"),
    ],
)
def test_no_larger_city_is_meant_by_a_name_it_has_by_the_way(
    gazetteer: Gazetteer, text: str, country: str
) -> None:
    found = [m.place for m in places(gazetteer, text) if m.level == "settlement"]
    assert found[-1].country == country


def test_a_letter_more_is_no_city_of_another_country(gazetteer: Gazetteer) -> None:
    """Mann is no Man in Ivory Coast, where the report plays in another country."""
    text = "Gunmen burned 40 huts in the village of Mann in the Central African Republic."
    assert one(gazetteer, text, "Mann").place.country == "CF"
