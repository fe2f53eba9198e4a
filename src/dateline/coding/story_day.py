"""The day a story was written: what its head prints beats what the feed says."""

from __future__ import annotations

import re
from datetime import date

from dateline.coding import calendar_days as days
from dateline.coding.document import Document
from dateline.coding.plain_text import plain
from dateline.coding.time_expressions import (
    FILE,
    Expression,
    day_number,
    expressions,
    month_number,
)
from dateline.knowledge.files import settings
from dateline.model import EventDate

_HEAD = 420
"""Characters at the start of a report in which a printed date or a dateline may stand."""

_SHORT_YEAR = re.compile(r"\s+(?P<year>\d\d)\b(?=\s*(?:$|[-\u2013(:\[]))")


def story_day(document: Document) -> EventDate | None:
    """Return the day the story was written, or None where neither its text nor its record tells.

    A dateline or full date printed at the head of the text beats ``report.published``; a dateline
    without a year ("BEIRUT, May 3") takes the year that brings it nearest to ``published``.
    ``span`` quotes the printed date, and is None where the day is the record's.
    """
    published = document.report.published
    head = plain(document.report.text[:_HEAD])
    printed = [s for s in document.sentences if s.start < _HEAD and s.kind == "dateline"]
    for found in expressions(head):
        inside = any(s.start <= found.start < s.end for s in printed)
        if not inside and not ("year" in found.parts and _is_heading(head, found)):
            continue
        if day := _day(head, found, published):
            return days.on_day(day).model_copy(update={"span": (found.start, found.end)})
    return days.on_day(published) if published else None


def _is_heading(head: str, found: Expression) -> bool:
    """True for a full date that opens the text, or follows "Published" or "Date of publication"."""
    before = head[: found.start].strip().lower()
    words = [word for word in re.findall(r"[a-z]+", before) if word not in {"on", "at", "of"}]
    if words and words[-1] not in settings(FILE)["publication"]:
        return False
    # "On 3 May 2020 gunmen ..." opens a sentence; "3 May 2020 Gunmen ..." is a heading.
    after = head[found.end : found.end + 20]
    return (bool(words) or not before) and not re.match(r",|\s[a-z](?!\w*:)", after)


def _day(head: str, found: Expression, published: date | None) -> date | None:
    parts = found.parts
    match found.shape:
        case "iso":
            return days.civil(int(parts["year"]), int(parts["month"]), int(parts["day"]))
        case "numeric":
            # Day and month swapped is a common fault of feeds, so the record decides nothing here.
            return days.numeric_day(parts["a"], parts["b"], parts["year"], None)
        case "date":
            month, number = month_number(parts["month"]), day_number(parts["day"])
            if "year" in parts:
                return days.civil(int(parts["year"]), month, number)
            if short := _SHORT_YEAR.match(head, found.end):
                return _short_year(int(short["year"]), month, number, published)
            return _nearest_year(month, number, published) if published else None
    return None


def _short_year(year: int, month: int, number: int, published: date | None) -> date | None:
    latest = published.year if published else date.today().year
    century = latest // 100 * 100
    full = century + year if century + year <= latest + 1 else century - 100 + year
    return days.civil(full, month, number)


def _nearest_year(month: int, number: int, published: date) -> date | None:
    candidates = [
        day
        for year in (published.year - 1, published.year, published.year + 1)
        if (day := days.civil(year, month, number))
    ]
    return min(candidates, key=lambda day: abs(day - published), default=None)
