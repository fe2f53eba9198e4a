"""Datelines that are known by the day they print."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.document import parse
from dateline.coding.sentences import segment
from dateline.coding.story_day import story_day
from dateline.model import Report

LEAD = "Raiders killed two herders near the river yesterday."


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Srinagar, Nov 13:", date(2001, 11, 13)),
        ("Jaffna, Nov.13 :", date(2001, 11, 13)),
        ("San Pedro, 13 Nov 89 --", date(1989, 11, 13)),
        ("(Quibdo, November 13, 2001) \u2013", date(2001, 11, 13)),
        ("13 November 2001, Bunia:", date(2001, 11, 13)),
        ("Basra/13 Nov. 2001/", date(2001, 11, 13)),
        ("Nazran. November 13. INTERFAX -", date(2001, 11, 13)),
        ("Quetta, 13th November, 2001 (PPI):", date(2001, 11, 13)),
        ("SUKKUR, Nov. 13, 2001 -", date(2001, 11, 13)),
        ("Davao, Philippines, Tuesday Nov 13 --", date(2001, 11, 13)),
    ],
)
def test_a_dateline_in_any_case_is_known_by_its_day(line: str, day: date) -> None:
    report = Report(id="r", text=f"{line} {LEAD}", published=date(2001, 11, 15))
    document = next(iter(parse([report])))
    assert [sentence.kind for sentence in document.sentences] == ["dateline", "body"]
    written = story_day(document)
    assert written is not None
    assert written.start == day


@pytest.mark.parametrize(
    "text",
    [
        "Kandahar, Nov 13: Two policemen shot.\nZabul, Nov 14: A bridge blown up.",
        "On November 13, Malian troops shelled the town.",
        "Clashes in Bria, November 13: twelve people died.",
        "May 13 Brigade - Fighters of the group shelled the town.",
    ],
)
def test_entries_and_prose_have_no_dateline(text: str) -> None:
    _, pieces = segment(text)
    assert "dateline" not in [piece.kind for piece in pieces]


def _kinds(text: str) -> list[str]:
    return [sentence.kind for sentence in next(iter(parse([Report(id="r", text=text)]))).sentences]


def test_a_town_in_capitals_before_a_colon_is_a_dateline() -> None:
    assert _kinds(f"SUKKUR: {LEAD}") == ["dateline", "body"]


@pytest.mark.parametrize(
    "text",
    [
        # Lines of a list that each have their town, a report in capitals, and a town further down.
        f"SUKKUR: {LEAD}\n\nLARKANA: A bomb went off at a bus stand.",
        "SUKKUR: RAIDERS KILLED TWO HERDERS NEAR THE RIVER YESTERDAY.",
        f"{LEAD}\n\nSUKKUR: A bomb went off at a bus stand.",
    ],
)
def test_other_capitals_before_a_colon_are_none(text: str) -> None:
    assert "dateline" not in _kinds(text)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("CORK, Monday. --", date(1922, 8, 21)),
        ("Smyrna, Saturday night.\u2014", date(1922, 8, 19)),
        ("HONG KONG, Sunday morning -", date(1922, 8, 20)),
        ("SAIGON, Tuesday (Reuter) --", date(1922, 8, 22)),
        ("Buenos Aires, Thursday:", date(1922, 8, 17)),
    ],
)
def test_a_dateline_with_a_weekday_alone_is_of_the_last_such_day(line: str, day: date) -> None:
    report = Report(id="r", text=f"{line} {LEAD}", published=date(1922, 8, 22))
    document = next(iter(parse([report])))
    assert [sentence.kind for sentence in document.sentences] == ["dateline", "body"]
    written = story_day(document)
    assert written is not None
    assert written.start == day


def test_a_lead_that_a_dash_joins_to_its_dateline_begins_with_a_word_of_its_own() -> None:
    document = next(iter(parse([Report(id="r", text="CORK, Monday.\u2014Two men were shot.")])))
    assert document.doc[document.sentences[1].first].text == "Two"


@pytest.mark.parametrize(
    "line",
    [
        "(CLANDESTINE) RADIO UNITY IN SPANISH TO HONDURAS 0115 GMT 9 JUN 86 -- [TEXT]",
        "MANAGUA VOICE OF THE VALLEY IN SPANISH 1200 GMT 9 JUN 86 --",
        "Addis Ababa ENA in English 0816 GMT 9 Jun 86 -",
        "HAVANA TELE-REBELDE IN SPANISH 0000 GMT 9 JUN 86\n",
    ],
)
def test_a_monitored_station_its_hour_and_its_day_are_a_dateline(line: str) -> None:
    report = Report(id="r", text=f"{line} {LEAD}", published=date(1986, 6, 11))
    document = next(iter(parse([report])))
    assert [sentence.kind for sentence in document.sentences] == ["dateline", "body"]
    written = story_day(document)
    assert written is not None
    assert written.start == date(1986, 6, 9)


@pytest.mark.parametrize(
    "text",
    [
        "Hassan, Friday: nobody spoke. Two men were shot.\n",
        "Gunmen, Friday's dead among them, fled.",
        "On Beirut's green line, Monday - a day of mourning - passed quietly.",
        "RADIO UNITY IN SPANISH SAID AT 0115 GMT ON 9 JUNE 86 THAT TWO SOLDIERS DIED.",
    ],
)
def test_prose_with_weekdays_and_hours_has_no_dateline(text: str) -> None:
    assert "dateline" not in _kinds(text)


@pytest.mark.parametrize(
    "line",
    ["NEW DELHI, NOV. 13.", "SRINAGAR, Nov 13.", "IMPHAL, NOV. 13. (PTI)", "PORT BLAIR, 13 NOV."],
)
def test_a_town_in_capitals_and_its_day_may_end_in_a_stop(line: str) -> None:
    report = Report(id="r", text=f"{line} {LEAD}", published=date(2001, 11, 14))
    document = next(iter(parse([report])))
    assert [sentence.kind for sentence in document.sentences] == ["dateline", "body"]
    written = story_day(document)
    assert written is not None
    assert written.start == date(2001, 11, 13)


@pytest.mark.parametrize(
    "text",
    [
        "BAMA, NOV. 13. SIX GUERRILLAS WERE SHOT DEAD NEAR THE TOWN.",
        "Bama, 13 Nov. Six guerrillas were shot dead near the town.",
    ],
)
def test_the_day_of_an_entry_is_no_dateline(text: str) -> None:
    assert "dateline" not in _kinds(text)
