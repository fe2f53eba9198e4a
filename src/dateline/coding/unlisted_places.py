"""A name that no gazetteer lists -> the place, by where the report says that it lies."""

from __future__ import annotations

import math

from dateline.coding.document import Document
from dateline.coding.generic_terms import is_of_units
from dateline.coding.list_entries import ListEntry
from dateline.coding.listed_places import SETTLEMENTS, is_locative, level_of, placed, usual_name
from dateline.coding.mentions import PlaceLevel, PlaceMention
from dateline.coding.place_context import moved, way_from
from dateline.coding.toponym_features import Surroundings, nouns
from dateline.coding.toponyms import Toponym
from dateline.knowledge.gazetteer import Entry
from dateline.model import Place, PlacePrecision

_ABROAD = 40.0
"""How many words further away a place stands for an unlisted name where the report is e times less
about its country than about the foremost one."""

_IN = frozenset({"in", "the"})
"""What stands right before a province in which something lies."""

_LEAST = 0.02
"""The share that a country is taken to have at least."""


def unlisted_place(
    document: Document,
    toponym: Toponym,
    known: list[tuple[Toponym, Entry, PlaceMention]],
    lines: dict[int, ListEntry],
    around: Surroundings,
) -> PlaceMention:
    """Return the place of a name that the gazetteer lacks, where the report says that it lies.

    ``known`` are the listed names with what they mean, ``around`` how far the report is about each
    country. Where nothing is known around it the place has no point.
    """
    near = [one for one in known if _in_reach(toponym, one[0], one[1], lines)]
    told = _measured(document, toponym, near)
    holder, point = told if told is not None else _holder(toponym, near, around)
    site = _is_site(toponym)
    if holder is None:
        start, end = document.offsets(toponym.first, toponym.last)
        name = document.quote((start, end))
        place = Place(
            name=name,
            canonical=usual_name(document, toponym),
            precision=PlacePrecision.REGION,
            span=(start, end),
        )
        head = document.doc[toponym.first : toponym.last].root.i
        return PlaceMention(
            toponym.first, toponym.last, head, place, "settlement", is_locative(toponym)
        )
    narrow = told is not None or holder.kind in SETTLEMENTS or level_of(holder) == "site"
    precision = PlacePrecision.NEAR if narrow else PlacePrecision.REGION
    level: PlaceLevel = "site" if site else "settlement"
    if is_of_units(toponym.text):
        level = "region"  # "Mon District"
    return placed(document, toponym, holder, point, precision, level, toponym.first, toponym.last)


def _measured(
    document: Document, toponym: Toponym, near: list[tuple[Toponym, Entry, PlaceMention]]
) -> tuple[Entry, tuple[float, float]] | None:
    """Where a name lies whose way from a place is told, and that place."""
    for other, entry, _ in near:
        way = way_from(document.doc, toponym, other)
        if way is not None:
            lat = entry.lat if entry.seat_lat is None else entry.seat_lat
            lon = entry.lon if entry.seat_lon is None else entry.seat_lon
            return entry, moved(lat, lon, *way)
    return None


def _in_reach(toponym: Toponym, other: Toponym, entry: Entry, lines: dict[int, ListEntry]) -> bool:
    """Whether a place may hold one that a line of a list names.

    It stands in that line, or it is a region or country and stands above it in none.
    """
    line = lines.get(toponym.sentence.index)
    if line is None or line == lines.get(other.sentence.index):
        return True
    above = other.sentence.index < line.sentence and other.sentence.index not in lines
    return above and level_of(entry) in {"region", "country"}


def _holder(
    toponym: Toponym, near: list[tuple[Toponym, Entry, PlaceMention]], around: Surroundings
) -> tuple[Entry | None, tuple[float, float]]:
    """The named place around an unlisted one, with its point: the nearest, in its sentence first.

    Of a country's part that is its middle ("in eastern Congo").

    A place of a country that the report is hardly about stands the further away for it: a village
    in Niger is not in Washington, where a senator speaks of it. Nor in a country whose soldiers or
    envoys alone are named.
    """
    shares = around.countries
    best: tuple[float, Entry, PlaceMention] | None = None
    foremost = max(shares.values(), default=1.0)
    for other, entry, mention in near:
        if entry.kind == "country" and entry.country in around.passing:
            continue
        distance = float(abs(other.first - toponym.last))
        if other.sentence.index != toponym.sentence.index:
            distance += 60.0 * abs(other.sentence.index - toponym.sentence.index)
        following = other.first - toponym.last
        # "X in Aleppo", "X, Idlib", "X district of Homs"
        if 0 <= following <= 4 and other.before in {"in", "of", ",", "("}:
            distance -= 100.0
        level = level_of(entry)
        distance += {"settlement": 0.0, "site": 20.0, "region": 12.0, "country": 150.0}[level]
        if level == "region" and other.sort and following in (1, 2) and other.before in _IN:
            distance -= 100.0  # "Alekseyevka in the Sumy Region", whoever speaks of it
        else:
            distance += _ABROAD * math.log(foremost / max(shares.get(entry.country, 0.0), _LEAST))
        if best is None or distance < best[0]:
            best = (distance, entry, mention)
    if best is None:
        return None, (0.0, 0.0)
    _, entry, mention = best
    lat, lon = mention.place.lat, mention.place.lon
    if lat is None or lon is None or not (entry.kind == "country" and mention.level == "region"):
        lat, lon = entry.lat, entry.lon
    return entry, (lat, lon)


def _is_site(toponym: Toponym) -> bool:
    final = toponym.text.split()[-1].casefold()
    return any(final in nouns(kind) or toponym.after in nouns(kind) for kind in ("site", "quarter"))
