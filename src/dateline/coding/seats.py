"""Capitals that stand for a government: "Khartoum accused the rebels", "talks with Juba".

Nothing happens in the town then: who speaks, decides, agrees or is accused is the state.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from dateline.coding.findings import Findings
from dateline.knowledge.countries import country_by_capital
from dateline.knowledge.files import settings

WORDS = "languages/en/place_words.toml"

_LINKS = frozenset({"conj", "compound"})


def governs(findings: Findings, index: int) -> bool:
    """Return whether the place of that index is a capital that stands for its government."""
    mention = findings.places[index]
    place = mention.place
    if mention.level != "settlement" or country_by_capital(place.name) != place.country:
        return False
    doc = findings.document.doc
    token = doc[mention.head]
    while token.dep_ in _LINKS and token.head.i != token.i:
        if token.dep_ == "conj" and token.head.pos_ != "PROPN":
            return False
        token = token.head
    over = token.head
    lemma = over.lemma_.lower()
    match token.dep_:
        case "nsubj":
            # "They shelled suburbs of Damascus activists said" is short of a comma.
            inside = mention.first > 0 and doc[mention.first - 1].pos_ == "ADP"
            return lemma in _words("governing") and not inside
        case "poss":
            return lemma in _words("of_governments")
        case "dobj":
            return lemma in _words("addressing")
        case "pobj":
            return _is_party(over) or _is_seat(over)
    return False


def _is_party(preposition: Token) -> bool:
    """Whether who stands behind a preposition is a party: "backed by", "a truce between"."""
    over = preposition.head.lemma_.lower()
    if preposition.lower_ == "between":
        return over in _words("pacts")
    if preposition.lower_ == "by":
        return over in _words("backing")
    return preposition.lower_ in ("to", "with") and over in _words("bound")


def _is_seat(preposition: Token) -> bool:
    """Whether a preposition says where a government sits: "the government in Juba"."""
    return preposition.lower_ == "in" and preposition.head.lemma_.lower() in _words("seated")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)["seats"][key])
