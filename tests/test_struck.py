"""Whom an event is done to by the syntax of its own word."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        # Whoever is harmed beside another, also where only the syntax says so.
        (
            "Four soldiers, nine policemen and the deputy mayor were killed when rebels overran "
            "Torit in South Sudan on Monday.",
            ["rebel"],
            ["state forces", "civilians"],
        ),
        (
            "Rockets fired by the FMLN hit the barracks at San Miguel in El Salvador, killing a "
            "soldier and a cook.",
            ["rebel"],
            ["state forces", "civilians"],
        ),
        # Whom somebody takes.
        (
            "Six nurses of the mission hospital at Kaya were seized by armed men on Monday.",
            ["unidentified armed group"],
            ["civilians"],
        ),
        (
            "Rebels took with them one public official after checking identities on the road to "
            "Bingol.",
            ["rebel"],
            ["civilians"],
        ),
        ("Six militants were taken alive on Sunday in Illizi.", [], ["rebel"]),
        # Whom somebody drives back.
        (
            "The rebels were driven back from Mbandaka by Zairean troops on Monday.",
            ["state forces"],
            ["rebel"],
        ),
        # Whom a crowd beats, called as the crowd is.
        (
            "Men with iron bars beat students and strikers outside the ministry in Harare on "
            "Tuesday.",
            ["rioters"],
            ["civilians", "rioters"],
        ),
        # Whom one side of a clash kills.
        (
            "Soldiers killed 23 gunmen and civilians in a raid on Tumaco in Colombia on Monday.",
            ["state forces"],
            ["unidentified armed group", "civilians"],
        ),
        # Near miss: those who die together in a clash.
        (
            "Two soldiers and five militants were killed in a clash in Zamboanga on Monday.",
            ["state forces"],
            ["rebel"],
        ),
    ],
)
def test_who_suffers(coder: EnglishCoder, text: str, first: list[str], second: list[str]) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1997, 5, 18))])
    (claim,) = coded.claims
    told = [[str(actor.kind) for actor in side] for side in (claim.side_a, claim.side_b)]
    assert told == [first, second]
