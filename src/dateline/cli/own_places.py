"""``dateline places import|add|list|remove|fetch``: the places that a user adds."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.places import open_gazetteer
from dateline.errors import UsageError
from dateline.knowledge import user_places
from dateline.knowledge.countries import country as country_of
from dateline.knowledge.gazetteer import cache_folder
from dateline.knowledge.gazetteer_sources import Row
from dateline.knowledge.import_csv import KINDS
from dateline.knowledge.place_fetch import GEONAMES, LARGEST, fetch
from dateline.knowledge.place_import import Format, import_places
from dateline.knowledge.spelling import plain
from dateline.knowledge.user_places import Import

SHOWN_LEFT_OUT = 10


def register(app: typer.Typer) -> None:
    """Add these commands to ``dateline places``."""
    app.command("import")(import_)
    app.command("add")(add)
    app.command("list")(list_)
    app.command("remove")(remove)
    app.command("fetch")(fetch_)


def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="What to import.")],
    format_: Annotated[
        Format | None, typer.Option("--format", help="The kind of file; told from its columns.")
    ] = None,
    country: Annotated[
        str | None,
        typer.Option("--country", help="Country of places that name none, ISO 3166 alpha-2."),
    ] = None,
) -> None:
    """Import places: GeoNames dumps and alternate names, COD-AB gazetteers, NGA files, tables.

    Each file is imported whole or not at all, and is taken back with "dateline places remove".
    """
    code = _country(country)
    for path in files:
        gazetteer = open_gazetteer()
        done = import_places(path, gazetteer, format_=format_, country=code, progress=_count)
        if sys.stderr.isatty():
            typer.echo("\r", err=True, nl=False)
        made = done.made
        _say(f"{made.label}: {made.places:,} places ({made.format}); take them back with:")
        _say(f"  dateline places remove {made.number}")
        if done.left_out:
            names = ", ".join(done.left_out[:SHOWN_LEFT_OUT])
            more = "" if len(done.left_out) <= SHOWN_LEFT_OUT else ", ..."
            _say(f"left out, because no point is known: {len(done.left_out)}: {names}{more}")


def add(
    name: Annotated[str, typer.Argument(help="The usual English name.")],
    lat: Annotated[float, typer.Option(help="Latitude in degrees.", min=-90, max=90)],
    lon: Annotated[float, typer.Option(help="Longitude in degrees.", min=-180, max=180)],
    country: Annotated[str, typer.Option(help="Its country, ISO 3166 alpha-2.")],
    alias: Annotated[
        list[str] | None, typer.Option(help="A further spelling; may be given many times.")
    ] = None,
    kind: Annotated[str, typer.Option(help="What it is: town, quarter, camp, base ...")] = "town",
    admin1: Annotated[str | None, typer.Option(help="Its province.")] = None,
    pcode: Annotated[str | None, typer.Option(help="Its OCHA p-code.")] = None,
    radius_km: Annotated[float, typer.Option(help="How far it reaches.", min=0, max=2000)] = 1.0,
) -> None:
    """Add one place, or another spelling of one."""
    code = _country(country)
    assert code is not None
    if kind not in KINDS:
        raise UsageError(f"--kind {kind}: there are {', '.join(sorted(KINDS))}")
    if len(plain(name)) < 2:
        raise UsageError(f"{name!r} is no name that a text could be searched for")
    ref = f"own:{code}:{plain(name)}:{lat:.3f},{lon:.3f}"
    row = Row(
        0, ref, name, code, admin1, None, lat, lon, kind, 0, radius_km, "added by hand", pcode
    )
    made = user_places.take_in(name, "by hand", None, [(row, [name, *(alias or [])])])
    _say(f"{name} is added; take it back with: dateline places remove {made.number}")


def list_() -> None:
    """List what was imported and added, one JSON object a line."""
    for made in user_places.imports():
        typer.echo(json.dumps(_record(made), ensure_ascii=False))


def remove(
    number: Annotated[int, typer.Argument(help='The number that "dateline places list" shows.')],
) -> None:
    """Take an import or an added place back; the gazetteer is as if it had never been."""
    made = user_places.remove(number)
    _say(f"{made.label} is taken back: {made.places:,} {'place' if made.places == 1 else 'places'}")


def fetch_(
    country: Annotated[str, typer.Argument(help="ISO 3166 alpha-2, such as SY.")],
    base: Annotated[
        str, typer.Option("--from", help="Where the dumps lie: GeoNames, or a mirror of it.")
    ] = GEONAMES,
    sha256: Annotated[
        str | None, typer.Option(help="The checksum the file must have; GeoNames gives none.")
    ] = None,
    largest_mb: Annotated[int, typer.Option(help="Most megabytes to fetch.", min=1)] = LARGEST
    >> 20,
    keep: Annotated[bool, typer.Option(help="Only fetch; do not import.")] = False,
) -> None:
    """Fetch a country's GeoNames dump (CC BY 4.0) from the network, and import it.

    What an earlier try left is completed. Nothing but the country's code leaves the machine.
    """
    code = _country(country)
    assert code is not None
    path = fetch(
        code,
        cache_folder() / "fetched",
        base=base,
        sha256=sha256,
        largest=largest_mb << 20,
        progress=_amount,
    )
    if sys.stderr.isatty():
        typer.echo("\r", err=True, nl=False)
    if keep:
        typer.echo(path)
        return
    import_([path], Format.GEONAMES, None)


def _record(made: Import) -> dict[str, object]:
    return {
        "number": made.number,
        "label": made.label,
        "format": made.format,
        "places": made.places,
        "sha256": made.sha256,
        "at": made.at,
    }


def _country(code: str | None) -> str | None:
    if code is None:
        return None
    if country_of(code) is None:
        raise UsageError(f"country {code}: give a code of two letters, such as SY")
    return code.upper()


def _count(places_read: int) -> None:
    if sys.stderr.isatty():
        typer.echo(f"\rreading: {places_read:,} places  ", err=True, nl=False)


def _amount(got: int, total: int | None) -> None:
    if sys.stderr.isatty():
        of = f" of {total >> 10:,}" if total else ""
        typer.echo(f"\rfetching: {got >> 10:,}{of} kB  ", err=True, nl=False)


def _say(text: str) -> None:
    typer.echo(text, err=True)
