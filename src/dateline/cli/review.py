"""``dateline review``: the review desk on the command line."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer
from sqlalchemy import Connection

from dateline.cli.filters import StoreOption, Where, query
from dateline.cli.writing import output
from dateline.config import load
from dateline.errors import UsageError
from dateline.evaluation.reviewers import agreement as agree
from dateline.export.card import card, entry_record
from dateline.export.gold import gold as gold_of
from dateline.model import ClaimRef, Review
from dateline.store import event_records, log
from dateline.store.catalogue import Catalogue
from dateline.store.desk import Outcome, decide
from dateline.store.instants import now
from dateline.store.queue import waiting
from dateline.store.store import open_store

app = typer.Typer(
    help="Decide on events: accept, reject, edit, merge, split, undo; see how reviewers agree.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

By = Annotated[str | None, typer.Option("--by", help="The reviewer's name.")]
Event = Annotated[str, typer.Argument(metavar="EVENT", help="The event's id.")]
Note = Annotated[str | None, typer.Option("--note", help="The reason.")]
OneClaim = Annotated[
    str | None, typer.Option("--claim", metavar="REPORT/CLAIM", help="A claim of the event.")
]
Claims = Annotated[
    list[str], typer.Option("--claim", metavar="REPORT/CLAIM", help="A claim that leaves it.")
]


@app.command("queue")
def queue(
    store: StoreOption,
    by: By = None,
    where: Where = None,
    limit: Annotated[int, typer.Option(min=1, help="How many.")] = 20,
) -> None:
    """List the events that wait for a decision, the most needed first, one id a line."""
    with open_store(store, create=False) as opened, opened.reading() as connection:
        catalogue = Catalogue()
        catalogue.load(connection)
        asked = query(where)
        found = catalogue.select(connection, asked)
        mask = found.mask if "review" in asked.chosen else found.for_facet("review")
        for event_id in catalogue.ids_of(waiting(catalogue, mask, by or "")[:limit]):
            typer.echo(event_id)


@app.command("show")
def show(event: Event, store: StoreOption) -> None:
    """Write everything behind an event as JSON: claims, texts, links, who decided what."""
    with open_store(store, create=False) as opened, opened.reading() as connection:
        found = card(connection, event)
        gone = found is None and event_records.is_retired(connection, event)
    if gone:
        raise UsageError(f"the event {event} is no more: no claim of it is left")
    if found is None:
        raise UsageError(f"there is no event {event}: 'dateline events' lists them")
    typer.echo(json.dumps(found, indent=2, ensure_ascii=False, default=str))


@app.command("accept")
def accept(event: Event, store: StoreOption, by: By = None, note: Note = None) -> None:
    """Accept an event and its claims as they stand."""
    _decide(store, by, action="accept", subject=event, note=note)


@app.command("reject")
def reject(event: Event, store: StoreOption, by: By = None, note: Note = None) -> None:
    """Reject an event: it is in no export."""
    _decide(store, by, action="reject", subject=event, note=note)


@app.command("edit")
def edit(
    event: Event,
    store: StoreOption,
    field: Annotated[str, typer.Option(help="Which field, as date or place.")],
    value: Annotated[str, typer.Option(help="Its value: JSON, or plain words.")],
    claim: OneClaim = None,
    span: Annotated[
        str | None,
        typer.Option(metavar="START:END", help="The characters that show it, of the claim's text."),
    ] = None,
    by: By = None,
    note: Note = None,
) -> None:
    """Set a field of an event, or of one claim of it."""
    claims = (_ref(claim),) if claim else ()
    words = _span(span) if span else None
    _decide(
        store,
        by,
        action="edit",
        subject=event,
        field=field,
        value=value,
        claims=claims,
        span=words,
        note=note,
    )


@app.command("merge")
def merge(
    event: Event,
    others: Annotated[list[str], typer.Argument(metavar="OTHER...", help="Events told again.")],
    store: StoreOption,
    by: By = None,
    note: Note = None,
) -> None:
    """Make other events part of an event."""
    _decide(store, by, action="join", subject=event, others=tuple(others), note=note)


@app.command("split")
def split(
    event: Event, store: StoreOption, claim: Claims, by: By = None, note: Note = None
) -> None:
    """Make some claims of an event an event of their own."""
    claims = tuple(map(_ref, claim))
    _decide(store, by, action="part", subject=event, claims=claims, note=note)


@app.command("add")
def add(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="The report's id.")],
    claim: Annotated[str, typer.Option(help="The claim as JSON, without an id.")],
    store: StoreOption,
    by: By = None,
    note: Note = None,
) -> None:
    """Add an event that the coder missed, as a claim of a report."""
    _decide(store, by, action="add", subject=report, value=claim, note=note)


@app.command("note")
def note(
    event: Event, words: Annotated[str, typer.Argument()], store: StoreOption, by: By = None
) -> None:
    """Keep a note with an event."""
    _decide(store, by, action="note", subject=event, note=words)


@app.command("second")
def second(event: Event, store: StoreOption, by: By = None, note: Note = None) -> None:
    """Ask for a second opinion on an event."""
    _decide(store, by, action="second", subject=event, note=note)


@app.command("assign")
def assign(
    event: Event,
    to: Annotated[str, typer.Argument(help="A reviewer's name, or - for nobody.")],
    store: StoreOption,
    by: By = None,
) -> None:
    """Say who should look at an event."""
    _decide(store, by, action="assign", subject=event, value=None if to == "-" else to)


@app.command("undo")
def undo(
    store: StoreOption,
    number: Annotated[
        int | None, typer.Argument(help="A decision's number; your own last one if left out.")
    ] = None,
    by: By = None,
    note: Note = None,
) -> None:
    """Take a decision back. An undo can be undone."""
    _decide(store, by, action="undo", subject="", undoes=number, note=note)


@app.command("log")
def history(
    store: StoreOption,
    by: Annotated[str | None, typer.Option("--by", help="Of one reviewer alone.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many.")] = 100,
) -> None:
    """Write what was decided, newest first, as JSON lines: who, when, what, from, to."""
    with open_store(store, create=False) as opened, opened.reading() as connection:
        for entry in islice(log.backwards(connection, reviewer=by), limit):
            typer.echo(json.dumps(entry_record(entry) | {"number": entry.number}))


@app.command("agreement")
def agreement(
    store: StoreOption,
    where: Where = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Write Krippendorff's alpha between reviewers for each field."""
    with open_store(store, create=False) as opened, opened.reading() as connection:
        told = agree(connection, _refs(connection, where))
    if as_json:
        fields = [one._asdict() for one in told.fields]
        typer.echo(json.dumps({"reviewers": told.reviewers, "units": told.units, "fields": fields}))
        return
    typer.echo(f"{told.units} claims decided on by several of: {', '.join(told.reviewers) or '-'}")
    typer.echo(f"{'field':<20}{'alpha':>8}{'claims':>8}")
    for one in told.fields:
        shown = "-" if one.alpha is None else f"{one.alpha:.2f}"
        typer.echo(f"{one.field:<20}{shown:>8}{one.units:>8}")


