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
from dateline.events.sketch import (
    ACTORS,
    DATE_PRECISIONS,
    KINDS,
    NO_KIND,
    NO_PLACE,
    PLACE_PRECISIONS,
    TYPES,
    Column,
    Sketch,
)
from dateline.events.words import SEQUEL
from dateline.knowledge.files import resource, table
from dateline.model import ActorKind, DatePrecision, PlacePrecision, SubEventType

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

_DAY = DATE_PRECISIONS[DatePrecision.DAY]
_EXACT, _NEAR = PLACE_PRECISIONS[PlacePrecision.EXACT], PLACE_PRECISIONS[PlacePrecision.NEAR]
_REGION = PLACE_PRECISIONS[PlacePrecision.REGION]


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
    columns |= _place(claims, left, right)
    columns |= _time(claims, left, right)
    columns |= _actors(claims, left, right)
    columns |= _figures(claims, left, right)
    columns |= _words(claims, left, right, word_weight)
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
    type, place and day and share a telling number.
    """
    value = {name: rows[:, number] for number, name in enumerate(FEATURES)}
    alike = (value["type"] == 0) & (value["same_place"] > 0) & (value["gap"] == 0)
    return np.asarray(alike & (value["equal_figures"] >= 0.5) & (value["far_figures"] == 0))


def kilometres(claims: Sketch, left: Column, right: Column) -> Column:
    """Return the distance of each pair in kilometres, NaN where one has no coordinates."""
    lat_a, lat_b = np.radians(claims.lat[left]), np.radians(claims.lat[right])
    lon = np.radians(claims.lon[right] - claims.lon[left])
    half = np.sin((lat_b - lat_a) / 2) ** 2 + np.cos(lat_a) * np.cos(lat_b) * np.sin(lon / 2) ** 2
    return np.asarray(12742 * np.arcsin(np.sqrt(np.clip(half, 0, 1))))


def _type(claims: Sketch, left: Column, right: Column) -> dict[str, Column]:
    return {"type": 1.0 - _affinity()[claims.type[left], claims.type[right]]}


def _place(claims: Sketch, left: Column, right: Column) -> dict[str, Column]:
    precision_a, precision_b = claims.place_precision[left], claims.place_precision[right]
    km = kilometres(claims, left, right)
    known = ~np.isnan(km)
    distance = np.where(known, km, 0.0)
    same = (claims.place[left] == claims.place[right]) & (claims.place[left] > 0)
    fine = (precision_a < _REGION) & (precision_b < _REGION)
    coarse = (precision_a == _REGION) | (precision_b == _REGION)
    # "Near Idlib" of the province of Idlib may be anywhere in it.
    coarse |= ~same & fine & (_around_seat(claims, left) | _around_seat(claims, right))
    fine &= ~coarse
    # Admin areas decide where one side names only a province.
    province = (claims.admin1[left] == claims.admin1[right]) & (claims.admin1[left] > 0)
    spelled = _any_shared(claims.place_words[left], claims.place_words[right])
    told = _all_told(claims.place_words[left], claims.names[right]) | _all_told(
        claims.place_words[right], claims.names[left]
    )
    same_place = same | (spelled & fine & known & (distance < 5))
    differ = fine & ~same_place
    slack = np.where((precision_a == _NEAR) | (precision_b == _NEAR), 6.0, 2.0)
    apart = np.where(differ, np.clip(0.35 + np.maximum(0, distance - slack) / 12.0, 0, 2), 0.0)
    apart = np.where(coarse & known, np.clip((distance - 60) / 60, 0, 2), apart)
    apart = np.where(coarse & province, 0.0, apart)
    missing = (precision_a == NO_PLACE) | (precision_b == NO_PLACE)
    country = ((precision_a > _REGION) | (precision_b > _REGION)) & ~missing
    return {
        "same_place": same_place & fine,
        "close": np.where(differ & known, np.exp(-distance / 6.0), 0.0),
        "apart": np.where(told & (distance < 15), 0.3 * apart, apart),
        "told_place": told & ~same_place & (distance < 25),
        "contained": coarse & (province | same),
        "no_place": missing | country,
        "near_against_exact": (fine & (precision_a != precision_b)) & same_place,
    }


def _around_seat(claims: Sketch, rows: Column) -> Column:
    """Which claims lie near the town that their province is named after."""
    seat = (claims.place[rows] == claims.admin1[rows]) & (claims.place[rows] > 0)
    return np.asarray(seat & (claims.place_precision[rows] == _NEAR))


def _time(claims: Sketch, left: Column, right: Column) -> dict[str, Column]:
    first_a, last_a = claims.first[left], claims.last[left]
    first_b, last_b = claims.first[right], claims.last[right]
    day_a = claims.date_precision[left] == _DAY
    day_b = claims.date_precision[right] == _DAY
    shared = np.minimum(last_a, last_b) - np.maximum(first_a, first_b) + 1
    union = np.maximum(last_a, last_b) - np.minimum(first_a, first_b) + 1
    span_a, span_b = last_a - first_a + 1, last_b - first_b + 1
    same = (first_a == first_b) & (last_a == last_b)
    both = day_a & day_b
    gap = np.clip(1 - shared, 0, 7)
    # A single day of week precision says when it was reported, not how long it lasted.
    loosely = (~day_a & (span_a < 3)) | (~day_b & (span_b < 3))
    # A vague date that may reach the other's day is no gap, only vague.
    loose = np.clip(
        np.maximum(claims.earliest[left], claims.earliest[right])
        - np.minimum(claims.latest[left], claims.latest[right]),
        0,
        7,
    )
    firm = claims.firm[left] & claims.firm[right]
    # A day that was carried over from another sentence is often a day off.
    carried = np.where(gap > 0, 0.25, 0.0)
    vague = np.maximum(loose, np.where(gap > 0, 0.4 + 0.05 * gap, 0.0))
    return {
        "same_day": same & both,
        "overlap": np.where(same & both, 0.0, np.clip(shared / np.maximum(union, 1), 0, 1)),
        "gap": np.where(both, np.where(firm, gap, 0.25 * gap + carried), vague),
        "sequel": (gap > 0) & ((claims.daytime[left] | claims.daytime[right]) & SEQUEL > 0),
        "vague_date": (~both).astype(np.float64),
        "uneven_span": np.where(loosely, 0.3, 1.0)
        * np.clip(np.abs(np.log(span_a / span_b)) / 3.0, 0, 1.5),
    }


def _actors(claims: Sketch, left: Column, right: Column) -> dict[str, Column]:
    best: list[Column] = []
    named = np.zeros(len(left), dtype=bool)
    for a, b in ((0, 0), (1, 1), (0, 1), (1, 0)):
        score, equal = _side(claims, left, right, a * ACTORS, b * ACTORS)
        best.append(score)
        named |= equal
    straight_a, straight_b, crossed_a, crossed_b = best
    # In a clash either side may be told first.
    crossed = crossed_a + crossed_b - 0.3 > straight_a + straight_b
    crossed &= np.minimum(crossed_a, crossed_b) > 0
    side_a = np.where(crossed, crossed_a, straight_a)
    side_b = np.where(crossed, crossed_b, straight_b)
    return {
        "actor_a": np.clip(side_a, 0, 1),
        "against_a": np.clip(-side_a, 0, 1),
        "actor_b": np.clip(side_b, 0, 1),
        "against_b": np.clip(-side_b, 0, 1),
        "same_name": named,
        "crossed": crossed & (straight_a + straight_b < 0),
    }


def _side(claims: Sketch, left: Column, right: Column, a: int, b: int) -> tuple[Column, Column]:
    """The best agreement of any two actors of two sides (-1 to 1), and whether by name."""
    best = np.full(len(left), -2.0)
    by_name = np.zeros(len(left), dtype=bool)
    for i in range(a, a + ACTORS):
        kind_a, name_a = claims.actor_kinds[left, i], claims.actor_names[left, i]
        country_a = claims.actor_countries[left, i]
        if not (kind_a != NO_KIND).any():
            continue
        for j in range(b, b + ACTORS):
            kind_b, name_b = claims.actor_kinds[right, j], claims.actor_names[right, j]
            country_b = claims.actor_countries[right, j]
            there = (kind_a != NO_KIND) & (kind_b != NO_KIND)
            score = _kind_affinity()[kind_a, kind_b]
            countries = (country_a > 0) & (country_b > 0)
            foreign = countries & (country_a != country_b)
            score = np.where(foreign & (kind_a == kind_b), -0.5, score)
            score = np.where(~countries & (kind_a == kind_b), 0.4, score)
            both = (name_a > 0) & (name_b > 0)
            score = np.where(both & (name_a != name_b), np.minimum(score, -0.4), score)
            equal = both & (name_a == name_b)
            score = np.where(equal, 1.0, score)
            best = np.where(there & (score > best), score, best)
            by_name |= there & equal
    return np.where(best < -1.5, 0.0, best), by_name


def _figures(claims: Sketch, left: Column, right: Column) -> dict[str, Column]:
    measures_a, measures_b = claims.measures[left], claims.measures[right]
    values_a, values_b = claims.values[left], claims.values[right]
    size_a, size_b = np.abs(values_a), np.abs(values_b)
    equal = np.zeros(len(left))
    near = np.zeros(len(left))
    compared = np.zeros(len(left), dtype=bool)
    main_a, main_b = _main(measures_a, size_a), _main(measures_b, size_b)
    for i in range(values_a.shape[1]):
        here = measures_a[:, i] > 0
        if not here.any():
            continue
        telling = np.clip(np.log2(np.maximum(size_a[:, i], 1)) / 5.0, 0, 1)
        for j in range(values_b.shape[1]):
            alike = here & (measures_a[:, i] == measures_b[:, j])
            exact = alike & (values_a[:, i] == values_b[:, j]) & (values_a[:, i] > 0)
            equal += np.where(exact, telling, 0.0)
            totals = alike & main_a[:, i] & main_b[:, j]
            compared |= totals
            ratio = np.abs(np.log((size_a[:, i] + 1) / (size_b[:, j] + 1)))
            near = np.where(totals, np.maximum(near, np.exp(-1.5 * ratio)), near)
    # One victim is often one of the victims: such a number contradicts a larger one less.
    smaller = np.minimum(_largest(main_a, size_a), _largest(main_b, size_b))
    weight = np.clip(np.log2(1 + smaller) / 2.0, 0.25, 1.0)
    return {
        "equal_figures": np.clip(equal, 0, 2),
        "near_figures": near,
        "far_figures": np.where(compared, np.clip(0.6 - near, 0, 1) * weight, 0.0),
    }


def _largest(main: Column, sizes: Column) -> Column:
    return np.asarray(np.where(main, sizes, 0).max(axis=1))


def _main(measures: Column, sizes: Column) -> Column:
    """Which figures may be totals: the first of their measure, or at least half of its largest."""
    main = np.zeros(sizes.shape, dtype=bool)
    for i in range(sizes.shape[1]):
        same = measures == measures[:, i : i + 1]
        largest = np.where(same, sizes, 0).max(axis=1)
        first = ~same[:, :i].any(axis=1)
        main[:, i] = (measures[:, i] > 0) & (first | (sizes[:, i] * 2 >= largest))
    return main


def _words(claims: Sketch, left: Column, right: Column, word_weight: Column) -> dict[str, Column]:
    shared, all_a, all_b = _weighted(claims.words[left], claims.words[right], word_weight)
    likeness = shared / np.sqrt(np.maximum(all_a * all_b, 1e-6))
    names_a, names_b = claims.names[left], claims.names[right]
    both = _shared_count(names_a, names_b)
    fewer = np.minimum((names_a > 0).sum(axis=1), (names_b > 0).sum(axis=1))
    facility_a, facility_b = claims.facilities[left], claims.facilities[right]
    parts = np.uint8(SEQUEL - 1)
    daytime_a, daytime_b = claims.daytime[left] & parts, claims.daytime[right] & parts
    same = (facility_a & facility_b) > 0
    return {
        "words": np.clip(likeness, 0, 1),
        "names": both / np.maximum(fewer, 3),
        "same_facility": same,
        "other_facility": (facility_a > 0) & (facility_b > 0) & ~same,
        "other_daytime": (daytime_a > 0) & (daytime_b > 0) & ((daytime_a & daytime_b) == 0),
    }


def _weighted(a: Column, b: Column, weight: Column) -> tuple[Column, Column, Column]:
    """Weight of the words shared, of those of the first and of those of the second."""
    weight_a = np.where(a > 0, weight[a % len(weight)], 0.0)
    weight_b = np.where(b > 0, weight[b % len(weight)], 0.0)
    shared = np.zeros(len(a))
    for i in range(a.shape[1]):
        found = (a[:, i : i + 1] == b).any(axis=1)
        shared += np.where(found, weight_a[:, i], 0.0)
    return shared, weight_a.sum(axis=1), weight_b.sum(axis=1)


def _shared_count(a: Column, b: Column) -> Column:
    count = np.zeros(len(a))
    for i in range(a.shape[1]):
        count += (a[:, i] > 0) & (a[:, i : i + 1] == b).any(axis=1)
    return count


def _any_shared(a: Column, b: Column) -> Column:
    return np.asarray(_shared_count(a, b) > 0)


def _all_told(words: Column, names: Column) -> Column:
    """Whether every word of a place name stands among the other quotation's names."""
    told = (words[:, 0] > 0).copy()
    for i in range(words.shape[1]):
        told &= (words[:, i] == 0) | (words[:, i : i + 1] == names).any(axis=1)
    return np.asarray(told)


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


@cache
def _kind_affinity() -> Column:
    """Agreement of two kinds; the last row and column stand for no actor."""
    matrix = np.full((len(KINDS) + 1, len(KINDS) + 1), -1.0, dtype=np.float32)
    np.fill_diagonal(matrix, 0.6)
    for row in table("linking/kinds.csv"):
        i, j = KINDS[ActorKind(row["first"])], KINDS[ActorKind(row["second"])]
        matrix[i, j] = matrix[j, i] = float(row["affinity"])
    return matrix
