"""What people decided, put into effect at once: on claims, and on which claims are one event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from dateline.events.identity import new_id
from dateline.events.merge import merge
from dateline.model import Claim, ClaimRef, Event, Link
from dateline.store import event_records, log, records
from dateline.store.edits import set_in_claim
from dateline.store.log import Entry
from dateline.store.recoding import Held

JOINED = "joined by a reviewer"
"""The reason of a link that a person made."""


def settle_claim(connection: Connection, ref: ClaimRef) -> None:
    """Bring a claim in line with all decisions on it that hold.

    A claim that only a person told goes when the decision that added it is taken back.
    """
    report_id, claim_id = ref
    report = records.report(connection, report_id)
    if report is None:
        return
    rows = records.held_claims(connection, report_id)
    position = next((n for n, held in enumerate(rows) if held.id == claim_id), len(rows))
    machine = rows[position].machine if position < len(rows) else None
    human: Claim | None = None
    own = False
    for review, answer in log.answers_on(connection, ref):
        human = human or answer.seen
        own = own or review.action == "add"
        if review.action == "edit":
            human = set_in_claim(human, review.field, answer.value)
    if human is None and machine is None:
        records.drop_claim(connection, ref)
        return
    answered = None if own or human is None else log.answered(connection, ref)
    held = Held(claim_id, machine, human, answered)
    records.put_claim(connection, report_id, report.text, held, position)


def enforce(connection: Connection, entry: Entry, at: str) -> set[str]:
    """Put a decision into effect, or out of it where it is undone; return the events touched."""
    review = entry.review
    refs = {answer.ref for answer in log.answers_of(connection, entry.number)}
    for ref in sorted(refs):
        settle_claim(connection, ref)
    if review.action in ("join", "part"):
        moves = _moves_back(connection, entry) if entry.undone else _moves(connection, entry)
        return regroup(connection, moves, at=at, review=entry.number)
    if review.action in ("edit", "add", "accept", "reject"):
        links = event_records.links_of(connection, refs)
        touched = set(links.values())
        lost = {ref: event_id for ref, event_id in links.items() if not _there(connection, ref)}
        new = {}
        if review.action == "add" and not entry.undone:
            new = {ref: review.subject for ref in refs if ref not in links}
        regroup(connection, new, touched=touched, lost=lost, at=at, review=entry.number)
        return touched | set(new.values())
    return set()


def hold_together(connection: Connection, entry: Entry, at: str) -> None:
    """Bring the claims of a decision on a whole event back into one event.

    For decisions that were made while claims were linked without knowing of them.
    """
    if entry.undone or entry.review.action not in ("accept", "reject"):
        return
    home = _home(connection, entry.review.subject)
    links = event_records.links_of(connection, entry.review.claims)
    if home is not None:
        moves = {ref: home for ref, event_id in links.items() if event_id != home}
        regroup(connection, moves, at=at, review=entry.number)


def regroup(
    connection: Connection,
    moves: Mapping[ClaimRef, str],
    *,
    at: str,
    touched: Iterable[str] = (),
    lost: Iterable[ClaimRef] = (),
    review: int | None = None,
) -> set[str]:
    """Put claims into other events, and merge all events touched anew; return their ids.

    Ids that are left without claims lead to the event that took most of them; ids that are in use
    again lead nowhere. ``lost`` are claims that are no more.
    """
    before = event_records.links_of(connection, moves)
    ids = {*touched, *before.values(), *moves.values()}
    event_records.set_links(connection, dict(moves), lost)
    groups = event_records.claims_of(connection, ids)
    retired: dict[str, str | None] = {}
    what: dict[str, str] = {}
    for event_id in sorted(ids):
        old = event_records.event_body(connection, event_id)
        refs = groups.get(event_id, ())
        if not refs:
            taken = Counter(moves[ref] for ref, was in before.items() if was == event_id)
            retired[event_id] = taken.most_common(1)[0][0] if taken else None
            what[event_id] = "retired"
            event_records.drop_events(connection, [event_id])
            continue
        told = records.tellings_of(connection, refs)
        kept = [told[ref] for ref in sorted(refs) if ref in told]
        if not kept:
            # Its report has just been coded anew: linking is about to say what became of it.
            continue
        event = merge(event_id, kept, _links(old, [telling.ref for telling in kept]))
        if old is None or event_records.body(old) != event_records.body(event):
            what[event_id] = "made" if old is None else _how(old, event)
            event_records.put_event(connection, event)
    event_records.lead_on(connection, retired, ids - set(retired))
    log.note(connection, at, what, retired, review)
    return ids


def _how(old: Event, new: Event) -> str:
    if set(new.claims) - set(old.claims):
        return "merged"
    return "split" if set(old.claims) - set(new.claims) else "changed"


def _links(old: Event | None, refs: list[ClaimRef]) -> tuple[Link, ...]:
    """Why each claim is in the event: as before, where the claim it leans on is still there."""
    if len(refs) == 1:
        return ()
    there = set(refs)
    known = {(link.report_id, link.claim_id): link for link in old.links} if old else {}
    out = []
    for ref in refs:
        link = known.get(ref)
        if link is None or link.to not in there:
            partner = next(other for other in refs if other != ref)
            link = Link(report_id=ref[0], claim_id=ref[1], to=partner, reasons=(JOINED,))
        out.append(link)
    return tuple(out)


def _there(connection: Connection, ref: ClaimRef) -> bool:
    return ref in records.tellings_of(connection, [ref])


def _moves(connection: Connection, entry: Entry) -> dict[ClaimRef, str]:
    """Where a join or part wants claims to go."""
    review = entry.review
    links = event_records.links_of(connection, [*review.claims, *review.rest])
    if review.action == "part":
        gone = [ref for ref in review.claims if ref in links]
        stay = {links[ref] for ref in review.rest if ref in links}
        if not gone or not stay & {links[ref] for ref in gone}:
            return {}
        name = new_id(min(gone), event_records.ids_ever(connection))
        return dict.fromkeys(gone, name)
    target = _home(connection, review.subject)
    if target is None:
        return {}
    return {ref: target for ref in review.claims if links.get(ref, target) != target}


def _moves_back(connection: Connection, entry: Entry) -> dict[ClaimRef, str]:
    """Where claims were before a join or part that is taken back."""
    wanted = {ref: event_id for event_id, refs in entry.review.was for ref in refs}
    links = event_records.links_of(connection, wanted)
    return {ref: old for ref, old in wanted.items() if ref in links and links[ref] != old}


def _home(connection: Connection, event_id: str) -> str | None:
    """The event that an id stands for now."""
    if event_records.event_body(connection, event_id) is not None:
        return event_id
    return event_records.heir(connection, event_id)
