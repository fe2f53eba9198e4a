"""Our events table as GeoParquet: one row an event, a point where there are coordinates."""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.export.dataset import Dataset
from dateline.export.files import replacing
from dateline.export.tables import column_map, rows

_TYPES = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}


def write_parquet(dataset: Dataset, path: Path, options: Mapping[str, Any]) -> list[Path]:
    """Write GeoParquet 1.1 with WKB points, longitude first; provenance in its metadata."""
    columns = column_map("events")
    records = list(rows(columns, dataset, options))
    fields = [pa.field(column.name, _TYPES[column.type]) for column in columns.columns]
    data = [
        pa.array([record[column.name] for record in records], type=_TYPES[column.type])
        for column in columns.columns
    ]
    points = [_point(record["longitude"], record["latitude"]) for record in records]
    fields.append(pa.field("geometry", pa.binary()))
    data.append(pa.array(points, type=pa.binary()))
    provenance = json.dumps(dataset.provenance.record(), ensure_ascii=False)
    metadata = {"geo": json.dumps(_GEO), "dateline": provenance}
    table = pa.Table.from_arrays(data, schema=pa.schema(fields, metadata=metadata))
    with replacing(path) as part:
        pq.write_table(table, part, compression="zstd")
    return [path]


_GEO = {
    "version": "1.1.0",
    "primary_column": "geometry",
    # Without "crs" the coordinates are OGC:CRS84: WGS 84, longitude first.
    "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Point"]}},
}


def _point(lon: Any, lat: Any) -> bytes | None:
    if lon is None or lat is None:
        return None
    return struct.pack("<BIdd", 1, 1, lon, lat)
