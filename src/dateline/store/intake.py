"""Reports into the store: coded once, kept batch by batch, so that a killed run goes on.

A report is coded again only where its text or the coder has changed. Every batch is kept whole or
not at all, together with the note that claims must be linked again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from dateline.coding.coders import Coded, Coder, code_readings
from dateline.coding.workers import Workers
from dateline.errors import ReportError
from dateline.model import CodedReport, Report
from dateline.reading import Reading
from dateline.store import records
from dateline.store.store import Store

BATCH = 50
"""Reports kept in one step, a hundred for each worker: what a killed run has to code again."""


class Intake(NamedTuple):
    """What became of the reports; ``failed`` could not be read or coded, and are not kept."""

    coded: int = 0
    unchanged: int = 0
    forgotten: int = 0
    failed: int = 0


def take_in(
    store: Store,
    source: Iterable[Reading | ReportError],
    coder: Callable[[], Coder] | Workers,
    version: str,
    *,
    progress: Callable[[int], None] = lambda done: None,
    complain: Callable[[ReportError], None] = lambda error: None,
) -> Intake:
    """Code the reports that the store does not hold yet, and keep them with their claims.

    ``coder`` is called when the first report needs it, or codes in processes of its own;
    ``version`` names the coder and its data.
    Reports that were forgotten, or that say the same word for word, are left out. ``progress`` is
    told how many more reports are done, ``complain`` of each that failed. Raises StoreError.
    """
    intake = _Intake(store, coder, version, complain)
    size = 2 * BATCH * coder.count if isinstance(coder, Workers) else BATCH
    batch: dict[str, Reading] = {}
    waiting = 0
    for item in source:
        waiting += 1
        if isinstance(item, ReportError):
            intake.fail(item)
        else:
            # Within a batch the last of one id stands, as it would over two runs.
            batch[item.report.id] = item
        if waiting == size:
            intake.take(list(batch.values()))
            progress(waiting)
            batch, waiting = {}, 0
    intake.take(list(batch.values()))
    progress(waiting)
    return intake.counts


class _Intake:
    """The coder, made at need, and the counts of one run."""

    def __init__(
        self,
        store: Store,
        coder: Callable[[], Coder] | Workers,
        version: str,
        complain: Callable[[ReportError], None],
    ) -> None:
        self._store = store
        self._make = coder
        self._coder: Coder | None = None
        self._version = version
        self._complain = complain
        self.counts = Intake()

    def fail(self, error: ReportError) -> None:
        """Count a report that failed."""
        self.counts = self.counts._replace(failed=self.counts.failed + 1)
        self._complain(error)

    def take(self, batch: Sequence[Reading]) -> None:
        """Code what is new of a batch and keep it in one step."""
        if not batch:
            return
        with self._store.reading() as connection:
            due, forgotten = _due(connection, batch, self._version)
        done: list[tuple[Report, CodedReport]] = []
        if due:
            for item in self._code(due):
                if isinstance(item, ReportError):
                    self.fail(item)
                else:
                    done.append(item)
        if done:
            with self._store.writing() as connection:
                for report, coded in done:
                    records.put_report(connection, report, coded, self._version)
                mark_changed(connection)
        before = self.counts
        self.counts = before._replace(
            coded=before.coded + len(done),
            unchanged=before.unchanged + len(batch) - len(due) - forgotten,
            forgotten=before.forgotten + forgotten,
        )

    def _code(self, due: Sequence[Reading]) -> Iterator[Coded | ReportError]:
        if isinstance(self._make, Workers):
            return self._make.code(due)
        self._coder = self._coder or self._make()
        return code_readings(due, self._coder)


def mark_changed(connection: Connection) -> None:
    """Note that claims have changed since they were last linked."""
    count = int(records.setting(connection, "changes", "0"))
    records.set_setting(connection, "changes", str(count + 1))


def _due(
    connection: Connection, batch: Sequence[Reading], version: str
) -> tuple[list[Reading], int]:
    """The reports of a batch that must be coded, and how many of it are to stay forgotten."""
    known = records.known_reports(connection, [item.report.id for item in batch])
    buried = records.forgotten_fingerprints(connection)
    due: list[Reading] = []
    gone = 0
    for item in batch:
        mark = records.fingerprint(item.report)
        held = known.get(item.report.id)
        if mark in buried or (held is not None and held[2]):
            gone += 1
        elif held is None or held[:2] != (mark, version):
            due.append(item)
    return due, gone
