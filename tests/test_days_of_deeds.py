"""Days told by what happened on another: "two days after Varazdin fell"."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.coding.dates import find_dates
from dateline.coding.document import parse
from dateline.model import Claim, Report


def _coded(text: str, day: str) -> list[Claim]:
    (report,) = coder().code([Report(id="r", text=text, published=date.fromisoformat(day))])
    return list(report.claims)


def _day(text: str, printed: str, words: str) -> str:
    at = text.index(words)
    told = next(one for one in _coded(text, printed) if any(a <= at < b for a, b in one.evidence))
    assert told.date is not None
    return f"{told.date.start}" + ("" if told.date.start == told.date.end else f"..{told.date.end}")


@pytest.mark.parametrize(
    ("printed", "text", "words", "day"),
    [
        (
            "1991-09-20",
            "Croatian forces captured Varazdin on Sunday. Three days after Varazdin fell, jets"
            " bombed a television tower.",
            "bombed", "1991-09-18",
        ),
        (
            "2004-03-20",
            "Guerrillas raided Gulu on 10 March and killed nine villagers. The day after the raid,"
            " soldiers shot four suspects in Kitgum.",
            "soldiers shot", "2004-03-11",
        ),
        (
            "2004-03-20",
            "Guerrillas raided Gulu on 10 March and killed nine villagers. Three days before the"
            " raid a mine had wounded two farmers near Lira.",
            "a mine had", "2004-03-07",
        ),
        (
            "1995-07-15",
            "Bosnian Serb forces took Srebrenica on Tuesday. Two days after the town fell, they"
            " began shelling Zepa, wounding three soldiers.",
            "began shelling", "1995-07-13",
        ),
        (
            "2016-10-27",
            "The deaths came a day after the agency said 22 children had been killed in air strikes"
            " on a school in Idlib.",
            "had been killed", "2016-10-26",
        ),
        # nothing says when that other was
        (
            "2012-08-20",
            "A car bomb hit Jableh two weeks after the ceasefire.",
            "car bomb", "2012-08-20",
        ),
        (
            "2007-12-12",
            "Teams dug in the rubble of the offices in Algiers on Wednesday, a day after two car"
            " bombs killed dozens of people.",
            "bombs killed", "2007-12-11",
        ),
        (
            "1999-06-20",
            "NATO troops entered Pristina on Saturday, two days after the army agreed to withdraw.",
            "entered Pristina", "1999-06-19",
        ),
    ],
)  # fmt: skip
def test_a_day_is_counted_from_what_was_told_before(
    printed: str, text: str, words: str, day: str
) -> None:
    assert _day(text, printed, words) == day


def test_what_a_day_is_counted_from_is_not_told_again() -> None:
    text = (
        "Croatian forces captured Varazdin on Sunday. Three days after Varazdin fell, jets bombed"
        " a television tower."
    )
    claims = _coded(text, "1991-09-20")
    assert [str(one.date.start) for one in claims if one.date] == ["1991-09-15", "1991-09-18"]


@pytest.mark.parametrize(
    ("printed", "text", "days"),
    [
        # who speaks of a deed does so on a day that nothing else was done on
        (
            "1978-05-06",
            "Troops stormed Cassinga on 4 May. Angola said yesterday that 600 had been killed. They"
            " struck Chetequera the same day.",
            ["1978-05-04", "1978-05-05", "1978-05-04"],
        ),
        (
            "1978-05-09",
            "The army said on Monday it had killed five rebels. A day earlier two guards died.",
            ["1978-05-08", "1978-05-07"],
        ),
    ],
)
def test_days_are_read(printed: str, text: str, days: list[str]) -> None:
    day = date.fromisoformat(printed)
    (document,) = parse([Report(id="r", text=text, published=day)])
    assert [str(one.date.start) for one in find_dates(document, day)] == days


def test_deaths_since_a_day_on_which_something_happened_last_until_now() -> None:
    text = "At least 36 people have died in Bangui since Saturday, when a driver was murdered."
    assert _day(text, "2015-09-30", "have died") == "2015-09-26..2015-09-30"


def test_a_weekend_when_something_happened_is_two_days() -> None:
    text = "Some 17 people died in the camp at the weekend when a mosque was shelled."
    assert _day(text, "1985-06-17", "people died") == "1985-06-15..1985-06-16"


@pytest.mark.parametrize(
    ("turn", "day"),
    [
        ("In the extreme south-west, guerrillas ambushed a convoy near Mokpo", "1950-09-28"),
        ("On the southern front, guerrillas ambushed a convoy near Mokpo", "1950-09-28"),
        ("They shelled the town again", "1950-09-26"),
    ],
)
def test_a_turn_to_another_front_leaves_the_day_told_before(turn: str, day: str) -> None:
    text = f"Marines attacked an army column near Osan on Tuesday. {turn}, killing nine soldiers."
    assert _day(text, "1950-09-28", turn.split()[-3]) == day
