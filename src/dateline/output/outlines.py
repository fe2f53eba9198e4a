"""The countries and cities that a map needs, cut to what it shows.

Geometry is plain longitude and latitude in WGS 84 degrees. Outlines: Natural Earth; cities:
GeoNames; the files name their sources.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
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


@dataclass(frozen=True, slots=True)
class _Country:
    name: str
    box: Box
    outlines: tuple[_Outline, ...]


@cache
def _countries() -> tuple[_Country, ...]:
    data = json.loads(resource("map/outlines.json").read_text(encoding="utf-8"))
    countries = []
    for country in data["countries"]:
        outlines = []
        for ring in country["rings"]:
            points = _unrolled(ring, data["steps_per_degree"])
            outlines.append(_Outline(_around(points), tuple(points)))
        corners = [(outline.box.west, outline.box.south) for outline in outlines]
        corners += [(outline.box.east, outline.box.north) for outline in outlines]
        countries.append(_Country(country["name"], _around(corners), tuple(outlines)))
    return tuple(countries)


def _unrolled(steps: list[int], per_degree: int) -> Ring:
    """Return the points of a line that is kept as its first point and differences."""
    x = y = 0
    points = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / per_degree, y / per_degree))
    return points


def _around(points: Ring) -> Box:
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return Box(min(lons), min(lats), max(lons), max(lats))


@dataclass(frozen=True, slots=True)
class Province:
    """A province's name where a map would print it; ``area`` is in square degrees."""

    name: str
    lon: float
    lat: float
    area: float


@cache
def _provinces() -> tuple[tuple[_Outline, ...], tuple[Province, ...]]:
    data = json.loads(resource("map/provinces.json").read_text(encoding="utf-8"))
    lines = []
    for steps in data["lines"]:
        points = _unrolled(steps, data["steps_per_degree"])
        lines.append(_Outline(_around(points), tuple(points)))
    return tuple(lines), tuple(Province(*name) for name in data["names"])


@cache
def _cities() -> tuple[tuple[float, ...], tuple[City, ...]]:
    """Return the cities from south to north, with their latitudes to search in."""
    cities = sorted(
        (
            City(row["name"], float(row["lon"]), float(row["lat"]), int(row["population"]))
            for row in table("map/cities.csv")
        ),
        key=lambda city: city.lat,
    )
    return tuple(city.lat for city in cities), tuple(cities)


def countries_in(box: Box) -> list[tuple[str, list[Ring]]]:
    """Return the countries that show in ``box`` with their rings, cut a little outside it."""
    frame = box.grown(0.05)
    shown = []
    for country in _countries():
        if _apart(country.box, frame):
            continue
        rings = []
        for outline in country.outlines:
            if _apart(outline.box, frame):
                continue
            ring = clipped(list(outline.points), frame)
            if len(ring) >= 3:
                rings.append(ring)
        if rings:
            shown.append((country.name, rings))
    return shown


def provinces_in(box: Box) -> tuple[list[Ring], list[Province]]:
    """Return the borders between provinces that touch ``box``, and the names inside it."""
    lines, names = _provinces()
    shown = [list(line.points) for line in lines if not _apart(line.box, box)]
    return shown, [
        name
        for name in names
        if box.west <= name.lon <= box.east and box.south <= name.lat <= box.north
    ]


def cities_in(box: Box) -> list[City]:
    """Return the cities in ``box``, the largest first."""
    lats, cities = _cities()
    band = cities[bisect_left(lats, box.south) : bisect_right(lats, box.north)]
    shown = [city for city in band if box.west <= city.lon <= box.east]
    return sorted(shown, key=lambda city: -city.population)


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
