"""The question which events are wanted: the same on the command line, in the API and in a URL.

A query is a set of parameters, each with one or more values: any value of a parameter will do, all
parameters must hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from urllib.parse import parse_qsl

from dateline.errors import UsageError
from dateline.knowledge.ontology import ontology
from dateline.model import (
    ActorKind,
    Certainty,
    DatePrecision,
    PlacePrecision,
    Status,
    SubEventType,
)
from dateline.store.decisions import FLAGS, STATES
from dateline.store.instants import seconds

ANY, NONE = "any", "none"

CONTRADICTIONS = ("toll", "perpetrator", "place", "date", "control", "denied")
BACKGROUND = ("no", "yes", "only")

CHOICES: Mapping[str, tuple[str, ...]] = {
    "event_type": tuple(dict.fromkeys(ontology().parents.values())),
    "type": tuple(SubEventType),
    "kind": tuple(ActorKind),
    "status": tuple(Status),
    "certainty": tuple(Certainty),
    "precision": (*PlacePrecision, NONE),
    "date_precision": (*DatePrecision, NONE),
    "review": STATES,
    "contradiction": (*CONTRADICTIONS, ANY),
    "flag": (*FLAGS, ANY),
}
"""Parameters that take one of a few values, and these."""

NAMES = (
    "actor",
    "side_a",
    "side_b",
    "country",
    "admin1",
    "place",
    "publisher",
    "claimant",
    "reviewer",
    "assigned",
    "id",
)
"""Parameters that take a name, which need not be one that any event has."""

DAYS = ("since", "until", "reported_since", "reported_until")

PARAMETERS = (*CHOICES, *NAMES, *DAYS, "changed_since", "text", "bbox", "background")

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Query:
    """Which events are wanted; the default asks for all that are neither rejected nor history.

    ``chosen`` holds the wanted values of the parameters of ``CHOICES`` and ``NAMES``. Days are
    inclusive: ``since`` and ``until`` are of the event, ``reported_...`` of its reports.
    ``changed_since`` is in seconds since 1970, ``bbox`` west, south, east, north in degrees.
    """

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: date | None = None
    until: date | None = None
    reported_since: date | None = None
    reported_until: date | None = None
    changed_since: int | None = None
    text: str = ""
    bbox: Box | None = None
    background: str = "no"

    def words(self) -> str:
        """Return the query as one line."""
        given = [f"{name}={' or '.join(values)}" for name, values in self.chosen.items()]
        given += [f"{name}={getattr(self, name)}" for name in DAYS if getattr(self, name)]
        if self.changed_since is not None:
            given.append(f"changed_since={datetime.fromtimestamp(self.changed_since, UTC):%FT%TZ}")
        if self.text:
            given.append(f"text={self.text}")
        if self.bbox:
            given.append(f"bbox={','.join(f'{edge:g}' for edge in self.bbox)}")
        if self.background != "no":
            given.append(f"background={self.background}")
        return ", ".join(given) or "all events"


def parse(parameters: Iterable[tuple[str, str]]) -> Query:
    """Return the query of some parameters; raises UsageError for an unknown name or value."""
    chosen: dict[str, list[str]] = {}
    single: dict[str, str] = {}
    for name, value in parameters:
        if name in CHOICES:
            if value not in CHOICES[name]:
                raise UsageError(f"{name}={value}: choose one of {', '.join(CHOICES[name])}")
            chosen.setdefault(name, []).append(str(value))
        elif name in NAMES:
            chosen.setdefault(name, []).append(value)
        elif name in PARAMETERS:
            single[name] = value
        else:
            raise UsageError(f"no parameter is called {name!r}: there are {', '.join(PARAMETERS)}")
    days = {name: _day(name, single[name]) for name in DAYS if single.get(name)}
    changed = single.get("changed_since")
    background = single.get("background", "no")
    if background not in BACKGROUND:
        raise UsageError(f"background={background}: choose one of {', '.join(BACKGROUND)}")
    return Query(
        chosen={name: tuple(dict.fromkeys(values)) for name, values in chosen.items()},
        since=days.get("since"),
        until=days.get("until"),
        reported_since=days.get("reported_since"),
        reported_until=days.get("reported_until"),
        changed_since=_instant(changed) if changed else None,
        text=" ".join(single.get("text", "").split()),
        bbox=_box(single["bbox"]) if single.get("bbox") else None,
        background=background,
    )


def parameters_of(address: str) -> list[tuple[str, str]]:
    """Return the parameters in ``NAME=VALUE&...`` or in the address of a view, the viewer's aside.

    The viewer's own begin with ``v.``; ``embed`` and ``token`` are none of the query's either.
    """
    _, mark, asked = address.partition("?")
    pairs = parse_qsl((asked if mark else address).partition("#")[0], keep_blank_values=True)
    return [(name, value) for name, value in pairs if not own(name)]


def own(name: str) -> bool:
    """Return whether a parameter of an address is the viewer's own, and no part of the query."""
    return name.startswith("v.") or name in ("embed", "token")


def _day(name: str, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{name}={value} is no day: write it as 2024-11-29") from None


def _instant(value: str) -> int:
    try:
        return seconds(value)
    except ValueError:
        raise UsageError(
            f"changed_since={value} is no time: write it as 2024-11-29 or 2024-11-29T18:00:00Z"
        ) from None


def _box(value: str) -> Box:
    try:
        west, south, east, north = (float(edge) for edge in value.split(","))
    except ValueError:
        raise UsageError(f"bbox={value}: write west,south,east,north in degrees") from None
    if not (-90 <= south <= north <= 90):
        raise UsageError(f"bbox={value}: south and north lie between -90 and 90, south below")
    return (west, south, east, north)
