"""Deeds of two sides that one sentence tells as one after the other."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.fixture(scope="module")
def coder() -> EnglishCoder:
    return EnglishCoder()


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Nine people were killed by army shelling in Torit, South Sudan, after a captured "
            "pilot was executed by rebels on Thursday.",
            ["state forces", "rebel"],
        ),
        # Nobody else acts, or they fight each other.
        ("A man died in Torit, South Sudan, on Friday after rebels shot him.", ["rebel"]),
        (
            "Ten soldiers were killed in Torit, South Sudan, after rebels attacked their base.",
            ["rebel"],
        ),
    ],
)
def test_what_others_did_before_is_another_event(
    coder: EnglishCoder, text: str, doers: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 7))])
    assert [str(actor.kind) for claim in coded.claims for actor in claim.side_a] == doers
