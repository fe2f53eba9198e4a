"""Names that are places' by what stands beside them: one of a list of places, or so far from one.

"Fighting in Zerenyi, Botlinkh and Godoberu": who tells the first for a village has told the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.place_words import common_words, sort_of, word_set, words
from dateline.coding.toponym_features import Surroundings, first_names
from dateline.coding.toponyms import PROPER, Tokens, Toponym, word_at
from dateline.knowledge.countries import is_country_demonym
from dateline.knowledge.roles import people
from dateline.knowledge.spelling import plain

_MEASURED = 3
"""How many words may stand between a distance and what it is from: "40 km to the west of Aba"."""

_SORTS = frozenset({"city", "admin2", "quarter"})
"""What a list of places may be said to be: "Tibna and Sabil villages"."""

_PAST = ("VB", "MD", "NN", "POS")
"""Tags of the word behind a name that is somebody's or something's: "Gao and Ansar fighters"."""


def goes_on_a_list(tokens: Tokens, before: Toponym, name: Toponym, around: Surroundings) -> bool:
    """Return whether a name goes on a list that a place before it has begun: "in Aba and Nguru".

    Not so the next clause's subject, "in Aba and Mboya said", nor who is joined to a country.
    """
    between = tuple(tokens.lower[before.last : name.first])
    if between not in {("and",), ("or",), (",",), (",", "and")} or _is_country(before):
        return False
    if between == (",",) and not _is_joined(tokens, name):
        return False  # "in Aba, Mboya"
    return _may_be_place(tokens, name, around) and _ends_as_a_list(tokens, name)


def is_of_a_sort(tokens: Tokens, name: Toponym, around: Surroundings) -> bool:
    """Return whether a plural noun ends the list a name is in: "Tibna and Sabil villages"."""
    if not _is_joined(tokens, name) or not _may_be_place(tokens, name, around):
        return False
    noun = word_at(tokens, _end(tokens, name), name.sentence)
    return sort_of(noun) in _SORTS and noun.endswith("s")


def lies_by(tokens: Tokens, name: Toponym, around: Surroundings) -> bool:
    """Return whether a name is told to lie by another place.

    "Lukayo, 100 km west of Kampala", "in Qara, west of Mosul", "Kasumba on the border with
    Zambia".
    """
    if not _may_be_place(tokens, name, around):
        return False
    at = name.last
    if tuple(tokens.lower[at : at + 2]) == ("on", "the"):
        noun, joint = word_at(tokens, at + 2, name.sentence), word_at(tokens, at + 3, name.sentence)
        return noun in word_set("measured", "borders") and joint == "with"
    if word_at(tokens, at, name.sentence) in {",", "("}:
        at += 1
    while word_at(tokens, at, name.sentence) in word_set("measured", "about"):
        at += 1
    if name.before in word_set("strictly_locative") and _is_bearing(tokens, name, at):
        return True
    return at < name.sentence.last and tokens.tag[at] == "CD" and _is_so_far(tokens, name, at)


def _is_bearing(tokens: Tokens, name: Toponym, at: int) -> bool:
    bearing = word_at(tokens, at, name.sentence) in words()["bearings"]
    of = word_at(tokens, at + 1, name.sentence) == "of"
    return at > name.last and bearing and of and _is_named(tokens, name, at + 2)


def _is_so_far(tokens: Tokens, name: Toponym, at: int) -> bool:
    """Whether a number of kilometres stands there, and what they are from."""
    at += 1 + (word_at(tokens, at + 1, name.sentence) == "-")
    if word_at(tokens, at, name.sentence) not in words()["units_km"]:
        return False
    for origin in range(at + 1, min(at + 2 + _MEASURED, name.sentence.last - 1)):
        if tokens.lower[origin] in {"of", "from"}:
            return _is_named(tokens, name, origin + 1)
    return False


def _is_named(tokens: Tokens, name: Toponym, at: int) -> bool:
    """Whether a place is named: not so in "Okello, 40 km from his home"."""
    inside = at < name.sentence.last
    return inside and (tokens.capital[at] or tokens.lower[at] == "the")


def _may_be_place(tokens: Tokens, name: Toponym, around: Surroundings) -> bool:
    """Whether nothing says that a name is somebody's, a people's or a common word."""
    first, low = tokens.text[name.first], name.text.lower()
    if tokens.tag[name.last - 1] not in PROPER or low in common_words():
        return False
    if is_country_demonym(low) or tokens.lower[name.first] in people():
        return False
    if tokens.lower[name.first].rstrip(".") in word_set("names", "titles"):
        return False
    return tokens.lower[name.last - 1] not in around.persons and plain(first) not in first_names()


def _is_country(name: Toponym) -> bool:
    return bool(name.matches) and name.matches[0].entry.kind == "country"


def _is_joined(tokens: Tokens, name: Toponym) -> bool:
    """Whether another name is joined to one: "Aba and Nguru"."""
    return next(_members(tokens, name), None) is not None


def _end(tokens: Tokens, name: Toponym) -> int:
    """Where the list ends that a name stands in."""
    return max(_members(tokens, name), default=name.last)


def _ends_as_a_list(tokens: Tokens, name: Toponym) -> bool:
    """Whether no noun or verb stands behind the list, but what the places are."""
    end = _end(tokens, name)
    if end >= name.sentence.last or sort_of(tokens.lower[end]):
        return True
    return tokens.text[end] != "-" and not tokens.tag[end].startswith(_PAST)


def _members(tokens: Tokens, name: Toponym) -> Iterator[int]:
    """Where each further name of a list ends; nothing where commas are never joined by "and"."""
    at, ends, joined = name.last, [], False
    while at < name.sentence.last and tokens.lower[at] in {",", "and", "or"}:
        begin = at + 1
        if tokens.text[at] == "," and word_at(tokens, begin, name.sentence) in {"and", "or"}:
            begin += 1
        joined |= tokens.lower[begin - 1] != ","
        at = begin
        while at < name.sentence.last and (tokens.capital[at] or tokens.text[at] == "-"):
            at += 1
        if at == begin:
            break
        ends.append(at)
    yield from ends if joined else ()
