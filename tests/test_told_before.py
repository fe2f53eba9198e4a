"""Who did what a sentence only says was done: whoever searched the town, whoever laid the mine."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Soldiers went from house to house in Duekoue, Ivory Coast, on Monday. At least 20 "
            "people were shot.",
            {"state forces"},
        ),
        (
            "Security forces sealed off Baramulla, India, on Monday. Six people were arrested and "
            "taken to a camp.",
            {"state forces"},
        ),
        (
            "Al-Shabaab fighters stopped a bus near Mandera, Kenya, on Monday. Twenty-eight "
            "passengers were shot dead.",
            {"rebel"},
        ),
        (
            "A French soldier was killed by a mine laid by jihadists near Hombori, Mali.",
            {"rebel"},
        ),
        # Near misses: a bomb did it, the police only search, it was elsewhere.
        (
            "Police surrounded the school in Kano, Nigeria, on Monday. Six pupils were killed by a "
            "bomb.",
            set(),
        ),
        (
            "Police searched for the gunmen in Peshawar, Pakistan, on Monday. A doctor was shot "
            "dead.",
            {"unidentified armed group"},
        ),
        (
            "Police searched houses in Karachi, Pakistan, on Monday. A doctor was shot dead in "
            "Lahore.",
            set(),
        ),
    ],
)
def test_who_is_told_beside_the_event_acts(coder: EnglishCoder, text: str, doers: set[str]) -> None:
    report = Report(id="t", text=text, published=date(2014, 5, 6))
    claims = next(iter(coder.code([report]))).claims
    assert [{str(actor.kind) for actor in claim.side_a} for claim in claims] == [doers]
