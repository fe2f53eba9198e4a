"""Days counted from what the report has told before: the same night, stretches that go on."""

from __future__ import annotations

import pytest

from dates_told import dates


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("He fled in 2001. In December of that year they signed a truce.", "2001-12-01"),
        ("He fled in 2001. On 3 December of the same year they signed a truce.", "2001-12-03"),
        ("He fled in 1986. In March of the following year a mill blew up.", "1987-03-01"),
    ],
)
def test_year_told_before_is_that_of_a_month(text: str, start: str) -> None:
    assert dates(text)[-1][1] == start


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Ten people have died since dawn on Friday.", "2019-03-15"),
        ("Ten people have died since late on Wednesday.", "2019-03-13"),
        ("Ten people have died since dawn.", "2019-03-15"),
    ],
)
def test_hour_since_which_it_goes_on_is_of_the_day_told(text: str, start: str) -> None:
    (found,) = dates(text)
    assert found[1:3] == (start, "2019-03-15")


def test_earlier_counts_from_the_day_in_play() -> None:
    found = dates("A bomb hit the market on Tuesday. Two days earlier a mosque was hit.")
    assert [row[1] for row in found] == ["2019-03-12", "2019-03-10"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        # What is told last counts, a day, a month or a year.
        ("On Sunday rebels hit a bus. The next day they hit a mill.", "2019-03-11", "2019-03-11"),
        ("On Sunday rebels hit a bus. The next night they hit a mill.", "2019-03-11", "2019-03-11"),
        ("On Sunday rebels hit a bus. They hit a mill that evening.", "2019-03-10", "2019-03-10"),
        (
            "On Sunday rebels hit a bus. A letter of Monday praised it. A mill burned that night.",
            "2019-03-10",
            "2019-03-10",
        ),
        (
            "On Sunday rebels hit a bus. In a statement on Monday they denied it. They hit a mill "
            "the same day.",
            "2019-03-10",
            "2019-03-10",
        ),
        ("On Sunday rebels hit a bus. The day after, they hit a mill.", "2019-03-11", "2019-03-11"),
        ("On Sunday rebels hit a bus. They hit a mill a day after.", "2019-03-11", "2019-03-11"),
        ("In May 2010 a car blew up. Six months later, a mill did.", "2010-11-01", "2010-11-30"),
        ("In May 2010 a car blew up. The following month, a mill did.", "2010-06-01", "2010-06-30"),
        ("In May 2010 a car blew up. Two days later, a mill did.", "2010-05-01", "2010-05-31"),
        ("In 2010 a car blew up. The next day a mill did.", "2010-01-01", "2010-12-31"),
        ("In 2010 a car blew up. A mill did the day before.", "2019-03-14", "2019-03-14"),
        ("In 2010 a car blew up. The year before, a mill did.", "2009-01-01", "2009-12-31"),
        ("In 2010 a car blew up. The following year a mill did.", "2011-01-01", "2011-12-31"),
        ("In May 2010 a car blew up. That August, a mill did.", "2010-08-01", "2010-08-31"),
        ("In May 2010 a car blew up. The following March, a mill did.", "2011-03-01", "2011-03-31"),
        ("On 3 May 2010 cars blew up. Late that month, mills did.", "2010-05-21", "2010-05-31"),
        ("On 30 April 2010 a car blew up. A month later, a mill did.", "2010-05-01", "2010-05-31"),
        ("On 4 May 2010 a car blew up. The same week, a mill did.", "2010-05-03", "2010-05-09"),
        ("In the night of 3 to 4 May a car blew up. The next day a mill did.",)
        + ("2018-05-05",) * 2,
    ],
)
def test_counts_from_what_was_told_last(text: str, start: str, end: str) -> None:
    *_, last = dates(text)
    assert last[1:3] == (start, end)
    assert last[4] == "event"


