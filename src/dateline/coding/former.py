"""Who had a place before it was taken: "the last town held by the rebels".

Such a clause on a noun tells of no event of its own, unless it says that it is news ("now held
by"). Where the noun is what is taken, whoever held it lost it.
"""

from __future__ import annotations

from spacy.tokens import Token

from dateline.coding.holders import is_under
from dateline.knowledge.files import settings

CONQUEST = "languages/en/conquest.toml"
"""Where the words for having a place are kept."""

_CLAUSES = frozenset({"acl", "relcl"})

_UP = frozenset({"appos", "conj", "pobj", "dobj", "nsubjpass", "nsubj", "prep"})
"""Relations by which a noun belongs to what a word of conquest takes."""

_FARTHEST = 6
"""How many words above the clause the word of conquest may stand."""


def holding_clause(head: Token) -> Token | None:
    """Return the verb of a clause on a noun that only says who has it, by the head of a trigger.

    "A town held by the rebels", "villages that were under the control of the militia". None where
    the trigger is no such word, or where the clause says that it is news ("now held by").
    """
    words = settings(CONQUEST)
    verb = head
    if is_under(head):
        verb = head.head.head
    elif head.lemma_.lower() not in words["having"] or head.tag_ != "VBN":
        return None
    if verb.dep_ not in _CLAUSES or not _is_ground(verb.head):
        return None
    if verb is head and verb.dep_ == "relcl" and not _is_state(verb):
        return None
    news = any(kid.lower_ in words["news"] for kid in (*verb.children, *head.children))
    return None if news else verb


def _is_ground(noun: Token) -> bool:
    """Whether a noun is a place: "two shepherds held by the army" are none."""
    return noun.pos_ == "PROPN" or noun.lemma_.lower() in settings(CONQUEST)["grounds"]


def _is_state(verb: Token) -> bool:
    """Whether a relative clause is passive: "which had been held by the rebels"."""
    return any(kid.dep_ == "auxpass" for kid in verb.children)


def is_former(actor: Token, taking: Token) -> bool:
    """Whether an actor is said to have held what a word of conquest takes, by their heads.

    "Captured the last town held by the rebels", "the fall of the towns controlled by the Serbs".
    """
    over = actor.head
    if actor.dep_ != "pobj" or over.lower_ not in ("by", "of"):
        return False
    clause = holding_clause(over.head)
    if clause is None:
        return False
    noun = clause.head
    for _ in range(_FARTHEST):
        if noun.i == taking.i:
            return True
        if noun.dep_ not in _UP or noun.head.i == noun.i:
            return False
        noun = noun.head
    return False
