"""What the server keeps in memory of a store, brought up to date before every answer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pydantic_core import to_json
from sqlalchemy import Connection

from dateline.events.control import ledger
from dateline.model import Holding
from dateline.store import log, records
from dateline.store.catalogue import UNKNOWN, Catalogue
from dateline.store.decisions import Decided
from dateline.store.store import Store
from dateline.web.index import Index

_KEPT = 200
"""Answers that are kept."""


class Board:
    """A store with its events in columns, and the ledger of who holds what.

    May be used by many threads; what is read under ``fresh`` is of one state.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.catalogue = Catalogue()
        self.index = Index()
        self._lock = threading.RLock()
        self._loaded = False
        self._ledger: tuple[str, list[Holding]] | None = None
        self._reports: tuple[str, tuple[int, list[str]]] | None = None
        self._answers: tuple[tuple[int, str], dict[str, bytes]] = ((-1, ""), {})

    @contextmanager
    def fresh(self) -> Iterator[Connection]:
        """Yield a connection, with the catalogue and the index as new as what it reads."""
        with self.store.reading() as connection, self._lock:
            self._refresh(connection)
            yield connection

    def warm(self) -> None:
        """Read the store, and make the first answer that every page asks for."""
        with self.fresh() as connection:
            self.index.whole()
            self.holdings(connection)
            self.reports(connection)

    def revision(self) -> int:
        """Return the number of the last change of the store."""
        with self.store.reading() as connection:
            return log.last_change(connection)

    def holdings(self, connection: Connection) -> list[Holding]:
        """Return who held which place and when, on the word of the claims as they are now."""
        state = records.setting(connection, "changes", "0")
        kept = self._ledger
        if kept is None or kept[0] != state:
            kept = (state, ledger(records.control_tellings(connection)))
            self._ledger = kept
        return kept[1]

    def reports(self, connection: Connection) -> tuple[int, list[str]]:
        """Return how many reports are kept, and which coders coded them."""
        state = records.setting(connection, "changes", "0")
        kept = self._reports
        if kept is None or kept[0] != state:
            counts = records.count_reports(connection), list(records.report_coders(connection))
            kept = self._reports = (state, counts)
        return kept[1]

    def answer(self, connection: Connection, asked: str, make: Callable[[], object]) -> bytes:
        """Return the answer to a question, which is made once until something changes.

        ``asked`` is its address, path and all. To be called under ``fresh``.
        """
        state = self.catalogue.state(connection)
        if self._answers[0] != state:
            self._answers = state, {}
        made = self._answers[1]
        if asked not in made:
            if len(made) >= _KEPT:
                del made[next(iter(made))]
            made[asked] = to_json(make())
        return made[asked]

    def _refresh(self, connection: Connection) -> None:
        if not self._loaded:
            self.catalogue.load(connection, self._put)
            self._loaded = True
        else:
            self.catalogue.refresh(connection, self._put)
        self.index.revision = self.catalogue.revision

    def _put(self, decided: Decided | None, row: int) -> None:
        changed = int(self.catalogue.number("changed")[row])
        self.index.put(
            decided, row, self.catalogue.revision, None if changed == UNKNOWN else changed
        )
