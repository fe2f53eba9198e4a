"""Pylons and lines that are brought down, and cities left without power."""

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report, SubEventType


def _kinds(text: str) -> list[SubEventType]:
    report = Report(id="r", text=text, published=date(1990, 5, 3))
    return [claim.sub_event_type for claim in next(iter(coder().code([report]))).claims]


@pytest.mark.parametrize(
    "text",
    [
        "Guerrillas knocked down six power poles in San Vicente on Monday.",
        "Maoist rebels brought down two mobile phone towers in Dantewada on Monday.",
        "Guerrillas toppled 12 electricity pylons near Puno on Monday.",
        "Rebels downed power lines in Chalatenango on Monday.",
        "Rebels cut the power line to Maputo on Thursday.",
        "Guerrillas severed the railway line to Beira on Tuesday.",
        "LIMA, 3 MAY 90 (EFE) -- [TEXT] SHINING PATH GUERRILLAS DYNAMITED FOUR HIGH-VOLTAGE PYLONS "
        "NEAR HUANCAYO LAST NIGHT, LEAVING THE CITY WITHOUT POWER.",
    ],
)
def test_pylons_brought_down_are_property_destroyed(text: str) -> None:
    assert _kinds(text) == [SubEventType.LOOTING]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels shot down a helicopter near Perquin on Monday.", SubEventType.DISRUPTED_WEAPONS),
        (
            "Government soldiers left the town of Rutshuru on Tuesday without a fight.",
            SubEventType.NON_VIOLENT_TRANSFER,
        ),
        (
            "Rebels blew up two power pylons outside Peshawar on Tuesday, leaving the city in the "
            "dark.",
            SubEventType.REMOTE_EXPLOSIVE,
        ),
        (
            "Troops withdrew on Tuesday, leaving the town of Palma to the insurgents.",
            SubEventType.NON_VIOLENT_TRANSFER,
        ),
    ],
)
def test_other_things_brought_down_and_left_stay_what_they_are(
    text: str, kind: SubEventType
) -> None:
    assert _kinds(text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels blew up a mosque and a telephone mast when they fled Buq Aqable on Friday.",
        "Retreating soldiers blew up the bridge at Gisenyi on Thursday.",
        "Insurgents blew up a Sufi shrine near Zliten on Friday; nobody was hurt.",
    ],
)
def test_what_is_blown_up_where_nobody_is_hurt_is_property(text: str) -> None:
    assert _kinds(text) == [SubEventType.LOOTING]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels blew up a church in Jos on Sunday, killing six worshippers.",
        "Guerrillas dynamited an oil pipeline in Arauca on Thursday.",
        "Rebels blew up an army lorry on a bridge near Pulwama on Thursday.",
    ],
)
def test_who_blows_up_people_lorries_and_pipelines_bombs_them(text: str) -> None:
    assert _kinds(text) == [SubEventType.REMOTE_EXPLOSIVE]
