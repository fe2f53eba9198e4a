"""Days that a clause tells of."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "Since Thursday 64 people have been killed in Bria, a monitoring group said on Sunday,"
            " including 12 children.",
            "2015-06-25",
        ),
        (
            "In Bria 64 people have been killed in clashes since Thursday, a monitoring group said"
            " on Sunday.",
            "2015-06-25",
        ),
        (
            "Since Thursday Bria has been calm. Gunmen killed two traders there on Sunday.",
            "2015-06-28",
        ),
    ],
)
def test_what_has_gone_on_since_a_day_begins_then(text: str, start: str) -> None:
    report = Report(id="r", text=text, published=date(2015, 6, 29))
    (claim,) = next(iter(coder().code([report]))).claims
    assert claim.date is not None
    assert str(claim.date.start) == start
