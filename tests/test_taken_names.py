"""Names that are places' by what is told of them: villages, ends of roads, towns."""

from __future__ import annotations

import pytest

from dateline.coding.document import parse
from dateline.coding.places import find_places
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Report


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen killed nine people in the village of Imam Wais, north of Baghdad.", "Imam Wais"),
        ("A shell killed two in the village of Maar Shamarin in Syria.", "Maar Shamarin"),
        ("Militants in Mali attacked the post of Tanal Berra.", "Tanal Berra"),
        ("Helicopters bombed Lebow, a settlement in Somalia, killing two herders.", "Lebow"),
        ("Rebels shelled Tongtoyo, a small mining town in Sudan.", "Tongtoyo"),
        ("Four people died in the town of Bria Monday in the Central African Republic.", "Bria"),
        ("A shell killed two in the city of Aleppo Syria on Friday.", "Aleppo"),
        ("A lorry was ambushed on the Gulu-Kitgum road in northern Uganda.", "Gulu"),
        ("A car hit a mine on the Titao-Ouahigouya road in Burkina Faso.", "Titao"),
        ("Another blew up in Yemen under a minibus at Hays the next day.", "Hays"),
        ("In Papua, rebels attacked a military post at Mbua, Indonesian police said.", "Mbua"),
        ("NATO planes hit a Bosnian Serb ammunition dump at Pale on Thursday.", "Pale"),
        ("Gunmen in Niger killed five people at the market of Fambita on Friday.", "Fambita"),
    ],
)
def test_what_is_told_of_a_name_makes_it_a_place(
    gazetteer: Gazetteer, text: str, name: str
) -> None:
    [document] = parse([Report(id="r", text=text)])
    assert name in [m.place.name for m in find_places(document, gazetteer)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen in Peru shot four soldiers near Tintay Puncu.", "Tintay"),
        ("The house of Lords Haw met in London.", "Lords Haw"),
        ("Gunmen attacked the base at Christmas and fled to Baga in Nigeria.", "Christmas"),
        ("Legend makes the hill the burial site of King Arthur.", "King Arthur"),
        ("Rebels killed Okello, a village chief, in Uganda.", "Okello"),
        ("Mexico's Calderon said that police in Reynosa had fled.", "Calderon"),
    ],
)
def test_a_part_of_a_name_is_none(gazetteer: Gazetteer, text: str, name: str) -> None:
    [document] = parse([Report(id="r", text=text)])
    assert name not in [m.place.name for m in find_places(document, gazetteer)]
