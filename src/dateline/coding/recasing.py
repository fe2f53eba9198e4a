"""Shouted or lower-cased text -> the case of running text, letter by letter.

Reports printed in capitals, and headings in capitals, lose the difference between names and words
on which the parser and the search for names rest. Names that the package knows, and words that the
same report prints in calm text, take the case they have there; every other word the likelier one
(``casing``). Every step is deterministic and keeps the length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from dateline.coding.casing import NUMBER, TOKEN, Usage, Word, casing, neighbours, words_of
from dateline.knowledge.actors import actor_table
from dateline.knowledge.countries import countries, territories
from dateline.knowledge.files import settings

Style = Literal["calm", "shouted", "lowered"]


def style(text: str) -> Style:
    """Return whether capitals are as in running text, nearly all letters, or none.

    A lowered story keeps what a site prints around it as it was: only its paragraphs count. Letters
    that stand for words are in capitals in it too: "an AK rifle". A short text has none besides.
    """
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    if upper >= 12 and upper >= 0.85 * (upper + lower):
        return "shouted"
    if lower >= _SHORT and not _CAPITAL.search(_LETTERS.sub("", text)):
        return "lowered"
    parts = [part for part in text.split("\n\n") if sum(map(str.islower, part)) >= 120]
    story = "".join(parts)
    if parts and len(_CAPITAL.findall(story)) <= 0.004 * len(story):
        return "lowered"
    return "calm"


_SHORT = 40
"""Small letters of a text that running text would not leave without a capital."""

_LETTERS = re.compile(r"(?<![\w-])(?:[A-Z]{2,5}(?:-?\d+)?s?|[A-Z]-?\d+)(?![\w-])")
"""Letters that stand for words, with a number or without: "LTTE", "AK-47", "SFs", "T-72".

Not the "A" with which a sentence opens."""


_CAPITAL = re.compile("[A-Z]")
"""Letters that no damage to an encoding leaves behind, as it does \u00c2 and \u00c3."""


def recase(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the text with shouted sentences, or all of a lowered text, as running text has them.

    ``spans`` are the sentences' offsets, half-open and in order. Lengths never change.
    """
    whole = style(text)
    loud = [(start, end) for start, end in spans if _needs_case(text[start:end], whole)]
    if not loud:
        return text
    chosen = set(loud)
    known = _known_forms(text, [span for span in spans if span not in chosen], loud)
    drafted = [word for start, end in loud for word in _drafted(text, start, end, known)]
    # A name that no table knows is one name all through the report.
    sure: dict[str, float] = {}
    for word in drafted:
        if word.unknown:
            sure[word.key] = sure.get(word.key, 0.0) + word.odds
    out = list(text)
    for word in drafted:
        form = word.form
        if word.unknown and form.islower() and sure[word.key] > 0:
            form = form.capitalize()
        if whole == "lowered":
            there = text[word.at : word.at + len(form)]
            form = there if _CAPITAL.search(there) else form
        if len(form) == len(word.key):
            out[word.at : word.at + len(form)] = form
    return "".join(out)


def _needs_case(sentence: str, whole: Style) -> bool:
    if whole == "lowered":
        return not _CAPITAL.search(_LETTERS.sub("", sentence))
    if whole == "shouted":
        return not any(map(str.islower, sentence)) or style(sentence) == "shouted"
    return style(sentence) == "shouted"


_CALM_WORD = re.compile(r"(?<=[\w,] )[^\W\d_]+")
_BRACKETED = re.compile(r"[(\[]\s*([^\W\d_]{2,7})\s*[)\]]")


def _known_forms(
    text: str, calm: Iterable[tuple[int, int]], loud: Iterable[tuple[int, int]]
) -> dict[str, str]:
    """Return the forms that the report itself tells, by the word in lower case.

    They are those of words that its calm sentences print one way only, and abbreviations that
    stand in brackets.
    """
    seen: dict[str, set[str]] = {}
    for start, end in calm:
        for match in _CALM_WORD.finditer(text, start, end):
            seen.setdefault(match.group().lower(), set()).add(match.group())
    forms = {key: min(found) for key, found in seen.items() if len(found) == 1}
    words = casing().words
    for start, end in loud:
        for match in _BRACKETED.finditer(text, start, end):
            key = match.group(1).lower()
            if (usage := words.get(key)) is None or usage.upper:
                forms.setdefault(key, key.upper())
    return forms


