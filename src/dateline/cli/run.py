"""``dateline run``: reports in, events in a store."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.filters import StoreOption
from dateline.cli.messages import Messages
from dateline.cli.options import Coder, Inputs, Published, Quiet
from dateline.coding.coders import coder as make_coder
from dateline.coding.workers import Workers
from dateline.config import load
from dateline.knowledge.gazetteer import Gazetteer
from dateline.reading import STDIN, read
from dateline.store.intake import take_in
from dateline.store.relink import relink
from dateline.store.store import open_store
from dateline.store.versions import coder_version


def run(
    inputs: Inputs,
    store: StoreOption,
    published: Published = None,
    coder: Coder = None,
    workers: Annotated[
        int, typer.Option("--workers", min=1, help="Processes that code; one a core at most.")
    ] = 1,
    quiet: Quiet = False,
) -> None:
    """Read, code, link and merge reports, and keep all of it in a store.

    Reports that the store holds already are left as they are; a run that was killed goes on
    where it was.
    """
    config = load({"coder": coder})
    day = published.date() if published else None
    make = partial(make_coder, config.coder)
    with (
        open_store(store) as opened,
        Messages(quiet=quiet, bar=True) as messages,
        ExitStack() as stack,
    ):
        total = _count(inputs, day, config.max_characters) if messages.shown else None
        Gazetteer.open(messages.building)
        messages.begin("coding", total)
        intake = take_in(
            opened,
            read(inputs, day, max_characters=config.max_characters),
            stack.enter_context(Workers(make, workers)) if workers > 1 else make,
            coder_version(config.coder),
            progress=messages.advance,
            complain=messages.complain,
        )
        messages.begin("linking")
        found = relink(opened)
    messages.say(
        f"{intake.coded} reports coded, {intake.unchanged} unchanged, {intake.forgotten} "
        f"forgotten, {intake.failed} failed; {found.events} events, {found.changed} of them "
        "new or changed"
    )
    messages.leave()


def _count(inputs: list[Path], day: date | None, max_characters: int) -> int | None:
    """How many reports there are to read, None where reading them would use them up."""
    if any(path == STDIN or path.is_fifo() for path in inputs):
        return None
    return sum(1 for _ in read(inputs, day, max_characters=max_characters))
