"""Findings -> groups of triggers, each judged: is it a claim, and which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.coding.claim_features import claim_features
from dateline.coding.claims import Draft, Thresholds, compose, draft
from dateline.coding.coreference import group, taken_by, ties_of
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening, Models, find_happenings
from dateline.model import Claim


@dataclass(frozen=True, slots=True)
class Judged:
    """Happenings that tell of one event, and what was made of them.

    ``happenings`` are all of the report, ``features`` what the claim model looked at, and
    ``confidence`` its probability that the group is a claim of its own; ``made`` is the draft with
    its claim, None where there is none.
    """

    members: list[Happening]
    happenings: tuple[Happening, ...]
    features: list[str]
    confidence: float
    made: tuple[Draft, Claim] | None


def judge(findings: Findings, models: Models, thresholds: Thresholds) -> Iterator[Judged]:
    """Yield each group of triggers that tell of one event, in text order.

    Triggers that tell of events are kept, those that tell of the same event are put together, and
    each group that the claim model takes for a claim becomes one.
    """
    happenings = find_happenings(findings, models)
    groups, ties = group(findings, happenings, models.same, models.encoder)
    number = 0
    before = 0.0
    for members, tied in zip(groups, ties_of(groups, ties), strict=True):
        features = claim_features(findings, members, tied)
        confidence = models.claim.probabilities(features)["yes"]
        if members[0].shared and taken_by(findings, members[0]):
            # Who seizes two towns has both: the second stands or falls with the first.
            confidence = before
        before = confidence
        made: tuple[Draft, Claim] | None = None
        if confidence >= thresholds.claim:
            number += 1
            drafted = draft(findings, members, thresholds)
            claim = compose(findings, drafted, number, models, thresholds, confidence)
            made = drafted, claim
        yield Judged(members, happenings, features, confidence, made)
