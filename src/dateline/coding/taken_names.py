"""Names that are places' by what is told of them: only ground is retaken, or falls with no cause.

"Troops retook Pauktaw" and "denied that Knin had fallen" have no preposition that says where.
"""

from __future__ import annotations

from dateline.coding.place_words import word_set
from dateline.coding.toponym_features import Surroundings, first_names
from dateline.coding.toponyms import Tokens, Toponym
from dateline.knowledge.spelling import plain

AT_HOME = 0.25
"""Least share of what in the report points to a country, for its towns to be meant."""

_OBJECT = frozenset({"dobj", "nsubjpass"})
_OTHERS = frozenset({"dobj", "prep", "dative", "xcomp", "prt", "acomp"})


def is_ground(tokens: Tokens, name: Toponym, around: Surroundings) -> bool:
    """Return whether a name of a town in the report's country is told to be taken or lost.

    It must be spelt as the gazetteer has it, and be nobody's surname in the report.
    """
    if name.text.lower() in around.persons or not any(
        match.exact and around.countries.get(match.entry.country, 0.0) >= AT_HOME
        for match in name.matches
    ):
        return False
    word = tokens.document.doc[name.first : name.last].root
    verb = word.head
    if verb.pos_ != "VERB" or any(kid.dep_ == "appos" for kid in word.children):
        return False
    lemma = verb.lemma_.lower()
    if word.dep_ in _OBJECT and lemma in word_set("taken", "objects"):
        return True
    if word.dep_ == "dobj" and any(
        f"{lemma} {kid.lower_}" in word_set("taken", "objects")
        for kid in verb.children
        if kid.dep_ == "prt"
    ):
        return True
    if word.dep_ == "nsubjpass":
        return lemma in word_set("taken", "passive")
    # "Knin had fallen", but not "Novak had fallen ill".
    falls = word.dep_ == "nsubj" and lemma in word_set("taken", "falling")
    return falls and not any(
        kid.dep_ in _OTHERS and kid.lower_ not in word_set("taken", "falls_to")
        for kid in verb.children
    )


def is_taken(tokens: Tokens, name: Toponym, around: Surroundings) -> bool:
    """Return whether a name that no gazetteer has is told to be retaken: "retook Lulimba"."""
    verb = name.first - 1
    if verb < name.sentence.first or tokens.lower[verb] not in word_set("taken", "again"):
        return False
    person = name.text.lower() in around.persons or plain(tokens.text[name.first]) in first_names()
    return not person and tokens.tag[name.last - 1] == "NNP"
