"""Tokens -> names that may be places: capitalised spans, known to the gazetteer or not."""

from __future__ import annotations

from dateline.coding.document import Sentence
from dateline.coding.generic_terms import with_terms
from dateline.coding.larger_places import qualify
from dateline.coding.listed_names import listed_names
from dateline.coding.place_words import word_set
from dateline.coding.toponym_features import first_names
from dateline.coding.toponyms import Tokens, Toponym
from dateline.coding.unlisted_names import longer_names, unlisted_names
from dateline.knowledge.gazetteer import Gazetteer

_TOWN = 100_000
"""People of a town from which aircraft and guns may be that town's: "Tripoli helicopters"."""


def candidates(tokens: Tokens, gazetteer: Gazetteer) -> list[Toponym]:
    """Return every name that may be a place's, in order; listed ones may overlap.

    At each word the longest name that the gazetteer knows; and each run of capitalised words that
    holds none, as a name without matches.
    """
    found: list[Toponym] = []
    for sentence in tokens.document.sentences:
        if sentence.kind == "furniture":
            continue
        shouted = _was_shouted(tokens, sentence)
        listed = listed_names(tokens, sentence, gazetteer, shouted)
        listed, longer = longer_names(tokens, sentence, listed, shouted)
        listed, termed = with_terms(tokens, sentence, listed, shouted)
        longer += termed
        found.extend([*listed, *longer])
        unlisted = unlisted_names(tokens, sentence, [*listed, *longer], shouted)
        found.extend(one for one in unlisted if not shouted or one.called)
    found = [one for one in found if not _is_of_another_thing(tokens, one)]
    found = [one for one in found if not _opens_with_where(tokens, one)]
    found.sort(key=lambda one: (one.first, -one.last))
    qualify(tokens, found)
    return found


def _opens_with_where(tokens: Tokens, name: Toponym) -> bool:
    """Whether the first word of a sentence says where, as in "In Gao, a bomb killed two"."""
    long = name.last - name.first > 1
    return long and name.first == name.sentence.first and tokens.tag[name.first] == "IN"


def _is_of_another_thing(tokens: Tokens, name: Toponym) -> bool:
    """Whether a ship, a street or somebody has a town's name: "the destroyer Coventry"."""
    if name.before in word_set("names", "vessels") | word_set("names", "aliases"):
        return True
    if _is_a_byname(tokens, name):
        return True
    behind = name.last
    if behind >= name.sentence.last:
        return False
    if tokens.lower[behind] in word_set("names", "makes") and _is_small(name):
        return True
    return tokens.capital[behind] and tokens.lower[behind] in word_set("names", "streets")


def _is_small(name: Toponym) -> bool:
    """Whether only small places have a name, which a make of aircraft may have: "Black Hawk"."""
    return all(
        match.entry.population < _TOWN for match in name.matches if match.exact and match.main
    )


def _is_a_byname(tokens: Tokens, name: Toponym) -> bool:
    """Whether it is what a person is known as: "Colonel Sam Bah, better known as Mosquito"."""
    at = name.first - 1
    if at - 2 < name.sentence.first or tokens.lower[at - 1 : at + 1] != ["known", "as"]:
        return False
    at -= 2
    while at > name.sentence.first and tokens.lower[at] in word_set("names", "bynamed"):
        at -= 1
    end = at
    while at >= name.sentence.first and tokens.capital[at]:
        at -= 1
    if end == at:
        return False
    titled = at >= name.sentence.first and tokens.lower[at] in word_set("names", "titles")
    return titled or tokens.lower[at + 1] in first_names() | word_set("names", "titles")


def _was_shouted(tokens: Tokens, sentence: Sentence) -> bool:
    """True where the sentence stood in capitals and was lowered for the parser."""
    if sentence.last - sentence.first < 2 or sentence.end - sentence.start < 12:
        return False
    text = tokens.document.report.text[sentence.start : sentence.end]
    return text.isupper() and any(
        low == text and low.isalpha()
        for low, text in zip(
            tokens.lower[sentence.first : sentence.last],
            tokens.text[sentence.first : sentence.last],
            strict=True,
        )
    )
