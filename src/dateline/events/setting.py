"""Where and when two claims place their events: features of a pair, each of one direction."""

from __future__ import annotations

import numpy as np

from dateline.events.sketch import DATE_PRECISIONS, NO_PLACE, PLACE_PRECISIONS, Column, Sketch
from dateline.events.words import SEQUEL
from dateline.model import DatePrecision, PlacePrecision

_DAY = DATE_PRECISIONS[DatePrecision.DAY]
_NEAR = PLACE_PRECISIONS[PlacePrecision.NEAR]
_REGION = PLACE_PRECISIONS[PlacePrecision.REGION]


def place(claims: Sketch, left: Column, right: Column) -> dict[str, Column]:
    """Return the features of where: the same town, a town in a province, towns apart."""
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


def time(claims: Sketch, left: Column, right: Column) -> dict[str, Column]:
    """Return the features of when: the same day, days apart, vague and uneven dates."""
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
    # Two reports of what goes on each end it on their own day.
    loosely |= claims.open[left] & claims.open[right]
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


def kilometres(claims: Sketch, left: Column, right: Column) -> Column:
    """Return the distance of each pair in kilometres, NaN where one has no coordinates."""
    lat_a, lat_b = np.radians(claims.lat[left]), np.radians(claims.lat[right])
    lon = np.radians(claims.lon[right] - claims.lon[left])
    half = np.sin((lat_b - lat_a) / 2) ** 2 + np.cos(lat_a) * np.cos(lat_b) * np.sin(lon / 2) ** 2
    return np.asarray(12742 * np.arcsin(np.sqrt(np.clip(half, 0, 1))))


def _any_shared(a: Column, b: Column) -> Column:
    """Whether any number but 0 stands in both rows."""
    found = np.zeros(len(a), dtype=bool)
    for i in range(a.shape[1]):
        found |= (a[:, i] > 0) & (a[:, i : i + 1] == b).any(axis=1)
    return found


def _all_told(words: Column, names: Column) -> Column:
    """Whether every word of a place name stands among the other quotation's names."""
    told = (words[:, 0] > 0).copy()
    for i in range(words.shape[1]):
        told &= (words[:, i] == 0) | (words[:, i : i + 1] == names).any(axis=1)
    return np.asarray(told)
