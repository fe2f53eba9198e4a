"""Which claims tell of an incident that the MUC-4 task wants told; the claims are made up."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import (
    Actor,
    ActorKind,
    Claim,
    DatePrecision,
    EventDate,
    Figure,
    Measure,
    Place,
    PlacePrecision,
    Status,
    SubEventType,
)
from terrorism import is_terrorism

DAY = date(1989, 5, 20)
REBELS = Actor(mention="rebels", kind=ActorKind.REBEL, country="SV")
TROOPS = Actor(mention="troops", kind=ActorKind.STATE_FORCES, country="SV")
VILLAGERS = Actor(mention="villagers", kind=ActorKind.CIVILIANS, country="SV")


def claim(
    kind: SubEventType,
    side_a: tuple[Actor, ...] = (),
    side_b: tuple[Actor, ...] = (),
    *,
    country: str = "SV",
    first: date = DAY,
    last: date = DAY,
    status: Status = Status.STATED,
    background: bool = False,
    killed: int | None = None,
    who: str | None = None,
) -> Claim:
    """Return a claim of that event."""
    figures = (
        (
            Figure(
                measure=Measure.KILLED,
                who=who,
                low=killed,
                best=killed,
                high=killed,
                text=str(killed),
            ),
        )
        if killed
        else ()
    )
    return Claim(
        id="c1",
        evidence=((0, 1),),
        sub_event_type=kind,
        date=EventDate(start=first, end=last, precision=DatePrecision.DAY),
        place=Place(
            name="there", canonical="there", country=country, precision=PlacePrecision.COUNTRY
        ),
        side_a=side_a,
        side_b=side_b,
        civilians_targeted=VILLAGERS in side_b and TROOPS not in side_b,
        figures=figures,
        status=status,
        background=background,
    )


CLASH, ATTACK = SubEventType.ARMED_CLASH, SubEventType.ATTACK
BOMB = SubEventType.REMOTE_EXPLOSIVE


@pytest.mark.parametrize(
    "told",
    [
        claim(ATTACK, (REBELS,), (VILLAGERS,)),
        claim(ATTACK, (TROOPS,), (VILLAGERS,)),
        claim(CLASH, (REBELS,), (TROOPS, VILLAGERS)),
        claim(BOMB),
        claim(BOMB, (REBELS,)),
        claim(ATTACK, killed=3),
        claim(ATTACK, (), (VILLAGERS,), first=date(1989, 4, 1), last=date(1989, 4, 1)),
        claim(
            ATTACK,
            (),
            (VILLAGERS,),
            first=date(1989, 4, 1),
            last=date(1989, 4, 1),
            background=True,
        ),
        claim(SubEventType.ABDUCTION, (), (VILLAGERS,)),
        pytest.param(
            claim(SubEventType.ABDUCTION, (REBELS,), (VILLAGERS,), first=date(1989, 4, 1)),
            id="held for seven weeks",
        ),
        pytest.param(claim(CLASH, (REBELS,), (TROOPS,), killed=3, who="children"), id="bystanders"),
        pytest.param(
            claim(
                ATTACK,
                (TROOPS,),
                (VILLAGERS,),
                first=date(1985, 4, 1),
                last=date(1985, 4, 1),
                status=Status.ATTRIBUTED,
                background=True,
            ),
            id="new suspects of an old crime",
        ),
    ],
)
def test_a_violent_act_against_others_than_fighters_is_one(told: Claim) -> None:
    assert is_terrorism(told, DAY)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(claim(CLASH, (REBELS,), (TROOPS,), killed=3), id="clash"),
        pytest.param(claim(CLASH, (REBELS,), killed=3), id="clash with nobody named"),
        pytest.param(claim(CLASH, (REBELS,), (TROOPS,), killed=3, who="soldiers"), id="soldiers"),
        pytest.param(claim(BOMB, (REBELS,), (TROOPS,)), id="military target"),
        pytest.param(claim(ATTACK, (), (TROOPS,), killed=2), id="exclusively military"),
        pytest.param(claim(ATTACK, (TROOPS,), (REBELS,)), id="state against rebels"),
        pytest.param(claim(BOMB, (TROOPS,)), id="state, and no civilian told"),
        pytest.param(claim(ATTACK, (REBELS,)), id="neither target nor toll"),
        pytest.param(claim(ATTACK, (), (VILLAGERS,), country="LB"), id="elsewhere"),
        pytest.param(
            claim(BOMB, first=date(1989, 3, 1), last=date(1989, 3, 1)), id="three months ago"
        ),
        pytest.param(claim(BOMB, first=date(1989, 4, 1)), id="sum of seven weeks"),
        pytest.param(
            claim(BOMB, (REBELS,), first=date(1989, 4, 1), status=Status.CLAIMED),
            id="sum that somebody tells",
        ),
        pytest.param(claim(BOMB, status=Status.PLANNED), id="planned"),
        pytest.param(claim(SubEventType.PEACEFUL_PROTEST, (), (VILLAGERS,)), id="no violence"),
    ],
)
def test_war_history_sums_and_other_countries_are_none(told: Claim) -> None:
    if told.place and told.place.country == "LB":
        people = VILLAGERS.model_copy(update={"country": "LB"})
        told = told.model_copy(update={"side_b": (people,)})
    assert not is_terrorism(told, DAY)
