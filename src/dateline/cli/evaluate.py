"""``dateline evaluate``: score the coder, or a file of its output, against gold."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.code import open_coder
from dateline.cli.messages import Messages
from dateline.cli.options import Coder, Quiet
from dateline.coding.coders import code_readings
from dateline.config import load
from dateline.errors import FloorMissed, ReportError, UsageError
from dateline.evaluation import floors as pins
from dateline.evaluation.gold import PredictedClaim, read_gold, read_predicted
from dateline.evaluation.scoring import Scores, score
from dateline.evaluation.table import as_json, error_lines, rows
from dateline.reading import Reading, read

Predictions = Mapping[str, tuple[PredictedClaim, ...]]


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Gold claims, JSONL.")],
    reports: Annotated[Path, typer.Argument(metavar="REPORTS", help="The reports, JSONL.")],
    predicted: Annotated[
        Path | None,
        typer.Option(
            "--predicted", metavar="FILE", help="Score this output of dateline code; code nothing."
        ),
    ] = None,
    errors: Annotated[
        int, typer.Option("--errors", min=0, metavar="N", help="Show the first N errors.")
    ] = 0,
    as_json_: Annotated[bool, typer.Option("--json", help="The scores as JSON.")] = False,
    floors: Annotated[
        Path | None,
        typer.Option("--floors", metavar="FILE", help="Check the floors pinned in FILE."),
    ] = None,
    update_floors: Annotated[
        bool, typer.Option("--update-floors", help="Raise the floors in FILE to these scores.")
    ] = False,
    coder: Coder = None,
    quiet: Quiet = False,
) -> None:
    """Code the reports that GOLD names, and score the claims against it, slot by slot.

    A floor is never lowered, and is checked on the very files it was pinned on. Exit code 4 where
    one is missed.
    """
    if update_floors and floors is None:
        raise UsageError("--update-floors needs --floors FILE: that is where they are pinned")
    golds = read_gold(gold)
    config = load({"coder": coder})
    with Messages(quiet=quiet) as messages:
        wanted = list(_wanted(reports, set(golds), messages))
        if predicted is not None:
            claims: Predictions = read_predicted(predicted)
        else:
            by = open_coder(config.coder, messages)
            coded = messages.watch(code_readings(wanted, by))
            claims = {
                report.id: tuple(
                    PredictedClaim.model_validate(claim.model_dump()) for claim in result.claims
                )
                for report, result in coded
            }
    scores = score(golds, claims)
    if as_json_:
        typer.echo(json.dumps(as_json(scores), indent=1))
    else:
        typer.echo("\n".join(rows(scores)))
    texts = {item.report.id: item.report for item in wanted}
    for wrong in scores.wrong[:errors]:
        typer.echo("\n" + "\n".join(error_lines(wrong, texts)))
    if floors is not None:
        _check(floors, gold, reports, scores, update=update_floors)
    messages.leave()


def _wanted(path: Path, ids: set[str], messages: Messages) -> Iterator[Reading]:
    """Yield the reports that gold names; a gold report that is not there is said to be missing."""
    found = set()
    for item in read([path]):
        if isinstance(item, ReportError):
            messages.complain(item)
        elif item.report.id in ids:
            found.add(item.report.id)
            yield item
    for missing in sorted(ids - found):
        messages.complain(ReportError(f"no report {missing!r}, which gold names", source=str(path)))


def _check(path: Path, gold: Path, reports: Path, scores: Scores, *, update: bool) -> None:
    known = pins.read_floors(path) if path.exists() or not update else {}
    corpus, sha256 = gold.resolve().parent.name, pins.fingerprint(gold, reports)
    if update and corpus not in known:
        floor = None
    else:
        floor = pins.pinned(known, corpus, sha256)
        if below := pins.missed(floor, scores):
            raise FloorMissed(f"{corpus}: {'; '.join(below)}")
    if update:
        pins.write_floors(path, {**known, corpus: pins.raised(floor, scores, sha256)})
