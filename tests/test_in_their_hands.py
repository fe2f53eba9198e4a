"""People who fall into somebody's hands are held: no ground has changed hands."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Report, SubEventType


@pytest.mark.parametrize(
    ("text", "kind", "holder"),
    [
        (
            "A French journalist fell into the hands of rebels in Caqueta on Thursday.",
            SubEventType.ABDUCTION,
            ActorKind.REBEL,
        ),
        (
            "Two Italian priests fell into the hands of jihadists in northern Mali on Friday.",
            SubEventType.ABDUCTION,
            ActorKind.REBEL,
        ),
        (
            "Two tourists fell into the hands of Abu Sayyaf on Jolo on Tuesday.",
            SubEventType.ABDUCTION,
            ActorKind.REBEL,
        ),
        # Near misses: a town, also with who is in it.
        (
            "The town of Caqueta fell into the hands of the guerrillas on Thursday.",
            SubEventType.NON_STATE_OVERTAKES,
            ActorKind.REBEL,
        ),
        (
            "Kandahar and its governor fell into the hands of the Taliban on Sunday.",
            SubEventType.NON_STATE_OVERTAKES,
            ActorKind.REBEL,
        ),
    ],
)
def test_people_who_fall_into_hands_are_held(
    coder: EnglishCoder, text: str, kind: SubEventType, holder: ActorKind
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2003, 5, 9))])
    (claim,) = coded.claims
    assert claim.sub_event_type is kind
    assert [actor.kind for actor in claim.side_a] == [holder]
    ground = kind is SubEventType.NON_STATE_OVERTAKES
    assert (claim.control is not None) is ground
