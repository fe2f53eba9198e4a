"""Records in and out of the store: reports, claims, events."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select, update
from sqlalchemy.sql import Select

from dateline.events.series import Issue
from dateline.events.telling import Telling, quote
from dateline.model import Claim, ClaimRef, CodedReport, Event, Report
from dateline.store import log
from dateline.store.instants import now
from dateline.store.recoding import Held, recoded
from dateline.store.schema import (
    claims,
    events,
    links,
    redirects,
    reports,
    settings,
    words,
)

_CHUNK = 500
"""Values of one ``in`` list; both databases take more, and plan worse."""


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
    """Keep a report and its claims, in place of what was kept under its id.

    Claims keep their ids, and what people decided on them, over a coding anew.
    """
    old_text = connection.scalar(select(reports.c.text).where(reports.c.id == report.id))
    before = held_claims(connection, report.id) if old_text is not None else []
    held = recoded(coded.claims, before, old_text or "", report.text)
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
    connection.execute(
        words.insert().values(
            kind="report",
            report_id=report.id,
            claim_id="",
            body=f"{report.title or ''} {report.text}",
        )
    )
    for position, claim in enumerate(held):
        put_claim(connection, report.id, report.text, claim, position)
    _note_disagreements(connection, report.id, before, held)


def _note_disagreements(
    connection: Connection, report_id: str, before: Sequence[Held], after: Sequence[Held]
) -> None:
    """Note the events on whose claims the coder has begun, or ceased, to differ from people."""
    was = {held.id: held.disagrees for held in before}
    refs = [(report_id, held.id) for held in after if was.get(held.id) != held.disagrees]
    touched = links_of(connection, refs).values() if refs else ()
    log.note(connection, now(), dict.fromkeys(touched, "recoded"))


def put_claim(
    connection: Connection, report_id: str, text_of_it: str, held: Held, position: int
) -> None:
    """Keep one claim and its words, in place of what was kept under its id."""
    drop_claim(connection, (report_id, held.id))
    said = quote(text_of_it, held.holds)
    connection.execute(
        claims.insert().values(
            report_id=report_id,
            id=held.id,
            position=position,
            quote=said,
            body=_claim_json(held.machine) if held.machine else "",
            human=_claim_json(held.human) if held.human else None,
            disagrees=held.disagrees,
        )
    )
    connection.execute(
        words.insert().values(kind="claim", report_id=report_id, claim_id=held.id, body=said)
    )


def drop_claim(connection: Connection, ref: ClaimRef) -> None:
    """Delete one claim and its words; its link stays until claims are linked again."""
    report_id, claim_id = ref
    connection.execute(
        delete(claims).where(claims.c.report_id == report_id, claims.c.id == claim_id)
    )
    connection.execute(
        delete(words).where(words.c.report_id == report_id, words.c.claim_id == claim_id)
    )


def held_claims(connection: Connection, report_id: str) -> list[Held]:
    """Return the claims of a report as coded and as people left them, in the order kept."""
    query = select(claims).where(claims.c.report_id == report_id).order_by(claims.c.position)
    out = []
    for row in connection.execute(query):
        human = Claim.model_validate_json(row.human) if row.human else None
        machine = Claim.model_validate_json(row.body) if row.body else None
        answered = log.answered(connection, (report_id, row.id)) if human else None
        out.append(Held(row.id, machine, human, answered))
    return out


def disagreements(connection: Connection) -> dict[ClaimRef, str]:
    """Return the claims on which the coder says otherwise than people, with the fields."""
    query = select(claims.c.report_id, claims.c.id, claims.c.disagrees)
    rows = connection.execute(query.where(claims.c.disagrees.is_not(None)))
    return {(row[0], row[1]): row[2] for row in rows}


def report_notes(connection: Connection, report_id: str) -> list[str]:
    """Return what could not be done when a report was coded."""
    found = connection.scalar(select(reports.c.notes).where(reports.c.id == report_id))
    return list(json.loads(found)) if found else []


def count_reports(connection: Connection) -> int:
    """Return how many reports are kept."""
    query = select(func.count()).select_from(reports).where(~reports.c.forgotten)
    return int(connection.scalar(query) or 0)


def report(connection: Connection, report_id: str) -> Report | None:
    """Return a kept report, None where it is unknown or forgotten."""
    query = select(reports).where(reports.c.id == report_id, ~reports.c.forgotten)
    row = connection.execute(query).first()
    return None if row is None else _report(row)


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
    log.forget(connection, report_id)
    connection.execute(
        reports.insert().values(
            id=report_id, fingerprint=row.fingerprint, coder=row.coder, notes="[]", forgotten=True
        )
    )
    return True


def all_reports(connection: Connection) -> Iterator[Report]:
    """Yield the kept reports in the order of their ids."""
    query = select(reports).where(~reports.c.forgotten).order_by(reports.c.id)
    yield from map(_report, _stream(connection, query))


def report_coders(connection: Connection) -> dict[str, int]:
    """Return how many kept reports each coder has coded."""
    query = select(reports.c.coder, func.count()).where(~reports.c.forgotten)
    rows = connection.execute(query.group_by(reports.c.coder).order_by(reports.c.coder))
    return {row[0]: row[1] for row in rows}


def issues(connection: Connection) -> Iterator[Issue]:
    """Yield publisher, day and number of claims of every kept report, by its id."""
    query = (
        select(
            reports.c.id,
            reports.c.publisher,
            reports.c.published,
            func.count(claims.c.id).label("claims"),
        )
        .join(claims, claims.c.report_id == reports.c.id, isouter=True)
        .where(~reports.c.forgotten)
        .group_by(reports.c.id, reports.c.publisher, reports.c.published)
        .order_by(reports.c.id)
    )
    for row in _stream(connection, query):
        day = date.fromisoformat(row.published) if row.published else None
        yield Issue(row.publisher, day, row.claims)


def reports_by(connection: Connection, field: str) -> list[tuple[str | None, int]]:
    """Return how many kept reports have each ``publisher`` or ``language``, most first."""
    column = reports.c[field]
    query = select(column, func.count()).where(~reports.c.forgotten).group_by(column)
    rows = connection.execute(query.order_by(func.count().desc(), column))
    return [(row[0], row[1]) for row in rows]


def days_published(connection: Connection) -> tuple[str | None, str | None]:
    """Return the first and the last day on which a kept report came out."""
    query = select(func.min(reports.c.published), func.max(reports.c.published))
    row = connection.execute(query.where(~reports.c.forgotten)).one()
    return (row[0], row[1])


def all_tellings(connection: Connection) -> Iterator[Telling]:
    """Yield every claim of the store, by report id and then in the order of the text."""
    yield from map(_telling, _stream(connection, _tellings()))


def control_tellings(connection: Connection) -> Iterator[Telling]:
    """Yield the claims that say who holds a place, by report id and in the order of the text."""
    said = func.coalesce(claims.c.human, claims.c.body).like('%"control":{%')
    yield from map(_telling, _stream(connection, _tellings().where(said)))


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


def links_of(connection: Connection, refs: Iterable[ClaimRef]) -> dict[ClaimRef, str]:
    """Return the event of each of some claims, of those that are linked."""
    wanted = set(refs)
    columns = (links.c.report_id, links.c.claim_id, links.c.event_id)
    out: dict[ClaimRef, str] = {}
    for chunk in _chunks(sorted({report_id for report_id, _ in wanted})):
        for row in connection.execute(select(*columns).where(links.c.report_id.in_(chunk))):
            if (row[0], row[1]) in wanted:
                out[(row[0], row[1])] = row[2]
    return out


def claims_of(connection: Connection, ids: Iterable[str]) -> dict[str, list[ClaimRef]]:
    """Return the claims that are linked to each of some events."""
    columns = (links.c.report_id, links.c.claim_id, links.c.event_id)
    out: dict[str, list[ClaimRef]] = {}
    for chunk in _chunks(sorted(ids)):
        for row in connection.execute(select(*columns).where(links.c.event_id.in_(chunk))):
            out.setdefault(row[2], []).append((row[0], row[1]))
    return out


def ids_ever(connection: Connection) -> set[str]:
    """Return all ids that events have or had."""
    return {*connection.scalars(select(events.c.id)), *connection.scalars(select(redirects.c.id))}


def event_bodies(connection: Connection, only: Collection[str] | None = None) -> Iterator[Event]:
    """Yield every event as merged, before any decision, by first day and then id.

    ``only`` names the ids wanted, None all.
    """
    query = select(events.c.body).order_by(func.coalesce(events.c.first_day, ""), events.c.id)
    if only is None:
        for row in _stream(connection, query):
            yield Event.model_validate_json(row.body)
        return
    for chunk in _chunks(sorted(only)):
        for body in connection.scalars(query.where(events.c.id.in_(chunk))):
            yield Event.model_validate_json(body)


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


def heir(connection: Connection, event_id: str) -> str | None:
    """Return the event that a retired id leads to; None for a tombstone or an unknown id."""
    return connection.scalar(select(redirects.c.event_id).where(redirects.c.id == event_id))


def former_ids(connection: Connection, event_id: str) -> list[str]:
    """Return the retired ids that lead to an event."""
    query = select(redirects.c.id).where(redirects.c.event_id == event_id)
    return sorted(connection.scalars(query))


def lead_on(connection: Connection, retired: dict[str, str | None], used: Collection[str]) -> None:
    """Note what became of retired ids, and of those that led to them; ``used`` ids lead nowhere."""
    for old, new in retired.items():
        connection.execute(
            update(redirects).where(redirects.c.event_id == old).values(event_id=new)
        )
    set_redirects(connection, retired)
    for chunk in _chunks(sorted(used)):
        connection.execute(delete(redirects).where(redirects.c.id.in_(chunk)))


def set_redirects(connection: Connection, retired: dict[str, str | None]) -> None:
    """Note what became of retired ids; ids in use again redirect no more."""
    for chunk in _chunks(sorted(retired)):
        connection.execute(delete(redirects).where(redirects.c.id.in_(chunk)))
    if retired:
        rows = [{"id": old, "event_id": heir} for old, heir in sorted(retired.items())]
        connection.execute(redirects.insert(), rows)


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
            func.coalesce(claims.c.human, claims.c.body).label("body"),
            claims.c.human.is_not(None).label("settled"),
            reports.c.publisher,
            reports.c.published,
        )
        .join(reports, reports.c.id == claims.c.report_id)
        .order_by(claims.c.report_id, claims.c.position)
    )


def _report(row: Row[Any]) -> Report:
    return Report(
        id=row.id,
        text=row.text,
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        url=row.url,
        language=row.language,
    )


def _claim_json(claim: Claim) -> str:
    return claim.model_dump_json(by_alias=True, exclude_defaults=True)


def _telling(row: Row[Any]) -> Telling:
    return Telling(
        report_id=row.report_id,
        claim=Claim.model_validate_json(row.body),
        quote=row.quote,
        publisher=row.publisher,
        published=date.fromisoformat(row.published) if row.published else None,
        settled=bool(row.settled),
    )


def _stream(connection: Connection, query: Select[Any]) -> Iterator[Row[Any]]:
    """Yield rows a thousand at a time instead of all at once."""
    yield from connection.execute(query.execution_options(yield_per=1000))


def _chunks(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
