"""``dateline serve`` and ``page``: the viewer and the review desk in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated
from urllib.parse import urlencode

import typer

from dateline.cli.filters import StoreOption, Where, query
from dateline.cli.writing import output
from dateline.config import load
from dateline.errors import UsageError
from dateline.store.query import parameters_of
from dateline.store.store import open_store


def serve(
    store: StoreOption,
    host: Annotated[
        str, typer.Option(help="Address to listen on; anything but loopback asks for a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8000,
    token: Annotated[
        str | None,
        typer.Option(envvar="DATELINE_TOKEN", help="The token to ask for, instead of a new one."),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A name it goes by, as behind a proxy."),
    ] = None,
    reviewer: Annotated[
        str | None, typer.Option(help="Who decides, unless the page is told another name.")
    ] = None,
    tiles: Annotated[
        str | None,
        typer.Option(help="A PMTiles file, or a tile server's https://.../{z}/{x}/{y}.png."),
    ] = None,
    allow_embed: Annotated[
        list[str] | None,
        typer.Option("--allow-embed", metavar="ORIGIN", help="A site that may show it in a frame."),
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nobody can decide.")] = False,
) -> None:
    """Open a store in the browser: map, timeline, table, evidence, and the review desk.

    It listens on this machine alone, and asks nothing of the network.
    """
    # The server is loaded where it is wanted: no other command should wait for it.
    from dateline.web.pages import NOT_BUILT, is_built
    from dateline.web.serve import Address, rules_for
    from dateline.web.serve import serve as serve_store
    from dateline.web.settings import Settings

    config = load({"reviewer": reviewer, "tiles": tiles})
    address = Address(host, port, token, allow_host or ())
    rules = rules_for(address, tiles=config.tiles or None, embedders=allow_embed or ())
    settings = Settings(
        rules=rules,
        tiles=config.tiles or None,
        attribution=config.tiles_attribution or None,
        reviewer=config.reviewer or None,
        read_only=read_only,
    )
    if settings.tile_file is not None and not settings.tile_file.is_file():
        raise UsageError(f"there is no file of tiles {settings.tile_file}")
    if not is_built():
        typer.echo(f"dateline: {NOT_BUILT}", err=True)
    if not address.is_loopback:
        typer.echo(
            "dateline: others can reach this server; it shows the texts of all reports, "
            "unredacted, to who has the token",
            err=True,
        )
    with open_store(store, create=False) as opened:
        serve_store(opened, address, settings, _say)


def page(
    store: StoreOption,
    target: Annotated[
        Path, typer.Option("--output", "-o", help="The file, as view.html.", metavar="FILE")
    ],
    where: Where = None,
) -> None:
    """Save a view as one HTML file that opens without a server and without a network.

    It is for colleagues: it holds the texts of the reports and every name in them. What is to be
    published comes from 'dateline export --public'.
    """
    from dateline.web.board import Board
    from dateline.web.saved import saved_page
    from dateline.web.settings import Settings

    asked = query(where)
    address = urlencode([pair for words in where or () for pair in parameters_of(words)])
    with open_store(store, create=False) as opened:
        text = saved_page(Board(opened), Settings(), asked, address)
    with output(target) as stream:
        stream.write(text)
    typer.echo(
        f"dateline: {target} holds the texts of the reports and every name in them; "
        "for publication there is 'dateline export --public'",
        err=True,
    )


def _say(where: str) -> None:
    typer.echo(f"dateline: open {where} (Ctrl-C ends)", err=True)
