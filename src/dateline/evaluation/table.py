"""Scores and errors as text, and scores as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dateline.evaluation.scoring import BCubed, Rate, Scores, Wrong
from dateline.model import Claim, Report


def rows(scores: Scores) -> Iterator[str]:
    """Yield the lines of the table: precision, recall and F1 of each measure."""
    for name, rate in _rates(scores):
        yield _row(name, rate)
    recall = scores.attribution_recall
    yield f"{'attribution recall':24} {'-' if recall is None else f'{recall:.3f}'}"


def as_json(scores: Scores) -> dict[str, Any]:
    """Return the scores as a JSON object, rounded to four digits."""
    record: dict[str, Any] = {"reports": scores.reports, "by_slot": {}}
    for name, rate in _rates(scores):
        figures = {
            "precision": round(rate.precision, 4),
            "recall": round(rate.recall, 4),
            "f1": round(rate.f1, 4),
        }
        target = record["by_slot"] if name.startswith(" ") else record
        target[name.strip().replace(" ", "_")] = figures
    recall = scores.attribution_recall
    record["attribution_recall"] = None if recall is None else round(recall, 4)
    return record


def error_lines(wrong: Wrong, reports: Mapping[str, Report]) -> Iterator[str]:
    """Yield an error in words: the report, what is wrong, gold, prediction, and the sentence."""
    yield f"{wrong.report_id}: {', '.join(wrong.slots)}"
    for name, claim in (("gold", wrong.gold), ("coded", wrong.predicted)):
        if claim is not None:
            yield f"  {name:6} {_claim(claim)}"
    told, report = wrong.gold or wrong.predicted, reports.get(wrong.report_id)
    if told and report:
        start, end = told.evidence[0]
        yield f"  “{' '.join(report.text[start:end].split())}”"


def _rates(scores: Scores) -> Iterator[tuple[str, Rate | BCubed]]:
    yield "slots", scores.slots
    yield "claims found", scores.claims_found
    yield "claims found and typed", scores.claims_found_and_typed
    for name, rate in scores.by_slot.items():
        yield f"  {name}", rate
    if scores.events_b_cubed and scores.events_pairwise:
        yield "events (B-cubed)", scores.events_b_cubed
        yield "events (pairwise)", scores.events_pairwise


def _row(name: str, rate: Rate | BCubed) -> str:
    figures = f"P {rate.precision:.3f}  R {rate.recall:.3f}  F1 {rate.f1:.3f}"
    if isinstance(rate, BCubed):
        return f"{name:24} {figures}  ({rate.claims} claims)"
    return f"{name:24} {figures}  (gold {rate.gold}, predicted {rate.predicted})"


def _claim(claim: Claim) -> str:
    sides = [
        " + ".join(
            f"{actor.name or actor.mention} [{actor.kind}, {actor.country}]" for actor in side
        )
        for side in (claim.side_a, claim.side_b)
    ]
    day = f"{claim.date.start}/{claim.date.end} {claim.date.precision}" if claim.date else "no date"
    place = (
        f"{claim.place.canonical}, {claim.place.country} ({claim.place.precision})"
        if claim.place
        else "no place"
    )
    figures = ", ".join(
        f"{figure.measure} {figure.low}/{figure.best}/{figure.high} {figure.who or ''}".strip()
        for figure in claim.figures
    )
    who = " -> ".join(sides) if any(sides) else "nobody"
    parts = [claim.id, claim.sub_event_type, day, place, who, figures, claim.status]
    if claim.control:
        to, before = claim.control.to, claim.control.from_
        parts.append(
            f"control {to.mention if to else None} from {before.mention if before else None}"
        )
    if claim.civilians_targeted:
        parts.append("civilians targeted")
    return " | ".join(str(part) for part in parts if part)
