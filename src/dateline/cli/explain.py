"""``dateline explain``: why a report was coded as it was."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dateline.cli.code import open_coder
from dateline.cli.messages import Messages
from dateline.cli.options import Coder, Inputs, Published, Quiet
from dateline.cli.writing import output
from dateline.coding.coders import Explaining, code_readings
from dateline.config import load
from dateline.errors import ReportError, UsageError
from dateline.output.explain import write_json, write_text
from dateline.reading import read


class Shape(StrEnum):
    """How an explanation is written."""

    TEXT = "text"
    JSON = "json"


def explain(
    inputs: Inputs,
    published: Published = None,
    only: Annotated[
        str | None, typer.Option("--id", help="Explain only the report with this id.")
    ] = None,
    format: Annotated[
        Shape, typer.Option("--format", "-f", help="text to read; json: a line a report.")
    ] = Shape.TEXT,
    coder: Coder = None,
    quiet: Quiet = False,
) -> None:
    """Show why each claim was coded, and which sentences and numbers were not, with the reason."""
    config = load({"coder": coder})
    day = published.date() if published else None
    with Messages(quiet=quiet) as messages, output(None) as stream:
        by = open_coder(config.coder, messages)
        if not isinstance(by, Explaining):
            raise UsageError(f"the coder {config.coder!r} does not explain what it codes")
        readings = (
            item
            for item in read(inputs, day, max_characters=config.max_characters)
            if only is None or isinstance(item, ReportError) or item.report.id == only
        )
        for report, coded in messages.watch(code_readings(readings, by)):
            explanation = by.explain(report)
            if format is Shape.JSON:
                write_json(report, explanation, stream)
            else:
                write_text(report, coded, explanation, stream)
    if only is not None and not messages.coded and not messages.failed:
        raise UsageError(f"--id {only}: no report of the inputs has this id")
    messages.leave()
