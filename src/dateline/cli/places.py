"""``dateline places``: find the place names of reports, and look names up in the gazetteer."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from dateline.coding.document import Document, parse
from dateline.coding.places import find_names
from dateline.errors import ReportError, UsageError
from dateline.knowledge.countries import country as country_of
from dateline.knowledge.gazetteer import Entry, Gazetteer
from dateline.model import Report
from dateline.reading import Reading, read

app = typer.Typer(
    help="Place names: find them in reports, look them up, add your own.", no_args_is_help=True
)

Country = Annotated[
    str | None, typer.Option("--country", help="Only this country, ISO 3166 alpha-2.")
]
SOME_REPORTS_FAILED = 3


@app.command()
def find(
    inputs: Annotated[
        list[Path], typer.Argument(metavar="INPUT...", help="Files, folders, or - for stdin.")
    ],
    format_: Annotated[
        Literal["jsonl"], typer.Option("--format", help="The only format so far.")
    ] = "jsonl",
) -> None:
    """Write every place name of every report: where it stands, what it means, how closely."""
    failed = False

    def reports() -> Iterator[Report]:
        nonlocal failed
        for item in read(inputs):
            if isinstance(item, ReportError):
                failed = True
                typer.echo(str(item), err=True)
            else:
                _tell(item)
                yield item.report

    gazetteer = open_gazetteer()
    for record in find_records(reports(), gazetteer):
        typer.echo(json.dumps(record, ensure_ascii=False))
    if failed:
        raise typer.Exit(SOME_REPORTS_FAILED)


@app.command()
def show(name: str, country: Country = None) -> None:
    """Show the places that NAME may mean, the likeliest first, one JSON object a line."""
    if country is not None and country_of(country) is None:
        raise UsageError(f"--country {country}: give a code of two letters, such as SY")
    found = open_gazetteer().find(name, country.upper() if country else None)
    if not found:
        raise UsageError(f"no place is known as {name!r}; add it with: dateline places add")
    for entry in found:
        typer.echo(json.dumps(record_of(entry), ensure_ascii=False))


def find_records(reports: Iterable[Report], gazetteer: Gazetteer) -> Iterator[dict[str, object]]:
    """Yield one record a report, in order, with all its place names."""
    for document in parse(reports):
        yield {"report_id": document.report.id, "places": _places(document, gazetteer)}


def open_gazetteer() -> Gazetteer:
    """Open the gazetteer; says on stderr that it is being built, where that takes a while."""
    last = ""

    def progress(text: str, done: float) -> None:
        nonlocal last
        if sys.stderr.isatty():
            typer.echo(f"\rbuilding the gazetteer, once: {text} {done:4.0%}  ", err=True, nl=False)
        elif not last:
            typer.echo("building the gazetteer, once; this takes about 20 seconds", err=True)
        last = text
        if done >= 1 and sys.stderr.isatty():
            typer.echo(err=True)

    return Gazetteer.open(progress)


def record_of(entry: Entry) -> dict[str, object]:
    """Return an entry of the gazetteer as a record for output."""
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind,
        "country": entry.country or None,
        "admin1": entry.admin1,
        "admin2": entry.admin2,
        "lat": entry.lat,
        "lon": entry.lon,
        "radius_km": entry.radius_km or None,
        "population": entry.population or None,
        "geonameid": entry.geonameid,
        "pcode": entry.pcode,
        "source": entry.source,
    }


def _places(document: Document, gazetteer: Gazetteer) -> list[dict[str, object]]:
    out: list[dict[str, object]] = []
    for mention in find_names(document, gazetteer):
        place = mention.place
        start, end = place.span or (0, 0)
        out.append(
            {
                "start": start,
                "end": end,
                "text": document.quote((start, end)),
                "canonical": place.canonical,
                "geonameid": place.geonameid,
                "pcode": place.pcode,
                "country": place.country,
                "admin1": place.admin1,
                "lat": place.lat,
                "lon": place.lon,
                "precision": place.precision,
            }
        )
    return out


def _tell(item: Reading) -> None:
    for note in item.notes:
        where = item.source if item.line is None else f"{item.source}:{item.line}"
        typer.echo(f"{where}: {note}", err=True)
