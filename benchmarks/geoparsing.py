"""Recall, precision and distance of place names on located texts.

python benchmarks/geoparsing.py GOLD.jsonl
"""

from __future__ import annotations

import sys
from pathlib import Path

from dateline.evaluation.geoparsing import NEAR_KM, measure
from dateline.knowledge.gazetteer import Gazetteer


def main(path: str) -> None:
    """Print one line a corpus."""
    near = " ".join(f"{f'<={km:g} km':>10}" for km in NEAR_KM)
    print(f"{'corpus':10} {'names':>6} {'recall':>7} {'precision':>9} {near}")
    for name, tally in measure(Path(path), Gazetteer.open()).items():
        shares = " ".join(f"{tally.accuracy(km):10.3f}" for km in NEAR_KM)
        print(f"{name:10} {tally.gold:6} {tally.recall:7.3f} {tally.precision:9.3f} {shares}")


if __name__ == "__main__":
    main(sys.argv[1])
