"""Weekdays that head the lines of a week's diary: each is not after the one below it.

A diary printed on a Monday begins with the Monday of the week before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from dateline.coding.datelines import DAY_NAME
from dateline.coding.document import Document
from dateline.coding.mentions import DateMention

FEWEST = 3
"""So many lines with a weekday at their head make a diary."""

A_WEEK = timedelta(days=7)

_HEAD = re.compile(
    rf"^(?:[-*\u2022\u2013]\s*)?(?P<day>{DAY_NAME})\b(?:\s+(?:morning|afternoon|evening|night))?"
    r"\s*(?:[:.]|\s[-\u2013\u2014]\s)",
    re.MULTILINE,
)


def in_their_week(document: Document, dates: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """Return the dates, the weekdays at the head of a diary's lines in the order of its days.

    Nothing is moved where the latest day stands first, or where they would be of two weeks.
    """
    starts = {one.start("day") for one in _HEAD.finditer(document.report.text)}
    heads = [
        at
        for at, mention in enumerate(dates)
        if mention.date.span is not None and mention.date.span[0] in starts
    ]
    days = [dates[at].date.start for at in heads]
    falls = sum(one > other for one, other in pairwise(days))
    if len(set(days)) < FEWEST or falls != 1:
        return tuple(dates)
    last = next(at for at, (one, other) in enumerate(pairwise(days)) if one > other)
    if days[-1] - (days[0] - A_WEEK) >= A_WEEK:
        return tuple(dates)  # two weeks
    found = list(dates)
    for at in heads[: last + 1]:
        when = dates[at].date
        moved = {"start": when.start - A_WEEK, "end": when.end - A_WEEK}
        found[at] = replace(dates[at], date=when.model_copy(update=moved))
    return tuple(found)
