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
from dateline.coding.syntax import Token
from dateline.knowledge.countries import country, country_by_capital
from dateline.knowledge.files import settings
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.model import ActorKind, Place

STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})

ARMED = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
"""Kinds of those with whom a state makes its own peace."""

TRUCES = "languages/en/truces.toml"
"""Where the words for those who speak for a state are kept."""

GOVERNMENT = "government"
"""The word for a state's rulers that alone does not say of which state."""

_OWNERS = frozenset({"amod", "compound", "poss", "nmod"})

AGREES = 0.3
"""From this chance of either side a state is one of those who agree."""


def for_their_states(everyone: Sequence[Party]) -> list[Party]:
    """Return the parties of an agreement, ministers and envoys of a state as that state.

    "The foreign ministers of Armenia and Azerbaijan agreed": as people they are civilians.
    """
    envoys = set(settings(TRUCES)["envoys"])
    told = {party.actor.country for party in everyone if party.actor.kind in STATES}
    return [
        replace(party, actor=party.actor.model_copy(update={"kind": ActorKind.STATE_FORCES}))
        if party.actor.kind is ActorKind.CIVILIANS
        and party.actor.country
        and party.actor.country not in told
        and not envoys.isdisjoint(party.actor.mention.lower().split())
        else party
        for party in everyone
    ]


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


def with_its_rebels(everyone: Sequence[Party], findings: Findings) -> list[Party] | None:
    """Return the parties of an agreement of a state and one armed group on their sides, or None.

    "The government and the FARC signed a ceasefire in Havana": the government is that of the
    group's country, wherever they meet.
    """
    doc = findings.document.doc
    groups = [party for party in everyone if party.actor.kind in ARMED]
    states = [party for party in everyone if party.actor.kind in STATES and party.actor.country]
    if len(groups) != 1 or len(states) != 1:
        return None
    group, state = groups[0], states[0]
    other = doc[group.at]
    met = other.dep_ == "pobj" and other.head.lower_ == "with"
    if not met and other not in doc[state.at].conjuncts:
        return None
    actor = state.actor
    nameless = doc[state.at].lemma_.lower() == GOVERNMENT and not _is_of_a_nation(doc[state.at])
    if group.actor.country and (nameless or actor.country == group.actor.country):
        home = {"country": group.actor.country, "kind": ActorKind.STATE_FORCES}
        actor = actor.model_copy(update=home)
    first, second = sorted((state, group), key=lambda party: party.at)
    sided = {first.key: (SURE, NEVER), second.key: (NEVER, SURE)}
    return [
        replace(
            party,
            actor=actor if party is state else party.actor,
            a=sided.get(party.key, (party.a, party.b))[0],
            b=sided.get(party.key, (party.a, party.b))[1],
        )
        for party in everyone
    ]


def _is_of_a_nation(noun: Token) -> bool:
    """Whether a noun is said to be a nation's: "the Cuban government"."""
    return any(kid.text[:1].isupper() and kid.dep_ in _OWNERS for kid in noun.children) or any(
        kid.dep_ == "prep" and kid.lower_ == "of" for kid in noun.children
    )


def _are_neighbours(one: str | None, other: str | None) -> bool:
    """Whether two countries, by their codes, reach each other from their centres."""
    here, there = country(one or ""), country(other or "")
    if here is None or there is None or None in (here.lat, here.lon, there.lat, there.lon):
        return False
    gap = distance_km(here.lat or 0, here.lon or 0, there.lat or 0, there.lon or 0)
    return gap <= here.radius_km + there.radius_km


def _is_about(place: Place | None, states: Sequence[Party]) -> bool:
    """Whether a place lies in a third country and is no capital or usual venue of talks."""
    if place is None or not place.country:
        return False
    if place.country in {party.actor.country for party in states}:
        return False
    names = {place.name, place.canonical or place.name}
    if not names.isdisjoint(settings(TRUCES)["venues"]):
        return False
    return all(country_by_capital(name) != place.country for name in names)
