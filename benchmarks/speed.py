"""How fast dateline codes, as a share of how fast spaCy alone parses the same texts.

    python benchmarks/speed.py REPORTS.jsonl [--reports 300] [--rounds 3]

Both run in this one process with the same model: spaCy with its whole pipeline through
``nlp.pipe``, dateline with its default coder, reading apart. They take turns, so that a machine
that slows down slows both; the ratio is that of the best rounds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import spacy

from dateline.coding.coders import coder
from dateline.coding.document import BATCH_SIZE, OFFICIAL_MODELS
from dateline.reading import Reading, read


def main() -> None:
    """Print words a second of both, and their ratio."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("path", type=Path, metavar="REPORTS.jsonl")
    arguments.add_argument("--reports", type=int, default=300)
    arguments.add_argument("--rounds", type=int, default=3)
    options = arguments.parse_args()
    found = (item.report for item in read([options.path]) if isinstance(item, Reading))
    reports = list(islice(found, options.reports))
    words = sum(len(report.text.split()) for report in reports)
    name = next(name for name in OFFICIAL_MODELS if spacy.util.is_package(name))
    nlp, code = spacy.load(name), coder()

    def bare() -> None:
        with nlp.memory_zone():
            for _ in nlp.pipe((report.text for report in reports), batch_size=BATCH_SIZE):
                pass

    def coded() -> None:
        for _ in code.code(reports):
            pass

    # Load what both load on first use.
    list(nlp.pipe(report.text for report in reports[:20]))
    list(code.code(reports[:20]))
    best = {"spaCy": float("inf"), "dateline": float("inf")}
    for _ in range(options.rounds):
        for who, run in (("spaCy", bare), ("dateline", coded)):
            best[who] = min(best[who], _seconds(run))
    print(f"{len(reports)} reports, {words:,} words, model {name}")
    for who, seconds in best.items():
        print(f"{who:9} {words / seconds:8,.0f} words/s  {len(reports) / seconds:6.1f} reports/s")
    print(f"dateline runs at {best['spaCy'] / best['dateline']:.2f} of bare spaCy's throughput")


def _seconds(run: Callable[[], None]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


if __name__ == "__main__":
    main()
