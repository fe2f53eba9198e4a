"""Reports and their claims in and out of the store."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, delete, func, or_, select
from sqlalchemy.sql import Select

from dateline.events.series import Issue
from dateline.events.telling import Telling, quote
from dateline.knowledge.ontology import ontology
from dateline.model import Claim, ClaimRef, CodedReport, Report
from dateline.store import event_records, log
from dateline.store.instants import now
from dateline.store.recoding import Held, recoded
from dateline.store.rows import chunks, stream
from dateline.store.schema import (
    claims,
    reports,
    settings,
    words,
)


def fingerprint(report: Report) -> str:
    """Return the SHA-256 of what a report says: two reports of one fingerprint are coded alike."""
    published = report.published.isoformat() if report.published else None
    said = [report.text, report.title, report.publisher, published, report.url, report.language]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def known_reports(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[str, str, bool]]:
    """Return fingerprint, coder and whether it was forgotten, for each known id of ``ids``."""
    columns = (reports.c.id, reports.c.fingerprint, reports.c.coder, reports.c.forgotten)
    out: dict[str, tuple[str, str, bool]] = {}
    for chunk in chunks(ids):
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
    said = _words("report", report.id, "", f"{report.title or ''} {report.text}")
    rows = [_claim_row(report.id, report.text, claim, n) for n, claim in enumerate(held)]
    if rows:
        connection.execute(claims.insert(), rows)
    quotes = [_words("claim", report.id, row["id"], row["quote"]) for row in rows]
    connection.execute(words.insert(), [said, *quotes])
    _note_disagreements(connection, report.id, before, held)


def _note_disagreements(
    connection: Connection, report_id: str, before: Sequence[Held], after: Sequence[Held]
) -> None:
    """Note the events on whose claims the coder has begun, or ceased, to differ from people."""
    was = {held.id: held.disagrees for held in before}
    refs = [(report_id, held.id) for held in after if was.get(held.id) != held.disagrees]
    if refs:
        touched = event_records.links_of(connection, refs).values()
        log.note(connection, now(), dict.fromkeys(touched, "recoded"))


def put_claim(
    connection: Connection, report_id: str, text_of_it: str, held: Held, position: int
) -> None:
    """Keep one claim and its words, in place of what was kept under its id."""
    drop_claim(connection, (report_id, held.id))
    row = _claim_row(report_id, text_of_it, held, position)
    connection.execute(claims.insert(), row)
    connection.execute(words.insert(), _words("claim", report_id, held.id, row["quote"]))


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
    yield from map(_report, stream(connection, query))


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
    for row in stream(connection, query):
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
    yield from map(_telling, stream(connection, _tellings()))


def control_tellings(connection: Connection) -> Iterator[Telling]:
    """Yield the claims that may move the ledger of who holds what, in the order of all.

    They say that a place changed hands, by their type or in so many words.
    """
    body = func.coalesce(claims.c.human, claims.c.body)
    signs = ['"control":{', *(f'"sub_event_type":"{kind}"' for kind in ontology().territorial)]
    query = _tellings().where(or_(*(body.like(f"%{sign}%") for sign in sorted(signs))))
    yield from map(_telling, stream(connection, query))


def tellings_of(connection: Connection, refs: Iterable[ClaimRef]) -> dict[ClaimRef, Telling]:
    """Return the named claims."""
    wanted = set(refs)
    out: dict[ClaimRef, Telling] = {}
    for chunk in chunks(sorted({report_id for report_id, _ in wanted})):
        for row in connection.execute(_tellings().where(claims.c.report_id.in_(chunk))):
            if (row.report_id, row.id) in wanted:
                out[(row.report_id, row.id)] = _telling(row)
    return out


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


def _claim_row(report_id: str, text_of_it: str, held: Held, position: int) -> dict[str, Any]:
    return {
        "report_id": report_id,
        "id": held.id,
        "position": position,
        "quote": quote(text_of_it, held.holds),
        "body": _claim_json(held.machine) if held.machine else "",
        "human": _claim_json(held.human) if held.human else None,
        "disagrees": held.disagrees,
    }


def _words(kind: str, report_id: str, claim_id: str, body: str) -> dict[str, str]:
    return {"kind": kind, "report_id": report_id, "claim_id": claim_id, "body": body}


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
