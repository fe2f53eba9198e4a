"""The words that stand around place names, and those that are words as well as names."""

from __future__ import annotations

from functools import cache
from typing import Any

from dateline.knowledge.files import resource, settings


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


@cache
def articles() -> frozenset[str]:
    """Return the English words among the articles that spelling keys leave out."""
    written = frozenset(settings("spelling.toml")["articles"])
    return (written & common_words()) | {"the", "as", "at", "an"}


def is_continental(demonym: str) -> bool:
    """Return whether two words say of which of the Americas somebody is: "Latin American"."""
    return demonym.lower() in word_set("continental")


@cache
def sort_of(noun: str) -> str:
    """Return what sort of place a noun names, or ""."""
    return next((sort for sort, nouns in words()["types"].items() if noun in nouns), "")
