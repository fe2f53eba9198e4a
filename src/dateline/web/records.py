"""Answers that a saved page holds too: what the store is, and who holds what."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from sqlalchemy import Connection

from dateline import __version__
from dateline.events.control import holders_on
from dateline.export.dataset import DISCLAIMER
from dateline.export.formats import FORMATS, SUFFIXES
from dateline.knowledge.countries import countries
from dateline.knowledge.ontology import ontology
from dateline.model import ActorKind, Measure
from dateline.output.kinds import kinds
from dateline.store import event_records
from dateline.store.catalogue import UNKNOWN
from dateline.store.edits import CLAIM_FIELDS, EVENT_FIELDS
from dateline.store.query import CHOICES
from dateline.store.tally import Column
from dateline.web.board import Board
from dateline.web.settings import Settings


def meta_record(board: Board, connection: Connection, settings: Settings) -> dict[str, Any]:
    """Return what a page needs before anything else, as ``/api/meta`` answers."""
    catalogue = board.catalogue
    first, last = _days(catalogue.number("start"), catalogue.number("end"))
    groups: dict[str, list[str]] = {}
    for kind, parent in ontology().parents.items():
        groups.setdefault(parent, []).append(kind)
    everything = np.ones(len(catalogue), np.bool_)
    reports, coders = board.reports(connection)
    return {
        "program": f"dateline {__version__}",
        "store": board.store.where.rpartition("/")[2],
        "csrf": settings.rules.csrf,
        "generation": board.index.generation,
        "revision": catalogue.revision,
        "events": len(catalogue.rows),
        "reports": reports,
        "coders": coders,
        "first_day": first,
        "last_day": last,
        "kinds": [
            {
                "key": kind.key,
                "label": kind.label,
                "colour": kind.colour,
                "path": kind.path,
                "types": sorted(kind.types),
            }
            for kind in kinds()
        ],
        "event_types": groups,
        "choices": {name: [str(value) for value in values] for name, values in CHOICES.items()}
        | {"actor_kind": [str(k) for k in ActorKind], "measure": [str(m) for m in Measure]},
        "countries": {code: found.name for code, found in countries().items()},
        "editable": {"claim": list(CLAIM_FIELDS), "event": list(EVENT_FIELDS)},
        "formats": {name: SUFFIXES[name] or ".zip" for name in FORMATS},
        "reviewer": settings.reviewer,
        "reviewers": [name for name, _ in catalogue.facet("reviewer", everything).values],
        "basemap": _basemap(settings),
        "read_only": settings.read_only,
        "disclaimer": DISCLAIMER,
    }


def control_record(
    board: Board, connection: Connection, on: date | None = None, country: str | None = None
) -> dict[str, Any]:
    """Return who holds what, as ``/api/control`` answers: on a day, or all through time."""
    held = board.holdings(connection)
    if on is not None:
        held = list(holders_on(held, on))
    held = [one for one in held if country in (None, one.country)]
    links = event_records.links_of(connection, {ref for one in held for ref in one.claims})
    days = {one.since for one in held} | {one.until for one in held if one.until}
    return {
        "revision": board.catalogue.revision,
        "days": sorted(map(str, days)),
        "holdings": [
            one.model_dump(mode="json")
            | {"events": list(dict.fromkeys(links[ref] for ref in one.claims if ref in links))}
            for one in held
        ],
    }


def _days(start: Column, end: Column) -> tuple[str | None, str | None]:
    known = start != UNKNOWN
    if not known.any():
        return (None, None)
    edges = np.array([start[known].min(), end[known].max()], "datetime64[D]").astype(str)
    return (str(edges[0]), str(edges[1]))


def _basemap(settings: Settings) -> dict[str, str | None]:
    if settings.tiles is None:
        return {"kind": "none", "url": None, "attribution": None}
    local = settings.tile_file is not None
    return {
        "kind": "pmtiles" if local else "raster",
        "url": "/tiles/basemap.pmtiles" if local else settings.tiles,
        "attribution": settings.attribution,
    }
