"""An opposition that bears no arms is no rebels."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Report


@pytest.mark.parametrize(
    ("text", "side", "kind"),
    [
        (
            "Soldiers arrested 40 opposition members in Conakry on Monday.",
            "b",
            ActorKind.CIVILIANS,
        ),
        (
            "Police arrested the leader of Zimbabwe's opposition, Morgan Tsvangirai, in Harare on "
            "Monday.",
            "b",
            ActorKind.CIVILIANS,
        ),
        ("The opposition marched through Tbilisi on Monday.", "a", ActorKind.PROTESTERS),
        (
            "Police fired tear gas at members of the opposition in Nairobi on Monday.",
            "b",
            ActorKind.PROTESTERS,
        ),
        # Near misses: those who fight.
        (
            "The army arrested 15 opposition fighters in Damascus on Monday.",
            "b",
            ActorKind.REBEL,
        ),
        ("The opposition shelled an army base in Hama on Monday.", "a", ActorKind.REBEL),
        ("The Libyan opposition captured Ajdabiya on Monday.", "a", ActorKind.REBEL),
    ],
)
def test_an_opposition_without_arms_is_no_rebels(
    coder: EnglishCoder, text: str, side: str, kind: ActorKind
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2012, 2, 10))])
    (claim,) = coded.claims
    assert {actor.kind for actor in (claim.side_a if side == "a" else claim.side_b)} == {kind}
