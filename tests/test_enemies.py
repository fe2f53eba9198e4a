"""A state's forces and rebels do not stand on one side of a fight with nobody against them."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.enemies import apart
from dateline.coding.second_look import Party
from dateline.model import Actor, ActorKind, Report, SubEventType


def _party(kind: ActorKind, a: float, b: float, at: int) -> Party:
    actor = Actor(mention=str(kind), name=None, kind=kind, country="CD", span=(at, at + 1))
    return Party(actor, a, b, at, 1, str(kind))


ARMY = _party(ActorKind.STATE_FORCES, 0.7, 0.3, 1)
REBELS = _party(ActorKind.REBEL, 0.6, 0.4, 5)
ARMY_KEY, REBEL_KEY = ARMY.key, REBELS.key


def test_who_acts_less_is_the_opponent() -> None:
    stands = {ARMY_KEY: 0, REBEL_KEY: 0}
    assert apart([ARMY, REBELS], stands, frozenset(), SubEventType.ARMED_CLASH) == {REBEL_KEY: 1}


def test_a_gain_says_who_acts() -> None:
    stands = {ARMY_KEY: 0, REBEL_KEY: 0}
    kind = SubEventType.NON_STATE_OVERTAKES
    assert apart([ARMY, REBELS], stands, frozenset(), kind) == {ARMY_KEY: 1}


def test_allies_and_parties_of_a_pact_stay_together() -> None:
    stands = {ARMY_KEY: 0, REBEL_KEY: 0}
    allies = frozenset({(ARMY_KEY, REBEL_KEY)})
    assert not apart([ARMY, REBELS], stands, allies, SubEventType.ARMED_CLASH)
    assert not apart([ARMY, REBELS], stands, frozenset(), SubEventType.AGREEMENT)


def test_who_has_an_opponent_stays() -> None:
    militia = _party(ActorKind.POLITICAL_MILITIA, 0.1, 0.8, 9)
    stands = {ARMY_KEY: 0, REBEL_KEY: 0, militia.key: 1}
    parties = [ARMY, REBELS, militia]
    assert not apart(parties, stands, frozenset(), SubEventType.ARMED_CLASH)


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers and seven Maoists were killed in Sukma on Monday.",
        "Six soldiers and 30 insurgents were killed in Cabo Delgado on Sunday.",
    ],
)
def test_the_dead_of_both_sides(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    (claim,) = coded.claims
    assert [actor.kind for actor in claim.side_a] == [ActorKind.STATE_FORCES]
    assert [actor.kind for actor in claim.side_b] == [ActorKind.REBEL]
