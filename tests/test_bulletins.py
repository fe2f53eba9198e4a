"""Places where something was only told: a communique issued in Lisbon."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            "UNITA said in a communique issued in Lisbon that its forces had routed a brigade of "
            "the Angolan army on the Lomba River, killing 600 government troops.",
            "Lomba River",
        ),
        (
            "In a statement distributed in Beirut, the Eritrean rebels said they had captured the "
            "town of Nacfa.",
            "Nakfa",
        ),
        (
            "In a message faxed to news agencies in Nicosia, the group said it had killed two "
            "Israeli soldiers in Hebron.",
            "Hebron",
        ),
        (
            "At a press conference in Geneva, the guerrillas said they had shelled the garrison at "
            "Chipinga, killing nine soldiers.",
            "Chipinge",
        ),
        # Nor is the war fought in the country from which it is told.
        (
            "A rebel broadcast picked up in Nairobi said fighters had taken the port of Assab from "
            "Ethiopian troops.",
            "Assab",
        ),
        # A place where something is done to what is sent.
        ("Three people were killed by a letter bomb sent to a bank in Athens.", "Athens"),
        ("Gunmen killed two men who handed out leaflets in Belfast on Monday.", "Belfast"),
    ],
)
def test_nothing_happens_where_a_statement_is_given_out(
    coder: EnglishCoder, text: str, town: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1987, 3, 3))])
    (claim,) = coded.claims
    assert claim.place is not None
    assert claim.place.canonical == town
    assert claim.place.lat is not None


@pytest.mark.parametrize(
    "text",
    [
        "A rebel spokesman in Paris said the guerrillas had killed 40 Libyan soldiers near "
        "Faya-Largeau.",
        "The rebels said in a statement released in Paris that they had killed 40 Libyan soldiers "
        "near Faya-Largeau.",
    ],
)
def test_where_somebody_speaks_holds_no_town(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1985, 6, 12))])
    (claim,) = coded.claims
    assert claim.place is not None
    assert (claim.place.canonical, claim.place.country) == ("Faya-Largeau", "TD")
