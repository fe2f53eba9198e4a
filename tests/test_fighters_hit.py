"""Fighters whom a strike killed, by its own toll."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Report

E, R, C = ActorKind.EXTERNAL_FORCES, ActorKind.REBEL, ActorKind.CIVILIANS


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A drone fired at a house in Hesokhel, Pakistan, and killed 15 militants.", [R]),
        ("Army helicopters rocketed houses at Sheikh Zuweid, Egypt, killing 9 militants.", [R]),
        ("Ukrainian rockets hit a hotel in Kherson, killing 20 Russian soldiers.", [E]),
        ("Planes struck a hospital in Tete, Mozambique; 12 rebels were killed.", [R]),
        # Civilians whom the toll counts stay, and where it counts nobody else they are alone.
        ("An air strike on a house in Mosul killed two children and four IS fighters.", [C, R]),
        ("A drone strike in Khogyani, Afghanistan, killed 30 pine nut farmers.", [C]),
        ("Rebels shelled a school in Vavuniya, Sri Lanka, and killed three pupils.", [C]),
    ],
)
def test_whom_a_toll_counts_was_hit(coder: EnglishCoder, text: str, kinds: list[ActorKind]) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 10, 8))])
    assert [actor.kind for actor in coded.claims[0].side_b] == kinds
