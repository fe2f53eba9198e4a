"""Reading: everything the page shows."""

from __future__ import annotations

import asyncio
import base64
from itertools import islice
from typing import Annotated, Any

import numpy as np
from fastapi import APIRouter, HTTPException, Query, Request
from fastapi.responses import Response
from pydantic_core import to_json
from sqlalchemy import Connection
from starlette.concurrency import run_in_threadpool

from dateline.evaluation.reviewers import agreement
from dateline.export.card import card, change_record, entry_record, marks, plain, report_record
from dateline.export.flat import event_record
from dateline.export.methodology import methodology
from dateline.store import event_records, log, records, search
from dateline.store.catalogue import COUNTED
from dateline.store.decisions import decided_events
from dateline.store.query import Query as Asked
from dateline.store.queue import waiting
from dateline.store.timeline import timeline
from dateline.web import shapes
from dateline.web.asking import board_of, day, query_of
from dateline.web.board import Board
from dateline.web.records import control_record, meta_record

router = APIRouter(prefix="/api", tags=["reading"])

FACET_VALUES = 50
LONGEST_WAIT = 30.0
_LOOK_EVERY = 0.4
"""Seconds between looks at the store for who waits for changes."""


def _json(record: object) -> Response:
    return Response(to_json(record), media_type="application/json")


@router.get("/meta", response_model=shapes.Meta)
def meta(request: Request) -> Response:
    """The store, the vocabulary, and what the page needs before anything else."""
    board, settings = board_of(request), request.app.state.settings
    with board.fresh() as connection:
        return _json(meta_record(board, connection, settings))


@router.get("/index", response_model=shapes.Index)
def index(
    request: Request,
    after: Annotated[int | None, Query(ge=0)] = None,
    generation: str = "",
) -> Response:
    """All events in columns, or the rows that changed after a revision."""
    board = board_of(request)
    with board.fresh():
        if after is not None:
            body = board.index.since(after, generation)
            if body is not None:
                return Response(body, media_type="application/json")
        revision, plain_body, zipped = board.index.whole()
        tag = f'"{board.index.generation}.{revision}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(zipped, media_type="application/json", headers=headers)
    return Response(plain_body, media_type="application/json", headers=headers)


@router.get("/selection", response_model=shapes.Selection)
def selection(request: Request, unit: str | None = None, facet: str | None = None) -> Response:
    """What a filter finds, with the counts of every facet and a timeline."""
    board = board_of(request)
    query = query_of(request, "unit", "facet")
    if facet is not None and facet not in COUNTED:
        raise HTTPException(400, f"facet={facet}: choose one of {', '.join(COUNTED)}")
    with board.fresh() as connection:
        body = board.answer(
            connection,
            f"selection?{request.url.query}",
            lambda: _selected(board, connection, query, unit, facet),
        )
    return Response(body, media_type="application/json")


def _selected(
    board: Board, connection: Connection, query: Asked, unit: str | None, facet: str | None
) -> dict[str, Any]:
    catalogue = board.catalogue
    found = catalogue.select(connection, query)
    names = COUNTED if facet is None else (facet,)
    facets = {
        name: catalogue.facet(name, found.for_facet(name), FACET_VALUES if not facet else None)
        for name in names
    }
    spread = timeline(catalogue, found.for_facet("days"), unit)
    claims = catalogue.number("claims")[found.mask]
    return {
        "generation": board.index.generation,
        "revision": catalogue.revision,
        "total": len(catalogue.rows),
        "events": int(found.mask.sum()),
        "claims": int(claims.sum()),
        "reports": catalogue.distinct("report", found.mask),
        "bits": base64.b64encode(np.packbits(found.mask, bitorder="little").tobytes()).decode(),
        "facets": {name: found_facet.values for name, found_facet in facets.items()},
        "more": {name: facet_.more for name, facet_ in facets.items() if facet_.more},
        "timeline": {
            "unit": spread.unit,
            "bins": [(str(b.first), b.dated, b.vague) for b in spread.bins],
            "undated": spread.undated,
        },
        "words": query.words(),
    }


