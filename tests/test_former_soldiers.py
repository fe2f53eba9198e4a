"""Soldiers and policemen who are none any more."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Claim, Report


def _coded(coder: EnglishCoder, text: str) -> Claim:
    (coded,) = coder.code([Report(id="t", text=text, published=date(2014, 3, 1))])
    return max(coded.claims, key=lambda claim: claim.confidence)


@pytest.mark.parametrize(
    ("text", "side", "kind"),
    [
        ("Thousands of ex-soldiers rioted in Baotou, China, smashing cars.", "a", "rioters"),
        ("Former soldiers blocked the port of Abidjan, Ivory Coast.", "a", "protesters"),
        ("Retired soldiers marched in Maputo, Mozambique, on Monday.", "a", "protesters"),
        ("Two retired policemen were shot dead in Basra, Iraq.", "b", "civilians"),
        # They rise in arms.
        ("Former soldiers attacked a police station in Hinche, Haiti.", "a", "rebel"),
        ("The rebels, former soldiers, seized Bouake in Ivory Coast.", "a", "rebel"),
        # Near misses: who left no army, and what only was something else.
        ("Off-duty soldiers shot two men in Kampala, Uganda.", "a", "state forces"),
        ("A former rebel commander was shot dead in Goma, Congo.", "b", "rebel"),
        ("Soldiers of the former government killed two men in Bissau.", "a", "state forces"),
        ("Three dismissed policemen shot a banker in Guatemala City.", "a", "rebel"),
    ],
)
def test_who_left_an_army_is_a_civilian_or_a_rebel(
    coder: EnglishCoder, text: str, side: str, kind: str
) -> None:
    claim = _coded(coder, text)
    actors = claim.side_a if side == "a" else claim.side_b
    assert [str(actor.kind) for actor in actors] == [kind]
