"""Tokens -> names that the gazetteer lists, the longest at each word."""

from __future__ import annotations

from functools import cache

from dateline.coding.casing import is_small
from dateline.coding.document import Sentence
from dateline.coding.place_words import articles, common_words, word_set, words
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
from dateline.knowledge.gazetteer import Gazetteer, Match

_HYPHENS = frozenset({"-", "\u2013"})

_TOWN = 100_000
"""People from which a name of two letters may be a town's."""

LONGEST = 9
"""Most tokens that a name may have, hyphens included."""


def listed_names(
    tokens: Tokens, sentence: Sentence, gazetteer: Gazetteer, shouted: bool
) -> list[Toponym]:
    """Return the names of a sentence that the gazetteer lists, in order; they may overlap."""
    out = []
    for at in range(sentence.first, sentence.last):
        if _may_begin(tokens, at, sentence, shouted):
            toponym = _longest(tokens, at, sentence, gazetteer, shouted)
            if toponym is not None and not is_adjective(tokens, toponym):
                out.append(toponym)
    return out


def _may_begin(tokens: Tokens, at: int, sentence: Sentence, shouted: bool) -> bool:
    if not tokens.capital[at]:
        if shouted:
            return (
                tokens.text[at][0].isalpha()
                and tokens.lower[at] not in common_words()
                and tokens.lower[at] not in word_set("names", "inside")
                and not is_small(tokens.lower[at])
            )
        return is_article(tokens, at)
    if at > sentence.first and tokens.text[at - 1] == "-" and tokens.glued[at - 1]:
        # Inside a hyphenated word: only after another name, as in "Kyiv-Moscow".
        return at - 2 >= sentence.first and tokens.capital[at - 2]
    low = tokens.lower[at]
    if low in word_set("names", "units") and at > sentence.first and tokens.capital[at - 1]:
        return False  # "El Naranjal Canton" is not Guangzhou
    if low in words()["bearings"] and not _next_is_capital(tokens, at, sentence):
        return False
    if is_country_demonym(low) and not (
        _next_is_capital(tokens, at, sentence) or _is_joined(tokens, at, sentence)
    ):
        return False
    if low in word_set("names", "states") and word_at(tokens, at - 1, sentence) == "the":
        # "The President of the Republic", but "the Republic of Congo".
        return word_at(tokens, at + 1, sentence) == "of" or _next_is_capital(tokens, at, sentence)
    if low in word_set("names", "never") and not tokens.text[at].isupper():
        return False
    return (
        low not in common_words()
        or tokens.tag[at] in PROPER
        or word_at(tokens, at - 1, sentence) in word_set("strictly_locative")
        or _next_is_capital(tokens, at, sentence)
    )


def _next_is_capital(tokens: Tokens, at: int, sentence: Sentence) -> bool:
    return at + 1 < sentence.last and tokens.capital[at + 1]


def _is_joined(tokens: Tokens, at: int, sentence: Sentence) -> bool:
    """Whether a hyphen ties a word to another with a capital: "the Turkish-Syrian border"."""
    return (
        at + 2 < sentence.last
        and tokens.text[at + 1] in _HYPHENS
        and tokens.glued[at]
        and tokens.capital[at + 2]
    )


