"""The larger place named with a place: "Paris, Texas", "the Zahra quarter of Homs".

Or its owner ("Pakistan's Wana"), or the place by which it lies ("Phoenix, north of Durban").
"""

from __future__ import annotations

from dateline.coding.place_words import sort_of, word_set, words
from dateline.coding.toponyms import Tokens, Toponym, word_at
from dateline.knowledge.countries import countries_by_demonym, is_country_demonym
from dateline.knowledge.gazetteer import Match

_POSSESSIVE = frozenset({"'s", "\u2019s", "'", "\u2019"})


def qualify(tokens: Tokens, found: list[Toponym]) -> None:
    """Tie "Paris" to "Texas" in "Paris, Texas", "Paris (Texas)" and "in Texas's Paris"."""
    by_first: dict[int, Toponym] = {}
    by_last: dict[int, Toponym] = {}
    for one in found:
        if one.matches:
            by_first.setdefault(one.first, one)
            by_last.setdefault(one.last, one)
    listed = [one for one in found if one.matches]
    for one, following in zip(reversed(listed[:-1]), reversed(listed[1:]), strict=True):
        # "Idlib and Aleppo provinces"
        joined = following.first - one.last == 1 and one.after in {"and", ",", "or"}
        if joined and not one.sort and following.after.endswith("s"):
            one.sort = following.sort
    for one in found:
        near = by_first.get(_near_at(tokens, one))
        if near is not None:
            one.qualifier, one.by_qualifier = near, True
            continue
        one.qualifier = by_first.get(_larger_at(tokens, one)) or _owner(tokens, one, by_last)
        one.matches = _of_people(tokens, one)


def _of_people(tokens: Tokens, one: Toponym) -> tuple[Match, ...]:
    """Return what a name may mean where a demonym says whose town it is.

    "The Mozambican town of Palma" is none in Spain.
    """
    at = one.first - 1
    if at > one.sentence.first and tokens.lower[at] == "of":
        at -= 1
    if at <= one.sentence.first or sort_of(tokens.lower[at]) != "city":
        return one.matches
    if tokens.text[at - 1].islower():  # "the Mozambican coastal town"
        at -= 1
    word = tokens.text[at - 1] if at > one.sentence.first else ""
    code = countries_by_demonym(word) if is_country_demonym(word) else None
    home = tuple(match for match in one.matches if match.exact and match.entry.country == code)
    return home or one.matches


def _near_at(tokens: Tokens, one: Toponym) -> int:
    """Where the place begins by which a name lies: "Phoenix, north of Durban"; -1 where none."""
    at, end = one.last, one.sentence.last
    if at + 2 >= end or tokens.text[at] not in {",", "("}:
        return -1
    at += 1
    if tokens.lower[at] in {"just", "about"}:
        at += 1
    if word_at(tokens, at, one.sentence) == "near":
        return at + 1
    known = words()["bearings"]
    if at + 2 < end and tokens.text[at + 1] == "-" and tokens.lower[at + 2] in known:
        at += 2
    told = word_at(tokens, at, one.sentence) in known
    return at + 2 if told and word_at(tokens, at + 1, one.sentence) == "of" else -1


def _owner(tokens: Tokens, one: Toponym, by_last: dict[int, Toponym]) -> Toponym | None:
    """Return the larger place whose a name is said to be: "a post in Pakistan's Wana".

    Not where no word for a place stands before: "Iraq's Maliki said".
    """
    if tokens.lower[one.first - 1] not in _POSSESSIVE or one.first - 1 <= one.sentence.first:
        return None
    owner = by_last.get(one.first - 1)
    if owner is None:
        return None
    said = word_at(tokens, owner.first - 1, one.sentence)
    return owner if said in word_set("strictly_locative") else None


def _larger_at(tokens: Tokens, one: Toponym) -> int:
    """Where the larger place begins in "Paris, Texas", "Zahra (Homs)", "the Zahra quarter of Homs".

    -1 where the words after the name lead to none.
    """
    at, end = one.last, one.sentence.last
    if at + 1 < end and tokens.text[at] in {",", "("}:
        at += 1
        at = at + 1 if tokens.lower[at] == "in" else at
        part = word_at(tokens, at, one.sentence)  # "Beni, in eastern Congo"
        return at + 1 if part in words()["bearings"] or part in word_set("central", "words") else at
    if at < end and sort_of(tokens.lower[at]):
        at += 1
    if at >= end or tokens.lower[at] not in {"in", "of"}:
        return -1
    at += 1
    while at < end and (tokens.lower[at] in {"the", "of"} or sort_of(tokens.lower[at])):
        at += 1
    return at
