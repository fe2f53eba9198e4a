"""Areas in the text -> whole square kilometres, and whether two units of one area disagree."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from dateline.knowledge.files import settings

FILE = "languages/en/units.toml"

DISAGREE = 0.05
"""Two units of one area that differ by more than this share of the first are inconsistent."""


def area_unit(lowered: str, at: int) -> tuple[float, int] | None:
    """Return the square kilometres in the unit that stands at an offset, and where it ends.

    None where no unit of area stands there. The text is in lower case.
    """
    match = _pattern().match(lowered, at)
    if not match:
        return None
    units: dict[str, Any] = settings(FILE)["area"]
    return float(units[re.sub(r"\s+", " ", match[1])]), match.end()


def disagree(first: float, second: float) -> bool:
    """Return whether two measures of one area, in square kilometres, contradict each other."""
    return abs(first - second) > DISAGREE * first


@cache
def _pattern() -> re.Pattern[str]:
    units = sorted(settings(FILE)["area"], key=len, reverse=True)
    spelled = "|".join(re.escape(unit).replace(r"\ ", r"\s+") for unit in units)
    return re.compile(rf"\s*-?({spelled})(?!\w)")
