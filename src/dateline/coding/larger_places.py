"""The larger place named after a place: "Paris, Texas", "the Zahra quarter of Homs"."""

from __future__ import annotations

from dateline.coding.place_words import sort_of, word_set, words
from dateline.coding.toponyms import Tokens, Toponym, word_at
from dateline.knowledge.countries import countries_by_demonym, is_country_demonym
from dateline.knowledge.gazetteer import Match


def qualify(tokens: Tokens, found: list[Toponym]) -> None:
    """Tie "Paris" to "Texas" in "Paris, Texas" and "Paris (Texas)"."""
    by_first: dict[int, Toponym] = {}
    for one in found:
        if one.matches:
            by_first.setdefault(one.first, one)
    listed = [one for one in found if one.matches]
    for one, following in zip(reversed(listed[:-1]), reversed(listed[1:]), strict=True):
        # "Idlib and Aleppo provinces"
        joined = following.first - one.last == 1 and one.after in {"and", ",", "or"}
        if joined and not one.sort and following.after.endswith("s"):
            one.sort = following.sort
    for one in found:
        one.qualifier = by_first.get(_larger_at(tokens, one))
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
