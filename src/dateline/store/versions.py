"""Versions of what makes claims and events: program and data, in one short string."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources.abc import Traversable

from dateline import __version__
from dateline.knowledge import user_places
from dateline.knowledge.files import fingerprint, resource

_NOT_CODING = ("linking", "exports", "page")
_LINKING = (
    "linking/weights.json",
    "linking/families.csv",
    "linking/affinity.csv",
    "linking/kinds.csv",
    "languages/en/linking.toml",
    "languages/en/taken.toml",
    "languages/en/victims.csv",
)


@cache
def coder_version(name: str) -> str:
    """Return the coder's name, the program's version and a fingerprint of the data it reads.

    The places that a user imported or added are part of that data.
    """
    digest = hashlib.sha256()
    for made in user_places.imports():
        digest.update(f"{made.label} {made.sha256} {made.places} {made.at}\n".encode())
    for path, file in _files(resource(""), ""):
        if path.split("/")[0] not in _NOT_CODING and path not in _LINKING:
            digest.update(path.encode())
            digest.update(file.read_bytes())
    return f"{name} {__version__} {digest.hexdigest()[:12]}"


@cache
def linking_version() -> str:
    """Return the program's version and a fingerprint of the data that linking and merging read."""
    return f"{__version__} {fingerprint(*_LINKING)}"


def _files(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{path}/{entry.name}" if path else entry.name
        if entry.is_dir():
            yield from _files(entry, name)
        else:
            yield name, entry
