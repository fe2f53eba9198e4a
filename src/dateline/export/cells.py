"""The values a column may hold, by the names that column maps use.

Every value is a plain function of one event and its dataset; a map in ``data/exports`` says which
column of which format shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.events.contradictions import actor_words
from dateline.events.reasons import shown
from dateline.export import acled, ged
from dateline.export.dataset import Dataset
from dateline.knowledge.countries import name_of
from dateline.knowledge.files import table
from dateline.knowledge.ontology import ontology
from dateline.model import DatePrecision, Event, Figure, Measure, PlacePrecision, Status, Toll
from dateline.store.decisions import Decided

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Line:
    """One event to be shown, with the dataset it stands in and the options of the format."""

    decided: Decided
    dataset: Dataset
    options: Mapping[str, Any]

    @property
    def event(self) -> Event:
        """The event, decisions applied."""
        return self.decided.event


def toll(event: Event, measure: Measure, whom: str | None = None) -> Toll | None:
    """Return an event's toll of a measure, for a part of the people or in all."""
    return next((t for t in event.tolls if t.measure is measure and t.who == whom), None)


def _end(measure: Measure, end: str) -> Callable[[Line], Cell]:
    def value(line: Line) -> Cell:
        found = toll(line.event, measure)
        return None if found is None else getattr(found, end)

    return value


def _names(side: str) -> Callable[[Line], Cell]:
    return lambda line: "; ".join(actor_words(actor) for actor in getattr(line.event, side))


def _contradictions(line: Line) -> str:
    return "; ".join(
        f"{c.field}: {' / '.join(alternative.value for alternative in c.alternatives)}"
        for c in line.event.contradictions
    )


def coordinate(value: float | None, precision: PlacePrecision) -> float | None:
    """Return a coordinate with no more digits than its precision warrants.

    A town or site: 4 digits (11 m); near one: 2 (1 km); a region: 1 (11 km); a country: none.
    """
    if value is None:
        return None
    digits = {
        PlacePrecision.EXACT: 4,
        PlacePrecision.NEAR: 2,
        PlacePrecision.REGION: 1,
        PlacePrecision.COUNTRY: 0,
    }
    return round(value, digits[precision])


def latitude(event: Event) -> float | None:
    """Return an event's latitude in WGS 84 degrees, None where it is unknown."""
    return coordinate(event.place.lat, event.place.precision) if event.place else None


def longitude(event: Event) -> float | None:
    """Return an event's longitude in WGS 84 degrees, None where it is unknown."""
    return coordinate(event.place.lon, event.place.precision) if event.place else None


def _place(value: Callable[[Any], Cell]) -> Callable[[Line], Cell]:
    return lambda line: value(line.event.place) if line.event.place else None


def _date(value: Callable[[Any], Cell]) -> Callable[[Line], Cell]:
    return lambda line: value(line.event.date) if line.event.date else None


_ACLED_PLACE = {"exact": 1, "near": 2, "region": 3, "country": 3}
_GED_PLACE = {"exact": 1, "near": 2, "region": 4, "country": 6}
_ACLED_DATE = {"day": 1, "week": 2, "month": 3, "year": 3}


def _ged_date(line: Line) -> Cell:
    """1 the exact day; 2 two to six days; 3 a week; 4 a month; 5 more."""
    when = line.event.date
    if when is None:
        return None
    days = (when.end - when.start).days + 1
    coarse = {DatePrecision.WEEK: 3, DatePrecision.MONTH: 4, DatePrecision.YEAR: 5}
    if when.precision is DatePrecision.DAY:
        return 1 if days == 1 else 2 if days < 7 else 3
    return coarse[when.precision]


def _acled_date(line: Line) -> Cell:
    when = line.event.date
    if when is None:
        return None
    exact = when.precision is DatePrecision.DAY and when.start == when.end
    return 1 if exact else max(2, _ACLED_DATE[when.precision])


def _country(field: str) -> Callable[[Line], Cell]:
    def value(line: Line) -> Cell:
        code = line.event.place.country if line.event.place else None
        row = regions().get(code or "")
        return row.get(field) or None if row else None

    return value


@cache
def regions() -> dict[str, dict[str, str]]:
    """Return each country's numeric ISO code and its regions, by its two letters."""
    return {row["code"]: row for row in table("exports/regions.csv")}


def _numeric(line: Line) -> Cell:
    found = _country("numeric")(line)
    return None if found is None else int(found)


def notes(line: Line) -> str:
    """Return an event as one plain sentence made from its fields, without text of any report."""
    event = line.event
    when = event.date
    days = "On an unknown day"
    if when is not None:
        days = (
            f"On {when.start}" if when.start == when.end else f"Between {when.start} and {when.end}"
        )
    where = f" at {event.place.canonical}" if event.place else ""
    if event.place and event.place.precision is not PlacePrecision.EXACT:
        where = f" in the area of {event.place.canonical}"
    sides = [_names(side)(line) for side in ("side_a", "side_b")]
    who = " by ".join(part for part in ("", str(sides[0])) if part) if sides[0] else ""
    who = f" by {sides[0]}" if sides[0] else ""
    whom = f" against {sides[1]}" if sides[1] else ""
    tolls = [_toll_words(t) for t in event.tolls if t.who is None]
    numbers = f" Reported: {', '.join(tolls)}." if tolls else ""
    clash = _contradictions(line)
    rivals = f" Contradictions: {clash}." if clash else ""
    how = {Status.PLANNED: "planned: ", Status.DENIED: "told and denied: "}.get(event.status, "")
    return f"{days}, {how}{event.sub_event_type}{where}{who}{whom}.{numbers}{rivals}"


