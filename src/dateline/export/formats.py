"""The formats by name, and the one way to write any of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from dateline.errors import UsageError
from dateline.export.dataset import Dataset, Provenance, gather
from dateline.export.policy import PublicPolicy, publish
from dateline.store.query import Query

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


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported, and how; ``public`` is the policy, None keeps nothing back."""

    query: Query
    format: str
    made: str
    licence: str = "not stated"
    public: PublicPolicy | None = None
    options: Mapping[str, Any] = field(default_factory=dict)


def produce(connection: Connection, order: Order, path: Path) -> tuple[Provenance, list[Path]]:
    """Write what is ordered to ``path`` and return its provenance and the files written.

    A public file of unreviewed events says UNREVIEWED in its name; a file without a suffix gets
    that of its format.
    """
    data = gather(connection, order.query, made=order.made, licence=order.licence)
    if order.public is not None:
        data = publish(data, order.public)
        if order.public.unreviewed:
            path = path.with_name(f"{path.stem}.UNREVIEWED{path.suffix}")
    if SUFFIXES.get(order.format) and not path.suffix.removeprefix(".UNREVIEWED"):
        path = path.with_name(path.name + SUFFIXES[order.format])
    return data.provenance, write(data, order.format, path, order.options)
