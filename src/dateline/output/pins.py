"""The pins of a report's claims for the page's maps."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Claim
from dateline.output.kinds import kind_of
from dateline.output.map import Pin
from dateline.output.row import coordinates
from dateline.output.wording import place_words


def pins(claims: Sequence[Claim], name: str) -> list[Pin]:
    """Return a pin for every claim with coordinates; ``name`` is the report's name on the page."""
    found = []
    for number, claim in enumerate(claims, 1):
        point = coordinates(claim)
        if claim.place is None or point is None:
            continue
        found.append(
            Pin(
                claim=f"{name}c{number}",
                href=f"#{name}c{number}",
                lon=point[0],
                lat=point[1],
                precision=claim.place.precision,
                kind=kind_of(claim.sub_event_type),
                name=claim.place.canonical,
                title=f"{number}: {claim.sub_event_type.value}, {place_words(claim.place)}",
            )
        )
    return found
