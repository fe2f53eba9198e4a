"""Sources that a heading names alone: before a colon, or behind a dash or a colon at its end."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.attribution import find_speakers
from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.model import ActorKind, Report, Status


def speakers(text: str) -> list[str]:
    (document,) = parse([Report(id="r", text=text)])
    return [document.doc[one.first : one.last].text for one in find_speakers(document)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Shells hit Orikhiv, two dead - regional governor", "regional governor"),
        ("Rebels shell market in Ibb, six killed \u2013 state media", "state media"),
        ("Car bomb kills five in Khost \u2014 sources", "sources"),
        ("Four soldiers killed in Al-Bab air strike: governor", "governor"),
        ("Army kills nine militants in Tirah: ISPR", "ISPR"),
        ("Six killed in raid on Gwoza - residents", "residents"),
        ("Drone downed over Feodosia: Russian-installed mayor", "Russian-installed mayor"),
        ("Nine dead as boat bombed off Zuwara - Red Crescent", "Red Crescent"),
    ],
)
def test_who_stands_at_the_end_of_a_heading_says_it(text: str, who: str) -> None:
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels took the town of Kaga - a stronghold of the army.",
        "Gunmen killed two people in Beni: a soldier and a policeman.",
        "Rebels bombed the seat of power in Herat: the defence ministry.",
        "Gunmen kill general in Taiz - Yemen's army chief",
        "Blast in Mazar - dead and wounded",
        "Two men - a colonel and his driver - were shot dead.",
        "Gunmen kill six in Kano; army-police patrol hit",
    ],
)
def test_what_else_stands_there_says_nothing(text: str) -> None:
    assert speakers(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Shells hit Orikhiv, two civilians dead - city council", Status.ATTRIBUTED),
        ("Police: gunman kills three at bar in Patras", Status.ATTRIBUTED),
        ("Army kills nine militants in North Waziristan: ISPR", Status.CLAIMED),
    ],
)
def test_what_a_source_named_alone_tells_is_its_word(
    coder: EnglishCoder, text: str, status: Status
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2020, 5, 14))])
    assert [claim.status for claim in coded.claims] == [status]


def test_a_source_named_alone_is_no_party(coder: EnglishCoder) -> None:
    text = "Police: gunman kills three at bar in Patras"
    (coded,) = coder.code([Report(id="r", text=text, published=date(2020, 5, 14))])
    (claim,) = coded.claims
    assert "Police" not in [actor.mention for actor in (*claim.side_a, *claim.side_b)]


def test_an_army_named_alone_may_have_done_it(coder: EnglishCoder) -> None:
    text = "Ukraine's air force: 35 cruise missiles shot down over Kyiv in the night"
    (coded,) = coder.code([Report(id="r", text=text, published=date(2023, 5, 14))])
    (claim,) = coded.claims
    assert [actor.kind for actor in claim.side_a] == [ActorKind.STATE_FORCES]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "VOICE OF ZIMBABWE, 12 JUNE 1978: GUERRILLAS KILLED NINE SOLDIERS.",
            ["Voice of Zimbabwe"],
        ),
        ("TBILISI RADIO, 28 SEP: GUARDSMEN SEIZED POTI ON SUNDAY.", ["Tbilisi Radio"]),
        ("OMEGA FM, 16 NOV: YOUTHS BURN TYRES IN KAYA.", ["Omega FM"]),
        ("KAMPALA, MAY 3: REBELS KILLED FOUR PEASANTS.", []),
        ("SHELLING, 3 MAY: TUZLA WAS HIT.", []),
        ("RADIO, TELEVISION AND PRESS: ALL WERE SHUT DOWN BY TROOPS.", []),
    ],
)
def test_a_station_that_a_note_opens_with_says_it(text: str, who: list[str]) -> None:
    assert speakers(text) == who
