"""How surely a report says it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse_and_keep
from dateline.coding.findings import find
from dateline.coding.happenings import NONE, Happening
from dateline.coding.status import hedged
from dateline.model import Report, Status


@pytest.fixture(scope="module")
def coder() -> EnglishCoder:
    return EnglishCoder()


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Two farmers were reportedly killed near Taftanaz.", True),
        ("Rebels are said to have captured Taftanaz.", True),
        ("The bomber is believed to have attacked the market.", True),
        ("Suspected militants attacked the market.", True),
        ("Militants attacked the market.", False),
        # A speaker is named, or the doubt is about another word.
        ("The army said militants attacked the market.", False),
        ("Militants attacked a market that reportedly sold arms.", False),
        ("Militants attacked the market of the suspected smugglers.", False),
    ],
)
def test_words_of_doubt_hedge_what_they_govern(
    coder: EnglishCoder, text: str, doubted: bool
) -> None:
    (document,) = parse_and_keep([Report(id="r", text=text, published=date(2024, 11, 30))])
    findings = find(document, coder.gazetteer, coder.table)
    words = [document.doc[trigger.head].text for trigger in findings.triggers]
    told = next(k for k, word in enumerate(words) if word in ("killed", "captured", "attacked"))
    first = min(findings.actors, key=lambda mention: mention.first, default=None)
    actors = {findings.actors.index(first): (0.9, 0.0)} if first else {}
    assert hedged(findings, Happening(findings.triggers[told], {NONE: 0.1}, actors)) is doubted


def test_one_reportedly_makes_a_claim_hedged(coder: EnglishCoder) -> None:
    text = "Four students were {}killed on Friday when missiles hit a dormitory in Idlib."
    told = [
        Report(id=word, text=text.format(word), published=date(2024, 11, 30))
        for word in ("", "reportedly ")
    ]
    status = [coded.claims[0].status for coded in coder.code(told)]
    assert status == [Status.STATED, Status.HEDGED]
