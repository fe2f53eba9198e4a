"""Document -> the places it names, each with coordinates and how closely it is known."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin
from typing import NamedTuple

from dateline.coding.document import Document
from dateline.coding.mentions import PlaceLevel, PlaceMention
from dateline.coding.place_choice import choose
from dateline.coding.toponyms import Toponym, find_toponyms, word_set, words
from dateline.knowledge.gazetteer import Entry, Gazetteer
from dateline.model import Place, PlacePrecision

_REGION_KINDS = frozenset({"admin1", "admin2", "region", "sea", "road", "river", "mountains"})


class _Bend(NamedTuple):
    """What the words around a name do to it; ``km`` is None where no distance is told."""

    first: int
    last: int
    bearing: float | None
    km: float | None
    near: bool
    part: bool
    """True for "northern Syria": a part of the place, not a point beside it."""


def find_places(document: Document, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return every place name of the document, resolved, in the order of the text."""
    toponyms = find_toponyms(document, gazetteer)
    entries = choose(document, toponyms)
    return tuple(
        _mention(document, toponym, entry) for toponym, entry in zip(toponyms, entries, strict=True)
    )


def _mention(document: Document, toponym: Toponym, entry: Entry) -> PlaceMention:
    bend = _bend(document, toponym)
    region = entry.kind in _REGION_KINDS
    precision = PlacePrecision.EXACT
    lat, lon = entry.lat, entry.lon
    level: PlaceLevel = "settlement"
    if entry.kind == "country":
        precision, level = PlacePrecision.COUNTRY, "country"
    elif region:
        precision, level = PlacePrecision.REGION, "region"
    elif entry.kind not in {"city", "town", "village"}:
        level = "site"
    if bend.km is not None and bend.bearing is not None:
        lat, lon = _moved(lat, lon, bend.bearing, bend.km)
        precision = PlacePrecision.NEAR
    elif bend.part and bend.bearing is not None and entry.radius_km > 0:
        lat, lon = _moved(lat, lon, bend.bearing, entry.radius_km * 0.5)
        if precision is PlacePrecision.COUNTRY:
            precision, level = PlacePrecision.REGION, "region"
    elif (bend.near or bend.bearing is not None) and precision is PlacePrecision.EXACT:
        precision = PlacePrecision.NEAR
    start, end = document.offsets(toponym.first, toponym.last)
    head = document.doc[toponym.first : toponym.last].root.i
    return PlaceMention(
        first=bend.first,
        last=bend.last,
        head=head,
        place=Place(
            name=document.quote((start, end)),
            canonical=entry.name,
            country=entry.country or None,
            admin1=entry.admin1,
            lat=round(lat, 4),
            lon=round(lon, 4),
            precision=precision,
            geonameid=entry.geonameid,
            span=(start, end),
        ),
        level=level,
        locative=_is_locative(toponym),
    )


def _is_locative(toponym: Toponym) -> bool:
    if toponym.run_after and toponym.run_after[0] in word_set("names", "organisations"):
        return False
    if toponym.before in word_set("locative") or toponym.before in words()["bearings"]:
        return True
    return toponym.before in {"of", "and", ",", "the"} and toponym.after not in {"'s"}


def _bend(document: Document, toponym: Toponym) -> _Bend:
    """Read the words before and after a name that say where by it, or in which part of it."""
    doc = document.doc
    low = toponym.sentence.first
    first, last = toponym.first, toponym.last
    bearings: dict[str, int] = words()["bearings"]
    bearing: float | None = None
    near = part = False
    at = first - 1
    before = _lower(doc, at, low)
    if before == "the":
        at -= 1
        before = _lower(doc, at, low)
    if before in bearings:
        bearing, part, first = bearings[before], True, at
    elif before in word_set("rural") or before in word_set("near"):
        near, first = True, at
    elif before == "of":
        noun = _lower(doc, at - 1, low)
        if noun in word_set("near_parts"):
            near, first = True, at - 1
            if _lower(doc, at - 2, low) in bearings:
                first = at - 2
        elif noun in bearings:
            bearing, first = bearings[noun], at - 1
            km, start = _distance(document, at - 2, low)
            if noun in {"north", "south", "east", "west"} or not noun.endswith("ern"):
                return _Bend(start if km is not None else first, last, bearing, km, True, False)
    after = last
    if _lower(doc, after, low, toponym.sentence.last) in {"'s", "'"}:
        after += 1
    word = _lower(doc, after, low, toponym.sentence.last)
    if word in bearings:
        after += 1
        word = _lower(doc, after, low, toponym.sentence.last)
    if word in word_set("near_parts"):
        near, last, part = True, after + 1, False
    return _Bend(first, last, bearing, None, near, part)


def _distance(document: Document, at: int, low: int) -> tuple[float | None, int]:
    """Read "12 km" or "12 kilometres (8 miles)" that ends at a token; km and its first token."""
    doc = document.doc
    if _lower(doc, at, low) in {"to", "the"}:
        at -= 1
    if _lower(doc, at, low) == ")":
        while at > low and doc[at].text != "(":
            at -= 1
        at -= 1
    factor = words()["units_km"].get(_lower(doc, at, low).rstrip("."))
    if factor is None or at - 1 < low:
        return None, at
    number = doc[at - 1].text.replace(",", "")
    if number == "-" and at - 2 >= low:
        at -= 1
        number = doc[at - 1].text.replace(",", "")
    try:
        return float(number) * factor, at - 1
    except ValueError:
        return None, at


def _lower(doc: object, at: int, low: int, high: int | None = None) -> str:
    if at < low or (high is not None and at >= high):
        return ""
    return str(doc[at].lower_)  # type: ignore[index]


def _moved(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """Return the point at a bearing in degrees and a distance in km."""
    arc = km / 6371.0
    start, turn = radians(lat), radians(bearing)
    end = asin(sin(start) * cos(arc) + cos(start) * sin(arc) * cos(turn))
    shift = atan2(sin(turn) * sin(arc) * cos(start), cos(arc) - sin(start) * sin(end))
    return degrees(end), (lon + degrees(shift) + 540) % 360 - 180
