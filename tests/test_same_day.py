"""Hours told without their day are of the day on which something happened last."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.dates import find_dates
from dateline.coding.document import parse
from dateline.model import Report

WEDNESDAY = date(2013, 4, 17)

BOMBS = (
    "Two bombs went off in Boston on Monday and killed three people.\n\n"
    "Police closed off the street. The president promised justice on Tuesday.\n\n"
)


def told(text: str) -> dict[str, str]:
    documents = parse([Report(id="r", text=text, published=WEDNESDAY)])
    document = next(documents)
    found = {
        document.doc[mention.first : mention.last].text.lower(): str(mention.date.start)[5:]
        for mention in find_dates(document, WEDNESDAY)
    }
    documents.close()
    return found


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Hours after the blasts officers searched a flat in Revere.", "hours"),
        ("Minutes before the first explosion a man had shot a guard.", "minutes"),
        ("Within hours of the attack police arrested three men.", "within hours"),
        (
            "Almost at the same time a man blew himself up in Kuwait.",
            "almost at the same time",
        ),
        ("Hours later gunmen shot a guard in Cambridge.", "hours later"),
    ],
)
def test_an_hour_is_of_the_day_of_the_last_deed(text: str, time: str) -> None:
    assert told(BOMBS + text)[time] == "04-15"


def test_the_evening_is_that_of_the_day_told_last() -> None:
    assert told(BOMBS + "In the evening a gunman shot a guard.")["in the evening"] == "04-16"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("In the evening of 4 April a gunman had shot a guard.", "in the evening"),
        ("On 4 April a gunman shot a guard in the evening.", "in the evening"),
        ("On 4 April, hours before the attack, a gunman had shot a guard.", "hours"),
        ("At the same time the army said that it was calm.", "at the same time"),
        ("The talks will begin within hours.", "within hours"),
    ],
)
def test_an_hour_with_a_day_of_its_own_or_to_come_is_none(text: str, time: str) -> None:
    assert time not in told(BOMBS + text)


def test_an_hour_is_of_no_day_where_nothing_was_told() -> None:
    assert told("Hours after the blast officers searched a flat in Revere.") == {}


def test_that_day_is_not_the_one_of_a_clause_beside_it() -> None:
    lead = "The south retook Aden on Sunday from the troops who had entered it a day before. "
    assert told(lead + "Jets bombed a column that day.")["that day"] == "04-14"
    lead = "The southern forces retook Aden on Sunday. Loyal troops entered it a day before. "
    assert told(lead + "Jets bombed a column that day.")["that day"] == "04-13"
