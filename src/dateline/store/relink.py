"""Claims of the store -> events of the store, with ids that outlive new reports.

Linking reads one state of the store and takes as long as it takes; what it found is kept only if
no claim has changed meanwhile. Where claims change all the time, it makes the others wait in the
end. The events depend on the claims and the decisions alone, and on nothing that a kill could
leave behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from dateline.events.identity import Identities, identify
from dateline.events.link import Linkage, link
from dateline.events.merge import merge
from dateline.events.reasons import reasons
from dateline.events.telling import Telling
from dateline.model import ClaimRef, Event, Link
from dateline.store import event_records, log, records
from dateline.store.decisions import constraints
from dateline.store.instants import now
from dateline.store.settle import hold_together
from dateline.store.store import Store
from dateline.store.versions import linking_version

_TRIES = 3
_MERGED_AT_ONCE = 2000


class Relinked(NamedTuple):
    """How many events there are, and how many were made, changed and retired."""

    events: int
    changed: int
    retired: int


def relink(store: Store) -> Relinked:
    """Link and merge the claims of the store if any, or the way of linking, has changed."""
    for _ in range(_TRIES):
        with store.reading() as connection:
            found = _link(connection)
        if found.plan is None:
            return found.result
        with store.writing() as connection:
            if records.setting(connection, "changes", "0") == found.changes:
                _keep(connection, found)
                return found.result
    with store.writing() as connection:
        found = _link(connection)
        if found.plan is not None:
            _keep(connection, found)
        return found.result


class _Found(NamedTuple):
    """What linking found in one state of the store; no plan where nothing has changed."""

    changes: str
    decision: int
    plan: _Plan | None
    fresh: Sequence[Event]
    before: set[str]

    @property
    def state(self) -> str:
        """What the store notes as linked."""
        return f"{self.changes} {linking_version()}"

    @property
    def result(self) -> Relinked:
        if self.plan is None:
            return Relinked(len(self.before), 0, 0)
        ids = self.plan.identities
        return Relinked(len(ids.ids), len(self.fresh), len(ids.retired))


def _link(connection: Connection) -> _Found:
    changes = records.setting(connection, "changes", "0")
    none = _Found(changes, 0, None, (), set(event_records.all_links(connection).values()))
    if none.state == records.setting(connection, "linked"):
        return none
    plan = _plan(connection)
    kept = event_records.event_marks(connection)
    fresh = [event for event in _merged(connection, plan) if _new(event, kept)]
    return _Found(changes, log.last_decision(connection), plan, fresh, set(kept))


class _Plan(NamedTuple):
    """Which claims make which event now, and where each was before."""

    groups: list[list[ClaimRef]]
    partners: dict[ClaimRef, tuple[ClaimRef, float]]
    identities: Identities
    before: dict[ClaimRef, str]


def _plan(connection: Connection) -> _Plan:
    refs: list[ClaimRef] = []

    def remembered() -> Iterator[Telling]:
        for telling in records.all_tellings(connection):
            refs.append(telling.ref)
            yield telling

    rules = constraints(log.entries(connection))
    linkage = link(remembered(), together=rules.together, apart=rules.apart)
    groups = [[refs[row] for row in rows] for rows in linkage.groups]
    linked = {row for rows in linkage.groups for row in rows}
    groups += [[ref] for row, ref in enumerate(refs) if row not in linked]
    groups = sorted(sorted(group) for group in groups)
    before = event_records.all_links(connection)
    known = set(event_records.all_redirects(connection))
    return _Plan(groups, _partners(linkage, refs), identify(groups, before, known), before)


def _partners(linkage: Linkage, refs: Sequence[ClaimRef]) -> dict[ClaimRef, tuple[ClaimRef, float]]:
    rows = [row for group in linkage.groups for row in group]
    return {
        refs[row]: (refs[int(linkage.partner[row])], round(float(linkage.log_odds[row]), 2))
        for row in rows
    }


def _merged(connection: Connection, plan: _Plan) -> Iterator[Event]:
    """Merge every event anew, some thousand claims at a time."""
    waiting: list[tuple[str, list[ClaimRef]]] = []
    size = 0
    for event_id, group in zip(plan.identities.ids, plan.groups, strict=True):
        waiting.append((event_id, group))
        size += len(group)
        if size >= _MERGED_AT_ONCE:
            yield from _merge_all(connection, waiting, plan)
            waiting, size = [], 0
    yield from _merge_all(connection, waiting, plan)


def _merge_all(
    connection: Connection, waiting: Sequence[tuple[str, list[ClaimRef]]], plan: _Plan
) -> Iterator[Event]:
    wanted = {ref for _, group in waiting for ref in group}
    told = records.tellings_of(connection, wanted)
    for event_id, group in waiting:
        yield merge(event_id, [told[ref] for ref in group], _links(group, told, plan))


def _links(
    group: Sequence[ClaimRef], told: dict[ClaimRef, Telling], plan: _Plan
) -> tuple[Link, ...]:
    """Why each claim of an event is in it; an only claim needs no reason."""
    if len(group) == 1:
        return ()
    out = []
    for ref in group:
        partner, odds = plan.partners[ref]
        out.append(
            Link(
                report_id=ref[0],
                claim_id=ref[1],
                to=partner,
                log_odds=odds,
                reasons=reasons(told[ref], told[partner]),
            )
        )
    return tuple(out)


def _new(event: Event, kept: dict[str, str]) -> bool:
    """Whether an event is not kept yet as it is now."""
    return kept.get(event.id) != event_records.mark(event_records.body(event))


def _keep(connection: Connection, found: _Found) -> None:
    """Write the events that are new or changed, and what became of the others."""
    plan, before, at = found.plan, found.before, now()
    assert plan is not None
    event_records.drop_events(connection, before - set(plan.identities.ids))
    for event in found.fresh:
        event_records.put_event(connection, event)
    linked = {
        ref: event_id
        for event_id, group in zip(plan.identities.ids, plan.groups, strict=True)
        for ref in group
    }
    moved = {ref: event_id for ref, event_id in linked.items() if plan.before.get(ref) != event_id}
    event_records.set_links(connection, moved, set(plan.before) - set(linked))
    redirects = _redirected(connection, plan.identities)
    event_records.set_redirects(connection, redirects)
    what = {event.id: "changed" if event.id in before else "made" for event in found.fresh}
    retired = {old: redirects.get(old) for old in plan.identities.retired if old in before}
    log.note(connection, at, what | dict.fromkeys(retired, "retired"), retired)
    for entry in log.entries_after(connection, found.decision):
        hold_together(connection, entry, at)
    records.set_setting(connection, "linked", found.state)


def _redirected(connection: Connection, identities: Identities) -> dict[str, str | None]:
    """All redirects, each led on to an id that is in use, so that none leads to another."""
    all_known = event_records.all_redirects(connection) | identities.retired
    used = set(identities.ids)

    def heir(old: str | None) -> str | None:
        seen: set[str] = set()
        while old is not None and old not in used and old not in seen:
            seen.add(old)
            old = all_known.get(old)
        return old if old in used else None

    return {old: heir(new) for old, new in all_known.items() if old not in used}
