"""Days that a clause under the event tells of what had come before."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report


def days(text: str, published: date) -> set[tuple[str, str]]:
    """The type and first day of each claim."""
    claims = next(iter(coder().code([Report(id="r", text=text, published=published)]))).claims
    return {(one.sub_event_type, str(one.date.start)) for one in claims if one.date is not None}


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [
        (
            "DAMASCUS - In Damascus, the army recaptured all the points near Jobar that rebels had "
            "entered on Sunday. Rebel shells on Abbasid square injured five people.",
            date(2017, 3, 23),
            {
                ("Government regains territory", "2017-03-23"),
                ("Shelling/artillery/missile attack", "2017-03-23"),
            },
        ),
        (
            "ALEPPO - The air force bombed positions in al-Bab, where the group had committed a "
            "massacre on January 16, killing 300 civilians.",
            date(2016, 1, 29),
            {("Air/drone strike", "2016-01-29")},
        ),
        (
            "PHNOM PENH - The army said it had recaptured a hill near Pailin, the rebels' base, "
            "which it briefly held in April.",
            date(1994, 7, 28),
            {("Government regains territory", "1994-07-28")},
        ),
        # what they had come for, and what comes of an event, is of its day
        (
            "KARACHI - A bomb killed nine worshippers who had gathered for prayers on Friday in a "
            "mosque in Karachi.",
            date(2013, 8, 19),
            {("Remote explosive/landmine/IED", "2013-08-16")},
        ),
        (
            "AMRITSAR - Mourners buried 20 men who had been shot on Wednesday in the temple.",
            date(1984, 6, 8),
            {("Attack", "1984-06-06")},
        ),
    ],
)
def test_what_had_come_before_gives_no_day(
    text: str, published: date, told: set[tuple[str, str]]
) -> None:
    assert days(text, published) == told


def test_a_day_behind_after_does_not_date_what_it_is_the_cause_of() -> None:
    text = (
        "MINSK - Thousands of people stood in human chains in Minsk on Thursday to protest at "
        "police violence after Sunday's disputed election."
    )
    assert days(text, date(2020, 8, 13)) == {("Peaceful protest", "2020-08-13")}
