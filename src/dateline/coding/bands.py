"""Who takes part though no subject: "held by thousands", "a group of 20", "a crowd of 300".

So do those whom an attack is by, and those who are a band's strength: "a 200-strong mob".
"""

from __future__ import annotations

from dateline.coding.measure_words import words
from dateline.coding.measures import Phrase
from dateline.coding.syntax import Doc, Token


def acting(phrase: Phrase) -> Token | None:
    """Return the verb that those counted do, with others or as a band; None where they do nothing.

    "Hundreds of followers torched it", "it was held by thousands of citizens", "militiamen clashed
    with a group of 20 insurgents".
    """
    noun = phrase.doc[phrase.what.head]
    if noun.dep_ == "pobj" and phrase.first <= noun.head.i < phrase.last:
        noun = noun.head.head  # "hundreds of followers"
    of = noun.head
    in_band = noun.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_ in words("bands")
    if in_band:
        noun = of.head
    if noun.dep_ == "nsubj":
        return noun.head if noun.head.pos_ == "VERB" else None
    if noun.dep_ != "pobj":
        return None
    by, verb = noun.head, noun.head.head
    if by.lower_ == "by" and verb.pos_ in ("NOUN", "PROPN"):
        # "An attack on the town by about 3,000 tribesmen was beaten off."
        return verb if verb.lemma_.lower() in words("onslaughts") else None
    acts = by.dep_ == "agent" or (in_band and by.lower_ == "with")
    return verb if acts and verb.pos_ == "VERB" else None


def crowd(phrase: Phrase) -> Token | None:
    """Return the noun of the crowd that a number alone tells the size of: "a crowd of about 300".

    "A march of 300 monks" counts them, but "a march of 20 kilometres" nobody. So does "a gang of
    some 300" that does something.
    """
    doc, first = phrase.doc, phrase.first
    if first < phrase.start + 2 or phrase.what.kind not in {"none", "person", "all"}:
        return None
    noun = doc[first - 2]
    if doc[first - 1].lower_ != "of":
        return None
    lemma = noun.lemma_.lower()
    if lemma in words("bands") and phrase.what.kind == "none" and _does_something(noun):
        return noun
    return noun if lemma in words("crowds") else None


def is_strength(doc: Doc, last: int) -> bool:
    """Return whether a number that ends before ``last`` is a strength: "a 200-strong mob"."""
    return last + 2 < len(doc) and doc[last].text == "-" and doc[last + 1].lower_ == "strong"


def strong_band(doc: Doc, last: int, end: int) -> tuple[Token, int] | None:
    """Return the verb of the band whose strength ends before ``last``, and the band's end.

    "A 200-strong mob lynched two men", but nothing of "the 8,000-strong force", which stands
    there, nor of a band that does nothing or only speaks.
    """
    noun = next((one for one in doc[last + 2 : last + 6] if one.tag_ in ("NN", "NNP")), None)
    while noun is not None and noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    if noun is None or noun.i >= end:
        return None
    if any(kid.dep_ == "det" and kid.lower_ == "the" for kid in noun.children):
        return None
    return (noun.head, noun.i + 1) if _does_something(noun) else None


def _does_something(noun: Token) -> bool:
    verb = noun.head
    if noun.dep_ == "pobj" and verb.dep_ == "agent":
        verb = verb.head
    elif noun.dep_ != "nsubj":
        return False
    return verb.pos_ == "VERB" and verb.lemma_ not in words("speech")
