"""Who had a place before it was taken: "the last town held by the rebels".

Such a clause on a noun tells of no event of its own, unless it says that it is news ("now held
by"). Where the noun is what is taken, whoever held it lost it.
"""

from __future__ import annotations

from dateline.coding.holders import is_under
from dateline.coding.syntax import Doc, Token
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


def only_has(verb: Token) -> bool:
    """Return whether a clause on a place only tells who has it, or lies around it.

    "In Mogok, held since July by the rebels", "Taiz, which the Houthis besiege": nothing there is
    done by them for that.
    """
    words = settings(CONQUEST)
    if verb.lemma_.lower() not in words["having"] + words["encircling"] + words["ruling"]:
        return False
    if any(kid.lower_ in words["news"] for kid in verb.children):
        return False
    if verb.dep_ == "relcl":
        # "M23, who have occupied Goma since May", but not "Goma, which M23 occupied on Friday".
        done = verb.tag_ == "VBD" and not _is_state(verb)
        held = [kid for kid in verb.children if kid.dep_ == "dobj" and kid.tag_ != "WDT"]
        of = held or ([] if any(kid.lower_ == "where" for kid in verb.children) else [verb.head])
        return not done and any(_is_ground(noun) for noun in of)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and _is_ground(verb.head):
        return True
    # Behind a comma the parser may hang it on the verb.
    behind = verb.i >= verb.sent.start + 2 and verb.nbor(-1).text == ","
    return verb.tag_ == "VBN" and behind and verb.nbor(-2).pos_ == "PROPN"


def is_since_then(doc: Doc, first: int, last: int) -> bool:
    """Return whether a date only tells since when somebody has a place, by its tokens.

    "Held by the rebels since 2018", "under Russian control since 2014".
    """
    root = doc[first:last].root
    if "since" not in (root.lower_, root.head.lower_, doc[max(first - 1, 0)].lower_):
        return False
    word = next((at for at in range(first, max(first - 3, -1), -1) if doc[at].lower_ == "since"), 0)
    if word and doc[word - 1].lower_ in settings(CONQUEST)["states"]:
        return True
    over = root
    while over.pos_ not in ("VERB", "AUX") and over.head.i != over.i:
        over = over.head
    return only_has(over)


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
