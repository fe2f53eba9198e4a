"""Namesakes that a report cannot mean: only a place elsewhere in the world is called so.

A small place of that name elsewhere says less than the report: the name is then taken for one that
the gazetteer lacks.
"""

from __future__ import annotations

from typing import Literal

from dateline.coding.bulletins import is_where_said
from dateline.coding.capitals import is_government
from dateline.coding.place_choice import lies_inside
from dateline.coding.place_words import word_set
from dateline.coding.syntax import Doc
from dateline.coding.toponym_features import Surroundings
from dateline.coding.toponyms import Toponym
from dateline.knowledge.countries import country_by_capital
from dateline.knowledge.gazetteer import LOWER_UNITS, Entry
from dateline.knowledge.gazetteer_sources import distance_km

_KNOWN_ANYWHERE = 150_000
"""People from which a city is meant wherever the report plays."""

_AT_HOME = 0.4
"""Share of one country from which a report plays there."""

_SOMEWHERE = 0.15
"""Share of the foremost country from which a report plays elsewhere than where a name only sounds
alike: "Sakure" is no Sakurai in Japan."""

_IN_PLAY = 0.08
"""Share of one country from which a small place there may be meant.

One town of a name that no other has, or one demonym, is less in a report of any length.
"""

_AFAR_KM = 300.0
"""How far from all other places of a report no place is meant whose name only sounds alike."""

_TOWN = 5_000
"""People from which a town is meant where nothing else is named than a desk or a government."""

_UNITS = frozenset({"admin1", *LOWER_UNITS})

_OUTSIDE_KM = 150.0
"""How far from the middle of a province no town lies in it."""

_ACROSS_KM = 80.0
"""How far across a border from a place of the report another may lie."""


def strangers(
    doc: Doc, listed: list[Toponym], entries: list[Entry], around: Surroundings
) -> list[bool]:
    """Return which names mean no place that the gazetteer knows: they are taken as unlisted.

    A name that is spelt so is known where no other place of the report could hold it: "Russian
    missiles hit Kupiansk" tells who fired. Where somebody speaks holds none, and a government or
    the town a report was sent from holds no larger town: "MOSCOW - Planes bombed Gori".
    """
    exact = [_fits(one, entry, "exact") for one, entry in zip(listed, entries, strict=True)]
    firm = [entry for entry, spelt in zip(entries, exact, strict=True) if spelt]
    strange = [
        (
            _is_strange(one, entry, around, spelt, called=_fits(one, entry, "main"))
            and not (spelt and _lies_across(entry, entries))
        )
        or _lies_elsewhere(doc, one, entry)
        or (not spelt and not lies_inside(entry, one) and _lies_afar(entry, firm))
        for one, entry, spelt in zip(listed, entries, exact, strict=True)
    ]
    told = [
        (one, entry)
        for one, entry, far in zip(listed, entries, strange, strict=True)
        if not far and not is_where_said(doc[one.last - 1])
    ]
    held = any(
        one.sentence.kind != "dateline" and not _governs(doc, one, entry) for one, entry in told
    )
    return [
        far and (held or not spelt or (bool(told) and not _is_the_town(one, entry)))
        for far, spelt, one, entry in zip(strange, exact, listed, entries, strict=True)
    ]


def _is_the_town(toponym: Toponym, entry: Entry) -> bool:
    """Whether a name is that of a town in one country alone: Gori, not San Jacinto."""
    countries = {match.entry.country for match in toponym.matches if match.exact and match.main}
    return entry.population >= _TOWN and countries <= {entry.country}


def _governs(doc: Doc, toponym: Toponym, entry: Entry) -> bool:
    """Whether a name is that of a government: "Moscow launched the campaign" holds no town."""
    if country_by_capital(toponym.text) != entry.country:
        return False
    inside = toponym.first > 0 and doc[toponym.first - 1].pos_ == "ADP"
    return is_government(doc[toponym.first : toponym.last].root, inside=inside)


def _lies_across(entry: Entry, entries: list[Entry]) -> bool:
    """Whether a place lies just across a border from another: rockets hit Ashkelon from Gaza."""
    return any(
        other.country != entry.country
        and other.kind != "country"
        and distance_km(other.lat, other.lon, entry.lat, entry.lon) <= _ACROSS_KM
        for other in entries
    )


