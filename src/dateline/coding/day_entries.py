"""Days that head the lines of a diary or chronology: "Thursday 7 April. Two shells fell."

What stands under one day is told of another event than what stands under another. Of 841 pairs of
words under two days in reports coded for the project none tells of one event.
"""

from __future__ import annotations

import re

from dateline.coding.datelines import DAY, DAY_NAME
from dateline.coding.document import Document

FEWEST = 3
"""Lines with different days that make a diary: two may be a dateline and the lead below it."""

_HEAD = re.compile(
    rf"^(?:[-*\u2022\u2013]\s*)?(?P<day>{DAY}|{DAY_NAME})(?:,?\s*\d{{4}})?\s*"
    r"(?:[:.,]|\s[-\u2013\u2014|]|$)",
    re.MULTILINE,
)


def day_entries(document: Document) -> dict[int, str]:
    """Return the day that heads the line, or one before it, of each sentence, by its index.

    There are none where fewer than three days head a line.
    """
    # Asked for by each happening: kept with the parse.
    known: dict[int, str] | None = document.doc.user_data.get("day_entries")
    if known is None:
        known = document.doc.user_data["day_entries"] = _day_entries(document)
    return known


def _day_entries(document: Document) -> dict[int, str]:
    heads = [(one.start(), one["day"].lower()) for one in _HEAD.finditer(document.report.text)]
    if len({day for _, day in heads}) < FEWEST:
        return {}
    found: dict[int, str] = {}
    for sentence in document.sentences:
        before = [day for start, day in heads if start <= sentence.start]
        if before:
            found[sentence.index] = before[-1]
    return found
