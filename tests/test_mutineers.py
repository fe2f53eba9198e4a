"""Soldiers who rise against their own state are rebels, and coups are told by who takes power."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Claim, Report, SubEventType


def _coded(coder: EnglishCoder, text: str) -> Claim:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1996, 5, 20))])
    return max(coded.claims, key=lambda claim: claim.confidence)


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers of the 2nd Battalion mutinied in Bangui and seized the radio station.",
        "Rebel radio said that units of the East Bengal Regiment had mutinied and captured "
        "Chittagong.",
        "Philippine marines rebelled on Friday and seized Villamor air base in Manila.",
        "A renegade army unit captured the airport at Bossangoa.",
    ],
)
def test_who_mutinies_takes_ground_from_the_state(coder: EnglishCoder, text: str) -> None:
    claim = _coded(coder, text)
    assert claim.sub_event_type is SubEventType.NON_STATE_OVERTAKES
    assert [actor.kind for actor in claim.side_a] == [ActorKind.REBEL]
    assert claim.control is not None
    assert claim.control.to is not None
    assert claim.control.to.kind is ActorKind.REBEL


def test_mutineers_fight_their_own_officers(coder: EnglishCoder) -> None:
    claim = _coded(coder, "Soldiers mutinied in Bouake and shot at officers.")
    assert [(one.mention, one.kind) for one in claim.side_a] == [("Soldiers", ActorKind.REBEL)]
    assert [(one.mention, one.kind) for one in claim.side_b] == [
        ("officers", ActorKind.STATE_FORCES)
    ]


def test_who_does_not_mutiny_stays_the_states(coder: EnglishCoder) -> None:
    text = "Troops refused to mutiny and stormed the parliament in Moscow, killing 60 people."
    assert [actor.kind for actor in _coded(coder, text).side_a] == [ActorKind.STATE_FORCES]


@pytest.mark.parametrize(
    "text",
    [
        "A military junta took power in Chile on Tuesday.",
        "Young officers took power in Freetown on Thursday.",
    ],
)
def test_to_take_power_is_a_coup(coder: EnglishCoder, text: str) -> None:
    claim = _coded(coder, text)
    assert claim.sub_event_type is SubEventType.OTHER
    assert [actor.kind for actor in claim.side_a] == [ActorKind.STATE_FORCES]
