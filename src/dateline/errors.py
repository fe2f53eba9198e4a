"""The errors that dateline raises.

::

    DatelineError              exit 1   something failed
    ├── UsageError             exit 2   the command or its options make no sense
    │   └── ConfigError        exit 2   dateline.toml or the environment holds a bad value
    ├── ConflictError          exit 1   somebody else decided on the same event meanwhile
    ├── ReportError            exit 3   one report cannot be read or coded; the others go on
    ├── KnowledgeError         exit 1   a data file or a gazetteer import is unusable
    ├── StoreError             exit 1   the store cannot be opened, read or written
    └── FloorMissed            exit 4   a pinned quality floor was missed
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any


class DatelineError(Exception):
    """Base of all errors of the package; the message says what to do next."""

    exit_code = 1


class UsageError(DatelineError):
    """The command or its options make no sense."""

    exit_code = 2


class ConfigError(UsageError):
    """A setting in ``dateline.toml`` or the environment holds a bad value."""


class ReportError(DatelineError):
    """One report cannot be read or coded; ``source`` and ``line`` say where, the rest goes on."""

    exit_code = 3

    def __init__(self, message: str, *, source: str, line: int | None = None) -> None:
        where = source if line is None else f"{source}:{line}"
        super().__init__(f"{where}: {message}")
        self.message = message
        self.source = source
        self.line = line

    def __reduce__(self) -> tuple[Any, ...]:
        # Made again from its parts when it comes from another process.
        return (partial(type(self), source=self.source, line=self.line), (self.message,))


class ConflictError(DatelineError):
    """Somebody else decided on the same event meanwhile.

    ``changes`` are what they did, each with its decision; ``seen`` is the number to decide with
    all the same.
    """

    def __init__(self, message: str, *, seen: int, changes: Sequence[tuple[Any, Any]] = ()) -> None:
        super().__init__(message)
        self.seen = seen
        self.changes = tuple(changes)


class KnowledgeError(DatelineError):
    """A data file or a gazetteer import is unusable."""


class StoreError(DatelineError):
    """The store cannot be opened, read or written; nothing of the failed step was kept."""


class FloorMissed(DatelineError):
    """A pinned quality floor was missed."""

    exit_code = 4
