"""Participles that a parse took for the verb of a clause: "lawmakers abducted in 1995 were killed".

The day behind such a word is when somebody or something became what it is called, and not the
event's.
"""

from __future__ import annotations

from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

WORDS = "languages/en/other_days.toml"
"""Where the words are kept for what was settled, won or lost before."""

_FORMS = frozenset({"VBD", "VBN"})
_NAMES = frozenset({"NOUN", "PROPN"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def participle_over(day: Token, head: Token) -> Token | None:
    """Return the participle behind a noun on which a day hangs beside an event's word, or None.

    The parse has it for the verb to which "were killed" is joined without "and", or for one joined
    so to the event's own: "killed 16 people, breaking a ceasefire agreed last month".
    """
    verb = (day.head if day.dep_ == "pobj" else day).head
    if verb.i == head.i or verb.tag_ not in _FORMS:
        return None
    if verb.lemma_.lower() not in settings(WORDS)["settled"]:
        return None
    if verb.i == 0 or verb.doc[verb.i - 1].pos_ not in _NAMES:
        return None
    passive = any(kid.dep_ == "auxpass" for kid in head.children)
    if head.head.i == verb.i and passive and _is_joined_loosely(head):
        return verb
    return verb if verb.head.i == head.i and _is_joined_loosely(verb) else None


def _is_joined_loosely(verb: Token) -> bool:
    """Whether a verb is joined to the one over it with no word for "and", and has no subject."""
    over = verb.head
    if verb.dep_ != "conj" or over.i > verb.i:
        return False
    joined = any(kid.dep_ == "cc" and over.i < kid.i < verb.i for kid in over.children)
    return not joined and all(kid.dep_ not in _SUBJECTS for kid in verb.children)
