"""Short expressions of time: "the evening before", "on the 9th", "hours later"."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.dates import find_dates
from dateline.coding.document import parse
from dateline.model import Report
from dates_told import dates


def _read(text: str, printed: str) -> list[str]:
    day = date.fromisoformat(printed)
    (document,) = parse([Report(id="r", text=text, published=day)])
    return [f"{one.date.start} {one.role}" for one in find_dates(document, day)]


@pytest.mark.parametrize(
    ("printed", "text", "days"),
    [
        ("1961-09-15", "The base was attacked the evening before.", ["1961-09-14 event"]),
        (
            "1997-05-18",
            "They looted shops the night before and shot a general.",
            ["1997-05-17 event"],
        ),
        ("1993-10-10", "On the 9th a grenade killed three.", ["1993-10-09 event"]),
        ("1993-10-10", "On the 12th they shelled the port.", ["1993-09-12 event"]),
        ("1993-10-10", "On the 9th floor a bomb went off.", []),
        ("1993-10-10", "On the 21st parallel a guard was shot.", []),
        (
            "2017-11-25",
            "Gunmen killed 305 people on Friday. Hours later jets hit their cars.",
            ["2017-11-24 event", "2017-11-24 event"],
        ),
        (
            "2003-05-14",
            "Bombs tore through a compound on Monday. Some minutes later another blast killed six.",
            ["2003-05-12 event", "2003-05-12 event"],
        ),
        (
            "1989-06-06",
            "Troops fired on a crowd on Sunday. Six hours earlier students had burned a bus.",
            ["1989-06-04 event", "1989-06-04 event"],
        ),
        ("1989-06-06", "Hours later students burned a bus.", []),
        # no night after something else
        (
            "2015-09-07",
            "Planes struck the camp throughout the night after the militants blew up two cars.",
            ["2015-09-06 event"],
        ),
        ("1989-06-06", "A bomb went off hours before the visit.", []),
    ],
)
def test_short_times_are_read(printed: str, text: str, days: list[str]) -> None:
    assert _read(text, printed) == days


def test_what_was_taken_after_days_of_fighting_was_taken_on_the_last() -> None:
    taken = "Croatian troops took Glina after three days of fighting."
    fought = "Three days of fighting in Bihac left 40 dead."
    assert _read(taken, "1995-08-30") == ["1995-08-28 age"]
    assert _read(fought, "1995-08-30") == ["1995-08-28 event"]


def test_what_ended_days_of_fighting_was_on_the_last_of_them() -> None:
    ended = "Special forces stormed a theatre in Moscow, ending a three-day siege."
    assert [role for *_, role in dates(ended)] == ["age"]
    after = "Rebels seized Kidal after a two-day assault."
    assert [role for *_, role in dates(after)] == ["age"]
    lasting = "A three-day battle in Sirte left 40 fighters dead."
    assert [role for *_, role in dates(lasting)] == ["event"]
