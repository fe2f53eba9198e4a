"""Why two claims were taken for one event, in words a person can check."""

from __future__ import annotations

import math

from dateline.events.telling import Telling
from dateline.events.words import fold, words_of
from dateline.knowledge.files import settings
from dateline.model import Actor, Claim, DatePrecision, Figure, Place, PlacePrecision


def reasons(one: Telling, two: Telling) -> tuple[str, ...]:
    """Return what speaks for one event and what differs, the strongest first."""
    a, b = one.claim, two.claim
    parts = [
        _place(a.place, b.place),
        _day(a, b),
        _kind(a, b),
        _sides(a, b),
        *_numbers(a, b),
        _facility(one.quote, two.quote),
        _copy(one.quote, two.quote),
    ]
    return tuple(part for part in parts if part)


def kilometres(one: Place, two: Place) -> float | None:
    """Return the distance of two places in kilometres, None where one has no coordinates."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    lat_a, lat_b = math.radians(one.lat), math.radians(two.lat)
    lon = math.radians(two.lon - one.lon)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(lon / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, half)))


def _place(a: Place | None, b: Place | None) -> str:
    if a is None or b is None:
        return "place told once only" if a or b else "no place told"
    if fold(a.canonical) == fold(b.canonical):
        if a.precision is b.precision is PlacePrecision.EXACT:
            return f"same place ({a.canonical})"
        return f"same area ({a.canonical})"
    km = kilometres(a, b)
    coarse = {PlacePrecision.REGION, PlacePrecision.COUNTRY}
    if a.precision in coarse or b.precision in coarse:
        small, large = (a, b) if b.precision in coarse else (b, a)
        return f"{small.canonical} and, less closely, {large.canonical}"
    if km is None:
        return f"{a.canonical} and {b.canonical}"
    return f"{a.canonical} and {b.canonical}, {km:.0f} km apart"


def _day(a: Claim, b: Claim) -> str:
    if a.date is None or b.date is None:
        return "date told once only"
    if (a.date.start, a.date.end) == (b.date.start, b.date.end):
        if a.date.precision is b.date.precision is DatePrecision.DAY:
            return "same day" if a.date.start == a.date.end else "same days"
        return "same stretch of time"
    if a.date.start <= b.date.end and b.date.start <= a.date.end:
        return "days overlap"
    gap = max(a.date.start, b.date.start) - min(a.date.end, b.date.end)
    return f"dates {gap.days} day{'s' if gap.days > 1 else ''} apart"


def _kind(a: Claim, b: Claim) -> str:
    if a.sub_event_type is b.sub_event_type:
        return f"same type ({a.sub_event_type})"
    return f"told as {a.sub_event_type} and as {b.sub_event_type}"


def _sides(a: Claim, b: Claim) -> str:
    first, second = _agree(a.side_a, b.side_a), _agree(a.side_b, b.side_b)
    if first and second:
        return "both sides equal"
    if _agree(a.side_a, b.side_b) and _agree(a.side_b, b.side_a):
        return "the same two sides, in the other order"
    if first:
        return "same side A" if not (a.side_b and b.side_b) else "same side A, side B differs"
    if second:
        return "same side B" if not (a.side_a and b.side_a) else "same side B, side A differs"
    return "" if not (a.side_a and b.side_a) else "sides differ"


def same_actor(a: Actor, b: Actor) -> bool:
    """Return whether two mentions are one actor: by name, or by kind and country."""
    if a.name and b.name:
        return fold(a.name) == fold(b.name)
    return a.kind is b.kind and (a.country is None or b.country is None or a.country == b.country)


def _agree(one: tuple[Actor, ...], two: tuple[Actor, ...]) -> bool:
    return any(same_actor(a, b) for a in one for b in two)


def _numbers(a: Claim, b: Claim) -> list[str]:
    """The first two agreements of figures, or else the first difference."""
    agree, differ = [], []
    for one in a.figures:
        for two in b.figures:
            if one.measure is not two.measure:
                continue
            name = f"{one.measure} {shown(one)} and {shown(two)}"
            if one.best is not None and one.best == two.best:
                agree.append(f"{one.measure} {one.best} in both")
            elif overlap(one, two):
                agree.append(f"{name} overlap")
            elif one.who is None and two.who is None:
                differ.append(f"{name} differ")
    return list(dict.fromkeys(agree))[:2] or differ[:1]


def overlap(one: Figure, two: Figure) -> bool:
    """Return whether two numbers can both be right: their ranges share a value."""
    low_a, high_a = bounds(one)
    low_b, high_b = bounds(two)
    return low_a <= high_b and low_b <= high_a


def bounds(figure: Figure) -> tuple[float, float]:
    """Return the least and the greatest number that a figure allows; a round one allows a tenth."""
    best = figure.best
    if figure.low is None and figure.high is None and best is not None:
        return (best * 0.9, best * 1.1)
    low = figure.low if figure.low is not None else 0
    high = figure.high if figure.high is not None else math.inf
    return (low, high)


def shown(figure: Figure) -> str:
    """Return a number as people write it: ``12``, ``12+``, ``24-99``, ``up to 40``."""
    low, best, high = figure.low, figure.best, figure.high
    if low is not None and low == high:
        return str(low)
    if low is not None and high is not None:
        return f"{low}-{high}"
    if low is not None:
        return f"{low}+"
    if high is not None:
        return f"up to {high}"
    return f"about {best}"


def _facility(one: str, two: str) -> str:
    a, b = (words_of(text, content=0, names=0).facilities for text in (one, two))
    names = list(settings("languages/en/linking.toml")["facilities"])
    shared = [name for bit, name in enumerate(names) if a & b & (1 << bit)]
    return f"both name a {shared[0]}" if shared else ""


def _copy(one: str, two: str) -> str:
    return "nearly the same words" if near_identical(one, two) else ""


def near_identical(one: str, two: str) -> bool:
    """Return whether two quotations are copies: of all their words four in five are shared."""
    a, b = set(fold(one).split()), set(fold(two).split())
    return len(a) > 5 and len(b) > 5 and len(a & b) >= 0.8 * len(a | b)
