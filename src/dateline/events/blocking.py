"""Which pairs of claims are worth comparing: near in place and time, and of one family of types.

Every claim is entered under keys of (family, map cell, days); two claims are a candidate pair
where they share a key. Claims that name only a province or a country, or no place, are compared
with those of the same province or country and days. The number of pairs grows with the density
of claims and not with their number: a crowded key compares each claim with its neighbours in an
order that puts alike claims together.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dateline.events.sketch import DATE_PRECISIONS, NO_PLACE, PLACE_PRECISIONS, Column, Sketch
from dateline.model import DatePrecision, PlacePrecision

CELL = 0.25
"""Side of a map cell in degrees: 28 km from south to north."""
REACH_KM = 14.0
"""Two claims with coordinates are compared where they lie at most this far apart."""
BUCKET = 4
"""Days of one time key."""
LONG_BUCKETS = 24
"""A claim that spans more time keys than this meets only other claims of vague date."""
CROWD = 150
"""How many followers a claim is compared with under a crowded key."""
CHUNK = 400_000
"""Pairs handed on at once; bounds the memory."""

_DAY = DATE_PRECISIONS[DatePrecision.DAY]
_REGION = PLACE_PRECISIONS[PlacePrecision.REGION]


def candidate_pairs(claims: Sketch) -> Iterator[tuple[Column, Column]]:
    """Yield pairs of rows as two columns (left < right), at most about ``CHUNK`` at once.

    A pair may come twice, from two keys that it shares.
    """
    fine = ~np.isnan(claims.lat) & (claims.place_precision < _REGION)
    order = _alike_order(claims)
    rows, keys = _cell_keys(claims, np.flatnonzero(fine))
    yield from _within(rows, keys, order)
    province = (claims.admin1 > 0) & (claims.country > 0)
    around_seat = (claims.place_precision < _REGION) & (claims.place == claims.admin1)
    regional = (claims.place_precision == _REGION) | (around_seat & (claims.place > 0))
    yield from _between(claims, regional & province, province, claims.admin1, order)
    nation = claims.country > 0
    vague = (claims.place_precision > _REGION) | (regional & ~province)
    yield from _between(claims, vague & nation, nation, claims.country.astype(np.uint32), order)
    # A name without coordinates is compared by name.
    bare = np.isnan(claims.lat) & (claims.place > 0) & (claims.place_precision != NO_PLACE)
    rows, keys = _time_keys(claims, np.flatnonzero(bare))
    yield from _within(rows, _mixed(keys, claims.place[rows]), order)


def _alike_order(claims: Sketch) -> Column:
    """A number a row that lies close for claims that look alike: place, then type, then toll."""
    toll = np.abs(claims.values[:, 0]).clip(0, 4000)
    return (
        claims.place.astype(np.uint64) << np.uint64(24)
        | claims.type.astype(np.uint64) << np.uint64(16)
        | toll.astype(np.uint64)
    )


def _time_keys(claims: Sketch, rows: Column) -> tuple[Column, Column]:
    """Repeat rows once a time key that their possible days touch, a day to either side.

    Claims of vague date also meet each other under keys of eight times the length: two accounts
    of one campaign may name stretches of it that hardly touch.
    """
    vague = rows[claims.date_precision[rows] != _DAY]
    short_rows, short = _buckets(claims, rows, BUCKET)
    long_rows, long = _buckets(claims, vague, 8 * BUCKET)
    # Twice the number, plus one for the longer keys: the two kinds never meet.
    spread = np.concatenate([short_rows, long_rows])
    days = np.concatenate([2 * short, 2 * long + 1]).astype(np.int64)
    return spread, _mixed(days, claims.family[spread])


def _buckets(claims: Sketch, rows: Column, length: int) -> tuple[Column, Column]:
    """Repeat rows once a stretch of ``length`` days that they touch, unless they touch too many."""
    start = (claims.earliest[rows] - 1) // length
    count = (claims.latest[rows] + 1) // length - start + 1
    few = count <= LONG_BUCKETS
    rows, start, count = rows[few], start[few], count[few]
    repeated = np.repeat(np.arange(len(rows)), count)
    offset = np.arange(len(repeated)) - np.repeat(np.cumsum(count) - count, count)
    return rows[repeated], start[repeated] + offset


def _cell_keys(claims: Sketch, rows: Column) -> tuple[Column, Column]:
    """Repeat rows once a time key and map cell within their reach."""
    spread, time = _time_keys(claims, rows)
    lat, lon = claims.lat[spread].astype(np.float64), claims.lon[spread].astype(np.float64)
    north = REACH_KM / 111.2
    east = north / np.maximum(np.cos(np.radians(lat)), 0.2)
    all_rows, all_keys = [], []
    home_y, home_x = np.floor(lat / CELL), np.floor(lon / CELL)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            y, x = home_y + dy, home_x + dx
            touched = (
                (lat + north >= y * CELL)
                & (lat - north < (y + 1) * CELL)
                & (lon + east >= x * CELL)
                & (lon - east < (x + 1) * CELL)
            )
            cell = (y[touched] * 4096 + x[touched]).astype(np.int64)
            all_rows.append(spread[touched])
            all_keys.append(_mixed(time[touched], cell))
    return np.concatenate(all_rows), np.concatenate(all_keys)


def _mixed(first: Column, second: Column) -> Column:
    """Combine two keys into one of 64 bits (wraps around)."""
    with np.errstate(over="ignore"):
        left = first.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        return (left ^ second.astype(np.uint64)) * np.uint64(0xC2B2AE3D27D4EB4F)


def _within(rows: Column, keys: Column, order: Column) -> Iterator[tuple[Column, Column]]:
    """Yield the pairs of rows that share a key, each row with at most ``CROWD`` followers."""
    if not len(rows):
        return
    arranged = np.lexsort((rows, order[rows], keys))
    rows, keys = rows[arranged], keys[arranged]
    ends = np.searchsorted(keys, keys, side="right")
    counts = np.minimum(ends - np.arange(len(rows)) - 1, CROWD)
    yield from _expanded(rows, rows, np.arange(len(rows)) + 1, counts)


def _between(
    claims: Sketch, some: Column, others: Column, area: Column, order: Column
) -> Iterator[tuple[Column, Column]]:
    """Yield pairs of a row of ``some`` and a row of ``others`` of the same area and days."""
    few, all_rows = np.flatnonzero(some), np.flatnonzero(others | some)
    if not len(few):
        return
    left, left_time = _time_keys(claims, few)
    left_keys = _mixed(left_time, area[left])
    right, right_time = _time_keys(claims, all_rows)
    right_keys = _mixed(right_time, area[right])
    arranged = np.lexsort((right, order[right], right_keys))
    right, right_keys = right[arranged], right_keys[arranged]
    starts = np.searchsorted(right_keys, left_keys, side="left")
    ends = np.searchsorted(right_keys, left_keys, side="right")
    yield from _expanded(left, right, starts, np.minimum(ends - starts, 4 * CROWD))


def _expanded(
    left: Column, right: Column, starts: Column, counts: Column
) -> Iterator[tuple[Column, Column]]:
    """Yield (left[i], right[starts[i] + k]) for k below counts[i], chunk by chunk, ordered."""
    total = np.cumsum(counts)
    begin = 0
    while begin < len(left):
        spent = total[begin - 1] if begin else 0
        end = max(begin + 1, int(np.searchsorted(total, spent + CHUNK, side="right")))
        count = counts[begin:end]
        repeated = np.repeat(np.arange(begin, end), count)
        offset = np.arange(len(repeated)) - np.repeat(np.cumsum(count) - count, count)
        one, two = left[repeated], right[starts[repeated] + offset]
        apart = one != two
        one, two = one[apart], two[apart]
        if len(one):
            yield np.minimum(one, two), np.maximum(one, two)
        begin = end
