"""A small transformer that reads the sentences of a report: what each word means where it stands.

Two layers cut from MiniLM and trained on to judge conflict reports, with heads that say of a word
that may tell of an event whether it does, of which type and how surely; of a mention, which part
it has in that event; of two such words, whether they tell of one event. It reads letters without
their case, so that capitals do not confuse it. ``data/models/encoder.onnx`` holds the layers (int8)
and ``encoder.npz`` the word pieces and the heads; ``training/encoder.py`` makes both.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from dateline.coding.argument_features import Mention
from dateline.coding.findings import Findings
from dateline.coding.mentions import ActorMention, DateMention, FigureMention, PlaceMention
from dateline.coding.network import Matrix
from dateline.coding.triggers import Trigger
from dateline.coding.word_pieces import WordPieces
from dateline.errors import KnowledgeError
from dateline.knowledge.files import resource

LONGEST = 96
"""Pieces read at once, marks included; a longer sentence is read in parts."""

LATE = 5
"""Sentences after this many count as equally far into the report."""

PARTS: Mapping[type, tuple[int, tuple[str, ...]]] = {
    ActorMention: (0, ("none", "a", "b")),
    PlaceMention: (3, ("no", "yes")),
    DateMention: (5, ("no", "yes")),
    FigureMention: (7, ("no", "yes")),
}
"""By the kind of a mention: its first column of the role head, and what its columns stand for."""


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, or as much of a long one as is read at once: its word pieces, marked.

    ``starts`` maps a token's index in the document to the place of its first piece.
    """

    sentence: int
    pieces: list[int]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Layers:
    """One hidden layer with rectified units, and scores."""

    inner: Matrix
    inner_bias: Matrix
    outer: Matrix
    outer_bias: Matrix

    def __call__(self, values: Matrix) -> Matrix:
        """Return the scores of each row."""
        hidden = np.maximum(values @ self.inner + self.inner_bias, 0)
        out: Matrix = hidden @ self.outer + self.outer_bias
        return out


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder makes of one report.

    ``event`` (no, yes), ``kind`` and ``status`` are log-probabilities, a row a trigger; ``topic``
    has a row a trigger too, by which two triggers are compared, and ``doers`` what the role head
    looks at. ``states`` are those of the word pieces; ``rows`` maps a token to its first piece's.
    """

    event: Matrix
    kind: Matrix
    status: Matrix
    topic: Matrix
    doers: Matrix
    states: Matrix
    rows: Mapping[int, int]


class Encoder:
    """The layers and the heads, loaded."""

    def __init__(self, layers: bytes, data: Mapping[str, Any]) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Kept for the next run, its memory took 110 MB, and no time was saved by it.
        options.enable_cpu_mem_arena = options.enable_mem_pattern = False
        options.add_session_config_entry("optimization.enable_gelu_approximation", "1")
        # Together with the sum before it, the norm takes five times as long as by itself.
        self._session = onnxruntime.InferenceSession(
            layers, options, disabled_optimizers=["SkipLayerNormFusion"]
        )
        self.pieces = WordPieces(bytes(data["pieces"]).decode("utf-8").split("\n"))
        self.kinds = tuple(bytes(data["kinds"]).decode("utf-8").split("\n"))
        self.statuses = tuple(bytes(data["statuses"]).decode("utf-8").split("\n"))
        heads = {
            name: value.astype(np.float32)
            for name, value in data.items()
            if value.dtype == np.float16
        }
        self._trigger = _layers(heads, "trigger")
        self._role = _layers(heads, "role")
        self._pair = _layers(heads, "pair")
        self._doer, self._thing, self._topic = heads["doer"], heads["thing"], heads["topic"]

    def read(self, findings: Findings) -> Reading:
        """Return what the encoder makes of the triggers of a report and the words around them."""
        # One by one: filled up to a common length, or shared out by length, they take longer, and
        # the eight bits of a sentence's states would depend on its neighbours.
        rows: dict[int, int] = {}
        flat: list[Matrix] = []
        means: dict[int, Matrix] = {}
        count = 0
        for part in sentence_parts(findings, self.pieces):
            hidden = self._hidden(part)
            mean = hidden.mean(axis=0)
            for token, start in part.starts.items():
                rows[token] = count + start
                means[token] = mean
            count += len(hidden)
            flat.append(hidden)
        width = self._doer.shape[0]
        # The last row stands for whatever was not read.
        states = np.vstack([*flat, np.zeros((1, width), dtype=np.float32)])
        seen = np.zeros((len(findings.triggers), 2 * width + 3), dtype=np.float32)
        for i, trigger in enumerate(findings.triggers):
            if trigger.head in rows:
                seen[i, :width] = states[rows[trigger.head]]
                seen[i, width : 2 * width] = means[trigger.head]
                seen[i, 2 * width :] = standing(findings, trigger)
        scores = self._trigger(seen)
        kinds = 2 + len(self.kinds)
        return Reading(
            event=log_softmax(scores[:, :2]),
            kind=log_softmax(scores[:, 2:kinds]),
            status=log_softmax(scores[:, kinds:]),
            topic=seen[:, : 2 * width] @ self._topic,
            doers=seen[:, :width] @ self._doer,
            states=states,
            rows=rows,
        )

    def roles(
        self, reading: Reading, trigger: Trigger, mentions: Sequence[Mention]
    ) -> list[dict[str, float]]:
        """Return the probability of each part that each mention may have in a trigger's event."""
        if not mentions:
            return []
        at = [reading.rows.get(mention.head, -1) for mention in mentions]
        others = reading.states[at] @ self._thing
        one = np.broadcast_to(reading.doers[trigger.index], others.shape)
        scores = self._role(np.hstack([one, others, one * others]))
        weights = np.exp(scores - scores.max(axis=1, keepdims=True)).tolist()
        out = []
        for mention, row in zip(mentions, weights, strict=True):
            first, names = PARTS[type(mention)]
            own = row[first : first + len(names)]
            total = sum(own) or 1.0
            out.append({name: weight / total for name, weight in zip(names, own, strict=True)})
        return out

    def same(self, topic: Matrix, before: Matrix) -> Matrix:
        """Return the probability that each of the triggers ``before`` tells of the same event.

        ``topic`` is a row of a reading's, ``before`` some of its rows.
        """
        together = np.hstack([before * topic, np.abs(before - topic), before + topic])
        out: Matrix = np.exp(log_softmax(self._pair(together))[:, 1])
        return out

    def _hidden(self, part: Part) -> Matrix:
        count = len(part.pieces)
        hidden: Matrix
        (hidden,) = self._session.run(
            None,
            {
                "pieces": np.array([part.pieces], dtype=np.int64),
                "at": np.arange(count, dtype=np.int64)[np.newaxis],
                "unread": np.zeros((1, 1, 1, count), dtype=np.float32),
            },
        )
        out: Matrix = hidden[0]
        return out


