"""Happenings of one report that cannot be one event."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.cannot_link import apart, ground
from dateline.coding.clauses import clause_of
from dateline.coding.coder import EnglishCoder
from dateline.coding.coders import coder
from dateline.coding.day_entries import day_entries
from dateline.coding.happenings import Happening
from dateline.model import Report
from found import read


def test_a_death_of_long_ago_is_no_part_of_today_s() -> None:
    text = (
        "The mayor of Tocache was killed in 1989 by Shining Path rebels. On Tuesday his son was"
        " shot dead in Tarapoto."
    )
    report = Report(id="r", text=text, published=date(2017, 11, 8))
    claims = next(iter(coder().code([report]))).claims
    starts = sorted((str(claim.date.start), claim.background) for claim in claims if claim.date)
    assert starts == [("1989-01-01", True), ("2017-11-07", False)]


SHELLED = {"Shelling/artillery/missile attack": 1.0}


def test_the_act_that_killed_more_is_another() -> None:
    text = (
        "Shells killed 34 people in Taiz, Yemen, on Friday. A further nine were killed in air "
        "strikes and rocket attacks on the other side of the city."
    )
    findings = read(EnglishCoder(), text)
    grounds = {
        trigger.lemma: ground(findings, Happening(trigger, SHELLED))
        for trigger in findings.triggers
    }
    assert grounds["rocket attack"].beyond and not grounds["shell"].beyond
    assert apart(grounds["shell"], grounds["rocket attack"])
    assert not apart(grounds["air strike"], grounds["rocket attack"])


def test_whom_rebels_shelled_and_killed_they_killed_by_their_fire() -> None:
    text = "Rebels shelled Sake and killed a woman. Helicopters fired rockets and killed a boy."
    findings = read(EnglishCoder(), text)
    fire = [
        ground(findings, Happening(trigger, SHELLED, {0: (0.9, 0.0)})).rebel_fire
        for trigger in findings.triggers
        if trigger.lemma == "kill"
    ]
    assert fire == [True, False]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Another mine, on the same road, killed a farmer.", True),
        ("Another car bomb blew up in Algiers.", True),
        ("A gunship was shot down, and another helicopter was hit near Lubango.", True),
        ("In another encounter, soldiers killed three rebels near Imphal.", True),
        ("In other fighting, tribesmen shot down a helicopter.", True),
        ("Soldiers fired on the bus and another shell hit it.", False),
        ("The second bomb killed a fireman at the same spot.", False),
        ("Another soldier was wounded in the blast.", False),
        ("In the same battle ten rebels died.", False),
    ],
)
def test_another_weapon_or_fight_is_another_event(
    coder: EnglishCoder, text: str, other: bool
) -> None:
    findings = read(coder, text)
    clauses = [clause_of(findings, trigger) for trigger in findings.triggers]
    assert any(clause and clause.other for clause in clauses) is other


DIARY = """Tuesday 5 April. The Serbs took the hill above the town in the night.
Eleven dead were brought in before noon.
Thursday 7 April. Two shells fell on the market. Four people died.
Sunday 17 April. The hospital was hit by a rocket."""


def test_what_stands_under_two_days_of_a_diary_is_two_events() -> None:
    findings = read(EnglishCoder(), DIARY)
    grounds = [ground(findings, Happening(trigger, SHELLED)) for trigger in findings.triggers]
    days = {one.sentence: one.entry for one in grounds}
    assert set(days.values()) == {"tuesday 5 april", "thursday 7 april", "sunday 17 april"}
    shells, rocket = (
        next(one for one in grounds if one.entry == day)
        for day in ("thursday 7 april", "sunday 17 april")
    )
    assert apart(shells, rocket) and not apart(shells, shells)


def test_two_days_at_the_head_of_lines_are_no_diary() -> None:
    findings = read(EnglishCoder(), DIARY.rsplit("\n", 1)[0])
    assert not day_entries(findings.document)
