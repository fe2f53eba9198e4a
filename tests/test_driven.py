"""Ground that is taken by driving somebody from it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Actor, Report


def called(actor: Actor | None) -> str | None:
    return None if actor is None else actor.name or f"{actor.kind}:{actor.country}"


@pytest.mark.parametrize(
    ("text", "kind", "to", "left"),
    [
        (
            "Somali troops drove al-Shabaab fighters out of the town of Bardhere on Friday.",
            "Government regains territory",
            "state forces:SO",
            "Al-Shabaab",
        ),
        (
            "Ethiopian troops were pushed out of Mekelle on Friday by Tigrayan fighters.",
            "Non-state actor overtakes territory",
            "Tigray Defense Forces",
            "state forces:ET",
        ),
        (
            "The army in Congo chased the rebels from their bases near Butembo on Friday.",
            "Government regains territory",
            "state forces:CD",
            "rebel:CD",
        ),
        (
            "The rebels were driven out of Monrovia in Liberia on Friday.",
            "Government regains territory",
            None,
            "rebel:LR",
        ),
        (
            "The army in Mali pushed the rebels back from three villages near Kidal on Friday.",
            "Government regains territory",
            "state forces:ML",
            "rebel:ML",
        ),
        (
            "Nigerian troops pushed Boko Haram back from its strongholds in Sambisa on Friday.",
            "Government regains territory",
            "state forces:NG",
            "Boko Haram",
        ),
    ],
)
def test_who_drives_somebody_from_a_place_takes_it(
    coder: EnglishCoder, text: str, kind: str, to: str | None, left: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2022, 6, 14))])
    (claim,) = coded.claims
    assert claim.sub_event_type == kind
    assert claim.control is not None
    assert (called(claim.control.to), called(claim.control.from_)) == (to, left)
    assert left in [called(actor) for actor in claim.side_b]


@pytest.mark.parametrize(
    "text",
    [
        "The army in Mali drove the rebels back from the outskirts of Kidal on Friday.",
        "Troops in Herat in Afghanistan pushed the fighters back from the Malan bridge on Sunday.",
        "The army in Mali fought rebels in Kidal on Friday and vowed to drive them from the town.",
        "Police drove protesters from the square in Khartoum on Friday.",
        "Serb forces expelled 2,000 Muslims from the town of Zvornik on Friday.",
    ],
)
def test_who_is_driven_back_or_unarmed_loses_no_ground(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2022, 6, 14))])
    assert coded.claims
    assert all(claim.control is None for claim in coded.claims)
