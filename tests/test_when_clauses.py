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


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (
            "Soldiers have shelled Bria since talks broke down on Wednesday, killing 12 people.",
            "2015-06-24",
            "2015-06-29",
        ),
        (
            "Air strikes on Bria, in the Central African Republic, have intensified since a truce "
            "collapsed in May.",
            "2015-05-01",
            "2015-06-29",
        ),
        # It happened once.
        (
            "Soldiers shelled Bria on Friday for the first time since a truce in May.",
            "2015-06-26",
            "2015-06-26",
        ),
    ],
)
def test_what_goes_on_since_something_happened_lasts_until_now(
    text: str, start: str, end: str
) -> None:
    report = Report(id="r", text=text, published=date(2015, 6, 29))
    claim = next(iter(coder().code([report]))).claims[0]
    assert claim.date is not None
    assert (str(claim.date.start), str(claim.date.end)) == (start, end)
