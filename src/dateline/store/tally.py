"""One facet of many events: which rows have which of its values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.events.words import fold

Mask = npt.NDArray[np.bool_]
Column = npt.NDArray[Any]


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
        self.rows: Column = np.zeros(0, np.int32)
        self.codes: Column = np.zeros(0, np.int32)

    def set(self, cells: Mapping[int, tuple[str, ...]]) -> None:
        """Give rows the values that they have now."""
        if cells and self.rows.size and min(cells) <= self.rows.max():
            kept = ~np.isin(self.rows, np.fromiter(cells, np.int32, len(cells)))
            self.rows, self.codes = self.rows[kept], self.codes[kept]
        pairs = [(row, self._code(value)) for row, values in cells.items() for value in values]
        if pairs:
            fresh = np.array(pairs, np.int32)
            self.rows = np.concatenate([self.rows, fresh[:, 0]])
            self.codes = np.concatenate([self.codes, fresh[:, 1]])

    def mask(self, wanted: Iterable[str], size: int) -> Mask:
        """Return the rows that have any of the values, spelled this way or nearly so."""
        codes = [code for name in wanted for code in self._spelled.get(fold(name), ())]
        out = np.zeros(size, np.bool_)
        if codes:
            out[self.rows[np.isin(self.codes, codes)]] = True
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
