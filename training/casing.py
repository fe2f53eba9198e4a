"""Learn how often news prints each word with a capital, and weigh the signs of one.

    python training/casing.py CORPORA [--held-out]

Counts words amid the sentences of mixed-case news (never the first word, never a title), writes
``casing.csv`` and ``casing_pairs.csv``, and fits the weights of ``models/casing.json`` on reports
that the counts leave out. ``--held-out`` measures instead: it leaves a tenth of the reports out of
everything, shouts them, and writes nothing. Deterministic.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from dateline.coding.casing import NUMBER, Casing, Usage, Word, neighbours, odds_of, words_of
from dateline.coding.sentences import cut

DATA = Path("src/dateline/data")
SOURCES = (
    "world-days/reports.jsonl",
    "syria-news/reports.jsonl",
    "geoparsing/dev.jsonl",
    "event_location/dev.jsonl",
    "idmc_displacement/dev.jsonl",
    "re3d/dev.jsonl",
)
RAREST_WORD = 3
RAREST_PAIR = 6
SAMPLE = 60_000
"""Sentences that the weights are fitted on."""
_BOUND = '.:?!"\u201c\u201d(['

Sentence = list[tuple[Word, bool]]
"""Words, each with whether its case was free to choose."""


class Counts:
    """How often words and pairs stand with a capital, amid sentences."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.words: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        self.upper: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        self.first: Counter[tuple[str, str]] = Counter()
        self.last: Counter[tuple[str, str]] = Counter()

    def add(self, sentence: Sentence) -> None:
        """Count one sentence's words."""
        before: Word | None = None
        for word, free in sentence:
            if free:
                self.words[word.key] += 1
                self.capital[word.key] += word.capital
                self.upper[word.key] += len(word.text) > 1 and word.text.isupper()
            if before and word.joined:
                pair = before.key, word.key
                self.pairs[pair] += 1
                self.first[pair] += before.capital
                self.last[pair] += word.capital
            before = word if free else None

    def table(self) -> tuple[list[tuple[str, int, int]], list[tuple[str, str, int, int]]]:
        """Return the rows of words and pairs: shares in hundredths."""
        words = [
            (word, share(self.capital[word], n), share(self.upper[word], n))
            for word, n in sorted(self.words.items())
            if n >= RAREST_WORD
        ]
        usual = {word: capital for word, capital, _ in words}
        pairs = []
        for (left, right), n in sorted(self.pairs.items()):
            if n < RAREST_PAIR or left not in usual or right not in usual:
                continue
            first, last = share(self.first[left, right], n), share(self.last[left, right], n)
            unlike = max(
                abs(odds_of(first) - odds_of(usual[left])),
                abs(odds_of(last) - odds_of(usual[right])),
            )
            if unlike >= 1.5 and (2 < usual[left] < 98 or 2 < usual[right] < 98):
                pairs.append((left, right, first, last))
        return words, pairs


def share(part: int, whole: int) -> int:
    """Return hundredths, drawn a little towards the middle."""
    return round(100 * (part + 0.1) / (whole + 0.2))


def casing_of(counts: Counts) -> Casing:
    """Return a truecaser without weights."""
    words, pairs = counts.table()
    return Casing(
        words={
            word: Usage(odds_of(capital), upper > capital / 2) for word, capital, upper in words
        },
        before={(left, right): odds_of(last) for left, right, _, last in pairs},
        after={(left, right): odds_of(first) for left, right, first, _ in pairs},
        weights={},
    )


def texts(corpora: Path) -> Iterator[tuple[int, str]]:
    """Yield every text with a fold of ten, the same in every run."""
    for source in SOURCES:
        with (corpora / source).open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                yield zlib.crc32(str(row["id"]).encode()) % 10, row["text"]


def sentences(text: str) -> Iterator[Sentence]:
    """Yield calm sentences as words, with whether the word's case was free to choose.

    It is not at a beginning, nor behind a mark that may begin a sentence within the sentence.
    """
    for piece in cut(text)[1]:
        words = words_of(text, piece.start, piece.end)
        line = [
            (word, place > 0 and not any(mark in word.gap for mark in _BOUND))
            for place, word in enumerate(words)
        ]
        if len(line) > 5 and sum(word.capital for word, _ in line) < 0.6 * len(line):
            yield line


def examples(casing: Casing, lines: Iterable[Sentence]) -> Iterator[tuple[dict[str, float], bool]]:
    """Yield the signs around each word whose case was free, and whether it bears a capital."""
    for line in lines:
        words = [word for word, _ in line]
        for place, (word, free) in enumerate(line):
            if not free or word.key == NUMBER:
                continue
            left, right = neighbours(words, place)
            led = bool(left) and line[place - 1][1] and words[place - 1].capital
            yield dict(casing.signs(word.key, left, right, led)), word.capital


def fit(casing: Casing, lines: list[Sentence]) -> dict[str, float]:
    """Return the weights of the signs, fitted on sentences that the counts left out."""
    random.Random(7).shuffle(lines)
    rows, labels = zip(*examples(casing, lines[:SAMPLE]), strict=True)
    seen = Counter(name for row in rows for name in row)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(
        [{name: v for name, v in row.items() if seen[name] >= 30} for row in rows]
    )
    model = LogisticRegression(C=0.5, max_iter=300).fit(matrix, labels)
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    weights[""] = model.intercept_[0]
    return {name: round(float(w), 2) for name, w in sorted(weights.items()) if abs(w) >= 0.05}


def main() -> None:
    """Count, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--data", type=Path, default=DATA)
    asked = parser.parse_args()
    kept, left_out = Counts(), []
    whole = Counts()
    for fold, text in texts(asked.corpora):
        if asked.held_out and fold == 9:
            continue
        for line in sentences(text):
            whole.add(line)
            if fold < 6:
                kept.add(line)
            else:
                left_out.append(line)
    weights = fit(casing_of(kept), left_out)
    words, pairs = whole.table()
    print(len(words), "words", len(pairs), "pairs", len(weights), "weights")
    write(asked.data / "languages/en/casing.csv", ("word", "capital", "upper"), words)
    write(asked.data / "languages/en/casing_pairs.csv", ("left", "right", "first", "last"), pairs)
    path = asked.data / "models/casing.json"
    path.write_text(json.dumps(weights, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    """Write a table under a line that says where its numbers come from."""
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(
            "# How often in a hundred news prints words with a capital amid a sentence.\n"
            "# Counted by training/casing.py over mixed-case news; rare words left out.\n"
        )
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


if __name__ == "__main__":
    main()
