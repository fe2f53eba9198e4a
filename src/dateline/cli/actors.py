"""``dateline actors``: look up who a name or a phrase means, on a day and in a country."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Annotated

import typer

from dateline.coding.actors import find_actors, settle
from dateline.coding.document import parse
from dateline.errors import UsageError
from dateline.knowledge.actor_names import acled_name, ucdp_name
from dateline.knowledge.actors import ActorTable, NamedActor, actor_table
from dateline.knowledge.countries import country as country_of
from dateline.model import Actor, ActorKind, Report

app = typer.Typer(help="Named actors, and what a phrase for an actor means.", no_args_is_help=True)

Country = Annotated[
    str | None, typer.Option("--country", help="Country of the event, ISO 3166 alpha-2.")
]
On = Annotated[
    datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="Day of the event.")
]


@app.command()
def show(phrase: str, country: Country = None, on: On = None) -> None:
    """Show who PHRASE means: name, kind, country, years, aliases and display names, as JSON.

    PHRASE is a name in any spelling, or words such as "regime forces".
    """
    where, day = _country(country), on.date() if on else None
    table = actor_table()
    for record in look_up(phrase, table, where, day):
        typer.echo(json.dumps(record, ensure_ascii=False))


@app.command("list")
def list_(
    country: Country = None,
    on: On = None,
    kind: Annotated[ActorKind | None, typer.Option("--kind", help="Only this kind.")] = None,
) -> None:
    """List the named actors, one a line: id, name, kind, home country, years."""
    where, day = _country(country), on.date() if on else None
    for row in actor_table().rows:
        if where and where != row.home and where not in row.countries:
            continue
        if row.distance(day) or (kind and row.kind is not kind):
            continue
        typer.echo("\t".join((row.id, row.name, row.kind, row.home or "", _years(row))))


def look_up(
    phrase: str, table: ActorTable, country: str | None, on: date | None
) -> list[dict[str, object]]:
    """Return a record for each actor that a phrase means; raises UsageError where it means none."""
    row = table.find(phrase, on, country)
    if row is not None:
        actors = [Actor(mention=phrase, name=row.name, kind=row.kind, country=row.home)]
    else:
        report = Report(id="phrase", text=phrase, published=on)
        actors = [
            actor
            for document in parse([report])
            for mention in find_actors(document, (), table, country)
            for actor in mention.actors
        ]
    if not actors:
        raise UsageError(
            f"no actor is known as {phrase!r}; see: dateline actors list --country CODE"
        )
    return [_record(settle(actor, country, None), table, on) for actor in actors]


def _record(actor: Actor, table: ActorTable, on: date | None) -> dict[str, object]:
    row = table.find(actor.name, on, actor.country) if actor.name else None
    record: dict[str, object] = {
        "mention": actor.mention,
        "name": actor.name,
        "kind": actor.kind.value,
        "country": actor.country,
        "acled_name": acled_name(actor, table, on),
        "ucdp_name": ucdp_name(actor, table, on),
    }
    if row is not None:
        record |= {
            "id": row.id,
            "years": _years(row),
            "countries": list(row.countries),
            "aliases": list(row.aliases),
            "parent": row.parent,
            "source": row.source,
        }
    return record


def _years(row: NamedActor) -> str:
    return f"{row.start or ''}-{row.end or ''}"


def _country(code: str | None) -> str | None:
    if code is None:
        return None
    known = country_of(code)
    if known is None:
        raise UsageError(f"--country {code!r}: no such ISO 3166 alpha-2 code")
    return known.code
