"""Whom fire is aimed at."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "suffer"),
    [
        # What is aimed at, or whose it is.
        (
            "Federal planes bombed a gathering of guerrillas near Gudermes on Friday.",
            ["rebel"],
        ),
        (
            "US aircraft carried out strikes against Iraqi air defence sites near Basra on Friday.",
            ["state forces"],
        ),
        # Near miss: a place by its name is nobody, nor is who a weapon comes from.
        ("NATO aircraft bombed Novi Sad on Friday.", []),
        ("Serb artillery shelled the town of Gorazde on Friday.", []),
        ("The army used a drone of Turkish make against a howitzer near Granitnoye on Friday.", []),
    ],
)
def test_who_is_hit(coder: EnglishCoder, text: str, suffer: list[str]) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1999, 5, 8))])
    assert [[actor.kind for actor in claim.side_b] for claim in coded.claims] == [suffer]
