"""Findings -> groups of triggers, each judged: is it a claim, and which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.coding.claims import Draft, Thresholds, compose, draft
from dateline.coding.coreference import group
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening, Models, find_happenings
from dateline.model import Claim


@dataclass(frozen=True, slots=True)
class Judged:
    """Happenings that tell of one event, and what was made of them.

    ``happenings`` are all of the report, ``confidence`` the highest probability that a trigger of
    the group tells of an event; ``made`` is the draft with its claim, None where there is none.
    """

    members: list[Happening]
    happenings: tuple[Happening, ...]
    confidence: float
    made: tuple[Draft, Claim] | None


def judge(findings: Findings, models: Models, thresholds: Thresholds) -> Iterator[Judged]:
    """Yield each group of triggers that tell of one event, in text order.

    Triggers that tell of events are kept, those that tell of the same event are put together, and
    each group that holds a sure one becomes a claim.
    """
    happenings = find_happenings(findings, models)
    groups = group(findings, happenings, models.same)
    number = 0
    for members in groups:
        confidence = max(happening.sure for happening in members)
        made: tuple[Draft, Claim] | None = None
        if confidence >= thresholds.claim:
            number += 1
            drafted = draft(findings, members, thresholds)
            claim = compose(findings, drafted, number, models, thresholds, confidence)
            made = drafted, claim
        yield Judged(members, happenings, confidence, made)
