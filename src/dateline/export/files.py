"""Writing export files: whole or not at all, each with its provenance."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from dateline.errors import UsageError
from dateline.export.dataset import Provenance


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a path to write to, which takes the place of ``path`` once all is written."""
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent} for the export {path.name}")
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def text_file(path: Path) -> Iterator[TextIO]:
    """Yield a UTF-8 stream whose content takes the place of ``path`` once all is written."""
    with replacing(path) as part, part.open("w", encoding="utf-8", newline="") as stream:
        yield stream


def beside(path: Path, provenance: Provenance) -> Path:
    """Write the provenance of a file whose format has no room for it, and return where."""
    target = path.with_name(f"{path.name}.provenance.json")
    with text_file(target) as stream:
        json.dump(provenance.record(), stream, indent=1, ensure_ascii=False)
        stream.write("\n")
    return target
