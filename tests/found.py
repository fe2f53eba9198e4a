"""What the coder finds in a text of a day in the offensive of 2024."""

from __future__ import annotations

from datetime import date

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.coding.findings import Findings, find
from dateline.model import Report


def read(coder: EnglishCoder, text: str) -> Findings:
    """Return the findings of a text that was published on 30 November 2024."""
    (document,) = parse([Report(id="r", text=text, published=date(2024, 11, 30))])
    return find(document, coder.gazetteer, coder.table)
