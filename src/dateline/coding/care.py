"""Hospitals where the wounded are brought or die: they were hit elsewhere.

"The toll of the bombing in Suruc rose to 32, as a student died in a hospital in Gaziantep": what
happened was in Suruc.
"""

from __future__ import annotations

from functools import cache
from itertools import islice

from dateline.coding.findings import Findings
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

WORDS = "languages/en/place_words.toml"

_UP = 3
"""How many words above a hospital the verb stands by which somebody is brought there."""


def only_cares(findings: Findings, index: int) -> bool:
    """Return whether a place is that of a hospital to which somebody is brought, or where he dies.

    Not so of a hospital that is shelled, stormed or taken.
    """
    place = findings.document.doc[findings.places[index].head]
    while place.dep_ in ("compound", "nmod", "poss", "appos") and place.head.i != place.i:
        place = place.head
    if place.lemma_.lower() not in _words("hospitals"):
        if place.dep_ != "pobj" or place.head.lower_ not in _words("of_hospitals"):
            return False
        place = place.head.head
    if place.dep_ != "pobj" or place.lemma_.lower() not in _words("hospitals"):
        return False
    return any(_tends(over, place.head) for over in islice(place.head.ancestors, _UP))


def _tends(verb: Token, prep: Token) -> bool:
    """Whether somebody is treated in, or brought to, what a preposition governs."""
    key = "brought" if prep.lower_ in _words("brought_to") else "tended"
    return verb.lemma_.lower() in _words(key)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)["care"][key])