@pytest.mark.parametrize(
    "text",
    [
        "On Thursday a car blew up. A week later, a mill did.",
        "A car blew up. The following day a mill did.",
        "A car blew up. The next day a mill did.",
        "Rain is due over the next day.",
    ],
)
def test_what_would_lie_ahead_is_not_counted(text: str) -> None:
    assert all(found[4] != "event" or found[0] == "Thursday" for found in dates(text))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "On June 22, 2014, a strike hit a market. Rebels entered the city on June 28.",
            "2014-06-28",
        ),
        ("On 3 May 2006 rebels attacked Bor. On 5 June the army retook it.", "2006-06-05"),
        ("On 3 May 2006 rebels attacked Bor. On 1 May they had burned a farm.", "2006-05-01"),
        # Another year's, or so near that the story tells it.
        ("The coup was on 12 September 2006. On 1 February soldiers shot a man.", "2019-02-01"),
        ("On 30 December 2018 rebels attacked Bor. On 5 January they left.", "2019-01-05"),
    ],
)
def test_a_day_soon_after_one_of_long_ago_is_of_its_year(text: str, start: str) -> None:
    assert dates(text)[-1][1] == start


def test_the_same_date_is_the_same_day() -> None:
    text = "Gunmen attacked a post on 4 March. On the same date a bomb went off."
    assert dates(text)[-1][1] == "2019-03-04"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "The shelling began on Monday and went on until Wednesday noon.",
            {("2019-03-11", "2019-03-13")},
        ),
        (
            "The fighting, which erupted on Monday and ended on Wednesday, cost ten lives.",
            {("2019-03-11", "2019-03-13")},
        ),
        # Two things, and one that goes on elsewhere.
        (
            "The siege began on Monday and talks ended on Wednesday.",
            {("2019-03-11", "2019-03-11"), ("2019-03-13", "2019-03-13")},
        ),
        (
            "Shelling began on Monday. The truce ended on Wednesday.",
            {("2019-03-11", "2019-03-11"), ("2019-03-13", "2019-03-13")},
        ),
    ],
)
def test_what_begins_and_ends_takes_all_days_between(text: str, days: set[tuple[str, str]]) -> None:
    assert {(start, end) for _, start, end, _, _ in dates(text)} == days


def test_the_same_day_reaches_further_back_than_the_day_before() -> None:
    text = (
        "Gunmen killed nine farmers on Wednesday. Some were old men. Nurses asked for blood. "
        "Shops stayed shut. The mayor wept. A bomb killed two policemen on the same day."
    )
    assert dates(text)[-1][:3] == ("the same day", "2019-03-13", "2019-03-13")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # however far back, and behind a year of history
        (
            "Rebels took the port on Tuesday. Ships left. Shops shut. It rained. Nobody came. "
            "Bread was dear. The bank was shut. The mill stood. A bus burned. Dogs barked. The "
            "same day two policemen were shot.",
            "2019-03-12",
        ),
        (
            "Rebels took the port on Tuesday. General Soro, who led a coup in 1999, was shot dead "
            "the same day.",
            "2019-03-12",
        ),
        ("Clashes have gone on since Monday. That day a mine killed two.", "2019-03-11"),
        (
            "Rebels took the port on 1 February. Ships left. Shops shut. It rained. Two days "
            "before, a mine killed five.",
            "2019-03-13",
        ),
        # nothing is counted from the day on which somebody spoke
        (
            "Rebels took the port on Tuesday. Ships left. Shops shut. It rained. The navy said on "
            "Thursday that it knew nothing. Two days before, a mine killed five.",
            "2019-03-10",
        ),
        (
            "Rebels took the port on Tuesday. Ships left. Shops shut. The navy said on Thursday "
            "that it knew nothing. That day shells fell on the mill.",
            "2019-03-14",
        ),
        (
            "Rebels took the port on Tuesday. Ships left. Shops shut. It rained. Two days before, "
            "a mine killed five.",
            "2019-03-10",
        ),
    ],
)
def test_what_counts_from_the_day_told_last_finds_it_some_sentences_back(
    text: str, day: str
) -> None:
    assert dates(text)[-1][1] == dates(text)[-1][2] == day


