"""Claims as JSONL: one line a report, ``{"report_id": ..., "claims": [...], "notes": [...]}``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from dateline.model import CodedReport, Report


def write(coded: Iterable[tuple[Report, CodedReport]], stream: TextIO) -> None:
    """Write a line for each report to ``stream``, in order, as it comes, claims or none.

    The fields are those of the coding frame; ``dateline schema`` prints the JSON Schema.
    """
    for _, result in coded:
        stream.write(result.model_dump_json(by_alias=True) + "\n")
