"""Learn what texts are about from the sections that news items stood in.

    python training/topics.py CORPORA [--save src/dateline/data/models]

One linear layer over the mean word vector of an item (training/vectors.py), so that words of sport
or war that no item holds are known by their neighbours. Items with gold claims are left out.
Without ``--save`` says how well sections are told apart, on a fifth of the items left out.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path

import numpy as np
from networks import save_network
from sklearn.linear_model import LogisticRegression

from dateline.coding.network import Matrix, Network
from dateline.knowledge.vectors import word_vectors

TOPICS = {
    "conflict": r"armed (conflict|attack)|\bwar\b|insurgency|arab spring|uprising|conflict|"
    r"\d protests|unrest|euromaidan",
    "crime": r"law and crime",
    "affairs": r"politics|international relations",
    "disaster": r"disasters",
    "business": r"business|subprime",
    "health": r"health",
    "culture": r"arts? and culture|religion",
    "sport": r"sport|uefa|olympics|world cup",
    "science": r"science",
}
"""Topics, and patterns of the sections that belong to them, tried in this order."""


def topic_of(section: str) -> str | None:
    """Return the topic of a section; None where it has none."""
    lower = section.lower()
    return next((topic for topic, words in TOPICS.items() if re.search(words, lower)), None)


def examples(corpora: Path) -> tuple[Matrix, list[str]]:
    """Return the mean vectors of the items that stood in a known section, and their topics."""
    folder = corpora / "world-days"
    gold = {
        json.loads(line)["report_id"]
        for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    }
    vectors, rows, labels = word_vectors(), [], []
    for line in (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        topic = topic_of(row.get("category") or "")
        if topic and row["id"] not in gold:
            rows.append(vectors.mean(re.findall(r"[a-z]+", row["text"].lower())))
            labels.append(topic)
    return np.stack(rows), labels


def fit_topics(vectors: Matrix, labels: list[str]) -> Network:
    """Fit the layer."""
    spread = vectors.std(axis=0)
    learner = LogisticRegression(max_iter=1000)
    learner.fit(vectors / spread, labels)
    return Network(
        classes=tuple(str(name) for name in learner.classes_),
        features=(),
        layers=(
            (
                (learner.coef_ / spread).T.astype(np.float32),
                learner.intercept_.astype(np.float32),
            ),
        ),
    )


def main() -> None:
    """Measure, and with ``--save`` write the layer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--save", type=Path)
    options = parser.parse_args()
    vectors, labels = examples(options.corpora)
    if not options.save:
        held = np.arange(len(labels)) % 5 == 0
        true = np.array(labels)
        model = fit_topics(vectors[~held], list(true[~held]))
        best = model.scores(vectors[held], [()] * int(held.sum())).argmax(axis=1)
        right = np.mean(np.array(model.classes)[best] == true[held])
        print(f"{len(labels)} items, {len(set(labels))} topics: {right:.3f} right where left out")
        return
    card: dict[str, object] = {
        "decides": "what a text is about",
        "trained_on": "sections of world-days items without gold",
        "method": "multinomial logistic regression on mean word vectors; see training/topics.py",
    }
    save_network(fit_topics(vectors, labels), options.save / "topics.npz", card)


if __name__ == "__main__":
    main()
