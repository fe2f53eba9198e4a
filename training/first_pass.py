"""Learn which short items need no parse, and measure what that loses.

    python training/first_pass.py CORPORA [--save src/dateline/data/models]

Learns from all coded items of world-days, with a claim or without; from items of calm sections that
nobody coded, taken to have none; and, for less, from sentences of coded reports, so that an item on
another war, or told in another style, is known too: the first sentence of each claim, and sentences
that no claim quotes. Prints for five folds, each of which leaves out whole years of the items and
whole wars of the project's own reports, which part of the claims stands in items below each
threshold, and which part of the whole stream is parsed.
"""

from __future__ import annotations

import argparse
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from annotations import annotated
from fitting import Example, fit, save
from topics import topic_of
from weak import is_learned_from

from dateline.coding.first_pass import WORD, is_always_read, margin, word_features
from dateline.coding.linear import LinearModel
from dateline.coding.topics import CALM
from dateline.model import Offsets

CODED, CALM_ITEM, EVIDENCE, QUIET_SENTENCE = 1.0, 0.5, 0.3, 0.1
"""What a coded item weighs, one of a calm section, a claim's sentence and one that no claim has."""
FOLDS = 5
YEARS = 2
"""So many years that follow each other are left out together: wars last."""
STREAM = 10
"""One in so many items of the whole stream is measured."""
SENTENCE = re.compile(r"[^.!?\n]{60,}[.!?]")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """A text to learn from or to measure.

    ``claims`` says how many it tells of; ``source`` names who coded it; ``weight`` is 0 where it is
    only measured.
    """

    text: str
    fold: int
    claims: int
    source: str
    weight: float

    @property
    def words(self) -> list[str]:
        """The words that the first pass looks at."""
        return WORD.findall(self.text.lower())

    @property
    def example(self) -> Example:
        """The item as an example."""
        return word_features(self.words), "yes" if self.claims else "no", self.weight

    def score(self, model: LinearModel) -> float:
        """Return how surely the item is parsed: endlessly, where no model is asked."""
        words = self.words
        return np.inf if is_always_read(self.text, words) else margin(model, words)


def items(corpora: Path) -> Iterator[Item]:
    """Yield the items of world-days that are learned from or measured."""
    gold = {row["report_id"]: row for row in _rows(corpora / "world-days/gold.jsonl")}
    coded = {report.id: claims for _, report, claims in annotated(corpora, ("world-days",))}
    for i, row in enumerate(_rows(corpora / "world-days/reports.jsonl")):
        name, fold = row["id"], int(row["published"][:4]) // YEARS % FOLDS
        if name in gold:
            yield Item(row["text"], fold, len(gold[name]["claims"]), "gold", CODED)
        elif name in coded:
            yield Item(row["text"], fold, len(coded[name]), "coded", CODED)
        elif topic_of(row.get("category") or "") in CALM and is_learned_from(name):
            yield Item(row["text"], fold, 0, "calm", CALM_ITEM)
        if i % STREAM == 0:
            yield Item(row["text"], fold, 0, "stream", 0.0)


def sentences(corpora: Path) -> Iterator[Item]:
    """Yield sentences of coded reports: the first of each claim, and those that no claim quotes."""
    for name, report, claims in annotated(corpora, ("own", "syria-news", "muc4")):
        war = "-".join(report.id.split("-")[:2]) if name == "own" else report.id
        fold = zlib.crc32(war.encode()) % FOLDS
        quoted: list[Offsets] = [span for claim in claims for span in claim.evidence]
        for start, end in dict.fromkeys(claim.evidence[0] for claim in claims if claim.evidence):
            yield Item(report.text[start:end], fold, 1, name, EVIDENCE)
        for found in SENTENCE.finditer(report.text):
            if not any(start < found.end() and found.start() < end for start, end in quoted):
                yield Item(found[0], fold, 0, name, QUIET_SENTENCE)


def learned(known: Sequence[Item]) -> LinearModel:
    """Fit the model."""
    return fit([item.example for item in known if item.weight], strength=0.1, rarest=4)


def scores(known: Sequence[Item]) -> npt.NDArray[np.float64]:
    """Return the score of each item by a model that has not seen its fold."""
    out = np.zeros(len(known))
    for fold in range(FOLDS):
        model = learned([item for item in known if item.fold != fold])
        for i, item in enumerate(known):
            if item.fold == fold:
                out[i] = item.score(model)
    return out


def main() -> None:
    """Measure, or with ``--save`` write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--save", type=Path)
    options = parser.parse_args()
    known = [*items(options.corpora), *sentences(options.corpora)]
    if options.save:
        card: dict[str, object] = {
            "decides": "whether a short item may tell of a claim",
            "trained_on": "world-days: gold and coded items, calm sections of the others; sentences"
            " of coded reports",
            "method": "logistic regression, L2; see training/first_pass.py",
        }
        save(learned(known), options.save / "first-pass.json", card)
        return
    reached = scores(known)
    claims = np.array([item.claims for item in known])
    source = np.array([item.source for item in known])
    told = ("gold", "coded", "own", "syria-news", "muc4")
    print("threshold  claims below: " + "".join(f"{name:>11}" for name in told) + "  stream parsed")
    for edge in np.arange(-3.5, 0.75, 0.25):
        lost = [
            claims[(source == name) & (reached < edge)].sum() / claims[source == name].sum()
            for name in told
        ]
        parsed = np.mean(reached[source == "stream"] >= edge)
        print(f"{edge:9.2f}{'':15}" + "".join(f"{part:11.4f}" for part in lost) + f"{parsed:15.3f}")


def _rows(path: Path) -> Iterator[Row]:
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    main()
