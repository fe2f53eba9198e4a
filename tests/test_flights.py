"""People who were driven from home, and how sure of it a report of a line may be."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.flights import find_flights
from dateline.model import Claim, Measure, Report, SubEventType
from found import read


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
        "About 10,000 people are living in camps around Goma.",
        "Some 1,000 people are staying with host families near Mae Sot, a relief group said.",
        "Some 9,400 villagers were living in collective sites around Bentiu.",
        "More than 1,200 villagers are staying in churches in Bamenda.",
        "Some 43,000 IDPs were sheltering in Wau.",
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


@pytest.mark.parametrize(
    "text",
    [
        "About 900 pupils live in hostels at the school in Leeds.",
        "Some 3,000 workers live in camps near the mine in Kalgoorlie.",
        "About 200 fighters stayed at the base in Lashkar Gah.",
        "More than 300 people live in centres for the elderly in Sheffield.",
        "Some 82,000 internally displaced persons received food in southern Abyei.",
        "About 200 tourists are staying in shelters in Zermatt after an avalanche.",
    ],
)
def test_who_merely_lives_or_stays_somewhere_is_not(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == ()


@pytest.mark.parametrize(
    ("text", "displaced"),
    [
        ("The conflict in Sool has forced more than 185,000 people from their homes.", 185_001),
        ("Fighting between militias has driven some 40,000 people from their villages.", 40_000),
        ("Clashes forced at least 1,500 families out of their homes in Abs.", 1500),
        ("Shelling pushed thousands of people to leave Idlib.", 2000),
        ("Some 3,210 IDPs arrived in Kaya between 1 and 7 March.", 3210),
        ("9,000 IDPs registered in Pemba after the attack on Palma.", 9000),
        ("3,400 people returned to their homes in Raqqa.", 3400),
        ("An upsurge of violence around Paoua led to the new displacement of 1,300 people.", 1300),
    ],
)
def test_who_is_driven_out_comes_or_goes_home_is_displaced(
    coder: EnglishCoder, text: str, displaced: int
) -> None:
    told = [
        (figure.measure, figure.low or figure.best)
        for claim in _coded(coder, text)
        if claim.sub_event_type is SubEventType.DISPLACEMENT
        for figure in claim.figures
    ]
    assert told == [(Measure.DISPLACED, displaced)]


@pytest.mark.parametrize(
    "text",
    [
        "The agency fed 4,000 displaced people in June.",
        "Aid was delivered to 12,000 IDPs in Pemba.",
        "The cyclone forced about 88,000 people out of their homes.",
        "300 students returned to their homes for the holidays.",
    ],
)
def test_who_is_helped_or_flees_a_storm_is_none(coder: EnglishCoder, text: str) -> None:
    assert not _coded(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "A rocket hit a house in Qasr Bin Ghashir, killing a doctor. The UN said the violence had "
        "displaced some 3,400 people and blocked rescuers from reaching casualties.",
        "Serbian gunners shelled the village of Studencane and killed five people. About 20,000 "
        "people have fled the area around Suva Reka.",
        "Ten rebels were killed in clashes near Kidal. The fighting has driven 12,000 people from "
        "their homes.",
    ],
)
def test_who_fled_is_told_in_a_claim_of_its_own(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 4, 8))])
    told = [
        (claim.sub_event_type is SubEventType.DISPLACEMENT, figure.measure is Measure.DISPLACED)
        for claim in coded.claims
        for figure in claim.figures
    ]
    assert sorted(told) == [(False, False), (True, True)]


def test_armed_people_who_pour_in_have_not_fled(coder: EnglishCoder) -> None:
    text = "Militants stormed the base at dawn. Dozens of gunmen poured in after a bomber."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 4, 8))])
    figures = [figure.measure for claim in coded.claims for figure in claim.figures]
    assert Measure.DISPLACED not in figures


@pytest.mark.parametrize(
    "text",
    [
        "Serb shelling of Gorazde on Sunday killed nine people and sent 2,000 residents fleeing.",
        "At least 80 people were killed and 12,000 displaced in clashes in Donetsk on Monday.",
        "Militiamen drove some 25,000 people from Dili into West Timor and burnt the diocese.",
        "Two policemen were killed by a car bomb, and 150 families left San Lorenzo for Ibarra.",
        "Armed men attacked Kas on Friday and looted houses. Some 5,000 households took refuge in"
        " schools.",
    ],
)
def test_who_fled_stands_apart_from_the_dead_of_the_same_sentence(
    coder: EnglishCoder, text: str
) -> None:
    told = _coded(coder, text)
    displaced = [one for one in told if one.sub_event_type is SubEventType.DISPLACEMENT]
    assert len(displaced) == 1
    assert {figure.measure for figure in displaced[0].figures} == {Measure.DISPLACED}
    assert len(told) > 1


WAR = (
    "Gunmen attacked Roro on Monday and killed six herders. Clashes went on in Fataki on Tuesday."
    " The army shelled Linga on Wednesday."
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Some 3,000 people fled to Djugu. {WAR} Rains have cut the road from Bunia.", 1),
        (f"{WAR} Floods hit Kasenyi. Some 9,000 people were displaced there.", 0),
        (f"{WAR} The floods have displaced 9,000 people in Kasenyi.", 0),
        ("The flood of refugees goes on. Some 6,000 people fled to Goma.", 1),
        ("An eruption of violence hit Goma. Some 6,000 people fled to Gisenyi.", 1),
        ("The eruption of Nyiragongo went on. Some 6,000 people fled to Gisenyi.", 0),
        ("Clashes broke out in Fataki. The river rose. Floods came. Some 600 people fled.", 0),
    ],
)
def test_a_disaster_elsewhere_in_a_report_on_war_drives_nobody(
    coder: EnglishCoder, text: str, told: int
) -> None:
    assert len(find_flights(read(coder, text))) == told


def test_who_is_put_on_a_list_by_others_is_displaced(coder: EnglishCoder) -> None:
    assert (
        len(find_flights(read(coder, "IOM has identified 7,600 displaced families in Tripoli.")))
        == 1
    )
    assert (
        len(find_flights(read(coder, "The agency fed 7,600 displaced families in Tripoli."))) == 0
    )


def test_who_reaches_several_towns_is_counted_once(coder: EnglishCoder) -> None:
    told = _coded(
        coder,
        "More than 9,100 people have fled Palma. Some 6,000 people have reached Nangade, Mueda and"
        " Montepuez on foot.",
    )
    assert all(claim.figures for claim in told)


def test_what_drove_some_out_is_no_event_of_its_own(coder: EnglishCoder) -> None:
    told = _coded(
        coder,
        "Shelling of Sheikh Maqsoud by the army has pushed 14,000 people into the rest of Aleppo,"
        " a relief committee said. Some 800 went back on Monday.",
    )
    assert {claim.sub_event_type for claim in told} == {SubEventType.DISPLACEMENT}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Some 6,700 people returned to Swat between 6 and 12 January.", 1),
        ("Some 900 families returned to Bor in May.", 1),
        ("Some 12,000 IDPs remain in Bangassou.", 1),
        ("A monitor estimates that there are up to 6,300 IDPs in Kachin.", 1),
        ("About 4,200 IDPs were still living in displacement in Slavonia.", 1),
        ("Some 300 delegates returned to Geneva in May.", 0),
        ("Some 12,000 IDPs need shelter in Bangassou.", 0),
        ("About 300 people returned to work in May.", 0),
    ],
)
def test_who_goes_home_to_a_place_by_name_is_displaced(
    coder: EnglishCoder, text: str, told: int
) -> None:
    assert len(find_flights(read(coder, text))) == told


def test_a_total_since_some_day_is_one(coder: EnglishCoder) -> None:
    text = (
        "Clashes in Donetsk have killed 340 people and displaced 12,000 since 4 October, it said."
    )
    assert len(_coded(coder, text)) == 1
    assert len(_coded(coder, text.replace("since", "on"))) == 2


def test_what_people_fled_is_no_event_beside_their_flight(coder: EnglishCoder) -> None:
    (claim,) = _coded(
        coder,
        "About 2,600 unregistered IDPs fled fighting between the army and rebels near Kodok"
        " between 4 and 9 October.",
    )
    assert claim.sub_event_type is SubEventType.DISPLACEMENT
    assert [figure.best for figure in claim.figures] == [2600]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("UN officials put the Lebanese displaced by the Israeli bombardment at 900,000.", 900000),
        ("In Kivu 5,200 households left their homes after the M23 shelled Kiwanja.", 5200),
        ("A quarter of a million Rwandans poured over the Rusumo bridge into Tanzania.", 250000),
        ("Some 2,200 residents have been allowed to return to their homes in Sirte.", 2200),
        ("About 4,000 families returned to Abyan province after the army took Zinjibar.", 4000),
    ],
)
def test_who_fled_is_told_of_their_flight(coder: EnglishCoder, text: str, number: int) -> None:
    fled = [
        figure.best
        for claim in _coded(coder, text)
        if claim.sub_event_type is SubEventType.DISPLACEMENT
        for figure in claim.figures
    ]
    assert fled == [number]


def test_who_took_the_place_is_told_apart_from_who_fled(coder: EnglishCoder) -> None:
    text = "About 4,000 families fled Rutshuru on Monday after the M23 seized the town."
    kinds = {claim.sub_event_type for claim in _coded(coder, text)}
    assert kinds == {SubEventType.DISPLACEMENT, SubEventType.NON_STATE_OVERTAKES}


@pytest.mark.parametrize(
    "text",
    [
        "Nearly 12,000 people poured into the arena to see the fight.",
        "Ten thousand Scots streamed into Wembley for the match.",
    ],
)
def test_a_crowd_has_not_fled(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == ()
