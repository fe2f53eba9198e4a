"""Code damaged reports, and stop at the first crash or wrong offset.

    python benchmarks/fuzz.py [--reports 10000] [--seed 1]

Prints what became of the reports. What cannot be read is named and left out, as it should be; a
fault of the coder or a value that does not quote its text ends the run with exit code 1.
"""

from __future__ import annotations

import argparse
import io
import sys
import time

from dateline.coding.coders import code_readings, coder
from dateline.errors import ReportError
from dateline.output import csv, geojson, html, jsonl
from dateline.reading import STDIN, read
from mutations import mutated_lines
from quotations import misquoted


def main() -> int:
    """Run the fuzzer; returns the exit code."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--reports", type=int, default=10_000)
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    lines = io.BytesIO(b"".join(mutated_lines(options.reports, options.seed)))
    coded = claims = left_out = faults = foreign = 0
    began = time.perf_counter()
    for item in code_readings(read([STDIN], stdin=lines), coder()):
        if isinstance(item, ReportError):
            left_out += 1
            if "the coder failed" in str(item):
                faults += 1
                print(item)
            continue
        report, result = item
        coded += 1
        claims += len(result.claims)
        foreign += any("not in English" in note for note in result.notes)
        for fault in misquoted(report, result):
            faults += 1
            print(f"{report.id}: {fault}")
        for output in (jsonl, csv, geojson, html):
            stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
            output.write([item], stream)
            stream.flush()
    print(
        f"{coded} coded ({foreign} as not English), {claims} claims; {left_out} left out; "
        f"{faults} faults; {time.perf_counter() - began:.0f} s"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
