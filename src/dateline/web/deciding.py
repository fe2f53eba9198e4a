"""Deciding: the one request that changes something."""

from __future__ import annotations

import json

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response
from pydantic_core import to_json

from dateline.export.card import entry_record
from dateline.model import Review
from dateline.store.desk import decide
from dateline.store.instants import now
from dateline.web import shapes
from dateline.web.asking import board_of

router = APIRouter(prefix="/api", tags=["deciding"])


@router.post("/reviews", response_model=shapes.Decided)
def review(request: Request, decision: shapes.Decision) -> Response:
    """Append a decision to the log and put it into effect."""
    board = board_of(request)
    if request.app.state.settings.read_only:
        raise HTTPException(403, "the store is served for reading only")
    outcome = decide(board.store, _review(decision), decision.seen)
    return Response(
        to_json(
            {
                "review": outcome.number,
                "seen": outcome.seen,
                "revision": outcome.seen,
                "event": outcome.event_id,
                "events": outcome.touched,
                "undid": entry_record(outcome.undid) if outcome.undid else None,
            }
        ),
        media_type="application/json",
    )


def _review(decision: shapes.Decision) -> Review:
    subject = decision.event
    if decision.action == "add":
        subject = decision.report or ""
    value = decision.value
    if value is not None and (decision.action != "assign" or not isinstance(value, str)):
        value = json.dumps(value, ensure_ascii=False)
    if decision.action == "edit" and decision.value is None:
        value = "null"
    return Review(
        action=decision.action,
        subject=subject,
        reviewer=decision.reviewer.strip(),
        at=now(),
        key=decision.key,
        field=decision.field,
        value=value,
        span=decision.span,
        claims=(decision.claim,) if decision.claim else decision.claims,
        others=decision.others,
        undoes=decision.review,
        note=decision.note,
    )
