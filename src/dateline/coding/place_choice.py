"""Names -> places: which of its namesakes a name means, decided over the whole report."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from math import exp, log10, sqrt

from dateline.coding.document import Document
from dateline.coding.toponyms import Toponym, words
from dateline.knowledge.countries import countries_by_demonym, country_named
from dateline.knowledge.gazetteer import Entry, Match
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.knowledge.spelling import plain

_WORD = re.compile(r"[A-Z][\w.’'-]*\w")
MOST = 60
"""Namesakes that are weighed for one name, the likeliest first."""


@dataclass(slots=True)
class Setting:
    """What the report says of where it plays: weights of countries and admin units."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    regions: dict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))


def choose(document: Document, toponyms: list[Toponym]) -> list[Entry]:
    """Return the place that each name means, in the same order."""
    setting = _setting(document, toponyms)
    groups: dict[tuple[str, str], list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        qualifier = plain(toponym.qualifier.text) if toponym.qualifier else ""
        groups[plain(toponym.text), qualifier].append(toponym)
    chosen: dict[tuple[str, str], Match] = {}
    scores: dict[tuple[str, str], list[tuple[float, Match]]] = {}
    for key, group in groups.items():
        scores[key] = [
            (_prior(match, group, setting), match) for match in _weighed(group[0], setting)
        ]
        chosen[key] = max(scores[key], key=lambda pair: pair[0])[1]
    for _ in range(2):
        anchors = [
            (key, match.entry) for key, match in chosen.items() if match.entry.kind != "country"
        ]
        for key in groups:
            others = [entry for other, entry in anchors if other[0] != key[0]]
            chosen[key] = max(
                scores[key], key=lambda pair: pair[0] + _proximity(pair[1].entry, others)
            )[1]
    return [
        chosen[plain(t.text), plain(t.qualifier.text) if t.qualifier else ""].entry
        for t in toponyms
    ]


def _weighed(toponym: Toponym, setting: Setting) -> list[Match]:
    matches = toponym.matches
    near = [m for m in matches[MOST:] if m.entry.country in setting.countries]
    return [*matches[:MOST], *near]


def _setting(document: Document, toponyms: list[Toponym]) -> Setting:
    setting = Setting()
    for match in _WORD.finditer(document.report.text):
        code = countries_by_demonym(match.group())
        if code:
            setting.countries[code] += 0.7
    if document.report.publisher:
        for word in document.report.publisher.split():
            code = countries_by_demonym(word) or country_named(word)
            if code:
                setting.countries[code] += 1.0
    for toponym in toponyms:
        best = toponym.matches[0]
        if not best.exact:
            continue
        if best.entry.kind == "country":
            setting.countries[best.entry.country] += 1.0
        elif best.entry.kind in {"admin1", "region"} and best.entry.admin1:
            setting.countries[best.entry.country] += 0.5
            setting.regions[best.entry.country, best.entry.admin1] += 1.0
        elif best.entry.population >= 300_000 or len(toponym.matches) == 1:
            setting.countries[best.entry.country] += 0.4
    total = sum(setting.countries.values())
    if total:
        for code in setting.countries:
            setting.countries[code] /= total
    return setting


def _prior(match: Match, group: list[Toponym], setting: Setting) -> float:
    entry = match.entry
    score = 0.55 * log10(entry.population + 10)
    score += 1.5 if match.exact else 0.0
    score += 0.6 if match.main else 0.0
    if entry.kind == "country":
        score += 3.0
    elif entry.kind == "region":
        score += 2.5
    elif entry.kind == "admin2":
        score -= 1.0
    elif entry.kind not in {"admin1", "city"}:
        score += 1.0
    score += 3.0 * sqrt(setting.countries.get(entry.country, 0.0))
    if entry.admin1 and (entry.country, entry.admin1) in setting.regions:
        score += 1.0
    score += _type_fit(entry, group)
    qualifier = group[0].qualifier
    if qualifier is not None:
        inside = max((_lies_in(entry, m.entry) for m in qualifier.matches), default=0)
        score += 5.0 * inside
    return score


def _lies_in(entry: Entry, larger: Entry) -> int:
    if larger.country != entry.country:
        return 0
    if larger.kind == "country":
        return int(entry.kind != "country")
    if larger.kind in {"admin1", "region"}:
        return int(larger.admin1 == entry.admin1 and entry.kind not in {"admin1", "country"})
    return int(larger.kind == "admin2" and larger.admin2 == entry.admin2 and entry.kind != "admin2")


def _type_fit(entry: Entry, group: list[Toponym]) -> float:
    """How well the entry fits the nouns that stand by the name."""
    types: dict[str, list[str]] = words()["types"]
    wanted: set[str] = set()
    for toponym in group:
        for kind, nouns in types.items():
            if toponym.after in nouns:
                wanted.add(kind)
    level = entry.kind
    if level == "admin1":
        return 2.5 if "admin1" in wanted else (-0.5 if "city" in wanted else -0.4)
    if level == "admin2":
        return 2.5 if "admin2" in wanted else 0.0
    if level == "city":
        return 1.0 if "city" in wanted else 0.0
    return 0.0


def _proximity(entry: Entry, others: list[Entry]) -> float:
    if entry.kind == "country" or not others:
        return 0.0
    score = 0.0
    for other in others:
        km = distance_km(entry.lat, entry.lon, other.lat, other.lon)
        score += exp(-km / 150.0)
    return min(2.5, 1.2 * score)
