"""Which claims tell of an incident that the MUC-4 task wants told.

The definition is that of section 1.0 of the task's own description ("What constitutes a relevant
incident?", template-doc-part1, version 7, in the repository that its corpus comes from).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dateline.events.tolls import who_kind
from dateline.knowledge.ontology import ontology
from dateline.model import Actor, ActorKind, Claim, Measure, Status, SubEventType

COUNTRIES = frozenset({"SV", "GT", "HN", "AR", "BO", "CL", "CO", "EC", "PE"})
"""The nine countries that the task is about."""

RECENT = timedelta(days=62)
"""How long before the report an incident is recent: two months."""

SUMMARY = timedelta(days=31)
"""What is told of a longer time is a sum of incidents, none of them specific."""

FURTHER = frozenset({SubEventType.ABDUCTION, SubEventType.LOOTING, SubEventType.SEXUAL_VIOLENCE})
"""Violent acts of the task that the ontology does not count as political violence."""

COMBAT = frozenset(
    {SubEventType.ARMED_CLASH, SubEventType.GOVERNMENT_REGAINS, SubEventType.NON_STATE_OVERTAKES}
)

STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})

HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.CAPTURED})

CIVILIANS = "civilians"
"""What the table of victims calls them."""

ARMED = frozenset(
    {
        ActorKind.STATE_FORCES,
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.UNIDENTIFIED,
    }
)
"""A country's own forces and its armed groups: what these do to each other is guerrilla war."""


def is_terrorism(claim: Claim, day: date | None) -> bool:
    """Return whether a claim of a report of that day tells of a relevant incident.

    It is a violent act that has happened or was attempted,

    - against anything but another armed group or the country's own military or police, and not in
      a clash, unless it happens to affect civilians too (1.0, 1): they are a target, or counted
      among whom it harmed;
    - by a state's forces only where its target is civilian (2);
    - by nobody known where its targets are not exclusively military (3);
    - whose place, perpetrator or target belongs to one of nine countries (4);
    - at most two months before the report, unless nothing tells when it was or something new is
      told of it, "such as new suspects": somebody says who did it (6);
    - specific: no sum of a longer time, which the time for which a group holds people is not, and
      not just "an attack", of which neither its nature nor its target is told (7). A bomb or a fire
      tells its nature.
    """
    kind = claim.sub_event_type
    violent = str(kind) in ontology().violent or kind in FURTHER
    if not violent or claim.status is Status.PLANNED:
        return False
    return _in_the_countries(claim) and _is_recent(claim, day) and _is_no_war(claim)


def _in_the_countries(claim: Claim) -> bool:
    known = {actor.country for actor in (*claim.side_a, *claim.side_b) if actor.country}
    if claim.place and claim.place.country:
        known.add(claim.place.country)
    return not known or not known.isdisjoint(COUNTRIES)


def _is_recent(claim: Claim, day: date | None) -> bool:
    held = claim.sub_event_type is SubEventType.ABDUCTION and bool(claim.side_a)
    if claim.date and claim.date.end - claim.date.start > SUMMARY and not held:
        return False
    if claim.side_a and claim.status is not Status.STATED:
        return True
    if claim.date is None or day is None:
        return not claim.background
    return claim.date.end >= day - RECENT


def _is_no_war(claim: Claim) -> bool:
    bystanders = _harms_civilians(claim)
    others = claim.civilians_targeted or bystanders or not _are(claim.side_b, ARMED)
    harmed = others and (bystanders or bool(claim.side_b))
    if claim.sub_event_type in COMBAT or (claim.side_a and _are(claim.side_a, STATES)):
        return harmed
    if claim.side_b:
        return others
    return claim.sub_event_type is not SubEventType.ATTACK or bool(claim.figures)


def _harms_civilians(claim: Claim) -> bool:
    """Whether civilians are counted among whom it killed, hurt or took, whoever it was aimed at."""
    return any(
        figure.measure in HARM and figure.high != 0 and who_kind(figure.who)[0] == CIVILIANS
        for figure in claim.figures
    )


def _are(actors: Iterable[Actor], kinds: frozenset[ActorKind]) -> bool:
    return all(actor.kind in kinds for actor in actors)
