"""Gas that is used as a weapon, however it came, and gas that is used on nobody."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


def _coded(coder: EnglishCoder, text: str) -> list[str]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2012, 8, 3))])
    return [str(claim.sub_event_type) for claim in coded.claims]


@pytest.mark.parametrize(
    "text",
    [
        "Government troops used sulphur mustard in an attack on the Kurdish town of Halabja.",
        "Sudanese warplanes dropped bombs filled with a poisonous gas on two villages in Marra.",
        "Helicopters dropped a barrel filled with poison gas canisters on Rumadi, killing two.",
        "Members of a cult released sarin in the Tokyo underground on Monday, killing 12 people.",
        "Rebels fired shells containing mustard agent at Peshmerga positions near Gwer.",
        "Two shells with a blistering agent hit Mosul airport, wounding five soldiers.",
    ],
)
def test_what_carries_gas_is_a_chemical_weapon(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == ["Chemical weapon"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "American jets bombed a factory near Khartoum that was said to make nerve gas.",
            "Air/drone strike",
        ),
        (
            "Rockets hit a chlorine factory near Avdiivka, killing two workers.",
            "Shelling/artillery/missile attack",
        ),
        (
            "A truck carrying chlorine was blown up by a bomb near Ramadi, killing two.",
            "Remote explosive/landmine/IED",
        ),
        (
            "Police seized canisters of sarin from a flat in Istanbul.",
            "Disrupted weapons use",
        ),
    ],
)
def test_gas_that_is_made_or_found_is_used_on_nobody(
    coder: EnglishCoder, text: str, kind: str
) -> None:
    assert _coded(coder, text) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "FARC guerrillas attacked the town of Toribio with gas cylinders packed with dynamite, "
        "killing four policemen.",
        "Insurgents attacked a checkpoint with gas cylinder mortars in Aleppo, killing three "
        "soldiers.",
        "Two gas canisters filled with petrol exploded outside a bank in Athens, hurting a guard.",
    ],
)
def test_a_vessel_for_cooking_gas_is_filled_with_explosives(coder: EnglishCoder, text: str) -> None:
    assert "Chemical weapon" not in _coded(coder, text)
    assert _coded(coder, text)


@pytest.mark.parametrize(
    "text",
    [
        "Helicopters dropped chlorine gas cylinders on Sarmin, killing six people.",
        "Troops fired gas shells at Halabja, killing 30 people.",
    ],
)
def test_gas_that_is_named_or_fired_in_shells_poisons(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == ["Chemical weapon"]
