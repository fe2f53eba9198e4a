"""Keys under which spellings of one name meet: case, accents, hyphens, Arabic articles, vowels."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\s\-\u2010-\u2015/()\[\],\"]+")
_ARTICLE = re.compile(r"\b(?:al|el|an|ar|as|ash|ad|at|az|ul|es|et)[-\u2010\u2011](?=\w)", re.I)
_OWNER = re.compile(r"['\u2019]s\b")
_SPELLINGS = (
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ei", "ai"),
    ("ey", "ai"),
    ("ay", "ai"),
    ("dh", "d"),
    ("q", "k"),
)
_DOUBLE = re.compile(r"([a-z])\1")
_DROPPED = str.maketrans("", "", "'`.\u2019\u2018\u02bc\u02bb")


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """Return the key of one word; transliterated spellings of a word share it."""
    folded = word.lower() if word.isascii() else _plain(word)
    folded = folded.translate(_DROPPED)
    if len(folded) < 5 or not folded.isalpha():
        return folded
    for variant, usual in _SPELLINGS:
        folded = folded.replace(variant, usual)
    folded = _DOUBLE.sub(r"\1", folded)
    return folded[:-1] if folded.endswith("ah") else folded


@lru_cache(maxsize=65536)
def name_key(name: str) -> tuple[str, ...]:
    """Return the key of a name: its words' keys, articles, hyphens and possessives left out."""
    bare = _OWNER.sub("", _ARTICLE.sub("", name))
    words = [word_key(word) for word in _WORD.findall(bare)]
    words = [word for word in words if word and word != "al"]
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch)).lower()
