"""Who did it by what a sentence after the event says of the doers or of their fire."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Report

KILLED = "Nine villagers were shot dead near Monguno on Friday. "
GUNMEN = "Gunmen killed nine villagers near Monguno on Friday. "
SHELLS = "Shells hit a market in Taiz on Friday, killing three people. "


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (KILLED + "The attackers were from Boko Haram.", [ActorKind.REBEL]),
        (KILLED + "The killers were members of Boko Haram.", [ActorKind.REBEL]),
        (KILLED + "The perpetrators are thought to be Boko Haram fighters.", [ActorKind.REBEL]),
        (KILLED + "Boko Haram was identified as the perpetrator.", [ActorKind.REBEL]),
        (KILLED + "Perpetrators: Boko Haram fighters.", [ActorKind.REBEL]),
        (GUNMEN + "Survivors identified them as Boko Haram fighters.", [ActorKind.REBEL]),
        (GUNMEN + "Residents described the attackers as soldiers.", [ActorKind.STATE_FORCES]),
        (SHELLS + "The bombardment came from army positions.", [ActorKind.STATE_FORCES]),
        (SHELLS + "The source of the fire was the Houthis.", [ActorKind.REBEL]),
        (SHELLS + "Residents said it had come from the lines of the Houthis.", [ActorKind.REBEL]),
        # Who did it is not told.
        (SHELLS + "The bombardment did not come from army positions.", []),
        (KILLED + "They were members of Boko Haram.", []),
        (GUNMEN + "The victims were soldiers.", [ActorKind.UNIDENTIFIED]),
        (GUNMEN + "Residents identified them as soldiers.", [ActorKind.UNIDENTIFIED]),
        (SHELLS + "The wounded came from army positions.", []),
    ],
)
def test_who_the_doers_are_said_to_be(
    coder: EnglishCoder, text: str, kinds: list[ActorKind]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 23))])
    assert [actor.kind for actor in coded.claims[0].side_a] == kinds