@app.command("gold")
def gold(
    store: StoreOption,
    target: Annotated[
        Path | None, typer.Option("--output", "-o", help="File for the gold; stdout without.")
    ] = None,
    reports: Annotated[
        Path | None, typer.Option(help="File for the reports that go with it.")
    ] = None,
    where: Where = None,
    partial: Annotated[
        bool, typer.Option("--partial", help="Also reports with claims nobody decided on.")
    ] = False,
) -> None:
    """Write accepted claims in the coding frame, to measure a coder with or train one.

    A line a report, for `dateline evaluate`. Only reports whose every claim is decided.
    """
    asked = query(where)
    with open_store(store, create=False) as opened, opened.reading() as connection:
        found = list(gold_of(connection, asked, partial=partial))
    with output(target) as stream:
        stream.writelines(one.gold_line for one in found)
    if reports is not None:
        with output(reports) as stream:
            stream.writelines(one.report_line for one in found)
    claims = sum(len(one.gold["claims"]) for one in found)
    typer.echo(f"{len(found)} reports, {claims} claims", err=True)


def _decide(store: str, by: str | None, **decision: Any) -> Outcome:
    reviewer = load({"reviewer": by}).reviewer
    if not reviewer:
        raise UsageError("say who decides: --by NAME, or reviewer in dateline.toml")
    review = Review.model_validate({"reviewer": reviewer, "at": now(), **decision})
    with open_store(store, create=False) as opened:
        outcome = decide(opened, review)
    undid = f", undoing {outcome.undid.number}" if outcome.undid else ""
    typer.echo(f"decision {outcome.number}{undid}: {outcome.event_id or 'no event left'}", err=True)
    return outcome


def _refs(connection: Connection, where: list[str] | None) -> set[ClaimRef] | None:
    if not where:
        return None
    catalogue = Catalogue()
    catalogue.load(connection)
    found = catalogue.select(connection, query(where))
    claims = event_records.claims_of(connection, catalogue.named(found.for_facet("review")))
    return {ref for refs in claims.values() for ref in refs}


def _ref(words: str) -> ClaimRef:
    report_id, slash, claim_id = words.rpartition("/")
    if not slash:
        raise UsageError(f"{words} is no claim: write REPORT/CLAIM")
    return (report_id, claim_id)


def _span(words: str) -> tuple[int, int]:
    try:
        start, end = map(int, words.split(":"))
    except ValueError:
        raise UsageError(f"{words} is no span: write START:END in characters") from None
    return (start, end)
