"""The one place that opens the package's data files.

Words and facts live under ``data/`` as CSV and TOML, never in Python. Tables are UTF-8 CSV with
a header row; a line that starts with ``#`` is a comment.
"""

from __future__ import annotations

import csv
import hashlib
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from dateline.errors import KnowledgeError


def resource(path: str) -> Traversable:
    """Return the data file at ``path``, relative to ``data/``."""
    return files("dateline").joinpath("data").joinpath(path)


def table(path: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV data file as dictionaries of stripped strings.

    Raises KnowledgeError, naming file and line, where a row has more or fewer cells than the
    header.
    """
    for _, row in numbered(path):
        yield row


def numbered(path: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows of a CSV data file, each with its line in the file; see ``table``."""
    text = resource(path).read_text(encoding="utf-8")
    lines = [
        (number, line)
        for number, line in enumerate(text.splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    rows = csv.reader(line for _, line in lines)
    header = next(rows, None)
    if header is None:
        raise KnowledgeError(f"data/{path}: the file has no header row")
    for (number, _), row in zip(lines[1:], rows, strict=False):
        if len(row) != len(header):
            raise KnowledgeError(
                f"data/{path}:{number}: expected {len(header)} cells, found {len(row)}"
            )
        yield number, {key: cell.strip() for key, cell in zip(header, row, strict=True)}


def values_of(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that may hold several, with bars between them."""
    return tuple(value.strip() for value in cell.split("|") if value.strip())


@cache
def settings(path: str) -> dict[str, Any]:
    """Return a TOML data file as a dictionary."""
    return tomllib.loads(resource(path).read_text(encoding="utf-8"))


def fingerprint(*paths: str) -> str:
    """Return the first 12 hexadecimal digits of the SHA-256 over the named data files."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.encode())
        digest.update(resource(path).read_bytes())
    return digest.hexdigest()[:12]
