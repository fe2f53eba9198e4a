"""Capitals that stand for a government, by the syntax: "Khartoum accused the rebels".

Nothing happens in the town then: who speaks, decides, agrees or is accused is the state.
"""

from __future__ import annotations

from functools import cache

from dateline.coding.peoples import is_blamed
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

WORDS = "languages/en/place_words.toml"

_LINKS = frozenset({"conj", "compound"})


def is_government(capital: Token, *, inside: bool) -> bool:
    """Return whether a capital, by its head, stands for its government.

    ``inside`` says that a preposition stands right before it.
    """
    token = capital
    while token.dep_ in _LINKS and token.head.i != token.i:
        if token.dep_ == "conj" and token.head.pos_ != "PROPN":
            return False
        token = token.head
    over = token.head
    lemma = over.lemma_.lower()
    match token.dep_:
        case "nsubj":
            # "They shelled suburbs of Damascus activists said" is short of a comma.
            return lemma in _words("governing") and not inside
        case "poss":
            return lemma in _words("of_governments")
        case "dobj":
            return lemma in _words("addressing")
        case "pobj":
            return _is_party(over) or _is_seat(over) or is_blamed(token)
    return False


def _is_party(preposition: Token) -> bool:
    """Whether who stands behind a preposition is a party: "backed by", "a truce between"."""
    over = preposition.head.lemma_.lower()
    if preposition.lower_ == "between":
        return over in _words("pacts")
    if preposition.lower_ == "by":
        return over in _words("backing")
    return preposition.lower_ in _words("binding") and over in _words("bound")


def _is_seat(preposition: Token) -> bool:
    """Whether a preposition says where a government sits: "the government in Juba"."""
    return preposition.lower_ == "in" and preposition.head.lemma_.lower() in _words("seated")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)["seats"][key])
