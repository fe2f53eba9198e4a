"""Who attacked and who was attacked, where the defenders are told of as acting."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "attackers", "defenders"),
    [
        (
            "On Tuesday Boko Haram fighters attacked Bosso. The army of Niger launched a "
            "counter-attack that killed 30 of the fighters.",
            ["Boko Haram fighters"],
            ["The army of Niger"],
        ),
        (
            "Rebels of the M23 attacked an army post at Sake on Friday. Congolese soldiers "
            "launched a counter-offensive, killing nine fighters.",
            ["Rebels of the M23"],
            ["Congolese soldiers"],
        ),
        # An attack that is taken and beaten.
        (
            "Russian troops absorbed an attack of Chechen fighters at Gudermes on Friday and "
            "killed dozens of them.",
            ["Chechen fighters"],
            ["Russian troops"],
        ),
        (
            "Angolan troops crushed a UNITA attack on Cuito Cuanavale on Wednesday, killing 40.",
            ["a UNITA"],
            ["Angolan troops"],
        ),
        (
            "The Houthis said they frustrated an infiltration attempt by coalition mercenaries "
            "near Midi on Wednesday.",
            ["coalition mercenaries"],
            ["The Houthis"],
        ),
        # Nobody else attacks: the offensive is their own.
        (
            "The Syrian army launched a counter-offensive near Hama, killing nine rebels.",
            ["The Syrian army"],
            ["nine rebels"],
        ),
    ],
)
def test_who_answers_an_attack_is_the_one_attacked(
    coder: EnglishCoder, text: str, attackers: list[str], defenders: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 5, 10))])
    (claim,) = coded.claims
    assert [actor.mention for actor in claim.side_a] == attackers
    assert [actor.mention for actor in claim.side_b] == defenders
