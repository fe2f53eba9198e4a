"""One record -> one Report: what each field must be, and what is said where it is not.

The text is kept as received, character for character: offsets count in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateline.errors import ReportError
from dateline.model import Report

REQUIRED = ("id", "text")

OPTIONAL = ("title", "publisher", "published", "url", "language")

LONGEST_FIELD = 10_000
"""Characters that a field other than ``text`` may have."""

EARLIEST = date(1900, 1, 1)
"""A day of publication up to this one is not believed."""

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:?\d\d.*)?", re.DOTALL)

_UNWRITABLE = re.compile("[\ud800-\udfff\x00]")
"""Halves of surrogate pairs have no UTF-8; NUL ends a string in databases and other tools."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as read; ``notes`` says what of it could not be relied on.

    ``source`` is the file it stood in and ``line`` the line, None where the file is the report.
    """

    report: Report
    source: str
    line: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """What reports are held to, whatever format they come in.

    ``published`` is the day of reports that have none of their own. ``today`` is the civil day
    after whose morrow a day of publication is not believed.
    """

    published: date | None
    max_characters: int
    today: date

    @property
    def max_bytes(self) -> int:
        """Bytes that a record of the longest text may need: six a character, as ``\\u0041``."""
        return 6 * (self.max_characters + len(OPTIONAL) * LONGEST_FIELD)


def to_reading(
    record: Mapping[str, Any], terms: Terms, *, source: str, line: int | None = None
) -> Reading:
    """Return the report of a record with the fields above; other fields are left aside.

    Raises ReportError naming the field and the remedy.
    """

    def refuse(message: str) -> ReportError:
        return ReportError(message, source=source, line=line)

    for name in REQUIRED:
        value = record.get(name)
        if value is None:
            raise refuse(f"no {name!r}: every report needs one")
        if not isinstance(value, str):
            raise refuse(f"{name!r} is {_kind(value)}, not a string: put it in quotation marks")
        if not value.strip():
            raise refuse(f"{name!r} is empty: nothing to code")
    fields: dict[str, Any] = {name: record[name] for name in REQUIRED}
    for name in OPTIONAL:
        value = record.get(name)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            raise refuse(f"{name!r} is {_kind(value)}, not a string: put it in quotation marks")
        fields[name] = value
    for name, value in fields.items():
        limit = terms.max_characters if name == "text" else LONGEST_FIELD
        if len(value) > limit:
            raise refuse(too_long(name, limit))
        if bad := _UNWRITABLE.search(value):
            raise refuse(
                f"{name!r} holds {_name(bad[0])} at character {bad.start()}: "
                "the text was damaged on its way; take it from its source again"
            )
    try:
        day, notes = _day(fields.pop("published", None), terms)
    except ValueError as error:
        raise refuse(str(error)) from None
    return Reading(Report(published=day, **fields), source, line, notes)


def too_long(name: str, limit: int) -> str:
    """Return what to say of a field with more than ``limit`` characters."""
    words = f"{name!r} has more than {limit:,} characters, the limit for one report"
    if name != "text":
        return f"{words}: shorten it"
    return (
        f"{words}: split it, one report a text file or one a line of a JSONL file, which may hold "
        "any number of them; or raise max_characters"
    )


def _day(value: str | None, terms: Terms) -> tuple[date | None, tuple[str, ...]]:
    """Return the day of publication and what to note of it; raises ValueError where it is none."""
    if value is None:
        return terms.published, ()
    found = _DAY.fullmatch(value.strip())
    try:
        day = date.fromisoformat(found[1] if found else value)
    except ValueError:
        shown = value if len(value) <= 40 else f"{value[:40]}…"
        raise ValueError(f"'published' is {shown!r}, not a day: write it as 2024-11-29") from None
    return believed(day, terms)


def believed(day: date, terms: Terms) -> tuple[date | None, tuple[str, ...]]:
    """Return the day, or None and a note for a day that has not come yet or is a blank's filling.

    Feeds write 0001-01-01 or 1900-01-01 where they know no day.
    """
    if day <= EARLIEST:
        return None, (f"published {day} is too early to be true: taken as unknown",)
    # A day ahead is today somewhere east of here.
    if day > terms.today + timedelta(days=1):
        return None, (f"published {day} lies in the future: taken as unknown",)
    return day, ()


def _kind(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case _:
            return "an object"


def _name(character: str) -> str:
    return "a NUL" if character == "\x00" else "half a surrogate pair"
