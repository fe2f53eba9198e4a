"""Learn which short items need no parse, and measure what that loses.

    python training/first_pass.py CORPORA [--save src/dateline/data/models]

Items with gold claims against gold items without; items that stood in a section on a war against
items of sport, business, arts, science, health and disasters, for less. Prints, for five folds over
the gold items, which part of the claims stands in items below each threshold, and which part of the
whole stream lies above it.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from fitting import Example, fit, save
from topics import topic_of
from weak import is_learned_from

from dateline.coding.first_pass import WORD, word_features
from dateline.coding.linear import LinearModel
from dateline.coding.topics import CALM

SECTION, CALM_WEIGHT, GOLD = 0.5, 1.0, 4.0
"""What an item weighs in a section on a war, in a calm section, and with gold."""
FOLDS = 5
STREAM = 10
"""One in so many items of the whole stream is measured."""


def features(text: str) -> list[str]:
    """Return the features of an item."""
    return word_features(WORD.findall(text.lower()))


def margin(model: LinearModel, text: str) -> float:
    """Return the log-odds that an item tells of a claim."""
    no, yes = model.logits(features(text))
    return yes - no


def main() -> None:
    """Measure, and with ``--save`` write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--save", type=Path)
    options = parser.parse_args()
    folder = options.corpora / "world-days"
    gold = {
        row["report_id"]: len(row["claims"])
        for row in map(json.loads, (folder / "gold.jsonl").read_text("utf-8").splitlines())
    }
    rows = list(map(json.loads, (folder / "reports.jsonl").read_text("utf-8").splitlines()))
    judged = [row for row in rows if row["id"] in gold]
    examples: list[Example] = []
    for row in rows:
        topic = topic_of(row.get("category") or "")
        if row["id"] in gold:
            continue
        if topic == "conflict":
            examples.append((features(row["text"]), "yes", SECTION))
        elif topic in CALM and is_learned_from(row["id"]):
            examples.append((features(row["text"]), "no", CALM_WEIGHT))
    known: list[Example] = [
        (features(row["text"]), "yes" if gold[row["id"]] else "no", GOLD) for row in judged
    ]
    margins = np.zeros(len(judged))
    for k in range(FOLDS):
        others = [example for i, example in enumerate(known) if i % FOLDS != k]
        model = fit(examples + others, strength=0.1, rarest=5)
        for i in range(k, len(judged), FOLDS):
            margins[i] = margin(model, judged[i]["text"])
    model = fit(examples + known, strength=0.1, rarest=5)
    stream = np.array([margin(model, row["text"]) for row in rows[::STREAM]])
    claims = np.array([gold[row["id"]] for row in judged])
    print("threshold  claims below  items of the stream above")
    for edge in np.arange(-4, 1.5, 0.5):
        lost = claims[margins < edge].sum() / claims.sum()
        print(f"{edge:9.1f}  {lost:12.4f}  {np.mean(stream >= edge):.3f}")
    if options.save:
        card: dict[str, object] = {
            "decides": "whether a short item may tell of a claim",
            "trained_on": "world-days: gold items, and sections of the others",
            "method": "logistic regression, L2; see training/first_pass.py",
        }
        save(model, options.save / "first-pass.json", card)


if __name__ == "__main__":
    main()
