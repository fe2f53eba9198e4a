"""Whose aircraft armed groups bring down, where nobody says so."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Report, SubEventType

S, E, C = ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES, ActorKind.CIVILIANS


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("The Tamil Tigers shot down a helicopter near Kilinochchi on Wednesday.", [(S, "LK")]),
        ("Rebels shot down a jet over Kafr Nabudah in Syria on Saturday.", [(S, "SY")]),
        ("Karen rebels said they had shot down a helicopter in Hpapun.", [(S, "MM")]),
        # Only one state flies these.
        ("The Houthis shot down an MQ-9 drone over Hodeidah in Yemen.", [(E, "US")]),
        ("An Italian Predator was shot down near Tarhuna in Libya.", [(E, "IT")]),
        # Over Iraq it may be another's, and airliners are no forces'.
        ("Insurgents shot down a helicopter near Falluja on Sunday.", []),
        ("Rebels shot down a passenger jet near Torez in Ukraine.", [(C, "UA")]),
        ("Rebels shot down a drone near Kilinochchi on Wednesday.", []),
    ],
)
def test_what_bands_bring_down_is_the_states(
    coder: EnglishCoder, text: str, others: list[tuple[ActorKind, str]]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 8, 20))])
    assert [(one.kind, one.country) for one in coded.claims[0].side_b] == others


@pytest.mark.parametrize(
    "text",
    [
        "UNITA rebels seized Cuemba on Monday. The rebels said they had shot down a MiG-23.",
        "Rebels took the airport at Luhansk on Monday. An Il-76 was shot down as it came in to "
        "land, killing 49 soldiers.",
    ],
)
def test_what_is_brought_down_is_no_part_of_a_capture_told_before(
    coder: EnglishCoder, text: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 8, 20))])
    assert [one.sub_event_type for one in coded.claims] == [
        SubEventType.NON_STATE_OVERTAKES,
        SubEventType.DISRUPTED_WEAPONS,
    ]
