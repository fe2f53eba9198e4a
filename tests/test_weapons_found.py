"""Weapons that are found or seized are no attack, no conquest and no arrest."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Report, SubEventType


def _types(coder: EnglishCoder, text: str) -> set[SubEventType]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 3, 8))])
    return {claim.sub_event_type for claim in coded.claims}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (
            "A roadside bomb was found and defused near Peshawar after blasts killed 20 "
            "people in the province.",
            SubEventType.REMOTE_EXPLOSIVE,
        ),
        (
            "Troops seized 40 rifles in Bria a week after rebels killed six soldiers there.",
            SubEventType.ARMED_CLASH,
        ),
    ],
)
def test_what_was_done_before_weapons_were_found_is_another_event(
    coder: EnglishCoder, text: str, other: SubEventType
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 3, 8))])
    killed = {claim.sub_event_type: bool(claim.figures) for claim in coded.claims}
    assert killed == {SubEventType.DISRUPTED_WEAPONS: False, other: True}


@pytest.mark.parametrize(
    "text",
    [
        "Troops recovered 3 AK-47s and 200 rounds in Kaga LGA, Borno.",
        "Police captured 34 pistols and 17,000 bullets in Addis Ababa.",
        "Commandos seized eight guns and 500 live bullets after a raid on a house in Cali.",
        "Two rifles, a machine gun and 85 rounds were recovered from a hideout in Kupwara.",
        "Police recovered two suicide vests from a car in Kabul.",
        "Rebels captured five tanks and a rocket launcher from the army near Jisr.",
        "A bomb meant for a train was found at Bandar station hours before it could go off.",
        "Police found a roadside bomb that militants had planted near the bridge at Kidal.",
        "Parcel bombs sent to two embassies in Rome were intercepted before they could explode.",
        "Experts blew up a suspect van in Derry in a controlled explosion.",
        "The bomb under the car of an inspector in Baksan was removed by sappers.",
    ],
)
def test_weapons_found_are_disrupted(coder: EnglishCoder, text: str) -> None:
    assert _types(coder, text) == {SubEventType.DISRUPTED_WEAPONS}


@pytest.mark.parametrize(
    "text",
    [
        "Troops killed four rebels and recovered three rifles in Kitcharao.",
        "The army captured the town of Sake and seized weapons.",
        "Rockets hit the base in Mosul and launchers were found later.",
        "A bomb planted by separatists exploded in Turbat before police found it.",
        "A bomb killed two soldiers in Lima before it could be defused.",
    ],
)
def test_who_also_fights_has_done_more(coder: EnglishCoder, text: str) -> None:
    assert _types(coder, text) != {SubEventType.DISRUPTED_WEAPONS}


def test_who_finds_what_others_laid_acts_on_them(coder: EnglishCoder) -> None:
    text = "Three bombs planted by the FARC were recovered by soldiers near Tumaco on Sunday."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2011, 3, 8))])
    (claim,) = coded.claims
    assert claim.sub_event_type is SubEventType.DISRUPTED_WEAPONS
    assert [actor.kind for actor in claim.side_a] == [ActorKind.STATE_FORCES]
    assert [actor.kind for actor in claim.side_b] == [ActorKind.REBEL]


def test_who_laid_what_is_dismantled_has_not_found_it(coder: EnglishCoder) -> None:
    text = "The army dismantled dozens of mines planted by the terrorists in houses in Sinjar."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2018, 1, 9))])
    (claim,) = coded.claims
    assert [actor.kind for actor in claim.side_a] == [ActorKind.STATE_FORCES]
    assert [actor.kind for actor in claim.side_b] == [ActorKind.REBEL]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Rebels seized the coal mine at Rubaya on Monday.",
            SubEventType.NON_STATE_OVERTAKES,
        ),
        (
            "UNITA rebels captured the diamond mines of Cafunfo after a day of fighting.",
            SubEventType.NON_STATE_OVERTAKES,
        ),
        (
            "Separatists took the Komsomolets mine in Horlivka on Sunday.",
            SubEventType.NON_STATE_OVERTAKES,
        ),
        (
            "Soldiers seized 40 mines and two rockets in a house in Mosul on Friday.",
            SubEventType.DISRUPTED_WEAPONS,
        ),
        (
            "Police seized anti-personnel mines in Jalalabad on Friday.",
            SubEventType.DISRUPTED_WEAPONS,
        ),
    ],
)
def test_a_mine_that_is_dug_is_ground(coder: EnglishCoder, text: str, kind: SubEventType) -> None:
    assert _types(coder, text) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "Engineers took apart 12 bombs which insurgents had left in houses of Tikrit on Monday.",
        "Kurdish fighters blew up a car bomb before it reached their lines near Sinjar on Monday.",
        "A sapper team detonated an unexploded mine on the road to Zugdidi on Thursday.",
        "Sappers blew up a mine under control near Gali on Friday; nobody was hurt.",
        "Soldiers destroyed a lorry bomb near Mosul on Sunday before it could reach their post.",
    ],
)
def test_a_bomb_that_is_made_harmless_is_disrupted(coder: EnglishCoder, text: str) -> None:
    assert _types(coder, text) == {SubEventType.DISRUPTED_WEAPONS}


@pytest.mark.parametrize(
    "text",
    [
        "Guerrillas detonated a bomb as a patrol passed near Saravena, killing two policemen.",
        "An engineer was killed when a bomb exploded under his car in Lima on Friday.",
        "Two sappers were killed when a mine went off as they cleared a road near Gali on Sunday.",
    ],
)
def test_a_bomb_that_goes_off_is_not(coder: EnglishCoder, text: str) -> None:
    assert _types(coder, text) == {SubEventType.REMOTE_EXPLOSIVE}


@pytest.mark.parametrize(
    "text",
    [
        "Engineers took apart 40 bombs from houses in Mosul on Monday.",
        "Gali: mine of five kilos on the railway removed by sappers on Wednesday.",
        "Police prevented a bombing in Bilbao on Tuesday by finding a bomb under a bench.",
        "Soldiers foiled an ambush near Huanta on Monday when they discovered a mine on the road.",
        "Dogs found two mines beside a pipeline in Arauca; they were blown up under control.",
    ],
)
def test_a_find_that_undoes_an_attack_is_all_that_is_told(coder: EnglishCoder, text: str) -> None:
    assert _types(coder, text) == {SubEventType.DISRUPTED_WEAPONS}


@pytest.mark.parametrize(
    "text",
    [
        "A mine on the railway near Gali killed two sappers on Wednesday.",
        "A bomb under a bench in Bilbao went off on Tuesday; police had removed a flag from it.",
        "Rebels blew up a pipeline in Arauca on Friday, and soldiers found them in a wood.",
    ],
)
def test_an_attack_that_no_find_undoes_stays_one(coder: EnglishCoder, text: str) -> None:
    assert SubEventType.DISRUPTED_WEAPONS not in _types(coder, text)
