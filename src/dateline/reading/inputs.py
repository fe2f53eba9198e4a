"""What stands on the command line -> reports, one after another: files, folders, standard input."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from dateline.config import Config
from dateline.errors import ReportError
from dateline.reading.jsonl import read_jsonl
from dateline.reading.record import Reading, Terms, believed
from dateline.reading.tables import read_csv
from dateline.reading.text import read_text
from dateline.reading.utf8 import BOM

STDIN = Path("-")

TEXT = (".txt", ".md")
JSONL = (".jsonl", ".ndjson")
TABLE = (".csv", ".tsv")

ABOUT = ("readme", "license", "changelog")
"""Names of text files that tell of their folder and are no reports of it."""


def read(
    inputs: Iterable[Path],
    published: date | None = None,
    *,
    max_characters: int | None = None,
    stdin: BinaryIO | None = None,
    today: date | None = None,
) -> Iterator[Reading | ReportError]:
    """Yield every report of the inputs in order, or, where one cannot be read, why.

    An input is a file (.txt and .md: one report, named after the file; .jsonl and .ndjson; .csv
    and .tsv), a folder of such files, read in the order of their names with the folders inside
    it but without hidden files and those of ``ABOUT``, or ``-`` for standard input: JSONL where it
    starts with ``{``, else one text. ``published`` is the day of reports that have none of their
    own. A day of publication after tomorrow is taken
    as unknown, and a note says so. Ids are unique: a second report of the same id is an error.
    Reports are read as they are asked for, so that any number of them needs little memory.
    """
    terms = Terms(None, max_characters or Config().max_characters, today or date.today())
    day, notes = believed(published, terms) if published else (None, ())
    terms = replace(terms, published=day)
    seen: set[str] = set()
    names: set[str] = set()
    for item in _items(inputs, terms, names, stdin):
        if isinstance(item, ReportError):
            yield item
        elif item.report.id in seen:
            yield ReportError(
                f"the id {item.report.id!r} was already used: give each report an id of its own",
                source=item.source,
                line=item.line,
            )
        else:
            seen.add(item.report.id)
            undated = item.report.published is None
            yield replace(item, notes=item.notes + notes) if notes and undated else item


def _items(
    inputs: Iterable[Path], terms: Terms, names: set[str], stdin: BinaryIO | None
) -> Iterator[Reading | ReportError]:
    for path in inputs:
        if path == STDIN:
            yield from _sniffed(stdin or sys.stdin.buffer, "stdin", "stdin", terms)
            continue
        for found in _files(path):
            if isinstance(found, ReportError):
                yield found
                continue
            try:
                yield from _file(found, terms, names)
            except OSError as error:
                yield ReportError(f"cannot be read: {error.strerror}", source=str(found))


def _file(path: Path, terms: Terms, names: set[str]) -> Iterator[Reading | ReportError]:
    suffix, source = path.suffix.lower(), str(path)
    with path.open("rb") as stream:
        if suffix in JSONL:
            yield from read_jsonl(stream, source, terms)
        elif suffix in TABLE:
            yield from read_csv(stream, source, terms)
        elif suffix in TEXT:
            yield read_text(stream, _name(path, names), source, terms)
        elif not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            # A pipe that a shell made, such as <(zcat reports.jsonl.gz).
            yield from _sniffed(stream, _name(path, names), source, terms)
        else:
            yield ReportError(
                f"dateline reads {', '.join(TEXT + JSONL + TABLE)}: give the file the ending of "
                "what it is, or pass it as - on standard input",
                source=source,
            )


def _sniffed(
    stream: BinaryIO, name: str, source: str, terms: Terms
) -> Iterator[Reading | ReportError]:
    """Read JSONL where the first character that is not white space is ``{``, else one text."""
    head = b""
    while len(head) < terms.max_bytes and (line := stream.readline(terms.max_bytes)):
        head += line
        if head.removeprefix(BOM).strip():
            break
    rejoined = io.BufferedReader(_Rejoined(head, stream))
    if head.removeprefix(BOM).lstrip().startswith(b"{"):
        yield from read_jsonl(rejoined, source, terms)
    else:
        yield read_text(rejoined, name, source, terms)


class _Rejoined(io.RawIOBase):
    """A stream whose head was read already, whole again."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        # What is there at once is enough: a pipe is read as it fills.
        got = self._head.read(len(view)) or self._rest.readline(len(view))
        view[: len(got)] = got
        return len(got)


def _name(path: Path, names: set[str]) -> str:
    """Return the shortest end of the path, without its ending, that names no earlier file."""
    parts = path.with_suffix("").parts
    for length in range(1, len(parts) + 1):
        name = "/".join(parts[-length:])
        if name not in names:
            break
    names.add(name)
    return name


def _files(path: Path) -> Iterator[Path | ReportError]:
    try:
        if path.is_dir():
            found = list(_folder(path, ()))
            yield from found or [
                ReportError(
                    f"no file with one of {', '.join(TEXT + JSONL + TABLE)} in this folder",
                    source=str(path),
                )
            ]
        else:
            path.stat()
            yield path
    except OSError as error:
        yield ReportError(f"cannot be read: {error.strerror}", source=str(path))


def _folder(path: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Path | ReportError]:
    """Yield the files of a folder and of those in it by name, but for hidden ones and ``ABOUT``."""
    status = path.stat()
    here = (status.st_dev, status.st_ino)
    if here in above:
        yield ReportError("a link that leads back to its own folder: left out", source=str(path))
        return
    try:
        entries = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        yield ReportError(f"cannot be read: {error.strerror}", source=str(path))
        return
    for entry in entries:
        try:
            if entry.is_dir():
                yield from _folder(entry, (*above, here))
            elif entry.suffix.lower() in TEXT and entry.stem.lower() in ABOUT:
                continue
            elif entry.suffix.lower() in TEXT + JSONL + TABLE and stat.S_ISREG(
                entry.stat().st_mode
            ):
                yield entry
        except OSError as error:
            yield ReportError(f"cannot be read: {error.strerror}", source=str(entry))
