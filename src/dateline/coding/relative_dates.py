"""Expressions that count from a day: "three days ago", "last week", "the past 24 hours".

Each function returns a date with its role, or None where the words give no date. They count from
the story's day, or from the day in play, which is the last one told of ("two days earlier").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dateline.coding import calendar_days as days
from dateline.coding.time_expressions import FILE, count_range, ordinal, weekday_number
from dateline.knowledge.files import settings
from dateline.model import DatePrecision, EventDate

Role = Literal["event", "since", "future", "age"]
Reading = tuple[EventDate, Role]
Parts = dict[str, str]

_ONE = timedelta(days=1)

SHORT = frozenset({"day", "night", "week", "weekend", "fortnight"})
"""Units too short to be counted from a month or a year: what they give lies in it, too."""

COUNTED_ON = frozenset({"previous", "prior", "following", "same", "that"})
"""With these a week, a month or a year counts from what was told last, where that was told."""


@dataclass(frozen=True, slots=True)
class Play:
    """The story's day, the day in play, and whether the text told of that day just before.

    Of what was told last often no more is known than its month or its year: that is ``precision``.
    ``span`` is what "the same night" means: both days where they were told.
    """

    story: date
    day: date
    told: bool
    precision: DatePrecision = DatePrecision.DAY
    span: EventDate | None = None

    def whole(self) -> EventDate:
        """Return the day in play, or the month or year in which it lies."""
        if self.precision is DatePrecision.MONTH:
            return days.in_month(self.day.year, self.day.month)
        if self.precision is DatePrecision.YEAR:
            return days.in_year(self.day.year)
        return days.on_day(self.day)


def counted(parts: Parts, play: Play) -> Reading | None:
    """Read "three days ago", "two days earlier", "a day after", "20 years since"."""
    story = play.story
    number = count_range(parts.get("count", "1"))
    if number is None:
        return None
    way, unit = parts["way"].lower(), parts["unit"].lower().rstrip("s")
    from_play = way not in {"ago", "back", "since"}
    origin = play.day if from_play else story
    sign = 1 if way == "later" or way.startswith("afterward") else -1
    low, high = number
    # "a day after the truce" dates the truce, which the main verb does not tell of.
    role: Role = "age" if way in {"after", "before"} else "event"
    if unit in {"hour", "minute", "moment"}:
        back = timedelta(days=high // 24) if unit == "hour" else timedelta(0)
        if way == "ago":
            return days.on_day(origin - back), role
        # "Hours later": on the day told of last.
        told = play.told and not play.span and play.precision is DatePrecision.DAY
        beside = way in {"later", "earlier", "afterwards", "afterward"} and told and not back
        return (days.on_day(origin), "event") if beside else None
    if sign > 0 and not play.told:
        return None  # "two days later" with nothing told before it
    when: EventDate
    vague = from_play and play.precision is not DatePrecision.DAY
    if vague and (unit in SHORT or (unit == "month" and play.precision is DatePrecision.YEAR)):
        when = play.whole()  # "in February 2004 ...; two days later"
    elif unit in {"day", "night"}:
        near, far = origin + sign * low * _ONE, origin + sign * high * _ONE
        first, last = min(near, far), max(near, far)
        when = days.on_day(first) if low == high else days.within_week(first, last)
    elif unit in {"week", "weekend", "fortnight"}:
        length = 14 if unit == "fortnight" else 7
        near, far = origin + sign * length * low * _ONE, origin + sign * length * high * _ONE
        slack = timedelta(days=3)
        when = days.within_week(min(near, far) - slack, min(max(near, far) + slack, story))
    elif unit == "month":
        first_month = days.in_month(
            *days.months_before(origin, -sign * (high if sign < 0 else low))
        )
        last_month = days.in_month(*days.months_before(origin, -sign * (low if sign < 0 else high)))
        when = first_month.model_copy(update={"end": last_month.end})
    else:
        scale = 10 if unit == "decade" else 1
        ends = sorted(origin.year + sign * scale * n for n in (low, high))
        if ends[0] < 1900 or ends[1] > 2100:
            return None
        when = days.in_year(*ends)
    return (when, role) if sign < 0 or when.start <= story else None


def anniversary(parts: Parts, story: date) -> Reading | None:
    """Read "the 20th anniversary", "a two-year anniversary": the year of what is remembered."""
    count = parts.get("count") or str(ordinal(parts["nth"]))
    return counted({"count": count, "unit": "year", "way": "ago"}, Play(story, story, told=False))


def period(parts: Parts, play: Play) -> Reading | None:
    """Read "last week", "earlier this month", "the previous day", "this morning"."""
    story = play.story
    way, unit = parts["way"].lower().split()[-1], parts["unit"].lower()
    edge = parts.get("edge", "").lower()
    if unit in {"morning", "afternoon", "evening", "night"} or unit == "day":
        if way in {"last", "this"} and unit != "day":
            return days.on_day(story - _ONE if way == "last" else story), "event"
        if unit == "day" and way == "next":
            return None
        shift = {"previous": -1, "prior": -1, "following": 1, "same": 0, "the": 0}.get(way)
        if shift is None or (shift == 1 and not play.told):
            return None
        if play.precision is not DatePrecision.DAY:
            return play.whole(), "event"
        if unit == "night" and play.span:
            return days.on_day(play.span.start, play.span.end), "event"
        return days.on_day(play.day + shift * _ONE), "event"
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(way, 0)
    if way in COUNTED_ON and play.told and unit in {"week", "month", "year"}:
        return _counted_on(step, unit, play, edge_of(edge))
    if way == "that":
        return None
    role: Role = "future" if step > 0 or edge == "later" else "event"
    if unit == "week":
        monday = days.monday_of(story) + timedelta(days=7 * step)
        sunday = monday + timedelta(days=6)
        if step == 0 and role == "event" and (story - monday).days < 2:
            # On a Monday "this week" has hardly begun and reaches back over the weekend.
            monday = story - timedelta(days=6)
        end = story if step == 0 and role == "event" else sunday
        return days.within_week(monday, end), role
    if unit == "weekend":
        saturday = days.latest_weekday(5, story)
        if step > 0 or (way == "this" and story.weekday() < 5):
            saturday = days.next_weekday(5, story)
            role = "future"
        elif step < 0 and story.weekday() > 4:
            saturday -= timedelta(days=7)
        return days.on_day(saturday, saturday + _ONE), role
    if unit == "month":
        year, month = days.months_before(story, -step)
        kind = edge_of(edge)
        when = days.part_of_month(year, month, kind) if kind else days.in_month(year, month)
    elif unit == "year":
        kind = edge_of(edge)
        year = story.year + step
        when = days.part_of_year(year, kind) if kind else days.in_year(year)
    else:
        return days.in_year(story.year + step), role
    if step == 0 and role == "event" and when.start <= story < when.end:
        when = when.model_copy(update={"end": story})
    return when, role


def month_on(month: int, bend: str, play: Play) -> int | None:
    """Return the year of "that November" and "the following March"; None where none was told."""
    if not play.told or play.day > play.story:
        return None
    later = month <= play.day.month and bend.endswith("following")
    return play.day.year + later


def year_told(said: str, play: Play) -> int | None:
    """Return the year of "this year", or of "that year" where one was told; None where none was."""
    if said in {"last", "this"}:
        return play.story.year - (said == "last")
    if not play.told or play.day > play.story:
        return None
    return play.day.year + said.endswith("following")


def _counted_on(step: int, unit: str, play: Play, edge: str) -> Reading:
    """Read "the following month", "the same week" behind a day, month or year just told."""
    when: EventDate
    vague = play.precision is not DatePrecision.DAY
    if vague and (unit == "week" or (unit == "month" and play.precision is DatePrecision.YEAR)):
        when = play.whole()
    elif unit == "week":
        monday = days.monday_of(play.day) + timedelta(days=7 * step)
        when = days.within_week(monday, monday + timedelta(days=6))
    elif unit == "month":
        month = days.months_before(play.day, -step)
        when = days.part_of_month(*month, edge) if edge else days.in_month(*month)
    else:
        year = play.day.year + step
        when = days.part_of_year(year, edge) if edge else days.in_year(year)
    return when, "event" if when.start <= play.story else "future"


def since_told(play: Play) -> Reading | None:
    """Read "since then": from the day, month or year in play on; None where none was told."""
    if not play.told or play.day > play.story:
        return None
    when = play.whole()
    return when.model_copy(update={"end": max(when.end, play.story)}), "since"


def weekdays(parts: Parts, story: date) -> Reading | None:
    """Read "three Fridays ago"."""
    counted = count_range(parts["count"])
    if counted is None or counted[0] != counted[1]:
        return None
    last = days.latest_weekday(weekday_number(parts["weekday"]), story - _ONE)
    return days.on_day(last - timedelta(days=7 * (counted[0] - 1))), "event"


def of_month(parts: Parts, year: int, month: int) -> EventDate | None:
    """Read "the first week of", "the last ten days of", "the third Sunday of" a month."""
    nth = -1 if parts["nth"] in {"last", "final", "closing"} else 1
    if parts["nth"] not in {"last", "final", "closing", "opening"}:
        nth = ordinal(parts["nth"])
    unit = parts["unit"]
    if unit.endswith("day") and unit != "day":
        day = days.weekday_of_month(year, month, weekday_number(unit), nth)
        return days.on_day(day) if day else None
    counted = count_range(parts["count"]) if "count" in parts else None
    unit = unit if unit == "days" else unit.rstrip("s")
    return days.count_of_month(year, month, nth, unit, counted[1] if counted else None)


def month_of(whose: str, play: Play) -> tuple[int, int]:
    """Return the year and month of "this month", "last month", "that month" and the like."""
    if "last" in whose or "previous" in whose:
        return days.months_before(play.story, 1)
    return days.months_before(play.day if "that" in whose or "same" in whose else play.story, 0)


def word(said: str, play: Play) -> Reading | None:
    """Read "yesterday", "overnight", "the day before"."""
    story = play.story
    key = re.sub(r"\s+", " ", said.lower())
    origin = play.day
    match key:
        case "today" | "tonight":
            return days.on_day(story), "event"
        case "yesterday":
            return days.on_day(story - _ONE), "event"
        case "tomorrow":
            return days.on_day(story + _ONE), "future"
        case "overnight":
            return days.on_day(story - _ONE, story), "event"
        case "the day before yesterday":
            return days.on_day(story - 2 * _ONE), "event"
        case "the day after tomorrow":
            return days.on_day(story + 2 * _ONE), "future"
    after = key == "the day after" or key.startswith("the next")
    if after and not play.told:
        # "The day after the truce" is that of the truce; "the next day" is none.
        return (days.on_day(origin + _ONE), "age") if key == "the day after" else None
    if play.precision is not DatePrecision.DAY:
        return play.whole(), "event"
    if key.endswith("night") and play.span:
        return days.on_day(play.span.start, play.span.end), "event"
    if after:
        return days.on_day(origin + _ONE), "event"
    back = 1 if "before" in key or "prior" in key or "previous" in key else 0
    return days.on_day(origin - back * _ONE), "event"


def stretch(parts: Parts, story: date) -> Reading | None:
    """Read "the past three days", "the last 24 hours", "in recent weeks", "the coming months"."""
    way, unit = parts["way"].lower(), parts["unit"].lower().rstrip("s")
    if way == "first":
        return None
    counted = count_range(parts["count"]) if "count" in parts else None
    if "count" in parts and counted is None:
        return None
    # Without a number: "the past month" is one, "the past days" and "recent weeks" are a few.
    plural = parts["unit"].lower().endswith("s")
    if counted is None and unit in {"day", "night"} and not plural:
        return days.on_day(story - _ONE, story), "event"  # the past day is the past 24 hours
    if counted is None:
        low = high = (
            1
            if not plural
            else {"hour": 1, "day": 7, "week": 4, "month": 3, "year": 3}.get(unit, 2)
        )
    else:
        low, high = counted
    future = way in {"next", "coming", "following"}
    role: Role = "future" if future else "event"
    length = high if low != high else low
    match unit:
        case "hour":
            back = _days_in_hours(length)
        case "day" | "night":
            back = length - 1
        case "week" | "weekend":
            back = 7 * length - 1
        case "fortnight":
            back = 14 * length - 1
        case "month":
            back = 30 * length
        case _:
            ends = sorted((story.year, story.year + (length if future else -length)))
            return (days.in_year(*ends), role) if ends[0] > 1900 and ends[1] <= 2100 else None
    span = timedelta(days=back)
    start, end = (story, story + span + _ONE) if future else (story - span, story)
    exact = unit == "hour" or (unit in {"day", "night"} and low == high and counted is not None)
    if exact:
        precision = DatePrecision.DAY
    else:
        precision = DatePrecision.MONTH if back > 21 else DatePrecision.WEEK
    return EventDate(start=start, end=end, precision=precision), role


def duration(parts: Parts, story: date) -> Reading | None:
    """Read "three days of fighting", "a two-day battle": time that ends at the story's day."""
    counted = count_range(parts["count"])
    if counted is None:
        return None
    low, high = counted
    unit = parts["unit"].lower()
    # What was taken "after three days of fighting" was taken on the last of them.
    before = parts.get("after") is not None
    role: Role = (
        "event"
        if parts["noun"].lower() in frozenset(settings(FILE)["durational"]) and not before
        else "age"
    )
    if unit == "hour":
        if high <= 12 or high % 12:
            return None
        return days.on_day(story - timedelta(days=_days_in_hours(high)), story), role
    length = high * {"week": 7, "month": 30}.get(unit, 1) + (unit == "night")
    start = story - timedelta(days=max(0, length - 1))
    if unit == "month":
        return EventDate(start=start, end=story, precision=DatePrecision.MONTH), role
    if unit != "week" and low == high:
        return days.on_day(start, story), role
    return days.within_week(start, story), role


def _days_in_hours(hours: int) -> int:
    """How many days back so many hours reach: 24 one, 48 two, 72 two, 96 three."""
    return min(hours // 24, max(2, hours // 24 - 1)) if hours > 12 else 0


def edge_of(word: str) -> str:
    """ "early", "mid" or "late" for the words that say which part of a month or year."""
    key = re.sub(r"\s+", " ", word)
    if key in {"early", "the beginning of", "the start of"}:
        return "early"
    if key in {"mid", "the middle of"}:
        return "mid"
    return "late" if key in {"late", "the end of"} else ""
