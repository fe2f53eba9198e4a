"""How far the mention of an actor reaches: its article and numbers, its owner, a personal name."""

from __future__ import annotations

import re

from dateline.coding.actor_phrases import Phrase
from dateline.coding.actor_words import Cell
from dateline.coding.syntax import Doc, Token
from dateline.knowledge.roles import Role, grammar

_TIME = re.compile(r"\d{1,2}:\d\d")

_YEAR = re.compile(r"(?:19|20)\d[1-9]")

_BETWEEN = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PRON"})


def head_of(doc: Doc, first: int, last: int) -> int:
    """Return the token that governs a range: the last noun whose own governor lies outside."""
    tops = [
        token.i
        for token in doc[first:last]
        if token.head.i == token.i or not first <= token.head.i < last
    ]
    nouns = [i for i in tops if doc[i].pos_ in ("NOUN", "PROPN", "ADJ")]
    return (nouns or tops)[-1]


def with_name(run: Phrase, head: Role | None, cells: list[Cell]) -> int:
    """Return the token behind a run and the personal name after it ("journalist Jane Doe")."""
    last = run.last
    if head is None or head.kind_class != "person" or head.plural or run.parts[-1].word is not head:
        return last
    for cell in cells[run.end : run.end + 4]:
        if cell.word is not None or cell.pos != "PROPN" or cell.token != last:
            break
        last = cell.token + 1
    return last


def link_to(run: Phrase, following: Phrase | None, cells: list[Cell]) -> str:
    """Return how a run is tied to the next: "owner", "named" (only to a named group)."""
    if following is None or not run.parts:
        return ""
    at = run.end
    rest = [cell.key for cell in cells[at : min(at + 8, following.begin)]]
    words = grammar()
    for phrase in words.owner_links:
        size = len(phrase)
        if tuple(rest[:size]) == phrase and len(rest) - size <= 4:
            between = cells[at + size : following.begin]
            fallen = words.fallen  # "loyal to ousted president X"
            if any(cell.pos not in _BETWEEN and cell.key not in fallen for cell in between):
                return ""
            return "named" if phrase in words.named_only_links else "owner"
    return ""


def widened(token: Token, start: int) -> int:
    """Return the first token of the noun phrase: article, numbers, adjectives before a run."""
    doc = token.doc
    first = token.i
    if first - 2 >= start and doc[first - 1].text == "-" and len(doc[first - 2]) < 4:
        first -= 2  # "al-Nusra"
    elif first > start and doc[first - 1].lower_ == "al":
        first -= 1
    limit = first - 4
    while first > max(start, limit):
        before = doc[first - 1]
        if before.pos_ not in ("DET", "NUM", "ADJ") and before.dep_ != "amod":
            break
        begun = first < token.i or token.pos_ == "NUM"
        if (begun and before.lower_ in grammar().outside) or _is_when(before):
            break
        first -= 1
        if before.pos_ == "DET":
            break
        if before.pos_ == "NUM" and first - 2 >= start and doc[first - 1].text == "-":
            # "Twenty-one soldiers".
            first -= 2 if doc[first - 2].pos_ == "NUM" and not doc[first - 2].whitespace_ else 0
    return first


def _is_when(token: Token) -> bool:
    """Whether a number before a phrase is a ticker's time of day, or a caption's year.

    A year stands before a capital and is not round: "Aleppo in 2016 Syrian rebels", but "2000
    soldiers" and "1950 Kurds" are counted.
    """
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    named = following is not None and following.text[:1].isupper()
    return bool(_TIME.fullmatch(token.text) or (named and _YEAR.fullmatch(token.text)))
