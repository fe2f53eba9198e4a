"""What a claim says was taken or left: its whole place, a site there, or only a part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from dateline.events.telling import Telling
from dateline.events.words import fold
from dateline.knowledge.files import settings

WHOLE = ""
"""What is taken is the place itself."""
PART = "part"
"""What is taken is some unnamed part of the place, or a place in it that has no name."""

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[^\w\s]")


def taken(telling: Telling) -> str:
    """Return ``WHOLE``, ``PART``, or the site that is taken or left, as written.

    What stands after a word of taking decides: "captured the air base near Saraqib" is the air
    base, "seized parts of Saraqib" a part. Where any of the claim's sentences takes the place by
    name it is the place, as it is where none says what was taken; but a place that was entered, and
    of which nothing says that it was taken, is not taken.
    """
    place = telling.claim.place
    name = fold(place.name).split() if place else []
    found = [_said(words, name) for words in _objects(telling.quote)]
    if WHOLE in found:
        return WHOLE
    sites = [words for words in found if words is not None and words != PART]
    if sites:
        return sites[0]
    entered = any(fold(token) in _words().enters for token in _TOKEN.findall(telling.quote))
    return PART if PART in found or entered else WHOLE


class _Words(NamedTuple):
    takes: frozenset[str]
    enters: frozenset[str]
    ends: frozenset[str]
    starts: frozenset[str]
    between: frozenset[str]
    falls: frozenset[str]
    clauses: frozenset[str]
    sites: frozenset[str]
    sorts: frozenset[str]
    parts: frozenset[str]


@cache
def _words() -> _Words:
    data = settings("languages/en/taken.toml")
    return _Words(*(frozenset(data[name].split()) for name in _Words._fields))


def _objects(quote: str) -> Iterator[list[str]]:
    """Yield what each word of taking takes, or, where it stands before ("fell"), its subject."""
    tokens = _TOKEN.findall(quote)
    folded = [fold(token) for token in tokens]
    words = _words()
    for at, word in enumerate(folded):
        if word in words.takes:
            after = at + 1
            while after < len(tokens) and folded[after] in words.starts | words.takes:
                after += 1
            passive = word in words.falls or (at > 0 and folded[at - 1] in words.between)
            found = _run(tokens[after:], words)
            yield _subject(tokens[:at], words) if passive and not found else found


def _run(tokens: Sequence[str], words: _Words) -> list[str]:
    """The words up to the end of the object."""
    found = []
    for token in tokens:
        folded = fold(token)
        if not folded or folded in words.ends or folded in words.takes:
            break
        if folded not in words.starts:
            found.append(token)
    return found


def _subject(tokens: Sequence[str], words: _Words) -> list[str]:
    """The words before, back to the beginning of the clause."""
    found: list[str] = []
    for token in reversed(tokens):
        folded = fold(token)
        if not folded or folded in words.clauses:
            break
        if folded not in words.starts | words.between:
            found.insert(0, token)
    return found


def _said(found: Sequence[str], name: Sequence[str]) -> str | None:
    """What an object is: the place of that name, a part, a site; None where it is none of these."""
    words = _words()
    sort = None
    for at, token in enumerate(found):
        folded = fold(token)
        if named := _named(found[at:], name):
            return _site(found[at + named : at + named + 4], words) or WHOLE
        if folded in words.parts or folded.isdigit():
            return PART
        if folded in words.sorts:
            sort = sort or folded
        elif folded in words.sites:
            return _site(found, words)
    if sort is None:
        return None
    return PART if sort.endswith("s") else WHOLE


def _named(found: Sequence[str], name: Sequence[str]) -> int:
    """How many of the words, from the first, spell the place's name, or its beginning."""
    left = list(name)
    for at, token in enumerate(found):
        spelled = fold(token).split()
        if not left or spelled != left[: len(spelled)]:
            return at
        left = left[len(spelled) :]
    return len(found)


def _site(found: Sequence[str], words: _Words) -> str:
    """The words up to the first site: "international airport", "Base 46"; "" where there is none.

    Of "Hama and its airport" the site is not what the words begin with.
    """
    for at, token in enumerate(found):
        folded = fold(token)
        if folded in words.sites:
            end = at + 1
            while end < len(found) and (fold(found[end]) in words.sites or found[end].isdigit()):
                end += 1
            return " ".join(found[:end])
        if folded == "and":
            break
    return ""