class _Draft(NamedTuple):
    """A word in its likelier form; ``unknown`` where only its neighbours tell."""

    at: int
    key: str
    form: str
    odds: float
    unknown: bool


def _drafted(text: str, start: int, end: int, known: Mapping[str, str]) -> Iterator[_Draft]:
    """Yield the words of a sentence in their case."""
    words = words_of(text, start, end)
    given = _named(words)
    model = casing()
    opening = _OPENING.match(text, start, end)
    first = opening.end() if opening else start
    left_capital = False
    for place, word in enumerate(words):
        key = word.key
        if key == NUMBER or len(key) != len(word.text):
            left_capital = False
            continue
        left, right = neighbours(words, place)
        usage = model.words.get(key)
        form = given.get(place) or known.get(key)
        odds, unknown = 0.0, False
        if len(key) <= 2 and word.gap == "'" and place and words[place - 1].key != "o":
            form = key
        elif form is None and NUMBER in (left, right) and _months().fullmatch(key):
            form = key.capitalize()
        elif form is None:
            odds = model.capital(key, left, right, left_capital and bool(left))
            unknown = usage is None and len(key) > 3
            form = _formed(key, usage, right) if odds > 0 else key
        left_capital = form[0].isupper()
        begins = word.at in (start, first) or word.gap.endswith(_QUOTING)
        if begins and form.islower():
            form = form.capitalize()
        yield _Draft(word.at, key, form, odds, unknown)


_OPENING = re.compile(r"(?:\s*[\[(][^\])]{1,60}[\])])*\W*")
"""Bracketed notes before the first word of a sentence."""
_QUOTING = (': "', ', "', '. "')
"""Behind these a quoted sentence begins."""


@cache
def _months() -> re.Pattern[str]:
    return re.compile("|".join(settings("languages/en/dates.toml")["months"]))


def _formed(key: str, usage: Usage | None, right: str) -> str:
    if usage.upper if usage else len(key) <= 5 and (right == NUMBER or not _VOWEL.search(key)):
        return key.upper()
    return key.capitalize()


_VOWEL = re.compile(r"[^b-df-hj-np-tv-xz]")


def _named(words: Sequence[Word]) -> dict[int, str]:
    """Return the forms of words that make up a known name, the longest name first."""
    forms: dict[int, str] = {}
    names = _names()
    low = [word.text.lower() for word in words]
    place = 0
    while place < len(low):
        for name in names.get(low[place], ()):
            end = place + len(name)
            if [part.lower() for part in name] == low[place:end] and all(
                len(word.gap) <= 2 for word in words[place + 1 : end]
            ):
                forms.update(zip(range(place, end), name, strict=True))
                place = end - 1
                break
        place += 1
    return forms


@cache
def _names() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return known names as words, by their first word in lower case, the longest first.

    A single word that news prints small ("mend", "us") is no name by itself.
    """
    words = casing().words
    rows: dict[str, set[tuple[str, ...]]] = {}
    for name in _known_names():
        parts = tuple(TOKEN.findall(name))
        if not parts or any(len(part.lower()) != len(part) for part in parts):
            continue
        if len(parts) == 1:
            usage = words.get(parts[0].lower())
            if parts[0].islower() or (usage is not None and usage.odds < 1):
                continue
            # Of NATO and Nato, Hamas and HAMAS, news has its own usual form.
            if usage is not None and usage.upper != parts[0].isupper():
                continue
        rows.setdefault(parts[0].lower(), set()).add(parts)
    # Of two spellings the one with fewer capitals is the usual one: al-Nusra, Hamas.
    return {
        first: tuple(
            sorted(names, key=lambda parts: (-len(parts), [part.swapcase() for part in parts]))
        )
        for first, names in rows.items()
    }


def _known_names() -> Iterator[str]:
    for country in countries().values():
        yield from (*country.names, *country.demonyms, *country.capitals)
    for territory in territories():
        yield from (*territory.names, *territory.demonyms)
    for actor in actor_table().rows:
        yield from (actor.name, *actor.aliases)
