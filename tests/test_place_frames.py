"""A place that frames an event, or to which people move, gives way to where the event was."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


def _places(coder: EnglishCoder, text: str) -> list[str | None]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2023, 5, 12))])
    return [claim.place and claim.place.canonical for claim in coded.claims]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "In Deir ez-Zor, gunmen killed a Kurdish officer at Abu Kamal on Monday night.",
            "Abu Kamal",
        ),
        ("In Borno, a suicide bomber killed nine people at Konduga.", "Konduga"),
        ("In Aleppo, the army captured the city of Manbij on Friday.", "Manbij"),
        (
            "In Kirkuk, gunmen blew up a car in the Tuesday market of Daquq, killing five.",
            "Dāqūq",
        ),
        (
            "In Kunduz, 15 soldiers were killed in night raids on three posts in Dasht-e Archi "
            "district, an official said.",
            "Dasht-e Archī",
        ),
        # Where something was fired from is not where it hit.
        (
            "Ten rockets were fired from Gaza towards Ashkelon on Monday. No one was hurt.",
            "Ashkelon",
        ),
        ("M23 fired artillery from Kibumba in Congo at Sake on Sunday, killing a woman.", "Sake"),
        ("Soldiers fired from a post in Kibumba, Congo, on Sunday and killed a boy.", "Kibumba"),
        # A province behind its town says where that lies.
        ("Rebels attacked a base in Çınar, Diyarbakır, with a truck bomb, killing six.", "Çınar"),
        ("Gunmen in Uganda ambushed a lorry on the Gulu-Kitgum road, killing four.", "Gulu"),
        # So does what a district belongs to, whether or not that is better known.
        (
            "Insurgents ambushed an army patrol in the Deh Yak district of Ghazni, killing seven "
            "soldiers.",
            "Deh Yak",
        ),
        # No road is a town that sends a report and the one that it tells of.
        (
            "TBILISI - Tskhinvali came under heavy shelling on Friday, and at least 15 civilians "
            "were killed.",
            "Ts’khinvali",
        ),
        # Nor what one lies by, or in.
        ("A bomb killed two soldiers at Maiwand west of Kandahar on Wednesday.", "Maiwand"),
        ("A missile hit a depot at Derhachi near Kharkiv and wounded four.", "Derhachi"),
        (
            "A car bomb in Habibiyah neighbourhood in eastern Baghdad killed a civilian.",
            "Habibiyah",
        ),
        # what the crowd is about, where somebody is from or bound for, and another clause
        ("In Cali, police arrested two men wanted for a bombing in Buenaventura.", "Cali"),
        ("In Sanaa, thousands protested against air raids on Hodeidah.", "Sanaa"),
        ("In Mogadishu, gunmen shot dead an official from Baidoa on Sunday.", "Mogadishu"),
        ("In Quetta, a bomb killed three policemen who were bound for Mastung.", "Quetta"),
        (
            "In Goma, troops fired on a crowd near the airport, killing two, as rebels advanced on "
            "Sake.",
            "Goma",
        ),
        # A district right behind what lies in it, however the parser ties it.
        (
            "A rebel was killed in an encounter with troops at Kakopathar in Tinsukia district in "
            "the early hours of Friday.",
            "Kakopathar",
        ),
        ("In Sacaba, near Cochabamba, nine farmers were killed by troops on Friday.", "Sacaba"),
        ("Jets bombed a lorry in Nihm, northeast of Sanaa, on Sunday, killing four.", "Jabal Nihm"),
        ("Shells killed two in Masisi territory, west of Goma, on Monday.", "Masisi"),
        ("Gunmen shot two farmers dead in northern Iraq, near Mosul, on Sunday.", "Mosul"),
        # what is said to be a country's or province's
        ("A bomb killed three soldiers in Pakistan's Wana on Friday.", "Wana"),
    ],
)
def test_a_place_that_opens_a_sentence_frames_a_nearer_one(
    coder: EnglishCoder, text: str, place: str
) -> None:
    assert set(_places(coder, text)) == {place}


def test_where_others_go_is_not_where_it_was(coder: EnglishCoder) -> None:
    text = (
        "Militants seized Bama on Friday and troops withdrew to Konduga. The barracks were burnt "
        "and 12 soldiers killed."
    )
    assert set(_places(coder, text)) == {"Bama"}


def test_those_who_flee_leave_the_place_that_was_told_of(coder: EnglishCoder) -> None:
    text = (
        "Shells killed 12 people in El Fasher on Friday. Some 4,000 families have fled to Tawila."
    )
    assert "El Fasher" in _places(coder, text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A Dhaka court jailed a man for a bomb that killed three in Sylhet in 2005.", "Sylhet"),
        (
            "A court in Jakarta sentenced three men for bombings that killed 202 people in Bali.",
            "Bali",
        ),
        ("A judge in Cali was shot dead outside his home on Monday.", "Cali"),
        ("A court in Cairo was attacked by gunmen from Giza.", "Cairo"),
        ("Soldiers killed 13 gunmen and arrested four others in Guasave, Sinaloa.", "Guasave"),
    ],
)
def test_where_a_court_sits_is_not_where_it_was(coder: EnglishCoder, text: str, place: str) -> None:
    assert set(_places(coder, text)) == {place}


def test_a_place_may_frame_a_clause_behind_another(coder: EnglishCoder) -> None:
    text = (
        "A sniper killed one civilian in Homs on Monday, and in Latakia a mine wounded two "
        "soldiers near Kessab."
    )
    assert _places(coder, text) == ["Homs", "Kassab"]
    text = "In Donetsk, shells killed two women, and in Mariupol a mine killed a boy."
    assert _places(coder, text) == ["Donetsk", "Mariupol"]


def test_a_nearer_place_is_as_likely_as_the_one_that_frames_it(coder: EnglishCoder) -> None:
    text = (
        "Iran said that the bombing would not weaken its support for Baghdad.\n\nIn Mosul, "
        "counter-terrorism units retook the Amn district on the eastern side on Thursday."
    )
    assert _places(coder, text)[-1:] == ["Amn"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebel leader Jean Wenda, speaking from Goma, said his men had taken Kindu.", "Kindu"),
        (
            "In an interview given in Gbadolite, the general said that his troops had retaken "
            "Uvira.",
            "Uvira",
        ),
        # A near miss: a resident who speaks is where it was.
        ("A resident reached by telephone said troops had burned two houses in Goma.", "Goma"),
    ],
)
def test_where_a_speaker_is_met_is_not_where_it_was(
    coder: EnglishCoder, text: str, place: str
) -> None:
    assert _places(coder, text) == [place]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Police fired on a crowd of blacks in Langa outside Uitenhage on Thursday, the 25th "
            "anniversary of the Sharpeville massacre, and killed at least 19 people.",
            [("Langa", 2023)],
        ),
        (
            "On the tenth anniversary of the Lockerbie bombing, a bomb went off in Tripoli, "
            "killing two people.",
            [("Tripoli", 2023)],
        ),
        # What is told of the deed itself was then and there.
        (
            "Thousands attended the burial of 409 victims of the Srebrenica massacre on its 28th "
            "anniversary.",
            [("Srebrenica", 1995)],
        ),
        (
            "On the 100th anniversary of the Amritsar massacre, in which British troops killed "
            "379 people, crowds marched peacefully in Lahore.",
            [("Amritsar", 1923), ("Lahore", 2023)],
        ),
    ],
)
def test_what_is_remembered_lends_neither_place_nor_year(
    coder: EnglishCoder, text: str, told: list[tuple[str, int]]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2023, 5, 12))])
    found = {
        (claim.place.canonical, claim.date.start.year)
        for claim in coded.claims
        if claim.place and claim.date
    }
    assert found == set(told)
