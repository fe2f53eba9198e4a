"""Tellings as columns of numbers: what linking compares, at about 450 bytes a claim.

A million claims as records would fill the memory of a laptop; as columns they take half a
gigabyte and are compared by the hundred thousand at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from dateline.events.telling import Telling
from dateline.events.words import Words, actor_number, fold, number_of, place_words, words_of
from dateline.knowledge.files import table
from dateline.model import (
    Actor,
    ActorKind,
    Claim,
    DatePrecision,
    Measure,
    PlacePrecision,
    Status,
    SubEventType,
)

Column = npt.NDArray[Any]

TYPES = {kind: number for number, kind in enumerate(SubEventType)}
KINDS = {kind: number for number, kind in enumerate(ActorKind)}
MEASURES = {measure: number + 1 for number, measure in enumerate(Measure)}
DATE_PRECISIONS = {precision: number for number, precision in enumerate(DatePrecision)}
PLACE_PRECISIONS = {precision: number for number, precision in enumerate(PlacePrecision)}
NO_PLACE = len(PLACE_PRECISIONS)
NO_DATE = len(DATE_PRECISIONS)
NO_KIND = -1

CONTENT, NAMES, FIGURES, ACTORS, PLACE_WORDS = 32, 16, 8, 3, 3
A_WEEK = 7
"""What goes on for so many days up to its report's is open."""

_BATCH = 4096


@dataclass(frozen=True, slots=True)
class Sketch:
    """Claims as columns, one row a claim; 0 (or NaN, or -1 for a kind) stands for nothing.

    ``first`` and ``last`` are proleptic ordinals of the days the claim names; ``earliest`` and
    ``latest`` the days the event may lie in, given the precision. A ``firm`` date stands in the
    claim's own evidence; others were carried over from elsewhere in the report. An ``open`` stretch
    of a week or more goes on to the day of its report.
    """

    report: Column
    type: Column
    family: Column
    planned: Column
    background: Column
    civilians: Column
    first: Column
    last: Column
    earliest: Column
    latest: Column
    date_precision: Column
    firm: Column
    open: Column
    lat: Column
    lon: Column
    place_precision: Column
    place: Column
    place_words: Column
    country: Column
    admin1: Column
    actor_names: Column
    actor_kinds: Column
    actor_countries: Column
    measures: Column
    values: Column
    words: Column
    names: Column
    facilities: Column
    daytime: Column

    def __len__(self) -> int:
        return len(self.type)


_DTYPES: dict[str, Any] = {
    "report": np.uint64,
    "type": np.int8,
    "family": np.int8,
    "planned": np.bool_,
    "background": np.bool_,
    "civilians": np.bool_,
    "first": np.int32,
    "last": np.int32,
    "earliest": np.int32,
    "latest": np.int32,
    "date_precision": np.int8,
    "firm": np.bool_,
    "open": np.bool_,
    "lat": np.float32,
    "lon": np.float32,
    "place_precision": np.int8,
    "place": np.uint32,
    "place_words": np.uint32,
    "country": np.uint16,
    "admin1": np.uint32,
    "actor_names": np.uint32,
    "actor_kinds": np.int8,
    "actor_countries": np.uint16,
    "measures": np.int8,
    "values": np.float32,
    "words": np.uint32,
    "names": np.uint32,
    "facilities": np.uint32,
    "daytime": np.uint8,
}


def sketch(tellings: Iterable[Telling]) -> Sketch:
    """Return the columns of ``tellings``, in their order; reads the iterable once, in batches."""
    parts: dict[str, list[Column]] = {name: [] for name in _DTYPES}
    source = iter(tellings)
    while rows := [_row(telling) for telling in islice(source, _BATCH)]:
        for name, cells in zip(_DTYPES, zip(*rows, strict=True), strict=True):
            parts[name].append(np.array(cells, dtype=_DTYPES[name]))
    if not parts["type"]:
        empty = _row(Telling("", _EMPTY_CLAIM))
        for name, cell in zip(_DTYPES, empty, strict=True):
            parts[name].append(np.array([cell], dtype=_DTYPES[name])[:0])
    return Sketch(**{name: np.concatenate(parts.pop(name)) for name in _DTYPES})


def take(columns: Sketch, rows: Column) -> Sketch:
    """Return the named rows as columns of their own."""
    return Sketch(**{name: getattr(columns, name)[rows] for name in _DTYPES})


def country_number(code: str | None) -> int:
    """Return a country's two letters as a number below 65,536, 0 for none."""
    if not code or len(code) != 2:
        return 0
    return (ord(code[0]) << 8 | ord(code[1])) & 0xFFFF


def _row(telling: Telling) -> tuple[Any, ...]:
    """One telling's cells, in the order of ``_DTYPES``."""
    claim = telling.claim
    words = words_of(telling.quote, content=CONTENT, names=NAMES)
    first, last, earliest, latest, date_precision = _days(claim, telling)
    place = claim.place
    placed = place is not None and place.lat is not None and place.lon is not None
    named = place is not None and place.precision is not PlacePrecision.COUNTRY
    measures, values = _figures(claim)
    names, kinds, countries = _actors(claim)
    country = place.country if place else _shared_country(claim)
    spelled: tuple[int, ...] = ()
    if place and named:
        spelled = place_words(place.canonical) or place_words(place.name)
    return (
        hash64(telling.report_id),
        TYPES[claim.sub_event_type],
        _families()[claim.sub_event_type],
        claim.status is Status.PLANNED,
        claim.background,
        claim.civilians_targeted,
        first,
        last,
        earliest,
        latest,
        date_precision,
        _firm(claim),
        _open(telling),
        place.lat if place and placed else np.nan,
        place.lon if place and placed else np.nan,
        PLACE_PRECISIONS[place.precision] if place else NO_PLACE,
        number_of(fold(place.canonical)) if place else 0,
        _padded(spelled, PLACE_WORDS),
        country_number(country),
        number_of(fold(place.admin1)) if place and place.admin1 else 0,
        names,
        kinds,
        countries,
        measures,
        values,
        _padded(words.content, CONTENT),
        _padded(_other_names(words, place_words(place.name) if place else ()), NAMES),
        words.facilities,
        words.daytime,
    )


