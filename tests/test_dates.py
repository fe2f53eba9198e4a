"""Expressions of time: which days they mean against the story's, and what is none."""

from __future__ import annotations

import pytest

from dateline.coding.dates import find_dates
from dates_told import FRIDAY, dates, reading


@pytest.mark.parametrize(
    ("text", "quoted", "start", "end", "precision"),
    [
        ("Rebels shelled the port on Friday.", "Friday", "2019-03-15", "2019-03-15", "day"),
        ("Rebels shelled the port on Tuesday.", "Tuesday", "2019-03-12", "2019-03-12", "day"),
        (
            "The army killed 107 rebels on Tuesday 12 and Wednesday 13 March.",
            "Tuesday 12 and Wednesday 13 March",
            "2019-03-12",
            "2019-03-13",
            "day",
        ),
        (
            "Jets came on Tuesday and again on Wednesday.",
            "Tuesday and again on Wednesday",
            "2019-03-12",
            "2019-03-13",
            "day",
        ),
        # Lines of an incident list begin so.
        ("Mar 12: Gunmen killed two.", "Mar 12", "2019-03-12", "2019-03-12", "day"),
        ("12/03 Maradi: four killed.", "12/03", "2019-03-12", "2019-03-12", "day"),
        ("3/12: four killed.", "3/12", "2019-03-12", "2019-03-12", "day"),
        ("14/08 Maradi: four killed.", "14/08", "2018-08-14", "2018-08-14", "day"),
        ("They struck last Friday.", "last Friday", "2019-03-08", "2019-03-08", "day"),
        (
            "Troops left early Thursday morning.",
            "early Thursday morning",
            "2019-03-14",
            "2019-03-14",
            "day",
        ),
        ("Tuesdays strike killed ten.", "Tuesdays", "2019-03-12", "2019-03-12", "day"),
        ("He was shot today.", "today", "2019-03-15", "2019-03-15", "day"),
        ("He was shot yesterday.", "yesterday", "2019-03-14", "2019-03-14", "day"),
        ("Jets hit the town overnight.", "overnight", "2019-03-14", "2019-03-15", "day"),
        *[
            (f"Raiders killed ten {when}.", quoted, start, end, "day")
            for when, quoted, start, end in [
                (
                    "in the night from Tuesday to Wednesday",
                    "Tuesday to Wednesday",
                    "2019-03-12",
                    "2019-03-13",
                ),
                ("during the night of 12-13 March", "12-13 March", "2019-03-12", "2019-03-13"),
                ("in the night of 12 March", "12 March", "2019-03-12", "2019-03-12"),
                (
                    "overnight from Tuesday into Wednesday",
                    "Tuesday into Wednesday",
                    "2019-03-12",
                    "2019-03-13",
                ),
                (
                    "overnight into Wednesday",
                    "overnight into Wednesday",
                    "2019-03-12",
                    "2019-03-13",
                ),
                (
                    "on Friday and Saturday last week",
                    "Friday and Saturday last week",
                    "2019-03-08",
                    "2019-03-09",
                ),
                (
                    "from 29 December to 3 January 2018",
                    "29 December to 3 January 2018",
                    "2017-12-29",
                    "2018-01-03",
                ),
            ]
        ],
        (
            "Mines killed ten between April and June.",
            "April and June",
            "2018-04-01",
            "2018-06-30",
            "month",
        ),
        ("Jets hit the town last night.", "last night", "2019-03-14", "2019-03-14", "day"),
        (
            "It is 20 years since they died.",
            "20 years since",
            "1999-01-01",
            "1999-12-31",
            "year",
        ),
        (
            "They marked the tenth anniversary of the siege.",
            "tenth anniversary",
            "2009-01-01",
            "2009-12-31",
            "year",
        ),
        (
            "They marked the 25th anniversary of the siege.",
            "25th anniversary",
            "1994-01-01",
            "1994-12-31",
            "year",
        ),
        ("They died four days ago.", "four days ago", "2019-03-11", "2019-03-11", "day"),
        ("It fell last week.", "last week", "2019-03-04", "2019-03-10", "week"),
        ("It fell this week.", "this week", "2019-03-11", "2019-03-15", "week"),
        ("It fell last month.", "last month", "2019-02-01", "2019-02-28", "month"),
        ("It fell last year.", "last year", "2018-01-01", "2018-12-31", "year"),
        (
            "Ten died in the past three days.",
            "the past three days",
            "2019-03-13",
            "2019-03-15",
            "day",
        ),
        (
            "Ten died over the last 24 hours.",
            "the last 24 hours",
            "2019-03-14",
            "2019-03-15",
            "day",
        ),
        ("Ten died in recent days.", "recent days", "2019-03-09", "2019-03-15", "week"),
        ("It was taken on the 11th.", "the 11th", "2019-03-11", "2019-03-11", "day"),
        ("It was taken on the 29th.", "the 29th", None, None, ""),
        ("It was taken on 29 November.", "29 November", "2018-11-29", "2018-11-29", "day"),
        ("It was taken on Nov. 29, 2017.", "Nov. 29, 2017", "2017-11-29", "2017-11-29", "day"),
        ("It was taken on 2017-11-29.", "2017-11-29", "2017-11-29", "2017-11-29", "day"),
        ("It was taken on 03/04/2018.", "03/04/2018", "2018-04-03", "2018-04-03", "day"),
        ("It was taken on 11/29/2017.", "11/29/2017", "2017-11-29", "2017-11-29", "day"),
        ("It was taken in November 2015.", "November 2015", "2015-11-01", "2015-11-30", "month"),
        ("It was taken in 2013.", "2013", "2013-01-01", "2013-12-31", "year"),
        ("It was taken in early October.", "early October", "2018-10-01", "2018-10-10", "week"),
        ("It was taken in mid-October.", "mid-October", "2018-10-11", "2018-10-20", "week"),
        ("It was taken in late October.", "late October", "2018-10-21", "2018-10-31", "week"),
        ("It was a war of the 1980s.", "the 1980s", "1980-01-01", "1989-12-31", "year"),
        ("A truce held on Christmas Day.", "Christmas Day", "2018-12-25", "2018-12-25", "day"),
        (
            "They fought between 3 and 6 March.",
            "3 and 6 March",
            "2019-03-03",
            "2019-03-06",
            "day",
        ),
        (
            "Ten died from 6 March, 18:00, to 7 March, 22:00.",
            "6 March, 18:00, to 7 March",
            "2019-03-06",
            "2019-03-07",
            "day",
        ),
        ("They fought on 3-5 March.", "3-5 March", "2019-03-03", "2019-03-05", "day"),
        (
            "They fought from Monday to Wednesday.",
            "Monday to Wednesday",
            "2019-03-11",
            "2019-03-13",
            "day",
        ),
        (
            "Forty died in three days of fighting.",
            "three days",
            "2019-03-13",
            "2019-03-15",
            "day",
        ),
        ("They seized it in June.", "June", "2018-06-01", "2018-06-30", "month"),
        (
            "A truce was signed three years ago.",
            "three years ago",
            "2016-01-01",
            "2016-12-31",
            "year",
        ),
        ("They died over the weekend.", "the weekend", "2019-03-09", "2019-03-10", "day"),
        *(
            (f"Ten died in {said}.", said, start, end, precision)
            for said, start, end, precision in (
                ("the first week of March", "2019-03-01", "2019-03-07", "week"),
                ("the last week of February", "2019-02-22", "2019-02-28", "week"),
                ("the first two weeks of June 2018", "2018-06-01", "2018-06-14", "week"),
                ("the first days of March", "2019-03-01", "2019-03-10", "week"),
                ("the second half of February", "2019-02-16", "2019-02-28", "week"),
                ("the first ten days of the month", "2019-03-01", "2019-03-10", "week"),
                ("the first week of last month", "2019-02-01", "2019-02-07", "week"),
                ("the first weekend of March", "2019-03-02", "2019-03-03", "day"),
                ("the third Sunday of February", "2019-02-17", "2019-02-17", "day"),
                ("the last Friday of last month", "2019-02-22", "2019-02-22", "day"),
            )
        ),
        ("He left on the 5th of the month.", "the 5th of the month", *["2019-03-05"] * 2, "day"),
        ("He left on the 5th of last month.", "the 5th of last month", *["2019-02-05"] * 2, "day"),
        ("Ten died on Easter Sunday.", "Easter Sunday", "2018-04-01", "2018-04-01", "day"),
        ("Ten died on Easter Monday 2000.", "Easter Monday 2000", *["2000-04-24"] * 2, "day"),
        ("Ten died on Good Friday, 1998.", "Good Friday, 1998", "1998-04-10", "1998-04-10", "day"),
        ("They left a fortnight ago.", "a fortnight ago", "2019-02-26", "2019-03-04", "week"),
        ("Ten died three Fridays ago.", "three Fridays ago", "2019-02-22", "2019-02-22", "day"),
        ("Ten died on 3/4 March.", "3/4 March", "2019-03-03", "2019-03-04", "day"),
        ("They have shelled it since dawn.", "dawn", "2019-03-15", "2019-03-15", "day"),
        ("They came on the third Sunday of Lent.", "Sunday", None, None, ""),
        (
            "He was shot the day before yesterday.",
            "the day before yesterday",
            "2019-03-13",
            "2019-03-13",
            "day",
        ),
    ],
)
def test_time_expression_resolves_against_the_story(
    text: str, quoted: str, start: str | None, end: str | None, precision: str
) -> None:
    found = [row[:4] for row in dates(text)]
    if start is None:
        start = end = "2019-02-28"
        assert found == []  # February has no 29th in 2019
    else:
        assert found == [(quoted, start, end, precision)]


