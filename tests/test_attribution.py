"""Who a sentence names as its source."""

from __future__ import annotations

import pytest

from dateline.coding.attribution import find_speakers
from dateline.coding.document import parse_and_keep
from dateline.model import Report


def speakers(text: str) -> list[str]:
    (document,) = parse_and_keep([Report(id="r", text=text)])
    return [document.quote(document.offsets(s.first, s.last)) for s in find_speakers(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said rebels fired on the town.", ["The army"]),
        ("According to local sources, three people died.", ["local sources"]),
        (
            "Air strikes killed at least 12 civilians said the Observatory for Human Rights.",
            ["the Observatory for Human Rights"],
        ),
        (
            "Shells hit the market the National Centre for Human Rights (NCHR) said on Friday.",
            ["the National Centre for Human Rights"],
        ),
        ("The government put the toll at 12.", ["The government"]),
        ("Rebels put mines on the road.", []),
        ("The group claimed responsibility for the attack.", ["The group"]),
    ],
)
def test_speakers(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


def test_a_pronoun_stands_for_the_speaker_before() -> None:
    assert speakers("The ministry said two died. It added that four were hurt.") == [
        "The ministry",
        "The ministry",
    ]
