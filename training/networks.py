"""Examples of vectors -> a small neural network, and its data file with a card."""

from __future__ import annotations

import json
import warnings
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from dateline.coding.network import Matrix, Network, one_hot

ROUNDS = 25
"""Passes over the examples; more was measured to learn them by heart."""


SEVERAL = 3
"""So many networks are fitted from different beginnings, and their scores averaged: slots F1 on
unseen reports 0.721 -> 0.723 and 0.768 -> 0.770 with four, claims found 0.818 -> 0.822 and 0.878 ->
0.882 (three folds)."""

NAMED = ("c=", "sc=", "fig=", "pl=", "farg=", "parg=", "kind=", "dr=", "spoken", "report=", "told=")
"""Beginnings of the features that a network looks at by name: few, and seen in any war."""

RAREST = 20
"""A named feature is looked at where it is seen this often."""

Case = tuple[Matrix, Sequence[str], str]
"""The vector of a trigger, its named features, its class."""


def fit_network(cases: Sequence[Case], units: int, penalty: float) -> Network:
    """Fit networks with one hidden layer, joined into one. Deterministic: random states are fixed.

    Columns are brought to one variance for fitting; the file holds weights for them as they are.
    """
    rows = [features for _, features, _ in cases]
    counts = Counter(name for row in rows for name in set(row) if name.startswith(NAMED))
    names = sorted(
        name
        for name, count in counts.items()
        if count >= RAREST and "|" not in name and " " not in name
    )
    labels = [label for _, _, label in cases]
    vectors = np.stack([vector for vector, _, _ in cases])
    spread = np.maximum(vectors.std(axis=0), 1e-3).astype(np.float32)
    spread = np.concatenate([spread, np.ones(len(names), dtype=np.float32)])
    inputs = np.hstack([vectors, one_hot(rows, names)])
    labelled = inputs / spread, np.array(labels)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        several = [_learner(units, penalty, number).fit(*labelled) for number in range(SEVERAL)]
    learner = several[0]
    # One network whose hidden units are those of all: its scores are the mean of theirs.
    layers = [
        [
            np.hstack([one.coefs_[0] for one in several]).astype(np.float32),
            np.concatenate([one.intercepts_[0] for one in several]).astype(np.float32),
        ],
        [
            (np.vstack([one.coefs_[1] for one in several]) / SEVERAL).astype(np.float32),
            np.mean([one.intercepts_[1] for one in several], axis=0).astype(np.float32),
        ],
    ]
    layers[0][0] = layers[0][0] / spread[:, None]
    if len(learner.classes_) == 2:
        # One unit that speaks for the second class becomes two that speak against each other.
        weights, bias = layers[-1]
        layers[-1] = [
            np.asarray(np.hstack([-weights, weights]) / 2, dtype=np.float32),
            np.asarray(np.concatenate([-bias, bias]) / 2, dtype=np.float32),
        ]
    return Network(
        classes=tuple(str(name) for name in learner.classes_),
        features=tuple(names),
        layers=tuple((weights, bias) for weights, bias in layers),
    )


def _learner(units: int, penalty: float, number: int) -> MLPClassifier:
    return MLPClassifier(
        (units,),
        alpha=penalty,
        max_iter=ROUNDS,
        learning_rate_init=2e-3,
        batch_size=200,
        random_state=number,
    )


def save_network(network: Network, path: Path, card: dict[str, object]) -> None:
    """Write the network and its card as npz."""
    arrays = {
        f"{letter}{k}": values.astype(np.float16)
        for k, layer in enumerate(network.layers)
        for letter, values in zip("wb", layer, strict=True)
    }

    def text(string: str) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
        return np.frombuffer(string.encode("utf-8"), dtype=np.uint8)

    np.savez_compressed(
        path,
        allow_pickle=False,
        card=text(json.dumps(card)),
        classes=text("\n".join(network.classes)),
        features=text("\n".join(network.features)),
        **arrays,
    )
