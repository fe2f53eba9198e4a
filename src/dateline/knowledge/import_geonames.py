"""GeoNames country dumps and tables of alternate names -> places with their names.

The columns are those of the readme at https://download.geonames.org/export/dump/ and have no
header: 19 in a dump (``XX.txt``), 8 or 10 in ``alternateNamesV2.txt``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from dateline.errors import KnowledgeError
from dateline.knowledge.files import table
from dateline.knowledge.gazetteer_sources import Named, Row
from dateline.knowledge.known_places import KnownPlaces
from dateline.knowledge.place_files import PlaceFile, Problems
from dateline.knowledge.spelling import plain

DUMP_COLUMNS = 19
NAME_COLUMNS = (8, 10)

_NOT_NAMES = frozenset(
    {"link", "post", "iata", "icao", "faac", "tcid", "unlc", "wkdt", "phon", "fr_1793"}
)
"""What stands in the language column for codes and addresses."""


@cache
def feature_kinds() -> dict[str, tuple[str, float]]:
    """Return the kind of place and its radius in km for each feature code that is kept."""
    return {
        row["code"]: (row["kind"], float(row["radius_km"])) for row in table("feature_codes.csv")
    }


def read_dump(file: PlaceFile, known: KnownPlaces) -> Iterator[Named]:
    """Yield the places of a country dump. Raises KnowledgeError, naming the bad lines."""
    problems = Problems(file.name)
    units = _unit_names(file, known)
    seen: dict[int, int] = {}
    for line, cells in _records(file, (DUMP_COLUMNS,), "a GeoNames dump such as XX.txt"):
        geonameid = _number(cells[0])
        if geonameid is None:
            problems.add(line, f"{cells[0]!r} is no GeoNames id")
            continue
        if geonameid in seen:
            problems.add(line, f"id {geonameid} stands already in line {seen[geonameid]}")
            continue
        seen[geonameid] = line
        point = problems.point(line, cells[4], cells[5])
        kept = feature_kinds().get(cells[7])
        if not cells[1].strip():
            problems.add(line, "the place has no name")
        elif point is not None and kept is not None and cells[8]:
            kind, radius = kept
            country, code1, code2 = cells[8], cells[10], cells[11]
            admin1 = units.get((country, code1, ""))
            admin2 = units.get((country, code1, code2)) if code2 else None
            row = Row(
                geonameid, f"gn:{geonameid}", cells[1], country, admin1, admin2, *point, kind,
                _number(cells[14]) or 0, radius, "geonames",
            )  # fmt: skip
            yield known.completed(row), [cells[1], cells[2], *_names(cells[3])]
    problems.check()


def _unit_names(file: PlaceFile, known: KnownPlaces) -> dict[tuple[str, str, str], str]:
    """Return the names of the dump's own admin units by country and codes."""
    units: dict[tuple[str, str, str], str] = {}
    for _, cells in _records(file, (DUMP_COLUMNS,), "a GeoNames dump such as XX.txt"):
        if cells[7] in ("ADM1", "ADM2") and cells[0].isdigit():
            entry = known.entry(int(cells[0]))
            name = entry.name if entry else cells[2] or cells[1]
            units[cells[8], cells[10], cells[11] if cells[7] == "ADM2" else ""] = name
    return units


def read_alternate_names(
    file: PlaceFile, known: KnownPlaces, country: str | None
) -> Iterator[Named]:
    """Yield places that the gazetteer holds with the further names the table gives them.

    ``country`` leaves out the places of other countries. Raises KnowledgeError, naming the bad
    lines.
    """
    problems = Problems(file.name)
    names: dict[int, list[str]] = defaultdict(list)
    first: dict[int, str] = {}
    known_ids: dict[int, bool] = {}
    for line, cells in _records(file, NAME_COLUMNS, "alternateNamesV2.txt"):
        geonameid = _number(cells[1])
        if geonameid is None or _number(cells[0]) is None:
            problems.add(line, f"{cells[0]!r} and {cells[1]!r} are not two ids")
            continue
        name = cells[3].strip()
        if not name or cells[2] in _NOT_NAMES or not plain(name).isascii():
            continue
        if geonameid not in known_ids:
            entry = known.entry(geonameid)
            known_ids[geonameid] = entry is not None and country in (None, entry.country)
        if not known_ids[geonameid]:
            continue
        names[geonameid].append(name)
        historic = len(cells) > 7 and cells[7] == "1"
        if cells[2] == "en" and cells[4] == "1" and not historic:
            first[geonameid] = name
    problems.check()
    for geonameid, spellings in names.items():
        entry = known.entry(geonameid)
        assert entry is not None
        # What the bundled sources or a table of our own call a place stays its name.
        usual = entry.name if known.is_bundled(geonameid) else first.get(geonameid, entry.name)
        row = Row(
            geonameid, entry.id, usual, entry.country, entry.admin1, entry.admin2, entry.lat,
            entry.lon, entry.kind, entry.population, entry.radius_km, "geonames", entry.pcode,
            entry.seat_lat, entry.seat_lon,
        )  # fmt: skip
        yield row, [usual, *spellings]


def _records(
    file: PlaceFile, columns: tuple[int, ...], what: str
) -> Iterator[tuple[int, list[str]]]:
    for line, text in file.lines():
        cells = text.split("\t")
        if len(cells) not in columns:
            wanted = " or ".join(map(str, columns))
            raise KnowledgeError(
                f"{file.name}:{line}: {len(cells)} columns, where {what} has {wanted}; is it"
                " another file, or cut off? nothing was imported"
            )
        yield line, cells


def _names(cell: str) -> list[str]:
    return [
        name
        for name in cell.split(",")
        if name and not (name.isascii() and name.isupper() and len(name) <= 4)
    ]


def _number(cell: str) -> int | None:
    return int(cell) if cell.isascii() and cell.isdigit() else None
