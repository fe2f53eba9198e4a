"""Place names in texts: found, resolved, bent by the words around them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.places import app
from dateline.coding.document import parse
from dateline.coding.places import find_demonyms, find_names, find_places
from dateline.evaluation.geoparsing import measure
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.model import PlacePrecision, Report
from places_told import one, places


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell on Homs and Idlib on Monday.", ["Homs", "Idlib"]),
        ("Fighters entered Deir ez-Zor from al-Bab.", ["Deir ez-Zor", "al-Bab"]),
        ("Two people were killed in Reading, England.", ["Reading", "England"]),
        ("Mr Homs said the talks in Geneva had failed.", ["Geneva"]),
        ("Reading the report, the minister resigned.", []),
        ("In March the army left Goma.", ["Goma"]),
        ("Gunmen raided a Hausa village in Kebbi State, Nigeria.", ["Kebbi State", "Nigeria"]),
        ("Gunmen raided a Darfur village, Sudan said.", ["Darfur", "Sudan"]),
        ("Seven people died near the Gazan border.", []),
        ("Shells fell on the Gazan town of Beit Lahia.", ["Beit Lahia"]),
        ("Militias attacked the Afar region of Ethiopia.", ["Afar", "Ethiopia"]),
        ("Troops fought al-Shabaab near Bardhere in Somalia.", ["Bardhere", "Somalia"]),
        # What no gazetteer has: retaken, or with a word for what it is; people are not.
        ("The army in Congo retook Lulimba on Friday.", ["Congo", "Lulimba"]),
        ("Clashes broke out at the Kerfi checkpoint in Chad.", ["Kerfi", "Chad"]),
        ("Police in Kenya recaptured Joseph Mbatia on Friday.", ["Kenya"]),
        # Betancourt is a village in France.
        ("FARC holds Maria Betancourt, a former senator, in Colombia.", ["Colombia"]),
        # What is retaken or falls is a place, though no word says where.
        (
            "Serbs shelled Sisak in Croatia and denied that Knin had fallen.",
            ["Sisak", "Croatia", "Knin"],
        ),
        ("Troops in Myanmar recaptured Pauktaw after a day.", ["Myanmar", "Pauktaw"]),
        ("Angola said Savimbi had fallen ill in Huambo.", ["Angola", "Huambo"]),
    ],
)
def test_names_of_places_are_found_and_other_words_are_not(
    gazetteer: Gazetteer, text: str, names: list[str]
) -> None:
    assert [m.place.name for m in places(gazetteer, text)] == names


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Clashes broke out in Hama.", "Hama", PlacePrecision.EXACT),
        ("Clashes broke out north of Hama.", "Hama", PlacePrecision.NEAR),
        ("Clashes broke out near Hama.", "Hama", PlacePrecision.NEAR),
        ("Clashes broke out on the outskirts of Hama.", "Hama", PlacePrecision.NEAR),
        ("Shells hit Aleppo's western countryside in Syria.", "Aleppo", PlacePrecision.NEAR),
        ("Clashes broke out in northern Syria.", "Syria", PlacePrecision.REGION),
        ("Clashes broke out in Syria.", "Syria", PlacePrecision.COUNTRY),
        ("Clashes broke out in Idlib province in Syria.", "Idlib", PlacePrecision.REGION),
        ("ADF rebels raided Beni territory in the DRC.", "Beni", PlacePrecision.REGION),
        ("ADF rebels raided a district of Beni in the DRC.", "Beni", PlacePrecision.EXACT),
    ],
)
def test_words_around_a_name_set_the_precision(
    gazetteer: Gazetteer, text: str, name: str, precision: PlacePrecision
) -> None:
    assert one(gazetteer, text, name).place.precision is precision


def test_kilometres_and_direction_move_the_point(gazetteer: Gazetteer) -> None:
    at = one(gazetteer, "Rebels in the DRC hold Goma.", "Goma").place
    off = one(
        gazetteer, "Rebels in the DRC attacked a base 12 km south-east of Goma.", "Goma"
    ).place
    assert at.lat is not None and at.lon is not None
    assert off.lat is not None and off.lon is not None
    assert 11.5 < distance_km(at.lat, at.lon, off.lat, off.lon) < 12.5
    assert off.lat < at.lat
    assert off.lon > at.lon
    assert off.precision is PlacePrecision.NEAR


def test_the_north_of_a_country_lies_north_of_its_middle(gazetteer: Gazetteer) -> None:
    north = one(gazetteer, "Fighting went on in northern Nigeria.", "Nigeria").place
    whole = one(gazetteer, "Fighting went on in Nigeria.", "Nigeria").place
    assert north.lat is not None and whole.lat is not None
    assert north.lat > whole.lat + 1


def test_a_village_the_gazetteer_lacks_lies_in_the_country_that_the_report_is_about(
    gazetteer: Gazetteer,
) -> None:
    text = (
        "Fighters killed nine soldiers in the region of Diffa in Niger on Tuesday.\n"
        "Troops from Niamey reached Maradi and Zinder.\n"
        "Seven soldiers died in the village of Tilwassa in June, a senator said in Washington."
    )
    assert one(gazetteer, text, "Tilwassa").place.country == "NE"


def test_a_village_the_gazetteer_lacks_lies_in_the_part_of_a_country_that_is_named(
    gazetteer: Gazetteer,
) -> None:
    text = "Rebels killed two soldiers in the village of Kimuawa in eastern Congo."
    place = one(gazetteer, text, "Kimuawa").place
    assert place.lon is not None and place.lon > 27


def test_two_letters_that_say_of_what_make_rifles_are_name_no_state(gazetteer: Gazetteer) -> None:
    told = places(gazetteer, "Troops took nine AK rifles near Goma.")
    assert [mention.place.name for mention in told] == ["Goma"]
    town = places(gazetteer, "A gunman killed two people in Juneau, AK, on Monday.")
    assert {mention.place.country for mention in town} == {"US"}


def test_a_village_the_gazetteer_lacks_lies_where_the_report_says(gazetteer: Gazetteer) -> None:
    text = "Gunmen attacked the village of Kafr Zumurrudin in Idlib province, Syria, on Friday."
    place = one(gazetteer, text, "Kafr Zumurrudin").place
    assert place.country == "SY"
    assert place.precision in {PlacePrecision.NEAR, PlacePrecision.REGION}
    assert place.geonameid is None


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("At least 37 people were killed in northeastern Nigeria.", 11.7, 12.8),
        ("An ambush in the southeast of Turkey killed two soldiers.", 37.9, 40.3),
        ("Al-Shabaab attacked a base in central Somalia.", 4.8, 46.0),
        ("Residents of the northern Gaza Strip fled the shelling.", 31.54, 34.51),
    ],
)
def test_parts_of_countries_lie_where_their_people_live(
    gazetteer: Gazetteer, text: str, lat: float, lon: float
) -> None:
    [place] = [m.place for m in places(gazetteer, text) if m.place.precision == "region"]
    assert place.lat is not None and place.lon is not None
    assert distance_km(place.lat, place.lon, lat, lon) < 1


def test_an_event_known_by_its_province_stands_at_the_main_town(gazetteer: Gazetteer) -> None:
    text = "Gunmen killed six people in Kandahar province, Afghanistan, on Friday."
    [document] = parse([Report(id="r", text=text)])
    event = find_places(document, gazetteer)[0].place
    name = find_names(document, gazetteer)[0].place
    assert (event.precision, name.precision) == (PlacePrecision.REGION, PlacePrecision.REGION)
    assert event.lat is not None and event.lon is not None
    assert name.lat is not None and name.lon is not None
    assert distance_km(event.lat, event.lon, 31.61, 65.71) < 2
    assert distance_km(name.lat, name.lon, 31.61, 65.71) > 10
    # Where that town lies far from the middle, it stands halfway between them.
    far = places(gazetteer, "Rebels killed six soldiers in Aceh, Indonesia, on Friday.")[0].place
    assert far.lat is not None and far.lon is not None
    assert distance_km(far.lat, far.lon, 5.54, 95.33) > 80
    assert distance_km(far.lat, far.lon, 4.5, 96.8) < 120


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Islamic State of Iraq and the Levant shelled a hospital in Kobani.", ["Kobani"]),
        (
            "Wagner fighters in Kidal in Mali shelled a camp near Anefis.",
            ["Kidal", "Mali", "Anefis"],
        ),
        ("Students in Dhaka demanding the resignation of Sheikh Hasina clashed.", ["Dhaka"]),
        ("Two Red Cross workers were abducted in Goma.", ["Goma"]),
        ("Fighters of Ahrar al-Sham entered Idlib.", ["Idlib"]),
    ],
)
def test_nothing_happens_in_the_name_of_a_group(
    gazetteer: Gazetteer, text: str, names: list[str]
) -> None:
    assert [m.place.name for m in places(gazetteer, text)] == names


@pytest.mark.parametrize(
    ("text", "name", "lat", "lon"),
    [
        ("Shells hit the al-Zahraa neighborhood in Aleppo city, Syria.", "al-Zahraa", 36.23, 37.1),
        ("Shells hit the al-Zahraa neighborhood of Homs, Syria.", "al-Zahraa", 34.74, 36.74),
    ],
)
def test_a_quarter_lies_in_the_city_named_after_it(
    gazetteer: Gazetteer, text: str, name: str, lat: float, lon: float
) -> None:
    place = one(gazetteer, text, name).place
    assert place.lat is not None and place.lon is not None
    assert distance_km(place.lat, place.lon, lat, lon) < 5


def test_a_countrys_name_is_no_towns_in_it(gazetteer: Gazetteer) -> None:
    text = "Police killed 45 people in Racak, south of Pristina, in Kosovo."
    assert one(gazetteer, text, "Kosovo").level == "country"


def test_a_town_comes_before_the_district_named_after_it(gazetteer: Gazetteer) -> None:
    text = "The Taliban overran Musa Qala in Helmand province, Afghanistan."
    assert one(gazetteer, text, "Musa Qala").place.precision is PlacePrecision.EXACT
    text = "The Taliban overran Musa Qala district in Helmand province, Afghanistan."
    assert one(gazetteer, text, "Musa Qala").place.precision is PlacePrecision.REGION


def test_demonyms_are_kept_apart_from_names(gazetteer: Gazetteer) -> None:
    [document] = parse([Report(id="r", text="Syrian and South Sudanese troops left Homs.")])
    assert [m.place.name for m in find_places(document, gazetteer)] == ["Homs"]
    assert [(m.place.name, m.place.country) for m in find_demonyms(document)] == [
        ("Syrian", "SY"),
        ("South Sudanese", "SS"),
    ]
    assert len(find_names(document, gazetteer)) == 3


def test_a_shouted_headline_names_its_places(gazetteer: Gazetteer) -> None:
    text = "REBELS ENTER ALEPPO AFTER TWO DAYS OF FIGHTING\n\nRebels entered Aleppo in Syria."
    assert [m.place.name for m in places(gazetteer, text)] == ["ALEPPO", "Aleppo", "Syria"]


def test_find_writes_every_name_with_its_span(tmp_path: Path) -> None:
    text = "Tanks – two – left Homs 😀 for Idlib."
    source = tmp_path / "reports.jsonl"
    source.write_text(json.dumps({"id": "a", "text": text}) + "\nbroken\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["find", str(source)])
    assert result.exit_code == 3
    assert f"{source}:2" in result.stderr
    record = json.loads(result.stdout)
    assert record["report_id"] == "a"
    assert [p["canonical"] for p in record["places"]] == ["Homs", "Idlib"]
    for place in record["places"]:
        assert text[place["start"] : place["end"]] == place["text"]


def test_show_lists_namesakes() -> None:
    result = CliRunner().invoke(app, ["show", "Tripoli", "--country", "ly"])
    assert result.exit_code == 0
    assert {json.loads(line)["country"] for line in result.stdout.splitlines()} == {"LY"}


def test_the_measure_counts_names_and_distances(tmp_path: Path, gazetteer: Gazetteer) -> None:
    gold = tmp_path / "gold.jsonl"
    toponyms = [
        {"start": 12, "end": 16, "lat": 34.73, "lon": 36.72},
        {"start": 21, "end": 27, "lat": 0.0, "lon": 0.0},
    ]
    row = {
        "id": "a",
        "text": "Shells fell Homs and Idlib on Monday in Syria.",
        "toponyms": toponyms,
    }
    row["text"] = "They fled ; Homs and  Idlib fell in Syria on Monday."
    gold.write_text(json.dumps(row), encoding="utf-8")
    tally = measure(gold, gazetteer)["all"]
    assert (tally.gold, tally.found, tally.predicted, tally.right) == (2, 2, 3, 2)
    assert tally.accuracy(161.0) == 0.5


def test_a_town_is_called_as_reports_call_it(gazetteer: Gazetteer) -> None:
    assert one(gazetteer, "ADF rebels attacked Oicha.", "Oicha").place.canonical == "Oicha"


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Soldiers died on the Niger-Mali border.", "Niger-Mali border", "ML"),
        ("Shells fell on the Turkish-Syrian border.", "Turkish-Syrian border", "SY"),
        ("Shells fell on the Israel\u2013Lebanon border.", "Israel\u2013Lebanon border", "LB"),
    ],
)
def test_a_border_is_no_country(gazetteer: Gazetteer, text: str, name: str, country: str) -> None:
    [found] = places(gazetteer, text)
    assert (found.place.name, found.place.country) == (name, country)
    assert found.place.precision is PlacePrecision.REGION


def test_an_english_word_is_no_town_though_one_is_called_so(gazetteer: Gazetteer) -> None:
    """Statte in Italy has been called State."""
    found = places(
        gazetteer,
        "Insurgents surrounded Hama in Syria on Wednesday. State media said the army had recaptured"
        " the air force school at Kafraa.",
    )
    assert [(place.place.name, place.place.country) for place in found] == [
        ("Hama", "SY"), ("Syria", "SY"), ("Kafraa", "SY"),
    ]  # fmt: skip


def test_demonyms_of_two_words_are_one(gazetteer: Gazetteer) -> None:
    text = "Sri Lankan troops and South Sudanese police met a Latin American and the Sudanese."
    [document] = parse([Report(id="r", text=text)])
    told = [(m.place.name, m.place.country) for m in find_demonyms(document)]
    assert told == [("Sri Lankan", "LK"), ("South Sudanese", "SS"), ("Sudanese", "SD")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Jets sank the destroyer Coventry off Port Stanley.", ["Port Stanley"]),
        ("A submarine torpedoed the cruiser General Belgrano on Sunday.", []),
        ("A bomb wrecked a shop in London Road, Lurgan, on Monday.", ["London Road", "Lurgan"]),
        ("Six died at the Oxford Street bus station in Belfast.", ["Oxford Street", "Belfast"]),
        # The ship has another name, and a road goes to the town.
        ("A shell hit a ship near Hodeidah in Yemen.", ["Hodeidah", "Yemen"]),
        ("Gunmen fired on cars on the road to Damascus.", ["Damascus"]),
    ],
)
def test_a_ship_or_a_street_that_has_a_towns_name_is_no_town(
    gazetteer: Gazetteer, text: str, told: list[str]
) -> None:
    assert [mention.place.name for mention in places(gazetteer, text)] == told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen fled, and in July American gunships bombed a house in Mogadishu.", "Mogadishu"),
        ("Since August Israeli jets have bombed Tyre.", "Tyre"),
        ("Colonel Sam Bahari, better known as Mosquito, held Freetown.", "Freetown"),
        ("A warlord, alias Manila, was shot dead in Bunia.", "Bunia"),
        ("Troops took Lubumbashi, better known as Elisabethville.", "Lubumbashi Elisabethville"),
    ],
)
def test_months_and_bynames_are_no_places(gazetteer: Gazetteer, text: str, names: str) -> None:
    told = [one.place.name for one in places(gazetteer, text) if one.level != "country"]
    assert " ".join(told) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Russian troops withdrew across the Dnipro on Friday.", []),
        ("Rebels held a post on the west bank of the Niger near Tillaberi.", ["Tillaberi"]),
        ("Israeli troops crossed the Jordan and attacked Karameh.", ["Karameh"]),
        # Near miss: the town, the land, and what is called after the river.
        ("Shells fell on Dnipro on Friday.", ["Dnipro"]),
        ("Gunmen killed five soldiers in the Republic of the Niger.", ["Republic of the Niger"]),
        ("Jets bombed the Jordan valley.", ["Jordan valley"]),
    ],
)
def test_with_the_before_it_a_rivers_name_is_no_towns_or_lands(
    gazetteer: Gazetteer, text: str, names: list[str]
) -> None:
    assert [mention.place.name for mention in places(gazetteer, text)] == names


@pytest.mark.parametrize("name", ["Tal Al-Bardan", "Jabal Al-Zafir", "Bab Al-Makram"])
def test_no_name_ends_with_an_article(gazetteer: Gazetteer, name: str) -> None:
    told = [m.place.name for m in places(gazetteer, f"The army took the village of {name}.")]
    assert told == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Herders raided two villages: Demsar and Wunamok.", ["Demsar", "Wunamok"]),
        ("Rebels took two eastern towns, Rasal and Kobeit.", ["Rasal", "Kobeit"]),
        ("The offensive began in the region of Jandarak.", ["Jandarak"]),
        ("A mine blew up at Manigrat in Rupandehi district.", ["Manigrat", "Rupandehi"]),
        ("The governor of Taylor said so in the capital of Liberia.", ["Liberia"]),
        ("He spoke of the villages, Hezbollah and the army.", []),
    ],
)  # fmt: skip
def test_a_noun_or_where_it_lies_says_that_a_name_is_a_places(
    gazetteer: Gazetteer, text: str, names: list[str]
) -> None:
    assert [mention.place.name for mention in places(gazetteer, text)] == names
