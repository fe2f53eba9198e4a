"""Reports into the store: coded once, kept batch by batch, so that a killed run goes on.

A report is coded again only where its text or the coder has changed. Every batch is kept whole or
not at all, together with the note that claims must be linked again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, Protocol

from sqlalchemy import Connection

from dateline.model import CodedReport, Report
from dateline.store import records
from dateline.store.store import Store

BATCH = 50
"""Reports kept in one step: what a killed run has to code again at most."""


class Coder(Protocol):
    """What codes reports; yields one coded report for each report, in order."""

    def code(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        """Yield the claims of each report."""
        ...


class Intake(NamedTuple):
    """What became of the reports: new or changed, as before, and asked to stay forgotten."""

    coded: int = 0
    unchanged: int = 0
    forgotten: int = 0


def take_in(
    store: Store,
    source: Iterable[Report],
    coder: Callable[[], Coder],
    version: str,
    progress: Callable[[int], None] = lambda done: None,
) -> Intake:
    """Code the reports that the store does not hold yet, and keep them with their claims.

    ``coder`` is called when the first report needs it; ``version`` names the coder and its data.
    Reports that were forgotten, or that say the same word for word, are left out. ``progress`` is
    told how many more reports are done.
    """
    coded = unchanged = forgotten = 0
    made: Coder | None = None
    reports = iter(source)
    while batch := list(islice(reports, BATCH)):
        # Within a batch the last of one id stands, as it would over two runs.
        batch = list({report.id: report for report in batch}.values())
        with store.reading() as connection:
            due, gone = _due(connection, batch, version)
        if due:
            made = made or coder()
            results = list(made.code(due))
            with store.writing() as connection:
                for report, result in zip(due, results, strict=True):
                    records.put_report(connection, report, result, version)
                mark_changed(connection)
        coded, forgotten = coded + len(due), forgotten + gone
        unchanged += len(batch) - len(due) - gone
        progress(len(batch))
    return Intake(coded, unchanged, forgotten)


def mark_changed(connection: Connection) -> None:
    """Note that claims have changed since they were last linked."""
    count = int(records.setting(connection, "changes", "0"))
    records.set_setting(connection, "changes", str(count + 1))


def _due(connection: Connection, batch: Sequence[Report], version: str) -> tuple[list[Report], int]:
    """The reports of a batch that must be coded, and how many of it are to stay forgotten."""
    known = records.known_reports(connection, [report.id for report in batch])
    buried = records.forgotten_fingerprints(connection)
    due: list[Report] = []
    gone = 0
    for report in batch:
        mark = records.fingerprint(report)
        held = known.get(report.id)
        if mark in buried or (held is not None and held[2]):
            gone += 1
        elif held is None or held[:2] != (mark, version):
            due.append(report)
    return due, gone
