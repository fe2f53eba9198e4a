"""Numbers of a claim and of an event: totals, parts, and ranges over claims.

After UCDP: low, best and high; the best of an event is one of its claims' numbers, never a mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dateline.events.telling import Telling
from dateline.knowledge.files import table
from dateline.model import ActorKind, Claim, ClaimRef, Figure, Measure, Toll

CIVILIANS, SIDE_A, SIDE_B = "civilians", "side_a", "side_b"

_STATE = {ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES}
_ARMED = {
    ActorKind.REBEL,
    ActorKind.POLITICAL_MILITIA,
    ActorKind.IDENTITY_MILITIA,
    ActorKind.UNIDENTIFIED,
    ActorKind.OTHER,
}
_UNARMED = {ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS}


class Range(NamedTuple):
    """A number as a range; None where an end is not told."""

    low: int | None
    best: int | None
    high: int | None

    @property
    def middle(self) -> int | None:
        """The number to show: the best, or an end where there is no best."""
        for value in (self.best, self.low, self.high):
            if value is not None:
                return value
        return None


def who_kind(who: str | None) -> tuple[str, bool]:
    """Return the sort of people that words name ("" for people in general), and whether only some.

    The last word known decides: in "women and children" both are civilians.
    """
    if who is None:
        return ("", False)
    known = [_victims()[word] for word in re.findall(r"\w+", who.lower()) if word in _victims()]
    return known[-1] if known else ("", True)


def total(claim: Claim, measure: Measure) -> Range | None:
    """Return a claim's total of a measure, None where it gives none.

    Rival totals of one claim make a range whose best is the first told. Where only parts are
    given they add up if they count different people, else the largest part stands.
    """
    figures = [figure for figure in claim.figures if figure.measure is measure]
    if not figures:
        return None
    whole = [figure for figure in figures if who_kind(figure.who) == ("", False)]
    return _spread(whole) if whole else _together(figures)


def part(claim: Claim, measure: Measure, whom: str) -> Range | None:
    """Return how many of ``whom`` (civilians, side A, side B) a claim counts, None if untold."""
    figures = [f for f in claim.figures if f.measure is measure and _belongs(f, claim) == whom]
    if not figures:
        return None
    # "25 people, including 10 children": the children are among the people.
    whole = [figure for figure in figures if who_kind(figure.who) == ("", False)]
    return _spread(whole) if whole else _together(figures)


def merged(
    told: Sequence[Telling], measure: Measure, support: dict[ClaimRef, int], whom: str | None = None
) -> Toll | None:
    """Return an event's toll over its claims, None where no claim gives one.

    ``told`` is in the order of publication. Low and high are the ends over all claims. The best
    is the latest where the numbers only rise, as counts do while bodies are found; otherwise that
    of most independent sources (``support`` maps each claim to its source), the latest of equals.
    """
    ranges: list[tuple[ClaimRef, Range]] = []
    for telling in told:
        found = (
            total(telling.claim, measure) if whom is None else part(telling.claim, measure, whom)
        )
        if found is not None:
            ranges.append((telling.ref, found))
    if not ranges:
        return None
    ends_low = [r.low if r.low is not None else r.best for _, r in ranges]
    ends_high = [r.high if r.high is not None else r.middle for _, r in ranges]
    lows = [value for value in ends_low if value is not None]
    highs = [value for value in ends_high if value is not None]
    return Toll(
        measure=measure,
        who=whom,
        low=min(lows) if lows else None,
        best=_best(ranges, support),
        high=max(highs) if highs else None,
        claims=tuple(ref for ref, _ in ranges),
    )


def _best(ranges: list[tuple[ClaimRef, Range]], support: dict[ClaimRef, int]) -> int | None:
    values = [(ref, r.best) for ref, r in ranges if r.best is not None]
    if not values:
        return None
    numbers = [number for _, number in values]
    if numbers == sorted(numbers):
        return numbers[-1]
    sources: dict[int, set[int]] = {}
    latest: dict[int, int] = {}
    for position, (ref, number) in enumerate(values):
        sources.setdefault(number, set()).add(support.get(ref, -1))
        latest[number] = position
    return max(sources, key=lambda number: (len(sources[number]), latest[number]))


def _belongs(figure: Figure, claim: Claim) -> str | None:
    """The part of an event that a figure counts, None where it counts all or cannot be told."""
    kind, _ = who_kind(figure.who)
    if kind in ("civilians", "protesters"):
        return CIVILIANS
    if kind == "attackers":
        return SIDE_A
    if kind in ("soldiers", "fighters"):
        wanted = _STATE if kind == "soldiers" else _ARMED
        sides = [
            name
            for name, side in ((SIDE_A, claim.side_a), (SIDE_B, claim.side_b))
            if any(actor.kind in wanted for actor in side)
        ]
        return sides[0] if len(sides) == 1 else None
    victims = claim.side_b
    if claim.civilians_targeted and victims and all(a.kind in _UNARMED for a in victims):
        return CIVILIANS
    return None


def _together(figures: list[Figure]) -> Range:
    """The number of several sorts of people; one that is the sum of the others stands for them.

    "89 combatants, 52 insurgents and 37 soldiers" are 89.
    """
    numbers = [figure.best or 0 for figure in figures]
    for figure, number in zip(figures, numbers, strict=True):
        # "Dozens" have no number, and three times nought is no sum.
        if len(figures) > 2 and min(numbers) > 0 and 2 * number == sum(numbers):
            return _spread([figure])
    kinds: dict[str, list[Figure]] = {}
    for figure in figures:
        kinds.setdefault(who_kind(figure.who)[0], []).append(figure)
    return _sum([_of_kind(group) for group in kinds.values()])


def _of_kind(figures: list[Figure]) -> Range:
    """The number of one sort of people: told whole, or else its parts together."""
    whole = [figure for figure in figures if not who_kind(figure.who)[1]]
    if whole:
        return _spread(whole)
    by_words = {figure.who: figure for figure in reversed(figures)}
    # "others", "men" and the like may overlap with anything: the largest stands.
    if who_kind(figures[0].who)[0]:
        return _sum([_spread([figure]) for figure in by_words.values()])
    return max((_spread([figure]) for figure in figures), key=lambda r: r.middle or 0)


def _spread(figures: list[Figure]) -> Range:
    """Rival numbers as one range, the first told its best."""
    lows = [f.low if f.low is not None else f.best for f in figures]
    highs = [f.high if f.high is not None else None for f in figures]
    known_lows = [value for value in lows if value is not None]
    known_highs = [value for value in highs if value is not None]
    best = next((f.best for f in figures if f.best is not None), None)
    open_end = len(known_highs) < len(figures)
    middles = [f.best for f in figures if f.best is not None]
    top = max(known_highs, default=None)
    if open_end and top is not None and middles and max(middles) > top:
        top = None
    if open_end and len(figures) == 1:
        top = None
    exact = len(figures) == 1 and figures[0].low is None
    return Range(None if exact else min(known_lows, default=None), best, top)


def _sum(ranges: list[Range]) -> Range:
    if len(ranges) == 1:
        return ranges[0]

    def add(values: list[int | None]) -> int | None:
        known = [value for value in values if value is not None]
        return sum(known) if len(known) == len(values) else None

    return Range(
        add([r.low if r.low is not None else r.best for r in ranges]),
        add([r.best for r in ranges]),
        add([r.high for r in ranges]),
    )


@cache
def _victims() -> dict[str, tuple[str, bool]]:
    return {
        row["word"]: (row["kind"], row["part"] == "yes")
        for row in table("languages/en/victims.csv")
    }
