"""The command line: arguments -> calls -> exit code. Data to stdout, messages to stderr.

Each module holds a group of commands; this one puts them together.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dateline import __version__
from dateline.cli import (
    about,
    actors,
    code,
    demo,
    evaluate,
    events,
    explain,
    own_places,
    places,
    review,
    run,
    serve,
)
from dateline.cli.writing import give_up
from dateline.errors import DatelineError

app = typer.Typer(
    name="dateline",
    help="Turn news reports of armed conflict into claims an analyst can check: "
    "who did what to whom, where, when, how many, and who says so.",
    epilog="Exit codes: 0 done, 1 failed, 2 wrong usage, 3 some reports left out (each is named), "
    "4 a quality floor missed, 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


app.command("code")(code.code)
app.command("explain")(explain.explain)
app.command("demo")(demo.demo)
app.command("evaluate")(evaluate.evaluate)
app.command("schema")(about.schema)
app.command("config")(about.config)
own_places.register(places.app)
app.add_typer(places.app, name="places")
app.add_typer(actors.app, name="actors")
app.command("run")(run.run)
events.register(app)
app.add_typer(review.app, name="review")
app.command("serve")(serve.serve)
app.command("page")(serve.page)


def main() -> None:
    """Run the command line and exit with the code that the contract gives the outcome."""
    try:
        app()
    except DatelineError as error:
        typer.echo(f"dateline: {error}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        typer.echo(f"dateline: {error.filename or 'output'}: {error.strerror}", err=True)
        give_up(sys.stdout)
        sys.exit(DatelineError.exit_code)
