"""A text file is one report: its name is the id, the whole of it the text."""

from __future__ import annotations

from typing import BinaryIO

from dateline.errors import ReportError
from dateline.reading.record import Reading, Terms, to_reading, too_long
from dateline.reading.utf8 import decoded

_UTF8_LONGEST = 4
"""Bytes of the longest character."""


def read_text(stream: BinaryIO, name: str, source: str, terms: Terms) -> Reading | ReportError:
    """Return the report in a text file under the id ``name``, or what is wrong with it."""
    limit = _UTF8_LONGEST * terms.max_characters + 3
    raw = stream.read(limit + 1)
    try:
        if len(raw) > limit:
            raise ReportError(too_long("text", terms.max_characters), source=source)
        text = decoded(raw, source=source)
        if not text.strip():
            raise ReportError("the file is empty: nothing to code", source=source)
        return to_reading({"id": name, "text": text}, terms, source=source)
    except ReportError as error:
        return error
