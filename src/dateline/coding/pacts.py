"""Two states that come to terms with each other: "Armenia and Azerbaijan agreed a ceasefire".

Source: coding frame, "in a clash, the side named first" is side a; the other state is side b, and
each acts for itself, wherever they meet. What powers that lie far apart agree on is about a third
country, and theirs together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.findings import Findings
from dateline.coding.second_look import NEVER, SURE, Party
from dateline.knowledge.countries import country, country_by_capital
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.model import ActorKind, Place

STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})

ARMED = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
"""Kinds of those with whom a state makes its own peace."""

AGREES = 0.3
"""From this chance of either side a state is one of those who agree."""


def of_two_states(
    findings: Findings, everyone: Sequence[Party], place: Place | None
) -> list[Party] | None:
    """Return the parties of an agreement of two states on their sides; None of any other.

    A capital of a third country is where they sign, any other place there is what it is about.
    """
    told = [party for party in everyone if max(party.a, party.b) >= AGREES]
    states = [party for party in told if party.actor.kind in STATES and party.actor.country]
    if len({party.actor.country for party in states}) != 2 or len(states) != 2:
        return None
    if any(party.actor.kind in ARMED for party in told) or _is_about(place, states):
        return None
    first, second = sorted(states, key=lambda party: party.at)
    doc = findings.document.doc
    # "India and Pakistan" may be one mention of both.
    joined = first.at == second.at or doc[second.at] in doc[first.at].conjuncts
    if not joined or not _are_neighbours(first.actor.country, second.actor.country):
        return None
    own = {"kind": ActorKind.STATE_FORCES}
    sided = {
        first.key: replace(first, actor=first.actor.model_copy(update=own), a=SURE, b=NEVER),
        second.key: replace(second, actor=second.actor.model_copy(update=own), a=NEVER, b=SURE),
    }
    return [sided.get(party.key, party) for party in everyone]


def _are_neighbours(one: str | None, other: str | None) -> bool:
    """Whether two countries, by their codes, reach each other from their centres."""
    here, there = country(one or ""), country(other or "")
    if here is None or there is None or None in (here.lat, here.lon, there.lat, there.lon):
        return False
    gap = distance_km(here.lat or 0, here.lon or 0, there.lat or 0, there.lon or 0)
    return gap <= here.radius_km + there.radius_km


def _is_about(place: Place | None, states: Sequence[Party]) -> bool:
    """Whether a place lies in a third country and is none of its capitals."""
    if place is None or not place.country:
        return False
    if place.country in {party.actor.country for party in states}:
        return False
    names = {place.name, place.canonical or place.name}
    return all(country_by_capital(name) != place.country for name in names)
