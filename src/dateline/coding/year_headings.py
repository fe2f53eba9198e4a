"""The years that head the entries of a timeline: "2003", and below it "July - Rebels attack".

A line that is nothing but a year tells of which year the days and months below it are, until the
next such line; so does a year before a month at the head of a line: "1993 October - Soldiers ...".
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.coding.time_expressions import Expression

SHAPE = "heading"
"""The shape of a year that heads lines of its own."""

_HEADING = re.compile(
    r"^[^\S\n]*(?:[-*\u2022#=]+[^\S\n]*)?(?P<year>(?:19|20)\d\d)(?=[^\S\n]*[:=.]*[^\S\n]*$)",
    re.M,
)
_BEFORE = re.compile(r"(?:^|\n)[^\S\n]*(?:[-*\u2022][^\S\n]*)?(?P<year>(?:19|20)\d\d),?\s+$")
_FAR = 24
_YEARLESS = frozenset({"date", "days", "month"})


def with_headings(text: str, found: Iterable[Expression]) -> Iterator[Expression]:
    """Yield the expressions of a text, those without a year in that of the heading above them.

    The headings are expressions themselves.
    """
    # A year on the last line heads nothing.
    end = len(text.rstrip(" .:=\n"))
    headings = deque(match for match in _HEADING.finditer(text) if match.end() < end)
    year = ""
    for one in found:
        while headings and headings[0].start("year") <= one.start:
            heading = headings.popleft()
            year = heading["year"]
            if one.start != heading.start("year"):
                yield Expression(SHAPE, *heading.span("year"), {"year": year})
        if one.shape not in _YEARLESS or "year" in one.parts:
            yield one
            continue
        before = _BEFORE.search(text, max(0, one.start - _FAR), one.start)
        own = before["year"] if before else year
        yield replace(one, parts={**one.parts, "year": own}) if own else one
    for heading in headings:
        yield Expression(SHAPE, *heading.span("year"), {"year": heading["year"]})
