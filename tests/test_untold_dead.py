"""The dead of whom no more is told than how many."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "suffer"),
    [
        ("Artillery fire on Kuito left seven dead on Friday.", ["civilians"]),
        ("Shelling killed another twelve in Grozny on Friday.", ["civilians"]),
        (
            "Gunmen attacked a village near Blida on Friday. Twelve bodies were found in the "
            "morning.",
            ["civilians"],
        ),
        ("An attack on the road to Malange left two dead on Friday.", ["civilians"]),
        # A people that no table knows.
        ("Gunmen killed 24 Pandits at Sopore in India on Friday.", ["civilians"]),
        ("Rebels killed 12 Bodos at Goalpara in India on Friday.", ["civilians"]),
        ("Air strikes killed 14 Bantus near Jamame in Somalia on Friday.", ["civilians"]),
        ("Troops killed 14 Tigers near Mannar in Sri Lanka on Friday.", ["rebel"]),
        # Near miss: those in arms who are told of may be the dead; nobody died.
        (
            "Rebels attacked an army post near Kitgum on Friday, leaving eight dead.",
            ["state forces"],
        ),
        ("Artillery fire on Kuito killed nobody on Friday.", []),
    ],
)
def test_who_died(coder: EnglishCoder, text: str, suffer: list[str]) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1999, 5, 8))])
    assert [[actor.kind for actor in claim.side_b] for claim in coded.claims] == [suffer]
