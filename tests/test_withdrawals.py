"""Troops that leave a place give it up; those that are sent somewhere do not."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Australia ended its combat role in Iraq as 500 troops withdrew from Nasiriyah.",
            SubEventType.NON_VIOLENT_TRANSFER,
        ),
        (
            "France announced plans to withdraw its troops from Mali.",
            SubEventType.NON_VIOLENT_TRANSFER,
        ),
        ("Ethiopia pulled its troops out of Beledweyne.", SubEventType.NON_VIOLENT_TRANSFER),
        (
            "Chad withdrew a contingent from the Multinational Joint Task Force.",
            SubEventType.CHANGE,
        ),
        ("Kenya deployed 400 police officers to Haiti.", SubEventType.CHANGE),
        (
            "Buses carrying rebels left Douma on Monday under a deal with Russia.",
            SubEventType.NON_VIOLENT_TRANSFER,
        ),
        (
            "Azerbaijani troops entered Lachin on Monday under the truce deal.",
            SubEventType.NON_VIOLENT_TRANSFER,
        ),
        (
            "Buses carrying pilgrims left Douma on Monday under a deal with the airline.",
            SubEventType.AGREEMENT,
        ),
    ],
)
def test_troops_that_leave_a_place_give_it_up(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 8, 14))])
    assert [claim.sub_event_type for claim in coded.claims] == [kind]
