"""Coders by name, and coding in which one report that defeats the coder does not stop the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.metadata import entry_points
from typing import Protocol, runtime_checkable

from dateline.coding.document import BATCH_CHARACTERS, BATCH_SIZE
from dateline.coding.explanation import Explanation
from dateline.errors import DatelineError, ReportError, UsageError
from dateline.model import CodedReport, Report
from dateline.reading import Reading

CODERS = {"english": "dateline.coding.coder:EnglishCoder"}
"""The coders of this package; others come in the entry-point group ``dateline.coders``."""

GROUP = "dateline.coders"


class Coder(Protocol):
    """What codes reports."""

    def code(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        """Yield each report's claims, one coded report a report, in order."""
        ...


@runtime_checkable
class Explaining(Coder, Protocol):
    """A coder that can say why."""

    def explain(self, report: Report) -> Explanation:
        """Return why the report is coded as it is."""
        ...


def coder(name: str = "english") -> Coder:
    """Return a new coder; raises UsageError where none has this name."""
    found = {point.name: point.value for point in entry_points(group=GROUP)} | CODERS
    if name not in found:
        raise UsageError(f"no coder is called {name!r}; there are {', '.join(sorted(found))}")
    module, _, attribute = found[name].partition(":")
    make: Callable[[], Coder] = getattr(import_module(module), attribute)
    return make()


Coded = tuple[Report, CodedReport]


def code_readings(
    readings: Iterable[Reading | ReportError], by: Coder
) -> Iterator[Coded | ReportError]:
    """Yield each report with its claims, in order, and what could not be read or coded.

    Notes of the reading stand before those of the coder. A report that the coder fails on is
    yielded as a ReportError; the others of its batch are coded without it.
    """
    batch: list[Reading] = []
    size = 0
    for item in readings:
        if isinstance(item, ReportError):
            yield from _code_batch(batch, by)
            batch, size = [], 0
            yield item
            continue
        length = len(item.report.text)
        if batch and (len(batch) == BATCH_SIZE or size + length > BATCH_CHARACTERS):
            yield from _code_batch(batch, by)
            batch, size = [], 0
        batch.append(item)
        size += length
    yield from _code_batch(batch, by)


def _code_batch(batch: list[Reading], by: Coder) -> Iterator[Coded | ReportError]:
    done = 0
    try:
        for coded in by.code([item.report for item in batch]):
            yield _noted(batch[done], coded)
            done += 1
    except DatelineError:
        raise
    except Exception as error:
        if len(batch) == 1:
            yield ReportError(
                f"the coder failed on report {batch[0].report.id!r} ({type(error).__name__}: "
                f"{error}): a fault of the program; please report it with the text",
                source=batch[0].source,
                line=batch[0].line,
            )
            return
        for item in batch[done:]:
            yield from _code_batch([item], by)


def _noted(item: Reading, coded: CodedReport) -> Coded:
    if item.notes:
        coded = coded.model_copy(update={"notes": item.notes + coded.notes})
    return item.report, coded
