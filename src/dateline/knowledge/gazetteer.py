"""The gazetteer: every known place by name, in one SQLite file in the user's cache."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections import OrderedDict
from math import log10
from pathlib import Path
from typing import NamedTuple

import platformdirs

from dateline.knowledge import gazetteer_build, user_places
from dateline.knowledge.gazetteer_build import OWN_IDS, Progress
from dateline.knowledge.spelling import alike, plain, sound

_PLACE_COLUMNS = (
    "p.id, p.ref, p.name, p.country, p.admin1, p.admin2, p.lat, p.lon, p.kind, p.population,"
    " p.radius_km, p.source, p.pcode, p.seat_lat, p.seat_lon"
)
_COLUMNS = _PLACE_COLUMNS + ", n.spelling, n.main"
IMPORTED = "imported"
"""The layer of the user's own places."""

_MOST_KEYS = 200_000
"""Most keys of later layers that are held in memory; beyond, every look-up asks all layers."""

_KEPT = 20_000
"""Names whose entries are kept in memory."""


LOWER_UNITS = frozenset({"admin2", "admin3", "admin4"})
"""Kinds of admin units below the first level."""


class Entry(NamedTuple):
    """One place. ``lat`` and ``lon`` are WGS 84 degrees, ``country`` ISO 3166-1 alpha-2.

    ``id`` is "gn:" and the GeoNames id, or names the source and its own id. ``kind`` is "city"
    (any populated place), "country", "admin1" to "admin4", "region", "airport", "airbase" or a kind
    of ``places.csv``. ``radius_km`` is how far the place reaches, 0 for a point. ``population`` is
    0 where unknown. ``admin1`` and ``admin2`` are usual English names. ``pcode`` is the OCHA p-code
    of the place or, where it has none of its own, of the smallest unit around it that has one; None
    where no COD-AB gazetteer was imported. ``seat_lat`` and ``seat_lon`` are the main town of an
    admin unit, None for other places.
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
    pcode: str | None = None
    seat_lat: float | None = None
    seat_lon: float | None = None

    @property
    def geonameid(self) -> int | None:
        """The GeoNames id, or None for a place that GeoNames lacks."""
        return int(self.id[3:]) if self.id.startswith("gn:") else None


class Match(NamedTuple):
    """An entry that a name may mean.

    ``exact`` is true where the name is spelt as the source spells it (case, diacritics, hyphens,
    apostrophes, spaces and doubled letters aside), ``literal`` where spaces and doubled letters
    count, too; ``main`` where that is the place's first name, not an alternate.
    """

    entry: Entry
    exact: bool
    main: bool
    literal: bool = True


class Gazetteer:
    """Places by name. Open one with ``Gazetteer.open()``; one connection, one thread."""

    def __init__(self, connection: sqlite3.Connection, layers: tuple[str, ...]) -> None:
        self._connection = connection
        # Later layers know better: the project's own rows override the bundled ones.
        queries = [
            f"SELECT {_COLUMNS}, {rank} FROM {layer}.name n JOIN {layer}.place p ON p.id = n.place"
            " WHERE n.key = ?1"
            for rank, layer in enumerate(layers)
        ]
        self._base, self._all = queries[0], " UNION ALL ".join(queries)
        # The later layers are small: their keys in memory spare most look-ups a second query.
        self._later = _keys(connection, layers[1:])
        self._layers = layers
        self._codes = _unit_codes(connection) if IMPORTED in layers else {}
        self._doubled = _imported_twice(connection) if IMPORTED in layers else frozenset()
        self._kept: OrderedDict[str, tuple[Match, ...]] = OrderedDict()

    @classmethod
    def open(cls, progress: Progress | None = None) -> Gazetteer:
        """Return the gazetteer, built first where the cache has none for the present sources.

        ``progress`` is called while building. Raises KnowledgeError where the cache folder cannot
        be written.
        """
        folder = cache_folder()
        base = folder / f"gazetteer-{gazetteer_build.base_fingerprint()}.sqlite"
        own = folder / f"places-{gazetteer_build.own_fingerprint()}.sqlite"
        if not base.exists():
            gazetteer_build.build_base(base, progress)
        if not own.exists():
            gazetteer_build.build_own(own, base)
            _discard_old(folder, keep={base, own})
        connection = sqlite3.connect(f"file:{base}?mode=ro&immutable=1", uri=True)
        connection.execute("PRAGMA cache_size=-8000")
        connection.execute("ATTACH ? AS own", (f"file:{own}?mode=ro&immutable=1",))
        layers: tuple[str, ...] = ("main", "own")
        if (path := user_places.ready()) is not None:
            connection.execute(f"ATTACH ? AS {IMPORTED}", (f"file:{path}?mode=ro",))
            layers = (*layers, IMPORTED)
        return cls(connection, layers)

    def find(self, name: str, country: str | None = None) -> list[Entry]:
        """Return the places a name may mean, the likeliest first by spelling and population."""
        return [m.entry for m in self.matches(name) if country in (None, m.entry.country)]

    def matches(self, name: str) -> tuple[Match, ...]:
        """Return the places a name may mean, with how well the spelling fits, likeliest first."""
        spelling = plain(name)
        kept = self._kept.get(spelling)
        if kept is not None:
            return kept
        found = self._look_up(spelling)
        if len(self._kept) >= _KEPT:
            self._kept.popitem(last=False)
        self._kept[spelling] = found
        return found

    def entry(self, id_: str, *, imported: bool = True) -> Entry | None:
        """Return the place with an id, or None; ``imported`` counts the user's own places in."""
        for layer in reversed(self._layers):
            if layer == IMPORTED and not imported:
                continue
            by_number = id_.startswith("gn:") and layer != IMPORTED
            column = "id" if by_number else "ref"
            row = self._connection.execute(
                f"SELECT {_PLACE_COLUMNS} FROM {layer}.place p WHERE p.{column} = ?"
                " ORDER BY p.id DESC",
                (int(id_[3:]) if by_number else id_,),
            ).fetchone()
            if row is not None:
                return self._entry(id_, row)
        return None

    def _latest(self, place: str, row: tuple[object, ...]) -> Entry:
        """Return the entry of a row, or of a later import that holds the same place."""
        entry = self.entry(place) if place in self._doubled else None
        return entry or self._entry(place, row)

    def _entry(self, place: str, row: tuple[object, ...]) -> Entry:
        """Return the entry of a row of ``_PLACE_COLUMNS``, with the p-code of what holds it."""
        entry = Entry(place, *row[2:15])  # type: ignore[arg-type]
        if entry.pcode or not self._codes:
            return entry
        unit = (entry.country, entry.admin1, entry.admin2)
        code = self._codes.get(unit) or self._codes.get((entry.country, entry.admin1, None))
        return entry._replace(pcode=code)

    def _look_up(self, spelling: str) -> tuple[Match, ...]:
        key = sound(spelling)
        query = self._all if self._later is None or key in self._later else self._base
        rows = self._connection.execute(query, (key,)).fetchall()
        if not rows:
            return ()
        best: dict[str, tuple[tuple[object, ...], bool, bool, bool]] = {}
        for row in rows:
            written = row[15] or key
            literal = written == spelling
            exact = literal or (written[0] == spelling[0] and alike(written) == alike(spelling))
            main = exact and bool(row[16])
            place = f"gn:{row[0]}" if row[0] < OWN_IDS else row[1]
            if place in best:
                known, was_exact, was_main, was_literal = best[place]
                exact, main = exact or was_exact, main or was_main
                literal = literal or was_literal
                row = known if (known[17], known[0]) > (row[17], row[0]) else row
            best[place] = (row, exact, main, literal)
        found = [
            Match(self._latest(place, row), exact, main, literal)
            for place, (row, exact, main, literal) in best.items()
        ]
        if len(found) > 1:
            found.sort(key=_likelihood, reverse=True)
        return tuple(found)


