"""Anything a user has -> Report: one module a format.

::

    for item in read([Path("reports.jsonl"), Path("folder")]):
        if isinstance(item, ReportError):
            ...  # names file, line and remedy; the others go on
        else:
            item.report, item.notes
"""

from dateline.reading.inputs import STDIN, read
from dateline.reading.record import Reading

__all__ = ["STDIN", "Reading", "read"]
