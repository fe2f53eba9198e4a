"""Stretches that end on the day on which somebody told of them."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.dates import find_dates
from dateline.coding.document import parse
from dateline.model import Report

FRIDAY = date(2019, 3, 15)


def stretches(text: str) -> list[tuple[str, str]]:
    documents = parse([Report(id="r", text=text, published=FRIDAY)])
    document = next(documents)
    found = [
        (str(mention.date.start)[5:], str(mention.date.end)[5:])
        for mention in find_dates(document, FRIDAY)
        if mention.date.start != mention.date.end
    ]
    documents.close()
    return found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ten men died in the past 24 hours, doctors said on Wednesday.", ("03-12", "03-13")),
        ("The army said on Thursday it shot ten in the last three days.", ("03-12", "03-14")),
        # nobody spoke, or not in this sentence
        ("Rebels shelled the port in the past 24 hours and left on Wednesday.", ("03-14", "03-15")),
        ("Ten men died in the past two days. The mayor spoke on Wednesday.", ("03-14", "03-15")),
        # what goes on
        ("The raids began on Tuesday and were continuing on Wednesday.", ("03-12", "03-13")),
        ("Clashes broke out on Tuesday and continued on Wednesday.", ("03-12", "03-13")),
        ('They took six hills since launching a "big push" on Tuesday.', ("03-12", "03-15")),
    ],
)
def test_a_stretch_is_counted_back_from_when_it_was_told_of(
    text: str, days: tuple[str, str]
) -> None:
    assert set(stretches(text)) == {days}
