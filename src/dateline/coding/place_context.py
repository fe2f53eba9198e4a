"""Words around a place name that bend it: "north of Hama", "rural Idlib", "12 km south of Goma"."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin
from typing import NamedTuple

from dateline.coding.place_words import word_set, words
from dateline.coding.syntax import Doc
from dateline.coding.toponyms import Toponym

_WAY = 12
"""How many tokens behind a name the place stands from which its way is told, at most."""

_APART = 2
"""How many tokens part the name from that way: ", about", "("."""


class Bend(NamedTuple):
    """What the words around a name do to it.

    ``first`` and ``last`` are the tokens of the name and those words. ``bearing`` is in degrees
    from north; ``km`` is None where no distance is told. ``near`` says that the point lies by the
    place, ``part`` that it is a part of the place ("northern Syria"), ``central`` that this is its
    middle.
    """

    first: int
    last: int
    bearing: float | None = None
    km: float | None = None
    near: bool = False
    part: bool = False
    central: bool = False


def bend(doc: Doc, toponym: Toponym) -> Bend:
    """Read the words before and after a name."""
    after = _after(doc, toponym)
    before = _before(doc, toponym)
    return Bend(
        before.first,
        after.last,
        before.bearing if before.bearing is not None else after.bearing,
        before.km,
        before.near or after.near,
        before.part and not after.near,
        before.central,
    )


def way_from(doc: Doc, toponym: Toponym, other: Toponym) -> tuple[float, float] | None:
    """Return the bearing in degrees and the km by which a name lies from a place told behind it.

    "Tarma, 12 km north of Goma", "Tarma (12 km north of Goma)".
    """
    if not 0 < other.first - toponym.last <= _WAY:
        return None
    bent = bend(doc, other)
    if bent.km is None or bent.bearing is None or bent.first - toponym.last > _APART:
        return None
    return bent.bearing, bent.km


def moved(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """Return the point at a bearing in degrees and a distance in km."""
    arc = km / 6371.0
    start, turn = radians(lat), radians(bearing)
    end = asin(sin(start) * cos(arc) + cos(start) * sin(arc) * cos(turn))
    shift = atan2(sin(turn) * sin(arc) * cos(start), cos(arc) - sin(start) * sin(end))
    return degrees(end), (lon + degrees(shift) + 540) % 360 - 180


def _before(doc: Doc, toponym: Toponym) -> Bend:
    low = toponym.sentence.first
    first, last = toponym.first, toponym.last
    at = first - 1
    word = _lower(doc, at, low)
    if word == "the":
        at -= 1
        word = _lower(doc, at, low)
    found = _bearing(doc, at, low)
    if found is not None:
        return Bend(found[1], last, bearing=found[0], part=True)
    if word in words()["central"]["words"]:
        return Bend(at, last, central=word == "central")
    if word in word_set("rural") or word in word_set("near"):
        return Bend(at, last, near=True)
    if word in {"of", "from"}:
        return _of(doc, toponym, at)
    if word == "between":
        return Bend(at, last, near=True)
    if word == "and" and any(
        _lower(doc, back, low) == "between" for back in range(at - 1, max(low, at - 6) - 1, -1)
    ):
        return Bend(first, last, near=True)
    if toponym.before in {"", "the", "in", "of", "to"}:
        return Bend(first, last)
    km, start = _distance(doc, at, low)
    if km is not None and word not in word_set("locative"):
        return Bend(start, last, km=km, near=True)
    return Bend(first, last)


def _of(doc: Doc, toponym: Toponym, at: int) -> Bend:
    """Read what stands before "of X" and "from X"."""
    low = toponym.sentence.first
    first, last = toponym.first, toponym.last
    noun = _lower(doc, at - 1, low)
    if noun in word_set("near_parts"):
        start = at - 1
        found = _bearing(doc, at - 2, low)
        if found is not None:
            return Bend(found[1], last, bearing=found[0], near=True)
        return Bend(start, last, near=True)
    found = _bearing(doc, at - 1, low)
    if found is not None:
        bearing, start = found
        if noun.endswith("ern"):
            return Bend(start, last, bearing=bearing, part=True)
        km, start = _distance(doc, start - 1, low, otherwise=start)
        # "the north of Syria" is a part of it; "north of Hama" lies beyond it.
        part = km is None and _lower(doc, start - 1, low) == "the"
        return Bend(start, last, bearing=bearing, km=km, near=not part, part=part)
    if noun in {"part", "parts", "half", "side", "region", "areas", "sector"}:
        found = _bearing(doc, at - 2, low)
        if found is not None:
            return Bend(found[1], last, bearing=found[0], part=True)
    km, start = _distance(doc, at - 1, low)
    if km is not None:
        return Bend(start, last, km=km, near=True)
    if noun in {"away", "far", "distance"}:
        km, start = _distance(doc, at - 2, low)
        return Bend(start if km is not None else first, last, km=km, near=True)
    return Bend(first, last)


def _after(doc: Doc, toponym: Toponym) -> Bend:
    """Read "'s western countryside", "countryside", "front line" after a name."""
    high = toponym.sentence.last
    at = toponym.last
    if _lower(doc, at, 0, high) in {"'s", "'"}:
        at += 1
    bearing = None
    if _lower(doc, at, 0, high) in words()["bearings"]:
        bearing = float(words()["bearings"][_lower(doc, at, 0, high)])
        at += 1
    # "the Aleppo province countryside", "Hama city outskirts"
    types = words()["types"]
    if _lower(doc, at, 0, high) in {*types["admin1"], *types["city"]}:
        at += 1
    if _lower(doc, at, 0, high) in word_set("near_parts"):
        return Bend(toponym.first, at + 1, bearing=bearing, near=True)
    return Bend(toponym.first, toponym.last)


def _bearing(doc: Doc, at: int, low: int) -> tuple[float, int] | None:
    """Read a direction that ends at a token ("north", "south-western"); and its first token."""
    bearings: dict[str, int] = words()["bearings"]
    word = _lower(doc, at, low)
    if word not in bearings:
        return None
    if _lower(doc, at - 1, low) == "-" and _lower(doc, at - 2, low) in bearings:
        joined = f"{_lower(doc, at - 2, low)}-{word}"
        if joined in bearings:
            return float(bearings[joined]), at - 2
    return float(bearings[word]), at


def _distance(
    doc: Doc, at: int, low: int, otherwise: int | None = None
) -> tuple[float | None, int]:
    """Read "12 km" or "12 kilometres (8 miles) to the" that ends at a token; its first token."""
    nothing = None, at if otherwise is None else otherwise
    while _lower(doc, at, low) in {"to", "the", "away", "just", "about"}:
        at -= 1
    if _lower(doc, at, low) == ")":
        while at > low and doc[at].text != "(":
            at -= 1
        at -= 1
    factor = words()["units_km"].get(_lower(doc, at, low).rstrip("."))
    if factor is None:
        return nothing
    number_at = at - 1
    if _lower(doc, number_at, low) == "-":
        number_at -= 1
    number = words()["numbers"].get(_lower(doc, number_at, low))
    if number is None:
        try:
            number = float(_lower(doc, number_at, low).replace(",", ""))
        except ValueError:
            return nothing
    return float(number) * factor, number_at


def _lower(doc: Doc, at: int, low: int, high: int | None = None) -> str:
    if at < low or at < 0 or at >= (len(doc) if high is None else high):
        return ""
    text: str = doc[at].lower_
    return text
