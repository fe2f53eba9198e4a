"""People whom a sentence takes for a group's."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Report

PKK, ETA, TIGERS = "Kurdistan Workers' Party", "ETA", "Liberation Tigers of Tamil Eelam"
R, C = ActorKind.REBEL, ActorKind.CIVILIANS


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Sri Lankan troops killed five people believed to be Tigers near Mullaitivu.", TIGERS),
        ("French police arrested three people suspected of belonging to ETA near Rodez.", ETA),
        ("Turkish police detained 31 people on suspicion of links to the PKK in Izmir.", PKK),
        ("Soldiers in Peru shot a man accused of membership of the Shining Path.", None),
        ("Spanish police arrested six people alleged to be members of ETA in Bilbao.", ETA),
        ("Police in Paris arrested seven people with links to ETA on Monday.", ETA),
        ("An air strike in Dohuk killed six people, thought to be fighters of the PKK.", PKK),
    ],
)
def test_people_are_of_the_group_they_are_taken_for(
    coder: EnglishCoder, text: str, group: str | None
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2008, 3, 4))])
    (one,) = coded.claims[0].side_b
    assert (one.kind, one.name) == (R, group or "Shining Path")


def test_so_are_those_who_act(coder: EnglishCoder) -> None:
    text = "Two men, believed to be guerrillas of the FMLN, killed a mayor in Guazapa on Monday."
    (coded,) = coder.code([Report(id="r", text=text, published=date(1985, 6, 6))])
    assert [actor.kind for actor in coded.claims[0].side_a] == [R]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers killed a man accused of helping the rebels in Thaton in Myanmar.",
        "Al-Shabaab shot two men accused of spying for the government in Barawe.",
        "A bomb killed three people known to be opponents of Hamas in Khan Yunis.",
    ],
)
def test_others_stay_civilians(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 10, 10))])
    assert [actor.kind for actor in coded.claims[0].side_b] == [C]
