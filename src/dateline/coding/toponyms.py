"""Tokens -> place-name candidates: capitalised spans that the gazetteer knows.

What is a place is decided by the gazetteer and the words around the name, never by entity labels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from spacy.tokens import Token

from dateline.coding.document import Document, Sentence
from dateline.knowledge.files import resource, settings
from dateline.knowledge.gazetteer import Gazetteer, Match
from dateline.knowledge.spelling import plain

LONGEST = 9
"""Most tokens that a name may have, hyphens included."""


@dataclass(slots=True)
class Toponym:
    """A name in the text and what it may mean; token range half-open.

    ``before`` and ``after`` are the neighbouring words in small letters; ``run_before`` and
    ``run_after`` the capitalised words that stand directly before and after the name.
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


def find_toponyms(document: Document, gazetteer: Gazetteer) -> list[Toponym]:
    """Return the place names of a document in order, with all they may mean."""
    surnames = _surnames(document)
    found: list[Toponym] = []
    for sentence in document.sentences:
        for toponym in _in_sentence(document, sentence, gazetteer):
            if _is_place_name(document, toponym, surnames):
                found.append(toponym)
    for one, following in pairwise(found):
        if _comma_between(document, one, following):
            one.qualifier = following
    return found


def _in_sentence(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Toponym]:
    shouted = _was_shouted(document, sentence)
    at = sentence.first
    while at < sentence.last:
        if not _may_begin(document, at, sentence, shouted):
            at += 1
            continue
        toponym = _longest(document, at, sentence, gazetteer, shouted)
        if toponym is None:
            at += 1
            continue
        yield toponym
        at = toponym.last


def _was_shouted(document: Document, sentence: Sentence) -> bool:
    """True where the sentence stood in capitals and was lowered for the parser."""
    text = document.report.text[sentence.start : sentence.end]
    return len(text) > 11 and text.upper() == text and text.lower() != text


def _is_capital(token: Token) -> bool:
    first = token.text[0]
    return first.isupper() or (first.isalpha() and not first.islower())


def _may_begin(document: Document, at: int, sentence: Sentence, shouted: bool) -> bool:
    token = document.doc[at]
    if not token.text[0].isalpha():
        return False
    if at > sentence.first and document.doc[at - 1].text == "-" and not _is_article(document, at):
        # Inside a hyphenated word: only what follows a word that is no part of a name.
        previous = document.doc[at - 2] if at >= sentence.first + 2 else None
        if previous is not None and _is_capital(previous) and _is_capital(token):
            return True
    if _is_capital(token):
        return True
    if shouted:
        return not token.is_stop
    return _is_article(document, at)


def _is_article(document: Document, at: int) -> bool:
    """True for the small article of "al-Bab"."""
    doc = document.doc
    return (
        doc[at].lower_ in word_set("names", "inside")
        and at + 2 < len(doc)
        and doc[at + 1].text == "-"
        and doc[at + 2].text[:1].isupper()
        and len(doc[at].text) <= 3
    )


def _longest(
    document: Document, at: int, sentence: Sentence, gazetteer: Gazetteer, shouted: bool
) -> Toponym | None:
    doc = document.doc
    text = document.report.text
    end = at
    ends: list[int] = []
    while end < min(sentence.last, at + LONGEST):
        token = doc[end]
        if token.text == "-" or token.text == "'":
            if end == at:
                break
            # A hyphen or apostrophe inside a name has no space on either side.
            if doc[end - 1].whitespace_ or token.whitespace_:
                break
        elif (
            _is_capital(token)
            or (token.text[0].isdigit() and end > at)
            or (shouted and token.text[0].isalpha())
        ):
            ends.append(end + 1)
        elif not (token.lower_ in word_set("names", "inside") or token.text == "."):
            break
        end += 1
    for stop in reversed(ends):
        first, last = doc[at], doc[stop - 1]
        name = text[first.idx : last.idx + len(last)]
        matches = gazetteer.matches(name)
        if not matches and stop == at + 1 and name.endswith("s") and len(name) > 5:
            # "Aleppos western countryside": an apostrophe lost on the way.
            following = doc[stop].lower_ if stop < len(doc) else ""
            if following in word_set("near_parts") or following in words()["bearings"]:
                matches = tuple(m for m in gazetteer.matches(name[:-1]) if m.exact)
        if matches:
            return Toponym(
                at, stop, name, matches, sentence,
                _run_before(document, at, sentence), _run_after(document, stop, sentence),
                _word(document, at - 1, sentence), _word(document, stop, sentence), shouted,
            )  # fmt: skip
    return None


