"""How many claims fall on each day, or on each month of a long time, as a small SVG chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from html import escape

from dateline.model import Claim
from dateline.output.kinds import kind_of, kinds

WIDTH, HEIGHT = 480, 120
BASE = 98
"""Where the bars stand; what is below holds the names of the days."""

MOST_DAYS = 62
"""A longer time is counted by month."""

MOST_MONTHS = 60
"""The latest months that are shown; older ones would flatten the rest."""


def draw(claims: Iterable[Claim], label: str) -> str:
    """Return the chart, or an empty string where fewer than two days or months are told.

    Counted are claims with a date, by its first day, without history and plans.
    """
    dated = [
        (claim.date.start, kind_of(claim.sub_event_type).key)
        for claim in claims
        if claim.date and not claim.background
    ]
    if not dated:
        return ""
    days = [day for day, _ in dated]
    by_day = (max(days) - min(days)).days < MOST_DAYS
    periods = _days(min(days), max(days)) if by_day else _months(min(days), max(days))
    if len(periods) < 2:
        return ""
    counts = Counter((day if by_day else day.replace(day=1), kind) for day, kind in dated)
    totals = [sum(counts[period, kind.key] for kind in kinds()) for period in periods]
    step = (WIDTH - 16) / len(periods)
    height = (BASE - 16) / max(totals)
    bars, last = [], -100.0
    for index, (period, total) in enumerate(zip(periods, totals, strict=True)):
        left = 8 + index * step
        name = f"{period.day} {period:%b}" if by_day else f"{period:%b %Y}"
        bars.append(f"<g><title>{name}: {total}</title>{_bar(period, counts, left, step, height)}")
        if total:
            top = BASE - total * height - 3
            bars.append(
                f'<text class="count" x="{left + step / 2:.1f}" y="{top:.1f}">{total}</text>'
            )
        bars.append("</g>")
        if left - last >= 52 and left + 52 < WIDTH:
            bars.append(f'<text x="{left + 1:.1f}" y="{BASE + 14}">{name}</text>')
            last = left
    return (
        f'<svg class="timeline" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(label)}">{"".join(bars)}'
        f'<path class="axis" d="M8 {BASE}H{WIDTH - 8}"/></svg>'
    )


def _bar(
    period: date, counts: Counter[tuple[date, str]], left: float, step: float, height: float
) -> str:
    """Return one stacked bar; the kinds stand in the order of the key from below."""
    out, foot = [], float(BASE)
    for kind in kinds():
        tall = counts[period, kind.key] * height
        if tall:
            foot -= tall
            out.append(
                f'<rect class="k-{kind.key}" x="{left + step * 0.1:.1f}" y="{foot:.1f}" '
                f'width="{step * 0.8:.1f}" height="{tall:.1f}"/>'
            )
    return "".join(out)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _months(first: date, last: date) -> list[date]:
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    start = first.year * 12 + first.month - 1
    numbers = range(start, start + count)[-MOST_MONTHS:]
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]
