"""Several processes code what one would, in the same order, and end with their parent."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.coding.coders import code_readings
from dateline.coding.workers import Workers
from dateline.errors import DatelineError, ReportError
from dateline.model import Report
from dateline.reading import Reading
from dateline.store.intake import take_in
from dateline.store.store import open_store
from stub_coder import DyingCoder, SlowCoder, StubCoder

READINGS = [
    Reading(Report(id=f"r{n:02}", text="fail the coder" if n == 20 else f"Word{n}"), "r.jsonl", n)
    for n in range(70)
]


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(StubCoder, 2) as started:
        yield started


def test_workers_code_in_order_what_one_process_does(workers: Workers) -> None:
    alone = list(map(str, code_readings(READINGS, StubCoder())))
    assert list(map(str, workers.code(READINGS))) == alone


def test_a_report_that_defeats_a_worker_is_named_with_its_line(workers: Workers) -> None:
    [error] = [item for item in workers.code(READINGS) if isinstance(item, ReportError)]
    assert (error.source, error.line) == ("r.jsonl", 20)
    assert str(error).startswith("r.jsonl:20: the coder failed on report 'r20'")


def test_a_store_takes_in_what_workers_code(workers: Workers, tmp_path: Path) -> None:
    with open_store(tmp_path / "news.db") as store:
        done = take_in(store, READINGS, workers, "stub 1")
        assert (done.coded, done.failed) == (69, 1)
        assert take_in(store, READINGS, StubCoder, "stub 1").unchanged == 69


def test_a_worker_that_dies_is_named_with_what_to_do() -> None:
    with (
        Workers(DyingCoder, 1) as dying,
        pytest.raises(DatelineError, match="run the command again, with fewer --workers"),
    ):
        list(dying.code(READINGS))


_PARENT = """
import sys
sys.path.insert(0, {tests!r})
from test_workers import READINGS, SlowCoder, Workers
if __name__ == "__main__":
    with Workers(SlowCoder, 2) as workers:
        for _ in workers.code(READINGS):
            print(*[process.pid for process in workers._pool._processes.values()], flush=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")
def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    assert SlowCoder
    script = tmp_path / "parent.py"
    script.write_text(_PARENT.format(tests=str(Path(__file__).parent)), encoding="utf-8")
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        parent.send_signal(signal.SIGKILL)
    assert len(pids) == 2
    deadline = time.monotonic() + 20
    while any(map(_runs, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_runs, pids))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # A zombie has ended; whoever inherits it has not asked for its exit code yet.
    return ") Z" not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
