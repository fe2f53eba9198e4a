"""The countries and cities that a map needs, cut to what it shows.

Geometry is plain longitude and latitude in WGS 84 degrees. Outlines: Natural Earth; cities:
GeoNames; the files name their sources.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.files import resource, table

Point = tuple[float, float]
Ring = list[Point]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, lon: float, lat: float) -> bool:
        """True where the point lies in the box."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def grown(self, share: float) -> Box:
        """Return the box grown by a share of its size on every side."""
        x, y = (self.east - self.west) * share, (self.north - self.south) * share
        return Box(self.west - x, self.south - y, self.east + x, self.north + y)


@dataclass(frozen=True, slots=True)
class City:
    """A city that gives a reader their bearings."""

    name: str
    lon: float
    lat: float
    population: int


@dataclass(frozen=True, slots=True)
class _Outline:
    box: Box
    points: tuple[Point, ...]


@cache
def _countries() -> tuple[tuple[str, tuple[_Outline, ...]], ...]:
    data = json.loads(resource("map/outlines.json").read_text(encoding="utf-8"))
    steps = data["steps_per_degree"]
    countries = []
    for country in data["countries"]:
        outlines = []
        for ring in country["rings"]:
            x = y = 0
            points = []
            for dx, dy in zip(ring[::2], ring[1::2], strict=True):
                x, y = x + dx, y + dy
                points.append((x / steps, y / steps))
            lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
            box = Box(min(lons), min(lats), max(lons), max(lats))
            outlines.append(_Outline(box, tuple(points)))
        countries.append((country["name"], tuple(outlines)))
    return tuple(countries)


@cache
def _cities() -> tuple[City, ...]:
    return tuple(
        City(row["name"], float(row["lon"]), float(row["lat"]), int(row["population"]))
        for row in table("map/cities.csv")
    )


def countries_in(box: Box) -> list[tuple[str, list[Ring]]]:
    """Return the countries that show in ``box`` with their rings, cut a little outside it."""
    frame = box.grown(0.05)
    shown = []
    for name, outlines in _countries():
        rings = []
        for outline in outlines:
            if _apart(outline.box, frame):
                continue
            ring = clipped(list(outline.points), frame)
            if len(ring) >= 3:
                rings.append(ring)
        if rings:
            shown.append((name, rings))
    return shown


def cities_in(box: Box) -> list[City]:
    """Return the cities in ``box``, the largest first."""
    return [city for city in _cities() if box.holds(city.lon, city.lat)]


def area_and_centre(ring: Ring) -> tuple[float, Point]:
    """Return the ring's area in square degrees and its centre of gravity."""
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        area += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    if area == 0:
        return 0.0, ring[0]
    return abs(area) / 2, (x / (3 * area), y / (3 * area))


def _apart(one: Box, other: Box) -> bool:
    return (
        one.east < other.west
        or one.west > other.east
        or one.north < other.south
        or one.south > other.north
    )


def clipped(ring: Ring, box: Box) -> Ring:
    """Return the part of a ring inside the box (Sutherland and Hodgman 1974)."""
    for axis, limit, sign in (
        (0, box.west, 1),
        (0, box.east, -1),
        (1, box.south, 1),
        (1, box.north, -1),
    ):
        kept: Ring = []
        for start, end in zip([ring[-1], *ring[:-1]], ring, strict=True):
            inside = (end[axis] - limit) * sign >= 0
            if inside != ((start[axis] - limit) * sign >= 0):
                share = (limit - start[axis]) / (end[axis] - start[axis])
                kept.append(
                    (
                        start[0] + share * (end[0] - start[0]),
                        start[1] + share * (end[1] - start[1]),
                    )
                )
            if inside:
                kept.append(end)
        ring = kept
        if not ring:
            return []
    return ring
