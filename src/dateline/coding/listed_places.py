"""A listed name and its entry -> the place: its point, how closely that is known, its level."""

from __future__ import annotations

from dateline.coding.document import Document
from dateline.coding.mentions import PlaceLevel, PlaceMention
from dateline.coding.place_context import bend, moved
from dateline.coding.place_words import word_set, words
from dateline.coding.toponyms import Toponym
from dateline.knowledge.countries import part_of
from dateline.knowledge.gazetteer import LOWER_UNITS, Entry
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.model import Place, PlacePrecision

REGIONS = frozenset(
    {
        "admin1", *LOWER_UNITS, "region", "sea", "road", "river", "mountains", "mountain", "desert",
        "lake", "valley", "forest", "continent", "subcontinent",
    }
)  # fmt: skip
SETTLEMENTS = frozenset({"city", "town", "village"})
"""Kinds of entries that are regions, and that are settlements."""

_PART = 0.5
"""How far "northern X" lies from the middle of X, as a share of its radius; measured best."""

_SEAT_KM = 80.0
"""How far from the middle of a province its main town stands for all of it."""

_WIDE_KM = 30.0
"""An own place that reaches farther than this is a region, not a site."""


def listed_place(
    document: Document, toponym: Toponym, entry: Entry, *, parts: bool
) -> PlaceMention:
    """Return the place that a name means by its entry, moved as the words around it say.

    With ``parts`` "northern Syria" has a point of its own, and a province that of its main town.
    """
    bent = bend(document.doc, toponym)
    level = level_of(entry)
    precision = PlacePrecision.EXACT
    if level == "country":
        precision = PlacePrecision.COUNTRY
    elif level == "region":
        precision = PlacePrecision.REGION
    point = entry.lat, entry.lon
    if bent.km is not None:
        if bent.bearing is not None:
            point = moved(*point, bent.bearing, bent.km)
        precision = PlacePrecision.NEAR
    elif (bent.bearing is not None or bent.central) and level in {"country", "region"}:
        if parts:
            point = _part(entry, bent.bearing)
        precision, level = PlacePrecision.REGION, "region"
    elif precision is PlacePrecision.EXACT and (
        bent.near or (bent.bearing is not None and not bent.part)
    ):
        precision = PlacePrecision.NEAR
    elif parts and entry.seat_lat is not None and entry.seat_lon is not None:
        point = _seat(entry.lat, entry.lon, entry.seat_lat, entry.seat_lon)
    return placed(document, toponym, entry, point, precision, level, bent.first, bent.last)


def _seat(lat: float, lon: float, seat_lat: float, seat_lon: float) -> tuple[float, float]:
    """Return where an event is shown that is known by its province alone: at its main town.

    Halfway to that town where it lies far from the middle: Banda Aceh is the tip of Aceh.
    """
    if distance_km(lat, lon, seat_lat, seat_lon) <= _SEAT_KM:
        return seat_lat, seat_lon
    return (lat + seat_lat) / 2, (lon + seat_lon) / 2


def _part(entry: Entry, bearing: float | None) -> tuple[float, float]:
    """Return the point of a part of a country or region, reckoned from its middle if need be."""
    known = part_of(entry.country if entry.kind == "country" else entry.name, bearing)
    if known is not None or bearing is None:
        return known or (entry.lat, entry.lon)
    return moved(entry.lat, entry.lon, bearing, entry.radius_km * _PART)


def level_of(entry: Entry) -> PlaceLevel:
    """Return whether an entry is a country, a region, a settlement or a site."""
    if entry.kind in {"country", "continent", "subcontinent"}:
        return "country"
    if entry.kind in REGIONS or (entry.kind not in SETTLEMENTS and entry.radius_km > _WIDE_KM):
        return "region"
    return "settlement" if entry.kind in SETTLEMENTS else "site"


def usual_name(document: Document, toponym: Toponym) -> str:
    """Return a name as running text has it, though it stood in capitals."""
    if toponym.shouted:
        return str(document.doc[toponym.first : toponym.last].text)
    return document.quote(document.offsets(toponym.first, toponym.last))


def placed(
    document: Document,
    toponym: Toponym,
    entry: Entry,
    point: tuple[float, float],
    precision: PlacePrecision,
    level: PlaceLevel,
    first: int,
    last: int,
) -> PlaceMention:
    """Return the mention of a name at a point (latitude, longitude), by the entry that it means.

    ``first`` and ``last`` are the tokens that it reaches with the words that bend it.
    """
    start, end = document.offsets(toponym.first, toponym.named_until or toponym.last)
    return PlaceMention(
        first=first,
        last=last,
        head=document.doc[toponym.first : toponym.named_until or toponym.last].root.i,
        place=Place(
            name=document.quote((start, end)),
            canonical=entry.name if toponym.matches else usual_name(document, toponym),
            country=entry.country or None,
            admin1=entry.admin1,
            lat=round(point[0], 4),
            lon=round(point[1], 4),
            precision=precision,
            geonameid=entry.geonameid if toponym.matches else None,
            pcode=entry.pcode,
            span=(start, end),
        ),
        level=level,
        locative=is_locative(toponym),
    )


def is_locative(toponym: Toponym) -> bool:
    """Return whether the syntax says that something is there."""
    before = toponym.before
    if toponym.run_after and toponym.run_after[0] in word_set("names", "organisations"):
        # "In Morazan Department" is a part of the country, "Houston Department" would be a body.
        region = any(match.entry.kind in REGIONS for match in toponym.matches)
        if not (region and toponym.sort == "admin1" and before in word_set("locative")):
            return False
    if before in word_set("locative") or before in words()["bearings"]:
        return True
    return before in {"of", "and", ",", "the", "(", "rural", "central"} and toponym.after != "'s"
