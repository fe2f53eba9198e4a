"""Options that several commands share."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[Path],
    typer.Argument(
        metavar="INPUT",
        help="Files (.txt, .md: one report; .jsonl, .ndjson; .csv, .tsv), folders of them, or - "
        "for standard input.",
        show_default=False,
    ),
]

Published = Annotated[
    datetime | None,
    typer.Option(
        "--published",
        metavar="DATE",
        formats=["%Y-%m-%d"],
        help="Day of publication of reports that have none of their own, as 2024-11-29.",
    ),
]

Coder = Annotated[str | None, typer.Option("--coder", help="Which coder reads the reports.")]

Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing on stderr but what went wrong.")
]

Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Say on stderr what became of each report.")
]
