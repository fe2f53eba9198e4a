"""The peak memory of ``dateline code`` on a stream of reports.

    python benchmarks/memory.py REPORTS.jsonl [--reports 10000] [--limit 700]

Codes in a process of its own, reading from a pipe and writing JSONL to nowhere, and prints that
process's peak resident size. Reports are taken again, under new ids, where the file holds fewer.
Exit code 1 where the peak exceeds ``--limit`` (MB of 1,000,000 bytes).
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

PROGRAM = "from dateline.cli import main; main()"


def main() -> int:
    """Run the benchmark; returns the exit code."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("path", type=Path, metavar="REPORTS.jsonl")
    arguments.add_argument("--reports", type=int, default=10_000)
    arguments.add_argument("--limit", type=int, default=700)
    options = arguments.parse_args()
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "code", "-", "--quiet"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    ) as process:
        assert process.stdin is not None
        for line in islice(_lines(options.path), options.reports):
            process.stdin.write(line)
        process.stdin.close()
        code = process.wait()
    # Linux counts in units of 1024 bytes.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 / 1e6
    seconds = time.perf_counter() - began
    print(f"{options.reports} reports in {seconds:.0f} s, exit code {code}: peak {peak:.0f} MB")
    return 1 if peak > options.limit or code not in (0, 3) else 0


def _lines(path: Path) -> Iterator[bytes]:
    records = [json.loads(line) for line in path.read_bytes().splitlines() if line.strip()]
    for number, record in enumerate(cycle(records)):
        yield json.dumps({**record, "id": f"{record['id']}-{number}"}).encode() + b"\n"


if __name__ == "__main__":
    sys.exit(main())
