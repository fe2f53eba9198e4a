"""Words that lost the space between them: "around 192,000 people weredisplaced".

So text taken from the pages of a PDF has it, as most reports of relief agencies are. The report
stays as it is; only its words are told apart. Words are data.
"""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Token

from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import word_classes

WORDS = "languages/en/run_together.toml"

SHORTEST = 5
"""Letters of the word beside one of the small ones: fewer may be the rest of any word."""

LONG = 8
"""Letters of the word beside one that also begins other words: "newdisplacements"."""


def part_words(doc: Doc) -> None:
    """Tell apart the words of a text, before it is parsed, that have run together."""
    joined = [(token, at) for token in doc if (at := _seam(token.text))]
    if not joined:
        return
    with doc.retokenize() as retokenizer:
        for token, at in joined:
            # Each its own head: the parser leaves the head of a root as it was.
            heads: list[Token | tuple[Token, int]] = [(token, part) for part in range(2)]
            retokenizer.split(token, [token.text[:at], token.text[at:]], heads=heads)


def _seam(text: str) -> int:
    """Where the second of two words begins; 0 where a text is one word."""
    if text.isalpha():
        if found := _pairs().fullmatch(text):
            return found.start(2)
        if len(text) < SHORTEST + 3 or not text.islower() or text in word_classes():
            return 0
        return _between_letters(text)
    if not text[0].isdigit() and not text[-1].isdigit():
        return 0
    first, second = _patterns()
    if found := first.fullmatch(text):
        return found.start(2)
    found = second.fullmatch(text)
    return found.start(2) if found else 0


def _between_letters(text: str) -> int:
    words = settings(WORDS)
    for least, key in ((SHORTEST, "small"), (SHORTEST, "first"), (LONG, "opening")):
        for small in words[key]:
            rest = len(text) - len(small)
            if rest >= least and text.startswith(small) and _is_known(text[len(small) :]):
                return len(small)
            behind = key == "small" and rest >= least and text.endswith(small)
            if behind and _is_known(text[:rest]):
                return rest
    return 0


def _is_known(word: str) -> bool:
    known = word_classes()
    return word in known or word.removesuffix("s") in known


@cache
def _pairs() -> re.Pattern[str]:
    """A pattern of two small words: "return totheir homes"."""
    words = settings(WORDS)
    return re.compile(rf"({'|'.join(words['prepositions'])})({'|'.join(words['determiners'])})")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of a small word with a number behind it, and of a number with a noun behind it."""
    words = settings(WORDS)
    number = r"\d{1,3}(?:,\d{3})+|\d+"
    return (
        re.compile(rf"({'|'.join(words['before_numbers'])})({number})"),
        re.compile(rf"({number})({'|'.join(words['counted'])})"),
    )
