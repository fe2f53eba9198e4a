"""Stretches that end on the day on which somebody told of them.

"Forty died in the past 48 hours, doctors said on Friday", printed on Saturday, are those of
Thursday and Friday.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.coding.day_in_play import is_of_speech
from dateline.coding.document import Document
from dateline.coding.mentions import DateMention
from dateline.model import DatePrecision

LONGEST = 7
"""So many days before the story's somebody may have told of a stretch."""

_STRETCH = re.compile(
    r"(?:the\s+)?(?:past|last|previous|preceding)\s+.*(?:hours?|days?|nights?)", re.I
)


def as_told(
    document: Document, dates: Sequence[DateMention], story: date | None
) -> tuple[DateMention, ...]:
    """Return the dates, the past hours and days as counted back from when they were told of."""
    found = list(dates)
    for at, mention in enumerate(dates):
        when = mention.date
        if when.span is None or when.end != story or when.precision is not DatePrecision.DAY:
            continue
        if mention.role != "event" or not _STRETCH.fullmatch(document.quote(when.span)):
            continue
        here = document.sentence_of[mention.head]
        spoken = next(
            (
                other.date.end
                for other in dates
                if document.sentence_of[other.head] == here
                and other.date.precision is DatePrecision.DAY
                and is_of_speech(document, other)
            ),
            story,
        )
        if 0 < (story - spoken).days <= LONGEST:
            back = story - spoken
            moved = {"start": when.start - back, "end": when.end - back}
            found[at] = replace(mention, date=when.model_copy(update=moved))
    return tuple(found)
