"""Records in and out of the store: reports, claims, events, decisions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, Text, delete, func, literal_column, select, text
from sqlalchemy.sql import ColumnElement, Select

from dateline.events.telling import Telling, tellings
from dateline.model import Claim, ClaimRef, CodedReport, Event, Report, Review
from dateline.store.schema import (
    claims,
    events,
    links,
    redirects,
    reports,
    reviews,
    settings,
    words,
)

_CHUNK = 500
"""Values of one ``in`` list; both databases take more, and plan worse."""


class Hit(NamedTuple):
    """A report or claim found by its words; ``claim_id`` is None for a report."""

    report_id: str
    claim_id: str | None
    excerpt: str


def fingerprint(report: Report) -> str:
    """Return the SHA-256 of what a report says: two reports of one fingerprint are coded alike."""
    published = report.published.isoformat() if report.published else None
    said = [report.text, report.title, report.publisher, published, report.url, report.language]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def known_reports(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[str, str, bool]]:
    """Return fingerprint, coder and whether it was forgotten, for each known id of ``ids``."""
    columns = (reports.c.id, reports.c.fingerprint, reports.c.coder, reports.c.forgotten)
    out: dict[str, tuple[str, str, bool]] = {}
    for chunk in _chunks(ids):
        for row in connection.execute(select(*columns).where(reports.c.id.in_(chunk))):
            out[row.id] = (row.fingerprint, row.coder, bool(row.forgotten))
    return out


def forgotten_fingerprints(connection: Connection) -> set[str]:
    """Return the fingerprints of all reports that were forgotten."""
    return set(connection.scalars(select(reports.c.fingerprint).where(reports.c.forgotten)))


def put_report(connection: Connection, report: Report, coded: CodedReport, coder: str) -> None:
    """Keep a report and its claims, in place of what was kept under its id."""
    drop_report(connection, report.id)
    connection.execute(
        reports.insert().values(
            id=report.id,
            title=report.title,
            publisher=report.publisher,
            published=report.published.isoformat() if report.published else None,
            url=report.url,
            language=report.language,
            text=report.text,
            fingerprint=fingerprint(report),
            coder=coder,
            notes=json.dumps(list(coded.notes)),
            forgotten=False,
        )
    )
    rows = [
        {
            "report_id": report.id,
            "id": telling.claim.id,
            "position": position,
            "quote": telling.quote,
            "body": telling.claim.model_dump_json(by_alias=True, exclude_defaults=True),
        }
        for position, telling in enumerate(tellings(report, coded))
    ]
    if rows:
        connection.execute(claims.insert(), rows)
    said = [("report", "", f"{report.title or ''} {report.text}")]
    said += [("claim", str(row["id"]), str(row["quote"])) for row in rows]
    connection.execute(
        words.insert(),
        [
            {"kind": kind, "report_id": report.id, "claim_id": claim_id, "body": body}
            for kind, claim_id, body in said
        ],
    )


def drop_report(connection: Connection, report_id: str) -> None:
    """Delete a report, its claims and its words; its links stay until claims are linked again."""
    connection.execute(delete(reports).where(reports.c.id == report_id))
    connection.execute(delete(claims).where(claims.c.report_id == report_id))
    connection.execute(delete(words).where(words.c.report_id == report_id))


def bury_report(connection: Connection, report_id: str) -> bool:
    """Delete all that a report said and leave a tombstone; return False where it is not kept."""
    row = connection.execute(select(reports).where(reports.c.id == report_id)).first()
    if row is None or row.forgotten:
        return row is not None
    drop_report(connection, report_id)
    connection.execute(
        reports.insert().values(
            id=report_id, fingerprint=row.fingerprint, coder=row.coder, notes="[]", forgotten=True
        )
    )
    return True


def all_reports(connection: Connection) -> Iterator[Report]:
    """Yield the kept reports in the order of their ids."""
    query = select(reports).where(~reports.c.forgotten).order_by(reports.c.id)
    for row in _stream(connection, query):
        yield Report(
            id=row.id,
            text=row.text,
            title=row.title,
            publisher=row.publisher,
            published=row.published,
            url=row.url,
            language=row.language,
        )


def report_coders(connection: Connection) -> dict[str, int]:
    """Return how many kept reports each coder has coded."""
    query = select(reports.c.coder, func.count()).where(~reports.c.forgotten)
    rows = connection.execute(query.group_by(reports.c.coder).order_by(reports.c.coder))
    return {row[0]: row[1] for row in rows}


def all_tellings(connection: Connection) -> Iterator[Telling]:
    """Yield every claim of the store, by report id and then in the order of the text."""
    yield from map(_telling, _stream(connection, _tellings()))


def tellings_of(connection: Connection, refs: Iterable[ClaimRef]) -> dict[ClaimRef, Telling]:
    """Return the named claims."""
    wanted = set(refs)
    out: dict[ClaimRef, Telling] = {}
    for chunk in _chunks(sorted({report_id for report_id, _ in wanted})):
        for row in connection.execute(_tellings().where(claims.c.report_id.in_(chunk))):
            if (row.report_id, row.id) in wanted:
                out[(row.report_id, row.id)] = _telling(row)
    return out


def all_links(connection: Connection) -> dict[ClaimRef, str]:
    """Return the event of every linked claim."""
    rows = connection.execute(select(links.c.report_id, links.c.claim_id, links.c.event_id))
    return {(row[0], row[1]): row[2] for row in rows}


def event_bodies(connection: Connection) -> Iterator[Event]:
    """Yield every event as merged, before any decision, by first day and then id."""
    query = select(events.c.body).order_by(func.coalesce(events.c.first_day, ""), events.c.id)
    for row in _stream(connection, query):
        yield Event.model_validate_json(row.body)


def event_body(connection: Connection, event_id: str) -> Event | None:
    """Return one event as merged, None where no event has the id."""
    body = connection.scalar(select(events.c.body).where(events.c.id == event_id))
    return None if body is None else Event.model_validate_json(body)


def put_event(connection: Connection, event: Event) -> None:
    """Keep an event in place of what was kept under its id."""
    connection.execute(delete(events).where(events.c.id == event.id))
    place, when = event.place, event.date
    connection.execute(
        events.insert().values(
            id=event.id,
            sub_event_type=event.sub_event_type,
            first_day=when.start.isoformat() if when else None,
            last_day=when.end.isoformat() if when else None,
            place=place.canonical if place else None,
            country=place.country if place else None,
            lat=place.lat if place else None,
            lon=place.lon if place else None,
            certainty=event.certainty,
            sources=event.sources,
            background=event.background,
            body=body(event),
        )
    )


def body(event: Event) -> str:
    """Return an event as the store keeps it."""
    return event.model_dump_json(by_alias=True, exclude_defaults=True)


def mark(text: str) -> str:
    """Return a short fingerprint of a kept body."""
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def event_marks(connection: Connection) -> dict[str, str]:
    """Return the fingerprint of every kept event's body, by id."""
    query = select(events.c.id, events.c.body)
    return {row.id: mark(row.body) for row in _stream(connection, query)}