def _word(document: Document, at: int, sentence: Sentence) -> str:
    if sentence.first <= at < sentence.last:
        return document.doc[at].lower_
    return ""


def _run_before(document: Document, at: int, sentence: Sentence) -> tuple[str, ...]:
    """The capitalised words directly before a name, nearest first."""
    doc = document.doc
    out: list[str] = []
    at -= 1
    while at >= sentence.first and len(out) < 4:
        token = doc[at]
        if token.text == "-" and at > sentence.first:
            at -= 1
            continue
        if not token.text[0].isalpha() or not _is_capital(token):
            break
        if at == sentence.first and token.tag_ not in {"NNP", "NNPS"}:
            break
        out.append(token.lower_)
        at -= 1
    return tuple(out)


def _run_after(document: Document, at: int, sentence: Sentence) -> tuple[str, ...]:
    """The capitalised words directly after a name, nearest first."""
    doc = document.doc
    out: list[str] = []
    while at < sentence.last and len(out) < 4:
        token = doc[at]
        if token.text == "-" and at + 1 < sentence.last and not token.whitespace_:
            at += 1
            continue
        if not token.text[0].isalpha() or not _is_capital(token):
            break
        out.append(token.lower_)
        at += 1
    return tuple(out)


def _surnames(document: Document) -> frozenset[str]:
    """The last words of capitalised runs after a title or an unknown first name."""
    doc = document.doc
    out: set[str] = set()
    titles = word_set("names", "titles")
    at = 0
    while at < len(doc):
        if not (doc[at].text[0].isalpha() and _is_capital(doc[at])):
            at += 1
            continue
        end = at
        while end < len(doc) and doc[end].text[0].isalpha() and _is_capital(doc[end]):
            end += 1
        if end - at >= 2 and any(doc[i].lower_.rstrip(".") in titles for i in range(at, end - 1)):
            out.add(doc[end - 1].lower_)
        elif at and end - at == 1 and doc[at - 1].lower_.rstrip(".") in titles:
            out.add(doc[at].lower_)
        at = end
    return frozenset(out)


def _is_place_name(document: Document, toponym: Toponym, surnames: frozenset[str]) -> bool:
    doc = document.doc
    single = toponym.last - toponym.first == 1
    low = plain(toponym.text)
    token = doc[toponym.first]
    best = toponym.matches[0]
    prominent = best.exact and (
        best.entry.kind in {"country", "admin1", "region"} or best.entry.population >= 100_000
    )
    if low in word_set("names", "never"):
        return False
    strict = toponym.before in word_set("strictly_locative")
    locative = strict or toponym.before in word_set("locative")
    initial = toponym.first == toponym.sentence.first
    proper = token.tag_ in {"NNP", "NNPS"}
    if single and low in common_words() and (toponym.shouted or not strict or not proper):
        return False
    if toponym.shouted and not prominent:
        return False
    if single and len(low) <= 2 and best.entry.kind != "country":
        return False
    if single and initial and token.tag_ not in {"NNP", "NNPS"} and not prominent:
        return False
    if not best.exact and not locative:
        return False
    title = toponym.before.rstrip(".") in word_set("names", "titles")
    if title and best.entry.kind != "country":
        return False
    allowed = word_set("names", "before")
    if toponym.run_before and not toponym.shouted:
        nearest = toponym.run_before[0]
        if nearest not in allowed and nearest not in word_set("names", "organisations"):
            return False
    if toponym.run_after and not toponym.shouted:
        nearest = toponym.run_after[0]
        if (
            nearest not in allowed
            and nearest not in word_set("names", "organisations")
            and nearest not in common_words()
        ):
            return False
    if single and low in surnames and not locative:
        return False
    return not (
        single
        and token.dep_ == "nsubj"
        and token.head.lemma_ in word_set("names", "speaking")
        and best.entry.kind not in {"country", "admin1"}
        and best.entry.population < 500_000
    )


def _comma_between(document: Document, one: Toponym, following: Toponym) -> bool:
    doc = document.doc
    return following.first == one.last + 1 and doc[one.last].text == ","
