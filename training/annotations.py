"""Own codings of reports, beside the gold of the corpora: read from ``training/annotations``.

A line a report, in the frame's gold format, but without the report's words: wherever gold quotes
the text (an actor's mention, a place's name, a figure, its people, a speaker), the line has the
character offsets of the quotation, which the text in the corpora fills in. Reports written for
the project have their text in ``training/annotations/own-reports.jsonl``. How the codings were
made, and how well they agree with gold: ``training/annotations/README.md``.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dateline.evaluation.gold import GoldClaim
from dateline.model import Report

FOLDER = Path(__file__).with_name("annotations")

TEXTS = {
    "syria-news": ("syria-news/reports.jsonl",),
    "world-days": ("world-days/reports.jsonl",),
    "muc4": ("muc4/train.jsonl", "muc4/dev.jsonl"),
    "india_police": ("india_police/dev.jsonl",),
    "own": (),
}
"""Where the texts of each set lie in the folder of the corpora; ``own`` brings its own."""

Annotated = tuple[str, Report, tuple[GoldClaim, ...]]
"""Name of the set, report, its claims."""


def annotated(corpora: Path, names: Collection[str] = tuple(TEXTS)) -> Iterator[Annotated]:
    """Yield every report of these sets that was coded for the project, with its claims."""
    for name, files in TEXTS.items():
        if name not in names:
            continue
        rows = {row["report_id"]: row for row in _rows(FOLDER / f"{name}.jsonl")}
        sources = [corpora / file for file in files] or [FOLDER / "own-reports.jsonl"]
        for record in (record for source in sources for record in _rows(source)):
            if row := rows.get(record["id"]):
                day = row.get("published") or record.get("published")
                report = Report(
                    id=record["id"],
                    text=record["text"],
                    title=record.get("title") or None,
                    publisher=record.get("publisher") or None,
                    published=date.fromisoformat(day) if day else None,
                )
                claims = [filled(claim, report.text) for claim in row["claims"]]
                yield name, report, tuple(GoldClaim.model_validate(claim) for claim in claims)


def filled(claim: dict[str, Any], text: str) -> dict[str, Any]:
    """Return a claim in gold's format with the quotations that its offsets stand for."""

    def quote(span: list[int] | None) -> str | None:
        return None if span is None else text[span[0] : span[1]]

    def actor(coded: dict[str, Any] | None) -> dict[str, Any] | None:
        return coded and coded | {"mention": quote(coded["mention"])}

    place, control = claim["place"], claim["control"]
    return claim | {
        "place": place and place | {"name": quote(place["name"])},
        "side_a": [actor(coded) for coded in claim["side_a"]],
        "side_b": [actor(coded) for coded in claim["side_b"]],
        "figures": [
            figure | {"who": quote(figure["who"]), "text": quote(figure["text"])}
            for figure in claim["figures"]
        ],
        "control": control and {side: actor(coded) for side, coded in control.items()},
        "attributed_to": [quote(span) for span in claim["attributed_to"]],
    }


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())
