"""Names -> places: which of its namesakes a name means, decided over the whole report.

Every namesake is scored by spelling, kind, population, the countries in play, the unit named after
a comma and the noun beside the name; then by how near it lies to what the other names probably
mean. The weights are ``data/models/place-choice.json``, fitted by ``training/places.py``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import log10, sqrt

import numpy as np
import numpy.typing as npt

from dateline.coding.likelier_places import likelier
from dateline.coding.place_words import word_set
from dateline.coding.toponyms import Toponym
from dateline.knowledge.countries import country
from dateline.knowledge.files import resource
from dateline.knowledge.gazetteer import LOWER_UNITS, Entry, Match
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.knowledge.spelling import plain

Array = npt.NDArray[np.float64]
Shares = Mapping[str, float]
"""Countries by code, each with its share of what in the report points to a country."""

_LEAST = 0.01
"""A smaller share of what points to a country is nothing but rounding."""

_NATIONALITY = 0.4
"""How far a country counts in which nothing of the report lies: "an American nurse"."""

_LETTERS = 2
"""Letters up to which a name may be an abbreviation: "PA" is no town of a land at war."""

_TOWN = 15_000
"""People from which a city is meant by a name that it shares with its province."""

_NAMESAKE = 0.05
"""Share of a province's people from which a city that has its name as an alias is meant by it."""

_CITY = frozenset({"city"})
_PROVINCE = frozenset({"admin1"})

_AROUND_KM = 25.0
"""How far from a city a quarter or village may lie that is named as being in it."""

_BY_KM = 80.0
"""How far from a city a place may lie that is named as being north of it."""

MOST = 25
"""Namesakes that are weighed for one name: the likeliest, and those in the countries in play."""

FEATURES = (
    "exact", "main", "literal", "country", "admin1", "admin2", "city", "airport", "own", "world",
    "population", "unknown_population", "share", "top_country", "region_named", "inside",
    "type_admin1", "type_admin2", "type_city", "capital", "only", "share_exact", "share_literal",
    "close", "near", "far", "alias_near", "loose_near",
)  # fmt: skip
_NONE: frozenset[str] = frozenset()
_SCALES = (25.0, 100.0, 400.0)


@dataclass(slots=True)
class Group:
    """All mentions of one name, and the namesakes it may mean with their features."""

    key: tuple[str, str]
    members: list[Toponym]
    matches: list[Match]
    features: Array
    likelier: Array | float = 0.0
    """What is added to each namesake's score whatever the report says."""


def choose(
    toponyms: list[Toponym],
    shares: Shares,
    own: Mapping[str, Shares],
    passing: frozenset[str],
    on: date | None,
) -> list[tuple[Entry, float]]:
    """Return the place that each listed name means and its probability, in the same order.

    ``shares`` are the report's country shares, ``own`` what each name itself adds to them,
    ``passing`` the countries named but for their people, ``on`` the day of the report.
    """
    found = groups(toponyms, shares, own, passing)
    if not found:
        return []
    for group in found:
        if len(group.key[0]) > _LETTERS:
            elsewhere = _elsewhere(group, shares, own) - passing
            group.likelier = likelier(group.matches, elsewhere, on)
    weights = _weights()
    probabilities = settle(found, weights)
    chosen: dict[tuple[str, str], tuple[Entry, float]] = {}
    for group, chances in zip(found, probabilities, strict=True):
        best = int(chances.argmax())
        chosen[group.key] = (group.matches[best].entry, float(chances[best]))
    out = []
    for toponym in toponyms:
        entry, chance = chosen[_key(toponym)]
        out.append((_of_sort(toponym, entry), chance))
    return out


def _elsewhere(group: Group, shares: Shares, own: Mapping[str, Shares]) -> frozenset[str]:
    """Return the countries to which something else points than the group's own name."""
    mine = own.get(group.members[0].text, {})
    return frozenset(c for c, share in shares.items() if share - mine.get(c, 0.0) >= _LEAST)


def _of_sort(toponym: Toponym, entry: Entry) -> Entry:
    """Tell a province from the city it is named after, by the noun beside this mention.

    A bare name is the city's, where that is no mere village, and the town's before its district's.
    """
    if toponym.sort == "admin1" and entry.kind == "country":  # "Niger state" is Nigeria's
        units = (m.entry for m in toponym.matches if m.exact and m.entry.kind == "admin1")
        return next((unit for unit in units if unit.country != entry.country), entry)
    wanted = _PROVINCE if toponym.sort == "admin1" else _CITY
    if toponym.after in word_set("areas"):
        wanted = LOWER_UNITS
    if entry.kind in wanted or entry.kind not in {"admin1", "city", *LOWER_UNITS}:
        return entry
    if toponym.sort == "admin2" and entry.kind in LOWER_UNITS:
        return entry
    for match in toponym.matches:
        other = match.entry
        if (
            (match.exact or other.name == entry.name)
            and other.kind in wanted
            and other.country == entry.country
            and other.admin1 == entry.admin1
            and (wanted is not _CITY or other.population >= _TOWN or entry.kind in LOWER_UNITS)
            and not _is_by_the_way(match, entry)
        ):
            return other
    return entry


