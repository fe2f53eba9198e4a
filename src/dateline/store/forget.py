"""Forgetting a report for good: its words leave the store, a tombstone stays."""

from __future__ import annotations

from dateline.errors import UsageError
from dateline.store import records
from dateline.store.intake import mark_changed
from dateline.store.relink import relink
from dateline.store.store import Store


def forget(store: Store, report_id: str) -> None:
    """Delete a report's text, its claims and what events took from them, and write the files anew.

    A tombstone with the id and the report's fingerprint stays, so that the same report is not
    taken in again under any id. Raises UsageError where there is no such report.
    """
    with store.writing() as connection:
        if not records.bury_report(connection, report_id):
            raise UsageError(f"there is no report {report_id} in the store {store.where}")
        mark_changed(connection)
    relink(store)
    store.compact()
