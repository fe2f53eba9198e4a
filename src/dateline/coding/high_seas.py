"""Two navies that meet at sea: "Iranian gunboats fired at a US destroyer in the Persian Gulf".

A sea is no country's, so that a state's forces there were taken to be at home. Where they meet
another country's people they are outside of their state. Source: coding frame, external forces are
a state's forces acting outside that state. Words are data.
"""

from __future__ import annotations

from dateline.coding.second_look import Sides
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, Place

WORDS = "languages/en/opponents.toml"
"""Where the words for waters are kept."""


def on_high_seas(sides: Sides, place: Place | None) -> Sides:
    """Return the sides, at sea a state's forces that meet another country's as external ones."""
    countries = [{actor.country for actor in side if actor.country} for side in sides]
    meet = all(countries) and countries[0] != countries[1]
    if place is None or place.country or not meet or not _is_sea(place):
        return sides
    return [_abroad(actor) for actor in sides[0]], [_abroad(actor) for actor in sides[1]]


def _is_sea(place: Place) -> bool:
    return not set(settings(WORDS)["waters"]).isdisjoint(place.canonical.lower().split())


def _abroad(actor: Actor) -> Actor:
    if actor.kind is not ActorKind.STATE_FORCES or not actor.country:
        return actor
    return actor.model_copy(update={"kind": ActorKind.EXTERNAL_FORCES})
