"""Precision and recall of the words that tell where marked events happened.

python benchmarks/event_location.py GOLD.jsonl
"""

from __future__ import annotations

import sys
from pathlib import Path

from dateline.coding.linear import load_model
from dateline.evaluation.event_location import measure
from dateline.knowledge.gazetteer import Gazetteer


def main(path: str) -> None:
    """Print one line a part of the gold."""
    print(f"{'part':12} {'events':>7} {'precision':>9} {'recall':>7} {'exact':>7}")
    for name, tally in measure(Path(path), Gazetteer.open(), load_model("place")).items():
        print(
            f"{name:12} {tally.events:7} {tally.precision:9.3f} {tally.recall:7.3f}"
            f" {tally.exact_share:7.3f}"
        )


if __name__ == "__main__":
    main(sys.argv[1])
