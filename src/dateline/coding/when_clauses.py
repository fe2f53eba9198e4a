"""Clauses on a date: "had been held since 1996, when the rebels overran the camp"."""

from __future__ import annotations

from calendar import monthrange
from datetime import timedelta

from spacy.tokens import Token

from dateline.coding.findings import Findings
from dateline.model import DatePrecision, EventDate

HISTORY = timedelta(days=30)
"""How long before the report's day what happened then is history (coding frame)."""

_HIGHEST = 4
_BELOW = frozenset({"conj", "advcl", "xcomp"})


def dated_by(findings: Findings, head: Token) -> int | None:
    """Return the index of the date that a word's clause tells of; None where it tells of none."""
    token = head
    for _ in range(_HIGHEST):
        if token.dep_ in ("relcl", "acl") and any(kid.lower_ == "when" for kid in token.children):
            then = token.head.i
            dates = enumerate(findings.dates)
            return next((at for at, date in dates if date.first <= then < date.last), None)
        if token.dep_ not in _BELOW:
            return None
        token = token.head
    return None


def is_history(findings: Findings, date: int | None) -> bool:
    """Return whether a date lies so long before the report's day that it is history."""
    if date is None or findings.day is None:
        return False
    return findings.day.start - at_first(findings.dates[date].date).end > HISTORY


def at_first(date: EventDate) -> EventDate:
    """Return the day, month or year with which a stretch of time begins: of "since 1996", 1996."""
    end = date.start
    if date.precision is DatePrecision.YEAR:
        end = end.replace(month=12, day=31)
    elif date.precision is DatePrecision.MONTH:
        end = end.replace(day=monthrange(end.year, end.month)[1])
    elif date.precision is DatePrecision.WEEK:
        end = end + timedelta(days=6)
    return date.model_copy(update={"end": min(end, date.end)})
