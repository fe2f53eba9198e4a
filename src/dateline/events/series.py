"""Counts over time: totals of territory as a series, and summaries of events."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from dateline.errors import UsageError
from dateline.events.contradictions import actor_words
from dateline.events.sources import publishers
from dateline.events.telling import Telling
from dateline.model import ClaimRef, Event, Measure, Status

TERRITORY = (Measure.AREA_KM2, Measure.SETTLEMENTS)


class Total(NamedTuple):
    """How much territory a side is told to have taken by a day.

    Totals of one side grow from day to day: 400 and later 550 square kilometres are progress, not
    rival numbers. ``measure`` is area in square kilometres, or settlements.
    """

    day: date
    actor: str
    place: str
    measure: Measure
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[ClaimRef, ...]
    publishers: tuple[str, ...]


class Count(NamedTuple):
    """One line of a summary: events and their numbers under one heading."""

    key: str
    events: int
    claims: int
    deaths_low: int
    deaths_best: int
    deaths_high: int
    injured: int
    displaced: int
    publishers: int


class Issue(NamedTuple):
    """That a publisher brought out a report on a day, with so many claims in it, or none."""

    publisher: str | None
    day: date | None
    claims: int


class Coverage(NamedTuple):
    """What one publisher gave: a source that falls silent changes every count.

    ``silent_days`` is the time from its last report to the last of any publisher. ``stopped`` says
    that it is silent for longer than it ever was between two reports.
    """

    publisher: str
    reports: int
    with_claims: int
    claims: int
    first: date | None
    last: date | None
    longest_gap_days: int
    silent_days: int
    stopped: bool


def totals(told: Iterable[Telling]) -> list[Total]:
    """Return the totals of territory told, by side, place, measure and day."""
    groups: dict[tuple[str, str, str, date, int | None, int | None, int | None], list[Telling]]
    groups = {}
    for telling in told:
        claim = telling.claim
        if claim.date is None or claim.status in (Status.PLANNED, Status.DENIED):
            continue
        holder = claim.control.to if claim.control else None
        side = holder or next(iter(claim.side_a), None)
        for figure in claim.figures:
            if figure.measure in TERRITORY:
                key = (
                    actor_words(side) if side else "",
                    claim.place.canonical if claim.place else "",
                    str(figure.measure),
                    claim.date.end,
                    figure.low,
                    figure.best,
                    figure.high,
                )
                groups.setdefault(key, []).append(telling)
    out = [
        Total(
            day=day,
            actor=actor,
            place=place,
            measure=Measure(measure),
            low=low,
            best=best,
            high=high,
            claims=tuple(sorted(telling.ref for telling in members)),
            publishers=publishers(sorted(members, key=lambda telling: telling.ref)),
        )
        for (actor, place, measure, day, low, best, high), members in groups.items()
    ]
    return sorted(out, key=lambda row: (row.actor, row.place, row.measure, row.day, row.best or 0))


def summary(events: Iterable[Event], by: str) -> list[Count]:
    """Return counts of events under headings, in the order of the headings.

    ``by`` is ``day``, ``month``, ``place``, ``admin1``, ``country``, ``actor``, ``type`` or
    ``certainty``; any other raises UsageError. Background and planned events are not counted. An
    event of several actors stands under each; one of several days under its first.
    """
    if by not in _HEADINGS:
        raise UsageError(f"cannot summarise by {by!r}: choose one of {', '.join(_HEADINGS)}")
    groups: dict[str, list[Event]] = {}
    for event in events:
        if event.background or event.status is Status.PLANNED:
            continue
        for key in dict.fromkeys(_HEADINGS[by](event)):
            groups.setdefault(key, []).append(event)
    return [_count(key, groups[key]) for key in sorted(groups)]


def _count(key: str, events: Sequence[Event]) -> Count:
    deaths = [_toll(event, Measure.KILLED) for event in events]
    return Count(
        key=key,
        events=len(events),
        claims=sum(len(event.claims) for event in events),
        deaths_low=sum(low for low, _, _ in deaths),
        deaths_best=sum(best for _, best, _ in deaths),
        deaths_high=sum(high for _, _, high in deaths),
        injured=sum(_toll(event, Measure.INJURED)[1] for event in events),
        displaced=sum(_toll(event, Measure.DISPLACED)[1] for event in events),
        publishers=len({name for event in events for name in event.publishers}),
    )


def _toll(event: Event, measure: Measure) -> tuple[int, int, int]:
    """Low, best and high of an event's total, 0 where it gives none; a missing end is the best."""
    for toll in event.tolls:
        if toll.measure is measure and toll.who is None:
            known = [value for value in (toll.best, toll.low, toll.high) if value is not None]
            best = known[0] if known else 0
            low = toll.low if toll.low is not None else best
            return (min(low, best), best, max(best, toll.high or 0))
    return (0, 0, 0)


def coverage(issues: Iterable[Issue]) -> list[Coverage]:
    """Return what each publisher gave, the longest silent first.

    A publisher is told to have stopped only where its reports came out on at least three days.
    """
    groups: dict[str, list[Issue]] = {}
    for issue in issues:
        groups.setdefault(issue.publisher or "", []).append(issue)
    newest = max((i.day for rows in groups.values() for i in rows if i.day), default=None)
    out = []
    for name, rows in groups.items():
        days = sorted({issue.day for issue in rows if issue.day})
        gap = max(((b - a).days for a, b in itertools.pairwise(days)), default=0)
        silent = (newest - days[-1]).days if newest and days else 0
        out.append(
            Coverage(
                publisher=name,
                reports=len(rows),
                with_claims=sum(issue.claims > 0 for issue in rows),
                claims=sum(issue.claims for issue in rows),
                first=days[0] if days else None,
                last=days[-1] if days else None,
                longest_gap_days=gap,
                silent_days=silent,
                stopped=len(days) >= 3 and silent > gap,
            )
        )
    return sorted(out, key=lambda row: (-row.silent_days, -row.longest_gap_days, row.publisher))


def _day(event: Event) -> list[str]:
    return [event.date.start.isoformat()] if event.date else ["undated"]


def _month(event: Event) -> list[str]:
    return [event.date.start.isoformat()[:7]] if event.date else ["undated"]


_HEADINGS: dict[str, Callable[[Event], list[str]]] = {
    "day": _day,
    "month": _month,
    "place": lambda event: [event.place.canonical if event.place else "nowhere told"],
    "admin1": lambda event: [(event.place and event.place.admin1) or "none told"],
    "country": lambda event: [(event.place and event.place.country) or "none told"],
    "actor": lambda event: [actor_words(a) for a in (*event.side_a, *event.side_b)] or ["none"],
    "type": lambda event: [str(event.sub_event_type)],
    "certainty": lambda event: [str(event.certainty)],
}
