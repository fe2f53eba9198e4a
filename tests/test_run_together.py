"""Words of a PDF's text that lost the space between them."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.model import Report


def _words(text: str) -> list[str]:
    (document,) = parse([Report(id="r", text=text)])
    return [token.text for token in document.doc]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Some 9,000 people weredisplaced in Wau.", ["were", "displaced"]),
        ("The army says peoplewere shot.", ["people", "were"]),
        ("They fled fromvillages near Uvira.", ["from", "villages"]),
        ("IOM counted 4,000 newdisplacements.", ["new", "displacements"]),
        ("They could return totheir homes.", ["to", "their"]),
        ("It went on for 13years.", ["13", "years"]),
        ("The toll lies between40 and 60.", ["between", "40"]),
        ("It lies at 1,200people.", ["1,200", "people"]),
    ],
)
def test_words_that_have_run_together_are_told_apart(text: str, told: list[str]) -> None:
    words = _words(text)
    assert any(words[at : at + 2] == told for at in range(len(words)))


@pytest.mark.parametrize(
    "word",
    ["townspeople", "newcastle", "thereabouts", "sportspeople", "sa7", "mp5s", "g20", "forewarned"],
)
def test_other_words_are_left_whole(word: str) -> None:
    assert word in _words(f"He spoke of {word} in Wau.")


def test_a_report_keeps_its_own_text(coder: EnglishCoder) -> None:
    text = "Around 192,000 people weredisplaced in Darfur by the fighting."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 9, 8))])
    figures = [figure for claim in coded.claims for figure in claim.figures]
    assert [(figure.best, text[slice(*figure.span)]) for figure in figures if figure.span] == [
        (192000, "Around 192,000 people")
    ]
