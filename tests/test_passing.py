"""Events that others are charged with or protest against are named, not told."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


def _coded(coder: EnglishCoder, text: str) -> list[SubEventType]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2021, 11, 12))])
    return sorted(claim.sub_event_type for claim in coded.claims)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Police in Swabi arrested two suspects wanted for the murder of a journalist.",
            [SubEventType.ARRESTS],
        ),
        (
            "Thousands marched in Khartoum on Thursday against the coup.",
            [SubEventType.PEACEFUL_PROTEST],
        ),
        ("A man was jailed for life in Oslo for the murder of his neighbour.", []),
        ("The anniversary of Gandhi's assassination was marked in Delhi.", []),
        ("A court in Arusha convicted a former mayor of genocide and rape.", []),
        ("Six men face five charges, including murder and abduction, in Dhaka.", []),
        (
            "The suspect arrested in Lyon was wanted in 60 cases including murder and bombings.",
            [SubEventType.ARRESTS],
        ),
        ("The trial of five soldiers accused of killing villagers opened in Lima on Monday.", []),
        ("Two officers were convicted of torturing prisoners in Santiago.", []),
        ("A Guatemalan court acquitted a colonel of ordering massacres.", []),
        ("Thousands of people fled fighting in Masisi.", [SubEventType.DISPLACEMENT]),
        # told of with a toll and a place or a day of its own
        ("Rebels were accused of killing 12 villagers near Beni.", [SubEventType.ATTACK]),
        (
            "A court jailed a rebel for killing 27 worshippers in Kampala in May 2010.",
            [SubEventType.ATTACK],
        ),
        (
            "Thousands protested in Kathmandu over the killing of three students by police in "
            "Birgunj on Monday.",
            [SubEventType.ATTACK, SubEventType.PEACEFUL_PROTEST],
        ),
        (
            "Rebels committed crimes on Sunday in Bunia, including the killing of 12 villagers.",
            [SubEventType.ATTACK],
        ),
        ("Two traders were killed in an attack in Bangui on Monday.", [SubEventType.ATTACK]),
        (
            "Rebels are held responsible for the murder of five farmers in Sapele on Friday.",
            [SubEventType.ATTACK],
        ),
    ],
)
def test_what_is_only_named_is_no_event(
    coder: EnglishCoder, text: str, kinds: list[SubEventType]
) -> None:
    assert _coded(coder, text) == kinds


def test_since_when_an_attack_is_the_deadliest_is_no_event(coder: EnglishCoder) -> None:
    text = (
        "Jets bombed a gathering at Pazigyi in Myanmar's Sagaing Region on Tuesday, killing 100 "
        "people. The attack on Pazigyi is the deadliest since the coup of February 2021."
    )
    assert _coded(coder, text) == [SubEventType.AIR_STRIKE]
