"""A participle that the parse took for a verb says what had come before."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.coding.participles import participle_over
from dateline.coding.syntax import Doc, Token
from dateline.model import Report

DAY = date(2010, 6, 15)


def _word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("text", "day", "head", "verb"),
    [
        (
            "Gunmen killed 16 people in Pibor county, breaking a ceasefire agreed last month.",
            "month",
            "killed",
            "agreed",
        ),
        (
            "Eleven lawmakers abducted in 1995 were killed by the guerrillas, the army said.",
            "1995",
            "killed",
            "abducted",
        ),
        # ... but a verb is one where "and" joins it.
        ("Fighters captured the airport on Monday and were driven out.", "Monday", "driven", None),
        (
            "Militants seized a police post, killed nine officers on Monday and left.",
            "Monday",
            "seized",
            None,
        ),
    ],
)
def test_participle_taken_for_a_verb(text: str, day: str, head: str, verb: str | None) -> None:
    (document,) = parse([Report(id="r", text=text, published=DAY)])
    found = participle_over(_word(document.doc, day), _word(document.doc, head))
    assert (found and found.text) == verb


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 16 people in Pibor county, breaking a ceasefire agreed last month.",
        "Eleven lawmakers abducted in 1995 were killed by the guerrillas, the army said.",
    ],
)
def test_the_day_of_what_came_before_is_not_that_of_the_deed(
    coder: EnglishCoder, text: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=DAY)])
    attacks = [one for one in coded.claims if one.sub_event_type == "Attack"]
    assert [one.date and one.date.start for one in attacks] == [DAY]
