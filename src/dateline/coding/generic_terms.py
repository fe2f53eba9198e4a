"""Names that say by a word of their own what they name: "Jobar District", "Maranjan Hill".

That word is called the generic term of a name, the rest its specific (UNGEGN, Glossary of Terms
for the Standardization of Geographical Names, 2002). With a small letter it stands behind the
name: "the Karrada neighbourhood". Gazetteers list few of the squares, hills, roads and quarters
that reports of fighting name, and many a village that is called like a part of such a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.coding.casing import is_small
from dateline.coding.document import Sentence
from dateline.coding.place_words import sort_of, word_set, words
from dateline.coding.toponym_features import first_names
from dateline.coding.toponyms import PROPER, Tokens, Toponym, is_article, toponym_at, word_at
from dateline.knowledge.countries import countries_by_demonym
from dateline.knowledge.names import word_key
from dateline.knowledge.roles import people
from dateline.knowledge.spelling import plain

_LONGEST = 6
"""Most tokens of such a name, hyphens included."""

_LARGE = 100_000
"""People from which a town lends its name to what lies in it: "Manila Bay"."""

_TOWN = 20_000
"""People from which a town's name behind other names is its own: "Syrias Hama district"."""

_UNITS = frozenset({"admin1", "admin2", "city", "quarter"})
"""Sorts of terms that leave a name the place that it is: "Jobar District" is Jobar."""

_REGIONS = frozenset({"admin1", "region"})
"""Kinds of entries that are a part of a country."""

_QUALIFIERS = frozenset({"DT", "JJ", "VBN", "RB", "CD"})
"""Tags of what may stand between a preposition and a name: "on the strategic Maranjan Hill"."""


def with_terms(
    tokens: Tokens, sentence: Sentence, listed: list[Toponym], shouted: bool
) -> tuple[list[Toponym], list[Toponym]]:
    """Return the listed names that are whole, and those that a generic term makes longer ones.

    The gazetteer knows a Trafalgar and a Hill, but no "Trafalgar Square" and no "Maranjan Hill".
    Of a listed name it is noted where its term ends, and of either whether the syntax makes it a
    place's: something is there, or is done to it.
    """
    longer: list[Toponym] = []
    for one in listed:
        one.named_until = _until(tokens, one)
    for first, last in _ranges(tokens, sentence):
        inside = [one for one in listed if one.first < last and one.last > first]
        whole = [one for one in inside if _is_whole(tokens, one, first, last)]
        if not whole:
            longer.append(toponym_at(tokens, first, last, (), sentence, shouted))
            longer[-1].by_term = True
        for one in whole:
            one.by_term = (one.first, one.named_until) == (first, last)
    taken = {at for one in longer for at in range(one.first, one.last)}
    return [one for one in listed if one.first not in taken], longer


def unlisted_of(tokens: Tokens, name: Toponym) -> Toponym:
    """Return a name as one that the gazetteer lacks, with its generic term if it has one."""
    last = name.named_until or name.last
    return replace(name, last=last, text=tokens.name(name.first, last), matches=())


def is_of_units(name: str) -> bool:
    """Return whether a name says that it is a unit's of a country: "Biu Local Government Area"."""
    words_of = name.casefold().split()
    if len(words_of) > 1 and sort_of(words_of[-1]) == "quarter":
        return words_of[-2] in word_set("of_areas")
    return sort_of(words_of[-1]) in {"admin1", "admin2"}


def _until(tokens: Tokens, name: Toponym) -> int:
    """The token before which a name ends with its term: "Biu Local Government Area", "Manila Bay".

    The term of a unit, or of what lies in a large town and is called after it.
    """
    end, last = name.last, name.sentence.last
    while end < last and tokens.capital[end] and _is_of_unit(tokens.lower[end]):
        end += 1
    if end == name.last and _is_large(name):
        while end < last and tokens.capital[end] and tokens.tag[end] in PROPER:
            end += 1
        if end == name.last or tokens.lower[end - 1] not in word_set("generic_terms"):
            return name.last
    # "Aleppo City Council" is no place's name.
    return name.last if end < last and tokens.capital[end] else end


def _is_large(name: Toponym) -> bool:
    return any(
        best.exact and best.entry.kind == "city" and best.entry.population >= _LARGE
        for best in name.matches[:1]
    )