def sentence_parts(findings: Findings, words: WordPieces) -> list[Part]:
    """Return the sentences of a report that hold a trigger, in pieces, in text order."""
    document = findings.document
    out: list[Part] = []
    for index in sorted({trigger.sentence for trigger in findings.triggers}):
        where = document.sentences[index]
        pieces, starts = [words.begin], dict[int, int]()
        for i in range(where.first, where.last):
            own = words.cut(document.doc[i].text)[: LONGEST - 2]
            if len(pieces) + len(own) > LONGEST - 1:
                out.append(Part(index, [*pieces, words.end], starts))
                pieces, starts = [words.begin], {}
            if own:
                starts[i] = len(pieces)
                pieces += own
        out.append(Part(index, [*pieces, words.end], starts))
    return out


def standing(findings: Findings, trigger: Trigger) -> tuple[float, float, float]:
    """Return how long the report is and how far into it the trigger stands, as small numbers."""
    count = max(len(findings.document.sentences), 1)
    return min(count, LATE) / LATE, math.log(count) / 3, min(trigger.sentence, LATE) / LATE


def log_softmax(scores: npt.NDArray[np.float32]) -> Matrix:
    """Return log-probabilities, row by row."""
    if not len(scores):
        return scores
    top = scores - scores.max(axis=1, keepdims=True)
    out: Matrix = top - np.log(np.exp(top).sum(axis=1, keepdims=True))
    return out


def _layers(heads: Mapping[str, Matrix], name: str) -> Layers:
    return Layers(*(heads[f"{name}.{part}"] for part in ("w0", "b0", "w1", "b1")))


@cache
def load_encoder(name: str = "encoder") -> Encoder:
    """Return the encoder in ``data/models``; raises KnowledgeError where it is unusable."""
    try:
        layers = resource(f"models/{name}.onnx").read_bytes()
        with resource(f"models/{name}.npz").open("rb") as file, np.load(file) as data:
            return Encoder(layers, {key: data[key] for key in data.files})
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise KnowledgeError(f"data/models/{name}.onnx or .npz is unusable: {error}") from error
