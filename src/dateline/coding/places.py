"""Document -> the places it names, each with coordinates and how closely it is known.

A name counts as a place's where the gazetteer and the words around it say so; which namesake it
means is decided over the whole report; the words that bend it ("north of", "rural") set the
precision and move the point.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from dateline.coding.body_names import body_names
from dateline.coding.document import Document
from dateline.coding.linear import load_model
from dateline.coding.list_entries import ListEntry, list_entries
from dateline.coding.mentions import PlaceLevel, PlaceMention
from dateline.coding.place_candidates import candidates
from dateline.coding.place_choice import choose
from dateline.coding.place_context import bend, moved, way_from
from dateline.coding.place_words import sort_of, word_set, words
from dateline.coding.strange_places import strangers
from dateline.coding.taken_names import is_ground, is_taken
from dateline.coding.toponym_features import (
    Surroundings,
    first_names,
    listed_features,
    nouns,
    surroundings,
    unlisted_features,
)
from dateline.coding.toponyms import Tokens, Toponym
from dateline.knowledge.countries import countries, countries_by_demonym, part_of, territory_named
from dateline.knowledge.gazetteer import LOWER_UNITS, Entry, Gazetteer
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.knowledge.spelling import plain
from dateline.model import Place, PlacePrecision

LISTED_FROM = 0.42
"""Least probability from which a name that the gazetteer knows counts as a place's."""

UNLISTED_FROM = 0.5
"""Least probability from which a name that the gazetteer lacks counts as a place's."""

NAMED_FROM = 0.3
"""The same where the word after it says what sort of place it names: "the Kerfi checkpoint".

Not for a quarter: what happens there is told of its city too.
"""

STRANGE_FROM = 0.05
"""Least probability of the kind from which a name that only strange places have is a place's."""

_REGIONS = frozenset(
    {
        "admin1", *LOWER_UNITS, "region", "sea", "road", "river", "mountains", "mountain", "desert",
        "lake", "valley", "forest", "continent", "subcontinent",
    }
)  # fmt: skip
_SETTLEMENTS = frozenset({"city", "town", "village"})
_PART = 0.5
"""How far "northern X" lies from the middle of X, as a share of its radius; measured best."""

_ABROAD = 40.0
"""How many words further away a place stands for an unlisted name where the report is e times less
about its country than about the foremost one."""

_LEAST = 0.02
"""The share that a country is taken to have at least."""

_SEAT_KM = 80.0
"""How far from the middle of a province its main town stands for all of it."""

_WIDE_KM = 30.0
"""An own place that reaches farther than this is a region, not a site."""


