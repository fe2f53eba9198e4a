"""How a store's data came to be, and what it can and cannot say: written from the data itself."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection

from dateline import __version__
from dateline.events.merge import POLICY
from dateline.export.dataset import DISCLAIMER
from dateline.knowledge.files import settings
from dateline.knowledge.ontology import ontology
from dateline.store import records
from dateline.store.versions import linking_version

_MOST = 20
"""Publishers that are named."""


class Section(NamedTuple):
    """A heading and its lines, plain text."""

    title: str
    lines: list[str]


def methodology(connection: Connection) -> list[Section]:
    """Return the page on method: fixed words, the taxonomy, versions, and what the store covers."""
    fixed = [
        Section(section["title"], list(section["lines"]))
        for section in settings("page/methodology.toml")["section"]
    ]
    groups: dict[str, list[str]] = {}
    for kind, parent in ontology().parents.items():
        groups.setdefault(parent, []).append(kind)
    taxonomy = [f"{parent}: {', '.join(kinds)}" for parent, kinds in groups.items()]
    coders = records.report_coders(connection)
    made = [
        f"dateline {__version__}",
        *(f"coded by {name}: {count} reports" for name, count in coders.items()),
        f"linked by version {linking_version()}",
        f"value shown of a field: {POLICY}",
    ]
    return [
        *fixed,
        Section("Types of events", taxonomy),
        Section("How it was made", made),
        Section("Who is heard", _coverage(connection)),
        Section("Disclaimer", [DISCLAIMER]),
    ]


def _coverage(connection: Connection) -> list[str]:
    """Reports by publisher and by language, and the days they span."""
    lines = []
    first, last = records.days_published(connection)
    if first and last:
        lines.append(f"published {first} to {last}")
    publishers = records.reports_by(connection, "publisher")
    for name, count in publishers[:_MOST]:
        lines.append(f"{name or 'no publisher named'}: {count} reports")
    if len(publishers) > _MOST:
        rest = publishers[_MOST:]
        lines.append(f"{len(rest)} others: {sum(count for _, count in rest)} reports")
    languages = records.reports_by(connection, "language")
    lines += [f"language {name}: {count} reports" for name, count in languages if name]
    return lines
