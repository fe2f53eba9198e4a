"""Events for maps: GeoJSON, KML and the JSON of the timemap viewer."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from dateline.export.cells import Line, latitude, longitude, notes
from dateline.export.dataset import Dataset
from dateline.export.files import beside, replacing, text_file
from dateline.export.tables import column_map, rows
from dateline.knowledge.ontology import ontology
from dateline.model import DatePrecision, Event
from dateline.store.decisions import Decided

_KML = "http://www.opengis.net/kml/2.2"


def write_geojson(dataset: Dataset, path: Path, options: Mapping[str, Any]) -> list[Path]:
    """Write an RFC 7946 collection: one feature an event, without geometry where none is known."""
    columns = column_map("events")
    features = []
    for record in rows(columns, dataset, options):
        lon, lat = record["longitude"], record["latitude"]
        point = {"type": "Point", "coordinates": [lon, lat]}
        known = lon is not None and lat is not None
        features.append(
            {
                "type": "Feature",
                "id": record["event_id"],
                "geometry": point if known else None,
                "properties": record,
            }
        )
    with text_file(path) as stream:
        collection = {
            "type": "FeatureCollection",
            "dateline": dataset.provenance.record(),
            "features": features,
        }
        json.dump(collection, stream, ensure_ascii=False)
        stream.write("\n")
    return [path]


def write_kml(dataset: Dataset, path: Path, options: Mapping[str, Any]) -> list[Path]:
    """Write KML 2.2: one placemark an event, with its days and, where known, its point."""
    ET.register_namespace("", _KML)
    root = ET.Element(f"{{{_KML}}}kml")
    document = _add(root, "Document")
    _add(document, "name", "dateline events")
    _add(document, "description", "\n".join(dataset.provenance.lines()))
    for decided in dataset.events:
        event = decided.event
        mark = _add(document, "Placemark")
        mark.set("id", event.id)
        _add(mark, "name", _title(event))
        _add(mark, "description", notes(Line(decided, dataset, options)))
        if event.date:
            span = _add(mark, "TimeSpan")
            _add(span, "begin", event.date.start.isoformat())
            _add(span, "end", event.date.end.isoformat())
        data = _add(mark, "ExtendedData")
        for name, value in (("certainty", event.certainty), ("review", decided.state)):
            _add(_add(data, "Data", name=name), "value", str(value))
        lat, lon = latitude(event), longitude(event)
        if lat is not None and lon is not None:
            _add(_add(mark, "Point"), "coordinates", f"{lon},{lat}")
    with replacing(path) as part:
        ET.ElementTree(root).write(part, encoding="utf-8", xml_declaration=True)
    return [path]


def write_timemap(dataset: Dataset, path: Path, options: Mapping[str, Any]) -> list[Path]:
    """Write timemap's events, sources and associations as one JSON object of three arrays.

    Events without a date and without a point cannot be shown there and are left out. Days are
    written month/day/year as the viewer reads them.
    """
    shown = [d for d in dataset.events if d.event.date or latitude(d.event) is not None]
    kinds = sorted({ontology().parents[d.event.sub_event_type] for d in shown})
    record = {
        "events": [_timemap_event(d, dataset, options) for d in shown],
        "sources": {key: _source(dataset, key) for key in sorted(dataset.reports)},
        "associations": [
            {"id": kind, "title": kind, "desc": "", "mode": "FILTER", "filter_paths": [kind]}
            for kind in kinds
        ],
    }
    with text_file(path) as stream:
        json.dump(record, stream, ensure_ascii=False, indent=1)
        stream.write("\n")
    return [path, beside(path, dataset.keep(shown).provenance)]


def _timemap_event(
    decided: Decided, dataset: Dataset, options: Mapping[str, Any]
) -> dict[str, Any]:
    event = decided.event
    lat, lon = latitude(event), longitude(event)
    kind = ontology().parents[event.sub_event_type]
    when = event.date
    ids = dict.fromkeys(report_id for report_id, _ in event.claims)
    return {
        "id": event.id,
        "civId": event.id,
        "description": notes(Line(decided, dataset, options)),
        "date": _us_day(when.start) if when else "",
        "time": "",
        "time_precision": ""
        if when is None or when.precision is DatePrecision.DAY
        else when.precision,
        "location": event.place.canonical if event.place else "",
        "latitude": "" if lat is None else str(lat),
        "longitude": "" if lon is None else str(lon),
        "type": str(event.sub_event_type),
        "category": kind,
        "category_full": f"{kind}: {event.sub_event_type}",
        "associations": [kind],
        "sources": [key for key in ids if key in dataset.reports],
        "comments": f"{event.certainty}; {decided.state}",
        "time_display": "" if when is None else f"{when.start} to {when.end}",
        "graphic": "FALSE",
    }


def _source(dataset: Dataset, key: str) -> dict[str, Any]:
    report = dataset.reports[key]
    return {
        "id": key,
        "title": report.title or report.publisher or key,
        "thumbnail": "",
        "paths": [],
        "type": "report",
        "affil_s": "",
        "url": report.url or "",
        "description": "",
        "parent": "",
        "author": report.publisher or "",
        "date": _us_day(report.published) if report.published else "",
        "notes": "",
    }


def _us_day(day: date) -> str:
    return f"{day.month}/{day.day}/{day.year}"


def _title(event: Event) -> str:
    return (
        f"{event.sub_event_type}, {event.place.canonical}" if event.place else event.sub_event_type
    )


def _add(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{_KML}}}{tag}", attributes)
    element.text = _clean(text)
    return element


def _clean(text: str | None) -> str | None:
    """Text without the control characters that XML cannot hold."""
    if text is None:
        return None
    return "".join(c for c in text if c in "\n\t" or ord(c) >= 32)
