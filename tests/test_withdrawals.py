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


@pytest.mark.parametrize(
    "text",
    [
        "Bukavu in Congo fell without a fight on Friday after Congolese troops left.",
        "Herat fell on Thursday after government forces withdrew to the airport.",
        "The town of Kamanyola fell on Sunday, hours after Burundian soldiers had left it.",
    ],
)
def test_a_town_that_falls_once_others_have_left_it_is_one_event(
    coder: EnglishCoder, text: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2021, 8, 13))])
    (claim,) = coded.claims
    assert claim.sub_event_type is SubEventType.NON_VIOLENT_TRANSFER


def test_a_town_that_falls_in_fighting_is_taken(coder: EnglishCoder) -> None:
    text = "Mosul fell to Islamic State after four days of fighting in which soldiers fled."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 6, 11))])
    assert [one.sub_event_type for one in coded.claims] == [SubEventType.NON_STATE_OVERTAKES]
