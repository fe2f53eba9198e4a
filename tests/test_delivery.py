"""How a weapon came decides what it was."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType

AIR, SHELLING = SubEventType.AIR_STRIKE, SubEventType.SHELLING
PLANTED = SubEventType.REMOTE_EXPLOSIVE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("MiGs rained bombs on Axum.", AIR),
        ("The army was accused of dropping phosphorus bombs on Kauda on Sunday night.", AIR),
        ("A quadcopter dropped a munition on farmers in Kherson, wounding two.", AIR),
        ("Helicopters hit the village of Tal Rifaat with rockets, killing four.", AIR),
        ("Air force planes rocketed the slums of San Salvador on Monday, killing nine.", AIR),
        ("Russian artillery and helicopters pounded Shatoi for a second day.", AIR),
        ("Helicopter gunships attacked a rebel column near Bangui, killing 15 fighters.", AIR),
        (
            "Soldiers backed by gunships attacked a camp near Garamba and killed six rebels.",
            SubEventType.ARMED_CLASH,
        ),
        (
            "All 14 soldiers on board were killed when a Mi-17 was downed by rebels near Slaviansk "
            "on Thursday.",
            SubEventType.DISRUPTED_WEAPONS,
        ),
        (
            "Rebels killed 12 soldiers in clashes near Kuito on Tuesday; the army lost a "
            "helicopter in the fighting.",
            SubEventType.ARMED_CLASH,
        ),
        ("Rebels attacked an army base near Kidal with drones, killing six soldiers.", AIR),
        (
            "Troops attacked a rebel camp with tanks and helicopters near Pibor, and 20 died "
            "in the fighting.",
            SubEventType.ARMED_CLASH,
        ),
        ("Egyptian guns opened fire at Kantara on Monday and killed three Israelis.", SHELLING),
        ("Israeli Mirages shot up a convoy in the Sinai on Tuesday.", AIR),
        (
            "Men with machine guns opened fire in a bar in Cali, killing six.",
            SubEventType.ATTACK,
        ),
        ("An Israeli gunboat fired on a beach in Gaza City on Wednesday, killing four.", SHELLING),
        ("Army units bombed a market in Douma with heavy artillery, killing 13.", SHELLING),
        ("An unexploded shell killed two boys in Nagorno-Karabakh.", PLANTED),
        ("Insurgents bombed a church in Kaduna on Sunday, killing 12.", PLANTED),
        ("A church in Jos was bombed by Boko Haram on Monday.", PLANTED),
        ("Rebels bombed the airport in Goma with a drone on Monday.", AIR),
        ("The rebels bombed Aden from the air on Monday.", AIR),
        ("Haftar's forces bombed Tripoli on Monday.", AIR),
        ("Attackers dropped a bag with a bomb at a bus stop in Nairobi; it wounded five.", PLANTED),
        ("American Superfortresses dropped 200 tons of bombs on Sinuiju, killing 40 men.", AIR),
        ("Israeli Mirages attacked the airfield at Inchas on Monday, killing nine men.", AIR),
        ("French Gazelles destroyed a column near Mopti, killing 20 rebels.", AIR),
        ("Bombs fell on the port of Assab on Sunday and killed three dockers.", AIR),
        ("A bomb from an F-16 flattened a house in Zeitoun and killed 13.", AIR),
        ("The commander was killed by bunker-busting bombs in Beirut on Friday.", AIR),
        ("Thirty civilians died in the aerial and artillery bombardment of Idlib.", AIR),
        ("The army's aviation struck rebel positions near Lugansk.", AIR),
        ("Rebels attacked the barracks in Harasta with mortars and rockets.", SHELLING),
        ("The group fired three mortar bombs at a barracks in Newry.", SHELLING),
        ("Two rockets fired by a helicopter hit a school in Azaz, killing nine people.", AIR),
        ("Rockets fired from trucks at a helicopter base near Kherson killed nine.", SHELLING),
        ("The volunteers were bombed by artillery as they drove into Afrin on Sunday.", SHELLING),
        ("Villages near Douma were hit by rockets fired from helicopters on Sunday.", AIR),
        ("Patrol boat strikes mine off Trincomalee", PLANTED),
        ("A tank opened fire on a bus near Shatoi and killed seven refugees.", SHELLING),
        (
            "Gunmen attacked a police post in Kidal with rifles and grenades on Monday.",
            SubEventType.ARMED_CLASH,
        ),
    ],
)
def test_how_a_weapon_came_decides_what_it_was(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 8, 14))])
    assert [claim.sub_event_type for claim in coded.claims] == [kind]


@pytest.mark.parametrize(
    ("text", "doer", "other"),
    [
        (
            "The Houthis fired a missile at Khamis Mushait; Saudi air defences shot it down.",
            "SA",
            "YE",
        ),
        ("Iran launched a dozen drones at Erbil, and US forces shot them down.", "US", "IR"),
        (
            "The Houthis fired a missile towards Riyadh, which was intercepted by Saudi forces.",
            "SA",
            "YE",
        ),
        ("Hezbollah launched a drone that was shot down by an Israeli jet.", "IL", "LB"),
    ],
)
def test_who_shoots_down_what_others_fire_acts(
    coder: EnglishCoder, text: str, doer: str, other: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    (claim,) = coded.claims
    assert [actor.country for actor in claim.side_a] == [doer]
    assert [actor.country for actor in claim.side_b] == [other]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A US bomb hit the office of a broadcaster in Kabul on Tuesday.", AIR),
        ("Saudi bombs destroyed a market in Saada on Tuesday.", AIR),
        # Near miss: a bomb that somebody planted, or that was only made there.
        ("A bomb hit a police car in Kabul and killed nine people.", PLANTED),
        ("An Iranian-made bomb hit a US convoy in Amara and killed two soldiers.", PLANTED),
    ],
)
def test_the_bomb_of_a_nation_that_hits_something_was_dropped(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 11, 13))])
    assert [claim.sub_event_type for claim in coded.claims] == [kind]
