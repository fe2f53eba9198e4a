"""``dateline events``, ``control``, ``summary``, ``export`` and ``forget``."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from dateline.cli.filters import (
    ActorOption,
    Background,
    Country,
    PlaceOption,
    Since,
    StoreOption,
    TypeOption,
    Until,
    Where,
    query,
)
from dateline.errors import UsageError
from dateline.events.contradictions import actor_words
from dateline.events.control import holders_on, ledger
from dateline.events.series import coverage, summary, totals
from dateline.events.words import fold
from dateline.export.dataset import gather, wanted
from dateline.export.flat import event_record
from dateline.export.formats import FORMATS, Order, produce
from dateline.export.policy import PublicPolicy
from dateline.export.tables import cell_text, column_map, rows, write_csv
from dateline.model import Holding
from dateline.store import records
from dateline.store.forget import forget as forget_report
from dateline.store.search import search as find_words
from dateline.store.store import open_store

Format = Annotated[str, typer.Option("--format", help="jsonl or csv.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module to an application."""
    for command in (events, control, summarise, search, export, forget):
        name = "summary" if command is summarise else command.__name__
        app.command(name)(command)


def events(
    store: StoreOption,
    format: Format = "jsonl",
    since: Since = None,
    until: Until = None,
    country: Country = None,
    place: PlaceOption = None,
    actor: ActorOption = None,
    type: TypeOption = None,
    background: Background = True,
    where: Where = None,
) -> None:
    """Write the events of a store, one a line."""
    asked = query(
        where,
        since=since,
        until=until,
        country=country,
        place=place,
        actor=actor,
        kind=type,
        background=background,
    )
    _known(format, ("jsonl", "csv"))
    with open_store(store, create=False) as opened, opened.reading() as connection:
        if format == "jsonl":
            _lines(event_record(found) for found in wanted(connection, asked))
            return
        data = gather(connection, asked, made="")
    columns = column_map("events")
    write_csv(columns, rows(columns, data, {}), sys.stdout)


def control(
    store: StoreOption,
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="Who held what that day.")
    ] = None,
    place: PlaceOption = None,
    country: Country = None,
    history: Annotated[bool, typer.Option("--history", help="Every holder, not the last.")] = False,
    series: Annotated[bool, typer.Option("--totals", help="Area and settlements taken.")] = False,
    format: Format = "jsonl",
) -> None:
    """Write who holds which place, since when and on whose word.

    Without --on the last known holder of each place; with --history every holder in turn.
    """
    _known(format, ("jsonl", "csv"))
    with open_store(store, create=False) as opened, opened.reading() as connection:
        if series:
            told = records.all_tellings(connection)
            _table((total._asdict() for total in totals(told)), format)
            return
        held = ledger(records.control_tellings(connection))
    if on is not None:
        held = list(holders_on(held, on.date()))
    elif not history:
        held = [holding for holding in held if holding.until is None]
    record = _holding_cells if format == "csv" else _holding_record
    shown = [
        record(holding)
        for holding in held
        if (place is None or fold(place) in map(fold, (holding.place, *holding.names)))
        and (country is None or country.upper() == holding.country)
    ]
    _table(shown, format)


def _holding_record(holding: Holding) -> dict[str, Any]:
    return holding.model_dump(mode="json")


def _holding_cells(holding: Holding) -> dict[str, Any]:
    """A holding in words, one value a cell."""
    actors = {"holder": holding.holder, "taken_from": holding.taken_from}
    claims = ("/".join(ref) for ref in holding.claims)
    lists = {
        "names": holding.names,
        "claims": claims,
        "publishers": holding.publishers,
        "attributed_to": holding.attributed_to,
        "contested": holding.contested,
    }
    words = {name: actor_words(actor) if actor else None for name, actor in actors.items()}
    return _holding_record(holding) | words | {k: "; ".join(v) for k, v in lists.items()}


def summarise(
    store: StoreOption,
    by: Annotated[
        str,
        typer.Option(help="day, month, place, admin1, country, actor, type, certainty, source."),
    ] = "day",
    since: Since = None,
    until: Until = None,
    country: Country = None,
    where: Where = None,
    format: Format = "csv",
) -> None:
    """Count events and their numbers by day, place, actor or type; or reports by source."""
    _known(format, ("jsonl", "csv"))
    asked = query(where, since=since, until=until, country=country)
    with open_store(store, create=False) as opened, opened.reading() as connection:
        if by == "source":
            _table((line._asdict() for line in coverage(records.issues(connection))), format)
            return
        found = [decided.event for decided in wanted(connection, asked)]
    _table((line._asdict() for line in summary(found, by)), format)


