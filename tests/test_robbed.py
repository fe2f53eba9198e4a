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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels carried off medicines from the hospital of Dungu on Tuesday.", "Looting"),
        ("Soldiers carried off paintings from the museum in Kherson on Thursday.", "Looting"),
        ("Gunmen carried off three sacks of maize from a clinic near Bunia on Friday.", "Looting"),
        ("Rebels carried off 20 women from Duru on Monday.", "Abduction"),
        ("Armed men took away two relatives of a judge in Herat on Thursday.", "Abduction"),
    ],
)
def test_things_that_are_carried_off_are_looted(coder: EnglishCoder, text: str, kind: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2017, 3, 7))])
    assert [str(claim.sub_event_type).split("/")[0] for claim in coded.claims] == [kind]
