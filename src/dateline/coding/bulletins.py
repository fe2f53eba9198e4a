"""Places where a statement was given out or heard: "a communique issued in Lisbon".

Nothing happened there: who speaks for a war abroad does so where the press is. Words are data.
"""

from __future__ import annotations

from functools import cache

from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech

WORDS = "languages/en/speech.toml"

_FARTHEST = 4
"""How many prepositions may part the place from the verb: "faxed to agencies in Nicosia"."""


def is_where_told(place: Token) -> bool:
    """Return whether a place, by its head, is only where a statement was given out or heard."""
    token = place
    for _ in range(_FARTHEST):
        if token.dep_ != "pobj" or token.head.dep_ not in ("prep", "dative"):
            return False
        over = token.head.head
        if _is_of_the_press(over):
            return True
        if over.dep_ == "acl" and over.lemma_.lower() in _words("giving"):
            return over.head.lemma_.lower() in _words("given")
        token = over
    return False


def is_where_said(place: Token) -> bool:
    """Return whether a place, by its head, is where somebody speaks: "a rebel spokesman in Paris".

    Who lives there, or helps the wounded, tells of the place.
    """
    if is_where_told(place):
        return True
    if place.dep_ != "pobj" or place.head.dep_ != "prep":
        return False
    who = place.head.head
    words = speech()
    return (
        who.dep_ == "nsubj"
        and who.head.lemma_.lower() in words.verbs
        and who.lemma_.lower() not in words.helpers | words.locals
    )


def _is_of_the_press(noun: Token) -> bool:
    """Whether a noun is for an occasion on which the press is told something."""
    return noun.lemma_.lower() in _words("occasions") and any(
        kid.lower_ in _words("of_the_press") for kid in noun.children
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)["bulletins"][key])
