"""A capital that stands for its government is not where something happened."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


def _places(coder: EnglishCoder, text: str) -> list[str | None]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 12))])
    return [claim.place.name if claim.place else None for claim in coded.claims]


@pytest.mark.parametrize(
    "text",
    [
        "Washington said on Tuesday that Serb forces had shelled villages.",
        "Khartoum accused the rebels of bombing an oil field.",
        "Tehran blamed Baghdad for a missile that killed nine people.",
        "Talks between Juba and the rebels broke down after soldiers attacked a camp on Sunday.",
        "Juba and the rebels signed a ceasefire on Monday.",
        "Jakarta's forces killed seven rebels on Tuesday.",
        "A militia backed by Kigali lost 30 fighters in an ambush on Monday.",
        "Colombo ordered its troops to shell the rebels' last positions.",
        "The government in Bangui said that rebels had burned a village.",
    ],
)
def test_a_government_is_no_place(coder: EnglishCoder, text: str) -> None:
    assert set(_places(coder, text)) == {None}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # where it is told besides
        ("Kigali blamed the army for shells that killed two people in Gisenyi.", "Gisenyi"),
        ("Juba and the rebels signed a ceasefire in Addis Ababa on Monday.", "Addis Ababa"),
        (
            "Eritrean guns shelled Zalambessa on Monday. There was no word from Asmara. Twelve "
            "soldiers were killed.",
            "Zalambessa",
        ),
        (
            "Five rebels were shot dead near Bireuen on Monday. They have fought for independence "
            "from Jakarta since 1976.",
            "Bireuen",
        ),
        # the town itself
        ("Kabul lost power after a lorry bomb exploded, killing 64 people.", "Kabul"),
        ("A bomb killed two people in Juba on Monday.", "Juba"),
        ("Baghdad was hit by two car bombs that killed 20.", "Baghdad"),
        ("Kabul saw its worst bombing in years on Monday, which killed 80 people.", "Kabul"),
        ("Rebels shelled Damascus and its airport on Monday, killing three.", "Damascus"),
        ("Fighting between Juba and Yei killed ten people on Monday.", "Juba"),
        (
            "The army shelled two suburbs of Damascus on Sunday residents said.",
            "Damascus",
        ),
        ("Washington police shot dead a gunman on Monday.", "Washington"),
    ],
)
def test_a_capital_may_be_the_place(coder: EnglishCoder, text: str, place: str) -> None:
    assert _places(coder, text) == [place]
