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


NAMED = ("c=", "sc=", "fig=", "pl=", "farg=", "parg=", "kind=", "dr=", "spoken", "report=", "told=")
"""Beginnings of the features that a network looks at by name: few, and seen in any war."""

RAREST = 20
"""A named feature is looked at where it is seen this often."""

Case = tuple[Matrix, Sequence[str], str]
"""The vector of a trigger, its named features, its class."""


def fit_network(cases: Sequence[Case], units: int, penalty: float) -> Network:
    """Fit a network with one hidden layer. Deterministic: the random state is fixed.

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
    learner = MLPClassifier(
        (units,),
        alpha=penalty,
        max_iter=ROUNDS,
        learning_rate_init=2e-3,
        batch_size=200,
        random_state=0,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        learner.fit(inputs / spread, np.array(labels))
    layers: list[list[Matrix]] = [
        [np.asarray(weights, dtype=np.float32), np.asarray(bias, dtype=np.float32)]
        for weights, bias in zip(learner.coefs_, learner.intercepts_, strict=True)
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
