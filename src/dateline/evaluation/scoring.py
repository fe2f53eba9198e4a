"""Coded claims against gold: what was found, and what of it is right.

In each report gold and predicted claims are aligned one to one so that the number of agreeing
slots is largest; a pair aligns only where their evidence overlaps. An unaligned claim loses all
its slots. Background claims of gold are neither owed nor punished: a prediction aligned with one
is set aside. All counts are over all reports of the gold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.evaluation.agreement import SLOTS, agreement, folded, overlap, slots
from dateline.evaluation.assignment import best_pairs
from dateline.evaluation.gold import GoldClaim, PredictedClaim
from dateline.model import Claim


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of the predicted are right, of how many there are in gold."""

    right: float
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was predicted that is right, 0 where nothing was."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of gold that was found, 0 where gold is empty."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class BCubed:
    """B-cubed precision and recall of clusters (Bagga and Baldwin 1998), over ``claims`` claims."""

    precision: float
    recall: float
    claims: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Wrong:
    """A gold claim with the slots that are wrong, or a claim that stands on one side only.

    ``slots`` is ``("missed",)`` where no prediction aligns, ``("spurious",)`` where no gold does.
    """

    report_id: str
    gold: GoldClaim | None
    predicted: PredictedClaim | None
    slots: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of one comparison."""

    reports: int
    slots: Rate
    claims_found: Rate
    claims_found_and_typed: Rate
    by_slot: dict[str, Rate]
    attribution_recall: float | None
    events_b_cubed: BCubed | None
    events_pairwise: Rate | None
    wrong: tuple[Wrong, ...]


def score(
    gold: Mapping[str, Sequence[GoldClaim]], predicted: Mapping[str, Sequence[PredictedClaim]]
) -> Scores:
    """Return the scores of the predictions over the reports that gold names."""
    right, owed, made = Counter[str](), Counter[str](), Counter[str]()
    found = typed = claims_owed = claims_made = quoted = quoted_right = 0
    events: list[tuple[str, str]] = []
    wrong: list[Wrong] = []
    for report_id, golds in gold.items():
        predictions = predicted.get(report_id, ())
        partner = dict(align(golds, predictions))
        aside = {other for one, other in partner.items() if golds[one].background}
        for one in golds:
            if not one.background:
                owed += slots(one)
                claims_owed += 1
        for at, other in enumerate(predictions):
            if at not in aside:
                made += slots(other)
                claims_made += 1
                if at not in partner.values():
                    wrong.append(Wrong(report_id, None, other, ("spurious",)))
        for at, one in enumerate(golds):
            if one.background:
                continue
            if at not in partner:
                wrong.append(Wrong(report_id, one, None, ("missed",)))
                continue
            aligned = predictions[partner[at]]
            agreed = agreement(one, aligned)
            right += agreed
            found += 1
            typed += agreed["event_type"]
            if one.event_key and aligned.event_id:
                events.append((one.event_key, aligned.event_id))
            if one.attributed_to:
                quoted += 1
                quoted_right += _same_speaker(one, aligned)
            if lost := tuple(name for name, count in slots(one).items() if agreed[name] < count):
                wrong.append(Wrong(report_id, one, aligned, lost))
    return Scores(
        reports=len(gold),
        slots=Rate(right.total(), made.total(), owed.total()),
        claims_found=Rate(found, claims_made, claims_owed),
        claims_found_and_typed=Rate(typed, claims_made, claims_owed),
        by_slot={name: Rate(right[name], made[name], owed[name]) for name in SLOTS},
        attribution_recall=quoted_right / quoted if quoted else None,
        events_b_cubed=b_cubed(events) if events else None,
        events_pairwise=pairwise(events) if events else None,
        wrong=tuple(wrong),
    )


def align(gold: Sequence[GoldClaim], predicted: Sequence[Claim]) -> list[tuple[int, int]]:
    """Return the aligned pairs; of equal agreement, the pair with more shared evidence."""
    return best_pairs([[_weight(one, other) for other in predicted] for one in gold])


def b_cubed(pairs: Sequence[tuple[Hashable, Hashable]]) -> BCubed:
    """Return B-cubed over claims, each with its gold event and its predicted event."""
    gold, predicted, both = (
        Counter(one for one, _ in pairs),
        Counter(other for _, other in pairs),
        Counter(pairs),
    )
    return BCubed(
        sum(both[pair] / predicted[pair[1]] for pair in pairs) / len(pairs),
        sum(both[pair] / gold[pair[0]] for pair in pairs) / len(pairs),
        len(pairs),
    )


def pairwise(pairs: Sequence[tuple[Hashable, Hashable]]) -> Rate:
    """Return the rate over pairs of claims that are of one event."""
    return Rate(
        _couples(Counter(pairs).values()),
        _couples(Counter(other for _, other in pairs).values()),
        _couples(Counter(one for one, _ in pairs).values()),
    )


def _couples(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)


def _weight(gold: GoldClaim, predicted: Claim) -> float:
    shared = overlap(gold, predicted)
    if not shared:
        return 0.0
    return agreement(gold, predicted).total() + 1 + 1e-6 * min(shared, 999)


def _same_speaker(gold: Claim, predicted: Claim) -> bool:
    """True where a speaker of one is named inside a speaker of the other."""
    said = [name for name in map(folded, predicted.attributed_to) if name]
    return any(
        folded(one) and any(folded(one) in name or name in folded(one) for name in said)
        for one in gold.attributed_to
    )
