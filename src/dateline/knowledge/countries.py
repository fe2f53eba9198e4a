"""Countries and the territories that reports speak of like countries: names, demonyms, capitals.

Codes are ISO 3166-1 alpha-2, with XK for Kosovo. The facts are ``data/countries.csv`` and
``data/territories.csv``; names of former states and of sub-state peoples lead to the state that
holds their seat today (Soviet: RU, Chechen: RU, Gazan: PS).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, date
from functools import cache

from dateline.knowledge.files import table, values_of


@dataclass(frozen=True, slots=True)
class Country:
    """A country; ``lat`` and ``lon`` are its approximate centre in WGS 84 degrees.

    ``radius_km`` reaches nearly all its settlements from there. ``names`` begins with the usual
    English name and holds former names too; ``capitals`` begins with the seat of government and
    holds metonyms of the government ("Kremlin").
    """

    code: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    lat: float | None
    lon: float | None
    radius_km: float
    population: int
    geonameid: int | None


@dataclass(frozen=True, slots=True)
class Territory:
    """A former state (``kind`` "former") or a region with a people of its own ("region")."""

    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    country: str
    kind: str
    lat: float
    lon: float
    radius_km: float
    rebels: tuple[int, int] | None = None
    """First and last year in which its own army and police are rebels; None where they are not."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Who ruled a country until a day; ``owns_forces`` where its army and police were the ruler's.

    ``ruler`` is an ISO alpha-2 code. ``foreign`` is true of a land that it only occupied or held as
    a colony, ``own_police`` of a colony, which had a police of its own.
    """

    ruler: str
    until: date
    owns_forces: bool
    foreign: bool = False
    own_police: bool = False


@dataclass(frozen=True, slots=True)
class Seat:
    """A town in which a government sat from one day to another; ``of`` is a former state or ""."""

    country: str
    of: str
    town: str
    start: date
    end: date


def ruled_by(code: str | None, on: date | None) -> Rule | None:
    """Return the rule that another state had over a country on a day, or None."""
    rule = _rules().get(code) if code and on else None
    return rule if rule and on and on < rule.until else None


@cache
def _rules() -> dict[str, Rule]:
    return {
        row["country"]: Rule(
            row["ruler"],
            date.fromisoformat(row["until"]),
            row["forces"] in ("ruler", "occupier", "colony"),
            row["forces"] in ("occupier", "colony"),
            row["forces"] == "colony",
        )
        for row in table("secessions.csv")
    }


@cache
def countries() -> dict[str, Country]:
    """Return every country by its code."""
    return {row["code"]: _country(row) for row in table("countries.csv")}


@cache
def territories() -> tuple[Territory, ...]:
    """Return the former states and the regions that reports speak of like countries."""
    return tuple(
        Territory(
            name=row["name"],
            names=(row["name"], *values_of(row["aliases"])),
            demonyms=values_of(row["demonyms"]),
            country=row["country"],
            kind=row["kind"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_km=float(row["radius_km"]),
            rebels=_years(row["rebels"]),
        )
        for row in table("territories.csv")
    )


def country(code: str) -> Country | None:
    """Return the country with an ISO 3166-1 alpha-2 code, or None."""
    return countries().get(code.upper())


def country_named(name: str) -> str | None:
    """Return the code of the country that a name names, or None.

    Takes usual, short and former names with or without "the"; a region with a name of its own
    ("Chechnya", "West Bank") leads to its state.
    """
    return _names().get(_fold(name)) or _territory_names().get(_fold(name))


def countries_by_demonym(word: str) -> str | None:
    """Return the code of the country that a demonym points to ("Syrian": "SY"), or None.

    Takes singular and plural, and the demonyms of regions and former states ("Chechen": "RU").
    """
    return _demonyms().get(_fold(word)) or _territory_demonyms().get(_fold(word))


def is_country_demonym(word: str) -> bool:
    """Return whether the word is the demonym of a country, not only of a region or former state."""
    return _fold(word) in _demonyms()


def territory_named(name: str) -> Territory | None:
    """Return the former state or region that a name or demonym names, or None."""
    return _territories_by_name().get(_fold(name))


def part_of(name: str, bearing: float | None) -> tuple[float, float] | None:
    """Return the point that stands for a part of a country or territory, or None where none is set.

    ``name`` is an ISO code or a territory's usual name, ``bearing`` the direction in degrees from
    north, None for the centre. Degrees WGS 84.
    """
    return _parts().get((name, bearing))


def country_by_capital(name: str) -> str | None:
    """Return the code of the country whose government a capital or metonym stands for, or None."""
    return _capitals().get(_fold(name))


def former_capital(code: str, on: date | None, of: str = "") -> str | None:
    """Return the town that was a country's capital on a day and is no more, or None.

    ``of`` is the usual name of a former state that is meant, not the whole country.
    """
    if on is None:
        return None
    return next(
        (
            seat.town
            for seat in _former_capitals()
            if (seat.country, seat.of) == (code, of) and seat.start <= on <= seat.end
        ),
        None,
    )


def demonym_of(code: str) -> str | None:
    """Return the usual English adjective of a country ("SY": "Syrian"), or None."""
    found = countries().get(code.upper())
    return found.demonyms[0] if found and found.demonyms else None


def name_of(code: str) -> str | None:
    """Return the usual English name of a country, or None."""
    found = countries().get(code.upper())
    return found.name if found else None


@cache
def _former_capitals() -> tuple[Seat, ...]:
    return tuple(
        Seat(
            country=row["country"],
            of=row["of"],
            town=row["town"],
            start=date.fromisoformat(row["start"]),
            end=date.fromisoformat(row["end"]),
        )
        for row in table("former_capitals.csv")
    )


@cache
def _parts() -> dict[tuple[str, float | None], tuple[float, float]]:
    bearings: dict[str, float | None] = {
        "north": 0.0, "northeast": 45.0, "east": 90.0, "southeast": 135.0, "south": 180.0,
        "southwest": 225.0, "west": 270.0, "northwest": 315.0, "central": None,
    }  # fmt: skip
    return {
        (row["of"], bearings[row["part"]]): (float(row["lat"]), float(row["lon"]))
        for row in table("country_parts.csv")
    }


def _country(row: dict[str, str]) -> Country:
    capital = (row["capital"],) if row["capital"] else ()
    return Country(
        code=row["code"],
        name=row["name"],
        names=(row["name"], *values_of(row["aliases"])),
        demonyms=values_of(row["demonyms"]),
        capitals=capital + values_of(row["capital_aliases"]),
        lat=float(row["lat"]) if row["lat"] else None,
        lon=float(row["lon"]) if row["lon"] else None,
        radius_km=float(row["radius_km"]),
        population=int(row["population"] or 0),
        geonameid=int(row["geonameid"]) if row["geonameid"] else None,
    )


def _years(cell: str) -> tuple[int, int] | None:
    first, _, last = cell.partition("-")
    return (int(first), int(last or MAXYEAR)) if first else None


def _fold(name: str) -> str:
    folded = name.replace("\u2019", "'").casefold().strip()
    return folded.removeprefix("the ").replace(".", "").replace("-", " ")


@cache
def _names() -> dict[str, str]:
    return {_fold(n): c.code for c in countries().values() for n in c.names}


@cache
def _demonyms() -> dict[str, str]:
    return {_fold(d): c.code for c in countries().values() for d in c.demonyms}


@cache
def _capitals() -> dict[str, str]:
    return {_fold(n): c.code for c in countries().values() for n in c.capitals}


@cache
def _territory_names() -> dict[str, str]:
    return {_fold(n): t.country for t in territories() for n in t.names}


@cache
def _territory_demonyms() -> dict[str, str]:
    return {_fold(d): t.country for t in territories() for d in t.demonyms}


@cache
def _territories_by_name() -> dict[str, Territory]:
    return {_fold(n): t for t in territories() for n in (*t.names, *t.demonyms)}
