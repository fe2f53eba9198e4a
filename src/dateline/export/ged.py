"""UCDP GED's shape: its types of violence, its counts of the dead, its grid."""

from __future__ import annotations

import math
from typing import NamedTuple

from dateline.knowledge.actor_names import ucdp_name
from dateline.knowledge.actors import actor_table
from dateline.model import Actor, ActorKind, DatePrecision, Event, Measure, PlacePrecision, Toll

_STATE = {ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES}
_UNARMED = {ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS}


class Deaths(NamedTuple):
    """The dead by side; best is their sum, low and high the range over all claims."""

    side_a: int
    side_b: int
    civilians: int
    unknown: int
    low: int
    best: int
    high: int


def has_deaths(event: Event) -> bool:
    """Return whether an event is one for GED: somebody died by it."""
    found = deaths(event)
    return max(found.best, found.high) > 0


def deaths(event: Event) -> Deaths:
    """Return the dead of an event; what the parts do not tell is unknown.

    Where a part is larger than the total, the sum of the parts is the best estimate.
    """
    total = _best(_toll(event, None))
    parts = [_best(_toll(event, whom)) for whom in ("side_a", "side_b", "civilians")]
    if type_of_violence(event) == 3:
        # One-sided violence has its victims in the civilian column.
        parts = [parts[0], 0, parts[1] + parts[2]]
    elif _swapped(event):
        parts = [parts[1], parts[0], parts[2]]
    unknown = max(0, total - sum(parts))
    best = sum(parts) + unknown
    found = _toll(event, None)
    low = found.low if found and found.low is not None else best
    high = found.high if found and found.high is not None else best
    return Deaths(parts[0], parts[1], parts[2], unknown, min(low, best), best, max(high, best))


def type_of_violence(event: Event) -> int | None:
    """Return 1 for state-based, 2 for non-state, 3 for one-sided violence; None if unknown."""
    one, two = _armed(event.side_a), _armed(event.side_b)
    if one and not two:
        return 3
    if not one or not two:
        return None
    return 1 if any(actor.kind in _STATE for actor in (*one, *two)) else 2


def side(event: Event, number: int) -> str | None:
    """Return the name of a side: in state-based violence the state is side A."""
    sides = [event.side_a, event.side_b]
    if _swapped(event):
        sides.reverse()
    if number == 1 and type_of_violence(event) == 3:
        return "Civilians"
    armed = _armed(sides[number])
    if not armed:
        return None
    day = event.date.start if event.date else None
    return ucdp_name(armed[0], actor_table(), day)


def dyad(event: Event) -> str | None:
    """Return both sides as one name, None where one is unknown."""
    one, two = side(event, 0), side(event, 1)
    return f"{one} - {two}" if one and two else None


def clarity(event: Event) -> int:
    """Return 1 for an event of its own, 2 for one that sums up several days or places."""
    when, place = event.date, event.place
    clear = when is not None and when.precision is DatePrecision.DAY and when.start == when.end
    known = place is not None and place.precision in (PlacePrecision.EXACT, PlacePrecision.NEAR)
    return 1 if clear and known else 2


def point(lat: float | None, lon: float | None) -> str | None:
    """Return a WKT point, longitude first, None without coordinates."""
    return None if lat is None or lon is None else f"POINT ({lon} {lat})"


def priogrid(lat: float | None, lon: float | None) -> int | None:
    """Return the PRIO-GRID cell: half degrees counted from the south-west corner, row by row."""
    if lat is None or lon is None:
        return None
    row = min(359, math.floor((lat + 90) * 2))
    column = min(719, math.floor((lon + 180) * 2))
    return row * 720 + column + 1


def _toll(event: Event, whom: str | None) -> Toll | None:
    return next((t for t in event.tolls if t.measure is Measure.KILLED and t.who == whom), None)


def _best(found: Toll | None) -> int:
    if found is None:
        return 0
    known = [value for value in (found.best, found.low, found.high) if value is not None]
    return known[0] if known else 0


def _armed(side: tuple[Actor, ...]) -> list[Actor]:
    return [actor for actor in side if actor.kind not in _UNARMED]


def _swapped(event: Event) -> bool:
    """Whether side B is the state of a state-based event, which GED puts first."""

    def state(side: tuple[Actor, ...]) -> bool:
        return any(actor.kind in _STATE for actor in _armed(side))

    return type_of_violence(event) == 1 and state(event.side_b) and not state(event.side_a)
