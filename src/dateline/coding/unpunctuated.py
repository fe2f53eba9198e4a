"""Cuts of prose whose full stops and commas are lost: "... on 9 May reports Dawn In another ...".

Portals that log incidents, and what is left of a page that was badly copied, have none. A line of
such a text is a sentence of its own; within it one ends behind the paper that "reports" it, and
where a word in capitals opens another that nothing before it asks for.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.knowledge.files import settings

WORDS = "languages/en/sentences.toml"
"""Where papers, opening words and those that ask for another are kept."""

FEWEST = 20
"""Words without a stop or comma that are more than one sentence rather than a heading."""

LONG, IN_SMALL = 5, 0.4
"""Letters of a word that a title gives a capital, and what share of them prose has in small."""

WIDEST = 90
"""Characters of a line up to which a page may have broken it for want of room."""

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"\s*\S+")
_STOPS = re.compile(r"[.!?;,:](?=\s|$)")


def lost_its_stops(text: str) -> bool:
    """Whether prose of some length has no stop and no comma; a title In Capitals is no prose."""
    words = text.split()
    if len(words) < FEWEST or _STOPS.search(text.strip()):
        return False
    long = [word for word in words if len(word) >= LONG]
    return sum(word[0].islower() for word in long) >= IN_SMALL * len(long)


def items(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the lines of a paragraph without any stop; none where they are only wrapped."""
    lines = [match.span() for match in _LINE.finditer(text, start, end)]
    lengths = [last - first for first, last in lines]
    if len(lines) < 2 or not lost_its_stops(text[start:end]):
        return []
    widest = max(lengths)
    words = (_WORD.match(text, first) for first, _ in lines[1:])
    # A page breaks a line only where the next word has no room left.
    fits = any(
        length + 1 + len(word[0].strip()) <= widest
        for length, word in zip(lengths, words, strict=False)
        if word
    )
    return lines if fits or widest > WIDEST else []


def openings(text: str, start: int, end: int) -> list[int]:
    """Return where sentences begin within such a text, besides at its own start."""
    found = [
        at.start("opener")
        for at in _opening().finditer(text, start, end)
        if at["before"].lower() not in _asking()
    ]
    found += [at.end("paper") + 1 for at in _reported().finditer(text, start, end)]
    return sorted(set(found))


@cache
def _opening() -> re.Pattern[str]:
    words = settings(WORDS)
    any_case = "|".join(words["openers"])
    small = "|".join(words["openers_before_small"])
    return re.compile(
        rf"(?P<before>[\w'-]+) (?P<opener>(?:(?:{any_case})\b|(?:{small}) (?=[a-z\d])))"
    )


@cache
def _reported() -> re.Pattern[str]:
    papers = "|".join(sorted(map(re.escape, settings(WORDS)["papers"]), key=len, reverse=True))
    return re.compile(rf"\b(?:reports?|reported) (?P<paper>{papers}) (?=[A-Z\d])")


@cache
def _asking() -> frozenset[str]:
    return frozenset(settings(WORDS)["asking"])
