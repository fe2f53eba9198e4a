"""Governments that protest: a note is no crowd, and whoever hands it over did not do it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "types", "doers"),
    [
        (
            "Islamabad protested against a drone strike that killed four people in Baluchistan.",
            ["Air/drone strike"],
            [],
        ),
        (
            "The Turkish government protested to Syria on Monday over the shelling of Akcakale.",
            ["Shelling/artillery/missile attack"],
            [],
        ),
        (
            "Pakistan lodged a protest with Kabul over shelling that killed two men in Bajaur.",
            ["Shelling/artillery/missile attack"],
            [],
        ),
        # Near misses: crowds that protest, be they of people who work for the state.
        ("Government workers protested in Athens on Monday.", ["Peaceful protest"], ["protesters"]),
        ("Hundreds protested in Port Moresby on Monday.", ["Peaceful protest"], ["protesters"]),
        ("Students staged a protest in Lahore on Monday.", ["Peaceful protest"], ["protesters"]),
    ],
)
def test_a_government_protests_by_a_note(
    coder: EnglishCoder, text: str, types: list[str], doers: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 6, 10))])
    assert [str(claim.sub_event_type) for claim in coded.claims] == types
    assert [str(actor.kind) for claim in coded.claims for actor in claim.side_a] == doers
