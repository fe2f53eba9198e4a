"""Clauses joined without a comma keep their subjects."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Rioters burned shops in Aba and troops shot nine people.", "shot", "troops"),
        ("Mobs tore down a mosque at Ayodhya and police shot dead 40 rioters.", "shot", "police"),
        ("Guerrillas fired rockets at Tyre and Israel bombed Baalbek.", "bombed", "Israel"),
        # Near misses: one subject, and a list.
        ("Rebels killed traders and farmers in Gulu and burned a lorry.", "burned", None),
        ("The rebels attacked Aba and Ondo and killed nine people.", "killed", None),
    ],
)
def test_a_clause_behind_and_keeps_its_subject(text: str, verb: str, subject: str | None) -> None:
    (document,) = parse([Report(id="r", text=text)])
    (word,) = (token for token in document.doc if token.text == verb)
    told = [kid.text for kid in word.children if kid.dep_ in ("nsubj", "nsubjpass")]
    assert told == ([subject] if subject else [])


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "Militiamen killed a trader in Mogadishu and soldiers arrested nine people in the "
            "port of Merca.",
            [["political militia"], ["state forces"]],
        ),
        (
            "A bomb exploded in Diyarbakir and troops detained 40 people.",
            [[], ["state forces"]],
        ),
    ],
)
def test_who_acts_in_each_of_two_joined_clauses(
    coder: EnglishCoder, text: str, doers: list[list[str]]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1999, 1, 13))])
    assert [[str(one.kind) for one in claim.side_a] for claim in coded.claims] == doers
