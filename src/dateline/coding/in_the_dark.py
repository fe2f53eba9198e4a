"""Places left without power by an attack elsewhere: "blew up pylons in Junin, leaving Lima dark".

What happened was at the pylons. Source: coding frame, place: where it happened.
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from dateline.coding.findings import Findings
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings


def left_in_the_dark(findings: Findings, place: int) -> bool:
    """Return whether a place is what a verb leaves, or plunges, into darkness or without power."""
    word = findings.document.doc[findings.places[place].head]
    for _ in range(3):
        if word.dep_ not in ("conj", "compound", "nmod"):
            break
        word = word.head
    verb = word.head
    if word.dep_ not in ("dobj", "nsubj", "pobj") or verb.lemma_.lower() not in _words("leaving"):
        verb = verb.head
        if word.dep_ != "pobj" or verb.lemma_.lower() not in _words("cutting"):
            return False
    return any(kid.lower_ in _words("power") for kid in _behind(verb))


def _behind(verb: Token) -> list[Token]:
    """The words that follow a verb up to the next one."""
    words = (word for word in verb.subtree if word.i > verb.i)
    return list(takewhile(lambda word: word.pos_ not in ("VERB", "AUX"), words))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings("languages/en/place_words.toml")["dark"][key])
