"""Namesakes that a war report means sooner, whatever else it names: capitals, countries at war.

"U.S. Marines flew into Monrovia" names the United States and no Liberia, and is about the capital
all the same, not about the town in California.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from dateline.knowledge.actors import actor_table
from dateline.knowledge.countries import country
from dateline.knowledge.gazetteer import Match

_CAPITAL = 1.7
"""What a capital's score gains: a small namesake needs more than a nationality to be meant."""

_AT_WAR = 1.0
"""What a place gains whose country has rebels of its own in the year of the report."""


def is_at_war(code: str, on: date | None) -> bool:
    """Return whether a country has rebels of its own in the year of a report."""
    return bool(code) and actor_table().rebels(code, on) > 0


def likelier(
    matches: Sequence[Match], elsewhere: frozenset[str], on: date | None
) -> npt.NDArray[np.float64]:
    """Return what each namesake's score gains by being a capital or lying in a land at war.

    ``elsewhere`` are the countries to which the rest of the report points: a capital gains nothing
    where one of them has a namesake, too, that is called so in the first place.
    """
    capitals: set[str] = set()
    gains = np.zeros(len(matches))
    for at, match in enumerate(matches):
        entry = match.entry
        if not match.exact or entry.kind == "country":
            continue
        if on is not None and is_at_war(entry.country, on):
            gains[at] += _AT_WAR
        if match.main and entry.kind == "city" and entry.country not in capitals:
            own = country(entry.country)
            rivals = {m.entry.country for m in matches if m.exact and m.main} - {entry.country}
            if own is not None and entry.name in own.capitals and not rivals & elsewhere:
                capitals.add(entry.country)  # The others of its name there are smaller.
                gains[at] += _CAPITAL
    return gains
