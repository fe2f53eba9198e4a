"""How far the confidence of claims can be relied on, on reports that the models have not seen.

    python training/train.py CORPORA --predictions unseen
    python benchmarks/calibration.py CORPORA unseen

A claim is right where gold has it, as the scorer aligns the two; background counts as gold. Prints
for each tenth of confidence how many claims have it and what share of them is right (the
reliability diagram as a table), and the expected calibration error: the mean gap between the two
over all claims (Guo and others, On Calibration of Modern Neural Networks, 2017). Also prints, for
thresholds a user may choose, precision and recall of claims.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from dateline.evaluation.gold import GoldClaim, PredictedClaim, read_gold, read_predicted
from dateline.evaluation.scoring import align

CORPORA = ("syria-news", "world-days")
THRESHOLDS = (0.6, 0.7, 0.85)
BINS = 10

Judged = tuple[float, bool]
"""The confidence of a predicted claim, and whether gold has it."""


def judged(
    gold: Mapping[str, Sequence[GoldClaim]], predicted: Mapping[str, Sequence[PredictedClaim]]
) -> list[Judged]:
    """Return every predicted claim of the gold reports, judged."""
    out: list[Judged] = []
    for report, claims in gold.items():
        mine = predicted.get(report, ())
        right = {j for _, j in align(claims, mine)}
        out += [(claim.confidence or 0.0, j in right) for j, claim in enumerate(mine)]
    return out


def calibration_error(claims: Sequence[Judged]) -> float:
    """Return the expected calibration error over ten bins of one width, 0 to 1."""
    total = 0.0
    for low in range(BINS):
        some = [(p, right) for p, right in claims if min(int(p * BINS), BINS - 1) == low]
        total += abs(sum(p for p, _ in some) - sum(right for _, right in some))
    return total / max(len(claims), 1)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("predicted", type=Path)
    options = parser.parse_args()
    for corpus in CORPORA:
        gold = read_gold(options.corpora / corpus / "gold.jsonl")
        claims = judged(gold, read_predicted(options.predicted / f"{corpus}.jsonl"))
        owed = sum(len(some) for some in gold.values())
        print(f"{corpus}: {len(claims)} claims, calibration error {calibration_error(claims):.3f}")
        for low in range(BINS):
            some = [(p, right) for p, right in claims if min(int(p * BINS), BINS - 1) == low]
            if some:
                mean = sum(p for p, _ in some) / len(some)
                share = sum(right for _, right in some) / len(some)
                print(
                    f"  {low / BINS:.1f}  {len(some):5}  confidence {mean:.2f}  right {share:.2f}"
                )
        for threshold in THRESHOLDS:
            kept = [right for p, right in claims if p >= threshold]
            print(
                f"  from {threshold:.2f} on: {len(kept)} claims, "
                f"precision {sum(kept) / max(len(kept), 1):.2f}, recall {sum(kept) / owed:.2f}"
            )


if __name__ == "__main__":
    main()
