"""Where people only flee to: displacement is told of the place that they left.

"Gunmen attacked Bossangoa. Some 4,000 residents fled to Bangui": from Bossangoa. By the coding
frame an event is where it happened, and the town that takes people in is named nearer to the verb.
"""

from __future__ import annotations

from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.knowledge.files import settings
from dateline.model import SubEventType

WORDS = "languages/en/place_words.toml"


def is_refuge(findings: Findings, index: int, happening: Happening, heads: set[int]) -> bool:
    """Return whether a place is where an event's people move: "fled to Zinder".

    Not where they cross a border or arrive. ``heads`` are the words of all happenings of the event.
    """
    if happening.best_type != SubEventType.DISPLACEMENT:
        return False
    place = findings.document.doc[findings.places[index].head]
    if place.dep_ == "conj":
        place = place.head  # "to Amuda and Darbasiyah"
    to = place.head
    if place.dep_ != "pobj" or to.lower_ not in _words("refuge_to"):
        return False
    verb = to.head
    while verb.pos_ in ("ADV", "ADP") and verb.head.i != verb.i:
        verb = verb.head
    return verb.i in heads and verb.lemma_.lower() not in _words("arriving")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