@router.get("/events", response_model=shapes.Events)
def events(
    request: Request,
    sort: str = "-date",
    offset: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Response:
    """A page of the events that a filter finds."""
    board = board_of(request)
    query = query_of(request, "sort", "offset", "limit")
    with board.fresh() as connection:
        found = board.catalogue.select(connection, query)
        if sort == "queue":
            rows = waiting(board.catalogue, found.mask)
        else:
            rows = board.catalogue.ordered(found.mask, sort)
        wanted = board.catalogue.ids_of(rows[offset : offset + limit])
        by_id = {one.event.id: one for one in decided_events(connection, wanted)}
        revision = board.catalogue.revision
    out = [
        event_record(one)
        | {"reviewers": one.reviewers, "flags": one.flags, "assigned": one.assigned}
        for one in (by_id[event_id] for event_id in wanted if event_id in by_id)
    ]
    return _json({"revision": revision, "total": len(rows), "offset": offset, "events": out})


@router.get("/events/{event_id}")
def event(request: Request, event_id: str) -> Response:
    """The card of an event: claims, texts, links, history."""
    with board_of(request).store.reading() as connection:
        found = card(connection, event_id)
    if found is None:
        raise HTTPException(404, f"there is no event {event_id}, or no claim of it is left")
    return _json(found)


@router.get("/search", response_model=shapes.Hits)
def find(
    request: Request,
    q: Annotated[str, Query(max_length=400)],
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> Response:
    """Reports and claims that contain all words."""
    with board_of(request).store.reading() as connection:
        hits = search.search(connection, q, limit)
    return _json({"hits": [hit._asdict() for hit in hits]})


@router.get("/reports/{report_id}")
def report(request: Request, report_id: str) -> Response:
    """A report with its claims, for reading and for adding what the coder missed."""
    with board_of(request).store.reading() as connection:
        found = records.report(connection, report_id)
        if found is None:
            raise HTTPException(404, f"there is no report {report_id} in the store")
        held = records.held_claims(connection, report_id)
        links = event_records.links_of(connection, [(report_id, one.id) for one in held])
        states = {
            one.event.id: one.state for one in decided_events(connection, set(links.values()))
        }
        notes = records.report_notes(connection, report_id)
    claims = [
        {
            "claim_id": one.id,
            "event_id": (event_id := links.get((report_id, one.id))),
            "review": states.get(event_id or "", "unreviewed"),
            "marks": marks(one.holds),
            "claim": plain(one.holds),
        }
        for one in held
    ]
    return _json({"report": report_record(found), "notes": notes, "claims": claims})


@router.get("/control", response_model=shapes.Control)
def control(request: Request, on: str | None = None, country: str | None = None) -> Response:
    """Who holds what: on a day, or every holding with its days."""
    board = board_of(request)
    wanted = day("on", on) if on else None
    with board.fresh() as connection:
        return _json(control_record(board, connection, wanted, country))


@router.get("/changes", response_model=shapes.Changes)
async def changes(
    request: Request,
    after: Annotated[int, Query(ge=0)],
    wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT)] = 0,
) -> Response:
    """What happened after a number; with ``wait``, as soon as something happens."""
    board = board_of(request)
    end = asyncio.get_running_loop().time() + wait
    while await run_in_threadpool(board.revision) <= after:
        if asyncio.get_running_loop().time() >= end or await request.is_disconnected():
            break
        await asyncio.sleep(_LOOK_EVERY)
    return _json(await run_in_threadpool(_changes, request, after))


def _changes(request: Request, after: int) -> dict[str, Any]:
    board = board_of(request)
    with board.store.reading() as connection:
        found = log.changes_after(connection, after)
        numbers = [change.review for change in found if change.review is not None]
        entries = log.entries_numbered(connection, numbers)
        revision = log.last_change(connection)
    out = []
    for change in found:
        told = change_record(change, entries.get(change.review or 0))
        kept = {key: told[key] for key in ("number", "at", "event_id", "what", "by")}
        out.append(kept | {"to": change.heir, "review": change.review})
    return {"revision": revision, "generation": board.index.generation, "changes": out}


@router.get("/queue", response_model=shapes.Queue)
def queue(
    request: Request,
    reviewer: str = "",
    after: str = "",
    limit: Annotated[int, Query(ge=1, le=5000)] = 50,
) -> Response:
    """Ids of events that wait for a decision of a reviewer, the most needed first."""
    board = board_of(request)
    query = query_of(request, "reviewer", "after", "limit")
    with board.fresh() as connection:
        chosen = dict(query.chosen)
        found = board.catalogue.select(connection, query)
        mask = found.mask if "review" in chosen else found.for_facet("review")
        rows = waiting(board.catalogue, mask, reviewer)
        seen = np.flatnonzero(rows == board.catalogue.rows.get(after, -1))
        start = int(seen[0]) + 1 if seen.size else 0
        ids = board.catalogue.ids_of(rows[start : start + limit])
    return _json({"total": len(rows), "events": ids})


@router.get("/agreement", response_model=shapes.Agreement)
def agree(request: Request) -> Response:
    """Krippendorff's alpha between reviewers, for each field."""
    board = board_of(request)
    query = query_of(request)
    with board.fresh() as connection:
        found = board.catalogue.select(connection, query)
        claims = event_records.claims_of(
            connection, board.catalogue.named(found.for_facet("review"))
        )
        told = agreement(connection, {ref for refs in claims.values() for ref in refs})
    fields = [one._asdict() for one in told.fields]
    return _json({"reviewers": told.reviewers, "units": told.units, "fields": fields})


@router.get("/log", response_model=shapes.Log)
def decisions(
    request: Request,
    before: int | None = None,
    reviewer: str | None = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Response:
    """Everything that people decided, newest first."""
    with board_of(request).store.reading() as connection:
        found = list(islice(log.backwards(connection, before, reviewer), limit))
    entries = [entry_record(entry) | {"number": entry.number} for entry in found]
    return _json({"entries": entries})


@router.get("/methodology", response_model=shapes.Methodology)
def method(request: Request) -> Response:
    """How the data came to be, and what it can and cannot say."""
    with board_of(request).store.reading() as connection:
        sections = methodology(connection)
    return _json({"sections": [section._asdict() for section in sections]})
