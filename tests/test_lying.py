"""What only tells where a place lies, or where somebody comes from, is not where it happened."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.coding.findings import find
from dateline.coding.place_frames import glossed
from dateline.model import Report


def _place(coder: EnglishCoder, text: str) -> str | None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 3))])
    return coded.claims[0].place and coded.claims[0].place.name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Helicopters attacked Dibaga village located nearly 40 km to the south of the northern "
            "city of Erbil on Monday.",
            "Dibaga",
        ),
        (
            "Rebels attacked Kosheh town, which lies between Gedaref city and Kassala city, on "
            "Monday.",
            "Kosheh",
        ),
        (
            "Tikobo, about 90 km north of Zinder, was shelled by rebels who wounded four.",
            "Tikobo",
        ),
        (
            "A councillor was stabbed to death on Monday in the Durban suburb of Umlabiso.",
            "Umlabiso",
        ),
        (
            "Two people were shot dead on Monday in the Cape Town township of Khayelitsha.",
            "Khayelitsha",
        ),
        (
            "The bomb exploded on Monday in the Ghouta suburb of Damascus, killing three.",
            "Ghouta",
        ),
        (
            "Rebels stormed Tal Rahmun near the village of Handarat on Monday, killing six guards.",
            "Tal Rahmun",
        ),
        (
            "Two people died on Monday as shells fell on the East Ghouta area of rural Damascus.",
            "East Ghouta",
        ),
        (
            "Gunmen killed an elder on Monday on his way home in Mogadishu's Huriwa district.",
            "Huriwa",
        ),
        (
            "Two men died on Monday as gunmen stormed the Yarmouk Refugee Camp of Damascus.",
            "Yarmouk Refugee Camp",
        ),
        (
            "A car bomb on Monday killed nine guards at the French embassy in Libya.",
            "Libya",
        ),
        (
            "Gunmen shot a mayor dead on Monday in the central Mexico state of Hidalgo.",
            "Hidalgo",
        ),
        (
            "Rebels shelled Tambe village just south of the town of Kaga-Bandoro, killing six.",
            "Tambe",
        ),
        (
            "Two car bombs killed nine people in Bayaa, a Sunni neighbourhood in western Baghdad.",
            "Bayaa",
        ),
        (
            "Garfa, a village in Bama Local Government Area, was raided on Monday by gunmen who "
            "killed five people.",
            "Garfa",
        ),
        (
            "Bandits killed nine people on Monday in Kayamla village of Konduga LGA.",
            "Kayamla",
        ),
        (
            "Israeli soldiers shot dead two men on Monday in the West Bank city of Nablus.",
            "Nablus",
        ),
        (
            "Soldiers patrolled the capital Malabo, on the main island of Bioko, on Monday and "
            "shot a man.",
            "Malabo",
        ),
    ],
)
def test_what_a_place_lies_by_is_not_where_it_was(
    coder: EnglishCoder, text: str, place: str
) -> None:
    assert _place(coder, text) == place


def test_the_unit_that_a_village_is_in_only_tells_where_it_is(coder: EnglishCoder) -> None:
    text = (
        "Eleven farmers were killed in Dankwo village, Lapai local government area of Niger State."
    )
    (document,) = parse([Report(id="r", text=text, published=date(2016, 5, 3))])
    findings = find(document, coder.gazetteer, coder.table)
    village, unit = findings.places[:2]
    assert glossed(findings, unit) is village
    assert glossed(findings, village) is None
