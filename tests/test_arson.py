"""Fires that a crowd set, and fires that nobody's crowd did."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Arsonists set fire to a party office in Colombo.", "Looting/property destruction"),
        ("Unknown people set fire to an election office in Dhaka.", "Looting/property destruction"),
        ("Two mosques were set on fire in Lowa on Tuesday night.", "Looting/property destruction"),
        ("Five people died when arsonists set fire to a house in Solingen.", "Attack"),
        ("Protesters set fire to the town hall in Oaxaca.", "Violent demonstration"),
        ("A police post was set on fire during riots in Kashmir.", "Violent demonstration"),
        (
            "Supporters of the jailed president burned 25 lorries on the N3 near Durban on Friday.",
            "Violent demonstration",
        ),
        (
            "Students torched a bus and looted a shop in Dhaka on Wednesday.",
            "Violent demonstration",
        ),
        ("Rebels burned 30 houses in Kiwanja on Sunday.", "Looting/property destruction"),
        ("Youths set fire to cars in Clichy on Sunday night.", "Violent demonstration"),
    ],
)
def test_who_is_no_crowd_does_not_riot(coder: EnglishCoder, text: str, kind: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2012, 8, 3))])
    assert [str(claim.sub_event_type) for claim in coded.claims] == [kind]