def _toll_words(found: Toll) -> str:
    figure = Figure(
        measure=found.measure, low=found.low, best=found.best, high=found.high, text="-"
    )
    return f"{shown(figure)} {found.measure}"


def _reports(value: Callable[[Any], str | None]) -> Callable[[Line], Cell]:
    def cell(line: Line) -> Cell:
        ids = dict.fromkeys(report_id for report_id, _ in line.event.claims)
        held = [line.dataset.reports[key] for key in ids if key in line.dataset.reports]
        return "; ".join(dict.fromkeys(text for report in held if (text := value(report))))

    return cell


def _quotes(line: Line) -> list[str]:
    """The evidence of an event's claims, none where the policy keeps it back."""
    told = line.dataset.tellings
    return [told[ref].quote for ref in line.event.claims if ref in told]


def _disorder(line: Line) -> Cell:
    return acled.disorder_type(line.event)


def _tags(line: Line) -> Cell:
    # ACLED's own ids are ACLED's to give; ours comes back by its tag.
    event = line.event
    return f"event={event.id}; certainty={event.certainty}; review={line.decided.state}"


CELLS: dict[str, Callable[[Line], Cell]] = {
    "id": lambda line: line.event.id,
    "date.start": _date(lambda when: when.start.isoformat()),
    "date.end": _date(lambda when: when.end.isoformat()),
    "date.year": _date(lambda when: when.start.year),
    "date.precision": _date(lambda when: str(when.precision)),
    "date.acled_precision": _acled_date,
    "date.ged_precision": _ged_date,
    "type.disorder": _disorder,
    "type.event": lambda line: ontology().parents[line.event.sub_event_type],
    "type.sub_event": lambda line: str(line.event.sub_event_type),
    "side_a": _names("side_a"),
    "side_b": _names("side_b"),
    "civilians_targeted": lambda line: line.event.civilians_targeted,
    "country.code": _place(lambda place: place.country),
    "country.name": _place(lambda place: name_of(place.country) if place.country else None),
    "country.numeric": _numeric,
    "country.acled_region": _country("acled_region"),
    "country.ged_region": _country("ged_region"),
    "place.name": _place(lambda place: place.canonical),
    "place.description": _place(lambda place: f"{place.precision}: {place.name}"),
    "place.admin1": _place(lambda place: place.admin1),
    "place.pcode": _place(lambda place: place.pcode),
    "place.precision": _place(lambda place: str(place.precision)),
    "place.acled_precision": _place(lambda place: _ACLED_PLACE[place.precision]),
    "place.ged_precision": _place(lambda place: _GED_PLACE[place.precision]),
    "place.lat": lambda line: latitude(line.event),
    "place.lon": lambda line: longitude(line.event),
    "place.wkt": lambda line: ged.point(latitude(line.event), longitude(line.event)),
    "place.priogrid": lambda line: ged.priogrid(latitude(line.event), longitude(line.event)),
    "holder": lambda line: (
        actor_words(line.event.control.to) if line.event.control and line.event.control.to else None
    ),
    "status": lambda line: str(line.event.status),
    "certainty": lambda line: str(line.event.certainty),
    "contradictions": _contradictions,
    "background": lambda line: line.event.background,
    "review": lambda line: line.decided.state,
    "notes": notes,
    "tags": _tags,
    "claims.count": lambda line: len(line.event.claims),
    "sources.count": lambda line: line.event.sources,
    "sources.publishers": lambda line: "; ".join(line.event.publishers),
    "sources.claimants": lambda line: "; ".join(line.event.attributed_to),
    "sources.articles": _reports(lambda report: report.url or report.id),
    "sources.headlines": _reports(lambda report: report.title),
    "sources.dates": _reports(lambda r: r.published.isoformat() if r.published else None),
    "sources.first": lambda line: (
        line.event.first_reported.isoformat() if line.event.first_reported else None
    ),
    "acled.actor1": lambda line: acled.actor(line.event, "side_a", 0),
    "acled.assoc1": lambda line: acled.others(line.event, "side_a"),
    "acled.inter1": lambda line: acled.inter(line.event, "side_a"),
    "acled.actor2": lambda line: acled.actor(line.event, "side_b", 0),
    "acled.assoc2": lambda line: acled.others(line.event, "side_b"),
    "acled.inter2": lambda line: acled.inter(line.event, "side_b"),
    "acled.interaction": lambda line: acled.interaction(line.event),
    "acled.civilian_targeting": lambda line: acled.civilian_targeting(line.event, line.options),
    "acled.fatalities": lambda line: acled.fatalities(line.event, line.options, _quotes(line)),
    "ged.type_of_violence": lambda line: ged.type_of_violence(line.event),
    "ged.side_a": lambda line: ged.side(line.event, 0),
    "ged.side_b": lambda line: ged.side(line.event, 1),
    "ged.dyad_name": lambda line: ged.dyad(line.event),
    "ged.clarity": lambda line: ged.clarity(line.event),
    "ged.code_status": lambda line: "Clear" if line.decided.state == "accepted" else "Check",
    "ged.deaths_a": lambda line: ged.deaths(line.event).side_a,
    "ged.deaths_b": lambda line: ged.deaths(line.event).side_b,
    "ged.deaths_civilians": lambda line: ged.deaths(line.event).civilians,
    "ged.deaths_unknown": lambda line: ged.deaths(line.event).unknown,
    "ged.best": lambda line: ged.deaths(line.event).best,
    "ged.low": lambda line: ged.deaths(line.event).low,
    "ged.high": lambda line: ged.deaths(line.event).high,
    **{
        f"{measure}.{end}": _end(measure, end)
        for measure in Measure
        for end in ("low", "best", "high")
    },
}
"""Every value that a column map may name."""
