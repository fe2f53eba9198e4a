"""Events in and out of the store, the claims linked to them, and ids that lead on to others."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Connection, delete, func, select, update

from dateline.model import ClaimRef, Event
from dateline.store.rows import chunks, stream
from dateline.store.schema import events, links, redirects


def all_links(connection: Connection) -> dict[ClaimRef, str]:
    """Return the event of every linked claim."""
    rows = connection.execute(select(links.c.report_id, links.c.claim_id, links.c.event_id))
    return {(row[0], row[1]): row[2] for row in rows}


def links_of(connection: Connection, refs: Iterable[ClaimRef]) -> dict[ClaimRef, str]:
    """Return the event of each of some claims, of those that are linked."""
    wanted = set(refs)
    columns = (links.c.report_id, links.c.claim_id, links.c.event_id)
    out: dict[ClaimRef, str] = {}
    for chunk in chunks(sorted({report_id for report_id, _ in wanted})):
        for row in connection.execute(select(*columns).where(links.c.report_id.in_(chunk))):
            if (row[0], row[1]) in wanted:
                out[(row[0], row[1])] = row[2]
    return out


def claims_of(connection: Connection, ids: Iterable[str]) -> dict[str, list[ClaimRef]]:
    """Return the claims that are linked to each of some events."""
    columns = (links.c.report_id, links.c.claim_id, links.c.event_id)
    out: dict[str, list[ClaimRef]] = {}
    for chunk in chunks(sorted(ids)):
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
        for row in stream(connection, query):
            yield Event.model_validate_json(row.body)
        return
    for chunk in chunks(sorted(only)):
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
    return {row.id: mark(row.body) for row in stream(connection, query)}


def drop_events(connection: Connection, ids: Iterable[str]) -> None:
    """Delete events."""
    for chunk in chunks(sorted(ids)):
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


def all_redirects(
    connection: Connection, only: Collection[str] | None = None
) -> dict[str, str | None]:
    """Return what became of each retired id: the id that took its claims, or None.

    ``only`` names the ids that they shall lead to, None asks for all.
    """
    query = select(redirects).order_by(redirects.c.id)
    if only is None:
        return {row.id: row.event_id for row in connection.execute(query)}
    return {
        row.id: row.event_id
        for chunk in chunks(sorted(only))
        for row in connection.execute(query.where(redirects.c.event_id.in_(chunk)))
    }


def heir(connection: Connection, event_id: str) -> str | None:
    """Return the event that a retired id leads to; None for a tombstone or an unknown id."""
    return connection.scalar(select(redirects.c.event_id).where(redirects.c.id == event_id))


def is_retired(connection: Connection, event_id: str) -> bool:
    """Return whether an id was an event's once and is none's now."""
    return bool(connection.scalar(select(redirects.c.id).where(redirects.c.id == event_id)))


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
    for chunk in chunks(sorted(used)):
        connection.execute(delete(redirects).where(redirects.c.id.in_(chunk)))


def set_redirects(connection: Connection, retired: dict[str, str | None]) -> None:
    """Note what became of retired ids; ids in use again redirect no more."""
    for chunk in chunks(sorted(retired)):
        connection.execute(delete(redirects).where(redirects.c.id.in_(chunk)))
    if retired:
        rows = [{"id": old, "event_id": heir} for old, heir in sorted(retired.items())]
        connection.execute(redirects.insert(), rows)
