"""Names that no gazetteer lists: whole runs of capitals, and longer names than a known one."""

from __future__ import annotations

from dateline.coding.document import Sentence
from dateline.coding.place_words import common_words, sort_of, word_set, words
from dateline.coding.time_expressions import date_words
from dateline.coding.toponyms import (
    PROPER,
    Tokens,
    Toponym,
    is_adjective,
    is_article,
    toponym_at,
    word_at,
)
from dateline.knowledge.countries import is_country_demonym
from dateline.knowledge.gazetteer import Match

_JOINTS = frozenset({"and", "or"})

_LARGE = 100_000
"""People from which a city's name is whole: "the city of Aleppo Syria"."""


def longer_names(
    tokens: Tokens, sentence: Sentence, listed: list[Toponym], shouted: bool
) -> tuple[list[Toponym], list[Toponym]]:
    """Return the listed names that are whole, and the longer ones that the others only begin.

    The gazetteer knows a San Miguel and a Mercedes, but no "San Miguel de Mercedes".
    """
    longer: list[Toponym] = []
    end = 0
    for one in listed:
        stop = _goes_on_until(tokens, one.last, sentence)
        if one.first >= end and stop > one.last:
            end = stop
            name = toponym_at(tokens, one.first, stop, (), sentence, shouted)
            name.sort = name.sort or "city"
            longer.append(name)
    if not longer:
        return listed, longer
    inside = {at for name in longer for at in range(name.first, name.last)}
    return [one for one in listed if one.first not in inside], longer


def _goes_on_until(tokens: Tokens, last: int, sentence: Sentence) -> int:
    """Return where a name ends that goes on behind a known one: "San Miguel de las Flores"."""
    if last >= sentence.last or tokens.text[last] not in word_set("names", "links"):
        return last
    first = last + 1
    while first < sentence.last and tokens.text[first] in word_set("names", "link_articles"):
        first += 1
    end = first
    while end < sentence.last and tokens.capital[end] and not sort_of(tokens.lower[end]):
        end += 1
    return end if end > first else last


def unlisted_names(
    tokens: Tokens, sentence: Sentence, listed: list[Toponym], shouted: bool
) -> list[Toponym]:
    """Return the runs of capitalised words that hold no listed name, or only a part of theirs."""
    covered = {i for one in listed for i in range(one.first, one.last)}
    firm = {
        i
        for one in listed
        if _words_of(tokens, one) > 1 or (one.matches and one.matches[0].entry.kind == "country")
        for i in range(one.first, one.last)
    }
    # Single words that only sound like a place's name.
    soft = {
        one.first
        for one in listed
        if one.last - one.first == 1 and one.matches and not one.matches[0].exact
    }
    large = {one.first for one in listed if one.matches and _is_large(one.matches[0])}
    out = []
    at = sentence.first
    if at < sentence.last and tokens.tag[at] == "IN":
        at += 1  # "At Nyarubuye" is at no place of two words
    while at < sentence.last:
        if not (tokens.capital[at] or is_article(tokens, at)) or _is_month(tokens, at, sentence):
            at += 1
            continue
        end = at + 1
        while end < sentence.last and _goes_on(tokens, end, sentence):
            end += 1
        # "Tal Hamis" is a name of its own, though the gazetteer knows a Hamis.
        called = at not in large and is_called(tokens, at, sentence)
        if called:
            least = 2 if tokens.lower[at] in word_set("names", "prefixes") else 1
            while end - at > least and _is_no_name(tokens.lower[end - 1]):
                end -= 1  # "the town of Bria Monday", but "the village of Tal Valley"
        known = covered.intersection(range(at, end))
        tail = known == {end - 1} and is_tail(tokens, end - 1, sentence)
        whole = (
            not known
            or tail
            or (known <= soft and _is_whole(tokens, at, end, sentence))
            or (
                firm.isdisjoint(range(at, end))
                and 1 < end - at <= 5
                and (called or tokens.lower[at] in word_set("names", "prefixes"))
            )
        )
        if whole and _may_be_unlisted(tokens, at, end, called=called):
            unlisted = toponym_at(tokens, at, end, (), sentence, shouted)
            if not is_adjective(tokens, unlisted):
                out.append(unlisted)
        at = end
    return out


def _words_of(tokens: Tokens, name: Toponym) -> int:
    """Of how many words a name is, but for its article: "al-Mayadin" is of one."""
    article = name.first if is_article(tokens, name.first) else -1
    return sum(tokens.text[at] != "-" for at in range(name.first, name.last) if at != article)


