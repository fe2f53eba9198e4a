"""Instants as the store writes them: UTC, ISO, to the second."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Return the present instant."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds(instant: str) -> int:
    """Return an ISO instant as seconds since 1970; without an offset it is in UTC."""
    moment = datetime.fromisoformat(instant)
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
