"""Happenings of one report that cannot be one event."""

from __future__ import annotations

from datetime import date

from dateline.coding.coders import coder
from dateline.model import Report


def test_a_death_of_long_ago_is_no_part_of_today_s() -> None:
    text = (
        "The mayor of Tocache was killed in 1989 by Shining Path rebels. On Tuesday his son was"
        " shot dead in Tarapoto."
    )
    report = Report(id="r", text=text, published=date(2017, 11, 8))
    claims = next(iter(coder().code([report]))).claims
    starts = sorted((str(claim.date.start), claim.background) for claim in claims if claim.date)
    assert starts == [("1989-01-01", True), ("2017-11-07", False)]