@pytest.mark.parametrize(
    "text",
    [
        "At least 2015 villagers fled the valley.",
        "The 7 October Brigade attacked the post.",
        "Lorries burned along the M4 highway.",
        "The army may march on the city.",
        "A 19-year-old man was shot.",
        "The ransom was 2014 dollars.",
        "Protests are held on Fridays.",
        "Flight 1988 was diverted.",
        "The Sunday Times reported it.",
        "Crowds recalled the 2006 Lebanon War.",
        "2011-2012 Bahraini protests: police fired tear gas.",
        "Fighting of the Chadian Civil War (2005-2010) went on.",
    ],
)
def test_what_is_no_date_stays_out(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("In May last year a mill blew up.", "2018-05-01", "2018-05-31"),
        ("In early May of last year a mill blew up.", "2018-05-01", "2018-05-10"),
        ("On 2 February last year a mill blew up.", "2018-02-02", "2018-02-02"),
        ("On February 2 last year a mill blew up.", "2018-02-02", "2018-02-02"),
        ("On February 2 this year a mill blew up.", "2019-02-02", "2019-02-02"),
    ],
)
def test_last_year_tells_the_year_of_a_month(text: str, start: str, end: str) -> None:
    assert [found[1:3] for found in dates(text)] == [(start, end)]


