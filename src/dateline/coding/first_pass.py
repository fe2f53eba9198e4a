"""A cheap first pass: is it worth parsing a short item at all?

Most of a general news stream tells of no conflict. Words alone, without a parse, tell that of many
items; the others are read in full. Longer reports always are.
"""

from __future__ import annotations

import re

from dateline.coding.linear import LinearModel, load_model
from dateline.coding.topics import topic_features, topics
from dateline.coding.unmistakable import is_unmistakable, tells_of_flight
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import word_classes

SHORTEST, LONGEST = 8, 120
"""Items of fewer words or of more are parsed whatever they are about: too few to tell, or a report
that may speak of much."""

ENOUGH = -1.5
"""Log-odds from which an item is parsed.

Of the coded claims of world-days, and of those of reports on other wars, each with its first
sentence by itself, one in a hundred stands below it in years and wars that training had not
seen; half of the items of the whole stream lie above it (``training/first_pass.py``).
"""

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*|\d")


def may_tell(text: str) -> bool:
    """Return whether a report may tell of a claim, so that it has to be parsed."""
    words = WORD.findall(text.lower())
    return is_always_read(text, words) or margin(load_model("first-pass"), words) >= ENOUGH


def is_always_read(text: str, words: list[str]) -> bool:
    """Return whether an item is parsed whatever the model says of its words."""
    long = not SHORTEST <= len(words) <= LONGEST
    return long or is_unmistakable(text) or tells_of_flight(text)


def margin(model: LinearModel, words: list[str]) -> float:
    """Return the log-odds that an item of these words tells of a claim."""
    no, yes = model.logits(word_features(words))
    return yes - no


def word_features(words: list[str]) -> list[str]:
    """Return what the model looks at: the words in lower case, their classes, and their topics.

    A class stands for words that training never saw and that are used like some it saw. The days
    of the week are left out: they tell a wire's style, not what it tells of.
    """
    plain = [word for word in words if word.isalpha()]
    days = settings("languages/en/dates.toml")["weekdays"]
    different = [word for word in dict.fromkeys(words) if word not in days]
    classes = [known for word in different if (known := word_classes().get(word))]
    return [
        *(f"w={word}" for word in different),
        *(f"coarse={name}" for name in dict.fromkeys(coarse for coarse, _ in classes)),
        *(f"fine={name}" for name in dict.fromkeys(fine for _, fine in classes)),
        *topic_features("report", topics(plain)),
    ]