def hash64(text: str) -> int:
    """Return a 64-bit number for an id; two of a million ids collide once in 10^7 runs."""
    return number_of(text) << 32 | number_of(text[::-1] + "/")


def _days(claim: Claim, telling: Telling) -> tuple[int, int, int, int, int]:
    """First and last day told, the days the event may lie in, and the precision.

    A claim of week precision may be dated by its publication alone: it may lie up to six days
    before. A claim without a date lies within the week before its report, where that has a day.
    """
    when = claim.date
    if when is None:
        if telling.published is None:
            return (0, 0, 0, 0, NO_DATE)
        day = telling.published.toordinal()
        return (day, day, day - 6, day, DATE_PRECISIONS[DatePrecision.WEEK])
    first, last = when.start.toordinal(), max(when.start, when.end).toordinal()
    before, after = {
        DatePrecision.DAY: (0, 0),
        DatePrecision.WEEK: (6 if last - first < 3 else 2, 1),
        DatePrecision.MONTH: (15 if last - first < 15 else 3, 15 if last - first < 15 else 3),
        DatePrecision.YEAR: (0, 0),
    }[when.precision]
    return (first, last, first - before, last + after, DATE_PRECISIONS[when.precision])


def _firm(claim: Claim) -> bool:
    """Whether a date is told beside the event; one that quotes nothing is taken at its word."""
    if claim.date is None or claim.date.span is None:
        return claim.date is not None
    first, last = claim.date.span
    return any(start <= first and last <= end for start, end in claim.evidence)


def _open(telling: Telling) -> bool:
    """Whether an event is told to go on: a later report of it gives it a later end."""
    told = telling.claim.date
    goes_on = told is not None and told.end == telling.published
    return told is not None and goes_on and (told.end - told.start).days >= A_WEEK


def _shared_country(claim: Claim) -> str | None:
    """The country of the first actor that is at home: where a claim without a place lies."""
    for actor in (*claim.side_a, *claim.side_b):
        if actor.country and actor.kind is not ActorKind.EXTERNAL_FORCES:
            return actor.country
    return None


def _figures(claim: Claim) -> tuple[list[int], list[float]]:
    """Measure and number of the first figures; 0 where a number is nothing to compare."""
    measures, values = [0] * FIGURES, [0.0] * FIGURES
    for slot, figure in enumerate(claim.figures[:FIGURES]):
        value = figure.best
        if value is None:
            ends = [end for end in (figure.low, figure.high) if end is not None]
            value = round(sum(ends) / len(ends)) if ends else None
            exact = False
        else:
            exact = True
        if value is not None:
            # A vague number is stored below zero: it can be near another, but never equal.
            measures[slot] = MEASURES[figure.measure]
            values[slot] = float(value) if exact else -float(max(1, value))
    return measures, values


def _actors(claim: Claim) -> tuple[list[int], list[int], list[int]]:
    """Name, kind and country of the first actors of side A, then of side B."""
    names, kinds, countries = [0] * 2 * ACTORS, [NO_KIND] * 2 * ACTORS, [0] * 2 * ACTORS
    for offset, side in ((0, claim.side_a), (ACTORS, claim.side_b)):
        for slot, actor in enumerate(_plainest(side), offset):
            names[slot] = actor_number(actor.name) if actor.name else 0
            kinds[slot] = KINDS[actor.kind]
            countries[slot] = country_number(actor.country)
    return names, kinds, countries


def _plainest(side: tuple[Actor, ...]) -> list[Actor]:
    """At most three actors of a side, named ones first where there are more."""
    if len(side) <= ACTORS:
        return list(side)
    return sorted(side, key=lambda actor: actor.name is None)[:ACTORS]


def _other_names(words: Words, place: tuple[int, ...]) -> tuple[int, ...]:
    """The names of a quotation; the claim's own place stays, as another may be told by it."""
    return tuple(dict.fromkeys((*place, *words.names)))[:NAMES]


def _padded(numbers: tuple[int, ...], width: int) -> list[int]:
    return [*numbers[:width], *([0] * (width - len(numbers)))]


@cache
def _families() -> dict[SubEventType, int]:
    """The number of each type's family: types of different families are never compared."""
    rows = {SubEventType(row["sub_event_type"]): row["family"] for row in _rows()}
    numbers = {family: number for number, family in enumerate(sorted(set(rows.values())))}
    return {kind: numbers[family] for kind, family in rows.items()}


def _rows() -> list[dict[str, str]]:
    return list(table("linking/families.csv"))


_EMPTY_CLAIM = Claim(id="", evidence=((0, 0),), sub_event_type=SubEventType.OTHER)
