"""How well reports on wars other than the gold's are coded, by models that have not seen them.

    python training/train.py CORPORA --folds 3 --thin 2 --own --predictions unseen
    python benchmarks/other_wars.py CORPORA unseen

The 634 reports were written and coded for the project (``training/annotations``): wars of five
decades in many voices. They are coded once and by one reader, name few aliases and know villages
by some kilometres, so that their figures lie below those on gold, above all for sides; what they
show is whether a change helps there too.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dateline.evaluation.gold import GoldClaim, PredictedClaim, read_predicted
from dateline.evaluation.scoring import score

sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
from annotations import annotated


def rates(
    gold: Mapping[str, Sequence[GoldClaim]], predicted: Mapping[str, Sequence[PredictedClaim]]
) -> Iterator[str]:
    """Yield a line with precision, recall and F1 for all slots, the claims and each slot."""
    scores = score(gold, predicted)
    named = {"slots": scores.slots, "claims found": scores.claims_found, **scores.by_slot}
    for name, rate in named.items():
        yield f"{name:20} P {rate.precision:.3f}  R {rate.recall:.3f}  F1 {rate.f1:.3f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path)
    parser.add_argument("predicted", type=Path)
    options = parser.parse_args()
    gold = {report.id: claims for _, report, claims in annotated(options.corpora, ("own",))}
    print("\n".join(rates(gold, read_predicted(options.predicted / "own.jsonl"))))


if __name__ == "__main__":
    main()
