"""The gazetteer: every known place by name, in one SQLite file in the user's cache."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from dateline.errors import KnowledgeError
from dateline.knowledge import gazetteer_build
from dateline.knowledge.gazetteer_build import Progress
from dateline.knowledge.spelling import plain, sound

_QUERY = (
    "SELECT p.id, p.ref, p.name, p.country, p.admin1, p.admin2, p.lat, p.lon, p.kind,"
    " p.population, p.radius_km, p.source, n.spelling, n.main"
    " FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?"
)
_KEPT = 20_000
"""Names whose entries are kept in memory."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place. ``lat`` and ``lon`` are WGS 84 degrees, ``country`` ISO 3166-1 alpha-2.

    ``id`` is "gn:" and the GeoNames id, or names the source and its own id. ``kind`` is "city"
    (any populated place), "country", "admin1", "admin2", "region", "airport", "airbase" or a kind
    of ``places.csv``. ``radius_km`` is how far the place reaches, 0 for a point. ``population`` is
    0 where unknown. ``admin1`` and ``admin2`` are usual English names.
    """

    id: str
    name: str
    country: str
    admin1: str | None
    admin2: str | None
    lat: float
    lon: float
    kind: str
    population: int
    radius_km: float
    source: str

    @property
    def geonameid(self) -> int | None:
        """The GeoNames id, or None for a place that GeoNames lacks."""
        return int(self.id[3:]) if self.id.startswith("gn:") else None


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that a name may mean.

    ``exact`` is true where the name is spelt as the source spells it (case, diacritics, hyphens
    and apostrophes aside); ``main`` where that is the place's first name, not an alternate.
    """

    entry: Entry
    exact: bool
    main: bool


class Gazetteer:
    """Places by name. Open one with ``Gazetteer.open()``; one connection, one thread."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._kept: OrderedDict[str, tuple[Match, ...]] = OrderedDict()

    @classmethod
    def open(cls, progress: Progress | None = None) -> Gazetteer:
        """Return the gazetteer, built first where the cache has none for the present sources.

        ``progress`` is called while building. Raises KnowledgeError where the cache folder cannot
        be written.
        """
        path = cache_folder() / f"gazetteer-{gazetteer_build.fingerprint_of_sources()}.sqlite"
        if not path.exists():
            _build(path, progress)
        connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        connection.execute("PRAGMA cache_size=-8000")
        return cls(connection)

    def find(self, name: str, country: str | None = None) -> list[Entry]:
        """Return the places a name may mean, the likeliest first by spelling and population."""
        return [m.entry for m in self.matches(name) if country in (None, m.entry.country)]

    def matches(self, name: str) -> tuple[Match, ...]:
        """Return the places a name may mean, with how well the spelling fits, likeliest first."""
        spelling = plain(name)
        kept = self._kept.get(spelling)
        if kept is not None:
            return kept
        found = self._query(spelling)
        if len(self._kept) >= _KEPT:
            self._kept.popitem(last=False)
        self._kept[spelling] = found
        return found

    def _query(self, spelling: str) -> tuple[Match, ...]:
        rows = self._connection.execute(_QUERY, (sound(spelling),)).fetchall()
        if not rows:
            return ()
        best: dict[int, tuple[bool, bool, tuple[object, ...]]] = {}
        for row in rows:
            exact = row[12] == spelling
            fit = (exact, exact and bool(row[13]), row)
            if row[0] not in best or best[row[0]][:2] < fit[:2]:
                best[row[0]] = fit
        found = [Match(_entry(row), exact, main) for exact, main, row in best.values()]
        found.sort(key=_likelihood, reverse=True)
        return tuple(found)


def _likelihood(match: Match) -> tuple[bool, bool, int, bool]:
    return (
        match.exact,
        match.entry.kind == "country",
        match.entry.population,
        match.main,
    )


def _entry(row: tuple[object, ...]) -> Entry:
    number, ref = row[0], row[1]
    return Entry(str(ref) if ref else f"gn:{number}", *row[2:12])  # type: ignore[arg-type]


def cache_folder() -> Path:
    """Return the folder for what can be built again: DATELINE_CACHE, or the user's cache."""
    named = os.environ.get("DATELINE_CACHE")
    return Path(named) if named else Path(platformdirs.user_cache_dir("dateline"))


def _build(path: Path, progress: Progress | None) -> None:
    """Build the file beside its place and move it there whole, so that no reader sees a half."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix="gazetteer-", suffix=".part")
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
            gazetteer_build.build(connection, progress)
        finally:
            connection.close()
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    for old in path.parent.glob("gazetteer-*.sqlite"):
        if old != path:
            old.unlink(missing_ok=True)
