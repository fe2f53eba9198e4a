"""How alike two claims are: features of a pair, each of one direction, and their weights.

A feature lies in [0, 1] or is a small count; more of it always speaks for one event, or always
against, and the weights keep that sign. The weights are data (``linking/weights.json``) and are
fitted by ``training/linking.py``.
"""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

import numpy as np

from dateline.errors import KnowledgeError
from dateline.events import particulars, setting
from dateline.events.sketch import (
    TYPES,
    Column,
    Sketch,
)
from dateline.knowledge.files import resource, table
from dateline.model import SubEventType

FEATURES = (
    "bias",
    "type",
    "same_place",
    "close",
    "apart",
    "told_place",
    "contained",
    "no_place",
    "near_against_exact",
    "capture",
    "same_day",
    "overlap",
    "gap",
    "sequel",
    "vague_date",
    "uneven_span",
    "actor_a",
    "against_a",
    "actor_b",
    "against_b",
    "same_name",
    "crossed",
    "equal_figures",
    "near_figures",
    "far_figures",
    "words",
    "names",
    "same_facility",
    "other_facility",
    "other_daytime",
    "background_differs",
)

IMPOSSIBLE = -50.0
"""The log-odds of a pair that cannot be one event."""

RETELLING = -4.0
"""Added to the log-odds of two claims of one report."""


class Weights(NamedTuple):
    """A weight for each of ``FEATURES``, in their order; the sum is the log-odds of one event."""

    values: Column

    def log_odds(self, features: Column) -> Column:
        """Return the log-odds of each row of ``features``."""
        return np.asarray(features @ self.values)


@cache
def shipped_weights() -> Weights:
    """Return the weights of the package; raises KnowledgeError where they do not fit the code."""
    data = json.loads(resource("linking/weights.json").read_text(encoding="utf-8"))
    given = data["weights"]
    if set(given) != set(FEATURES):
        odd = ", ".join(sorted(set(given) ^ set(FEATURES)))
        raise KnowledgeError(f"data/linking/weights.json: features do not fit the code: {odd}")
    return Weights(np.array([given[name] for name in FEATURES], dtype=np.float64))


def rarity(claims: Sketch, buckets: int = 1 << 18) -> Column:
    """Return the weight of each word by its hash modulo ``buckets``: rare words weigh more."""
    seen = np.zeros(buckets, dtype=np.int64)
    for start in range(0, len(claims), 100_000):
        part = claims.words[start : start + 100_000].ravel()
        seen += np.bincount(part[part > 0] % buckets, minlength=buckets)
    total = max(len(claims), 1000)
    weight = np.log1p(total / (1.0 + seen)) / np.log1p(total / 2.0)
    return np.asarray(np.clip(weight, 0.05, 1.0), dtype=np.float32)


def features(claims: Sketch, left: Column, right: Column, word_weight: Column) -> Column:
    """Return one row of ``FEATURES`` for each pair of rows."""
    columns: dict[str, Column] = {"bias": np.ones(len(left))}
    columns |= _type(claims, left, right)
    columns |= setting.place(claims, left, right)
    columns |= setting.time(claims, left, right)
    columns |= particulars.actors(claims, left, right)
    columns |= particulars.figures(claims, left, right)
    columns |= particulars.words(claims, left, right, word_weight)
    # One number told of two days is a wrong day more often than two events of one number; and a
    # place is not captured twice in two days.
    same_capture = _captures()[claims.type[left]] & _captures()[claims.type[right]]
    same_capture &= columns["same_place"] > 0
    columns["capture"] = same_capture
    excuse = np.clip(columns["equal_figures"], 0, 1) * 0.4 + same_capture * 0.4
    columns["gap"] = columns["gap"] * (1 - excuse)
    columns["background_differs"] = claims.background[left] != claims.background[right]
    return np.stack([np.asarray(columns[name], dtype=np.float64) for name in FEATURES], axis=1)


def impossible(claims: Sketch, left: Column, right: Column) -> Column:
    """Return which pairs cannot be one event.

    Those of types that are never confused; whose days lie apart; of a plan and a deed; of a
    running total and anything shorter. Pairs of one report are judged by ``retold``.
    """
    types = _affinity()[claims.type[left], claims.type[right]] <= 0
    days_apart = np.maximum(claims.earliest[left], claims.earliest[right]) - np.minimum(
        claims.latest[left], claims.latest[right]
    )
    plan = claims.planned[left] != claims.planned[right]
    span_a = claims.last[left] - claims.first[left]
    span_b = claims.last[right] - claims.first[right]
    total = (np.maximum(span_a, span_b) > 120) & (np.minimum(span_a, span_b) < 30)
    return np.asarray(types | (days_apart > 1) | plan | total)


def retold(rows: Column) -> Column:
    """Return which pairs of one report, by their features, are one event told twice in it.

    A report tells an event in one claim; two claims of it are two events unless they agree in
    type and day, share a telling number, and their places may be one: a coder may take one bombing
    for two because the report names the village once and the town beside it later.
    """
    value = {name: rows[:, number] for number, name in enumerate(FEATURES)}
    somewhere = value["same_place"] + value["told_place"] + value["contained"] + value["no_place"]
    alike = (value["type"] == 0) & (somewhere > 0) & (value["gap"] == 0)
    return np.asarray(alike & (value["equal_figures"] >= 0.5) & (value["far_figures"] == 0))


def _type(claims: Sketch, left: Column, right: Column) -> dict[str, Column]:
    return {"type": 1.0 - _affinity()[claims.type[left], claims.type[right]]}


@cache
def _captures() -> Column:
    """Which types say that a place changes hands."""
    changing = np.zeros(len(TYPES), dtype=bool)
    for kind in (
        SubEventType.GOVERNMENT_REGAINS,
        SubEventType.NON_STATE_OVERTAKES,
        SubEventType.NON_VIOLENT_TRANSFER,
    ):
        changing[TYPES[kind]] = True
    return changing


@cache
def _affinity() -> Column:
    matrix = np.zeros((len(TYPES), len(TYPES)), dtype=np.float32)
    np.fill_diagonal(matrix, 1.0)
    for row in table("linking/affinity.csv"):
        i, j = TYPES[SubEventType(row["first"])], TYPES[SubEventType(row["second"])]
        matrix[i, j] = matrix[j, i] = float(row["affinity"])
    return matrix
