"""Who denies a deed of which nobody else is accused stands accused of it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Shells killed 12 people at a school in Donetsk. Kiev denied responsibility.",
            [("state forces", "UA")],
        ),
        (
            "An air strike hit a hospital in Aleppo, killing 20 people. Moscow denied any part.",
            [("external forces", "RU")],
        ),
        (
            "Mortar rounds hit a bus in Horlivka and killed three people. The separatists denied "
            "any involvement.",
            [("rebel", "UA")],
        ),
        # Near misses: what is denied is something else, or others are accused.
        (
            "A bomb killed four people in Quetta. The governor denied that anybody had warned him.",
            [],
        ),
        (
            "Rebel shells killed 12 people in Donetsk, officials said. The rebels blamed Kiev, "
            "which denied it.",
            [("rebel", "UA")],
        ),
        (
            "A jet was shot down near Horadiz, according to rebels. The air force denied the loss.",
            [],
        ),
    ],
)
def test_who_denies_it_is_accused(
    coder: EnglishCoder, text: str, doers: list[tuple[str, str]]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 6, 25))])
    claim = coded.claims[0]
    assert [(actor.kind.value, actor.country) for actor in claim.side_a] == doers
