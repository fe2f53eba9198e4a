"""Linear models: named features in, probabilities out; weights are data files.

A model file is JSON: ``{"card": {...}, "classes": [...], "bias": [...], "weights": {feature:
[one number a class]}}``. The card says what the model decides, what it was trained on, how, and how
well it does.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from dateline.errors import KnowledgeError
from dateline.knowledge.files import resource

FAR = 500.0
"""Log-odds beyond which a probability is 0: its exponential would overflow."""


@dataclass(frozen=True, slots=True)
class LinearModel:
    """A multinomial logistic regression over binary named features."""

    classes: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]
    _odds: dict[str, float] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Of two classes, keep what each feature adds to the log-odds of the second."""
        if len(self.classes) == 2:
            self._odds.update((name, row[1] - row[0]) for name, row in self.weights.items())

    def logits(self, features: Iterable[str]) -> list[float]:
        """Return one score a class, before normalisation."""
        known = list(filter(None, map(self.weights.get, features)))
        return [sum(column) for column in zip(self.bias, *known, strict=True)]

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Return the probability of each class; they sum to 1."""
        if len(self.classes) == 2:
            odds = sum(filter(None, map(self._odds.get, features)), self.bias[1] - self.bias[0])
            second = 1 / (1 + math.exp(-odds)) if odds > -FAR else 0.0
            return {self.classes[0]: 1 - second, self.classes[1]: second}
        scores = self.logits(features)
        top = max(scores)
        exps = [math.exp(score - top) for score in scores]
        total = sum(exps)
        return {name: value / total for name, value in zip(self.classes, exps, strict=True)}

    def best(self, features: Iterable[str]) -> str:
        """Return the likeliest class."""
        scores = self.logits(features)
        return self.classes[scores.index(max(scores))]

    def reasons(self, features: Iterable[str], name: str, count: int = 4) -> list[str]:
        """Return the features that speak most for class ``name``, strongest first."""
        k = self.classes.index(name)
        scored = [
            (row[k] - sum(row) / len(row), feature)
            for feature in dict.fromkeys(features)
            if (row := self.weights.get(feature)) is not None
        ]
        return [feature for score, feature in sorted(scored, reverse=True)[:count] if score > 0]


@cache
def load_model(name: str) -> LinearModel:
    """Return the model in ``data/models/<name>.json``.

    Raises KnowledgeError where the file is missing or malformed.
    """
    try:
        data = json.loads(resource(f"models/{name}.json").read_text(encoding="utf-8"))
        return LinearModel(
            classes=tuple(data["classes"]),
            bias=tuple(data["bias"]),
            weights={feature: tuple(row) for feature, row in data["weights"].items()},
        )
    except (OSError, ValueError, KeyError) as error:
        raise KnowledgeError(f"data/models/{name}.json is unusable: {error}") from error
