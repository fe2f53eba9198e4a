"""Victims and doers told by what they do for a living, or by how they looked."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    "victims",
    [
        "two schoolteachers",
        "a village chief",
        "three labourers",
        "two woodcutters",
        "a polio vaccinator",
        "four devotees",
        "two street vendors",
        "the president of the Supreme Court",
        "the president of the bar association",
    ],
)
def test_people_told_by_their_work_are_civilians(coder: EnglishCoder, victims: str) -> None:
    text = f"Rebels shot dead {victims} near Bambari in the Central African Republic on Monday."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 18))])
    (claim,) = coded.claims
    assert [str(actor.kind) for actor in claim.side_b] == ["civilians"]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "A human rights lawyer was abducted by masked men in Nairobi.",
            ["unidentified armed group"],
        ),
        (
            "Two villagers were hacked to death by machete-wielding men in Cabo Delgado.",
            ["unidentified armed group"],
        ),
        # Hunters who are a militia are no civilians.
        ("Dozo hunters attacked a village near Mopti in Mali, killing 37.", ["identity militia"]),
    ],
)
def test_doers_told_by_their_looks(coder: EnglishCoder, text: str, doers: list[str]) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 18))])
    (claim,) = coded.claims
    assert [str(actor.kind) for actor in claim.side_a] == doers


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        (
            "A roadside bomb wounded Samir Haddad, a Lebanese police officer, near Sidon.",
            ["state forces"],
        ),
        (
            "Police shot dead Carlos Ruiz, a leader of the Sinaloa cartel, in Culiacan.",
            ["political militia"],
        ),
        # Near misses: an elder, and one who is no policeman any more.
        ("A bomb killed Haji Omar, a tribal elder, in Kunar.", ["civilians"]),
        ("Gunmen killed Maria Lopez, the wife of a policeman, in Sinaloa.", ["civilians"]),
    ],
)
def test_a_person_is_what_the_apposition_says(
    coder: EnglishCoder, text: str, victims: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 18))])
    (claim,) = coded.claims
    assert [str(actor.kind) for actor in claim.side_b] == victims
