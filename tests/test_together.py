"""Who acts, or is acted on, together with another stands on the same side."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Actor, Report


def _who(actors: tuple[Actor, ...]) -> set[str]:
    return {actor.name or str(actor.kind) for actor in actors}


CASES = [
    (
        "Central African soldiers with Russian instructors attacked rebels near Bria on Monday.",
        {"state forces", "external forces"},
        {"rebel"},
    ),
    (
        "Nigerian troops together with vigilantes killed ten Boko Haram fighters in Gwoza.",
        {"state forces", "political militia"},
        {"Boko Haram"},
    ),
    (
        "Soldiers clashed with rebels near Bria on Monday.",
        {"state forces"},
        {"rebel"},
    ),
    (
        "Sudanese soldiers and Janjaweed militiamen attacked Kutum, killing nine farmers.",
        {"state forces", "Janjaweed"},
        {"civilians"},
    ),
    (
        "Government troops backed by Rwandan soldiers recaptured Palma from insurgents on Monday.",
        {"state forces", "external forces"},
        None,
    ),
    (
        "Soldiers and tribal fighters seized a cache of weapons near Marib on Monday.",
        {"state forces", "identity militia"},
        None,
    ),
    (
        "The army and allied militia attacked rebels near Malakal on Monday.",
        {"state forces", "political militia"},
        {"rebel"},
    ),
    (
        "A roadside bomb killed five policemen and a shepherd near Ghazni on Monday.",
        None,
        {"state forces", "civilians"},
    ),
    (
        "A suicide bomber killed eight people including a general in Quetta on Monday.",
        None,
        {"civilians", "state forces"},
    ),
    (
        "The rebels, backed by Eritrean troops, captured Kassala on Monday.",
        {"rebel", "external forces"},
        None,
    ),
    (
        "Colombian marines and paramilitaries raided San Onofre on Monday, killing seven peasants.",
        {"state forces", "political militia"},
        {"civilians"},
    ),
    (
        "A drone strike killed two Hezbollah fighters and a farmer in Tyre on Monday.",
        None,
        {"Hezbollah", "civilians"},
    ),
    (
        "An air strike killed six people, including a Houthi commander, in Hodeidah on Monday.",
        None,
        {"civilians", "Houthis"},
    ),
    (
        "Gunmen shot dead a councillor and two of his bodyguards in Mogadishu on Friday.",
        None,
        {"civilians", "state forces"},
    ),
    (
        "Fighters of the Bangsamoro Islamic Freedom Fighters and of the Moro Islamic Liberation "
        "Front ambushed policemen in Mamasapano on Monday.",
        {"Bangsamoro Islamic Freedom Fighters", "Moro Islamic Liberation Front"},
        {"state forces"},
    ),
    (
        "Police and ruling-party youths beat up opposition supporters in Harare on Friday.",
        {"state forces", "political militia"},
        {"civilians"},
    ),
    # Near misses: who fights each other.
    (
        "Clashes between soldiers and militiamen in Bukavu killed ten people on Monday.",
        {"state forces"},
        {"political militia"},
    ),
    (
        "Two soldiers and five militants were killed in a clash in Zamboanga on Monday.",
        {"state forces"},
        {"rebel"},
    ),
]


@pytest.mark.parametrize(("text", "first", "second"), CASES)
def test_those_whom_a_sentence_ties_together_stand_together(
    coder: EnglishCoder, text: str, first: set[str] | None, second: set[str] | None
) -> None:
    report = Report(id="t", text=text, published=date(2019, 5, 14))
    [claim] = next(iter(coder.code([report]))).claims
    assert first is None or _who(claim.side_a) == first
    assert second is None or _who(claim.side_b) == second
