"""Where people only flee to is not where they were driven from."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Gunmen attacked the town of Bossangoa on Tuesday and killed 11 people. Nearly 4,000 "
            "residents fled to Bangui.",
            "Bossangoa",
        ),
        (
            "Al-Shabaab fighters stormed Buulobarde at dawn. At least 900 families were evacuated "
            "to Beledweyne by army trucks.",
            "Bulo Burte",
        ),
        (
            "Rebels entered Bukavu on Tuesday. Tens of thousands of refugees walked towards "
            "Kisangani.",
            "Bukavu",
        ),
        # Where nothing else is told it is where they go.
        ("Some 3,000 villagers fled to Zinder on Sunday after gunmen came.", "Zinder"),
    ],
)
def test_the_displaced_are_told_of_where_they_fled_from(
    coder: EnglishCoder, text: str, place: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2021, 5, 12))])
    flown = [one for one in coded.claims if one.sub_event_type == "Displacement"]
    assert [one.place and one.place.canonical for one in flown] == [place]
