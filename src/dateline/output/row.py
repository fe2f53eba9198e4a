"""A claim as one flat row: the columns that the CSV and GeoJSON outputs share.

Column names are stable; new columns are only ever added. Unknown is None, never zero.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline import __version__
from dateline.model import (
    Actor,
    Claim,
    Figure,
    Measure,
    Offsets,
    PlacePrecision,
    Report,
    SubEventType,
)

Cell = str | int | float | bool | None

PROVENANCE = f"machine-coded claim, unreviewed, not a fact; dateline {__version__}"
"""The sentence that travels with every row, because rows are cut from their file."""

DIGITS = {
    PlacePrecision.EXACT: 3,
    PlacePrecision.NEAR: 2,
    PlacePrecision.REGION: 1,
    PlacePrecision.COUNTRY: 0,
}
"""Decimals of a degree that each precision allows: about 100 m, 1 km, 11 km, 110 km."""


def row(report: Report, claim: Claim) -> dict[str, Cell]:
    """Return the claim's columns in their fixed order; quotations have their white space folded.

    Each measure has three columns, low, best and high: the total that the report gives, or the
    largest part where it gives none; rival totals widen the range. ``figures`` keeps them all in
    the report's words. Coordinates are WGS 84 degrees, rounded to what the precision allows.
    """
    date, place, control = claim.date, claim.place, claim.control
    cells: dict[str, Cell] = {
        "report_id": report.id,
        "claim_id": claim.id,
        "publisher": report.publisher,
        "published": report.published.isoformat() if report.published else None,
        "title": report.title,
        "url": report.url,
        "sub_event_type": claim.sub_event_type.value,
        "date_start": date.start.isoformat() if date else None,
        "date_end": date.end.isoformat() if date else None,
        "date_precision": date.precision.value if date else None,
        "place": place.canonical if place else None,
        "place_as_written": place.name if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "lat": None,
        "lon": None,
        "place_precision": place.precision.value if place else None,
        "geonameid": place.geonameid if place else None,
        "pcode": place.pcode if place else None,
    }
    point = coordinates(claim)
    if point is not None:
        cells["lon"], cells["lat"] = point
    for side, actors in (("side_a", claim.side_a), ("side_b", claim.side_b)):
        cells[side] = _joined(actor_name(actor) for actor in actors)
        cells[f"{side}_as_written"] = _joined(actor.mention for actor in actors)
        cells[f"{side}_kind"] = _joined(actor.kind.value for actor in actors)
        cells[f"{side}_country"] = _joined(actor.country or "" for actor in actors)
    cells["civilians_targeted"] = claim.civilians_targeted
    for measure in Measure:
        low, best, high = estimate(claim.figures, measure)
        cells[f"{measure.value}_low"] = low
        cells[f"{measure.value}_best"] = best
        cells[f"{measure.value}_high"] = high
    cells |= {
        "figures": _joined(figure_words(figure) for figure in claim.figures),
        "control_to": actor_name(control.to) if control and control.to else None,
        "control_from": actor_name(control.from_) if control and control.from_ else None,
        "attributed_to": _joined(claim.attributed_to),
        "status": claim.status.value,
        "background": claim.background,
        "flags": _joined(claim.flags),
        "confidence": claim.confidence,
        "evidence": " […] ".join(_folded(report.text, span) for span in claim.evidence),
        "evidence_offsets": _joined(f"{start}-{end}" for start, end in claim.evidence),
        "trigger": _folded(report.text, claim.trigger) if claim.trigger else None,
        "provenance": PROVENANCE,
    }
    return cells


def columns() -> tuple[str, ...]:
    """Return the names of all columns, in order."""
    blank = Claim(id="", evidence=((0, 1),), sub_event_type=SubEventType.OTHER)
    return tuple(row(Report(id="", text="-"), blank))


def coordinates(claim: Claim) -> tuple[float, float] | None:
    """Return longitude and latitude in WGS 84 degrees, no finer than known, or None."""
    place = claim.place
    if place is None or place.lat is None or place.lon is None:
        return None
    digits = DIGITS[place.precision]
    return round(place.lon, digits), round(place.lat, digits)


def actor_name(actor: Actor) -> str:
    """Return the group's usual name, or the words of the report where it has none."""
    return actor.name or actor.mention


def estimate(
    figures: Iterable[Figure], measure: Measure
) -> tuple[int | None, int | None, int | None]:
    """Return low, best and high of one measure over a claim's figures, each None if unknown.

    Totals count before parts. Rival totals give the lowest low, the first best and the highest
    high. Parts are never added up, as they may overlap ("14 civilians, four of them women"): the
    largest one stands, and the true total is at least that.
    """
    counted = [figure for figure in figures if figure.measure is measure]
    totals = [figure for figure in counted if figure.who is None]
    if not totals:
        totals = sorted(counted, key=_size)[-1:]
    lows = [figure.low for figure in totals if figure.low is not None]
    bests = [figure.best for figure in totals if figure.best is not None]
    highs = [figure.high for figure in totals if figure.high is not None]
    return (
        min(lows, default=None),
        bests[0] if bests else None,
        # An open end ("at least 58") stays open beside a closed one.
        max(highs) if highs and len(highs) == len(totals) else None,
    )


def figure_words(figure: Figure) -> str:
    """Return a figure in the report's words with its measure, such as "killed: at least 58"."""
    counted = " ".join(figure.text.split())
    if figure.who and figure.who.casefold() not in counted.casefold():
        counted = f"{counted} ({figure.who})"
    return f"{figure.measure.value}: {counted}"


def _size(figure: Figure) -> int:
    return max(figure.low or 0, figure.best or 0, figure.high or 0)


def _joined(parts: Iterable[str]) -> str | None:
    listed = list(parts)
    return "; ".join(listed) if any(listed) else None


def _folded(text: str, span: Offsets) -> str:
    return " ".join(text[span[0] : span[1]].split())
