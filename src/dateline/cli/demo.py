"""``dateline demo``: code the example reports, link them, and say where to look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

import dateline
from dateline.cli.code import FORMATS, open_coder, writer
from dateline.cli.messages import Messages
from dateline.cli.options import Quiet
from dateline.cli.writing import output
from dateline.coding.coders import Coded, code_readings
from dateline.config import Config
from dateline.errors import UsageError
from dateline.model import CodedReport, Report
from dateline.reading import Reading, read
from dateline.store.intake import take_in
from dateline.store.relink import relink
from dateline.store.store import open_store
from dateline.store.versions import coder_version

EXAMPLES = Path(dateline.__file__).parent / "examples"


def demo(
    folder: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Folder for the results.")
    ] = Path("dateline-demo"),
    quiet: Quiet = False,
) -> None:
    """Code the example reports of the package in every format and into a store; say where to look.

    The examples were written for demonstration from public facts. They are not news.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"-o {folder}: cannot be made: {error.strerror}") from None
    # The offensive in Syria comes first, the reports without a war last.
    inputs = sorted(EXAMPLES.glob("*.jsonl"), reverse=True)
    with Messages(quiet=quiet) as messages:
        by = open_coder(Config().coder, messages)
        results = list(messages.watch(code_readings(read(inputs), by)))
    for name in FORMATS:
        with output(folder / f"claims.{name}") as stream:
            writer(name, "demo")(results, stream)
    store = folder / "news.db"
    _keep(store, results)
    types = Counter(claim.sub_event_type for _, coded in results for claim in coded.claims)
    typer.echo(
        f"{messages.coded} example reports, written for demonstration; not news\n"
        f"{messages.claims} claims in them:"
    )
    for kind, count in types.most_common():
        typer.echo(f"{count:5}  {kind}")
    fullest = max(results, key=lambda item: len(item[1].claims))[0].id if results else "ID"
    data = [str(folder / f"claims.{name}") for name in FORMATS if name != "html"]
    typer.echo(
        f"\nLook at {folder / 'claims.html'} in a browser: the texts with their evidence, the "
        "claims, a map.\n"
        f"The same as data: {', '.join(data)}\n"
        f"Linked into events, to look at and correct: dateline serve --store {store}\n"
        f"The reports: {EXAMPLES}\n"
        f"Why a report was coded so: dateline explain {EXAMPLES} --id {fullest}"
    )
    messages.leave()


class _Coded:
    """A coder of reports that are coded already."""

    def __init__(self, results: Sequence[Coded]) -> None:
        self._results = {report.id: coded for report, coded in results}

    def code(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        return (self._results[report.id] for report in reports)


def _keep(path: Path, results: Sequence[Coded]) -> None:
    """Keep coded reports in a store, as ``dateline run`` would."""
    source = (Reading(report, report.id, None) for report, _ in results)
    with open_store(path) as store:
        take_in(store, source, lambda: _Coded(results), coder_version(Config().coder))
        relink(store)
