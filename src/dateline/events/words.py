"""The words of a telling as numbers, so that a million tellings can be compared in columns."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple
from zlib import crc32

from dateline.knowledge.files import settings

_TOKEN = re.compile(r"[^\W\d_]{2,}")
_ARTICLES = frozenset({"al", "el", "an", "ar", "as", "ash", "at", "az", "ad", "the"})
_VOWELS = str.maketrans("", "", "aeiouyw")
_STEM = 6
_NO_WORD = (0, 0, 0, 0)

SEQUEL = 1 << 7
"""The bit of ``Words.daytime`` that a word for a further event sets."""


class Words(NamedTuple):
    """A text's content words and its capitalised names as 32-bit hashes, and two bit masks.

    ``daytime`` also holds ``SEQUEL``.
    """

    content: tuple[int, ...]
    names: tuple[int, ...]
    facilities: int
    daytime: int


def fold(text: str) -> str:
    """Return ``text`` in lower case without accents and apostrophes, words one space apart."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘`ʿʾ")
    return " ".join(re.findall(r"[^\W_]+", plain.casefold()))


def skeleton(word: str) -> str:
    """Return a spelling key of a folded name: its first letter and its consonants, once each.

    Transliterations differ in vowels and doubled letters: Tareeq and Tariq are both ``trq``.
    """
    rest = word[1:].translate(_VOWELS)
    key = word[:1] + rest
    key = key.replace("q", "k").replace("h", "") if len(key) > 2 else key
    return re.sub(r"(.)\1+", r"\1", key)


def number_of(text: str) -> int:
    """Return a stable hash of ``text`` that is never 0, which stands for nothing."""
    return crc32(text.encode()) or 1


@lru_cache(maxsize=100_000)
def place_words(name: str) -> tuple[int, ...]:
    """Return the spelling keys of the telling words of a place name, at most three."""
    words = [w for w in fold(name).split() if w not in _ARTICLES and len(w) > 1]
    return tuple(dict.fromkeys(number_of(skeleton(w)) for w in words))[:3]


@lru_cache(maxsize=100_000)
def actor_number(name: str) -> int:
    """Return the number of an actor's name, whatever its spelling of articles and vowels."""
    words = [w for w in fold(name).split() if w not in _ARTICLES]
    return number_of(" ".join(skeleton(w) for w in words))


def words_of(text: str, *, content: int, names: int) -> Words:
    """Return the first ``content`` content words and ``names`` capitalised words of ``text``."""
    stems: dict[int, None] = {}
    capitals: dict[int, None] = {}
    facilities = daytime = 0
    for token in _TOKEN.findall(text):
        stem, name, facility, part = _numbers(token)
        facilities |= facility
        daytime |= part
        if stem and len(stems) < content:
            stems[stem] = None
        if name and len(capitals) < names:
            capitals[name] = None
    return Words(tuple(stems), tuple(capitals), facilities, daytime)


@lru_cache(maxsize=200_000)
def _numbers(token: str) -> tuple[int, int, int, int]:
    """Stem, name, facility bit and daytime bit of one word, 0 where it has none."""
    folded = fold(token)
    if not folded or folded in _ARTICLES:
        return _NO_WORD
    stopwords, facilities, daytime = _lists()
    name = number_of(skeleton(folded)) if token[0].isupper() else 0
    stem = 0 if folded in stopwords else number_of(folded[:_STEM])
    return (stem, name if stem else 0, facilities.get(folded, 0), daytime.get(folded, 0))


@cache
def _lists() -> tuple[frozenset[str], dict[str, int], dict[str, int]]:
    """Stopwords, and the bit of each word that names a facility or a part of the day."""
    data = settings("languages/en/linking.toml")
    return (
        frozenset(data["stopwords"].split()),
        _bits(data["facilities"]),
        _bits(data["daytime"]) | dict.fromkeys(data["sequel"]["sequel"], SEQUEL),
    )


def _bits(groups: dict[str, list[str]]) -> dict[str, int]:
    return {word: 1 << bit for bit, group in enumerate(groups.values()) for word in group}
