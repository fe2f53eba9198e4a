"""What those who act are backed by: "troops backed by air strikes", "forces allied to the king".

Source: coding frame, "Backed by air strikes on a ground advance: the battle type".
"""

from __future__ import annotations

from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

WORDS = "languages/en/opponents.toml"
"""Where the verbs of backing are kept."""

_VERBS = frozenset({"acl", "advcl", "relcl"})


def is_backing(head: Token) -> bool:
    """Return whether a noun, by its token, only tells what those who act are backed by.

    "Backed by heavy air strikes", "under cover of artillery fire", "joined by villagers". What
    backs nobody who does anything else stays an event: "the rebels were backed by air strikes".
    """
    words = settings(WORDS)
    if head.lemma_.lower() in words["allied"]:
        return _describes(head)
    if head.lower_ in words["joined"]:
        return _is_joined(head)
    if head.pos_ not in ("NOUN", "PROPN"):
        return False
    noun = head
    while noun.dep_ in ("conj", "compound") and noun.head.i != noun.i:
        noun = noun.head
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in ("by", "of"):
        return False
    over = prep.head
    if prep.lower_ == "of":
        return over.lower_ in words["cover"] and over.dep_ == "pobj" and over.head.lower_ == "under"
    return over.lower_ in words["backed"] and over.tag_ == "VBN" and over.dep_ in _VERBS


def _is_joined(participle: Token) -> bool:
    """Whether a participle only says who went along: "rebels, joined by deserters, attacked"."""
    by = any(kid.dep_ == "agent" for kid in participle.children)
    return by and participle.tag_ == "VBN" and participle.dep_ in ("acl", "advcl")


def _describes(participle: Token) -> bool:
    """Whether a participle only says whose friends some people are: "forces allied to the king"."""
    noun = participle.head
    sided = any(kid.lower_ in ("to", "with") for kid in participle.children)
    return participle.dep_ == "acl" and sided and noun.pos_ in ("NOUN", "PROPN")
