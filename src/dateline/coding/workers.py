"""Coding in several processes: each has a coder of its own, the results come in order."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from types import TracebackType

from dateline.coding.coders import Coded, Coder, code_readings
from dateline.errors import DatelineError, ReportError
from dateline.reading import Reading

PART = 8
"""How many reports a process is handed at a time; with many more, some would wait for others."""


class Workers:
    """Processes that code; a context manager that ends them.

    ``make`` makes the coder of each process, and must be a function that another process can
    import. ``count`` is how many there are; each needs the memory of a coder, some 500 MB.
    """

    def __init__(self, make: Callable[[], Coder], count: int) -> None:
        self.count = count
        # A fresh interpreter each: a copy of this one would copy its threads' locks.
        self._pool = ProcessPoolExecutor(
            count, mp_context=get_context("spawn"), initializer=_begin, initargs=(make,)
        )

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def code(self, readings: Sequence[Reading]) -> Iterator[Coded | ReportError]:
        """Yield what ``code_readings`` yields; raises DatelineError where a process has died."""
        parts = [readings[at : at + PART] for at in range(0, len(readings), PART)]
        try:
            for coded in self._pool.map(_code, parts):
                yield from coded
        except BrokenProcessPool:
            raise DatelineError(
                "a worker process ended before its work did, perhaps for want of memory: "
                "run the command again, with fewer --workers; it goes on where it was"
            ) from None


_coder: Coder | None = None


def _begin(make: Callable[[], Coder]) -> None:
    """Make this process's coder; Ctrl-C is the parent's, and without the parent it ends."""
    global _coder
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _coder = make()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _code(readings: Iterable[Reading]) -> list[Coded | ReportError]:
    assert _coder is not None
    return list(code_readings(readings, _coder))
