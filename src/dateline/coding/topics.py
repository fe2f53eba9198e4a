"""What a text is about, by the meaning of its words alone: conflict, sport, business ..."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.coding.network import Matrix, load_network
from dateline.knowledge.vectors import word_vectors

EDGES = (0.03, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9)
"""Shares of a topic at which its step changes."""


CALM = frozenset({"sport", "business", "culture", "science", "health", "disaster"})
"""Topics in which words of war are figures of speech, or tell of no one's deed."""

CALM_SHARE, CONFLICT_SHARE = 0.6, 0.3
"""A text is calm where the calm topics have more than the first and conflict less than the second.

Of the gold, 11 of 1,016 claims of world-days and none of syria-news stand in calm reports.
"""


FEW = 8
"""A text is taken to be about conflict as firmly as so many of its words could say otherwise: half
a dozen words alone tell a shelling from an earthquake badly."""


def known(words: int) -> float:
    """Return how far the meaning of so many words is to be believed, from 0 to 1."""
    return words / (words + FEW)


def is_calm(shares: Matrix) -> bool:
    """Return whether a text of these topics is hardly about conflict at all."""
    told = dict(zip(load_network("topics").classes, shares.tolist(), strict=True))
    calm = sum(told[name] for name in CALM)
    return bool(calm > CALM_SHARE and told["conflict"] < CONFLICT_SHARE)


def topics(words: Sequence[str]) -> Matrix:
    """Return the probability of each topic for a text of these words in lower case, as one row."""
    model = load_network("topics")
    scores = model.scores(word_vectors().mean(words)[None, :], [()])
    belief = known(len(words))
    expected = np.array([name == "conflict" for name in model.classes], dtype=np.float32)
    out: Matrix = belief * np.exp(scores[0]) + (1 - belief) * expected
    return out


def topic_features(where: str, shares: Matrix) -> list[str]:
    """Return named features: on which step each topic's share of the text lies.

    ``where`` says whose topics they are, such as those of the report.
    """
    names = load_network("topics").classes
    steps = np.searchsorted(EDGES, shares)
    return [f"{where}={name}:{step}" for name, step in zip(names, steps, strict=True)]
