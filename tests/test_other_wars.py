"""The measure on reports of other wars: what it reads, and that it tells right from wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from annotations import annotated

from dateline.evaluation.gold import PredictedClaim
from other_wars import rates

ALIASES: Any = {"aliases"}
GOLD_ONLY: Any = {
    "event_key": True,
    "side_a": {"__all__": ALIASES},
    "side_b": {"__all__": ALIASES},
    "control": {"to": ALIASES, "from_": ALIASES},
}
"""What only gold has of a claim."""


def test_what_was_coded_scores_full_against_itself_and_nothing_against_none(tmp_path: Path) -> None:
    told = list(annotated(tmp_path, ("own",)))
    assert {name for name, _, _ in told} == {"own"}
    gold = {report.id: claims for _, report, claims in told[:5]}
    same = {
        report: [
            PredictedClaim.model_validate(claim.model_dump(exclude=GOLD_ONLY, by_alias=True))
            for claim in claims
        ]
        for report, claims in gold.items()
    }
    assert next(rates(gold, same)).endswith("P 1.000  R 1.000  F1 1.000")
    assert next(rates(gold, {})).endswith("F1 0.000")
