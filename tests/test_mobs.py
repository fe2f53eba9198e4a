"""Several people in no armed group who kill with their hands are a mob."""

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
        "Villagers beat to death a woman accused of witchcraft in Iringa on Tuesday.",
        "Two men suspected of spying were beaten to death by villagers in Bijapur on Sunday.",
        "A suspected thief was beaten to death by residents of a slum in Nairobi on Friday.",
        "Zulu workers attacked Somali-owned shops in Durban on Friday, killing one trader.",
        "Students attacked a lecturer in Kabul on Monday.",
        "Moslem youths beat to death a schoolteacher in East Java on Monday.",
        "A crowd in Acatlan dragged two men out of the police station and burnt them alive.",
        # armed with what is at hand
        "Villagers armed with spears and axes attacked a bus of settlers near Kisumu on Monday.",
        "Local residents armed with sticks beat two Muslim traders to death in Anand on Friday.",
        "Migrant workers hacked or stabbed eight people to death in Thokoza on Saturday.",
    ],
)
def test_people_who_kill_with_their_hands_are_a_mob(coder: EnglishCoder, text: str) -> None:
    claim = _coded(coder, text)
    assert claim.sub_event_type is SubEventType.MOB_VIOLENCE
    assert [actor.kind for actor in claim.side_a] == [ActorKind.RIOTERS]
    assert {actor.kind for actor in claim.side_b} == {ActorKind.CIVILIANS}


@pytest.mark.parametrize(
    "text",
    ["Nine people were lynched in Puebla on Monday.", "A pogrom in Kielce left 41 Jews dead."],
)
def test_what_nobody_but_a_mob_does(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text).sub_event_type is SubEventType.MOB_VIOLENCE


@pytest.mark.parametrize(
    "text",
    [
        "Five villagers were killed in an attack by bandits in Zamfara on Monday.",
        "Residents attacked by bandits in Katsina fled on Sunday.",
        "Residents said militiamen killed three men in Ituri on Monday.",
        "Five workers killed, two injured in attack on a quarry in Balochistan",
        "Armed villagers killed four soldiers in Bahr el Ghazal on Sunday.",
        "Students armed with knives and pistols killed a professor in Baghdad on Sunday.",
    ],
)
def test_victims_and_witnesses_are_no_mob(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    assert all(one.sub_event_type is not SubEventType.MOB_VIOLENCE for one in coded.claims)
    assert all(a.kind is not ActorKind.RIOTERS for one in coded.claims for a in one.side_a)


@pytest.mark.parametrize(
    "text",
    [
        "Senegalese crowds killed 40 Moors in Dakar on Monday.",
        "Crowds of Azeris killed nine Armenians in Baku on Monday.",
    ],
)
def test_crowds_that_kill_are_no_protest_put_down(coder: EnglishCoder, text: str) -> None:
    claim = _coded(coder, text)
    assert claim.sub_event_type is SubEventType.MOB_VIOLENCE
    assert [actor.kind for actor in claim.side_a] == [ActorKind.RIOTERS]
    assert [actor.kind for actor in claim.side_b] == [ActorKind.CIVILIANS]


def test_crowds_that_are_fired_at_are_no_mob(coder: EnglishCoder) -> None:
    claim = _coded(coder, "Soldiers fired at crowds in Hama on Monday, killing nine.")
    assert claim.sub_event_type is SubEventType.EXCESSIVE_FORCE
