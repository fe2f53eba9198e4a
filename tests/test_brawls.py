"""Clashes of people without arms are riots, and no battles."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Claim, Report, SubEventType


def _coded(coder: EnglishCoder, text: str) -> Claim:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    return max(coded.claims, key=lambda claim: claim.confidence)


@pytest.mark.parametrize(
    "text",
    [
        "Two people were killed in a clash between police and villagers in Barasat on Sunday.",
        "Four people died in clashes between police and coca growers in Tarija on Friday.",
        "Tribal farmers and police clashed in Bastar on Sunday, killing two farmers.",
        "The army clashed with supporters of the ousted president in Khulna, leaving four dead.",
        "Fans clashed with police after a football match in Port Said and 22 people died.",
    ],
)
def test_people_who_clash_with_forces_riot(coder: EnglishCoder, text: str) -> None:
    claim = _coded(coder, text)
    assert claim.sub_event_type is SubEventType.VIOLENT_DEMONSTRATION
    assert [actor.kind for actor in claim.side_a] == [ActorKind.RIOTERS]
    assert [actor.kind for actor in claim.side_b] == [ActorKind.STATE_FORCES]


@pytest.mark.parametrize(
    "text",
    [
        "At least 14 people were killed in clashes between Hindus and Muslims in Aligarh.",
        "Supporters of rival parties clashed in Sylhet on Friday, leaving one person dead.",
        "Clashes broke out between students of two universities in Lahore on Monday.",
    ],
)
def test_people_who_clash_among_themselves_are_mobs(coder: EnglishCoder, text: str) -> None:
    claim = _coded(coder, text)
    assert claim.sub_event_type is SubEventType.MOB_VIOLENCE
    assert claim.side_a
    assert claim.side_b
    assert {a.kind for a in (*claim.side_a, *claim.side_b)} == {ActorKind.RIOTERS}


@pytest.mark.parametrize(
    "text",
    [
        "Clashes between police and gunmen in Culiacan on Sunday left five dead.",
        "Clashes between troops and tribesmen in Marib on Sunday left five dead.",
        "Clashes between soldiers and armed farmers in Bouake killed six soldiers.",
        "Clashes between villagers and Boko Haram militants in Borno on Monday left five dead.",
    ],
)
def test_people_with_arms_fight_a_battle(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text).sub_event_type is SubEventType.ARMED_CLASH
