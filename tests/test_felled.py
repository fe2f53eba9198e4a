"""Whom forces of a state kill: gunmen and suspects without a name are acted on."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Actor, Report

GUNMEN = "unidentified armed group"


def _kinds(actors: tuple[Actor, ...]) -> list[str]:
    return [str(actor.kind) for actor in actors]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Kenyan police killed two gunmen in Garissa on Monday.", "state forces", GUNMEN),
        ("Policemen shot and killed two armed men near Quetta on Monday.", "state forces", GUNMEN),
        ("Border guards killed three attackers in Mindanao on Monday.", "state forces", GUNMEN),
        ("Policemen killed four suspects near Kisumu on Monday.", "state forces", "other"),
        (
            "Commandos killed the three gunmen in the siege of a hotel in Ouagadougou.",
            "state forces",
            GUNMEN,
        ),
        # Near misses: the dead had attacked, or gunmen do the killing.
        (
            "Kenyan police killed two gunmen who had attacked a police post in Mandera on Monday.",
            GUNMEN,
            "state forces",
        ),
        # So do rebels and bands by name; where they had not they are acted on.
        (
            "Afghan troops killed four insurgents trying to attack a base near Ghazni on Monday.",
            "rebel",
            "state forces",
        ),
        (
            "Soldiers killed two Hamas gunmen who threw grenades at them near Rafah on Monday.",
            "rebel",
            "external forces",
        ),
        (
            "Soldiers killed three LTTE rebels in a raid on a camp near Jaffna on Monday.",
            "state forces",
            "rebel",
        ),
        ("Gunmen killed two policemen in Nairobi on Monday.", GUNMEN, "state forces"),
        ("A policeman was killed by gunmen in Basra on Sunday.", GUNMEN, "state forces"),
    ],
)
def test_forces_that_kill_gunmen_act(
    coder: EnglishCoder, text: str, first: str, second: str
) -> None:
    report = Report(id="t", text=text, published=date(2019, 5, 14))
    claims = next(iter(coder.code([report]))).claims
    assert [(_kinds(one.side_a), _kinds(one.side_b)) for one in claims] == [([first], [second])]
