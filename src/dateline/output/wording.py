"""Dates, places and figures in words for a reader; plain text, not yet escaped."""

from __future__ import annotations

from datetime import date

from dateline.model import Actor, DatePrecision, EventDate, Figure, Measure, Place, PlacePrecision

UNITS = {Measure.AREA_KM2: "km²", Measure.PARTICIPANTS: "taking part"}
"""How a measure reads behind its number where its own name would not."""


def range_words(figure: Figure) -> str:
    """Return the figure as a range: "58 or more", "3–6", "up to 40", "about 10,000", "12"."""
    low, best, high = figure.low, figure.best, figure.high
    if low is None and high is None:
        return "number unknown" if best is None else f"about {best:,}"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def measure_words(measure: Measure) -> str:
    """Return the measure as it reads behind a number."""
    return UNITS.get(measure, measure.value)


def date_words(when: EventDate) -> str:
    """Return the date as far as it is known: "29 Nov 2024", "28–29 Nov 2024", "Nov 2024"."""
    start, end = when.start, when.end
    if when.precision is DatePrecision.YEAR:
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if when.precision is DatePrecision.MONTH and (start.year, start.month) == (end.year, end.month):
        return _month(start)
    days = _day(start)
    if start != end:
        if (start.year, start.month) == (end.year, end.month):
            days = f"{start.day}–{_day(end)}"
        elif start.year == end.year:
            days = f"{start.day} {start:%b} – {_day(end)}"
        else:
            days = f"{_day(start)} – {_day(end)}"
    return f"about {days}" if when.precision is not DatePrecision.DAY else days


def place_words(place: Place) -> str:
    """Return the place with its vagueness: "near Mare", "somewhere in Idlib", "Anadan"."""
    lead = {
        PlacePrecision.EXACT: "",
        PlacePrecision.NEAR: "near ",
        PlacePrecision.REGION: "somewhere in ",
        PlacePrecision.COUNTRY: "somewhere in ",
    }[place.precision]
    return lead + place.canonical


def region_words(place: Place) -> str:
    """Return what the place lies in, such as "Aleppo, SY"; empty where that adds nothing."""
    parts = [place.admin1 or "", place.country or ""]
    return ", ".join(part for part in parts if part and part != place.canonical)


def actor_detail(actor: Actor) -> str:
    """Return the actor's kind and country, such as "rebel, SY"."""
    return ", ".join(part for part in (actor.kind.value, actor.country or "") if part)


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{day:%b} {day.year}"
