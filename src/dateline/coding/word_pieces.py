"""Words -> the pieces that a transformer knows, as BERT's uncased models cut them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

UNKNOWN, BEGIN, END = "[UNK]", "[CLS]", "[SEP]"

LONGEST_WORD = 100
"""Runs of more letters than this are unknown, as in BERT: cutting takes their length squared."""

REMEMBERED = 50_000
"""Words whose pieces are remembered; then memory is cleared, so that no text can fill it."""


class WordPieces:
    """A vocabulary of pieces, numbered in its order; pieces inside a word begin with ``##``."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self._unknown = self._numbers[UNKNOWN]
        self.begin, self.end = self._numbers[BEGIN], self._numbers[END]
        self._cut: dict[str, list[int]] = {}

    def cut(self, word: str) -> list[int]:
        """Return the numbers of a word's pieces.

        Case and accents are left out, every mark is a piece of its own, and what remains is cut
        into the longest known pieces from the left; a part that cannot be cut is unknown (Devlin
        and others, BERT, 2019).
        """
        if (known := self._cut.get(word)) is None:
            if len(self._cut) >= REMEMBERED:
                self._cut.clear()
            known = self._cut[word] = self._of(word)
        return known

    def _of(self, word: str) -> list[int]:
        plain = "".join(
            c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn"
        )
        out: list[int] = []
        run = ""
        for c in f"{plain} ":
            if c.isalnum():
                run += c
                continue
            out += self._longest(run)
            run = ""
            if not c.isspace():
                out.append(self._numbers.get(c, self._unknown))
        return out

    def _longest(self, run: str) -> list[int]:
        if len(run) > LONGEST_WORD:
            return [self._unknown]
        out: list[int] = []
        start = 0
        while start < len(run):
            for end in range(len(run), start, -1):
                number = self._numbers.get(("##" if start else "") + run[start:end])
                if number is not None:
                    out.append(number)
                    start = end
                    break
            else:
                return [self._unknown]
        return out
