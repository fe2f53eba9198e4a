"""The dates that a text tells, as tests look at them."""

from __future__ import annotations

from datetime import date

from dateline.coding.dates import find_dates
from dateline.coding.document import Document, parse
from dateline.model import Report

FRIDAY = date(2019, 3, 15)


def reading(text: str, published: date | None = FRIDAY) -> Document:
    """Return a report of that day, parsed."""
    (document,) = parse([Report(id="r", text=text, published=published)])
    return document


def dates(text: str, day: date | None = FRIDAY) -> list[tuple[str, str, str, str, str]]:
    out = []
    for document in parse([Report(id="r", text=text, published=day)]):
        for mention in find_dates(document, day):
            assert mention.date.span is not None
            quoted = document.quote(mention.date.span)
            when = mention.date
            out.append((quoted, str(when.start), str(when.end), when.precision, mention.role))
    return out
