"""Small neural networks: vectors and named features in, scores out; weights are data files.

A network file is an npz: ``card`` (JSON as bytes: what it decides, what it was trained on, how),
``classes`` and ``features`` (names, a line each; features hold no white space), and for each layer
``w0``, ``b0``, ``w1``, ... in half precision.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from dateline.errors import KnowledgeError
from dateline.knowledge.files import resource

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Network:
    """Layers with rectified units between them; the last gives one score a class.

    The first layer takes a vector and behind it a one or a zero for each of ``features``.
    """

    classes: tuple[str, ...]
    features: tuple[str, ...]
    layers: tuple[tuple[Matrix, Matrix], ...]

    def scores(self, vectors: Matrix, features: Sequence[Sequence[str]]) -> Matrix:
        """Return log-probabilities, one row a vector and one column a class.

        ``features`` has the named features of each row; names that the network does not know are
        left aside.
        """
        values = np.hstack([vectors, one_hot(features, self.features)])
        for k, (weights, bias) in enumerate(self.layers):
            values = values @ weights + bias
            if k + 1 < len(self.layers):
                values = np.maximum(values, 0)
        top = values - values.max(axis=1, keepdims=True)
        out: Matrix = top - np.log(np.exp(top).sum(axis=1, keepdims=True))
        return out


def one_hot(rows: Sequence[Sequence[str]], names: Sequence[str]) -> Matrix:
    """Return a one for each name that a row holds and a zero for each that it does not."""
    column = {name: i for i, name in enumerate(names)}
    out: Matrix = np.zeros((len(rows), len(names)), dtype=np.float32)
    for i, row in enumerate(rows):
        for name in row:
            if (at := column.get(name)) is not None:
                out[i, at] = 1
    return out


@cache
def load_network(name: str) -> Network:
    """Return the network in ``data/models/<name>.npz``.

    Raises KnowledgeError where the file is missing or malformed.
    """
    path = f"models/{name}.npz"
    try:
        with resource(path).open("rb") as file, np.load(file, allow_pickle=False) as data:
            classes = tuple(bytes(data["classes"]).decode("utf-8").split("\n"))
            features = tuple(bytes(data["features"]).decode("utf-8").split())
            count = sum(key.startswith("w") for key in data.files)
            layers = tuple(
                (data[f"w{k}"].astype(np.float32), data[f"b{k}"].astype(np.float32))
                for k in range(count)
            )
    except (OSError, ValueError, KeyError) as error:
        raise KnowledgeError(f"data/{path} is unusable: {error}") from error
    return Network(classes, features, layers)
