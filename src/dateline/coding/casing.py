"""Shouted or lower-cased text -> the case of running text, letter by letter.

Reports printed in capitals, and headings in capitals, lose the difference between names and words
on which the parser and the search for names rest. Each word's case is chosen from how often news
prints it with a capital, alone and beside its neighbours (``casing.csv``, ``casing_pairs.csv``),
weighed by a linear model (``models/casing.json``); names that the package knows, and words that
the same report prints in calm text, go before. Every step is deterministic and keeps the length.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from dateline.errors import KnowledgeError
from dateline.knowledge.actors import actor_table
from dateline.knowledge.countries import countries, territories
from dateline.knowledge.files import resource, table

WORD = re.compile(r"[^\W\d_]+")
"""A run of letters: what takes one case."""

MODEL = "models/casing.json"
_WORDS = "languages/en/casing.csv"
_PAIRS = "languages/en/casing_pairs.csv"
_BINS = 8
_UNKNOWN = _BINS
_NOTHING = _BINS + 1


class Usage(NamedTuple):
    """How news prints a word amid a sentence: log odds of a capital, and whether all capitals."""

    odds: float
    upper: bool


@dataclass(frozen=True, slots=True)
class Casing:
    """The truecaser: usages of words and pairs, and the weights of what stands around a word."""

    words: dict[str, Usage]
    before: dict[tuple[str, str], float]
    """Log odds of a capital on the second word of a pair."""
    after: dict[tuple[str, str], float]
    """Log odds of a capital on the first word of a pair."""
    weights: dict[str, float]

    def capital(self, word: str, left: str, right: str, left_capital: bool) -> float:
        """Return the log odds that ``word`` bears a capital between its lower-case neighbours.

        ``left`` and ``right`` are empty where no word stands beside it.
        """
        weigh = self.weights.get
        signs = self.signs(word, left, right, left_capital)
        return self.weights.get("", 0.0) + sum([weigh(name, 0.0) * much for name, much in signs])

    def signs(
        self, word: str, left: str, right: str, left_capital: bool
    ) -> Iterator[tuple[str, float]]:
        """Yield the signs of a capital, named, with their strength."""
        own = self.bin_of(word)
        beside = self.bin_of(right)
        yield f"{own}", 1.0
        usage = self.words.get(word)
        yield "odds", usage.odds if usage else 0.0
        yield f"{own}|{left_capital:d}|{beside}", 1.0
        if left:
            yield f"{left}_", 1.0
            if (odds := self.before.get((left, word))) is not None:
                yield "before", odds
                yield f"before{bin_of(odds)}", 1.0
        if right:
            yield f"_{right}", 1.0
            if (odds := self.after.get((word, right))) is not None:
                yield "after", odds
                yield f"after{bin_of(odds)}", 1.0
        if usage is None:
            yield f"length{min(len(word), 12)}", 1.0
            yield f"-{word[-3:]}", 1.0
            yield f"-{word[-2:]}", 1.0
            yield from ((f"stem{self.bin_of(stem)}", 1.0) for stem in stems(word))

    def bin_of(self, word: str) -> int:
        """Return the step of a word's odds, with steps for unknown words and for none."""
        if not word:
            return _NOTHING
        usage = self.words.get(word)
        return bin_of(usage.odds) if usage else _UNKNOWN


