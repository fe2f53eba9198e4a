"""Doers told by their work or their looks: bomb squads, riot officers, men in uniform, invaders."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.actors import settle
from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.coding.findings import find
from dateline.model import Report

S, E, R, C, U = (
    "state forces",
    "external forces",
    "rebel",
    "civilians",
    "unidentified armed group",
)


def told(coder: EnglishCoder, text: str, on: date = date(2014, 5, 6)) -> dict[str, list[str]]:
    """The actors of a report, each mention with the kinds that it names where it happened."""
    (document,) = parse([Report(id="r", text=text, published=on)])
    found = find(document, coder.gazetteer, coder.table)
    return {
        document.doc[one.first : one.last].text.lower(): [
            str(settle(actor, found.country, found.country, on).kind) for actor in one.actors
        ]
        for one in found.actors
    }


@pytest.mark.parametrize(
    ("text", "mention", "kind"),
    [
        ("Nairobi, Kenya: Riot officers beat three students.", "riot officers", S),
        ("Yala, Thailand: An explosives team defused a bomb.", "an explosives team", S),
        ("Bogota, Colombia: Army engineers defused a bomb.", "army engineers", S),
        ("Imphal, India: A joint team seized six rifles near Moreh.", "a joint team", S),
        ("Mekelle, Ethiopia: Federal jets bombed a market.", "federal jets", S),
        ("Colombo, Sri Lanka: Navy ships shelled the coast.", "navy ships", S),
        ("Tehran, Iran: Plain-clothes men beat six students.", "plain-clothes men", S),
        ("Nyala, Sudan: Uniformed men raped six women.", "uniformed men", U),
        ("Mansehra, Pakistan: Men in army uniform shot six men.", "men in army uniform", U),
        ("Jaffna, Sri Lanka: The Tigers attacked a camp, killing six soldiers.", "the tigers", R),
        # Near misses.
        ("Bogota, Colombia: Two engineers were killed by a bomb.", "two engineers", C),
        ("Nyala, Sudan: A bomb killed six men at a well.", "six men", C),
    ],
)
def test_doers_told_by_their_work_or_their_looks(
    coder: EnglishCoder, text: str, mention: str, kind: str
) -> None:
    on = date(2000, 5, 6) if "Tigers" in text else date(2014, 5, 6)
    assert told(coder, text, on)[mention] == [kind]


@pytest.mark.parametrize("words", ["the occupiers", "the invaders", "the aggressor"])
def test_invaders_of_a_country_at_war_are_known(coder: EnglishCoder, words: str) -> None:
    text = f"Kharkiv, Ukraine: Near Vovchansk {words} attacked six times on Monday."
    assert told(coder, text, date(2024, 5, 6))[words] == [E]
