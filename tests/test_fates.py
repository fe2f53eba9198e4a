"""People counted by one fate: killed and no longer captured, or no victims but the doers."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A gunman killed three policemen and wounded four in Quetta.", ["injured 4", "killed 3"]),
        (
            "Four people, three of them Malaysians, were killed and more than a hundred hurt.",
            ["injured 101", "killed 3", "killed 4"],
        ),
        ("In May 26 men, most of them tourists, were killed in Pahalgam.", ["killed 26"]),
        (
            "Nine passengers of a van, all monks and two of them boys, were shot dead.",
            ["killed 2", "killed 9"],
        ),
        (
            "Seven policemen were killed in the blast, as were six militants.",
            ["killed 6", "killed 7"],
        ),
        ("Two men, a driver and a guard, were killed.", ["killed 2"]),
        ('The army says that 15 "terrorists" were killed.', ["killed 15"]),
        ("Police say that 577 rioters are in custody.", ["captured 577"]),
        ("Three farmers, many said, had grown rich.", []),
        # another count of them, in a sentence that tells of nothing else
        (
            "A bomb in Kano killed nine people on Friday. Another medic put it at twelve.",
            ["killed 12", "killed 9"],
        ),
        (
            "A bomb killed 15 civilians in Goma on Friday. On Saturday that toll rose to 21.",
            ["killed 15", "killed 21"],
        ),
        (
            "A raid on Goma killed ten people on Friday. The mayor gave 30 interviews.",
            ["killed 10"],
        ),
        (
            "A motorcycle bomber killed at least 16 people and wounded 40 in Hasakeh.",
            ["injured 40", "killed 16"],
        ),
        ("A rebel shot and killed two officers before fleeing in Cali.", ["killed 2"]),
        ("A soldier shot and killed four people in a mosque in Kandahar.", ["killed 4"]),
        ("Gunmen abducted and killed a worker in Quetta.", ["killed 1"]),
        ("A driver was abducted and later shot dead by bandits in Zamfara.", ["killed 1"]),
        (
            "A bomb in Cali killed five people and 12 were taken to hospital.",
            ["injured 12", "killed 5"],
        ),
        ("Rebels attacked Jaffna on Monday. The army put its losses at 40.", ["killed 40"]),
        ("Shelling in Taiz killed two men, whose bodies were taken to hospital.", ["killed 2"]),
        # different people, and doers that were killed themselves
        ("Police killed or captured 30 rebels in Cusco.", ["captured 30", "killed 30"]),
        ("Eight nurses were kidnapped or killed in Minya.", ["captured 8", "killed 8"]),
        ("A suicide bomber was killed before he reached the gate in Quetta.", ["killed 1"]),
        ("Soldiers shot and wounded a farmer near Jenin.", ["injured 1"]),
        ("Three men were shot and killed in Acapulco.", ["killed 3"]),
        # who is told by name counts only where no toll is given
        ("General Nasser Ahmed was killed by a mine in Marib.", ["killed 1"]),
        (
            "Troops in Marib killed Abu Hamza al-Masri, a local commander, and 14 other militants "
            "in a raid.",
            ["killed 14"],
        ),
    ],
)
def test_one_fate(coder: EnglishCoder, text: str, figures: list[str]) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 9))])
    found = {f"{f.measure} {f.best}" for claim in coded.claims for f in claim.figures}
    assert sorted(found) == figures
