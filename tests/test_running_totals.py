"""What a war has cost so far is a claim of its own."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.happenings import NONE, Happening
from dateline.coding.running_totals import without_a_total
from dateline.coding.second_look import Sides
from dateline.model import (
    Actor,
    ActorKind,
    Claim,
    DatePrecision,
    Figure,
    Measure,
    Report,
    SubEventType,
)
from found import read


def _claims(coder: EnglishCoder, text: str) -> tuple[Claim, ...]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2007, 5, 11))])
    return coded.claims


@pytest.mark.parametrize(
    ("total", "dead", "start"),
    [
        ("The war has killed 50,000 people since 1991.", 50_000, date(1991, 1, 1)),
        ("The eight-year conflict has killed 6,000 people.", 6_000, date(1999, 1, 1)),
        ("More than 70,000 people have been killed since 1983.", 70_001, date(1983, 1, 1)),
        ("Some 900 people have died since the revolt began in 1994.", 900, date(1994, 1, 1)),
        (
            "More than 700 people have been killed there since 2003.",
            701,
            date(2003, 1, 1),
        ),
        ("Some 9,000 people have died in eight years of insurgency.", 9_000, date(1999, 1, 1)),
        (
            "The conflict, now in its sixth year, has killed 9,000 people.",
            9_000,
            date(2002, 1, 1),
        ),
        (
            "The war entered its 12th year on Tuesday. About 90,000 people have died in it.",
            90_000,
            date(1996, 1, 1),
        ),
    ],
)
def test_what_a_war_has_cost_is_no_part_of_the_day(
    coder: EnglishCoder, total: str, dead: int, start: date
) -> None:
    text = f"A mine killed two soldiers near Kenema on Thursday. {total}"
    event, cost = _claims(coder, text)
    assert [figure.best for figure in event.figures] == [2]
    assert cost.sub_event_type is SubEventType.OTHER
    assert cost.background and not cost.side_a and not cost.side_b
    assert [figure.best for figure in cost.figures] == [dead]
    assert cost.date is not None
    assert (cost.date.start, cost.date.end) == (start, date(2007, 5, 11))
    assert cost.date.precision is DatePrecision.YEAR


@pytest.mark.parametrize(
    ("text", "civilians", "kind"),
    [
        ("Five medics were also killed in Bara on Monday.", True, SubEventType.ATTACK),
        ("Jets killed five medics in Bara on Monday.", True, SubEventType.AIR_STRIKE),
        ("Five rebels were killed in Bara on Monday.", False, SubEventType.ARMED_CLASH),
        ("More than 80 people have died in Bara since Monday.", True, SubEventType.OTHER),
    ],
)
def test_the_dead_of_a_day_are_no_other_development(
    coder: EnglishCoder, text: str, civilians: bool, kind: SubEventType
) -> None:
    findings = read(coder, text)
    members = [
        Happening(one, {NONE: 0.3 if one.lemma == "jet" else 0.1, "Other": 0.7})
        for one in findings.triggers
    ]
    who = ActorKind.CIVILIANS if civilians else ActorKind.REBEL
    sides: Sides = ([], [Actor(mention="five", kind=who)])
    dead = Figure(measure=Measure.KILLED, best=5, text="five")
    types = ["Other", "Peaceful protest", "Air/drone strike", "Armed clash", "Attack"]
    made = without_a_total(findings, members, SubEventType.OTHER, types, sides, [dead])
    assert made is kind


def test_a_toll_that_goes_on_stays_another_development(coder: EnglishCoder) -> None:
    text = "Troops took Kidal on Sunday. More than 80 people have died there since March 1."
    assert SubEventType.OTHER in {claim.sub_event_type for claim in _claims(coder, text)}


def test_a_total_of_none_but_the_displaced_is_displacement(coder: EnglishCoder) -> None:
    text = (
        "Rebels shelled Huambo on Thursday. The conflict has displaced more than 1.3 million "
        "people since 1992."
    )
    _, cost = _claims(coder, text)
    assert cost.sub_event_type is SubEventType.DISPLACEMENT and cost.background


@pytest.mark.parametrize(
    "text",
    [
        "Fighting near Kenema killed 30 rebels on Thursday.",
        "A mine killed two soldiers near Kenema on Thursday. Clashes killed nine more.",
        "Some 200 people have died in fighting in Kenema since the offensive began two weeks ago.",
    ],
)
def test_what_fighting_cost_in_a_day_is_no_running_total(coder: EnglishCoder, text: str) -> None:
    claims = _claims(coder, text)
    assert claims
    assert not any(claim.background for claim in claims)


def test_the_dead_and_the_displaced_of_a_war_are_one_total(coder: EnglishCoder) -> None:
    text = (
        "Since then hundreds of thousands of people have been killed in the fighting and more than "
        "10 million displaced, according to the United Nations."
    )
    (total,) = _claims(coder, text)
    assert {figure.measure for figure in total.figures} == {Measure.KILLED, Measure.DISPLACED}


def test_the_dead_of_a_day_that_bring_a_total_up_are_those_of_the_day(coder: EnglishCoder) -> None:
    text = (
        "At least 51 people were killed by air strikes across Grozny on Thursday, bringing the "
        "death toll to 52,243 throughout the war."
    )
    day = max(_claims(coder, text), key=lambda claim: not claim.background)
    assert [figure.best for figure in day.figures] == [51]
    assert not day.background


@pytest.mark.parametrize(
    "text",
    [
        "According to UN reports the conflict in Darfur has by now taken the lives of more than "
        "200,000 people.",
        "The five-year war in Yemen that has claimed over 100,000 lives shows no sign of ending.",
    ],
)
def test_what_a_war_has_cost_stands_by_itself(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 12, 2))])
    assert [claim.sub_event_type for claim in coded.claims] == [SubEventType.OTHER]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed three in Quetta, Pakistan, on Friday. At least 140 people have been killed "
        "since the campaign began on 10 April, a rights group says.",
        "Gunmen shot a judge in Baghdad, Iraq. More than 500 people have died since the violence "
        "erupted on 2 April, doctors say.",
    ],
)
def test_what_began_some_time_ago_is_told_with_its_toll(coder: EnglishCoder, text: str) -> None:
    (_, toll) = _claims(coder, text)
    assert [figure.measure for figure in toll.figures] == [Measure.KILLED]


def test_what_began_the_other_day_has_no_running_total(coder: EnglishCoder) -> None:
    claims = _claims(
        coder,
        "Clashes broke out in Mogadishu, Somalia, on Thursday. Three people have been killed since "
        "the fighting began on Thursday, a doctor said.",
    )
    assert [claim.background for claim in claims] == [False]


@pytest.mark.parametrize(
    ("total", "figures"),
    [
        (
            "The fighting for Gulu has killed more than 700 people and displaced some 90,000 "
            "since November, an aid agency says.",
            {(Measure.KILLED, 701), (Measure.DISPLACED, 90_000)},
        ),
        ("Gang violence has left 2,400 people dead since January.", {(Measure.KILLED, 2_400)}),
        (
            "The fighting in the north has killed more than 6,500 civilians since January.",
            {(Measure.KILLED, 6_501)},
        ),
    ],
)
def test_the_war_that_has_cost_so_much_is_no_event_beside_its_cost(
    coder: EnglishCoder, total: str, figures: set[tuple[Measure, int]]
) -> None:
    _, cost = _claims(coder, f"Shells hit a clinic in Gulu on Thursday, killing a nurse. {total}")
    assert cost.sub_event_type == SubEventType.OTHER and cost.background
    assert {(figure.measure, figure.best) for figure in cost.figures} == figures


def test_fighting_of_days_with_its_dead_is_an_event(coder: EnglishCoder) -> None:
    told = _claims(coder, "Heavy fighting in Gulu has killed 130 people since Tuesday.")
    assert [claim.sub_event_type for claim in told] == [SubEventType.ARMED_CLASH]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Some 3,000 people were killed in Natal this year.", True),
        ("More than 400 people have been murdered in the province this year.", True),
        ("At least 250 civilians were killed in Aceh in the first six months of this year.", True),
        ("About 900 people died in Sri Lanka's north last year.", True),
        # Near misses: who did it, how or on which day is told, or few died.
        ("Twelve people were killed by death squads in Medellin this year.", False),
        ("Some 40 people were killed in a massacre in Kolwezi this year.", False),
        ("Sixteen people were killed in Derry on Saturday, the most this year.", False),
        ("Gunmen have killed more than 40 judges in Colombia this year.", False),
    ],
)
def test_what_a_year_has_cost_a_land_is_no_single_event(
    coder: EnglishCoder, text: str, total: bool
) -> None:
    (claim,) = _claims(coder, text)
    assert (claim.sub_event_type is SubEventType.OTHER) == total


@pytest.mark.parametrize(
    ("total", "years"),
    [
        ("The 1992-95 war took about 100,000 lives.", (1992, 1995)),
        ("In 2001, a 34-day war killed about 21,200 people.", (2001, 2001)),
        ("The civil war killed 150,000 people from 1975 to 1990.", (1975, 1990)),
        ("Some 800,000 people were killed in the 1994 genocide.", (1994, 1994)),
        # No year tells that these are over.
        ("The war, which began in 1983, killed more than 70,000 people.", (1983, 2007)),
        ("The 2003 invasion and what followed have killed 100,000 people.", (2003, 2007)),
    ],
)
def test_what_a_war_cost_that_is_over_ends_with_it(
    coder: EnglishCoder, total: str, years: tuple[int, int]
) -> None:
    text = f"A mine killed two soldiers near Kenema on Thursday. {total}"
    cost = _claims(coder, text)[-1]
    assert cost.date is not None
    assert (cost.date.start.year, cost.date.end.year) == years
