"""The town a report was sent from, beside the place that one of its sentences names.

"YAOUNDE - Soldiers killed 107 fighters in Fotokol. Eight soldiers fell": what says no place of its
own happened where the same event's other sentence says, not at the desk.
"""

from __future__ import annotations

from collections.abc import Mapping

from dateline.coding.findings import Findings


def gives_way(findings: Findings, desk: int, placed: Mapping[int, int], sentence: int) -> bool:
    """Return whether a dateline's place says nothing of an event that this sentence tells.

    ``placed`` has, by sentence, the place that each of the event's sentences says it was at. One of
    another country than the dateline's counts in its own sentence alone, unless the report names
    that country: it may be a namesake.
    """
    places = findings.places
    if sentence in placed:
        return True
    known = {place.place.country for place in places if place.level == "country"}
    known.add(places[desk].place.country)
    return any(places[at].place.country in known for at in placed.values())
