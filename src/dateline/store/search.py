"""Finding reports, claims and events by their words: FTS5 on SQLite, tsvector on PostgreSQL."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, Text, and_, func, literal_column, select, text
from sqlalchemy.sql import ColumnElement

from dateline.model import ClaimRef
from dateline.store.schema import links, reports, words

EXCERPT = 240
"""Characters of an excerpt around the first of the words."""


class Hit(NamedTuple):
    """A report or claim found by its words; ``claim_id`` is None for a report."""

    report_id: str
    claim_id: str | None
    excerpt: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    events: tuple[str, ...] = ()


def search(connection: Connection, asked: str, limit: int = 50) -> list[Hit]:
    """Return reports and claims that contain all of the words asked for, in the order of ids."""
    wanted = _words(asked)
    if not wanted:
        return []
    query = (
        select(words, reports.c.title, reports.c.publisher, reports.c.published)
        .join(reports, reports.c.id == words.c.report_id)
        .where(_containing(connection, wanted))
        .order_by(words.c.report_id, words.c.claim_id)
        .limit(limit)
    )
    rows = connection.execute(query).all()
    linked = _linked(connection, [row.report_id for row in rows])
    return [
        Hit(
            report_id=row.report_id,
            claim_id=row.claim_id or None,
            excerpt=_excerpt(row.body, wanted),
            title=row.title,
            publisher=row.publisher,
            published=row.published,
            events=tuple(
                dict.fromkeys(
                    event_id
                    for (report_id, claim_id), event_id in linked.items()
                    if report_id == row.report_id and row.claim_id in ("", claim_id)
                )
            ),
        )
        for row in rows
    ]


def events_saying(connection: Connection, asked: str) -> set[str]:
    """Return the events with a claim whose evidence contains all of the words."""
    wanted = _words(asked)
    if not wanted:
        return set()
    same = and_(links.c.report_id == words.c.report_id, links.c.claim_id == words.c.claim_id)
    query = select(links.c.event_id).join(words, same).where(words.c.kind == "claim")
    # All at once: thousands of rows take half the time that they take one by one.
    return set(connection.scalars(query.where(_containing(connection, wanted))).all())


def _words(asked: str) -> list[str]:
    return [word for word in asked.replace('"', " ").split() if any(map(str.isalnum, word))]


def _containing(connection: Connection, wanted: list[str]) -> ColumnElement[bool]:
    if connection.dialect.name == "sqlite":
        rows = text("select rowid from word_index where word_index match :q")
        return words.c.number.in_(rows.bindparams(q=" ".join(f'"{word}"' for word in wanted)))
    simple: ColumnElement[str] = literal_column("'simple'", Text())
    asked_for = func.plainto_tsquery(simple, " ".join(wanted))
    return func.to_tsvector(simple, words.c.body).bool_op("@@")(asked_for)


def _linked(connection: Connection, ids: list[str]) -> dict[ClaimRef, str]:
    columns = (links.c.report_id, links.c.claim_id, links.c.event_id)
    query = select(*columns).where(links.c.report_id.in_(set(ids)))
    return {(row[0], row[1]): row[2] for row in connection.execute(query)}


def _excerpt(body: str, wanted: list[str]) -> str:
    """The text around the first of the words, or its beginning."""
    lower = body.lower()
    places = [place for word in wanted if (place := lower.find(word.lower())) >= 0]
    start = max(0, min(places, default=0) - EXCERPT // 3)
    cut = body[start : start + EXCERPT]
    return f"{'…' if start else ''}{cut}{'…' if start + EXCERPT < len(body) else ''}"
