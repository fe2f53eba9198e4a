"""NGA GNS files -> places with their names.

The Geographic Names Server gives a row a name, tab-separated with a header: features share a
``ufi``, names have a ``uni``. Both the present columns (``full_name``, ``lat_dd``) and those of
the files until 2022 (``FULL_NAME_RO``, ``LAT``) are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.errors import KnowledgeError
from dateline.knowledge.gazetteer_sources import Named, Row, country_codes, country_fips_codes
from dateline.knowledge.import_geonames import feature_kinds
from dateline.knowledge.known_places import KnownPlaces
from dateline.knowledge.place_files import Cells, PlaceFile, Problems, Sheet
from dateline.knowledge.spelling import plain

SOURCE = "nga gns"
_COLUMNS = {
    "ufi": ("ufi",),
    "uni": ("uni",),
    "name": ("full_name", "full_name_ro", "full_name_nd_ro"),
    "plain": ("full_nm_nd", "full_name_nd", "full_name_nd_ro"),
    "type": ("nt",),
    "lat": ("lat_dd", "lat"),
    "lon": ("long_dd", "long", "lon"),
    "feature": ("desig_cd", "dsg"),
    "country": ("cc_ft", "cc1"),
    "admin1": ("adm1",),
}
_NEEDED = frozenset(_COLUMNS) - {"plain", "admin1"}
_RANK = {"C": 0, "N": 1, "V": 2, "D": 3, "P": 4, "H": 5}
"""Conventional English names before approved, approved before variants; the rest is left out."""


@dataclass(slots=True)
class Feature:
    """One place of the file, with its names by rank."""

    country: str
    point: tuple[float, float]
    code: str
    admin1: str
    names: list[tuple[int, str]] = field(default_factory=list)


def is_nga(sheet: Sheet) -> bool:
    """Return whether the header is one of NGA's."""
    return set(_columns(sheet)) >= _NEEDED


def read_nga(file: PlaceFile, known: KnownPlaces) -> Iterator[Named]:
    """Yield the places of the file. Raises KnowledgeError, naming the bad lines."""
    [sheet] = file.sheets()
    columns = _columns(sheet)
    if missing := _NEEDED - set(columns):
        wanted = ", ".join(sorted(" or ".join(_COLUMNS[name]) for name in missing))
        raise KnowledgeError(
            f"{file.name}:1: the header lacks {wanted}; is this an NGA file? nothing was imported"
        )
    features = _features(file.name, sheet, columns)
    units = {
        (one.country, one.admin1): _unit(known, one)
        for one in features.values()
        if one.code == "ADM1" and one.names
    }
    for ufi, one in features.items():
        kept = feature_kinds().get(one.code)
        if kept is None or not one.names:
            continue
        kind, radius = kept
        names = [name for _, name in sorted(one.names)]
        entry = known.same(names, one.country, *one.point) if kind == "city" else None
        if kind in ("admin1", "admin2"):
            entry = known.unit(names, one.country, int(kind[-1]), None)
        if entry is not None:
            row = Row(
                entry.geonameid or 0, entry.id, entry.name, one.country, entry.admin1, entry.admin2,
                entry.lat, entry.lon, entry.kind, entry.population, entry.radius_km, SOURCE, None,
                entry.seat_lat, entry.seat_lon,
            )  # fmt: skip
        else:
            row = Row(
                0, f"nga:{ufi}", names[0], one.country, units.get((one.country, one.admin1)), None,
                *one.point, kind, 0, radius, SOURCE,
            )  # fmt: skip
        yield row, [row.name, *names]


def _features(name: str, sheet: Sheet, columns: dict[str, str]) -> dict[str, Feature]:
    problems = Problems(name)
    features: dict[str, Feature] = {}
    seen: dict[str, int] = {}
    for line, cells in sheet.rows():
        uni = cells[columns["uni"]]
        if uni in seen:
            problems.add(line, f"name id {uni} stands already in line {seen[uni]}")
            continue
        seen[uni] = line
        point = problems.point(line, cells[columns["lat"]], cells[columns["lon"]])
        country = _country(cells[columns["country"]])
        if country is None:
            problems.add(line, f"{cells[columns['country']]!r} is no country code that NGA uses")
        if point is None or country is None:
            continue
        admin1 = cells[columns["admin1"]] if "admin1" in columns else ""
        code = cells[columns["feature"]]
        feature = features.setdefault(cells[columns["ufi"]], Feature(country, point, code, admin1))
        rank = _RANK.get(cells[columns["type"]])
        if rank is not None:
            feature.names += [(rank, text) for text in _spellings(cells, columns)]
    problems.check()
    return features


def _spellings(cells: Cells, columns: dict[str, str]) -> list[str]:
    found = [cells[columns[name]] for name in ("name", "plain") if name in columns]
    return [text for text in dict.fromkeys(found) if text and plain(text).isascii()]


def _unit(known: KnownPlaces, one: Feature) -> str:
    names = [name for _, name in sorted(one.names)]
    entry = known.unit(names, one.country, 1, None)
    return entry.name if entry else names[0]


def _country(cell: str) -> str | None:
    """The country of a cell of three-letter or FIPS codes, the first where there are several."""
    code = cell.replace(";", ",").split(",")[0].strip().upper()
    return country_codes().get(code) if len(code) == 3 else country_fips_codes().get(code)


def _columns(sheet: Sheet) -> dict[str, str]:
    by_name = {column.casefold(): column for column in sheet.columns}
    return {
        meaning: by_name[next(name for name in names if name in by_name)]
        for meaning, names in _COLUMNS.items()
        if any(name in by_name for name in names)
    }
