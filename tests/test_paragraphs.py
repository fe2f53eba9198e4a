"""A day that an earlier paragraph tells is not that of what a new one tells without a day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report

SATURDAY = date(2019, 6, 15)


def _days(coder: EnglishCoder, text: str) -> dict[str, int]:
    """The first days, in June 2019, of the claims that a text makes, by place."""
    (coded,) = coder.code([Report(id="r", text=text, published=SATURDAY)])
    return {
        claim.place.name: claim.date.start.day
        for claim in coded.claims
        if claim.place and claim.date
    }


LEAD = "BAGHDAD, June 15 (Agency) - Iraqi troops entered the town of Hawija on Saturday.\n\n"


def test_new_paragraph_has_the_day_of_the_story(coder: EnglishCoder) -> None:
    days = _days(
        coder,
        LEAD + "In Kirkuk a car bomb killed four people on Tuesday.\n\n"
        "In Baquba gunmen shot dead a judge outside his house.",
    )
    assert (days["Kirkuk"], days["Baquba"]) == (11, 15)


def test_lines_broken_inside_sentences_part_no_paragraphs(coder: EnglishCoder) -> None:
    days = _days(
        coder,
        LEAD + "In Kirkuk a car bomb killed four\npeople on Tuesday.\n"
        "Gunmen shot dead a judge outside his\nhouse in Baquba.",
    )
    assert days["Kirkuk"] == days["Baquba"] == 11


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        # What goes on from there keeps it ...
        (
            LEAD + "On Wednesday a rocket killed a child in Kirkuk.\n\n"
            "Hours later gunmen attacked a police post in Baquba.",
            "Baquba",
            12,
        ),
        # ... and so does what stands under the day as under a heading ...
        (
            LEAD + "Monday: Gunmen attacked a checkpoint in Kirkuk.\n\nA bomb hit a bus in Baquba.",
            "Baquba",
            10,
        ),
        # ... behind a colon ...
        (
            LEAD + "The army reported these incidents on Thursday:\n\n"
            "- Gunmen abducted a trader in Baquba.",
            "Baquba",
            13,
        ),
        # ... or below the lead.
        (
            "BOGOTA - Guerrillas killed three soldiers near Arauca on Thursday, the army said.\n\n"
            "Gunmen shot dead a community leader in Tumaco.",
            "Tumaco",
            13,
        ),
    ],
)
def test_day_that_holds_on(coder: EnglishCoder, text: str, place: str, day: int) -> None:
    assert _days(coder, text)[place] == day


LIVE = (
    "Live: battle for Tripoli\n\n"
    "07:45 - A shell hit a clinic in Ain Zara on Thursday, killing two nurses.\n\n"
    "08.30am GMT - A rocket lands in Abu Salim. Three people are wounded.\n\n"
    "09:10 On Wednesday gunmen attacked a post in Gharyan.\n\n"
    "10:20\nA drone was shot down over Tajoura. Hours later a mortar bomb hit a house in Misrata."
)


def test_entries_of_a_live_page_keep_their_days(coder: EnglishCoder) -> None:
    days = _days(coder, LIVE)
    assert days["Ain Zara"] == 13
    assert days["Abu Salim"] == 15
    assert days["Gharyan"] == 12
    assert (days["Tajoura"], days["Misrata"]) == (15, 15)


def test_an_hour_in_prose_opens_no_entry(coder: EnglishCoder) -> None:
    text = (
        "At 08:15 on Thursday gunmen attacked a bank in Kunduz.\n\n"
        "12 soldiers died in Takhar when rebels overran a post."
    )
    assert _days(coder, text) == {"Kunduz": 13, "Takhar": 13}


TIMELINE = (
    "Burundi timeline\n\n"
    "1993 October - Soldiers assassinate a judge in Gitega.\n"
    "1996\n"
    "25 July - Rebels shell Bujumbura, killing nine people.\n"
    "2003\n"
    "July - Gunmen kill three nuns in Ngozi.\n"
    "A bomb kills two people at a bus station in Bururi.\n"
    "January 2004. Soldiers kill six civilians in Muyinga.\n"
    "In May 2004 raiders killed a doctor in Rutana."
)


@pytest.mark.parametrize("published", [date(2005, 1, 10), None])
def test_a_timeline_is_dated_by_its_headings(coder: EnglishCoder, published: date | None) -> None:
    """Each line has the day or month of its label, in the year of the heading above it."""
    (coded,) = coder.code([Report(id="r", text=TIMELINE, published=published)])
    assert {
        claim.place.name: (str(claim.date.start), str(claim.date.end))
        for claim in coded.claims
        if claim.place and claim.date
    } == {
        "Gitega": ("1993-10-01", "1993-10-31"),
        "Bujumbura": ("1996-07-25", "1996-07-25"),
        "Ngozi": ("2003-07-01", "2003-07-31"),
        "Bururi": ("2003-01-01", "2003-12-31"),
        "Muyinga": ("2004-01-01", "2004-01-31"),
        "Rutana": ("2004-05-01", "2004-05-31"),
    }


def test_a_year_in_prose_heads_nothing(coder: EnglishCoder) -> None:
    days = _days(
        coder,
        LEAD + "The war began in 2003.\n\nOn 12 June a bomb killed four people in Kirkuk.\n\n2019",
    )
    assert days["Kirkuk"] == 12


def test_a_report_without_a_day_guesses_none(coder: EnglishCoder) -> None:
    text = (
        "Gunmen shot dead a judge in Herat on Tuesday. A bomb killed two policemen in Farah in May."
    )
    (coded,) = coder.code([Report(id="r", text=text)])
    assert [claim.date for claim in coded.claims] == [None, None]