def bin_of(odds: float) -> int:
    """Return on which of eight steps log odds stand."""
    return max(0, min(_BINS - 1, int(odds + 8) // 2))


_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers", "ness", "al")


def stems(word: str) -> Iterator[str]:
    """Yield what an English word may be derived from, by its ending."""
    for ending in _ENDINGS:
        if len(word) > len(ending) + 2 and word.endswith(ending):
            yield word[: -len(ending)]
            if ending in ("ed", "ing", "er", "ers"):
                yield word[: -len(ending)] + "e"


def odds_of(share: float) -> float:
    """Return the log odds of a share in hundredths, never beyond that of one in a thousand."""
    part = min(max(share / 100, 0.001), 0.999)
    return math.log(part / (1 - part))


Style = Literal["calm", "shouted", "lowered"]


def style(text: str) -> Style:
    """Return how a text uses capitals: as running text does, for nearly all letters, or for none."""
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    if upper >= 12 and upper >= 0.85 * (upper + lower):
        return "shouted"
    if lower >= 120 and upper <= 0.004 * lower:
        return "lowered"
    return "calm"


def recase(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the text with shouted sentences, or all of a lowered text, as running text has them.

    ``spans`` are the sentences' offsets, half-open and in order. Lengths never change.
    """
    whole = style(text)
    loud = [(start, end) for start, end in spans if _needs_case(text[start:end], whole)]
    if not loud:
        return text
    chosen = set(loud)
    known = _Known(text, [span for span in spans if span not in chosen], loud)
    out = list(text)
    for start, end in loud:
        for at, word in _recased(text, start, end, known):
            out[at : at + len(word)] = word
    return "".join(out)


def _needs_case(sentence: str, whole: Style) -> bool:
    if whole == "lowered":
        return not any(map(str.isupper, sentence))
    if whole == "shouted":
        return not any(map(str.islower, sentence)) or style(sentence) == "shouted"
    return style(sentence) == "shouted"


_CALM_NAME = re.compile(r"(?<=[\w,] )[^\W\d_]+")
_BRACKETED = re.compile(r"[(\[]\s*([^\W\d_]{2,7})\s*[)\]]")


class _Known:
    """What the report itself tells: words of its calm sentences, and abbreviations in brackets."""

    def __init__(
        self, text: str, calm: Iterable[tuple[int, int]], loud: Iterable[tuple[int, int]]
    ) -> None:
        self.forms: dict[str, str] = {}
        small: set[str] = set()
        for start, end in calm:
            for match in _CALM_NAME.finditer(text, start, end):
                word = match.group()
                if word.islower():
                    small.add(word)
                else:
                    self.forms.setdefault(word.lower(), word)
        for word in small:
            self.forms[word] = word
        words = casing().words
        for start, end in loud:
            for match in _BRACKETED.finditer(text, start, end):
                low = match.group(1).lower()
                if (usage := words.get(low)) is None or usage.upper:
                    self.forms.setdefault(low, low.upper())


def _recased(text: str, start: int, end: int, known: _Known) -> Iterator[tuple[int, str]]:
    """Yield each word of a sentence in its case, with its offset."""
    found = [
        (match.start(), match.group())
        for match in WORD.finditer(text, start, end)
        if len(match.group().lower()) == len(match.group())
    ]
    low = [word.lower() for _, word in found]
    given = _named(text, found, low)
    model = casing()
    left_capital = False
    for at, (offset, word) in enumerate(found):
        word = low[at]
        before = text[max(start, offset - 3) : offset]
        left = low[at - 1] if at and _adjoins(text, found, at - 1) else ""
        right = low[at + 1] if at + 1 < len(found) and _adjoins(text, found, at) else ""
        form = given.get(at) or known.forms.get(word)
        if len(word) <= 2 and before[-2:-1].isalpha() and before[-1:] == "'":
            form = word
        elif form is None:
            odds = model.capital(word, left, right, left_capital and bool(left))
            form = _formed(word, model.words.get(word)) if odds > 0 else word
        if at == 0 or before[-2:] in _OPENINGS:
            form = form if not form.islower() else form.capitalize()
        left_capital = not form[0].islower()
        if form != found[at][1]:
            yield offset, form


_OPENINGS = frozenset({' "', "] "})


def _adjoins(text: str, found: Sequence[tuple[int, str]], at: int) -> bool:
    """Return whether only a space or hyphen stands between a word and the next."""
    offset, word = found[at]
    return text[offset + len(word) : found[at + 1][0]] in (" ", "-", "\n", "'")


def _formed(word: str, usage: Usage | None) -> str:
    if usage.upper if usage else (len(word) <= 5 and not _VOWEL.search(word)):
        return word.upper()
    return word.capitalize()


_VOWEL = re.compile(r"[^b-df-hj-np-tv-xz]")


def _named(text: str, found: Sequence[tuple[int, str]], low: Sequence[str]) -> dict[int, str]:
    """Return the forms of words that make up a known name, the longest name first."""
    forms: dict[int, str] = {}
    names = _names()
    at = 0
    while at < len(low):
        for name in names.get(low[at], ()):
            size = len(name)
            if [part.lower() for part in name] == low[at : at + size] and all(
                _joins(text, found, place) for place in range(at, at + size - 1)
            ):
                forms.update(zip(range(at, at + size), name, strict=True))
                at += size - 1
                break
        at += 1
    return forms


def _joins(text: str, found: Sequence[tuple[int, str]], at: int) -> bool:
    offset, word = found[at]
    return len(text[offset + len(word) : found[at + 1][0]]) <= 2


@cache
def _names() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return known names as words, by their first word in lower case, the longest first.

    A single word that news prints small ("mend", "us") is no name by itself.
    """
    words = casing().words
    rows: dict[str, set[tuple[str, ...]]] = {}
    for name in _known_names():
        parts = tuple(WORD.findall(name))
        if not parts or any(len(part.lower()) != len(part) for part in parts):
            continue
        if len(parts) == 1:
            usage = words.get(parts[0].lower())
            if parts[0].islower() or (usage is not None and usage.odds < 1):
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


@cache
def casing() -> Casing:
    """Return the truecaser that the package ships.

    Raises KnowledgeError where its weights cannot be read.
    """
    pairs = list(table(_PAIRS))
    try:
        weights = json.loads(resource(MODEL).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"data/{MODEL} is unusable: {error}; install anew") from None
    return Casing(
        words={
            row["word"]: Usage(
                odds_of(int(row["capital"])), int(row["upper"]) > int(row["capital"]) / 2
            )
            for row in table(_WORDS)
        },
        before={(row["left"], row["right"]): odds_of(int(row["last"])) for row in pairs},
        after={(row["left"], row["right"]): odds_of(int(row["first"])) for row in pairs},
        weights=weights,
    )