def find_places(document: Document, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return every place name of the document, resolved, in the order of the text.

    A name that the gazetteer lacks but that stands where a place stands ("the village of X") is
    given the point of the named place around it, with precision "near" or "region". Demonyms are
    left to ``find_demonyms``.
    """
    return tuple(_mentions(document, gazetteer, parts=True))


def _mentions(document: Document, gazetteer: Gazetteer, *, parts: bool) -> list[PlaceMention]:
    tokens = Tokens(document)
    found = candidates(tokens, gazetteer)
    around = surroundings(tokens, found)
    if parts:
        found = _outside_bodies(tokens, found)
    lines = list_entries(document)
    heads, home = _heads(tokens, found, around, lines)
    lines = lines if heads else {}
    listed, unlisted = _accepted(tokens, found, around, heads)
    chosen = choose(listed, around.countries, around.own)
    strange = strangers(listed, [entry for entry, _ in chosen], around)
    others = [replace(one, matches=()) for one, far in zip(listed, strange, strict=True) if far]
    others = _outside_bodies(tokens, others) if parts and others else others
    unlisted += [one for one in others if _as_place(tokens, one, around) >= STRANGE_FROM]
    entries = [entry for (entry, _), far in zip(chosen, strange, strict=True) if not far]
    listed = [one for one, far in zip(listed, strange, strict=True) if not far]
    mentions = [
        _mention(document, toponym, entry, parts=parts)
        for toponym, entry in zip(listed, entries, strict=True)
    ]
    known = list(zip(listed, entries, mentions, strict=True))
    guessed = [_guessed(document, one, known, lines, around.countries) for one in unlisted]
    begun = {document.doc[one.first : one.last].root.i for one in found if one.first in heads}
    mentions += [_at_home(one, home) if one.first in heads else one for one in guessed]
    mentions = [replace(one, heads_line=True) if one.head in begun else one for one in mentions]
    mentions.sort(key=lambda mention: mention.place.span or (0, 0))
    return mentions


def _outside_bodies(tokens: Tokens, found: list[Toponym]) -> list[Toponym]:
    """Leave out what stands inside the name of a group or body, or is one and no place.

    A group may be called like a place ("al-Hirak"): the words around decide which it is.
    """
    spans = body_names(tokens)

    def is_place(one: Toponym) -> bool:
        for first, last in spans:
            if one.first >= first and one.last <= last:
                whole = (one.first, one.last) == (first, last)
                if not whole or not one.matches or one.text in word_set("names", "bodies"):
                    return False
        return True

    return [one for one in found if is_place(one)]


def find_names(document: Document, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return every place name and every demonym of the document, in the order of the text.

    For the names by themselves, as a gazetteer gives them: "northern Syria" has the precision
    "region" and the point of Syria.
    """
    names = _mentions(document, gazetteer, parts=False)
    taken = [mention.place.span or (0, 0) for mention in names]
    demonyms = [
        mention
        for mention in find_demonyms(document)
        if mention.place.span
        and not any(
            start < mention.place.span[1] and end > mention.place.span[0] for start, end in taken
        )
    ]
    return tuple(sorted([*names, *demonyms], key=lambda mention: mention.place.span or (0, 0)))


def find_demonyms(document: Document) -> tuple[PlaceMention, ...]:
    """Return the demonyms of the document as places of country precision, never locative."""
    out = []
    for token in document.doc:
        if not token.text[0].isupper():
            continue
        code = countries_by_demonym(token.text)
        first = token.i
        two = document.doc[first - 1 : first + 1].text if first else ""
        longer = countries_by_demonym(two) if two[:1].isupper() else None
        if longer is not None:
            code, first = longer, first - 1
        if code is None:
            continue
        start, end = document.offsets(first, token.i + 1)
        name = document.quote((start, end))
        region = territory_named(name)
        country = countries()[code]
        place = Place(
            name=name,
            canonical=region.name if region else country.name,
            country=code,
            lat=region.lat if region else country.lat,
            lon=region.lon if region else country.lon,
            precision=PlacePrecision.COUNTRY,
            geonameid=None if region else country.geonameid,
            span=(start, end),
        )
        out.append(PlaceMention(first, token.i + 1, token.i, place, "country", False))
    return tuple(out)


def _heads(
    tokens: Tokens, found: list[Toponym], around: Surroundings, entries: dict[int, ListEntry]
) -> tuple[frozenset[int], str | None]:
    """Return the tokens with which the heads of a list of places begin, and the list's country.

    A place of a country in play heads one of its lines; there are no heads in other lists. A head
    that means none there is an unlisted name, as long as its capitals go on.
    """
    begin = {entry.first: entry for entry in entries.values()}
    heads = [one for one in found if one.first in begin]
    listed = [one for one in heads if _may_lie_in(one, around)]
    if not listed:
        return frozenset(), None
    for one in heads:
        if one.matches and one not in listed and one.qualifier is None:
            one.matches = ()
            while one.last < begin[one.first].last and tokens.capital[one.last]:
                one.last += 1
            one.text = tokens.name(one.first, one.last)
    countries = {one.matches[0].entry.country for one in listed}
    return frozenset(one.first for one in heads), min(countries) if len(countries) == 1 else None


def _at_home(mention: PlaceMention, country: str | None) -> PlaceMention:
    """Return a place that nothing is known of in the country of the list that names it."""
    if country is None or mention.place.country is not None:
        return mention
    return replace(mention, place=mention.place.model_copy(update={"country": country}))


def _may_lie_in(toponym: Toponym, around: Surroundings) -> bool:
    return any(match.exact and match.entry.country in around.countries for match in toponym.matches)


def _accepted(
    tokens: Tokens, found: list[Toponym], around: Surroundings, heads: frozenset[int]
) -> tuple[list[Toponym], list[Toponym]]:
    """Return the listed and the unlisted names that are places', none overlapping another.

    ``heads`` are the tokens with which lines of a list of places begin.
    """
    names = load_model("place-name")
    listed: list[Toponym] = []
    unlisted: list[Toponym] = []
    end = 0
    for toponym in found:
        if toponym.first < end:
            continue
        if toponym.matches:
            features = listed_features(tokens, toponym, around)
            sure = toponym.first in heads and toponym.matches[0].exact
            sure = sure or is_ground(tokens, toponym, around)
            if sure or names.probabilities(features)["place"] >= LISTED_FROM:
                listed.append(toponym)
                end = toponym.last
                continue
            if toponym.matches[0].exact:
                continue
            # That it only sounds like a place somewhere is no reason against one here.
            toponym.matches = ()
        sure = toponym.first in heads and not toponym.text.isupper()
        sure = sure or is_taken(tokens, toponym, around)
        named = sort_of(toponym.after) not in {"", "quarter"}
        least = NAMED_FROM if named else UNLISTED_FROM
        if sure or _as_place(tokens, toponym, around) >= least:
            unlisted.append(toponym)
            end = toponym.last
    return listed, unlisted


def _as_place(tokens: Tokens, toponym: Toponym, around: Surroundings) -> float:
    """How probably a name that the gazetteer lacks is a place's; not at all after a first name.

    Nor is what is counted a place: "25 Kalashnikovs".
    """
    before = toponym.first - 1
    inside = before >= toponym.sentence.first
    if inside and tokens.capital[before] and plain(tokens.text[before]) in first_names():
        return 0.0
    if inside and tokens.text[before].isdigit() and toponym.text.endswith("s"):
        return 0.0
    features = unlisted_features(tokens, toponym, around)
    return load_model("unlisted-place").probabilities(features)["place"]


def _mention(document: Document, toponym: Toponym, entry: Entry, *, parts: bool) -> PlaceMention:
    bent = bend(document.doc, toponym)
    level = _level(entry)
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
    return _placed(document, toponym, entry, point, precision, level, bent.first, bent.last)


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


def _level(entry: Entry) -> PlaceLevel:
    if entry.kind in {"country", "continent", "subcontinent"}:
        return "country"
    if entry.kind in _REGIONS or (entry.kind not in _SETTLEMENTS and entry.radius_km > _WIDE_KM):
        return "region"
    return "settlement" if entry.kind in _SETTLEMENTS else "site"


def _usual(document: Document, toponym: Toponym) -> str:
    """Return a name as running text has it."""
    if toponym.shouted:
        return str(document.doc[toponym.first : toponym.last].text)
    return document.quote(document.offsets(toponym.first, toponym.last))


def _placed(
    document: Document,
    toponym: Toponym,
    entry: Entry,
    point: tuple[float, float],
    precision: PlacePrecision,
    level: PlaceLevel,
    first: int,
    last: int,
) -> PlaceMention:
    start, end = document.offsets(toponym.first, toponym.last)
    return PlaceMention(
        first=first,
        last=last,
        head=document.doc[toponym.first : toponym.last].root.i,
        place=Place(
            name=document.quote((start, end)),
            canonical=entry.name if toponym.matches else _usual(document, toponym),
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
        locative=_is_locative(toponym),
    )


def _guessed(
    document: Document,
    toponym: Toponym,
    known: list[tuple[Toponym, Entry, PlaceMention]],
    lines: dict[int, ListEntry],
    shares: Mapping[str, float],
) -> PlaceMention:
    """Place a name that the gazetteer lacks where the report says that it lies."""
    near = [one for one in known if _in_reach(toponym, one[0], one[1], lines)]
    told = _measured(document, toponym, near)
    holder, point = told if told is not None else _holder(toponym, near, shares)
    site = _is_site(toponym)
    if holder is None:
        start, end = document.offsets(toponym.first, toponym.last)
        name = document.quote((start, end))
        place = Place(
            name=name,
            canonical=_usual(document, toponym),
            precision=PlacePrecision.REGION,
            span=(start, end),
        )
        head = document.doc[toponym.first : toponym.last].root.i
        return PlaceMention(
            toponym.first, toponym.last, head, place, "settlement", _is_locative(toponym)
        )
    narrow = told is not None or holder.kind in _SETTLEMENTS or _level(holder) == "site"
    precision = PlacePrecision.NEAR if narrow else PlacePrecision.REGION
    level: PlaceLevel = "site" if site else "settlement"
    return _placed(document, toponym, holder, point, precision, level, toponym.first, toponym.last)


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
    return above and _level(entry) in {"region", "country"}


def _holder(
    toponym: Toponym, near: list[tuple[Toponym, Entry, PlaceMention]], shares: Mapping[str, float]
) -> tuple[Entry | None, tuple[float, float]]:
    """The named place around an unlisted one, with its point: the nearest, in its sentence first.

    Of a country's part that is its middle ("in eastern Congo").

    A place of a country that the report is hardly about stands the further away for it: a village
    in Niger is not in Washington, where a senator speaks of it.
    """
    best: tuple[float, Entry, PlaceMention] | None = None
    foremost = max(shares.values(), default=1.0)
    for other, entry, mention in near:
        distance = float(abs(other.first - toponym.last))
        if other.sentence.index != toponym.sentence.index:
            distance += 60.0 * abs(other.sentence.index - toponym.sentence.index)
        following = other.first - toponym.last
        # "X in Aleppo", "X, Idlib", "X district of Homs"
        if 0 <= following <= 4 and other.before in {"in", "of", ",", "("}:
            distance -= 100.0
        level = _level(entry)
        distance += {"settlement": 0.0, "site": 20.0, "region": 12.0, "country": 150.0}[level]
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


def _is_locative(toponym: Toponym) -> bool:
    """Whether the syntax says that something is there."""
    before = toponym.before
    if toponym.run_after and toponym.run_after[0] in word_set("names", "organisations"):
        # "In Morazan Department" is a part of the country, "Houston Department" would be a body.
        region = any(match.entry.kind in _REGIONS for match in toponym.matches)
        if not (region and toponym.sort == "admin1" and before in word_set("locative")):
            return False
    if before in word_set("locative") or before in words()["bearings"]:
        return True
    return before in {"of", "and", ",", "the", "(", "rural", "central"} and toponym.after != "'s"
