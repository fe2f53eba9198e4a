"""A file of places -> the user's gazetteer: tell the format, read it, take it in whole or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from dateline.errors import KnowledgeError
from dateline.knowledge import user_places
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_sources import Named
from dateline.knowledge.import_cod import is_cod, read_cod
from dateline.knowledge.import_csv import is_plain, read_csv
from dateline.knowledge.import_geonames import (
    DUMP_COLUMNS,
    NAME_COLUMNS,
    read_alternate_names,
    read_dump,
)
from dateline.knowledge.import_nga import is_nga, read_nga
from dateline.knowledge.known_places import KnownPlaces
from dateline.knowledge.place_files import PlaceFile
from dateline.knowledge.user_places import Import


class Format(StrEnum):
    """The kinds of files that places are imported from."""

    GEONAMES = "geonames"
    ALTERNATE_NAMES = "alternate-names"
    COD = "cod"
    NGA = "nga"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did; ``left_out`` names units for which no point was known."""

    made: Import
    left_out: list[str] = field(default_factory=list)


def import_places(
    path: Path,
    gazetteer: Gazetteer,
    *,
    format_: Format | None = None,
    country: str | None = None,
    progress: Callable[[int], None] | None = None,
) -> Imported:
    """Import a file of places as a whole; its format is told from its columns if not given.

    ``country`` is the ISO code for places that name none, and for alternate names the only country
    that is taken. ``gazetteer`` is what is known already; open it anew to see the imported places.
    Raises KnowledgeError, naming file and line, where anything is wrong with the file; the
    gazetteer is then as it was.
    """
    file = PlaceFile(path)
    format_ = format_ or format_of(file)
    known = KnownPlaces(gazetteer)
    left_out: list[str] = []
    places: Iterator[Named]
    match format_:
        case Format.GEONAMES:
            places = read_dump(file, known)
        case Format.ALTERNATE_NAMES:
            places = read_alternate_names(file, known, country)
        case Format.COD:
            places = read_cod(file, known, country, left_out)
        case Format.NGA:
            places = read_nga(file, known)
        case Format.CSV:
            places = read_csv(file, known, country)
    made = user_places.take_in(path.name, str(format_), file.sha256, places, progress)
    return Imported(made, left_out)


def format_of(file: PlaceFile) -> Format:
    """Tell a file's format from its first lines. Raises KnowledgeError where it is none of them."""
    sheets = file.sheets()
    for sheet in sheets:
        if is_nga(sheet):
            return Format.NGA
        if is_cod(sheet):
            return Format.COD
        if is_plain(sheet):
            return Format.CSV
    if not file.is_workbook:
        first = next((text for _, text in file.lines()), "").split("\t")
        if len(first) == DUMP_COLUMNS:
            return Format.GEONAMES
        if len(first) in NAME_COLUMNS and first[0].isdigit() and first[1].isdigit():
            return Format.ALTERNATE_NAMES
        if len(first) > 1 and first[0].isdigit():
            raise KnowledgeError(
                f"{file.name}:1: {len(first)} columns; a GeoNames dump has {DUMP_COLUMNS} and a"
                " table of alternate names 10; is it cut off? nothing was imported"
            )
    raise KnowledgeError(
        f"{file.name}:1: no columns of a format that is known: a GeoNames dump or table of"
        " alternate names, a COD-AB gazetteer (ADM1_EN, ADM1_PCODE ...), an NGA file (ufi, uni,"
        " full_name ...), or a table with name, lat, lon and country; nothing was imported"
    )