def _longest(
    tokens: Tokens, at: int, sentence: Sentence, gazetteer: Gazetteer, shouted: bool
) -> Toponym | None:
    # "The Athens": an article only belongs to a name that is spelt with it.
    strict = tokens.lower[at] in articles() and not is_article(tokens, at)
    loose: Toponym | None = None
    for stop in reversed(_ends(tokens, at, sentence, shouted)):
        name = tokens.name(at, stop)
        matches = gazetteer.matches(name)
        if not matches and stop > at + 2:
            shorter = _shortened(tokens, at, stop)
            matches = gazetteer.matches(shorter) if " " in shorter else ()
        if matches and not matches[0].exact:
            # A longer name spelt otherwise stands back behind a shorter one spelt so.
            junk = stop > at + 1 and (strict or any(ch.isdigit() for ch in name))
            if loose is None and not junk and len(name) > 2:
                loose = toponym_at(tokens, at, stop, matches, sentence, shouted)
            continue
        if not matches and stop == at + 1 and name.endswith("s") and len(name) > 5:
            # "Aleppos western countryside": an apostrophe lost on the way.
            following = word_at(tokens, stop, sentence)
            if following in word_set("near_parts") or following in words()["bearings"]:
                matches = tuple(m for m in gazetteer.matches(name[:-1]) if m.exact)
        low = tokens.lower[at]
        if stop == at + 1 and (low in words()["bearings"] or is_country_demonym(low)):
            continue
        short = stop == at + 1 and len(name) <= 2
        if matches and not (
            short
            and not _is_abbreviation(matches)
            and not _is_a_town(tokens, at, matches, sentence)
        ):
            exact = toponym_at(tokens, at, stop, matches, sentence, shouted)
            # "Deir Ezzor" beats a place named "Deir", but "U.S. Navy" does not beat "U.S.".
            kind = matches[0].entry.kind
            wide = kind in {"country", "admin1", "region"}
            if kind == "admin1" and len(name) <= 2 and _is_a_make(tokens, at, sentence):
                return loose
            return loose if loose is not None and loose.last > stop and not wide else exact
    return loose


def _is_a_make(tokens: Tokens, at: int, sentence: Sentence) -> bool:
    """Whether two letters say of what make things are: "nine AK rifles" are not Alaska's."""
    behind = word_at(tokens, at - 1, sentence) == ","
    return not behind and at + 1 < sentence.last and tokens.tag[at + 1] in {"NN", "NNS"}


def _shortened(tokens: Tokens, first: int, last: int) -> str:
    """The name without the words that a site's name may leave out."""
    optional = word_set("names", "optional")
    return " ".join(
        text
        for text, low in zip(tokens.text[first:last], tokens.lower[first:last], strict=True)
        if low not in optional
    )


def _is_abbreviation(matches: tuple[Match, ...]) -> bool:
    """True where a name of two letters is one of a country or state ("UK", "Ky")."""
    return any(m.exact and m.entry.kind in {"country", "admin1", "road"} for m in matches)


def _is_a_town(tokens: Tokens, at: int, matches: tuple[Match, ...], sentence: Sentence) -> bool:
    """Whether a name of two letters is a large town's by itself: "attacked Bo", no "Bo Xi"."""
    best = matches[0]
    around = tokens.text[max(at - 1, sentence.first) : min(at + 2, sentence.last)]
    alone = sum(text[0].isupper() or text[0].isdigit() for text in around) == 1
    written = not tokens.text[at].isupper() and best.main and best.literal
    return alone and written and best.entry.population >= _TOWN and at > sentence.first


def _ends(tokens: Tokens, at: int, sentence: Sentence, shouted: bool) -> list[int]:
    """Where a name that begins at a token may end, nearest first."""
    out: list[int] = []
    inside = word_set("names", "inside")
    for end in range(at, min(sentence.last, at + LONGEST)):
        text = tokens.text[end]
        if end > at and is_article(tokens, end):
            continue  # "Tal Al-Bardah" is no Tal Al
        if (
            tokens.capital[end]
            or (end > at and text[0].isdigit())
            or (shouted and text[0].isalpha() and not is_small(tokens.lower[end]))
        ):
            out.append(end + 1)
        elif text == "'s":
            # "People's Republic of China"
            if end == at or not (end + 1 < sentence.last and tokens.capital[end + 1]):
                break
        elif text in _HYPHENS or text == "'":
            # A hyphen or apostrophe inside a name has no space on either side.
            if end == at or not (tokens.glued[end - 1] and tokens.glued[end]):
                break
        elif text == ".":
            if end > at and not tokens.glued[end - 1]:
                break
        elif tokens.lower[end] not in inside:
            # Small nouns that belong to a name: "Jabalia refugee camp", "Menagh airbase".
            for site in range(end, min(end + 3, sentence.last)):
                if end > at and tokens.lower[site] in _sites():
                    out.append(site + 1)
                    break
                if not tokens.text[site].isalpha() or tokens.capital[site]:
                    break
            break
    return out


@cache
def _sites() -> frozenset[str]:
    return frozenset(words()["types"]["site"])
