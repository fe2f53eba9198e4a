"""What the command line says on stderr, and the exit code that follows from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from types import TracebackType

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from dateline.coding.coders import Coded
from dateline.errors import ReportError

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
"""Control characters of a file's name or a report's id could steer the terminal."""


class Messages:
    """Errors, notes and progress of one command; progress only where stderr is a terminal.

    With ``bar`` the progress is a bar: ``begin`` says what is done and how much there is of it,
    ``advance`` that more of it is done.
    """

    def __init__(self, *, quiet: bool = False, verbose: bool = False, bar: bool = False) -> None:
        self.quiet, self.verbose = quiet, verbose
        self.coded = self.claims = self.failed = 0
        self._console = Console(stderr=True, highlight=False, soft_wrap=True)
        columns: list[ProgressColumn] = [SpinnerColumn(), TextColumn("{task.description}")]
        if bar:
            columns += [BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()]
        self._progress = Progress(
            *columns,
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
            disable=quiet or not self._console.is_terminal,
        )
        self._task = self._progress.add_task("starting", total=None)

    def __enter__(self) -> Messages:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def say(self, words: str) -> None:
        """Print a message, unless all should be quiet."""
        if not self.quiet:
            self._print(words)

    def complain(self, error: ReportError) -> None:
        """Print why a report is left out, and count it."""
        self.failed += 1
        self._print(str(error))

    def building(self, what: str, share: float) -> None:
        """Show that something is being built that is built once only."""
        self._progress.update(self._task, description=f"{what} (once only): {share:.0%}")

    @property
    def shown(self) -> bool:
        """Whether progress is shown at all."""
        return not self._progress.disable

    def begin(self, what: str, total: int | None = None) -> None:
        """Start the bar anew for ``total`` things, or, where that is not known, without an end."""
        self._progress.update(self._task, description=what, visible=True)
        self._progress.reset(self._task, total=total)

    def advance(self, done: int) -> None:
        """Move the bar on by ``done`` things."""
        self._progress.advance(self._task, done)

    def watch(self, items: Iterable[Coded | ReportError]) -> Iterator[Coded]:
        """Yield the coded reports; print what could not be coded, and every note, as it comes."""
        for item in items:
            if isinstance(item, ReportError):
                self.complain(item)
                continue
            report, result = item
            self.coded += 1
            self.claims += len(result.claims)
            self._progress.update(
                self._task, description=f"{self.coded:,} reports, {self.claims:,} claims"
            )
            for note in result.notes:
                self.say(f"{report.id}: {note}")
            if self.verbose:
                self.say(f"{report.id}: {_count(len(result.claims), 'claim')}")
            yield item

    def summary(self) -> None:
        """Say how much was coded and how much was not."""
        words = f"{_count(self.coded, 'report')} coded, {_count(self.claims, 'claim')}"
        if self.failed:
            words += f"; {_count(self.failed, 'report')} left out, named above"
        self.say(words)

    def leave(self) -> None:
        """End the command with exit code 3 where a report was left out."""
        if self.failed:
            raise typer.Exit(ReportError.exit_code)

    def _print(self, words: str) -> None:
        self._console.print(Text(f"dateline: {_CONTROLS.sub('�', words)}"))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
