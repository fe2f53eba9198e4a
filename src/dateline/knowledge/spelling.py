"""Keys under which spellings of one name meet.

``plain`` forgives case, diacritics, apostrophes and hyphens. ``sound`` also forgives what
transliteration varies: articles (al-, el-, an-), Tell/Tall, Kafr/Kfar, Deir/Dayr, ou/u, ee/i, q/k,
-a/-ah, doubled letters, and spaces. The rewrites of whole words are ``data/spelling.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from dateline.knowledge.files import settings

_SPECIAL = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
        "ı": "i", "ə": "e", "ħ": "h", "ŋ": "ng",
        "'": None, "’": None, "‘": None, "`": None, "´": None, "ʿ": None, "ʾ": None,
        "ʻ": None, "ʼ": None, "ʹ": None, "ʺ": None, "′": None, "ˈ": None, "\u201b": None,
        ".": None, "-": " ", "‐": " ", "‑": " ", "–": " ", "/": " ", ",": " ", "_": " ",
        "(": " ", ")": " ", "\u00a0": " ", "\u200e": None, "\u200f": None,
    }
)  # fmt: skip

_RULES = (
    (re.compile(r"aw(?![aeiouy])|au|ou|oo|u"), "o"),
    (re.compile(r"[ae][yi](?![aeou])|ee|ie(?=.)|[ey]"), "i"),
    (re.compile(r"zhzh"), "zh"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_JOINED_AL = re.compile(r"al[bcdfghjkmnpqrstvwxz]")
_JOINED_SUN = re.compile(r"[ae]([dnrstz])\1")
_DOUBLED = re.compile(r"(.)\1+")
_FINAL = re.compile(r"(?<=.)(?:eh|ah|eah|iyeh)$")


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """Return the name without case, diacritics, apostrophes, dots and hyphens."""
    folded = name.casefold().translate(_SPECIAL)
    if not folded.isascii():
        folded = "".join(
            ch for ch in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(ch)
        ).translate(_SPECIAL)
    return " ".join(folded.split())


@lru_cache(maxsize=4096)
def alike(spelling: str) -> str:
    """Return a plain spelling without what only typing varies: spaces, doubled letters, y for i."""
    return _DOUBLED.sub(r"\1", spelling.replace(" ", "").replace("y", "i"))


def sound(spelling: str) -> str:
    """Return the key that transliterations of one name share, of a name made ``plain``.

    Names that consist of articles alone keep them; a name in another script is its own key.
    """
    words = spelling.split()
    if len(words) > 1:
        kept = [word for word in words if word not in _articles()]
        words = kept or words
    return "".join([_word(_bare(word, first=position == 0)) for position, word in enumerate(words)])


def _bare(word: str, *, first: bool) -> str:
    """Cut an article that is written in one with its word: "Alwaer", "Deir Ezzor"."""
    if len(word) > 4 and not first and _JOINED_SUN.match(word):
        return word[2:]
    return word[2:] if len(word) > 5 and _JOINED_AL.match(word) else word


@lru_cache(maxsize=65536)
def _word(word: str) -> str:
    known = _rewrites().get(word)
    if known is not None:
        return known
    if not word.isascii():
        return word
    word = _FINAL.sub("a", word) if len(word) > 3 else word
    word = word.replace("q", "k").replace("dj", "j").replace("dh", "d").replace("gh", "g")
    word = word.replace("ck", "k").replace("tz", "ts")
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word


@cache
def _articles() -> frozenset[str]:
    return frozenset(settings("spelling.toml")["articles"])


@cache
def _rewrites() -> dict[str, str]:
    groups: list[list[str]] = settings("spelling.toml")["same_word"]
    return {word: group[0] for group in groups for word in group}
