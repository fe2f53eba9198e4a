"""The current view as one file: the built page with the data of the events found inside it."""

from __future__ import annotations

from typing import Any

from pydantic_core import to_json
from sqlalchemy import Connection

from dateline.errors import DatelineError, UsageError
from dateline.export.card import card
from dateline.export.methodology import methodology
from dateline.store import log
from dateline.store.decisions import decided_events
from dateline.store.instants import now, seconds
from dateline.store.query import Query
from dateline.web.board import Board
from dateline.web.index import Index
from dateline.web.pages import NOT_BUILT, STATIC
from dateline.web.records import control_record, meta_record
from dateline.web.settings import Settings

MOST = 3000
"""Events of one file: a file is mailed, and opened on any machine."""

SAVED = "saved"
"""The generation of the rows of a saved page."""

_SHELL = "saved.html"
_PLACE = "<!--dateline-data-->"


def saved_page(board: Board, settings: Settings, query: Query, asked: str) -> str:
    """Return a page that shows the events of a query without a server; ``asked`` is its address.

    Raises UsageError where there are too many, DatelineError where the page has not been built.
    """
    shell = STATIC / _SHELL
    if not shell.is_file():
        raise DatelineError(NOT_BUILT)
    with board.fresh() as connection:
        ids = board.catalogue.named(board.catalogue.select(connection, query).mask)
        meta = meta_record(board, connection, settings)
    if len(ids) > MOST:
        raise UsageError(
            f"a saved page holds at most {MOST} events, these are {len(ids)}: filter further"
        )
    with board.store.reading() as connection:
        data = _data(board, connection, ids)
    data |= {
        "query": asked,
        "saved": now(),
        "meta": meta | {"generation": SAVED, "csrf": "", "read_only": True},
    }
    # Nothing in the data may end the element that it stands in.
    text = to_json(data).decode().replace("<", "\\u003c")
    element = f'<script type="application/json" id="dateline-data">{text}</script>'
    return shell.read_text(encoding="utf-8").replace(_PLACE, element, 1)


def _data(board: Board, connection: Connection, ids: list[str]) -> dict[str, Any]:
    """What the page would ask a server for."""
    index = Index(SAVED)
    changed = log.last_changes(connection)
    for row, decided in enumerate(decided_events(connection, ids)):
        at = changed.get(decided.event.id)
        index.put(decided, row, 0, seconds(at) if at else None)
    return {
        "index": index.record(),
        "control": control_record(board, connection),
        "cards": {event_id: card(connection, event_id) for event_id in ids},
        "methodology": {"sections": [part._asdict() for part in methodology(connection)]},
    }
