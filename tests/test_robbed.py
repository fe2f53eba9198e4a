"""Armed men who take things and harm nobody have looted."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


def _types(coder: EnglishCoder, text: str) -> list[SubEventType]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 3, 6))])
    return [claim.sub_event_type for claim in coded.claims]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen looted a clinic in Bunia on Saturday and carried off the drugs and two vehicles. No"
        " staff were hurt.",
        "Bandits held up an aid convoy near Kutum on Monday and robbed the drivers.",
        "Armed men broke into the compound of an aid group in Batangafo on Sunday and stole money,"
        " radios and a car.",
        "Gunmen hijacked a WFP truck near El Fasher on Monday and stole its load of sorghum.",
    ],
)
def test_who_robs_and_harms_nobody_has_looted(coder: EnglishCoder, text: str) -> None:
    assert _types(coder, text) == [SubEventType.LOOTING]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen robbed a bus near Arusha on Sunday and shot dead its driver.", "Attack"),
        (
            "Gunmen looted shops in Tabarre on Sunday and abducted a doctor.",
            "Abduction/forced disappearance",
        ),
        (
            "Bandits kidnapped 20 pupils in Kaduna on Sunday and stole motorcycles.",
            "Abduction/forced disappearance",
        ),
        ("Rebels clashed with the army in Bria on Sunday and looted the market.", "Armed clash"),
    ],
)
def test_who_harms_people_besides_has_not(coder: EnglishCoder, text: str, kind: str) -> None:
    assert _types(coder, text) == [SubEventType(kind)]
