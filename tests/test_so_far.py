"""What is counted until the story's day: flight and arrests behind what set them off."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report

MONDAY = date(2005, 5, 16)


def days_of(kind: str, text: str) -> tuple[str, str]:
    claims = next(iter(coder().code([Report(id="r", text=text, published=MONDAY)]))).claims
    (claim,) = [one for one in claims if one.sub_event_type == kind]
    assert claim.date is not None
    return str(claim.date.start), str(claim.date.end)


SHELLED = "ANDIJAN - Uzbek soldiers shelled the town of Andijan on Friday and killed nine people. "


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("Displacement", "More than 500 refugees have crossed into Kyrgyzstan."),
        (
            "Displacement",
            "Some 2,000 villagers have taken refuge in a mosque, a priest said on Monday.",
        ),
        ("Displacement", "Hundreds of families have been driven from their homes, a doctor said."),
        ("Displacement", "Some 56,000 residents are displaced, the Red Cross said."),
        ("Arrests", "Seventy men have been arrested, the interior minister said."),
    ],
)
def test_what_has_been_counted_so_far_began_with_what_was_told_before(kind: str, text: str) -> None:
    assert days_of(kind, SHELLED + text) == ("2005-05-13", "2005-05-16")


@pytest.mark.parametrize(
    ("kind", "text", "days"),
    [
        ("Displacement", "Some 2,000 villagers fled on Saturday.", ("2005-05-14", "2005-05-14")),
        ("Displacement", "Some 900 villagers fled to the hills.", ("2005-05-13", "2005-05-13")),
        (
            "Displacement",
            "More than 9,000 people have fled since Saturday.",
            ("2005-05-14", "2005-05-16"),
        ),
        ("Arrests", "Police arrested 70 men in Andijan.", ("2005-05-13", "2005-05-13")),
    ],
)
def test_what_happened_once_keeps_its_day(kind: str, text: str, days: tuple[str, str]) -> None:
    assert days_of(kind, SHELLED + text) == days


def test_nothing_is_counted_from_a_day_that_was_not_told() -> None:
    text = "CALCUTTA - Some 400,000 people have fled from East Bengal, the government said."
    assert days_of("Displacement", text) == ("2005-05-16", "2005-05-16")
