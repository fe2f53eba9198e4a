"""Peoples that attack or are attacked."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Actor, Report

ARMED = "identity militia"


def kinds(actors: tuple[Actor, ...]) -> list[str]:
    return [str(actor.kind) for actor in actors]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The Murle attacked the village of Lekwongole on Monday and abducted 12 children.",
            [ARMED],
            ["civilians"],
        ),
        ("Pokot herders were killed by Turkana near Kapedo on Monday.", [ARMED], ["civilians"]),
        (
            "Armed Fulani drove 600 Berom from their villages near Jos on Monday.",
            [ARMED],
            ["civilians"],
        ),
        (
            "Gunmen killed 20 Dinka near Malakal on Monday.",
            ["unidentified armed group"],
            ["civilians"],
        ),
        ("Police arrested 30 Luo in Kisumu on Monday.", ["state forces"], ["civilians"]),
        # Near misses: somebody else who is told to act, and what is only called after a people.
        (
            "Kuki insurgents killed nine soldiers near Ukhrul on Monday.",
            ["rebel"],
            ["state forces"],
        ),
        (
            "The Naga Students' Federation condemned the killing of nine soldiers near Ukhrul.",
            [],
            ["state forces"],
        ),
    ],
)
def test_a_people_stands_on_the_side_that_the_syntax_gives_it(
    coder: EnglishCoder, text: str, first: list[str], second: list[str]
) -> None:
    report = Report(id="t", text=text, published=date(2014, 6, 10))
    claim = next(iter(coder.code([report]))).claims[0]
    assert kinds(claim.side_a) == first
    assert kinds(claim.side_b) == second
