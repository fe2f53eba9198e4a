"""Those who act with another: who helps, backs or escorts him, and his allies."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "The army, backed by its ally the Lebanese group Hezbollah, shelled Flita in Syria on "
            "Monday.",
            {("state forces", "SY"), ("political militia", "LB")},
        ),
        (
            "Somali commandos with the help of US troops raided an al-Shabaab base near Barire on "
            "Monday and killed six fighters.",
            {("state forces", "SO"), ("external forces", "US")},
        ),
        (
            "A convoy of the Turkish army entered Idlib on Monday, escorted by fighters of Tahrir "
            "al-Sham.",
            {("external forces", "TR"), ("rebel", "SY")},
        ),
        (
            "The army and its allied militia stormed the village of Tadef in Syria on Monday and "
            "killed 12 civilians.",
            {("state forces", "SY"), ("political militia", "SY")},
        ),
        # Near misses: who is guarded or helped, and what one has of one's own.
        (
            "Police with the help of villagers arrested two gunmen in Katsina on Monday.",
            {("state forces", "NG")},
        ),
        (
            "Soldiers backed by tanks stormed the university in Kabul on Monday and killed 12 "
            "students.",
            {("state forces", "AF")},
        ),
        (
            "Rebels attacked a convoy of traders escorted by police near Bambari on Monday and "
            "killed nine people.",
            {("rebel", "CF")},
        ),
    ],
)
def test_helpers_act_too(
    coder: EnglishCoder, text: str, doers: set[tuple[str, str | None]]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 10))])
    sides = [claim.side_a for claim in coded.claims]
    assert {(str(actor.kind), actor.country) for side in sides for actor in side} == doers