def drop_events(connection: Connection, ids: Iterable[str]) -> None:
    """Delete events."""
    for chunk in _chunks(sorted(ids)):
        connection.execute(delete(events).where(events.c.id.in_(chunk)))


def set_links(connection: Connection, new: dict[ClaimRef, str], gone: Iterable[ClaimRef]) -> None:
    """Note the event of claims, and forget those of claims that are gone."""
    for report_id, claim_id in [*gone, *new]:
        connection.execute(
            delete(links).where(links.c.report_id == report_id, links.c.claim_id == claim_id)
        )
    if new:
        rows = [
            {"report_id": ref[0], "claim_id": ref[1], "event_id": event_id}
            for ref, event_id in sorted(new.items())
        ]
        connection.execute(links.insert(), rows)


def all_redirects(connection: Connection) -> dict[str, str | None]:
    """Return what became of each retired id: the id that took its claims, or None."""
    rows = connection.execute(select(redirects).order_by(redirects.c.id))
    return {row.id: row.event_id for row in rows}


def set_redirects(connection: Connection, retired: dict[str, str | None]) -> None:
    """Note what became of retired ids; ids in use again redirect no more."""
    for chunk in _chunks(sorted(retired)):
        connection.execute(delete(redirects).where(redirects.c.id.in_(chunk)))
    if retired:
        rows = [{"id": old, "event_id": heir} for old, heir in sorted(retired.items())]
        connection.execute(redirects.insert(), rows)


def add_review(connection: Connection, review: Review) -> int:
    """Append a decision to the log and return its number; nothing changes it afterwards."""
    row = connection.execute(
        reviews.insert().values(
            subject=review.subject, body=review.model_dump_json(exclude_defaults=True)
        )
    )
    key = row.inserted_primary_key
    assert key is not None
    return int(key[0])


def all_reviews(connection: Connection) -> list[Review]:
    """Return all decisions in the order in which they were made."""
    rows = connection.scalars(select(reviews.c.body).order_by(reviews.c.number))
    return [Review.model_validate_json(body) for body in rows]


def search(connection: Connection, asked: str, limit: int = 50) -> list[Hit]:
    """Return reports and claims that contain all of the words asked for, in the order of ids."""
    wanted = [word for word in asked.replace('"', " ").split() if word]
    if not wanted:
        return []
    if connection.dialect.name == "sqlite":
        rows = text("select rowid from word_index where word_index match :q")
        found = words.c.number.in_(rows.bindparams(q=" ".join(f'"{word}"' for word in wanted)))
    else:
        simple: ColumnElement[str] = literal_column("'simple'", Text())
        asked_for = func.plainto_tsquery(simple, " ".join(wanted))
        found = func.to_tsvector(simple, words.c.body).bool_op("@@")(asked_for)
    query = select(words).where(found).order_by(words.c.report_id, words.c.claim_id).limit(limit)
    hits = connection.execute(query)
    return [Hit(row.report_id, row.claim_id or None, row.body[:200]) for row in hits]


def setting(connection: Connection, name: str, default: str = "") -> str:
    """Return a value noted in the store itself."""
    value = connection.scalar(select(settings.c.value).where(settings.c.name == name))
    return default if value is None else str(value)


def set_setting(connection: Connection, name: str, value: str) -> None:
    """Note a value in the store itself."""
    connection.execute(delete(settings).where(settings.c.name == name))
    connection.execute(settings.insert().values(name=name, value=value))


def _tellings() -> Select[Any]:
    return (
        select(
            claims.c.report_id,
            claims.c.id,
            claims.c.quote,
            claims.c.body,
            reports.c.publisher,
            reports.c.published,
        )
        .join(reports, reports.c.id == claims.c.report_id)
        .order_by(claims.c.report_id, claims.c.position)
    )


def _telling(row: Row[Any]) -> Telling:
    return Telling(
        report_id=row.report_id,
        claim=Claim.model_validate_json(row.body),
        quote=row.quote,
        publisher=row.publisher,
        published=date.fromisoformat(row.published) if row.published else None,
    )


def _stream(connection: Connection, query: Select[Any]) -> Iterator[Row[Any]]:
    """Yield rows a thousand at a time instead of all at once."""
    yield from connection.execute(query.execution_options(yield_per=1000))


def _chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
