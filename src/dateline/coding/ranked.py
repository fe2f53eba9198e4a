"""Events that are compared with others: "one of the worst massacres in years", "the third attack".

What they are compared with, and since when, is nothing to the event itself. Words are data.
"""

from __future__ import annotations

from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

WORDS = "languages/en/said_again.toml"

_SUPERLATIVE = frozenset({"JJS", "RBS"})


def is_ranked(noun: Token) -> bool:
    """Return whether a noun says how one event compares with others of its sort.

    "The deadliest attack", "the third such raid", "one of the most serious clashes".
    """
    if noun.pos_ != "NOUN":
        return False
    ranks = settings(WORDS)["ranks"]
    if any(kid.lower_ in settings(WORDS)["earlier"] for kid in noun.children):
        return False  # "the previous deadliest attack" is one of its own
    return any(
        kid.dep_ == "amod"
        and (
            kid.lower_ in ranks
            or kid.tag_ in _SUPERLATIVE
            or any(more.tag_ in _SUPERLATIVE for more in kid.children)
        )
        for kid in noun.children
    )
