"""Does a run that is killed at any point, and resumed, end in the same store?

    python benchmarks/kills.py INPUT... [--points 50] [--batch 50] [--seed 1]

For each point, a process codes the reports with the English coder and links them, is killed
(SIGKILL) at a random moment of that work, and another process resumes. All exports of the store
must then be equal, byte for byte, to those of a store that was made in one go. ``--batch`` is how
many reports are kept in one step. Exit code 1 where any differs.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from dateline.coding.coders import Coder, coder
from dateline.export.dataset import gather
from dateline.export.formats import FORMATS, write
from dateline.reading import read
from dateline.store import intake, records
from dateline.store.query import Query
from dateline.store.relink import relink
from dateline.store.store import open_store


class Killed(NamedTuple):
    """A run killed after ``seconds``; how many reports were kept by then, whether all is equal."""

    seconds: float
    kept: int
    ended: bool
    equal: bool


def main() -> int:
    """Kill and resume; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("inputs", type=Path, nargs="+", metavar="INPUT")
    parser.add_argument("--points", type=int, default=50)
    parser.add_argument("--batch", type=int, default=intake.BATCH)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    intake.BATCH = options.batch
    by = coder()
    with tempfile.TemporaryDirectory() as folder:
        rows = kill_and_resume(options.inputs, by, Path(folder), options.points, options.seed)
    for row in rows:
        what = "had ended" if row.ended else f"{row.kept} reports kept"
        print(f"{row.seconds:7.2f} s  {what:20}  {'equal' if row.equal else 'DIFFERS'}")
    cut = sum(not row.ended for row in rows)
    bad = sum(not row.equal for row in rows)
    print(f"{len(rows)} points, {cut} of them before the run had ended: {bad} stores differ")
    return 1 if bad else 0


def kill_and_resume(
    inputs: Sequence[Path], by: Coder, folder: Path, points: int, seed: int
) -> list[Killed]:
    """Return what became of each run, the earliest kill first; stores are made in ``folder``.

    The moments are spread over the length of a whole run, one in each equal part of it.
    """
    # Whatever a coder loads on first use is loaded before the clock starts.
    list(by.code(item.report for item in read(inputs) if not isinstance(item, Exception)))
    began = time.perf_counter()
    wait(start(partial(run, inputs, by, folder / "whole.db")))
    length = time.perf_counter() - began
    expected = fingerprint(folder / "whole.db")
    rng = random.Random(seed)
    out = []
    for point in range(points):
        path = folder / f"killed-{point}.db"
        seconds = length * (point + rng.random()) / points
        process = start(partial(run, inputs, by, path))
        time.sleep(seconds)
        os.kill(process, signal.SIGKILL)
        ended = not os.WIFSIGNALED(os.waitpid(process, 0)[1])
        kept = held(path)
        wait(start(partial(run, inputs, by, path)))
        out.append(Killed(seconds, kept, ended, fingerprint(path) == expected))
        for file in folder.glob(f"{path.name}*"):
            file.unlink()
    return out


def run(inputs: Sequence[Path], by: Coder, path: Path) -> None:
    """Do what ``dateline run`` does."""
    with open_store(path) as store:
        intake.take_in(store, read(inputs), lambda: by, "english")
        relink(store)


def start(work: Callable[[], None]) -> int:
    """Start ``work`` in a copy of this process, its coder loaded; return the copy's id."""
    process = os.fork()
    if process == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return process


def wait(process: int) -> None:
    """Wait for a process that should end well."""
    if os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]):
        raise RuntimeError("a run that nobody killed failed")


def held(path: Path) -> int:
    """Return how many reports a store holds, 0 where the run had not come to make one."""
    if not path.exists():
        return 0
    with open_store(path) as store, store.reading() as connection:
        return len(list(records.all_reports(connection)))


def fingerprint(path: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of every export of a store, by name."""
    with tempfile.TemporaryDirectory() as name, open_store(path, create=False) as store:
        folder = Path(name)
        with store.reading() as connection:
            data = gather(connection, Query(background="yes"), made="2024-12-09T00:00:00Z")
        for format in FORMATS:
            write(data, format, folder / format)
        files = sorted(file for file in folder.rglob("*") if file.is_file())
        return {str(f.relative_to(folder)): sha256(f.read_bytes()).hexdigest() for f in files}


if __name__ == "__main__":
    sys.exit(main())
