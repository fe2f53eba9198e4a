"""Pinned quality floors: F1 figures that a corpus's scores may not fall below, only ever raised.

``floors.json`` has an entry a corpus, named after the folder of its gold file, with the SHA-256
of its gold and reports, so that a floor is never checked against another corpus.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from dateline.errors import UsageError
from dateline.evaluation.scoring import Scores

STEP = 1000
"""Floors are pinned in thousandths, rounded down."""


class Floor(BaseModel):
    """The least F1 figures of one corpus."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sha256: str
    slots_f1: float
    claims_found_f1: float


_FLOORS = TypeAdapter(dict[str, Floor])


def fingerprint(gold: Path, reports: Path) -> str:
    """Return the SHA-256 over the two files of a corpus."""
    digest = hashlib.sha256()
    for path in (gold, reports):
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
        digest.update(b"\0")
    return digest.hexdigest()


def read_floors(path: Path) -> dict[str, Floor]:
    """Return the pinned floors; raises UsageError where the file is not what it should be."""
    try:
        return _FLOORS.validate_json(path.read_bytes())
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None
    except ValidationError as error:
        raise UsageError(f"{path}: {error.errors()[0]['msg']}") from None


def pinned(floors: Mapping[str, Floor], corpus: str, sha256: str) -> Floor:
    """Return the floor of a corpus; raises UsageError where it has none, or is another corpus."""
    floor = floors.get(corpus)
    if floor is None:
        raise UsageError(f"no floor is pinned for {corpus!r}: pin one with --update-floors")
    if floor.sha256 != sha256:
        raise UsageError(
            f"the floor of {corpus!r} was pinned on other files (SHA-256 {floor.sha256[:12]}, "
            f"not {sha256[:12]}): evaluate those, or take the entry out and pin it anew"
        )
    return floor


def missed(floor: Floor, scores: Scores) -> tuple[str, ...]:
    """Return what lies below its floor, in words."""
    return tuple(
        f"{name} F1 is {now:.4f}, below the floor of {least:.3f}"
        for name, now, least in (
            ("slots", scores.slots.f1, floor.slots_f1),
            ("claims found", scores.claims_found.f1, floor.claims_found_f1),
        )
        if now < least
    )


def raised(floor: Floor | None, scores: Scores, sha256: str) -> Floor:
    """Return the floor with each figure raised to the scores', where those are higher."""
    slots, found = _down(scores.slots.f1), _down(scores.claims_found.f1)
    return Floor(
        sha256=sha256,
        slots_f1=max(slots, floor.slots_f1) if floor else slots,
        claims_found_f1=max(found, floor.claims_found_f1) if floor else found,
    )


def write_floors(path: Path, floors: Mapping[str, Floor]) -> None:
    """Write the floors by name, one corpus after another."""
    entries = {name: floors[name].model_dump() for name in sorted(floors)}
    path.write_text(json.dumps(entries, indent=2) + "\n", encoding="utf-8")


def _down(figure: float) -> float:
    return math.floor(figure * STEP) / STEP
