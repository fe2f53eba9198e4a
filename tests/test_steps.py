"""Steps of armed groups and states that need no fighting, and the same words of others."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


def _coded(coder: EnglishCoder, text: str) -> list[SubEventType]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 8, 14))])
    return [claim.sub_event_type for claim in coded.claims]


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram pledged allegiance to Islamic State.",
        "Jabhat al-Nusra renamed itself Jabhat Fateh al-Sham and cut its ties with al-Qaeda.",
        "Ansaru and Boko Haram merged.",
        "Five rebel groups formed an alliance in Kidal.",
        "A curfew was imposed in Imphal after the killings.",
        "President Cristiani declared a state of siege and a curfew in San Salvador.",
        "Ethiopia's parliament approved martial law in Tigray.",
        "Russia mobilised 300,000 reservists.",
        "Two battalions in Benghazi went over to the rebels.",
        "Soldiers of the third brigade crossed over to Savimbi's side at Huambo.",
        "Four hundred Taliban fighters in Ghor have switched sides.",
    ],
)
def test_a_step_of_a_group_or_a_state_is_a_change(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == [SubEventType.CHANGE]


@pytest.mark.parametrize(
    "text",
    [
        "The company renamed itself Meta.",
        "The two banks merged.",
        "The boy band disbanded in Seoul.",
        "New citizens pledged allegiance to the flag in Boston.",
        "The governor declared a state of emergency after floods hit Limpopo.",
        "A curfew was imposed in Paris to slow the spread of Covid-19.",
        "The army called up two new players for the football team.",
        "The rebels may disband next year.",
        "The minister switched sides and backed the bill in Canberra.",
        "The band's singer went over to a rival label.",
    ],
)
def test_the_same_words_of_others_are_none(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == []


def test_rebels_who_make_peace_agree(coder: EnglishCoder) -> None:
    text = "Rebels and the government of Sierra Leone made peace in Lome."
    assert _coded(coder, text) == [SubEventType.AGREEMENT]


@pytest.mark.parametrize(
    "text",
    [
        "Nine farm workers had their throats slit near Kolofata in the night.",
        "Armed men in Ghardaia slit the throats of 98 villagers and hacked the imam to pieces.",
        "Six priests lay dead on the lawn of a college in Bukavu, shot at close range.",
    ],
)
def test_how_people_are_killed_tells_an_attack(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == [SubEventType.ATTACK]


def test_a_curfew_of_those_who_took_a_town_is_no_step_of_a_state(coder: EnglishCoder) -> None:
    text = (
        "M23 rebels took the town of Rubaya on Monday after days of fighting with the army. By "
        "nightfall the rebels had hoisted their flag over the town hall and announced a curfew."
    )
    assert SubEventType.CHANGE not in _coded(coder, text)
