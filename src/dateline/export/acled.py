"""ACLED's shape: its names for actors and their kinds, its conventions for deaths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.knowledge.actor_names import acled_name
from dateline.knowledge.actors import actor_table
from dateline.knowledge.files import settings
from dateline.knowledge.ontology import ontology
from dateline.model import Actor, ActorKind, Event, Measure, SubEventType

INTER = {
    ActorKind.STATE_FORCES: "State forces",
    ActorKind.REBEL: "Rebel group",
    ActorKind.POLITICAL_MILITIA: "Political militia",
    ActorKind.IDENTITY_MILITIA: "Identity militia",
    ActorKind.RIOTERS: "Rioters",
    ActorKind.PROTESTERS: "Protesters",
    ActorKind.CIVILIANS: "Civilians",
    ActorKind.EXTERNAL_FORCES: "External/Other forces",
    ActorKind.UNIDENTIFIED: "Political militia",
    ActorKind.OTHER: "External/Other forces",
}

_DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
_ALSO_VIOLENT = {SubEventType.EXCESSIVE_FORCE, SubEventType.MOB_VIOLENCE}
_CIVILIAN_KINDS = {ActorKind.CIVILIANS, ActorKind.PROTESTERS}


def disorder_type(event: Event) -> str | None:
    """Return ACLED's disorder type, None for a type that ACLED does not code."""
    found = _DISORDER.get(ontology().parents[event.sub_event_type])
    if event.sub_event_type in _ALSO_VIOLENT:
        return f"Political violence; {found}"
    return found


def actor(event: Event, side: str, number: int) -> str | None:
    """Return the display name of one actor of a side, None where it has fewer.

    An event whose side A is unknown has its side B as first actor only if nobody acts on it.
    """
    actors = _side(event, side)
    return _name(actors[number], event) if number < len(actors) else None


def others(event: Event, side: str) -> str:
    """Return the display names of a side's further actors."""
    return "; ".join(_name(actor, event) for actor in _side(event, side)[1:])


def inter(event: Event, side: str) -> str | None:
    """Return the kind of a side's first actor as ACLED names it."""
    actors = _side(event, side)
    return INTER[actors[0].kind] if actors else None


def interaction(event: Event) -> str | None:
    """Return both kinds as one, or "Sole ..." where only one side is known."""
    one, two = inter(event, "side_a"), inter(event, "side_b")
    if one and two:
        return f"{one}-{two}"
    sole = one or two
    return f"Sole {sole[0].lower()}{sole[1:]}" if sole else None


def civilian_targeting(event: Event, options: Mapping[str, Any]) -> str | None:
    """Return the label for events that target civilians, else None."""
    label = str(options.get("civilian_targeting", "Civilian targeting"))
    return label if event.civilians_targeted else None


def fatalities(event: Event, options: Mapping[str, Any], quotes: Iterable[str] = ()) -> int:
    """Return one number of deaths by ACLED's conventions (``exports/fatalities.toml``).

    The conservative end of rival numbers; vague words as fixed numbers. Where the evidence
    (``quotes``) tells of deaths without any number, ``options["unknown"]`` decides: ``limited`` or
    ``significant``. No death told: 0.
    """
    rules = settings("exports/fatalities.toml")
    found = next((t for t in event.tolls if t.measure is Measure.KILLED and t.who is None), None)
    if found is None:
        words = set(rules["unknown"]["words"])
        told = event.sub_event_type in ontology().violent and any(
            words & set(re.findall(r"[a-z]+", quote.lower())) for quote in quotes
        )
        return int(rules["unknown"][options.get("unknown", "limited")]) if told else 0
    vague = rules["vague"].get(f"{found.low}-{found.high}")
    if found.best is None and vague is not None:
        return int(vague)
    known = [value for value in (found.low, found.best) if value is not None]
    return min(known) if known else int(found.high or 0)


def _side(event: Event, side: str) -> tuple[Actor, ...]:
    actors: tuple[Actor, ...] = getattr(event, side)
    if side == "side_b" and not event.side_a and not _victims(event.side_b):
        return ()
    if side == "side_a" and not actors and not _victims(event.side_b):
        return event.side_b
    return actors


def _victims(side: tuple[Actor, ...]) -> bool:
    return any(actor.kind in _CIVILIAN_KINDS for actor in side)


def _name(actor: Actor, event: Event) -> str:
    return acled_name(actor, actor_table(), event.date.start if event.date else None)
