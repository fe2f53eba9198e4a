"""JSONL: one JSON object a line, a report each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from dateline.errors import ReportError
from dateline.reading.record import Reading, Terms, to_reading, too_long
from dateline.reading.utf8 import BOM, decoded


def read_jsonl(stream: BinaryIO, source: str, terms: Terms) -> Iterator[Reading | ReportError]:
    """Yield each line's report, or what is wrong with the line; empty lines are passed over.

    One line is held at a time, and no more of it than the longest report needs.
    """
    line, seen = 0, False
    while raw := stream.readline(terms.max_bytes):
        line += 1
        if line == 1:
            raw = raw.removeprefix(BOM)
        end, cut = raw, False
        while not end.endswith(b"\n") and (end := stream.readline(terms.max_bytes)):
            cut = True
        if not raw.strip():
            continue
        seen = True
        try:
            if cut:
                raise ReportError(too_long("text", terms.max_characters), source=source, line=line)
            yield _reading(raw, source, line, terms)
        except ReportError as error:
            yield error
    if not seen:
        yield ReportError("the file is empty: it holds no report", source=source)


def _reading(raw: bytes, source: str, line: int, terms: Terms) -> Reading:
    text = decoded(raw, source=source, line=line)
    try:
        record = json.loads(text)
    except json.JSONDecodeError as error:
        raise ReportError(
            f"not JSON at character {error.pos}: {error.msg}; "
            "a report is one JSON object on one line",
            source=source,
            line=line,
        ) from None
    except (ValueError, RecursionError):
        # Numbers of thousands of digits, and thousands of brackets in each other.
        raise ReportError(
            "JSON with a number or a nesting too large to read", source=source, line=line
        ) from None
    if not isinstance(record, dict):
        raise ReportError(
            'not a JSON object: a report is {"id": ..., "text": ...}', source=source, line=line
        )
    return to_reading(record, terms, source=source, line=line)
