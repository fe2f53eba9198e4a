"""The places a user adds, by import or one by one: one SQLite file of the user's own.

Each import is one transaction, numbered, and can be taken back; where it fails, or is cut short,
the file is as it was. The gazetteer lays these places over the bundled ones.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from dateline.errors import KnowledgeError, UsageError
from dateline.knowledge.files import fingerprint
from dateline.knowledge.gazetteer_build import OWN_IDS, SCHEMA, VERSION, insert
from dateline.knowledge.gazetteer_sources import Named
from dateline.knowledge.spelling import sound

FIRST_ID = 3 * OWN_IDS
"""Row numbers from here on belong to the user's places."""

_ROOM = 1 << 24
"""Most places of one import."""

_SCHEMA = (
    SCHEMA
    + """
CREATE TABLE import (
    number INTEGER PRIMARY KEY AUTOINCREMENT, label TEXT NOT NULL, format TEXT NOT NULL,
    sha256 TEXT, places INTEGER NOT NULL, at TEXT NOT NULL);
CREATE INDEX place_ref ON place (ref);
"""
)
_SCRATCH = "CREATE TEMP TABLE raw (key TEXT, place INT, spelling TEXT, main INT);"


@dataclass(frozen=True, slots=True)
class Import:
    """What was added in one go. ``at`` is a UTC instant in ISO format.

    ``label`` is the file, or the name of a place that was added by itself; ``sha256`` the file's
    checksum, None for a single place.
    """

    number: int
    label: str
    format: str
    sha256: str | None
    places: int
    at: str


def user_file() -> Path:
    """Return the file of the user's places: under DATELINE_DATA, or in the user's data folder."""
    named = os.environ.get("DATELINE_DATA")
    folder = Path(named) if named else Path(platformdirs.user_data_dir("dateline"))
    return folder / "places.sqlite"


def ready() -> Path | None:
    """Return the file of the user's places, its names keyed as this version does; None if none."""
    path = user_file()
    if not path.exists():
        return None
    with _open(path) as connection:
        held = connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    return path if held else None


def imports() -> list[Import]:
    """Return all imports that stand, the oldest first."""
    path = user_file()
    if not path.exists():
        return []
    with _open(path) as connection:
        rows = connection.execute("SELECT * FROM import ORDER BY number").fetchall()
    return [Import(*row) for row in rows]


def take_in(
    label: str,
    format_: str,
    sha256: str | None,
    places: Iterable[Named],
    progress: Callable[[int], None] | None = None,
) -> Import:
    """Add places as one import and return it.

    ``progress`` is called with the number of places read so far. Raises KnowledgeError where there
    is no place in it or the file cannot be written; an error raised by ``places`` undoes it all.
    """
    with _open(user_file(), create=True) as connection, _all_or_nothing(connection):
        at = datetime.now(UTC).isoformat(timespec="seconds")
        number = connection.execute(
            "INSERT INTO import (label, format, sha256, places, at) VALUES (?,?,?,0,?)",
            (label, format_, sha256, at),
        ).lastrowid
        assert number is not None
        count = insert(
            connection, places, first_id=FIRST_ID + number * _ROOM, own_ids=True, progress=progress
        )
        if not count:
            raise KnowledgeError(f"{label}: no place in it could be used; nothing was imported")
        connection.execute("UPDATE import SET places = ? WHERE number = ?", (count, number))
        connection.execute(
            "INSERT INTO name SELECT key, place, spelling, max(main) FROM raw"
            " GROUP BY key, place, spelling"
        )
        connection.execute("DELETE FROM raw")
    return Import(number, label, format_, sha256, count, at)


def remove(number: int) -> Import:
    """Take an import back and return what it was. Raises UsageError where there is none such."""
    found = next((one for one in imports() if one.number == number), None)
    if found is None:
        raise UsageError(f"there is no import {number}; see: dateline places list")
    first = FIRST_ID + number * _ROOM
    with _open(user_file()) as connection, _all_or_nothing(connection):
        span = (first, first + _ROOM)
        connection.execute("DELETE FROM name WHERE place >= ? AND place < ?", span)
        connection.execute("DELETE FROM place WHERE id >= ? AND id < ?", span)
        connection.execute("DELETE FROM import WHERE number = ?", (number,))
    return found


@contextmanager
def _open(path: Path, *, create: bool = False) -> Iterator[sqlite3.Connection]:
    try:
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, isolation_level=None, timeout=30)
    except (OSError, sqlite3.Error) as error:
        raise KnowledgeError(
            f"{path}: the file of your places cannot be written ({error});"
            " set DATELINE_DATA to a folder that can"
        ) from error
    try:
        connection.execute("PRAGMA cache_size=-32000")
        fresh = not connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        if fresh and create:
            connection.executescript(_SCHEMA + f"PRAGMA user_version = {_spelling_version()};")
        elif not fresh:
            _add_columns(connection)
            _key_anew(connection)
        connection.executescript(_SCRATCH)
        yield connection
    except sqlite3.Error as error:
        raise KnowledgeError(f"{path}: {error}; your places are as they were") from error
    finally:
        connection.close()


@contextmanager
def _all_or_nothing(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _add_columns(connection: sqlite3.Connection) -> None:
    """Add the columns that this version's places have and the file's lack, empty."""
    held = {row[1] for row in connection.execute("PRAGMA table_info(place)")}
    with closing(sqlite3.connect(":memory:")) as model:
        model.executescript(SCHEMA)
        for _, name, kind, *_ in model.execute("PRAGMA table_info(place)").fetchall():
            if name not in held:
                connection.execute(f"ALTER TABLE place ADD COLUMN {name} {kind}")


def _key_anew(connection: sqlite3.Connection) -> None:
    """Bring the names under this version's keys, where another version wrote them."""
    if connection.execute("PRAGMA user_version").fetchone()[0] == _spelling_version():
        return
    with _all_or_nothing(connection):
        names = []
        for key, place, spelling, main in connection.execute("SELECT * FROM name"):
            written = spelling or key
            new = sound(written)
            names.append((new, place, "" if new == written else written, main))
        connection.execute("DELETE FROM name")
        connection.executemany("INSERT OR REPLACE INTO name VALUES (?,?,?,?)", names)
        connection.execute(f"PRAGMA user_version = {_spelling_version()}")


def _spelling_version() -> int:
    """A number that changes with the rules that make a name's key."""
    return int(fingerprint("spelling.toml")[:6], 16) * 100 + int(VERSION)