def test_numbers_of_brigades_are_no_days() -> None:
    assert not dates("Attacks of the 14th and 44th brigades failed.")
    assert dates("A mill blew up on the 14th and burned down.")


def test_line_of_a_list_may_have_a_comma_behind_its_day() -> None:
    found = dates("LOG\n01/03, Guma: a mill blew up.\n04/03, Gboko: a mill burned down.")
    assert [one[1] for one in found] == ["2019-03-01", "2019-03-04"]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Ten people have died since the rebel assault began on Sunday.", "2019-03-10"),
        ("Ten people have died since fighting broke out in early February.", "2019-02-01"),
        ("Ten people have died since it launched the raid on Sunday.", "2019-03-10"),
        ("Ten people had died since the rebels opened their offensive on Sunday.", "2019-03-10"),
    ],
)
def test_what_goes_on_since_something_began_lasts_to_the_story(text: str, start: str) -> None:
    ((_, first, last, _, role),) = dates(text)
    assert (first, last, role) == (start, "2019-03-15", "since")


@pytest.mark.parametrize(
    "text",
    [
        "The 2006 Mumbai train bombings killed 187 people.",
        "The 2006 Nalchik prison siege left ten people dead.",
        "The 2006 riots left ten people dead.",
        "They were held over the 2006 killings.",
        "In the 2006 McGuffin's Bar bombing ten people died.",
    ],
)
def test_a_year_in_the_name_of_a_deed_is_when(text: str) -> None:
    assert [found[1:3] for found in dates(text)] == [("2006-01-01", "2006-12-31")]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("In 2011 Libyan jets bombed the town.", ["2011"]),
        ("In the year 2012 Aleppo fell.", ["the year 2012"]),
        ("In the 1990s Chechen rebels fought.", ["the 1990s"]),
        ("The toll (2011-2012) rises.", ["2011-2012"]),
    ],
)
def test_a_year_beside_a_name_may_still_be_when(text: str, quoted: list[str]) -> None:
    assert [found[0] for found in dates(text)] == quoted


