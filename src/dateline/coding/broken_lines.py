"""Whether a page broke a line for want of room, or each line is an item of its own.

Tables of incidents, live pages and lists of headlines print one item a line, often without a stop.
Their lines open alike, with a day, an hour or a place and a colon, or not one of them goes on in
small letters; a line that was broken does so at whatever word had no room left.
"""

from __future__ import annotations

import re

from dateline.coding.datelines import DAY

_MARK = r"[ \t]*(?:[-*\u2022\u25cf\u25aa\u2013]\s*)?"
_HOUR = r"\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\b\.?"
_OPENINGS = (
    re.compile(rf"{_MARK}[\[(]?(?:{DAY})\b"),
    re.compile(rf"{_MARK}[\[(]?(?:{_HOUR})(?=\W)"),
    re.compile(
        rf"{_MARK}(?:\d{{1,2}}[/.]\d{{1,2}}(?:[/.]\d{{2,4}})?|\d{{4}}-\d\d-\d\d"
        r"|\d{1,2}-(?:\d{1,2}|[A-Za-z]{3,9})-\d{2,4})(?=[\s:,|])"
    ),
    re.compile(rf"{_MARK}[A-Z\u00c0-\u00de][\w'.-]*(?:,? [\w'.-]+){{0,3}}(?: \([^()\n]+\))?:\s"),
    re.compile(rf"{_MARK}#\w+"),
)
"""How items open: a day, an hour, a day in figures ("03-Mar-12"), a place and colon, a hashtag."""

FEWEST = 3
"""Lines of which none goes on in small letters that are items."""

_RUNNING = re.compile(r"[.!?][\"')\]]*\s+[A-Z\u00c0-\u00de]")
"""A sentence that begins within a line, as it does in prose."""


def opens_alike(line: str, following: str) -> bool:
    """Whether a line opens with a day, an hour, a place or a hashtag as the one above it does."""
    return any(shape.match(line) and shape.match(following) for shape in _OPENINGS)


def are_items(block: str) -> bool:
    """Whether each line is an item: three or more, none going on, room left for the next word."""
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    if len(lines) < FEWEST or block.isupper() or _RUNNING.search(block):
        return False
    if any(line[0].islower() or line[0] in "\"'(" for line in lines):
        return False
    widest = max(map(len, lines))
    ends = zip(lines, (line.split()[0] for line in lines[1:]), strict=False)
    return any(len(line) + 1 + len(word) <= widest for line, word in ends)
