"""Victims told one by one in a list, and pairs of people."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.document import parse
from dateline.coding.figures import find_figures
from dateline.model import Report


def counts(text: str) -> list[tuple[str, int]]:
    """Return the measure and best number of each figure of a text, sorted."""
    (document,) = parse([Report(id="r", text=text, published=date(2020, 1, 1))])
    figures = [mention.figure for mention in find_figures(document)]
    return sorted((str(f.measure), f.best or f.low or f.high or 0) for f in figures)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Four gendarmes and their commander died in an ambush at Hakkari.",
            [("killed", 1), ("killed", 4)],
        ),
        (
            "Two engineers and their driver were kidnapped near Arbil.",
            [("captured", 1), ("captured", 2)],
        ),
        (
            "Three policemen, the chief district officer and a clerk died in Salyan.",
            [("killed", 1), ("killed", 1), ("killed", 3)],
        ),
        (
            "Five gunmen, a guardsman, a civilian and an inmate died at Culiacan.",
            [("killed", 1), ("killed", 1), ("killed", 1), ("killed", 5)],
        ),
        ("All 14 rebels were killed, along with a hostage.", [("killed", 1), ("killed", 14)]),
        # Near misses: relatives, appositions that tell who those counted are, who speaks.
        ("Four miners and his wife died in Tete.", [("killed", 4)]),
        ("Two men, a driver and a guard, were killed in Jolo.", [("killed", 2)]),
        ("Three Britons, a nurse, a cook and a driver, were hurt.", [("injured", 3)]),
        ("Six villagers were killed, an elder and a priest said.", [("killed", 6)]),
        ("Two soldiers were killed; the commander and a doctor met the press.", [("killed", 2)]),
        ("Gunmen took 12 people, including two hostages.", [("captured", 2), ("captured", 12)]),
    ],
)
def test_who_stands_in_a_list_with_those_counted_is_one_of_them(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Both pilots were killed near Asadabad.", [("killed", 2)]),
        ("Both journalists were abducted in Grozny.", [("captured", 2)]),
        ("An elderly couple were killed by the shelling.", [("killed", 2)]),
        ("A Swiss couple was abducted in Mindanao.", [("captured", 2)]),
        ("Both women and children were killed in the raid.", []),
        ("Both sides lost men in the fighting.", []),
        ("Both men denied that they had planned a murder.", []),
        ("Two women, both nurses, were killed.", [("killed", 2)]),
        ("Around 500 people, both civilians and soldiers, were killed.", [("killed", 500)]),
        ("A couple of rockets hit the town.", []),
        ("A couple of soldiers were killed.", [("killed", 2)]),
    ],
)
def test_both_and_a_couple_are_two(text: str, expected: list[tuple[str, int]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells killed a woman and her two sons in Hama.", [("killed", 3)]),
        ("A teacher and her two daughters were kidnapped in Cali.", [("captured", 3)]),
        ("A woman and two children were killed.", [("killed", 1), ("killed", 2)]),
        ("A colonel and his two guards were killed.", [("killed", 1), ("killed", 2)]),
    ],
)
def test_children_are_told_of_with_their_parent(text: str, expected: list[tuple[str, int]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A rocket hit the mill and killed the night watchman.", [("killed", 1)]),
        ("Gunmen killed the mayor of San Miguel on Monday.", [("killed", 1)]),
        ("Police killed the gunman.", []),
        ("The army killed the man who led the raid.", []),
        ("A crowd burned the president in effigy.", []),
    ],
)
def test_who_is_killed_is_one_though_told_by_the(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert counts(text) == expected
