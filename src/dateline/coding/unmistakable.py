"""Words that mean violence whatever a report is about: "blew themselves up" on a metro.

In a report on sport, travel or the arts words of war are believed less (``topics``); these are not.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.coding.document import Document
from dateline.coding.plain_text import lower
from dateline.knowledge.files import settings


@cache
def _phrases(key: str) -> re.Pattern[str]:
    # Of small letters: told to ignore case, a pattern of many words takes four times as long.
    words = settings("languages/en/unmistakable.toml")[key]
    return re.compile(rf"\b(?:{'|'.join(words)})\b")


def is_unmistakable(text: str) -> bool:
    """Return whether a text has words that mean violence wherever they stand."""
    lowered = lower(text)
    return any(_phrases(key).search(lowered) for key in ("phrases", "downed"))


def tells_of_flight(text: str) -> bool:
    """Return whether a text counts people who have fled: "250,000 crossed into Tanzania"."""
    return _phrases("flights").search(lower(text)) is not None


def told_plainly(document: Document) -> frozenset[int]:
    """Return the sentences of a report that have such words, by their index."""
    return frozenset(
        sentence.index
        for sentence in document.sentences
        if is_unmistakable(document.span(sentence).text)
    )


def downings(document: Document) -> list[tuple[int, int]]:
    """Return the token ranges of a report that tell of an aircraft brought down."""
    found = [
        span.cover(*match.span())
        for span in map(document.span, document.sentences)
        for match in _phrases("downed").finditer(lower(span.text))
    ]
    return [(words.start, words.end) for words in found]
