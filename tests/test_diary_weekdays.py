"""Weekdays at the head of a diary's lines stand in the order of its days."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.dates import find_dates
from dateline.coding.document import parse
from dateline.coding.story_day import story_day
from dateline.model import Report

MONDAY = date(2007, 9, 3)


def days(text: str, published: date = MONDAY) -> list[str]:
    documents = parse([Report(id="r", text=text, published=published)])
    document = next(documents)
    story = story_day(document)
    assert story is not None
    found = [str(mention.date.start)[5:] for mention in find_dates(document, story.start)]
    documents.close()
    return found


LINES = (
    "{}: Gunmen shot dead a schoolteacher in Siraha.",
    "{}: A bomb wounded five people in Birgunj.",
    "{}: Police arrested eight men in Janakpur.",
)


@pytest.mark.parametrize(
    ("named", "told"),
    [
        (("Monday", "Thursday", "Saturday"), ["08-27", "08-30", "09-01"]),
        (("Sunday", "Friday", "Saturday"), ["08-26", "08-31", "09-01"]),
        # in order as they are, the latest first, and of two weeks
        (("Tuesday", "Thursday", "Monday"), ["08-28", "08-30", "09-03"]),
        (("Monday", "Saturday", "Thursday"), ["09-03", "09-01", "08-30"]),
        (("Tuesday", "Monday", "Sunday"), ["08-28", "09-03", "09-02"]),
    ],
)
def test_a_weekday_is_not_after_the_one_below_it(
    named: tuple[str, str, str], told: list[str]
) -> None:
    entries = [line.format(day) for line, day in zip(LINES, named, strict=True)]
    assert days("The week in the Terai.\n\n" + "\n\n".join(entries)) == told


def test_two_lines_with_a_weekday_are_no_diary() -> None:
    text = "The Terai.\n\nMonday: Gunmen shot a teacher.\n\nSaturday: Police arrested eight men."
    assert days(text) == ["09-03", "09-01"]


def test_the_first_day_of_a_period_is_no_dateline() -> None:
    text = (
        "Week 27 August - 2 September. Incidents in Sri Lanka.\n\n"
        "Wednesday: A mine killed three soldiers near Omanthai."
    )
    assert days(text)[-1] == "08-29"
