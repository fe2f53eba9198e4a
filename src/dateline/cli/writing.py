"""Where output goes: whole lines on stdout, a whole file with ``-o``."""

from __future__ import annotations

import os
import signal
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import TextIO, TypeVar

import typer

from dateline.errors import DatelineError, UsageError

T = TypeVar("T")

PIPE_CLOSED = 128 + signal.SIGPIPE
"""The exit code of a program that stops because nobody reads it any more."""


@contextmanager
def output(path: Path | None, inputs: Sequence[Path] = ()) -> Iterator[TextIO]:
    """Give the stream to write to: stdout, or a file that takes its place when it is complete.

    Until then the file is called ``NAME.part``; interrupted, that is what remains. Raises
    UsageError where ``path`` cannot be written or is one of the inputs.
    """
    if path is None:
        with _stdout() as stream:
            yield stream
        return
    if path.exists() and not path.is_dir() and not stat.S_ISREG(path.stat().st_mode):
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    _check(path, inputs)
    part = path.with_name(path.name + ".part")
    try:
        stream = part.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"-o {path}: cannot be written: {error.strerror}") from None
    try:
        with stream:
            yield stream
        part.replace(path)
    except KeyboardInterrupt:
        typer.echo(f"dateline: interrupted; what was coded so far is in {part}", err=True)
        raise
    except OSError as error:
        raise DatelineError(
            f"-o {path}: {error.strerror}; what could be written is in {part}"
        ) from None


@contextmanager
def _stdout() -> Iterator[TextIO]:
    stream = sys.stdout
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", newline="")
    try:
        try:
            yield stream
        finally:
            stream.flush()
    except BrokenPipeError:
        give_up(stream)
        raise typer.Exit(PIPE_CLOSED) from None
    except OSError as error:
        give_up(stream)
        raise DatelineError(f"stdout cannot be written: {error.strerror}") from None


def give_up(stream: TextIO) -> None:
    """Send what is still to be written nowhere, even what Python flushes when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _check(path: Path, inputs: Sequence[Path]) -> None:
    if path.is_dir():
        raise UsageError(f"-o {path} is a folder: name a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"-o {path}: there is no folder {path.parent}: make it first")
    if path.exists() and any(given.exists() and path.samefile(given) for given in inputs):
        raise UsageError(f"-o {path} is one of the inputs: name another file")


@contextmanager
def whole_items() -> Iterator[Callable[[Iterable[T]], Iterator[T]]]:
    """Hold Ctrl-C back while a writer has an item in hand, so that each is written whole.

    Gives a function that passes items on; the interrupt comes before the next one is made. A
    second Ctrl-C comes at once.
    """
    in_hand = asked = False

    def interrupt(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        if in_hand and not asked:
            asked = True
        else:
            raise KeyboardInterrupt

    def each(items: Iterable[T]) -> Iterator[T]:
        nonlocal in_hand
        for item in items:
            in_hand = True
            yield item
            in_hand = False
            if asked:
                raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:
        # Started in the background, where Ctrl-C is meant for others.
        yield each
        return
    signal.signal(signal.SIGINT, interrupt)
    try:
        yield each
    finally:
        signal.signal(signal.SIGINT, before)
