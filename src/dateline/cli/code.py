"""``dateline code``: reports in, claims out."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Annotated, Protocol, TextIO

import typer

from dateline.cli.messages import Messages
from dateline.cli.options import Coder, Inputs, Published, Quiet, Verbose
from dateline.cli.writing import output, whole_items
from dateline.coding import coders
from dateline.coding.coders import Coded, code_readings
from dateline.config import load
from dateline.errors import ConfigError
from dateline.knowledge.gazetteer import Gazetteer
from dateline.reading import read

FORMATS = {
    "jsonl": "dateline.output.jsonl",
    "csv": "dateline.output.csv",
    "geojson": "dateline.output.geojson",
    "html": "dateline.output.html",
}


class Writer(Protocol):
    """Writes coded reports to a stream as they come."""

    def __call__(self, coded: Iterable[Coded], stream: TextIO, /) -> None:
        """Write all of ``coded``."""
        ...


def code(
    inputs: Inputs,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="|".join(FORMATS),
            help="jsonl: a line a report; csv: a row a claim; geojson: a point a claim; html: a "
            "page to read. [default: jsonl]",
        ),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead of stdout."),
    ] = None,
    published: Published = None,
    coder: Coder = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Code reports into claims: what they say happened, where, when, to whom, and on whose word.

    A report that cannot be read or coded is named on stderr; the others are coded, and the exit
    code is 3.
    """
    config = load({"format": format, "coder": coder})
    write = writer(config.format, config.origins["format"])
    day = published.date() if published else None
    with Messages(quiet=quiet, verbose=verbose) as messages:
        by = open_coder(config.coder, messages)
        readings = read(inputs, day, max_characters=config.max_characters)
        with output(to, inputs) as stream, whole_items() as whole:
            write(whole(messages.watch(code_readings(readings, by))), stream)
    messages.summary()
    messages.leave()


def writer(format: str, origin: str) -> Writer:
    """Return what writes a format; raises ConfigError, naming ``origin``, for an unknown one."""
    if format not in FORMATS:
        raise ConfigError(
            f"{origin}: no format is called {format!r}; there are {', '.join(FORMATS)}"
        )
    write: Writer = import_module(FORMATS[format]).write
    return write


def open_coder(name: str, messages: Messages) -> coders.Coder:
    """Return the coder, after showing how far the gazetteer is where it has to be built."""
    Gazetteer.open(messages.building)
    return coders.coder(name)
