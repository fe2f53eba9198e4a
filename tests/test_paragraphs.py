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
        "In Baquba gunmen shot dead a judge outside\nhis house.",
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
            "In Tumaco gunmen shot dead a community leader.",
            "Tumaco",
            13,
        ),
    ],
)
def test_day_that_holds_on(coder: EnglishCoder, text: str, place: str, day: int) -> None:
    assert _days(coder, text)[place] == day
