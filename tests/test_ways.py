"""Places to which somebody only goes, and from which a weapon only came."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.fixture(scope="module")
def coder() -> EnglishCoder:
    return EnglishCoder()


def _last(coder: EnglishCoder, text: str) -> str | None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2020, 5, 14))])
    place = coded.claims[-1].place
    return place.name if place else None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # Where somebody only heads for.
        (
            "Soldiers fell back towards Palma on Monday and left Mocimboa da Praia to the "
            "insurgents.",
            "Mocimboa da Praia",
        ),
        (
            "Jets bombed Saraqib on Friday. Dozens of families left by the road to Idlib on "
            "Saturday.",
            "Saraqib",
        ),
        (
            "Shells fell on the town of Loikaw. Thousands left the city by the road to Taunggyi on "
            "Monday.",
            "Loikaw",
        ),
        (
            "Rebels attacked Kamango on Thursday. More than 5,000 villagers have fled into Uganda.",
            "Kamango",
        ),
        (
            "A convoy on the road from Sanaa to Marib was ambushed on Monday and four soldiers "
            "were killed.",
            "Sanaa",
        ),
        # What is fired towards a town hits there, and no other place is told.
        ("The army fired rockets towards Kharkiv on Friday night, wounding three.", "Kharkiv"),
        ("Rebels advanced towards Bunia on Monday and fought soldiers for six hours.", "Bunia"),
        # Nor do those flee to a land who have come over its border.
        ("About 9,000 people crossed into Chad on Sunday.", "Chad"),
        # A weapon was brought down elsewhere than where it came from.
        ("A rocket fired from Gaza was intercepted above Sderot on Monday.", "Sderot"),
        (
            "The army said it had shot down a drone over Mount Hermon on Monday that was launched "
            "from Damascus.",
            "Mount Hermon",
        ),
        ("Police seized a lorry with 40 rockets in Hodeidah on Friday.", "Hodeidah"),
    ],
)
def test_where_somebody_goes_or_a_weapon_came_from_is_not_where_it_happened(
    coder: EnglishCoder, text: str, place: str
) -> None:
    assert _last(coder, text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bus hit a mine on the Kabul-Kandahar road near Ghazni on Tuesday.", "Ghazni"),
        ("Rebels blew up a tanker on the Baghdad-Ramadi highway outside Falluja.", "Falluja"),
        (
            "Guerrillas blew up a bridge on the road from San Salvador to San Miguel near "
            "Usulutan on Friday.",
            "Usulutan",
        ),
        ("Fighters seized the road linking Baghdad with Mosul near Samarra.", "Samarra"),
        # Where nothing tells where on the road, it is where the road begins.
        ("Gunmen kidnapped 20 travellers on the Kaduna-Abuja road in Nigeria.", "Kaduna"),
        ("A car bomb on the Damascus-Beirut road in Syria killed four people.", "Damascus"),
        # And no road joins two towns that are told by themselves.
        ("Shells fell on Homs and Rastan on Monday, near Hama a mine killed two.", "Hama"),
    ],
)
def test_what_befell_on_a_road_happened_where_on_the_road_is_told(
    coder: EnglishCoder, text: str, place: str
) -> None:
    assert _last(coder, text) == place
