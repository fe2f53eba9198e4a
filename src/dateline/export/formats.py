"""The formats by name, and the one way to write any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.export.dataset import Dataset

FORMATS = {
    "acled": "dateline.export.flat:write_acled",
    "csv": "dateline.export.flat:write_csv_tables",
    "ged": "dateline.export.flat:write_ged",
    "geojson": "dateline.export.maps:write_geojson",
    "jsonl": "dateline.export.flat:write_jsonl",
    "kml": "dateline.export.maps:write_kml",
    "parquet": "dateline.export.parquet:write_parquet",
    "timemap": "dateline.export.maps:write_timemap",
}
"""Name -> "module:function" that writes a dataset to a path and returns the files it wrote."""

SUFFIXES = {
    "acled": ".csv",
    "csv": "",
    "ged": ".csv",
    "geojson": ".geojson",
    "jsonl": ".jsonl",
    "kml": ".kml",
    "parquet": ".parquet",
    "timemap": ".json",
}


def write(
    dataset: Dataset, name: str, path: Path, options: Mapping[str, Any] | None = None
) -> list[Path]:
    """Write a dataset in the named format and return the files written.

    ``options``: ``hxl`` adds a row of HXL tags to CSV; ``unknown`` and ``civilian_targeting`` are
    ACLED's. Raises UsageError for a format that is not there or a folder that is missing.
    """
    if name not in FORMATS:
        raise UsageError(f"there is no format {name!r}: choose one of {', '.join(FORMATS)}")
    module, function = FORMATS[name].split(":")
    writer: Callable[..., list[Path]] = getattr(import_module(module), function)
    return writer(dataset, path, options or {})
