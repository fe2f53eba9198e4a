"""Fighters called so are the group that the report names beside them."""

from __future__ import annotations

import pytest

from dateline.coding.labels import named_only, without_attackers
from dateline.model import Actor, ActorKind

GROUP = Actor(
    mention="Jaysh al-Islam",
    name="Jaysh al-Islam",
    kind=ActorKind.REBEL,
    country="SY",
    span=(0, 14),
)


def _called(mention: str, kind: ActorKind = ActorKind.REBEL, country: str | None = "SY") -> Actor:
    return Actor(mention=mention, name=None, kind=kind, country=country, span=(20, 30))


@pytest.mark.parametrize("mention", ["terrorists", "The 12 militants", "a jihadist group"])
def test_a_label_is_the_named_group(mention: str) -> None:
    assert named_only([GROUP, _called(mention)], frozenset()) == [GROUP]


@pytest.mark.parametrize("mention", ["Gunmen", "the two attackers", "a suspected bomber"])
def test_nameless_doers_are_its_men(mention: str) -> None:
    gunmen = _called(mention, ActorKind.UNIDENTIFIED, None)
    assert named_only([GROUP, gunmen], frozenset()) == [GROUP]
    unknown = _called("Unknown gunmen", ActorKind.UNIDENTIFIED, None)
    assert named_only([GROUP, unknown], frozenset()) == [GROUP, unknown]


@pytest.mark.parametrize("mention", ["other militants", "Kurdish fighters", "rebels"])
def test_others_stay(mention: str) -> None:
    assert len(named_only([GROUP, _called(mention)], frozenset())) == 2


def test_whom_a_sentence_joins_to_the_group_stays() -> None:
    both = frozenset({("rebel:SY", "Jaysh al-Islam"), ("Jaysh al-Islam", "rebel:SY")})
    assert len(named_only([GROUP, _called("militants")], both)) == 2


def test_fighters_of_another_country_stay() -> None:
    assert len(named_only([GROUP, _called("militants", country="LB")], frozenset())) == 2


def test_a_label_alone_stays() -> None:
    assert len(named_only([_called("terrorists")], frozenset())) == 1


ARMY = Actor(
    mention="the Special Task Force",
    name="Sri Lanka Special Task Force",
    kind=ActorKind.STATE_FORCES,
    country="LK",
    span=(0, 22),
)


@pytest.mark.parametrize(
    ("mention", "country", "stays"),
    [
        ("four commandos", "LK", False),
        ("an officer", "LK", False),
        # Near misses: another force, and another state's.
        ("police commandos", "LK", True),
        ("Indian troops", "IN", True),
    ],
)
def test_troops_are_the_force_of_their_state_that_is_named(
    mention: str, country: str, stays: bool
) -> None:
    troops = _called(mention, ActorKind.STATE_FORCES, country)
    assert (len(named_only([ARMY, troops], frozenset())) == 2) is stays


def test_no_states_troops_are_those_of_a_coalition() -> None:
    coalition = Actor(
        mention="the coalition",
        name="Global Coalition Against Daesh",
        kind=ActorKind.EXTERNAL_FORCES,
        country=None,
        span=(0, 13),
    )
    jets = _called("Russian jets", ActorKind.EXTERNAL_FORCES, "RU")
    assert len(named_only([coalition, jets], frozenset())) == 2


def test_dead_attackers_are_those_who_attacked() -> None:
    dead = _called("All ten attackers", ActorKind.UNIDENTIFIED, None)
    others = _called("Two gunmen", ActorKind.UNIDENTIFIED, None)
    police = _called("police", ActorKind.STATE_FORCES)
    assert without_attackers(([GROUP], [dead, others])) == ([GROUP], [others])
    assert without_attackers(([police], [dead])) == ([police], [dead])