def _ranges(tokens: Tokens, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of names that their terms and the syntax make a place's, in order."""
    end_before = sentence.first
    for at in range(sentence.first + 1, sentence.last):
        end, least = at + 1, 2
        if tokens.capital[at]:
            goes_on = end < sentence.last and (tokens.capital[end] or tokens.text[end] == "-")
            if goes_on or tokens.lower[at] not in word_set("generic_terms"):
                continue
        elif at > end_before and tokens.capital[at - 1] and _tells(tokens, at, sentence):
            end, least = at, 1
        else:
            continue
        first = end - 1
        while first > sentence.first and _goes_back(tokens, first, sentence):
            first -= 1
        named = least <= end - first <= _LONGEST and _is_specific(tokens, end - least)
        if named and _is_there(tokens, first, end, sentence):
            yield first, end
            end_before = end


def _tells(tokens: Tokens, at: int, sentence: Sentence) -> bool:
    """Whether a noun with a small letter tells what the name before it is: "the Qalai Qazi area".

    "The Hutu village chief" is somebody.
    """
    noun, behind = tokens.lower[at], at + 1
    if noun in word_set("modifying"):
        following = word_at(tokens, behind, sentence)
        return following in word_set("generic_terms") | word_set("behind_names")
    if sort_of(noun) == "city" and word_at(tokens, behind, sentence) == "of":
        return False  # "the Ingush city of Nazran"
    told = sort_of(noun) in _UNITS or noun in word_set("behind_names")
    return told and not (behind < sentence.last and tokens.tag[behind].startswith("NN"))


def _is_whole(tokens: Tokens, one: Toponym, first: int, last: int) -> bool:
    """Whether a listed name is all that is named in a range: "Biu" in "Biu Local Government Area".

    Or a large town that only lends its name: "Manila Bay". Streets are named after any town.
    """
    if one.first < first or one.last > last or (one.first, one.last) == (first, last):
        return True
    if tokens.lower[last - 1] not in word_set("generic_terms"):
        # "Saraqeb Idlib province", where a comma was lost, and "Kasai Occidental province".
        begins = one.first == first and any(m.entry.kind in _REGIONS for m in one.matches[:1])
        if one.last == last or begins:
            return begins or _is_known(one)
    if tokens.lower[last - 1] in word_set("names", "streets"):
        return False
    return _is_large(one) or (one.first == first and one.named_until == last)


def _is_known(one: Toponym) -> bool:
    """Whether a listed name is a region's or a sizeable town's, spelt just so."""
    return any(
        best.exact and (best.entry.kind != "city" or best.entry.population >= _TOWN)
        for best in one.matches[:1]
    )


def _is_of_unit(word: str) -> bool:
    return sort_of(word) in _UNITS or word in word_set("of_areas")


def _goes_back(tokens: Tokens, first: int, sentence: Sentence) -> bool:
    """Whether a name begins before a token, be it with the article of "Al-Rasoul"."""
    before = first - 1
    if before > sentence.first:
        if tokens.text[before] == "-" and tokens.glued[before]:
            return is_article(tokens, before - 1)
        if tokens.text[before] in word_set("names", "joining"):
            return _is_specific(tokens, before - 1)
    return is_article(tokens, before) or _is_specific(tokens, before)


def _is_specific(tokens: Tokens, at: int) -> bool:
    """Whether a word may be a part of a place's name: no nationality, people, faith or title."""
    low = tokens.lower[at]
    # "The Hausa quarter" names none, "the Youth Housing Complex" does.
    a_people = word_key(tokens.text[at]) in people() and not is_small(low)
    if a_people or countries_by_demonym(low) is not None:
        return False
    named = tokens.capital[at] and tokens.tag[at] in PROPER
    return named and low not in word_set("names", "never") | word_set("names", "titles")


def _is_there(tokens: Tokens, first: int, last: int, sentence: Sentence) -> bool:
    """Whether something is at a name, or a verb that takes ground has it as its object."""
    at = first - 1
    while at >= sentence.first and tokens.tag[at] in _QUALIFIERS and not tokens.capital[at]:
        at -= 1
    word = word_at(tokens, at, sentence)
    if word in word_set("strictly_locative") or word in word_set("along"):
        return True
    if word == "of":
        part = word_at(tokens, at - 1, sentence)
        return part in words()["bearings"] or part in word_set("parts_of")
    noun = tokens.document.doc[first:last].root
    if noun.dep_ == "compound" and sort_of(word_at(tokens, last, sentence)):
        noun = noun.head
    # "Gunmen attacked Ali Hill."
    done_to = noun.dep_ in {"dobj", "nsubjpass"} and plain(tokens.text[first]) not in first_names()
    return done_to and noun.head.lemma_.lower() in word_set("names", "taking")
