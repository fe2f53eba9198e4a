"""What words mean, as vectors: words used alike lie near each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from dateline.errors import KnowledgeError
from dateline.knowledge.files import resource

VECTORS = "models/vectors.npz"

Vector = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WordVectors:
    """One row of ``table`` a word; ``rows`` maps words in lower case to their row.

    Rows are not of length one: words that say little ("of", "the") are short, so that a plain mean
    over a sentence is a mean over what it says.
    """

    rows: Mapping[str, int]
    table: Vector

    @property
    def width(self) -> int:
        """How many numbers a vector has."""
        return int(self.table.shape[1])

    def mean(self, words: Iterable[str]) -> Vector:
        """Return the mean vector of the words that are known, in lower case; zeros for none."""
        known = [row for word in words if (row := self.rows.get(word)) is not None]
        if not known:
            return np.zeros(self.width, dtype=np.float32)
        mean: Vector = self.table[known].mean(axis=0, dtype=np.float32)
        return mean


@cache
def word_vectors() -> WordVectors:
    """Return the word vectors; their source and licence are in ``data/models/vectors.md``.

    Raises KnowledgeError where the file is missing or malformed.
    """
    try:
        with resource(VECTORS).open("rb") as file, np.load(file, allow_pickle=False) as data:
            words = bytes(data["words"]).decode("utf-8").split("\n")
            table = data["table"].astype(np.float32) * np.float32(data["scale"])
    except (OSError, ValueError, KeyError) as error:
        raise KnowledgeError(f"data/{VECTORS} is unusable: {error}") from error
    return WordVectors({word: row for row, word in enumerate(words)}, table)