def _keys(connection: sqlite3.Connection, layers: tuple[str, ...]) -> frozenset[str] | None:
    """Return the keys of the layers' names, or None where they are too many to hold."""
    union = " UNION ".join(f"SELECT key FROM {layer}.name" for layer in layers)
    rows = connection.execute(f"{union} LIMIT {_MOST_KEYS + 1}").fetchall()
    return frozenset(key for (key,) in rows) if len(rows) <= _MOST_KEYS else None


def _unit_codes(
    connection: sqlite3.Connection,
) -> dict[tuple[str, str | None, str | None], str]:
    """Return the p-codes of imported admin units of the first two levels, by their names."""
    rows = connection.execute(
        f"SELECT country, admin1, CASE kind WHEN 'admin2' THEN admin2 END, pcode"
        f" FROM {IMPORTED}.place WHERE kind IN ('admin1', 'admin2') AND pcode IS NOT NULL"
        " ORDER BY id"
    )
    return {(country, admin1, admin2): code for country, admin1, admin2, code in rows}


def _imported_twice(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the ids of places that more than one import holds."""
    rows = connection.execute(f"SELECT ref FROM {IMPORTED}.place GROUP BY ref HAVING count(*) > 1")
    return frozenset(ref for (ref,) in rows)


def _likelihood(match: Match) -> tuple[bool, bool, float]:
    """Order: spelt so, countries, then people; a first name weighs more than an alternate."""
    entry = match.entry
    weight = (
        log10(entry.population + 1)
        + 1.2 * match.main
        + 0.8 * match.literal
        - 1.5 * (entry.kind in LOWER_UNITS)
    )
    return match.exact, entry.kind == "country", weight


def _discard_old(folder: Path, keep: set[Path]) -> None:
    """Remove files that earlier versions built, once they are a week old."""
    limit = time.time() - 7 * 86400
    for pattern in ("gazetteer-*.sqlite", "places-*.sqlite"):
        for path in set(folder.glob(pattern)) - keep:
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < limit:
                    path.unlink()


def cache_folder() -> Path:
    """Return the folder for what can be built again: DATELINE_CACHE, or the user's cache."""
    named = os.environ.get("DATELINE_CACHE")
    return Path(named) if named else Path(platformdirs.user_cache_dir("dateline"))
