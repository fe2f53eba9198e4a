"""Arithmetic on civil days as news counts them: latest weekdays, weeks from Monday, months."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from dateline.model import DatePrecision, EventDate

# How far ahead of the story a date without a year may lie before it is read as last year's.
_AHEAD = timedelta(days=30)
_FAR_AHEAD = timedelta(days=300)
_MONTHS = 12
_SHORT_HEAD = re.compile(r"^\W*(\d{1,2})[-/](\d{1,2})[-/]\d\d(?!\d)", re.MULTILINE)
"""How other lines begin that give their year in two figures."""


def on_day(first: date, last: date | None = None) -> EventDate:
    """Return the date of something that happened on that day, or from that day to the last."""
    return EventDate(start=first, end=last or first, precision=DatePrecision.DAY)


def within_week(first: date, last: date) -> EventDate:
    """Return a date known to some days between the first and the last, both included."""
    return EventDate(start=first, end=last, precision=DatePrecision.WEEK)


def in_month(year: int, month: int) -> EventDate:
    """Return the date of something that happened at some time in that month."""
    return EventDate(
        start=date(year, month, 1),
        end=date(year, month, monthrange(year, month)[1]),
        precision=DatePrecision.MONTH,
    )


def in_year(first: int, last: int | None = None) -> EventDate:
    """Return the date of something that happened at some time in that year, or those years."""
    return EventDate(
        start=date(first, 1, 1), end=date(last or first, 12, 31), precision=DatePrecision.YEAR
    )


def part_of_month(year: int, month: int, edge: str) -> EventDate:
    """Return the "early" (1 to 10), "mid" (11 to 20) or "late" (21 on) part of a month."""
    whole = in_month(year, month)
    if edge == "early":
        return within_week(whole.start, whole.start.replace(day=10))
    if edge == "mid":
        return within_week(whole.start.replace(day=11), whole.start.replace(day=20))
    return within_week(whole.start.replace(day=21), whole.end)


def count_of_month(
    year: int, month: int, nth: int, unit: str, count: int | None = None
) -> EventDate | None:
    """Return the "first week", "last ten days", "second half" or "third weekend" of a month.

    ``nth`` counts from 1, or is -1 for the last. "The first days" are the early part of the month.
    """
    whole = in_month(year, month)
    length = whole.end.day
    if unit == "weekend":
        saturday = weekday_of_month(year, month, 5, nth)
        return on_day(saturday, saturday + timedelta(days=1)) if saturday else None
    if unit == "days" and count is None:
        return part_of_month(year, month, "late" if nth < 0 else "early")
    size = {"week": 7, "fortnight": 14, "half": 15}.get(unit, 1) * (count or 1)
    first = (nth - 1) * size + 1 if nth > 0 else length - size + 1
    last = first + size - 1
    if unit == "half" and nth != 1:
        first, last = 16, length
    if not 1 <= first <= length:
        return None
    start, end = whole.start.replace(day=first), whole.start.replace(day=min(last, length))
    return on_day(start) if start == end else within_week(start, end)


def weekday_of_month(year: int, month: int, weekday: int, nth: int) -> date | None:
    """Return the first (1), second ... or last (-1) such weekday of a month, or None."""
    whole = in_month(year, month)
    if nth < 0:
        return latest_weekday(weekday, whole.end)
    return civil(year, month, (weekday - whole.start.weekday()) % 7 + 1 + 7 * (nth - 1))


def part_of_year(year: int, edge: str) -> EventDate:
    """Return the "early", "mid" or "late" third of a year."""
    first, last = {"early": (1, 4), "mid": (5, 8)}.get(edge, (9, 12))
    return EventDate(
        start=date(year, first, 1),
        end=date(year, last, monthrange(year, last)[1]),
        precision=DatePrecision.YEAR,
    )


def civil(year: int, month: int, day: int) -> date | None:
    """Return that day, or None where the calendar has no such day."""
    if not (1 <= month <= 12 and 1900 <= year <= 2100):
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def latest_weekday(weekday: int, story: date) -> date:
    """Return the latest such weekday (Monday is 0) not after the story's day."""
    return story - timedelta(days=(story.weekday() - weekday) % 7)


def next_weekday(weekday: int, story: date) -> date:
    """Return the first such weekday after the story's day."""
    return story + timedelta(days=(weekday - story.weekday() - 1) % 7 + 1)


def monday_of(day: date) -> date:
    """Return the Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def latest_day_and_month(month: int, day: int, story: date, *, future: bool = False) -> date | None:
    """Return the day and month in the year the story means.

    That is the latest such day not after the story, unless the sentence looks ahead, or the next
    one is within a month, so that the latest lies nearly a year back.
    """
    past = civil(story.year, month, day)
    if past is None or past > story:
        past = civil(story.year - 1, month, day) or past
    ahead = civil(story.year, month, day)
    if ahead is None or ahead <= story:
        ahead = civil(story.year + 1, month, day)
    if ahead and past != story and ahead - story <= (_FAR_AHEAD if future else _AHEAD):
        return ahead
    return past


def latest_month(month: int, story: date, *, future: bool = False) -> tuple[int, int]:
    """Return the year and month of the latest such month begun by the story's day, or the next."""
    if future:
        return (story.year + (month < story.month), month)
    return (story.year - (month > story.month), month)


def easter(year: int) -> date:
    """Return Easter Sunday of the western churches."""
    # The anonymous Gregorian algorithm, as printed by Meeus.
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def months_before(story: date, months: int) -> tuple[int, int]:
    """Return the year and month that lie so many months before the story's day."""
    at = story.year * 12 + story.month - 1 - months
    return at // 12, at % 12 + 1


def numeric_day(a: str, b: str, year: str, story: date | None) -> date | None:
    """Return the day of "17/08/2016" or "8/17/2016".

    Day first, unless the calendar or the story's day says otherwise: "03/04/2016" in a story of
    5 March 2016 is 4 March.
    """
    british = civil(int(year), int(b), int(a))
    american = civil(int(year), int(a), int(b))
    if british and american and story and british > story >= american:
        return american
    return british or american


def short_day(parts: Mapping[str, str], text: str, story: date) -> date | None:
    """Return the day of "29.08.97" at the head of a line; one after the story is none.

    Full stops stand behind the day; of "05/08/97" other lines tell what comes first.
    """
    a, b, year = parts["a"], parts["b"], int(parts["year"])
    heads = [tuple(map(int, one)) for one in _SHORT_HEAD.findall(text)]
    british = parts["mark"] == "." or any(first > _MONTHS for first, _ in heads)
    if not british and any(second > _MONTHS for _, second in heads):
        day = civil(year, int(a), int(b))
    elif british:
        day = civil(year, int(b), int(a))
    else:
        day = numeric_day(a, b, parts["year"], story)
    return day if day and day <= story else None


def listed_day(a: str, b: str, story: date) -> date | None:
    """Return the day of "17/08" or "8/17", the latest such day not after the story."""
    day = numeric_day(a, b, str(story.year), story)
    return day if day and day <= story else numeric_day(a, b, str(story.year - 1), None)
