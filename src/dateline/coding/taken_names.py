"""Names that are places' by what is told of them: only ground is retaken, or falls with no cause.

"Troops retook Pauktaw" and "denied that Knin had fallen" have no preposition that says where. So
are those of towns of the report's country in which something is, or from which a road leads.
"""

from __future__ import annotations

import math

from dateline.coding.place_choice import is_inside
from dateline.coding.place_words import common_words, sort_of, word_set, words
from dateline.coding.toponym_features import Surroundings, first_names
from dateline.coding.toponyms import Tokens, Toponym, word_at
from dateline.coding.unlisted_names import is_called, stands_at
from dateline.knowledge.spelling import plain

AT_HOME = 0.25
"""Least share of what in the report points to a country, for its towns to be meant."""

_LARGE = 100_000
"""People from which a town's name says by itself that it is one."""

_TOWN = 20_000
"""People from which something may lie "south of" a town that no one introduces."""

_DESCRIBED = 4
"""In how many words behind "a" a name's sort follows: "a small mining town"."""

_HYPHENS = frozenset({"-", "\u2013"})
_OBJECT = frozenset({"dobj", "nsubjpass"})
_OTHERS = frozenset({"dobj", "prep", "dative", "xcomp", "prt", "acomp"})


def is_ground(tokens: Tokens, name: Toponym, around: Surroundings) -> bool:
    """Return whether a name of a town in the report's country is told to be taken or lost.

    Or that something lies "south of" it, or "in Van province", or is about "control of" it.

    It must be spelt as the gazetteer has it, and be nobody's surname in the report.
    """
    if name.text.lower() in around.persons:
        return False
    word = tokens.document.doc[name.first : name.last].root
    verb = word.head
    of = word.dep_ == "pobj" and verb.lower_ == "of" and not _goes_on(tokens, name)
    if of and verb.head.lower_ in words()["bearings"] and _is_a_town(name):
        return True
    if _is_a_province(tokens, name):
        return True
    if not _is_at_home(name, around):
        return False
    if of and verb.head.lower_ in word_set("taken", "taking"):
        return True
    if name.sort == "admin1" and name.before in word_set("strictly_locative"):
        return True
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


def _is_a_province(tokens: Tokens, name: Toponym) -> bool:
    """Whether something is "in the Sumy Region", wherever else the report plays.

    "In the Northern Province" may be in many lands.
    """
    there = name.first - 2
    return (
        name.sort == "admin1"
        and name.before == "the"
        and there >= name.sentence.first
        and tokens.lower[there] in word_set("strictly_locative")
        and name.text.lower() not in common_words()
        and any(match.exact and match.entry.kind == "admin1" for match in name.matches)
    )


def is_where(tokens: Tokens, name: Toponym, around: Surroundings) -> bool:
    """Return whether something is said to be at a town of the report's country: "a mine at Hays".

    So it is in a village that is called so, on a road that leads from one town to another, and in
    what is said to be a country's or province's: "in Pakistan's Wana".
    """
    if name.text.lower() in around.persons:
        return False
    owner = name.qualifier
    if owner is not None and owner.last < name.first and is_inside(name):
        return True
    if not _is_at_home(name, around):
        return False
    where = (name.first, name.sentence)
    if is_called(tokens, *where) or stands_at(tokens, *where) or _begins_way(tokens, name):
        return True
    if not _is_at_home(name, around, _LARGE):
        return False  # "the government in Juba"
    whole = not name.run_before and not name.run_after  # "Tintay Puncu" is more than Tintay
    said = name.before in word_set("strictly_locative")
    return whole and said and name.text.lower() not in common_words()


def _is_at_home(name: Toponym, around: Surroundings, most: float = math.inf) -> bool:
    """Whether a town of the report's country has that name, one of fewer people than ``most``."""
    return any(
        match.exact
        and around.countries.get(match.entry.country, 0.0) >= AT_HOME
        and match.entry.population < most
        for match in name.matches
    )


def _begins_way(tokens: Tokens, name: Toponym) -> bool:
    """Whether a road begins at a name and ends at the next one: "the Gulu-Kitgum road"."""
    at = name.last
    if word_at(tokens, at, name.sentence) not in _HYPHENS or not tokens.glued[at]:
        return False
    while at < name.sentence.last and (tokens.capital[at] or tokens.text[at] in _HYPHENS):
        at += 1
    return word_at(tokens, at, name.sentence) in word_set("ways")


def _goes_on(tokens: Tokens, name: Toponym) -> bool:
    """Whether a longer name begins with this one: "south of Man Mountain"."""
    return name.last < name.sentence.last and tokens.capital[name.last]


def _is_a_town(name: Toponym) -> bool:
    """Whether the likeliest place of a name is a town that is spelt just so."""
    best = name.matches[0]
    return best.main and best.literal and best.entry.population >= _TOWN


def is_introduced(tokens: Tokens, name: Toponym) -> bool:
    """Return whether a comma and what a place is follow on its name: "bombed Lebow, a hamlet".

    "Deng, a town councillor" is somebody.
    """
    at, end = name.last, name.sentence.last
    if at + 2 >= end or tokens.text[at] != "," or tokens.lower[at + 1] not in {"a", "an"}:
        return False
    for noun in range(at + 2, min(at + 2 + _DESCRIBED, end)):
        sort = sort_of(tokens.lower[noun])
        if sort in {"city", "admin2"} or tokens.lower[noun] in word_set("settled"):
            after = tokens.tag[noun + 1] if noun + 1 < end else ""
            return not after.startswith("NN")
        if not tokens.tag[noun].startswith(("JJ", "NN", "VBN", "HYPH", "RB")):
            return False
    return False


def opens_near(tokens: Tokens, name: Toponym) -> bool:
    """Return whether a sentence opens by a name: "Near Belet Huen, soldiers shot a looter"."""
    at, sentence = name.first - 1, name.sentence
    opening = at == sentence.first and tokens.lower[at] in word_set("opening_near")
    return opening and word_at(tokens, name.last, sentence) == ","


def is_within(tokens: Tokens, name: Toponym) -> bool:
    """Return whether something is at a name in a larger place: "at Mani in Rupan district"."""
    said = name.before in word_set("strictly_locative")
    inside = word_at(tokens, name.last, name.sentence) in {"in", "of"}
    proper = tokens.tag[name.last - 1] == "NNP" and name.text.lower() not in common_words()
    return said and inside and proper and name.qualifier is not None and not name.text.isupper()


def names_its_sort(tokens: Tokens, name: Toponym) -> bool:
    """Return whether the last word of a name says what it is: "at Rogberi Junction"."""
    sort = sort_of(tokens.lower[name.last - 1]) if name.last - name.first > 1 else ""
    return sort in {"site", "quarter"} and tokens.capital[name.last - 1]


def is_taken(tokens: Tokens, name: Toponym, around: Surroundings) -> bool:
    """Return whether a name that no gazetteer has is told to be retaken: "retook Lulimba"."""
    verb = name.first - 1
    if verb < name.sentence.first or tokens.lower[verb] not in word_set("taken", "again"):
        return False
    person = name.text.lower() in around.persons or plain(tokens.text[name.first]) in first_names()
    return not person and tokens.tag[name.last - 1] == "NNP"
