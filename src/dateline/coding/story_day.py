"""The day a story was written: what its head prints beats what the feed says."""

from __future__ import annotations

import re
from datetime import date

from dateline.coding import calendar_days as days
from dateline.coding.datelines import DAY_NAME, LABEL_LINE, MONTH
from dateline.coding.document import Document
from dateline.coding.plain_text import plain
from dateline.coding.syntax import Token
from dateline.coding.time_expressions import (
    FILE,
    Expression,
    day_number,
    expressions,
    month_number,
    weekday_number,
)
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import trigger_rows
from dateline.model import EventDate

_HEAD = 420
"""Characters at the start of a report in which a printed date or a dateline may stand."""

_GROUP = re.compile(r"\b(?P<day>[0-3]\d)\d{4}Z\s+(?P<month>[A-Z]{3})\s+(?P<year>\d\d)\b")
_SET_OFF = re.compile(
    r"(?:,|\(|[-\u2013\u2014])\s*(?:as of|on|issued|dated|updated|published)?\s*$", re.I
)
_OWN_LINE = re.compile(
    rf"(?<=\n)[ \t]*(?:{DAY_NAME},?[ \t]+)?(?:\d{{1,2}}[ \t]+{MONTH}|{MONTH}[ \t]+\d{{1,2}}),?"
    r"[ \t]+(?:19|20)\d\d[ \t]*(?=\n)"
)
"""A full date that is a line of its own."""
_RANGE = re.compile(rf"(?:{MONTH}|\d)\s*[-\u2013\u2014]\s*$")
"""How the first of two days ends before the last: "26 May-1 June 2021"."""
_PERIOD = re.compile(rf"\s*[-\u2013\u2014]\s*(?:\d{{1,2}}\s+{MONTH}|{MONTH}\s+\d{{1,2}})\b", re.I)
"""How the last of two days goes on behind the first."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of the verbs that make a sentence of a line."""

_SHORT_YEAR = re.compile(r"\s+(?P<year>\d\d)\b(?=\s*(?:$|[-\u2013(:\[]))")


def story_day(document: Document) -> EventDate | None:
    """Return the day the story was written, or None where neither its text nor its record tells.

    A dateline or full date printed at the head of the text beats ``report.published``; a dateline
    without a year ("BEIRUT, May 3") takes the year that brings it nearest to ``published``, one
    with a weekday alone ("BEIRUT, Monday") the last such day that is not after it.
    ``span`` quotes the printed date, and is None where the day is the record's.
    """
    published = document.report.published
    head = plain(document.report.text[:_HEAD])
    if (group := _GROUP.search(head)) and (sent := _sent(group, published)):
        return days.on_day(sent).model_copy(update={"span": group.span()})
    printed = [s for s in document.sentences if s.start < _HEAD and s.kind == "dateline"]
    for found in expressions(head):
        inside = any(s.start <= found.start < s.end for s in printed)
        dated = "year" in found.parts
        if inside and _PERIOD.match(head, found.end):
            continue  # "Week 27 August - 2 September", which looks like a dateline
        if not inside and not (
            dated and (_is_heading(head, found) or _closes_a_title(document, head, found))
        ):
            continue
        if day := _day(head, found, published) or (
            _last(found.parts["weekday"], published)
            if inside and found.shape == "weekday" and published
            else None
        ):
            return days.on_day(day).model_copy(update={"span": (found.start, found.end)})
    return days.on_day(published) if published else None


def _sent(group: re.Match[str], published: date | None) -> date | None:
    """The day of a cable's date-time group: "R 141530Z APR 86"."""
    month = group["month"].lower()
    if all(name[:3] != month for name in settings(FILE)["months"]):
        return None
    return _short_year(int(group["year"]), month_number(month), int(group["day"]), published)


def _closes_a_title(document: Document, head: str, found: Expression) -> bool:
    """True for a full date at the end of a title or a source that says nothing else.

    "Situation Report No. 41 (as of 12 May 2014)", "Radio Venceremos, 2 February 1983.", but neither
    a day under which a chronology tells what happened nor "the massacre of 12 May 2014".
    """
    if found.shape != "date":
        return False
    if len(_OWN_LINE.findall(document.report.text)) == 1 and _OWN_LINE.search(
        head, max(0, found.start - 1), min(len(head), found.end + 2)
    ):
        return True  # below a title, but above no entry of a chronology
    if not _SET_OFF.search(head[: found.start]) or _RANGE.search(head[: found.start]):
        return False
    if not re.match(r"\)?\s*(?:[.:;]|[-\u2013\u2014]\s|\n|$)", head[found.end :]):
        return False
    sentence = next(s for s in document.sentences if s.end > found.start)
    start = head.rfind("\n", 0, found.start) + 1
    return not LABEL_LINE.match(document.report.text, start) and not any(
        token.tag_ in _FINITE or _is_a_deed(token)
        for token in document.doc[sentence.first : sentence.last]
    )


def _is_a_deed(noun: Token) -> bool:
    """True for a noun that may give an event away: the day is then its own."""
    rows = trigger_rows().get(noun.lemma_.lower(), ()) if noun.pos_ in ("NOUN", "PROPN") else ()
    return any(row.pos == "N" and len(row.words) == 1 for row in rows)


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


def _last(weekday: str, published: date) -> date:
    return days.latest_weekday(weekday_number(weekday), published)


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