def _is_by_the_way(match: Match, province: Entry) -> bool:
    """Whether a small city has a province's name only as an alias: "Antioquia" for Santa Fe."""
    small = match.entry.population < _NAMESAKE * province.population
    return small and not match.main and province.kind == "admin1"


def settle(found: list[Group], weights: Array, rounds: int = 2) -> list[Array]:
    """Return each group's probabilities, after the groups have looked at one another."""
    plain_scores = [group.features @ weights + group.likelier for group in found]
    probabilities = [_softmax(scores) for scores in plain_scores]
    for _ in range(rounds):
        nearness = proximity(found, probabilities)
        for group, near in zip(found, nearness, strict=True):
            group.features[:, -5:-2] = near
            exact, main = group.features[:, 0], group.features[:, 1]
            group.features[:, -2] = near[:, 1] * (exact - main)
            group.features[:, -1] = near[:, 1] * (1.0 - exact)
        probabilities = [_softmax(group.features @ weights + group.likelier) for group in found]
    return probabilities


def groups(
    toponyms: list[Toponym],
    shares: Shares,
    own: Mapping[str, Shares],
    passing: frozenset[str] = frozenset(),
) -> list[Group]:
    """Return the names of a report, each once, with the features of what they may mean.

    ``passing`` are countries of people met everywhere to which but a nationality points.
    """
    members: dict[tuple[str, str], list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        members[_key(toponym)].append(toponym)
    named: dict[tuple[str, str | None], set[str]] = defaultdict(set)
    for (name, _), group in members.items():
        best = group[0].matches[0]
        if best.exact and best.entry.kind in {"admin1", "region"}:
            named[best.entry.country, best.entry.admin1].add(name)
    # "London, Ontario" once says what "London" means in the rest of the report.
    qualified = {plain(one.text): one for one in toponyms if one.qualifier and is_inside(one)}
    out = []
    for key, group in members.items():
        if group[0].qualifier is None and key[0] in qualified:
            group = [qualified[key[0]], *group]
        others = {
            code: share * (_NATIONALITY if code in passing else 1.0)
            for code, share in _others(group[0].matches, shares, own.get(group[0].text, {})).items()
        }
        top = max(others, key=lambda code: others[code], default="")
        matches = _weighed(_at_war(group[0].matches, shares, own.get(group[0].text, {})), others)
        rows = [_features(match, group, others, top, named, key[0]) for match in matches]
        out.append(Group(key, members[key], matches, np.array(rows, dtype=np.float64)))
    return out


def _others(matches: tuple[Match, ...], shares: Shares, own: Shares) -> Shares:
    """Return the shares of what else in the report points to a country than a name itself.

    "Tripoli" is no reason to take it for the better known one in Libya. Where nothing else points
    to where any namesake lies, the name's own word counts.
    """
    left = {code: share - own.get(code, 0.0) for code, share in shares.items()}
    total = sum(left.values())
    if not any(match.exact and left.get(match.entry.country, 0.0) >= _LEAST for match in matches):
        return shares
    return {code: share / total for code, share in left.items()}


def proximity(found: list[Group], probabilities: list[Array]) -> list[Array]:
    """Return for each namesake how near it lies to what the other names probably mean.

    Three columns, for three scales: 1 minus the chance that no other name lies near.
    """
    anchors: list[tuple[float, float, float, int]] = []
    for number, (group, chances) in enumerate(zip(found, probabilities, strict=True)):
        for index in np.argsort(chances)[-3:]:
            entry = group.matches[int(index)].entry
            if chances[index] > 0.1 and entry.kind != "country" and entry.radius_km < 600:
                anchors.append((entry.lat, entry.lon, float(chances[index]), number))
    if not anchors:
        return [np.zeros((len(group.matches), 3)) for group in found]
    table = np.array(anchors)
    sizes = [len(group.matches) for group in found]
    points = np.array([(m.entry.lat, m.entry.lon) for group in found for m in group.matches])
    kilometres = _distances(points, table)
    owner = np.repeat(np.arange(len(found)), sizes)
    weight = np.where(owner[:, None] == table[None, :, 3], 0.0, table[None, :, 2])
    columns = [
        1.0 - np.prod(1.0 - 0.8 * weight * np.exp(-kilometres / scale), axis=1) for scale in _SCALES
    ]
    is_country = np.array([m.entry.kind == "country" for g in found for m in g.matches])
    near = np.stack(columns, axis=1)
    near[is_country] = 0.0
    return np.split(near, np.cumsum(sizes)[:-1])


def _distances(points: Array, anchors: Array) -> Array:
    """Approximate distances in km, good enough near by."""
    lat = np.radians(points[:, 0])[:, None]
    north = lat - np.radians(anchors[:, 0])[None, :]
    east = np.radians((points[:, 1][:, None] - anchors[:, 1][None, :] + 180) % 360 - 180)
    distances: Array = 6371.0 * np.sqrt(north**2 + (east * np.cos(lat)) ** 2)
    return distances


def _softmax(scores: Array) -> Array:
    exps = np.exp(scores - scores.max())
    chances: Array = exps / exps.sum()
    return chances


def _key(toponym: Toponym) -> tuple[str, str]:
    return plain(toponym.text), plain(toponym.qualifier.text) if toponym.qualifier else ""


def _at_war(matches: tuple[Match, ...], shares: Shares, own: Shares) -> tuple[Match, ...]:
    """Return the namesakes without cities elsewhere that are called so only by the way.

    Where wars know a place by that very name, a larger city in a country to which nothing else
    points is not meant by an alternate name of its own: "Poti" for Teresina in Brazil.
    """
    if not any(m.main and m.literal and m.entry.source == "own" for m in matches):
        return matches
    return tuple(
        match
        for match in matches
        if (match.main and match.literal)
        or shares.get(match.entry.country, 0.0) - own.get(match.entry.country, 0.0) >= _LEAST
    )


def _weighed(matches: tuple[Match, ...], shares: Shares) -> list[Match]:
    """Return the namesakes to be weighed.

    A country's own name is not an alternate name of a town ("Kosovo" for Kosovo Polje, "Iraq" for
    Arak in Iran).
    """
    if any(m.main and m.entry.kind == "country" for m in matches):
        matches = tuple(m for m in matches if m.main or m.entry.kind == "country")
    rest = [m for m in matches[MOST:] if m.exact and shares.get(m.entry.country, 0.0) > 0.1]
    return [*matches[:MOST], *rest[:60]]


def _features(
    match: Match,
    group: list[Toponym],
    shares: Shares,
    top: str,
    named: dict[tuple[str, str | None], set[str]],
    name: str,
) -> list[float]:
    entry = match.entry
    kind = entry.kind
    share = sqrt(shares.get(entry.country, 0.0))
    population = log10(entry.population + 1) / 7
    admin = kind in {"admin1", "region"}
    city = kind == "city"
    own = entry.id[:2] == "dl"
    return [
        float(match.exact),
        float(match.main),
        float(match.literal),
        float(kind == "country"),
        float(admin),
        float(kind in LOWER_UNITS),
        float(city),
        float(kind in {"airport", "airbase"}),
        float(own),
        float(not entry.country),
        population if city else 0.0,
        float(city and entry.population == 0),
        share,
        float(entry.country == top),
        # "New York" the state says nothing for "New York" the city.
        float(not admin and bool(named.get((entry.country, entry.admin1), _NONE) - {name})),
        lies_inside(entry, group[0]),
        float(admin and _beside(group, "admin1")),
        float(kind in LOWER_UNITS and _beside(group, "admin2")),
        float(city and _beside(group, "city")),
        float(city and _is_capital(entry)),
        float(len(group[0].matches) == 1),
        share * float(match.exact),
        share * float(match.literal),
        0.0,
        0.0,
        0.0,
        0.0,
        0.0,
    ]


def lies_inside(entry: Entry, toponym: Toponym) -> float:
    """Return whether the entry lies in what is named after the comma."""
    if toponym.qualifier is None:
        return 0.0
    lies = _lies_by if toponym.by_qualifier else _lies_in
    return max((lies(entry, m.entry) for m in toponym.qualifier.matches[:8]), default=0.0)


def _lies_by(entry: Entry, other: Entry) -> float:
    """Whether a town lies by a city or near town: "Phoenix, north of Durban"."""
    towns = entry.kind == other.kind == "city" and entry.id != other.id
    km = distance_km(entry.lat, entry.lon, other.lat, other.lon) if towns else _BY_KM
    return float(km < _BY_KM and other.population >= _TOWN)


def is_inside(toponym: Toponym) -> bool:
    """Return whether a place of that very name lies in the larger one that is named with it."""
    return any(lies_inside(m.entry, toponym) for m in toponym.matches[:MOST] if m.exact)


def _is_capital(entry: Entry) -> bool:
    own = country(entry.country)
    return own is not None and entry.population > 50_000 and entry.name in own.capitals


def _lies_in(entry: Entry, larger: Entry) -> float:
    if larger.country != entry.country or larger.id == entry.id:
        return 0.0
    if larger.kind == "country":
        return float(entry.kind != "country")
    if larger.kind in {"admin1", "region"}:
        return float(larger.admin1 == entry.admin1 and entry.kind not in {"admin1", "country"})
    if larger.kind in LOWER_UNITS:
        return float(larger.admin2 == entry.admin2 and entry.kind not in LOWER_UNITS)
    if larger.kind == "city" and larger.population >= _TOWN:
        near = distance_km(entry.lat, entry.lon, larger.lat, larger.lon) < _AROUND_KM
        return float(near and entry.population < larger.population)
    return 0.0


def _beside(group: list[Toponym], kind: str) -> bool:
    """Whether a noun of that kind stands by the name: "Idlib province", "the city of Idlib"."""
    return any(toponym.sort == kind for toponym in group)


@cache
def _weights() -> Array:
    text = resource("models/place-choice.json").read_text(encoding="utf-8")
    table: dict[str, float] = json.loads(text)["weights"]
    return np.array([table[name] for name in FEATURES])
