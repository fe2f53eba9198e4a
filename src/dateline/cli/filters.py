"""The options that say which events are wanted, shared by all commands that read a store."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from dateline.errors import UsageError
from dateline.model import SubEventType
from dateline.store.query import Query, parameters_of, parse

StoreOption = Annotated[
    str, typer.Option("--store", help="The store: a file, or a postgresql:// URL.")
]
Since = Annotated[datetime | None, typer.Option("--since", formats=["%Y-%m-%d"], help="First day.")]
Until = Annotated[datetime | None, typer.Option("--until", formats=["%Y-%m-%d"], help="Last day.")]
Country = Annotated[str | None, typer.Option("--country", help="ISO 3166 alpha-2.")]
PlaceOption = Annotated[str | None, typer.Option("--place", help="A place by its usual name.")]
ActorOption = Annotated[str | None, typer.Option("--actor", help="A group, or a kind of actor.")]
TypeOption = Annotated[SubEventType | None, typer.Option("--type", help="A sub-event type.")]
Background = Annotated[bool, typer.Option("--background", help="History and running totals too.")]
Where = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar="NAME=VALUE",
        help="Any parameter of the filter (docs/api.md), as review=accepted; may be repeated. "
        "The address of a view in the viewer will do, too.",
    ),
]


def query(
    where: list[str] | None = None,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    country: str | None = None,
    place: str | None = None,
    actor: str | None = None,
    kind: SubEventType | None = None,
    background: bool = False,
) -> Query:
    """Return the query of the options; raises UsageError for what no event can be asked for."""
    given = {
        "since": since and since.strftime("%Y-%m-%d"),
        "until": until and until.strftime("%Y-%m-%d"),
        "country": country and country.upper(),
        "place": place,
        "actor": actor,
        "type": kind and kind.value,
        "background": "yes" if background else None,
    }
    pairs = [(name, value) for name, value in given.items() if value]
    for words in where or ():
        found = parameters_of(words)
        if "=" not in words and "?" not in words:
            raise UsageError(f"--where {words}: write it as NAME=VALUE")
        pairs += found
    return parse(pairs)
