"""Countries that lose or gain ground by name: "recaptured the peninsula from Iran"."""

from __future__ import annotations

from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

CONQUEST = "languages/en/conquest.toml"
"""Where the verbs of conquest and the places without a name are kept."""

_TAKEN = frozenset({"dobj", "nsubjpass"})


def is_party_to_conquest(country: Token) -> bool:
    """Return whether a country, by the head of its phrase, loses ground or gains what is lost.

    "Took the town from Ethiopia", "lost the islands to Iran", "fell to Iraq". Who takes men or
    guns "from Iran" says where they come from.
    """
    prep = country.head
    if country.dep_ != "pobj" or prep.lower_ not in ("from", "to"):
        return False
    over = prep.head
    verb = over if over.pos_ == "VERB" else _verb_above(over)
    if verb is None:
        return False
    words = settings(CONQUEST)
    lemma = verb.lemma_.lower()
    if prep.lower_ == "to":
        if lemma in words["falling"]:
            return any(_is_ground(kid) for kid in verb.children if kid.dep_ == "nsubj")
        if lemma not in words["losing"]:
            return False
    elif lemma not in words["verbs"] and lemma not in words["wresting"]:
        return False
    return any(_is_ground(kid) for kid in verb.children if kid.dep_ in _TAKEN)


def _verb_above(noun: Token) -> Token | None:
    """The verb whose object a phrase belongs to: "captured the village of Talish from Armenia"."""
    for _ in range(3):
        if noun.dep_ in _TAKEN:
            return noun.head
        if noun.dep_ not in ("pobj", "prep", "appos", "compound") or noun.head.i == noun.i:
            return None
        noun = noun.head
    return None


def _is_ground(noun: Token) -> bool:
    named = noun.pos_ == "PROPN"
    return named or noun.lemma_.lower() in settings(CONQUEST)["grounds"] or noun.lower_ == "control"
