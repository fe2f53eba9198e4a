"""Time expressions in a row that tell of one stretch of days: "from Monday to Wednesday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.coding import calendar_days as days
from dateline.coding.mentions import DateMention
from dateline.coding.time_expressions import Expression
from dateline.model import DatePrecision, EventDate

_ONE = timedelta(days=1)
_RANGE = re.compile(
    r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]?\d\d(?:\s*(?:hrs|hours|h|gmt|utc|[ap]\.?m\.?))?)?"
    r"\s*(?:,?\s*\b(?:to|into|until|till|through)\b|-|\u2013|\u2014)\s*"
    r"(?:(?:early|late|dawn|daybreak|noon|midday|midnight|dusk|sunset|nightfall"
    r"|the\s+(?:(?:early|small)\s+hours|morning|afternoon|evening|night)(?:\s+of)?)\s+)?"
    r"(?:on\s+|the\s+)?",
    re.I,
)
_AND = re.compile(r"\s+and\s+(?:again\s+)?(?:on\s+)?", re.I)
_COMMA = re.compile(r"\s*,\s*(?:on\s+)?")
_GOES_ON = re.compile(
    r"\s*(?:,\s*(?:and\s+)?|and\s+)(?:again\s+|also\s+)?(?:on\s+)?(?:early\s+|late\s+)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d)",
    re.I,
)
"""How a list of days goes on behind one of them: "on Saturday, Sunday and again on Monday"."""
_NUMBERS = re.compile(r"\bon\s+(?:the\s+)?(?P<day>\d{1,2})(?:,\s*\d{1,2})*,\s*$", re.I)
"""Days' numbers before the last two, whose month is told: "on 4, 5 and 7 September"."""
_NUMBER = re.compile(r"\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?=\s+(?:and|to)\s)", re.I)
"""The day's number behind a weekday whose month is told later: "Monday 15 and Tuesday 16 May"."""
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)


def lengthened(
    text: str, before: DateMention, after: DateMention, expression: Expression
) -> DateMention | None:
    """Join "in the 24 hours" and "to Monday morning" into the days that end on that one."""
    if before.date.span is None or after.role != "event":
        return None
    gap = text[before.date.span[1] : expression.start]
    if not _RANGE.fullmatch(gap) or after.date.precision is not DatePrecision.DAY:
        return None
    start = after.date.start - (before.date.end - before.date.start)
    span = (before.date.span[0], expression.end)
    when = before.date.model_copy(update={"start": start, "end": after.date.end, "span": span})
    return DateMention(before.first, after.last, when, "event")


def joined_days(
    text: str, before: DateMention, after: DateMention, expression: Expression
) -> DateMention | None:
    """Join "from Monday" and "to Wednesday", or "Monday" and "Tuesday", into one date."""
    if before.date.span is None or after.role == "since" or before.role in {"age", "since"}:
        return None
    gap = text[before.date.span[1] : expression.start]
    start, end = before.date.start, after.date.end
    if (numbered := _NUMBER.match(gap)) and before.date.precision is DatePrecision.DAY:
        told = days.civil(end.year, end.month, int(numbered["day"]))
        if told is None or told > end:
            return None
        start, gap = told, gap[numbered.end() :]
    listed = "," in text[slice(*before.date.span)]
    if _COMMA.fullmatch(gap):
        one_day = before.date.precision is DatePrecision.DAY
        if (
            not one_day
            or (end - before.date.end).days != 1
            or not _GOES_ON.match(text, expression.end)
        ):
            return None
    elif _AND.fullmatch(gap) or (listed and _AND.fullmatch(gap.removeprefix(","))):
        opened = before.date.span[0]
        between = _BETWEEN.search(text, max(0, opened - 12), opened)
        apart = (after.date.start - (start if numbered else before.date.end)).days
        beside = apart == 1 or ("week" in expression.parts and apart % 7 == 1)
        if not between and not beside:
            return None
    elif not _RANGE.fullmatch(gap):
        return None
    if before.date.precision != after.date.precision:
        return None
    if "into" in gap and text[slice(*before.date.span)].lower() == "overnight":
        start = end - _ONE  # "overnight into Friday"
    elif expression.parts.get("week"):
        start = days.latest_weekday(start.weekday(), end)  # "Friday and Saturday last week"
    elif start > end and (start - end).days < 7:
        start -= timedelta(days=7)
    elif start > end and "year" in expression.parts:
        start = _in_year_of(start, end, text[slice(*before.date.span)])
    if start > end:
        return None
    span = (before.date.span[0], expression.end)
    when = EventDate(start=start, end=end, precision=after.date.precision, span=span)
    return DateMention(before.first, after.last, when, after.role)


def from_first_number(text: str, mention: DateMention, start: int) -> DateMention:
    """Return a date of two days' numbers from the first on of those listed before them."""
    told = mention.date
    listed = _NUMBERS.search(text, max(0, start - 24), start)
    if listed is None or told.precision is not DatePrecision.DAY:
        return mention
    first = days.civil(told.end.year, told.end.month, int(listed["day"]))
    if first is None or first >= told.start:
        return mention
    return replace(mention, date=told.model_copy(update={"start": first}))


def _in_year_of(start: date, end: date, told: str) -> date:
    """Move a day told without a year to the year of the day that ends its stretch, or before it."""
    if re.search(r"\d{4}", told):
        return start
    years = (end.year, end.year - 1)
    moved = (days.civil(year, start.month, start.day) for year in years)
    return next((day for day in moved if day and day <= end), start)
