"""Forces that share the nation told before the first of them."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Israeli soldiers and policemen raided Jenin on Tuesday and arrested nine men.",
            ["external forces:IL"],
        ),
        ("US Marines and soldiers killed nine insurgents in Ramadi, Iraq.", ["external forces:US"]),
        (
            "Russian soldiers, sailors and marines seized the port of Berdyansk, Ukraine.",
            ["external forces:RU"],
        ),
        ("Turkish tanks and artillery shelled Afrin in Syria on Sunday.", ["external forces:TR"]),
        # Near misses: the others have an article or a word of their own, or no state's before them.
        (
            "French troops and the police shot two looters in Bouake, Ivory Coast.",
            ["external forces:FR", "state forces:CI"],
        ),
        (
            "American troops and local police arrested nine men in Mosul, Iraq.",
            ["external forces:US", "state forces:IQ"],
        ),
        (
            "Kurdish fighters and soldiers shelled Tal Afar in Iraq on Sunday.",
            ["rebel:IQ", "state forces:IQ"],
        ),
    ],
)
def test_bare_forces_share_the_nation_of_those_beside_them(
    coder: EnglishCoder, text: str, doers: list[str]
) -> None:
    (coded,) = coder.code([Report(id="t", text=text, published=date(2014, 3, 1))])
    (claim,) = coded.claims
    # A force that bears a name of its own counts by kind and country too.
    assert list(dict.fromkeys(f"{one.kind}:{one.country}" for one in claim.side_a)) == doers
