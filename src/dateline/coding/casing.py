"""How surely a word bears a capital in running text, by itself and among its neighbours.

How often news prints a word with a capital, alone and beside another, is ``casing.csv`` and
``casing_pairs.csv``; what the signs weigh is ``models/casing.json``. ``training/casing.py`` makes
all three. ``recasing`` uses them.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from dateline.errors import KnowledgeError
from dateline.knowledge.files import resource, table

NUMBER = "0"
"""Stands for every run of digits beside a word: 4 May, M-19."""

TOKEN = re.compile(r"[^\W\d_]+|\d+")
"""A run of letters, which takes one case, or of digits."""
_JOINTS = frozenset({"", " ", "-", "\n", "'", "\u2019"})

MODEL = "models/casing.json"
_WORDS = "languages/en/casing.csv"
_PAIRS = "languages/en/casing_pairs.csv"
_BINS = 8
_UNKNOWN = _BINS
_NOTHING = _BINS + 1


class Word(NamedTuple):
    """A word or number in a text; ``joined`` where nothing parts it from the one before."""

    at: int
    text: str
    key: str
    """The word in lower case, or NUMBER."""
    gap: str
    """What stands between it and the word before."""
    joined: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words and numbers between two offsets."""
    words: list[Word] = []
    last = start
    for match in TOKEN.finditer(text, start, end):
        gap, word = text[last : match.start()], match.group()
        key = NUMBER if word[0].isdecimal() else word.lower()
        words.append(Word(match.start(), word, key, gap, bool(words) and gap in _JOINTS))
        last = match.end()
    return words


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


def neighbours(words: Sequence[Word], place: int) -> tuple[str, str]:
    """Return the keys of the words joined to the one at ``place``, empty where none is."""
    left = words[place - 1].key if words[place].joined else ""
    after = words[place + 1] if place + 1 < len(words) else None
    return left, after.key if after and after.joined else ""


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


def is_small(word: str) -> bool:
    """Return whether news prints a word, given in lower case, with a small letter as a rule."""
    usage = casing().words.get(word)
    return usage is not None and usage.odds < 0
