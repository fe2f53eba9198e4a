"""An event of one clause has the weapons of its own clause, not those of the clause beside it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType

ATTACK, SHELLING = SubEventType.ATTACK, SubEventType.SHELLING


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "An air strike killed nine people in Idlib on Monday, and a teacher was shot dead in "
            "Afrin.",
            [SubEventType.AIR_STRIKE, ATTACK],
        ),
        (
            "Gunmen killed a judge in Ghazni on Sunday and a suicide bomber wounded four soldiers "
            "in Kandahar.",
            [ATTACK, SubEventType.SUICIDE_BOMB],
        ),
        (
            "Unknown men shot dead a Tamil politician in Jaffna on Friday; mortar fire killed a "
            "farmer in Batticaloa.",
            [ATTACK, SHELLING],
        ),
        # Near miss: both clauses have the weapon.
        (
            "Rockets wounded two people in Sderot on Friday, and mortars hit a house in Rafah.",
            [SHELLING, SHELLING],
        ),
    ],
)
def test_an_event_has_the_weapons_of_its_own_clause(
    coder: EnglishCoder, text: str, kinds: list[SubEventType]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 14))])
    assert [claim.sub_event_type for claim in coded.claims] == kinds