def _is_whole(tokens: Tokens, first: int, last: int, sentence: Sentence) -> bool:
    """Whether two words are one name behind where something was: "near Belet Huen"."""
    said = word_at(tokens, first - 1, sentence) in word_set("strictly_locative")
    proper = all(tokens.tag[at] in PROPER for at in range(first, last))
    # In a title every word has a capital: "Four Wounded in Daesh Attack".
    titled = first - 2 >= sentence.first and tokens.capital[first - 2]
    whole = last - first == 2 and not _is_no_name(tokens.lower[last - 1])
    return said and proper and whole and not titled


def is_tail(tokens: Tokens, at: int, sentence: Sentence) -> bool:
    """Return whether a word only ends a name that says of what sort it is: "Bushrod Island".

    Some county far away may be called so by itself.
    """
    before = at - 1
    if before < sentence.first or not sort_of(tokens.lower[at]):
        return False
    proper = tokens.capital[before] and tokens.tag[before] in PROPER
    low = tokens.lower[before]
    return proper and low not in words()["bearings"] and not is_country_demonym(tokens.text[before])


def _is_month(tokens: Tokens, at: int, sentence: Sentence) -> bool:
    """Whether a month stands before other capitals: "in July American gunships"."""
    led = word_at(tokens, at - 1, sentence) in date_words("before_month")
    return led and tokens.lower[at] in word_set("names", "months")


def _goes_on(tokens: Tokens, at: int, sentence: Sentence) -> bool:
    """Whether a capitalised run goes on with this token, be it the hyphen of "al-Bab"."""
    if tokens.capital[at] or is_article(tokens, at):
        return True
    return (
        tokens.text[at] == "-"
        and tokens.glued[at]
        and at + 1 < sentence.last
        and (tokens.capital[at + 1] or is_article(tokens, at + 1))
    )


def _is_large(match: Match) -> bool:
    """Whether a name is that of a large city: no longer name begins with it."""
    return match.exact and match.entry.population >= _LARGE


def _is_no_name(word: str) -> bool:
    return word in common_words() or bool(sort_of(word))


def stands_at(tokens: Tokens, first: int, sentence: Sentence) -> bool:
    """Return whether a site is said to be at a name: "a military post at Mbua"."""
    noun = word_at(tokens, first - 2, sentence)
    at = word_at(tokens, first - 1, sentence) == "at"
    return at and (noun in word_set("posted") or noun in word_set("settled"))


def is_called(tokens: Tokens, first: int, sentence: Sentence) -> bool:
    """Return whether a noun says that a name is a settlement's: "the village of Imam Wais".

    Nouns in the plural say so of several: "the villages of Tibna, Sabil and Kasra", "two towns,
    Rasal and Kobeit".
    """
    begin = _opens_list(tokens, first, sentence)
    noun = word_at(tokens, begin - 2, sentence)
    of = word_at(tokens, begin - 1, sentence)
    settled = noun != "capital" and sort_of(noun) in {"city", "admin2"}
    if of == ":" or (of == "," and _counts(tokens, begin - 2, sentence)):
        return settled and noun.endswith("s")
    called = of == "of" and (settled or noun in word_set("settled"))
    return called and (begin == first or noun.endswith("s"))


def is_part_called(tokens: Tokens, first: int, sentence: Sentence) -> bool:
    """Return whether a noun says that a name is that of a part of a country or town.

    "The region of Pool", "the neighbourhood of Qahira"; "a state of Emergency" is none.
    """
    noun = word_at(tokens, first - 2, sentence)
    part = noun not in word_set("no_names") and sort_of(noun) in {"admin1", "quarter"}
    return part and word_at(tokens, first - 1, sentence) == "of"


def _counts(tokens: Tokens, noun: int, sentence: Sentence) -> bool:
    """Whether a number stands before a noun: "captured two eastern towns, Kallo and Abaja"."""
    return any(tokens.tag[at] == "CD" for at in range(max(noun - 2, sentence.first), noun))


def _opens_list(tokens: Tokens, first: int, sentence: Sentence) -> int:
    """Where the first name of a list of names begins, by the beginning of one of them."""
    while True:
        end = first
        if word_at(tokens, end - 1, sentence) in _JOINTS:
            end -= 1
        if word_at(tokens, end - 1, sentence) == ",":
            end -= 1
        at = end
        while at > sentence.first and (tokens.capital[at - 1] or is_article(tokens, at - 1)):
            at -= 1
        if end == first or at == end:
            return first
        first = at


def _may_be_unlisted(tokens: Tokens, first: int, last: int, *, called: bool) -> bool:
    low = tokens.lower[first]
    if last - first == 1:
        if len(low) < 3 or low in common_words() or tokens.tag[first] not in PROPER:
            return False
        if low in word_set("names", "never") or is_country_demonym(low):
            return False
    return last - first <= 7 and (called or low.rstrip(".") not in word_set("names", "titles"))
