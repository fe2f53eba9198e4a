"""On whom the words of blame lay a deed: "blamed on", "pinned on", "victims of", "its own work".

Source: coding frame, "An accused party is side a". Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech

WORDS = "languages/en/charges.toml"
"""Where the words are kept."""

DATES = "languages/en/dates.toml"
"""Where the names of days are kept."""

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_CLAUSES = frozenset({"ROOT", "relcl"})


def laid_on(verb: Token) -> list[Token]:
    """Return the nouns on which a verb lays a deed: "an attack blamed on the group"."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or (lemma not in speech().blaming and lemma not in _words("pinning")):
        return []
    of_deed = verb.dep_ == "acl" and verb.tag_ == "VBN"  # "a raid blamed on the group"
    things = [kid for kid in verb.children if kid.dep_ in _OBJECTS]
    if lemma in _words("pinning"):
        bare = verb.dep_ == "relcl" and not things  # "an ambush police pinned on the group"
        told = of_deed or bare or any(_is_pinned(kid) for kid in things)
    else:
        passive = any(kid.dep_ == "nsubjpass" for kid in things)
        told = of_deed or passive or verb.dep_ in _CLAUSES
    found = _after(verb, "on") if told else []
    # "Blamed the group on Monday."
    return [noun for noun in found if noun.lower_ not in settings(DATES)["weekdays"]]


def laid_on_by(deed: Token) -> list[Token]:
    """Return the nouns on which a clause about a deed lays it: "a raid that police blamed on X"."""
    clauses = (kid for kid in deed.children if kid.dep_ in ("acl", "relcl"))
    return [noun for clause in clauses for noun in laid_on(clause)]


def owned_as_work(word: Token) -> list[Token]:
    """Return who says that a deed was its own work: "said the work was theirs"."""
    verb = word.head
    if verb.lemma_ != "be" or verb.dep_ != "ccomp" or any(one.dep_ == "neg" for one in verb.lefts):
        return []
    if word.dep_ == "attr":
        own = any(kid.dep_ == "poss" and kid.lower_ in _words("own") for kid in word.children)
    else:
        own = word.dep_ == "nsubj" and any(
            kid.dep_ in ("attr", "acomp") and kid.lower_ in _words("own") for kid in verb.children
        )
    return [kid for kid in verb.head.children if own and kid.dep_ == "nsubj"]


def says_of_itself(verb: Token, doers: Sequence[Token]) -> list[Token]:
    """Return who says that it did it itself, or its men: "said its men had carried it out".

    ``doers`` are the words for who did it, by the verb of what is said.
    """
    own = any(one.lower_ in speech().itself for one in doers)
    if not own or verb.dep_ != "ccomp":
        return []
    return [kid for kid in verb.head.children if kid.dep_ == "nsubj"]


def victimised_by(noun: Token) -> list[Token]:
    """Return of whom those who were harmed are said to be victims: "victims of the police"."""
    if noun.lemma_.lower() not in _words("suffering") or noun.dep_ not in ("appos", "attr"):
        return []
    return _after(noun, "of", "to")


def believed_to_do(verb: Token) -> list[Token]:
    """Return who is held to have done what a verb tells: "is believed to have laid the mine"."""
    over = verb.head
    if verb.dep_ != "xcomp" or over.lemma_.lower() not in speech().passive_hedges:
        return []
    does = any(kid.dep_ == "dobj" for kid in verb.children)
    if not does or verb.lemma_.lower() in _words("losing"):
        return []
    if any(kid.dep_ == "neg" for kid in (*over.children, *verb.children)):
        return []
    return [kid for kid in over.children if kid.dep_ == "nsubjpass"]


@cache
def charging() -> frozenset[str]:
    """Return all words, beside those of blame, that may lay a deed on somebody."""
    return _words("pinning") | _words("suffering")


def _after(word: Token, *prepositions: str) -> list[Token]:
    preps = (kid for kid in word.children if kid.dep_ == "prep" and kid.lower_ in prepositions)
    return [noun for prep in preps for noun in prep.children if noun.dep_ == "pobj"]


def _is_pinned(thing: Token) -> bool:
    return thing.lower_ in _words("pinned") or thing.lemma_.lower() in speech().the_deed


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
