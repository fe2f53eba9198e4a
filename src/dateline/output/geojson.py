"""Claims as a GeoJSON FeatureCollection (RFC 7946): one feature a claim."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from dateline.model import CodedReport, Report
from dateline.output.row import PROVENANCE, coordinates, row


def write(coded: Iterable[tuple[Report, CodedReport]], stream: TextIO) -> None:
    """Write one FeatureCollection to ``stream``, a feature a line, in order, as it comes.

    Properties are the flat columns of the CSV output. Coordinates are WGS 84 degrees, longitude
    first, with no more digits than the place's precision allows; a claim without a located place
    has a null geometry. ``bbox`` follows the features and is left out where none is located.
    """
    stream.write('{"type": "FeatureCollection",\n')
    stream.write(f'"provenance": {json.dumps(PROVENANCE)},\n"features": [')
    box: tuple[float, float, float, float] | None = None
    separator = "\n"
    for report, result in coded:
        for claim in result.claims:
            point = coordinates(claim)
            feature = {
                "type": "Feature",
                "id": f"{report.id}/{claim.id}",
                "geometry": None if point is None else {"type": "Point", "coordinates": point},
                "properties": row(report, claim),
            }
            stream.write(separator + json.dumps(feature, ensure_ascii=False))
            separator = ",\n"
            if point is not None:
                box = _grown(box, point)
    stream.write("\n]")
    if box is not None:
        stream.write(f',\n"bbox": {json.dumps(box)}')
    stream.write("}\n")


def _grown(
    box: tuple[float, float, float, float] | None, point: tuple[float, float]
) -> tuple[float, float, float, float]:
    """Return ``box`` (west, south, east, north) grown to hold ``point``."""
    lon, lat = point
    if box is None:
        return lon, lat, lon, lat
    return min(box[0], lon), min(box[1], lat), max(box[2], lon), max(box[3], lat)