def test_a_stretch_of_fighting_ends_on_the_day_its_sentence_told() -> None:
    text = "Also on Tuesday, three days of clashes left 40 dead."
    assert dates(text)[-1][:3] == ("three days", "2019-03-10", "2019-03-12")
    text = "Also on Tuesday, six weeks of clashes ended."
    assert dates(text)[-1][2] == "2019-03-15"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Jets bombed the port on Saturday, Sunday and again on Monday.", ("03-09", "03-11")),
        ("Jets bombed the port on Sunday, on Monday and on Tuesday.", ("03-10", "03-12")),
        ("Jets bombed the port on Sunday, Monday, and Tuesday.", ("03-10", "03-12")),
        ("Tanks attacked the mill on 4, 5 and 7 March.", ("03-04", "03-07")),
        # neither of these is a list
        ("On Monday, Tuesday's raiders came back.", ("03-12", "03-12")),
        ("He was shot on Monday, Tuesday brought rain.", ("03-12", "03-12")),
        ("On Friday, 4 and 5 March were discussed.", ("03-04", "03-05")),
    ],
)
def test_a_list_of_days_is_all_of_them(text: str, days: tuple[str, str]) -> None:
    assert dates(text)[-1][1:3] == (f"2019-{days[0]}", f"2019-{days[1]}")


@pytest.mark.parametrize(
    ("told", "start"),
    [
        ("By Wednesday they had captured 11 villages.", "2019-03-10"),
        ("Doctors had counted 100 dead by the evening of 13 March.", "2019-03-10"),
        ("By noon on Wednesday they held the fort.", "2019-03-10"),
        ("Two men were killed by Wednesday's blast.", "2019-03-13"),
        ("He told them to leave by 13 March.", "2019-03-13"),
        ("Two men were shot on Wednesday by soldiers.", "2019-03-13"),
    ],
)
def test_what_was_done_by_a_day_was_done_from_the_day_told_before_on(told: str, start: str) -> None:
    assert dates("Rebels crossed the border on Sunday. " + told)[-1][1:3] == (start, "2019-03-13")
    assert dates("Rebels crossed the border in May. " + told)[-1][1:3] == ("2019-03-13",) * 2


def test_the_same_night_is_both_days_where_both_were_told() -> None:
    told = "Raiders burned a village in the night of Tuesday to Wednesday. "
    nights = ("The same night they shot four herders.", "That same night four herders died.")
    for night in nights:
        assert dates(told + night)[-1][1:3] == ("2019-03-12", "2019-03-13")
    assert dates("A mine killed two on Tuesday. " + nights[0])[-1][1:3] == ("2019-03-12",) * 2


@pytest.mark.parametrize(
    ("text", "quoted", "start", "end"),
    [
        ("Shells fell on the port through the night.", "the night", "2019-03-14", "2019-03-15"),
        ("Guns were heard all night long.", "all night long", "2019-03-14", "2019-03-15"),
        ("Troops repelled five raids in the past day.", "the past day", "2019-03-14", "2019-03-15"),
        ("Two died in the night to Wednesday.", "Wednesday", "2019-03-12", "2019-03-13"),
    ],
)
def test_a_night_and_a_past_day_are_two_days(text: str, quoted: str, start: str, end: str) -> None:
    assert dates(text)[-1][:3] == (quoted, start, end)


@pytest.mark.parametrize(
    ("text", "start", "end", "role"),
    [
        ("Earlier in the day a drone killed six.", "2019-03-13", "2019-03-13", "event"),
        ("Since then seven men have been kidnapped.", "2019-03-13", "2019-03-15", "since"),
        ("Seven men have been kidnapped since.", "2019-03-13", "2019-03-15", "since"),
    ],
)
def test_what_counts_from_the_day_told(text: str, start: str, end: str, role: str) -> None:
    """ "In the day" is the one just told of, and "since" lasts from it until now."""
    told = "Gunmen stormed a barracks on Wednesday. "
    assert [(row[1], row[2], row[4]) for row in dates(told + text)[1:]] == [(start, end, role)]


def test_a_night_that_goes_on_from_the_day_of_its_sentence() -> None:
    text = "Gunmen stormed the airport on Tuesday and fought through the night."
    assert dates(text)[-1][1:3] == ("2019-03-12", "2019-03-13")


def test_since_then_is_no_date_where_no_day_was_told() -> None:
    assert dates("Since then seven men have been kidnapped.") == []
