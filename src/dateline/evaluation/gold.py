"""Gold files and predictions: a line a report, ``{"report_id": ..., "claims": [...]}``.

Gold holds the fields of a claim and two more: other names that a right answer may give an actor,
and the key of the real event. A prediction may name the event that the claim was merged into.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dateline.errors import UsageError
from dateline.model import Actor, Claim


class GoldActor(Actor):
    """An actor as a person coded it; ``aliases`` are names that are as right as ``name``."""

    model_config = ConfigDict(extra="ignore")

    aliases: tuple[str, ...] = ()


class GoldControl(BaseModel):
    """Who holds the place afterwards, and before."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    to: GoldActor | None = None
    from_: Annotated[GoldActor | None, Field(alias="from")] = None


class GoldClaim(Claim):
    """A claim as a person coded it; ``event_key`` names the real event across reports."""

    model_config = ConfigDict(extra="ignore")

    side_a: tuple[GoldActor, ...] = ()
    side_b: tuple[GoldActor, ...] = ()
    control: GoldControl | None = None  # type: ignore[assignment]
    event_key: str | None = None


class PredictedClaim(Claim):
    """A claim to be scored; ``event_id`` is the event across reports that it was merged into."""

    model_config = ConfigDict(extra="ignore")

    event_id: str | None = None


AnyClaim = TypeVar("AnyClaim", bound=Claim)


class _Line(BaseModel):
    report_id: str


def read_gold(path: Path) -> dict[str, tuple[GoldClaim, ...]]:
    """Return the gold claims of each report; raises UsageError naming file and line."""
    return _read(path, GoldClaim)


def read_predicted(path: Path) -> dict[str, tuple[PredictedClaim, ...]]:
    """Return the predicted claims of each report; raises UsageError naming file and line."""
    return _read(path, PredictedClaim)


def _read(path: Path, kind: type[AnyClaim]) -> dict[str, tuple[AnyClaim, ...]]:
    class Line(_Line):
        claims: tuple[kind, ...]  # type: ignore[valid-type]

    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from None
    found: dict[str, tuple[AnyClaim, ...]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = Line.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = "".join(f"{part}: " for part in first["loc"])
            raise UsageError(f"{path}:{number}: {where}{first['msg']}") from None
        found[record.report_id] = record.claims
    if not found:
        raise UsageError(f"{path}: holds no report")
    return found
