"""A bomb that somebody wears or drives into something is a suicide bomb."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType

SUICIDE, PLANTED = SubEventType.SUICIDE_BOMB, SubEventType.REMOTE_EXPLOSIVE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "A bomb strapped to a girl aged about ten went off in a market in Maiduguri on "
            "Saturday, killing 19.",
            SUICIDE,
        ),
        (
            "A woman detonated explosives strapped to her body at a checkpoint in Kidapawan, "
            "killing a soldier.",
            SUICIDE,
        ),
        (
            "An attacker rammed a car full of explosives into a police station in Lashkar Gah, "
            "killing nine.",
            SUICIDE,
        ),
        (
            "A boat packed with explosives rammed a navy ship off Trincomalee on Friday.",
            SUICIDE,
        ),
        ("A suicide boat bomb tore a hole in a frigate off Aden, killing 17 sailors.", SUICIDE),
        ("The 58 paratroopers killed by a suicide lorry bomb in Beirut were buried.", SUICIDE),
        ("A suicide man exploded himself at an office in Kabul on Monday, killing one.", SUICIDE),
        ("In Moscow 39 people were killed by two women with belts of explosives.", SUICIDE),
        ("A suicide car exploded at a post in Lawdar on Thursday, killing four soldiers.", SUICIDE),
        (
            "A father drove a van with explosives into a church in Surabaya on Sunday; 13 died.",
            SUICIDE,
        ),
        # Near misses: nobody rides them.
        ("A bomb strapped to a bicycle went off in a market in Kandahar, killing two.", PLANTED),
        ("A car packed with explosives blew up outside a bank in Bogota, killing two.", PLANTED),
    ],
)
def test_a_bomb_that_is_worn_or_driven_in_is_a_suicide_bomb(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 1, 12))])
    assert [claim.sub_event_type for claim in coded.claims] == [kind]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Four suicide car bombs exploded in Baghdad on Monday. US forces shot a fifth bomber "
            "before he could set off his charge.",
            [],
        ),
        # Near miss: who is shot at blew himself up all the same.
        (
            "Troops opened fire at a suicide bomber, who blew himself up at a checkpoint in Mosul "
            "and killed two soldiers.",
            ["unidentified armed group"],
        ),
    ],
)
def test_forces_that_shoot_a_bomber_sent_none(
    coder: EnglishCoder, text: str, kinds: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2003, 10, 27))])
    (claim,) = (one for one in coded.claims if one.sub_event_type == SUICIDE)
    assert [actor.kind for actor in claim.side_a] == kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A woman detonated her vest beside a queue in Mersin on Friday and killed six.", SUICIDE),
        ("Two men set off their belts at a market in Baidoa on Sunday, killing 14.", SUICIDE),
        ("A man set off the explosives he wore in a bar in Haifa, killing 15 people.", SUICIDE),
        (
            "A blast at a station in Perm killed ten people on Tuesday; a woman had set off "
            "explosives strapped round her waist.",
            SUICIDE,
        ),
        ("A woman in Baquba detonated explosives under her coat, killing 12 people.", SUICIDE),
        ("A woman blew up a bomb hidden under her robe in Colombo and killed two.", SUICIDE),
        ("A truck bomb rammed into a hotel in Islamabad on Saturday, killing 50.", SUICIDE),
        ("A car bomb rammed a police checkpoint in Grozny, killing five officers.", SUICIDE),
        ("A car bomb ploughed into a police academy in Bogota and killed 22 cadets.", SUICIDE),
        ("Rebels drove a car bomb into Omagh and parked it; it killed 29 people.", PLANTED),
        ("A car bomb exploded as a bus crashed into a wall in Beirut, killing four.", PLANTED),
        ("A woman detonated a bomb hidden in a bag in Jaffna and fled; ten died.", PLANTED),
        # Near misses: nothing is worn.
        ("Guerrillas set off explosives under a bridge near Gulu, killing two people.", PLANTED),
        ("Rebels detonated a mine beside a lorry near Jinja on Friday and killed six.", PLANTED),
    ],
)
def test_what_somebody_wears_and_sets_off_is_a_suicide_bomb(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 7, 12))])
    assert [claim.sub_event_type for claim in coded.claims] == [kind]


def test_a_belt_that_is_only_to_be_set_off_is_none(coder: EnglishCoder) -> None:
    text = "A gunman in Lyon shot four clerks dead on Friday and threatened to detonate his belt."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2014, 7, 12))])
    assert SUICIDE not in {claim.sub_event_type for claim in coded.claims}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SVBIED detonated at a police checkpoint in Samarra, killing 6 officers.", SUICIDE),
        ("PBIED attack on a market in Bama, 14 civilians killed.", SUICIDE),
        ("Militants attacked an army post near Gamboru with an SVBIED, killing two.", SUICIDE),
        ("Insurgents detonated a BBIED at the gate of the fort in Kunduz, hurting 4.", SUICIDE),
        (
            "An SVBIED was destroyed by troops near Samarra on Sunday.",
            SubEventType.DISRUPTED_WEAPONS,
        ),
        ("A VBIED exploded in Baghdad, killing 9 people.", PLANTED),
    ],
)
def test_letters_say_that_a_bomb_was_borne(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 1, 12))])
    assert [claim.sub_event_type for claim in coded.claims] == [kind]
