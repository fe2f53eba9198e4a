"""Who takes part though no subject: "held by thousands", "a group of 20", "a crowd of 300"."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.coding.measure_words import words
from dateline.coding.measures import Phrase


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
    acts = by.dep_ == "agent" or (in_band and by.lower_ == "with")
    return verb if acts and verb.pos_ == "VERB" else None


def crowd(phrase: Phrase) -> Token | None:
    """Return the noun of the crowd that a number alone tells the size of: "a crowd of about 300".

    "A march of 300 monks" counts them, but "a march of 20 kilometres" nobody.
    """
    doc, first = phrase.doc, phrase.first
    if first < phrase.start + 2 or phrase.what.kind not in {"none", "person", "all"}:
        return None
    noun = doc[first - 2]
    sized = doc[first - 1].lower_ == "of" and noun.lemma_.lower() in words("crowds")
    return noun if sized else None
