"""Names that no gazetteer has where they open a sentence, or a part of which some place has."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.document import parse
from dateline.coding.places import find_places
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Report


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("day", "text", "names"),
    [
        (
            "1994-04-19", "At Nyarubuye, a hilltop parish in Kibungo, militiamen killed 200.",
            ["Nyarubuye", "Kibungo"],
        ),
        (
            "1993-06-07", "Soldiers patrolled Mogadishu. Near Belet Huen, Italians shot a looter.",
            ["Mogadishu", "Belet Huen"],
        ),
        (
            "2003-07-22", "Rebels reached Monrovia and took Bushrod Island on Saturday.",
            ["Monrovia", "Bushrod Island"],
        ),
        (
            "2000-05-26", "In Sierra Leone, two reporters were shot at Rogberi Junction.",
            ["Sierra Leone", "Rogberi Junction"],
        ),
        ("2001-02-03", "In Parliament, police arrested two men from Nairobi.", ["Nairobi"]),
        ("2001-02-03", "Near Midnight, a bomb went off in Nampula.", ["Nampula"]),
        ("2023-04-22", "In Unity State, rebels took Leer.", ["Unity State", "Leer"]),
    ],
)  # fmt: skip
def test_a_name_is_whole(gazetteer: Gazetteer, day: str, text: str, names: list[str]) -> None:
    [document] = parse([Report(id="r", text=text, published=date.fromisoformat(day))])
    places = [mention.place.name for mention in find_places(document, gazetteer)]
    assert places == names
