"""Tokens -> names that may be places: capitalised spans, known to the gazetteer or not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from dateline.coding.document import Document, Sentence
from dateline.knowledge.countries import is_country_demonym
from dateline.knowledge.files import resource, settings
from dateline.knowledge.gazetteer import Gazetteer, Match

LONGEST = 9
"""Most tokens that a name may have, hyphens included."""

_PROPER = frozenset({"NNP", "NNPS"})


@dataclass(slots=True)
class Toponym:
    """A name in the text and what it may mean; token range half-open.

    ``matches`` is empty for a name that the gazetteer lacks. ``before`` and ``after`` are the
    neighbouring words in small letters; ``run_before`` and ``run_after`` the capitalised words
    that stand directly before and after the name, nearest first. ``shouted`` is true where the
    whole sentence stood in capitals.
    """

    first: int
    last: int
    text: str
    matches: tuple[Match, ...]
    sentence: Sentence
    run_before: tuple[str, ...]
    run_after: tuple[str, ...]
    before: str
    after: str
    shouted: bool = False
    qualifier: Toponym | None = None
    """The larger place that follows after a comma, as in "Paris, Texas"."""


@cache
def words() -> dict[str, Any]:
    """Return the words that stand around place names."""
    return settings("languages/en/place_words.toml")


@cache
def word_set(section: str, key: str | None = None) -> frozenset[str]:
    """Return one list of the place words as a set."""
    value = words()[section]
    return frozenset(value if key is None else value[key])


@cache
def common_words() -> frozenset[str]:
    """Return English words that are also names of places somewhere."""
    text = resource("languages/en/common_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def is_capital(token: Token) -> bool:
    """Return whether the token is a word that begins with a capital."""
    first = token.text[0]
    return first.isupper() or (first.isalpha() and not first.islower())


def candidates(document: Document, gazetteer: Gazetteer) -> list[Toponym]:
    """Return every name that may be a place's, in order; listed ones may overlap.

    At each word the longest name that the gazetteer knows; and each run of capitalised words that
    holds none, as a name without matches.
    """
    found: list[Toponym] = []
    for sentence in document.sentences:
        if sentence.kind != "furniture":
            found.extend(_listed(document, sentence, gazetteer))
    covered = {i for one in found for i in range(one.first, one.last)}
    for sentence in document.sentences:
        if sentence.kind != "furniture":
            found.extend(_unlisted(document, sentence, covered))
    found.sort(key=lambda one: (one.first, -one.last))
    _qualify(document, found)
    return found


def _listed(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> list[Toponym]:
    shouted = _was_shouted(document, sentence)
    out = []
    for at in range(sentence.first, sentence.last):
        if _may_begin(document, at, sentence, shouted):
            toponym = _longest(document, at, sentence, gazetteer, shouted)
            if toponym is not None:
                out.append(toponym)
    return out


def _was_shouted(document: Document, sentence: Sentence) -> bool:
    """True where the sentence stood in capitals and was lowered for the parser."""
    if sentence.last - sentence.first < 2 or sentence.end - sentence.start < 12:
        return False
    text = document.report.text[sentence.start : sentence.end]
    return text != str(document.doc[sentence.first : sentence.last]) and text.upper() == text


def _may_begin(document: Document, at: int, sentence: Sentence, shouted: bool) -> bool:
    doc = document.doc
    token = doc[at]
    if not token.text[0].isalpha():
        return False
    if at > sentence.first and doc[at - 1].text == "-" and not doc[at - 1].whitespace_:
        # Inside a hyphenated word: only after another name, as in "Kyiv-Moscow".
        return is_capital(token) and at - 2 >= sentence.first and is_capital(doc[at - 2])
    if is_capital(token):
        low = token.lower_
        if low in word_set("names", "never") and not token.text.isupper():
            return False
        return not (
            low in common_words()
            and token.tag_ not in _PROPER
            and _word(document, at - 1, sentence) not in word_set("strictly_locative")
        ) or _next_capital(document, at, sentence)
    if shouted:
        return not token.is_stop and token.lower_ not in common_words()
    return _is_article(document, at)


def _next_capital(document: Document, at: int, sentence: Sentence) -> bool:
    return at + 1 < sentence.last and is_capital(document.doc[at + 1])


def _is_article(document: Document, at: int) -> bool:
    """True for the small article of "al-Bab"."""
    doc = document.doc
    return (
        len(doc[at].text) <= 3
        and at + 2 < len(doc)
        and doc[at + 1].text == "-"
        and doc[at + 2].text[:1].isupper()
        and doc[at].lower_ in word_set("names", "inside")
    )


def _longest(
    document: Document, at: int, sentence: Sentence, gazetteer: Gazetteer, shouted: bool
) -> Toponym | None:
    doc = document.doc
    text = document.report.text
    for stop in reversed(_ends(document, at, sentence, shouted)):
        first, last = doc[at], doc[stop - 1]
        name = text[first.idx : last.idx + len(last)]
        matches = gazetteer.matches(name)
        if not matches and stop == at + 1 and name.endswith("s") and len(name) > 5:
            # "Aleppos western countryside": an apostrophe lost on the way.
            following = doc[stop].lower_ if stop < len(doc) else ""
            if following in word_set("near_parts") or following in words()["bearings"]:
                matches = tuple(m for m in gazetteer.matches(name[:-1]) if m.exact)
        if matches and not (stop == at + 1 and len(name) <= 2 and not _is_abbreviation(matches)):
            return _toponym(document, at, stop, matches, sentence, shouted)
    return None


def _is_abbreviation(matches: tuple[Match, ...]) -> bool:
    """True where a name of two letters is one of a country or state ("UK", "Ky")."""
    return any(m.exact and m.entry.kind in {"country", "admin1", "road"} for m in matches)


def _ends(document: Document, at: int, sentence: Sentence, shouted: bool) -> list[int]:
    """Where a name that begins at a token may end, nearest first."""
    doc = document.doc
    out: list[int] = []
    end = at
    while end < min(sentence.last, at + LONGEST):
        token = doc[end]
        if token.text in {"-", "'"}:
            # A hyphen or apostrophe inside a name has no space on either side.
            if end == at or doc[end - 1].whitespace_ or token.whitespace_:
                break
        elif (
            is_capital(token)
            or (token.text[0].isdigit() and end > at)
            or (shouted and token.text[0].isalpha())
        ):
            out.append(end + 1)
        elif token.text != "." and token.lower_ not in word_set("names", "inside"):
            # Small nouns that belong to a name: "Jabalia camp", "Menagh airbase".
            if end > at and token.lower_ in words()["types"]["site"]:
                out.append(end + 1)
            break
        elif end > at and token.text == "." and doc[end - 1].whitespace_:
            break
        end += 1
    return out


def _unlisted(document: Document, sentence: Sentence, covered: set[int]) -> list[Toponym]:
    doc = document.doc
    if _was_shouted(document, sentence):
        return []
    out = []
    at = sentence.first
    while at < sentence.last:
        token = doc[at]
        if not (is_capital(token) or _is_article(document, at)):
            at += 1
            continue
        end = at + 1
        while end < sentence.last and (
            is_capital(doc[end])
            or (
                end + 1 < sentence.last
                and is_capital(doc[end + 1])
                and (
                    (doc[end].text == "-" and not doc[end].whitespace_)
                    or _is_article(document, end)
                )
            )
            or (
                doc[end].text == "-" and not doc[end].whitespace_ and _is_article(document, end - 1)
            )
        ):
            end += 1
        if not covered.intersection(range(at, end)) and _may_be_unlisted(document, at, end):
            out.append(_toponym(document, at, end, (), sentence, False))
        at = end
    return out


def _may_be_unlisted(document: Document, first: int, last: int) -> bool:
    doc = document.doc
    token = doc[first]
    low = token.lower_
    if last - first == 1:
        if len(token) < 3 or low in common_words() or token.tag_ not in _PROPER:
            return False
        if low in word_set("names", "never") or is_country_demonym(low):
            return False
    return last - first <= 7 and low.rstrip(".") not in word_set("names", "titles")


def _toponym(
    document: Document,
    first: int,
    last: int,
    matches: tuple[Match, ...],
    sentence: Sentence,
    shouted: bool,
) -> Toponym:
    start, end = document.offsets(first, last)
    return Toponym(
        first,
        last,
        document.report.text[start:end],
        matches,
        sentence,
        _run_before(document, first, sentence),
        _run_after(document, last, sentence),
        _word(document, first - 1, sentence),
        _word(document, last, sentence),
        shouted,
    )


def _word(document: Document, at: int, sentence: Sentence) -> str:
    if sentence.first <= at < sentence.last:
        return document.doc[at].lower_
    return ""


def _run_before(document: Document, at: int, sentence: Sentence) -> tuple[str, ...]:
    doc = document.doc
    out: list[str] = []
    at -= 1
    while at >= sentence.first and len(out) < 3:
        token = doc[at]
        if token.text == "-" and at > sentence.first and not token.whitespace_:
            at -= 1
            continue
        if not is_capital(token) or (at == sentence.first and token.tag_ not in _PROPER):
            break
        out.append(token.lower_)
        at -= 1
    return tuple(out)


def _run_after(document: Document, at: int, sentence: Sentence) -> tuple[str, ...]:
    doc = document.doc
    out: list[str] = []
    while at < sentence.last and len(out) < 3:
        token = doc[at]
        if token.text == "-" and not token.whitespace_:
            at += 1
            continue
        if not is_capital(token):
            break
        out.append(token.lower_)
        at += 1
    return tuple(out)


def _qualify(document: Document, found: list[Toponym]) -> None:
    """Tie "Paris" to "Texas" in "Paris, Texas" and "Paris (Texas)"."""
    doc = document.doc
    by_first: dict[int, Toponym] = {}
    for one in found:
        if one.matches:
            by_first.setdefault(one.first, one)
    for one in found:
        if one.last + 1 < len(doc) and doc[one.last].text in {",", "("}:
            one.qualifier = by_first.get(one.last + 1)
