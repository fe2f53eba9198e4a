"""Petrol bombs and grenades are thrown, and no devices that somebody has laid."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType

RIOT, ATTACK = SubEventType.VIOLENT_DEMONSTRATION, SubEventType.ATTACK


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Petrol bombs were thrown at police by youths in Derry on Monday night.", RIOT),
        ("Petrol bombs were thrown at officers during disturbances in Derry on Monday.", RIOT),
        ("A petrol bomb was thrown at a mosque in Lyon on Saturday; nobody was hurt.", ATTACK),
        (
            "A bomb under a police car killed two officers in Derry on Monday.",
            SubEventType.REMOTE_EXPLOSIVE,
        ),
        ("A hand grenade exploded at a market in Kigali, killing two.", SubEventType.GRENADE),
        ("Two grenades went off near a church in Mombasa.", SubEventType.GRENADE),
        ("A car bomb and two grenades exploded in Bogota.", SubEventType.REMOTE_EXPLOSIVE),
    ],
)
def test_petrol_bombs_and_grenades_are_thrown(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2005, 8, 14))])
    assert [claim.sub_event_type for claim in coded.claims] == [kind]
