"""Work on many items, shared out to processes that are forked from this one.

What they work on is not sent to them, they take it over as they are forked (an encoder could not be
sent at all); only what they make of it is sent back.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, TypeVar

PROCESSES = 2

Item = TypeVar("Item")
Made = TypeVar("Made")

_forked: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""What to do, and with what, as the processes that are forked next find it."""


def shared_out(work: Callable[[Item], Made], items: Sequence[Item], at_once: int = 1) -> list[Made]:
    """Return what ``work`` makes of each item, in order; ``at_once`` items are taken at a time.

    What else runs on the machine goes first.
    """
    _forked[:] = [(work, items)]
    # Objects that the collector leaves alone stay in memory that all processes share.
    gc.freeze()
    with ProcessPoolExecutor(PROCESSES, get_context("fork"), os.nice, (5,)) as pool:
        return list(pool.map(_one, range(len(items)), chunksize=at_once))


def _one(number: int) -> Any:
    ((work, items),) = _forked
    return work(items[number])
