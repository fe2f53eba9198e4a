"""Display names of actors in the shapes that conflict data projects use, built by our own rule.

A state's forces carry the years of the government they served ("Military Forces of Syria
(2000-2024)"), after ACLED's convention; UCDP speaks of the government itself.
"""

from __future__ import annotations

from datetime import date

from dateline.knowledge.actors import ActorTable
from dateline.knowledge.countries import demonym_of, name_of
from dateline.knowledge.leaders import leaders
from dateline.model import Actor, ActorKind

_ACLED = {
    ActorKind.REBEL: "Opposition Rebels",
    ActorKind.POLITICAL_MILITIA: "Unidentified Political Militia",
    ActorKind.IDENTITY_MILITIA: "Unidentified Communal Militia",
    ActorKind.PROTESTERS: "Protesters",
    ActorKind.RIOTERS: "Rioters",
    ActorKind.CIVILIANS: "Civilians",
    ActorKind.UNIDENTIFIED: "Unidentified Armed Group",
    ActorKind.OTHER: "Other",
    ActorKind.EXTERNAL_FORCES: "Unidentified Military Forces",
}
_UCDP = {
    ActorKind.PROTESTERS: "Civilians",
    ActorKind.RIOTERS: "Civilians",
    ActorKind.CIVILIANS: "Civilians",
}
_STATE = (ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES)


def years_of_rule(country: str, on: date | None) -> str:
    """Return the years of the government that ruled a country on a day, as "(2000-2024)".

    Empty where no ruler of that day is known.
    """
    ruling = [
        leader
        for leader in leaders()
        if on is not None
        and leader.country == country
        and leader.rules_country
        and leader.start <= on.year
        and (leader.end is None or on.year <= leader.end)
    ]
    if not ruling:
        return ""
    leader = max(ruling, key=lambda leader: leader.start)
    return f"({leader.start}-{leader.end or ''})"


def acled_name(actor: Actor, table: ActorTable, on: date | None = None) -> str:
    """Return the actor's display name in ACLED's shape."""
    row = table.find(actor.name, on, actor.country) if actor.name else None
    if row is not None:
        return row.acled_name
    if actor.name:
        return actor.name
    where = (name_of(actor.country) if actor.country else None) or "Unknown"
    if actor.kind in _STATE and actor.country:
        corps = "Police" if "police" in actor.mention.lower() else "Military"
        return f"{corps} Forces of {where} {years_of_rule(actor.country, on)}".rstrip()
    return f"{_ACLED.get(actor.kind, 'Unidentified Armed Group')} ({where})"


def ucdp_name(actor: Actor, table: ActorTable, on: date | None = None) -> str:
    """Return the actor's display name in UCDP's shape."""
    row = table.find(actor.name, on, actor.country) if actor.name else None
    if row is not None:
        return row.ucdp_name
    if actor.name:
        return actor.name
    if actor.kind in _STATE and actor.country:
        return f"Government of {name_of(actor.country) or actor.country}"
    if actor.kind in _UCDP:
        return _UCDP[actor.kind]
    people = demonym_of(actor.country) if actor.country else None
    if actor.kind is ActorKind.REBEL and people:
        return f"{people} insurgents"
    return "Unknown"
