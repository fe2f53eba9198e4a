"""How many place names the gazetteer looks up in a second.

    python benchmarks/lookups.py GOLD.jsonl

GOLD.jsonl are located articles, as for ``geoparsing.py``. Looks up the names that gold marks, in
the order of the articles, as a coder does, and each different name once, which the memory of names
does not help. By processor time, on one core, so that other work on the machine counts for little.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from dateline.knowledge.gazetteer import Gazetteer


def rate(names: Sequence[str]) -> float:
    """Return look-ups a second in a gazetteer that was just opened."""
    gazetteer = Gazetteer.open()
    start = time.process_time()
    for name in names:
        gazetteer.matches(name)
    return len(names) / (time.process_time() - start)


def main(path: str) -> None:
    """Print both rates."""
    with Path(path).open(encoding="utf-8") as lines:
        names = [one["text"] for row in map(json.loads, lines) for one in row["toponyms"]]
    different = list(dict.fromkeys(names))
    rate(different[:100])
    print(f"{len(names)} names in the order of the articles: {rate(names):,.0f} look-ups/s")
    print(f"{len(different)} different names, each once: {rate(different):,.0f} look-ups/s")


if __name__ == "__main__":
    main(sys.argv[1])
