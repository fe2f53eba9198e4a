"""OCHA COD-AB gazetteers -> admin units with their p-codes.

A common operational dataset has a table a level: columns such as ``ADM2_EN``, ``ADM2_PCODE``,
``ADM1_EN``, ``ADM1_PCODE`` (or ``adm2_name``, ``admin2Name_en``, ``admin2Pcode`` ...), in a sheet
of a workbook or in a CSV file; newer ones add the unit's centre.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.errors import KnowledgeError
from dateline.knowledge.gazetteer_sources import Named, Row, country_codes
from dateline.knowledge.known_places import KnownPlaces
from dateline.knowledge.place_files import Cells, PlaceFile, Problems, Sheet
from dateline.knowledge.spelling import plain

SOURCE = "ocha cod-ab"
RADIUS_KM = {0: 0.0, 1: 60.0, 2: 20.0, 3: 8.0, 4: 4.0}
"""How far a unit of a level is taken to reach where the gazetteer does not know it."""

_CODE = re.compile(r"adm(?:in)?(\d)_?pcode")
_NAME = re.compile(
    r"adm(?:in)?(\d)(?:_?name\d?|_?ref(?:_?name)?|_?alt(?:_?name)?\d?)?_?([a-z]{2})?\d?"
)
_LAT = ("center_lat", "centre_lat", "latitude", "lat", "point_y", "centroid_y", "y")
_LON = ("center_lon", "centre_lon", "longitude", "lon", "long", "point_x", "centroid_x", "x")


@dataclass(slots=True)
class Layout:
    """Which columns of a table say what; ``names`` and ``codes`` by level, English names first."""

    level: int
    names: dict[int, list[str]] = field(default_factory=dict)
    codes: dict[int, str] = field(default_factory=dict)
    lat: str | None = None
    lon: str | None = None


def is_cod(sheet: Sheet) -> bool:
    """Return whether the table's header is that of an admin level with p-codes."""
    return _layout(sheet) is not None


def read_cod(
    file: PlaceFile, known: KnownPlaces, country: str | None, left_out: list[str]
) -> Iterator[Named]:
    """Yield the units of all levels, the larger first, each under the place that it already is.

    A unit without a centre of its own takes the point of the known unit of its name, or of the
    town of its name inside it; where there is neither it is noted in ``left_out``. ``country`` is
    needed where p-codes do not begin with the country's ISO code. Raises KnowledgeError, naming
    the bad lines.
    """
    problems = Problems(file.name)
    tables = [(layout, sheet) for sheet in file.sheets() if (layout := _layout(sheet))]
    if not tables:
        raise KnowledgeError(
            f"{file.name}: no table has columns such as ADM2_EN and ADM2_PCODE; is this a COD-AB"
            " gazetteer? nothing was imported"
        )
    seen: dict[str, str] = {}
    parents: dict[str, str] = {}
    for layout, sheet in sorted(tables, key=lambda one: one[0].level):
        for line, cells in sheet.rows():
            where = f"{sheet.name}:{line}" if sheet.name else str(line)
            code = cells.get(layout.codes[layout.level], "")
            names = _names(cells, layout, layout.level)
            if not code or not names:
                problems.add(line, "the p-code or the name is empty", sheet.name)
                continue
            if code in seen:
                problems.add(line, f"p-code {code} stands already in line {seen[code]}", sheet.name)
                continue
            seen[code] = where
            place = _country(code, cells, layout) or country
            if place is None:
                problems.add(
                    line, f"p-code {code} begins with no country's code; give --country", sheet.name
                )
                continue
            point = None
            if layout.lat and layout.lon and cells.get(layout.lat):
                point = problems.point(line, cells[layout.lat], cells.get(layout.lon), sheet.name)
            # A unit that is named like a known one is called as that in its parts, too.
            above = [parents.get(cells.get(layout.codes.get(n, ""), "")) for n in (1, 2)]
            row = _row(known, layout.level, names, place, above, code, point)
            if row is None:
                left_out.append(f"{names[0]} ({code})")
                continue
            parents[code] = row.name
            yield row, [row.name, *names]
    problems.check()


def _row(
    known: KnownPlaces,
    level: int,
    names: list[str],
    country: str,
    above: list[str | None],
    code: str,
    point: tuple[float, float] | None,
) -> Row | None:
    """Return the row of a unit, or None where no point is known for it."""
    admin1, admin2 = above
    entry = None
    if level in (1, 2):
        entry = known.unit(names, country, level, admin1)
    if entry is not None:
        return Row(
            entry.geonameid or 0, entry.id, entry.name, country, entry.admin1, entry.admin2,
            entry.lat, entry.lon, entry.kind, entry.population, entry.radius_km, SOURCE, code,
            entry.seat_lat, entry.seat_lon,
        )  # fmt: skip
    if point is None and level > 1:
        town = known.town(names, country, admin1, admin2)
        point = (town.lat, town.lon) if town else None
    if point is None:
        return None
    return Row(
        0, f"pcode:{code}", names[0], country, names[0] if level == 1 else admin1,
        names[0] if level == 2 else admin2, *point, f"admin{level}" if level else "country", 0,
        RADIUS_KM.get(level, 2.0), SOURCE, code,
    )  # fmt: skip


def _layout(sheet: Sheet) -> Layout | None:
    codes: dict[int, str] = {}
    names: dict[int, list[tuple[bool, str]]] = {}
    lat = lon = None
    for column in sheet.columns:
        folded = column.casefold().replace(" ", "_")
        if match := _CODE.fullmatch(folded):
            codes[int(match[1])] = column
        elif match := _NAME.fullmatch(folded):
            names.setdefault(int(match[1]), []).append((match[2] not in (None, "en"), column))
        elif folded in _LAT:
            lat = lat or column
        elif folded in _LON:
            lon = lon or column
    levels = [level for level in codes if level in names and level > 0]
    if not levels:
        return None
    # Without a header that says so, a table is of its deepest level.
    ordered = {
        level: [column for _, column in sorted(found, key=lambda one: one[0])]
        for level, found in names.items()
    }
    return Layout(max(levels), ordered, codes, lat, lon)


def _names(cells: Cells, layout: Layout, level: int) -> list[str]:
    """The names of a unit, those in Latin letters first."""
    found = [cells.get(column, "") for column in layout.names[level]]
    found = [name for name in dict.fromkeys(found) if name and name != "0"]
    return sorted(found, key=lambda name: not plain(name).isascii())


def _country(code: str, cells: Cells, layout: Layout) -> str | None:
    """The country whose ISO code the p-code, or that of level 0, begins with."""
    for text in (cells.get(layout.codes.get(0, ""), ""), code):
        for length in (3, 2):
            found = country_codes().get(text[:length].upper())
            if found and (length == 2 or not text[length : length + 1].isalpha()):
                return found
    return None
