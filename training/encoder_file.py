"""The trained encoder -> its data files: layers in eight bits, heads in sixteen."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from onnx import NodeProto, TensorProto, helper, numpy_helper, save
from onnxruntime.quantization import QuantType, quantize_dynamic
from sheets import KINDS, STATUSES

LAYERS, WIDTH, HEADS = 2, 384, 12
"""The layers of MiniLM that are kept, how wide a state is, its parts for attention."""


def write(
    layers: Mapping[str, Any],
    heads: Mapping[str, Any],
    pieces: Sequence[str],
    at: Path,
    card: Mapping[str, str],
) -> None:
    """Write the layers, in eight bits, to ``at``.onnx and the heads, in sixteen, to ``at``.npz."""
    weights = layers
    nodes: list[NodeProto] = []
    given: list[TensorProto] = []

    def const(value: Any) -> str:
        given.append(numpy_helper.from_array(np.asarray(value), f"given{len(given)}"))
        return str(given[-1].name)

    def op(kind: str, *inputs: str, **settings: Any) -> str:
        nodes.append(helper.make_node(kind, list(inputs), [f"{kind}{len(nodes)}"], **settings))
        return str(nodes[-1].output[0])

    def linear(x: str, layer: tuple[Any, Any]) -> str:
        return op("Add", op("MatMul", x, const(layer[0])), const(layer[1]))

    def normed(x: str, layer: tuple[Any, Any]) -> str:
        return op("LayerNormalization", x, const(layer[0]), const(layer[1]), axis=-1, epsilon=1e-12)

    x = op(
        "Add",
        op("Gather", const(weights["piece"]), "pieces"),
        op("Gather", const(weights["at"]), "at"),
    )
    x = normed(x, weights["norm"])
    heads_shape = const(np.array([0, 0, HEADS, WIDTH // HEADS], np.int64))
    flat = const(np.array([0, 0, WIDTH], np.int64))
    small = const(np.float32(1 / math.sqrt(WIDTH // HEADS)))
    for number, layer in enumerate(weights["layers"]):
        thirds = [f"third{number}{k}" for k in range(3)]
        nodes.append(
            helper.make_node("Split", [linear(x, layer["look"])], thirds, axis=-1, num_outputs=3)
        )
        query, value, told = (
            op("Transpose", op("Reshape", third, heads_shape), perm=perm)
            for third, perm in zip(thirds, ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3]), strict=True)
        )
        share = op("Add", op("Mul", op("MatMul", query, value), small), "unread")
        y = op("MatMul", op("Softmax", share, axis=-1), told)
        y = op("Reshape", op("Transpose", y, perm=[0, 2, 1, 3]), flat)
        x = normed(op("Add", x, linear(y, layer["out"])), layer["norm"])
        y = linear(op("Gelu", linear(x, layer["up"])), layer["down"])
        x = normed(op("Add", x, y), layer["last"])
    nodes.append(helper.make_node("Identity", [x], ["states"]))
    graph = helper.make_graph(
        nodes,
        "encoder",
        [
            helper.make_tensor_value_info("pieces", TensorProto.INT64, ["parts", "n"]),
            helper.make_tensor_value_info("at", TensorProto.INT64, ["parts", "n"]),
            helper.make_tensor_value_info("unread", TensorProto.FLOAT, ["parts", 1, 1, "n"]),
        ],
        [helper.make_tensor_value_info("states", TensorProto.FLOAT, ["parts", "n", WIDTH])],
        given,
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    whole = at.with_suffix(".full.onnx")
    save(model, whole)
    # Seven bits of the eight: processors that lack VNNI overflow on full ones.
    quantize_dynamic(whole, at.with_suffix(".onnx"), weight_type=QuantType.QInt8, reduce_range=True)
    whole.unlink()

    def text(lines: Sequence[str]) -> Any:
        return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)

    np.savez_compressed(
        at.with_suffix(".npz"),
        allow_pickle=False,
        card=text([json.dumps(card)]),
        pieces=text(pieces),
        kinds=text(KINDS),
        statuses=text(STATUSES),
        **{name: value.astype(np.float16) for name, value in heads.items()},
    )
