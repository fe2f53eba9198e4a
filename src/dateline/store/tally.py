"""One facet of many events: which rows have which of its values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.events.words import fold

Mask = npt.NDArray[np.bool_]
Column = npt.NDArray[Any]


FEW = 16
"""Up to this many rows are looked for one by one when their values change."""


class Facet(NamedTuple):
    """The values of a facet with how many events have each, most first; ``more`` are left out."""

    values: list[tuple[str, int]]
    more: int


class Tally:
    """One facet: which rows have which of its values; a row may have several, or none."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._codes: dict[str, int] = {}
        self._spelled: dict[str, list[int]] = {}
        # In the width that numpy indexes with: a narrower one is converted at every count.
        self._pairs: Column = np.zeros((2, 64), np.intp)
        self._size = 0

    @property
    def rows(self) -> Column:
        """The row of each pair of a row and a value, in no order."""
        return self._pairs[0, : self._size]

    @property
    def codes(self) -> Column:
        """The number of the value of each pair."""
        return self._pairs[1, : self._size]

    def set(self, cells: Mapping[int, tuple[str, ...]]) -> None:
        """Give rows the values that they have now."""
        if len(cells) <= FEW:
            for row in cells:
                self._forget(row)
        elif self._size and min(cells) <= self.rows.max():
            kept = ~np.isin(self.rows, np.fromiter(cells, np.intp, len(cells)))
            self._pairs = self._pairs[:, : self._size][:, kept]
            self._size = self._pairs.shape[1]
        pairs = [(row, self._code(value)) for row, values in cells.items() for value in values]
        if not pairs:
            return
        size = self._size + len(pairs)
        if size > self._pairs.shape[1]:
            room = np.zeros((2, 2 * size), np.intp)
            room[:, : self._size] = self._pairs[:, : self._size]
            self._pairs = room
        self._pairs[:, self._size : size] = np.array(pairs, np.intp).T
        self._size = size

    def _forget(self, row: int) -> None:
        """Drop the values of a row; the last pairs take their places."""
        for at in np.flatnonzero(self.rows == row)[::-1].tolist():
            self._size -= 1
            self._pairs[:, at] = self._pairs[:, self._size]

    def mask(self, wanted: Iterable[str], size: int) -> Mask:
        """Return the rows that have any of the values, spelled this way or nearly so."""
        codes = [code for name in wanted for code in self._spelled.get(fold(name), ())]
        out = np.zeros(size, np.bool_)
        if codes:
            chosen = np.zeros(len(self.values), np.bool_)
            chosen[codes] = True
            out[self.rows[chosen[self.codes]]] = True
        return out

    def any(self, size: int) -> Mask:
        """Return the rows that have any value at all."""
        out = np.zeros(size, np.bool_)
        out[self.rows] = True
        return out

    def ranks(self, rows: Column, size: int) -> tuple[Column, Mask]:
        """Return the place of the rows' values in the alphabet, and whether they have any."""
        places = np.argsort(np.argsort([value.casefold() for value in self.values]))
        keys = np.full(size, -1, np.int64)
        if len(self.values):
            keys[self.rows] = places[self.codes]
        return keys[rows], keys[rows] >= 0

    def counts(self, mask: Mask) -> Column:
        """Return how many of the rows have each value."""
        return np.bincount(self.codes[mask[self.rows]], minlength=len(self.values))

    def _code(self, value: str) -> int:
        code = self._codes.get(value)
        if code is None:
            code = self._codes[value] = len(self.values)
            self.values.append(value)
            self._spelled.setdefault(fold(value), []).append(code)
        return code
