"""A plain table of places, CSV or workbook -> places with their names.

Columns: ``name``, ``lat``, ``lon`` are needed, and ``country`` unless one is given for all;
``aliases`` (separated by ``|``), ``kind``, ``admin1``, ``admin2``, ``population``, ``radius_km``,
``pcode``, ``geonameid`` and ``id`` are read where they are there, all others left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.errors import KnowledgeError
from dateline.knowledge.countries import country as country_of
from dateline.knowledge.countries import country_named
from dateline.knowledge.files import values_of
from dateline.knowledge.gazetteer_sources import Named, Row, country_codes
from dateline.knowledge.known_places import KnownPlaces
from dateline.knowledge.place_files import Cells, PlaceFile, Problems, Sheet
from dateline.knowledge.spelling import plain

SOURCE = "own table"
KINDS = frozenset(
    {
        "city", "town", "village", "quarter", "camp", "crossing", "airport", "airbase", "base",
        "dam", "port", "road", "junction", "prison", "hospital", "landmark", "field", "refinery",
        "island", "mountain", "region", "sea", "river", "admin1", "admin2", "admin3", "admin4",
    }
)  # fmt: skip
"""What a place may be."""

_COLUMNS = {
    "name": ("name", "place", "place_name", "toponym"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "long", "lng", "longitude", "x"),
    "country": ("country", "country_code", "iso2", "iso3", "iso"),
    "aliases": ("aliases", "alternatenames", "alternate_names", "alias"),
    "kind": ("kind", "type"),
    "admin1": ("admin1", "adm1"),
    "admin2": ("admin2", "adm2"),
    "population": ("population", "pop"),
    "radius_km": ("radius_km", "precision_km"),
    "pcode": ("pcode", "p_code", "p-code"),
    "geonameid": ("geonameid",),
    "id": ("id",),
}
_NEEDED = ("name", "lat", "lon")


def is_plain(sheet: Sheet) -> bool:
    """Return whether the header has what a plain table needs."""
    return set(_columns(sheet)) >= set(_NEEDED)


def read_csv(file: PlaceFile, known: KnownPlaces, country: str | None) -> Iterator[Named]:
    """Yield the places of the first table that has the columns. Raises KnowledgeError."""
    sheets = file.sheets()
    sheet = next((one for one in sheets if is_plain(one)), sheets[0] if sheets else None)
    columns = _columns(sheet) if sheet else {}
    missing = [name for name in _NEEDED if name not in columns]
    if sheet is None or missing:
        raise KnowledgeError(
            f"{file.name}:1: the header lacks {', '.join(missing or _NEEDED)}; a table of places"
            " has the columns name, lat, lon, and country; nothing was imported"
        )
    problems = Problems(file.name)
    seen: dict[str, int] = {}
    for line, cells in sheet.rows():
        row = _row(problems, line, _Named(cells, columns), country, sheet.name)
        if row is None:
            continue
        key = row.ref or ""
        if key in seen:
            problems.add(line, f"this place stands already in line {seen[key]}", sheet.name)
            continue
        seen[key] = line
        names = [row.name, *values_of(_Named(cells, columns)["aliases"])]
        yield known.completed(row), names
    problems.check()


class _Named:
    """The cells of a row by what they mean; "" for a column that the table lacks."""

    def __init__(self, cells: Cells, columns: dict[str, str]) -> None:
        self._cells, self._columns = cells, columns

    def __getitem__(self, meaning: str) -> str:
        column = self._columns.get(meaning)
        return self._cells.get(column, "").strip() if column else ""


def _row(
    problems: Problems, line: int, cells: _Named, default: str | None, sheet: str
) -> Row | None:
    name = cells["name"]
    if not name or len(plain(name)) < 2:
        problems.add(line, f"{name!r} is no name that a text could be searched for", sheet)
        return None
    point = problems.point(line, cells["lat"], cells["lon"], sheet)
    country = _country(cells["country"]) if cells["country"] else default
    if country is None:
        problems.add(
            line, f"{cells['country']!r} is no country; write SY or Syria, or give --country", sheet
        )
    kind = cells["kind"].casefold() or "town"
    if kind not in KINDS:
        problems.add(
            line, f"{kind!r} is no kind of place; there are {', '.join(sorted(KINDS))}", sheet
        )
    numbers = []
    for column, otherwise in (("population", 0.0), ("radius_km", 1.0), ("geonameid", 0.0)):
        try:
            numbers.append(float(cells[column].replace(",", "") or otherwise))
        except ValueError:
            problems.add(line, f"{column} {cells[column]!r} is no number", sheet)
    if point is None or country is None or kind not in KINDS or len(numbers) < 3:
        return None
    population, radius, geonameid = numbers
    own = cells["id"] or cells["pcode"] or f"{country}:{plain(name)}:{point[0]:.3f},{point[1]:.3f}"
    return Row(
        int(geonameid), f"gn:{int(geonameid)}" if geonameid else f"own:{own}", name, country,
        cells["admin1"] or None, cells["admin2"] or None, *point, kind, int(population), radius,
        SOURCE, cells["pcode"] or None,
    )  # fmt: skip


def _country(cell: str) -> str | None:
    code = cell.upper()
    if country_of(code):
        return code
    return country_codes().get(code) or country_named(cell)


def _columns(sheet: Sheet) -> dict[str, str]:
    by_name = {column.casefold().strip(): column for column in reversed(sheet.columns)}
    return {
        meaning: by_name[next(name for name in names if name in by_name)]
        for meaning, names in _COLUMNS.items()
        if any(name in by_name for name in names)
    }
