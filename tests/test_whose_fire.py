"""Whose planes or shells they were, told behind the word for them."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("An air strike, probably Israeli, hit a base near Palmyra and killed 14 people.", ["IL"]),
        ("Drones thought to be Ukrainian struck two houses in Moscow on Tuesday.", ["UA"]),
        ("A warplane, Russian or Syrian, bombed a market in Idlib, killing 31.", ["RU", "SY"]),
        ("Missiles said to be Iranian hit a camp near Choman in Iraq, wounding six.", ["IR"]),
        ("Bombs dropped by American jets hit Tripoli in Libya and killed 15 people.", ["US"]),
        # What follows is of somebody else.
        ("Planes bombed a school in Azaz, Syrian doctors said, and two children died.", []),
        ("Shells hit a school in Aleppo on Friday. Syrian television blamed nobody.", []),
    ],
)
def test_fire_is_of_those_it_is_said_to_be_of(
    coder: EnglishCoder, text: str, countries: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2023, 5, 30))])
    assert [actor.country for actor in coded.claims[0].side_a] == countries


def test_so_is_what_is_brought_down(coder: EnglishCoder) -> None:
    text = "A drone, believed to be Turkish, was shot down near Kifri in Iraq on Monday."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 4, 2))])
    assert [actor.country for actor in coded.claims[0].side_b] == ["TR"]
