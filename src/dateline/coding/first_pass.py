"""A cheap first pass: is it worth parsing a short item at all?

Most of a general news stream tells of no conflict. Words alone, without a parse, tell that of many
items; the others are read in full. Longer reports always are.
"""

from __future__ import annotations

import re

from dateline.coding.linear import load_model
from dateline.coding.topics import topic_features, topics
from dateline.coding.unmistakable import is_unmistakable

SHORTEST, LONGEST = 12, 120
"""Items of fewer words or of more are parsed whatever they are about: too few to tell, or a report
that may speak of much."""

ENOUGH = -1.5
"""Log-odds from which an item is parsed.

Of the gold claims of world-days, 0.2 % stand in items below it that training had not seen; 53 % of
the items of the whole stream lie above it (``training/first_pass.py``).
"""

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*|\d")


def may_tell(text: str) -> bool:
    """Return whether a report may tell of a claim, so that it has to be parsed."""
    words = WORD.findall(text.lower())
    if is_unmistakable(text):
        return True
    if not SHORTEST <= len(words) <= LONGEST:
        return True
    no, yes = load_model("first-pass").logits(word_features(words))
    return yes - no >= ENOUGH


def word_features(words: list[str]) -> list[str]:
    """Return what the model looks at: the words in lower case, and what they are about."""
    plain = [word for word in words if word.isalpha()]
    return [f"w={word}" for word in dict.fromkeys(words)] + topic_features("report", topics(plain))
