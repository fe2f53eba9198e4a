"""Learn word classes from unlabelled news: words that stand in like company share a class.

    python training/words.py CORPORA --save src/dateline/data/models/words.csv

Positive pointwise mutual information over a window of three words either side, reduced by
truncated SVD (Levy and Goldberg 2014), then k-means at two grains. Deterministic: every random
state is fixed.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.cluster import KMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize

SOURCES = (
    "world-days/reports.jsonl",
    "syria-news/reports.jsonl",
    "muc4/train.jsonl",
    "muc4/dev.jsonl",
    "satp/dev.jsonl",
    "india_police/dev.jsonl",
)
WINDOW = 3
RAREST = 8
DIMENSIONS = 100
GRAINS = (80, 400)


def main() -> None:
    """Read the corpora, learn the classes, write ``word,coarse,fine`` rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--save", type=Path, required=True)
    options = parser.parse_args()
    texts = []
    for source in SOURCES:
        for line in (options.corpora / source).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = row.get("text") or " ".join(row.get("sentences", ()))
            texts.append(re.findall(r"[a-z]+(?:-[a-z]+)*", str(text).lower()))
    counts = Counter(word for text in texts for word in text)
    words = sorted(word for word, count in counts.items() if count >= RAREST)
    number = {word: i for i, word in enumerate(words)}
    pairs: Counter[int] = Counter()
    size = len(words)
    for text in texts:
        ids = [number.get(word, -1) for word in text]
        for at, one in enumerate(ids):
            if one < 0:
                continue
            for other in ids[at + 1 : at + 1 + WINDOW]:
                if other >= 0:
                    pairs[one * size + other] += 1
                    pairs[other * size + one] += 1
    keys = np.fromiter(pairs.keys(), dtype=np.int64, count=len(pairs))
    values = np.fromiter(pairs.values(), dtype=np.float64, count=len(pairs))
    rows, columns = keys // size, keys % size
    total = values.sum()
    sums = np.bincount(rows, weights=values, minlength=size)
    smooth = sums**0.75
    smooth *= total / smooth.sum()
    information = np.log(values * total / (sums[rows] * smooth[columns]))
    keep = information > 0
    matrix = csr_matrix((information[keep], (rows[keep], columns[keep])), shape=(size, size))
    vectors = normalize(TruncatedSVD(DIMENSIONS, random_state=0).fit_transform(matrix))
    grains = [KMeans(k, n_init=1, max_iter=60, random_state=0).fit_predict(vectors) for k in GRAINS]
    with options.save.open("w", encoding="utf-8", newline="") as stream:
        stream.write(
            "# Word classes learned from unlabelled news by training/words.py; numbers are names.\n"
        )
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["word", "coarse", "fine"])
        for i, word in enumerate(words):
            writer.writerow([word, *(int(grain[i]) for grain in grains)])


if __name__ == "__main__":
    main()