def _lies_elsewhere(doc: Doc, toponym: Toponym, entry: Entry) -> bool:
    """Whether a town lies far from the province in which the report says that it does.

    "San Juan in Putumayo department" is none of Puerto Rico. A city of the same land stays where it
    is, as what follows may tell of something else: "fled from Kabul in Helmand's heat".
    """
    larger = toponym.qualifier
    if larger is None or toponym.by_qualifier or entry.kind != "city":
        return False
    between = {token.lower_ for token in doc[toponym.last : larger.first]}
    if "in" not in between or "," in between or lies_inside(entry, toponym):
        return False
    units = [one.entry for one in larger.matches if one.exact and one.entry.kind in _UNITS]
    units = [one for one in units if larger.sort or one.kind == "admin1"]
    known = entry.population >= _KNOWN_ANYWHERE
    return bool(units) and all(
        (one.country != entry.country or not known)
        and one.admin1 != entry.admin1
        and distance_km(one.lat, one.lon, entry.lat, entry.lon) > max(_OUTSIDE_KM, one.radius_km)
        for one in units
    )


def _lies_afar(entry: Entry, firm: list[Entry]) -> bool:
    """Whether a small place lies far from all a report surely names: Kotba from Muzaffarnagar."""
    if entry.population >= _KNOWN_ANYWHERE:
        return False
    apart = [
        distance_km(other.lat, other.lon, entry.lat, entry.lon)
        for other in firm
        if other.kind != "country"
    ]
    return bool(apart) and min(apart) > max(_AFAR_KM, entry.radius_km)


def _fits(toponym: Toponym, entry: Entry, how: Literal["exact", "main", "literal"]) -> bool:
    return any(getattr(match, how) for match in toponym.matches if match.entry.id == entry.id)


def _is_strange(
    toponym: Toponym, entry: Entry, around: Surroundings, exact: bool, *, called: bool
) -> bool:
    """Whether the only namesake known lies in a country the report has nothing to do with.

    A small place of that name elsewhere says less than the report: the name is then taken for one
    that the gazetteer lacks. Of a name that is spelt otherwise any place elsewhere does, and one
    outside the district that is named after it. A letter more is spelt otherwise, too: "Mann" in
    the Central African Republic is not Man in Ivory Coast. By an alias (``called`` is false) no
    place is meant in another country than the town that it is told to be in. Nor is one that lies
    far from the place by which the name is said to lie: "Phoenix, north of Durban".
    """
    larger = toponym.qualifier
    if larger is not None and toponym.by_qualifier and entry.kind in {"city", *LOWER_UNITS}:
        others = [match.entry for match in larger.matches]
        if all(distance_km(one.lat, one.lon, entry.lat, entry.lon) > _AFAR_KM for one in others):
            return True
    if not exact and larger is not None and larger.matches and not lies_inside(entry, toponym):
        best = larger.matches[0].entry
        if larger.sort in {"admin1", "admin2"} or best.kind in {"admin1", *LOWER_UNITS}:
            return True
    # A Medina quarter in Mogadishu, an Alexandria township in Johannesburg.
    part = toponym.sort in {"quarter", "admin2"} and entry.kind in {"city", "admin1"}
    of_a_town = part and larger is not None and any(m.entry.kind == "city" for m in larger.matches)
    if larger is not None and larger.before in {"in", "of"} and (of_a_town or not called):
        countries = {match.entry.country for match in larger.matches}
        if countries and entry.country not in countries:
            return True
    own = around.own.get(toponym.text, {}).get(entry.country, 0.0)
    small = entry.kind in {"city", *LOWER_UNITS} and entry.population < _KNOWN_ANYWHERE
    # There is an Independence Square in many capitals.
    common = toponym.text.split()[-1].lower() in word_set("names", "landmarks")
    return (
        (small or common or not exact or not _fits(toponym, entry, "literal"))
        and not lies_inside(entry, toponym)
        and (
            around.countries.get(entry.country, 0.0) - own < _IN_PLAY
            or entry.country in around.passing
        )
        and any(
            share >= (_AT_HOME if exact else _SOMEWHERE)
            for code, share in around.countries.items()
            if code != entry.country and code not in around.passing
        )
    )
