"""Stretches that end on the day on which somebody told of them."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.dates import find_dates
from dateline.coding.document import parse
from dateline.model import Report

FRIDAY = date(2019, 3, 15)


def times(text: str) -> dict[str, tuple[str, str]]:
    documents = parse([Report(id="r", text=text, published=FRIDAY)])
    document = next(documents)
    found = {
        document.doc[mention.first : mention.last].text.lower(): (
            str(mention.date.start)[5:],
            str(mention.date.end)[5:],
        )
        for mention in find_dates(document, FRIDAY)
    }
    documents.close()
    return found


def stretches(text: str) -> list[tuple[str, str]]:
    return [days for days in times(text).values() if days[0] != days[1]]


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


@pytest.mark.parametrize(
    ("text", "time", "days"),
    [
        ('"Two bombs went off in the port today," the mayor said on Tuesday.', "today", "03-12"),
        (
            '"We hit 90 targets in Gaza overnight," an officer told reporters on Wednesday.',
            "overnight",
            "03-12 03-13",
        ),
        (
            "Marine officers said on Thursday the blast this morning killed 146 men in Beirut.",
            "this morning",
            "03-14",
        ),
        (
            "Aid workers said in a statement on Thursday that planes had hit two clinics today.",
            "today",
            "03-14",
        ),
        ("The militia killed 78 villagers last night, a nurse said Monday.", "last night", "03-10"),
        # the time is that of who speaks in the report itself, or of another clause
        ("The president said today that rebels shot down a plane on Tuesday.", "today", "03-15"),
        (
            "Rebels shelled Osh today, after a minister said on Monday it was safe.",
            "today",
            "03-15",
        ),
        ("Gunmen shot a judge today, police said, a week after talks on Monday.", "today", "03-15"),
        ('"They shot at us today," a nurse said. The army came in on Tuesday.', "today", "03-15"),
        # a quotation without its day, and where the report tells of its own day, too
        (
            'Planes hit Raqqa, a group said on Thursday. "They bombed us today," a nurse said.',
            "today",
            "03-14",
        ),
        (
            "Planes hit Raqqa, a group said on Thursday. A shell fell on Friday. "
            '"They bombed us today," a nurse said.',
            "today",
            "03-15",
        ),
        # whoever speaks, a paper counts "yesterday" from the day on which it is printed
        ("The rebels said on Wednesday that they took Ghorak yesterday.", "yesterday", "03-14"),
    ],
)
def test_a_speakers_own_time_is_counted_from_when_he_spoke(text: str, time: str, days: str) -> None:
    first, _, last = days.partition(" ")
    assert times(text)[time] == (first, last or first)
