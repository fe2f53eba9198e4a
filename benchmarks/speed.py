"""How fast dateline codes, as a share of how fast spaCy alone parses the same texts.

    python benchmarks/speed.py REPORTS.jsonl [--reports 300] [--rounds 3] [--sample]

Both run in this one process with the same model: spaCy with its whole pipeline through
``nlp.pipe``, dateline with its default coder, reading apart. They take turns, so that a machine
that slows down slows both; the ratio is that of the best rounds. ``--sample`` takes reports from
anywhere in the file, always the same ones, in place of the first. spaCy parses batches of eight and
of the size it comes with, and the faster counts: that is the first for long reports, and for short
items the second, by a quarter.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path

import spacy

from dateline.coding.coders import code_readings, coder
from dateline.coding.document import OFFICIAL_MODELS
from dateline.reading import Reading, read


def main() -> None:
    """Print words a second of both, and their ratio."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("path", type=Path, metavar="REPORTS.jsonl")
    arguments.add_argument("--reports", type=int, default=300)
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--sample", action="store_true")
    options = arguments.parse_args()
    found = (item for item in read([options.path]) if isinstance(item, Reading))
    if options.sample:
        every = list(found)
        readings = random.Random(0).sample(every, min(options.reports, len(every)))
    else:
        readings = list(islice(found, options.reports))
    reports = [reading.report for reading in readings]
    words = sum(len(report.text.split()) for report in reports)
    name = next(name for name in OFFICIAL_MODELS if spacy.util.is_package(name))
    nlp, code = spacy.load(name), coder()

    def bare(size: int | None) -> None:
        with nlp.memory_zone():
            for _ in nlp.pipe((report.text for report in reports), batch_size=size):
                pass

    def coded() -> None:
        for _ in code_readings(readings, code):
            pass

    # Load what both load on first use.
    list(nlp.pipe(report.text for report in reports[:20]))
    list(code.code(reports[:20]))
    best = {"spaCy": float("inf"), "dateline": float("inf")}
    for _ in range(options.rounds):
        turns: list[tuple[str, Callable[[], None]]] = [
            ("spaCy", partial(bare, 8)),
            ("spaCy", partial(bare, None)),
            ("dateline", coded),
        ]
        for who, run in turns:
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
