"""Days that head the lines of a table, with the year in two figures."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.dates import find_dates
from dateline.coding.document import parse
from dateline.coding.story_day import story_day
from dateline.model import Report


def _days(text: str, published: date) -> list[str]:
    (document,) = parse([Report(id="r", text=text, published=published)])
    story = story_day(document)
    return [str(one.date.start) for one in find_dates(document, story.start if story else None)]


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        (("29.08.97", "05.09.97"), ["1997-08-29", "1997-09-05"]),
        (("29/08/97", "05/09/97"), ["1997-08-29", "1997-09-05"]),
        (("08/29/97", "09/05/97"), ["1997-08-29", "1997-09-05"]),
        (("29-08-97", "05-09-97"), ["1997-08-29", "1997-09-05"]),
    ],
)
def test_each_line_has_its_day(heads: tuple[str, str], told: list[str]) -> None:
    first, second = heads
    text = f"{first} Sidi Moussa: gunmen killed four herders.\n{second} Blida: a bomb hurt two."
    assert _days(text, date(1997, 9, 20)) == told


@pytest.mark.parametrize(
    "text",
    [
        "10.30.45 Blida: a bomb hurt two.",
        "The front signed protocol 12.05.96 and its men killed four herders.",
        "29.08.98 Blida: a bomb hurt two.",
    ],
)
def test_other_figures_are_no_days(text: str) -> None:
    assert _days(text, date(1997, 9, 20)) == []