def export(
    format: Annotated[str, typer.Argument(help=", ".join(FORMATS))],
    store: StoreOption,
    output: Annotated[Path, typer.Option("--output", "-o", help="File, or folder for csv.")],
    since: Since = None,
    until: Until = None,
    country: Country = None,
    place: PlaceOption = None,
    actor: ActorOption = None,
    type: TypeOption = None,
    background: Background = False,
    where: Where = None,
    public: Annotated[bool, typer.Option("--public", help="Apply the publication policy.")] = False,
    unreviewed: Annotated[
        bool, typer.Option("--unreviewed", help="With --public: events nobody accepted, too.")
    ] = False,
    embargo: Annotated[
        int, typer.Option("--embargo", min=0, help="With --public: hours of delay.")
    ] = 72,
    licence: Annotated[str, typer.Option(help="The licence to state in the file.")] = "not stated",
    hxl: Annotated[bool, typer.Option("--hxl", help="A row of HXL tags under the header.")] = False,
    unknown_deaths: Annotated[
        str, typer.Option(help="acled: limited (3) or significant (10) where none is counted.")
    ] = "limited",
    made: Annotated[
        str | None, typer.Option("--made", help="Time to state instead of now, for equal files.")
    ] = None,
) -> None:
    """Write events to a file that other programs read, with its provenance."""
    now = datetime.now(UTC)
    asked = query(
        where,
        since=since,
        until=until,
        country=country,
        place=place,
        actor=actor,
        kind=type,
        background=background,
    )
    _known(unknown_deaths, ("limited", "significant"))
    if unreviewed and not public:
        raise UsageError("--unreviewed goes with --public: other exports hold every event")
    order = Order(
        query=asked,
        format=format,
        made=made or now.strftime("%Y-%m-%dT%H:%M:%SZ"),
        licence=licence,
        public=PublicPolicy(now.date(), unreviewed, embargo) if public else None,
        options={"hxl": hxl, "unknown": unknown_deaths},
    )
    with open_store(store, create=False) as opened, opened.reading() as connection:
        provenance, written = produce(connection, order, output)
    typer.echo(f"{provenance.events} events: {', '.join(map(str, written))}", err=True)


def search(
    words: Annotated[list[str], typer.Argument(help="Words; all have to be there.")],
    store: StoreOption,
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many at most.")] = 50,
    format: Format = "jsonl",
) -> None:
    """Find reports and claims by their words, with the events they are part of."""
    _known(format, ("jsonl", "csv"))
    with open_store(store, create=False) as opened, opened.reading() as connection:
        hits = find_words(connection, " ".join(words), limit)
    _table((hit._asdict() for hit in hits), format)


def forget(
    report: Annotated[str, typer.Argument(help="The report's id.")], store: StoreOption
) -> None:
    """Delete a report's text and claims for good; a tombstone with its id stays."""
    with open_store(store, create=False) as opened:
        forget_report(opened, report)
    typer.echo(f"forgot {report}", err=True)


def _known(value: str, choices: tuple[str, ...]) -> str:
    if value not in choices:
        raise UsageError(f"{value!r} is not one of {', '.join(choices)}")
    return value


def _lines(lines: Iterable[Mapping[str, Any]]) -> None:
    for record in lines:
        typer.echo(json.dumps(record, ensure_ascii=False, default=str))


def _table(lines: Iterable[Mapping[str, Any]], format: str) -> None:
    """Write records as JSON lines, or as CSV with what is nested as JSON."""
    if format == "jsonl":
        _lines(lines)
        return
    writer = None
    for record in lines:
        if writer is None:
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(record)
        writer.writerow([_flat(value) for value in record.values()])


def _flat(value: Any) -> str:
    if isinstance(value, dict | list | tuple):
        return cell_text(json.dumps(value, ensure_ascii=False, default=str))
    return cell_text(str(value) if isinstance(value, date) else value)