@pytest.mark.parametrize(
    ("text", "start", "role"),
    [
        ("The two sides will meet on Friday next week.", "2019-03-22", "future"),
        ("Elections are due to be held next Sunday.", "2019-03-17", "future"),
        ("The truce will begin on Monday.", "2019-03-18", "future"),
        ("A march is planned for 20 March.", "2019-03-20", "future"),
        ("Thousands have fled since 2014.", "2014-01-01", "since"),
        ("Ten have died since Wednesday.", "2019-03-13", "since"),
        ("They agreed on a three-day truce.", "2019-03-13", "age"),
        ("Guards shot him a day after the bombing.", "2019-03-14", "age"),
    ],
)
def test_role_tells_what_a_date_is_for(text: str, start: str, role: str) -> None:
    assert [(row[1], row[4]) for row in dates(text)] == [(start, role)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("In the 24 hours to Wednesday morning shells killed 9.", "2019-03-12", "2019-03-13"),
        ("Shells killed 30 in the three days to Tuesday.", "2019-03-10", "2019-03-12"),
        ("In the week to 10 March 2019 mines killed four.", "2019-03-04", "2019-03-10"),
        ("from Monday night until dawn on Wednesday", "2019-03-11", "2019-03-13"),
        ("from Monday noon to the early hours of Tuesday", "2019-03-11", "2019-03-12"),
    ],
)
def test_a_stretch_of_time_ends_on_the_day_it_is_told_to(text: str, start: str, end: str) -> None:
    assert [row[1:3] for row in dates(text)] == [(start, end)]


def test_since_runs_to_the_story() -> None:
    assert dates("Ten have died since Wednesday.")[0][1:3] == ("2019-03-13", "2019-03-15")


def test_tokens_cover_the_expression() -> None:
    document = reading("Rebels took the hill on Nov. 29, 2017, and left.")
    (mention,) = find_dates(document, FRIDAY)
    tokens = document.offsets(mention.first, mention.last)
    assert document.quote(tokens) == "Nov. 29, 2017"


def test_a_year_of_two_figures_behind_dashes() -> None:
    assert [row[1] for row in dates("03-Mar-12 Bor: two killed. 05-Nov-87 Bor: quiet.")] == [
        "2012-03-03",
        "1987-11-05",
    ]


def test_a_stretch_of_days_is_no_year() -> None:
    assert dates("Clashes went on, 8 Sept-20 Oct. at Bor.")[0][1:3] == ("2018-09-08", "2018-10-20")


def test_numbers_that_begin_no_list_are_no_day() -> None:
    assert dates("24/7 patrols went on.") == []
    assert dates("The vote was 12/03 against.") == []


def test_what_was_to_begin_lies_ahead() -> None:
    found = dates("A truce was to begin at dawn on Monday, a mediator said.")
    assert [(row[1], row[4]) for row in found] == [("2019-03-18", "future")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen fired on a bus on Friday, the 8th, killing two.", "2019-03-08"),
        ("Rebels raided Kasese on Sunday the 3rd and took nine boys.", "2019-03-03"),
        ("Rebels attacked on Monday, the 5th day of the siege.", "2019-03-11"),
    ],
)
def test_a_weekday_with_the_number_of_its_day_is_that_day(text: str, day: str) -> None:
    assert dates(text)[0][1:3] == (day, day)


def test_a_day_after_which_a_clause_follows_is_the_day() -> None:
    told = dates("Snipers shot three people early in the day after crowds gathered in Cairo.")
    assert [one[:3] for one in told] == [("early in the day", "2019-03-15", "2019-03-15")]
    told = dates("Snipers shot three people the day after crowds gathered in Cairo.")
    assert [one[4] for one in told] == ["age"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Police detained 70 people in Minsk, fewer than yesterday.", []),
        ("Raids have killed more people than last year.", []),
        ("Police detained 70 people in Minsk yesterday.", ["yesterday"]),
        ("More than 30 people died last year.", ["last year"]),
        # a building's name
        ("Clashes around the May 22 hospital left eight dead on Monday.", ["Monday"]),
        ("Soldiers closed the July 15 bridge on Monday.", ["Monday"]),
        ("The January 22 hospital bombing killed four.", ["January 22"]),
        ("On January 22 hospital staff were shot dead.", ["January 22"]),
    ],
)
def test_a_day_that_is_compared_or_a_name_is_no_date(text: str, quoted: list[str]) -> None:
    assert [one[0] for one in dates(text)] == quoted
