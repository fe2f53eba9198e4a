"""Who is only a disguise: "gunmen dressed as police commandos", "men wearing army fatigues".

Whom somebody passes himself off for is no party to what he does. By which words is data.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.document import Document
from dateline.coding.mentions import ActorMention
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

WORDS = "languages/en/disguises.toml"


def without_disguises(
    document: Document, mentions: Iterable[ActorMention]
) -> tuple[ActorMention, ...]:
    """Return the mentions that are more than a disguise."""
    return tuple(one for one in mentions if not _is_worn(document.doc[one.head]))


def _is_worn(noun: Token) -> bool:
    """Whether a noun is whom somebody is dressed as, or whose uniform he wears."""
    words = settings(WORDS)
    over = noun.head
    if (
        noun.dep_ in ("compound", "amod", "nmod", "poss")
        and over.lemma_.lower() in words["clothes"]
    ):
        return over.dep_ in ("pobj", "dobj", "conj")
    while noun.dep_ == "conj" and over.pos_ in ("NOUN", "PROPN"):
        noun, over = over, over.head
    if _follows_as(noun, words["passing_as"]):
        return True
    if noun.dep_ == "pobj" and over.lower_ == "of":
        return over.head.lemma_.lower() in words["guises"]
    if noun.dep_ == "attr" and over.lemma_ == "be" and over.dep_ == "xcomp":
        return over.head.lemma_.lower() in words["pretending"]
    return noun.dep_ == "dobj" and over.lemma_.lower() in words["impersonating"]


def _follows_as(noun: Token, verbs: list[str]) -> bool:
    """Whether a noun stands behind "dressed as".

    The parser takes "as soldiers killed two" for a clause.
    """
    doc, at = noun.doc, noun.left_edge.i - 1
    if at < 1 or doc[at].lower_ != "as":
        return False
    before = doc[at - 1]
    if before.dep_ == "prt" and at > 1:
        before = doc[at - 2]
    return before.lemma_.lower() in verbs
