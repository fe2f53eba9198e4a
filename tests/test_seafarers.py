"""Sailors are a navy's, unless their ship is a merchant's or a fisherman's."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Report

C, S, E = ActorKind.CIVILIANS, ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A missile hit the tanker Marlin off Aden in Yemen, wounding two Indian sailors.", C),
        ("Gunmen kidnapped six sailors from a cargo ship off Bayelsa, Nigeria.", C),
        (
            "A missile struck an Estonian-owned cargo ship near Odesa, Ukraine. Two Filipino "
            "sailors were wounded.",
            C,
        ),
        # Near misses: warships, bases and a navy have sailors of their own.
        ("A drone boat hit the frigate at Sevastopol, Ukraine, killing three sailors.", S),
        ("Gunmen attacked a naval base in Karachi, Pakistan, killing ten sailors.", S),
        (
            "Bombers rammed the USS Cole in Aden, Yemen, killing 17 American sailors. A tanker "
            "was nearby.",
            E,
        ),
        (
            "Jets hit the frigate Stark, escort of oil tankers, off Bahrain. Thirty-seven American "
            "sailors were killed.",
            E,
        ),
    ],
)
def test_whose_sailors_they_are(coder: EnglishCoder, text: str, kind: ActorKind) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2022, 5, 18))])
    assert {actor.kind for claim in coded.claims for actor in claim.side_b} == {kind}
