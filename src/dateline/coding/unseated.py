"""Who loses power in a coup: "officers overthrew the president", "soldiers detained the premier".

Who rules is of the same kind as the officers who turn against him, so that he was no side at all.
The object of a verb of overthrowing is acted on, and so is who holds an office and is detained.
Source: coding frame, side b is who is acted on. Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides, named_by
from dateline.coding.syntax import Token
from dateline.coding.told_doers import subjects
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, Place, SubEventType

WORDS = "languages/en/loners.toml"
"""Where the verbs of overthrowing are kept."""

TAKEN = frozenset({SubEventType.ARRESTS, SubEventType.ABDUCTION})
"""Types whose verb has whom it takes as its object."""

COUPS = frozenset({SubEventType.OTHER, SubEventType.CHANGE})
"""Types that a coup is read as."""

OWN = frozenset({ActorKind.STATE_FORCES, ActorKind.CIVILIANS, ActorKind.OTHER})
"""Kinds that who rules is read as."""

_PATIENTS = frozenset({"dobj", "nsubjpass"})


def unseated(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> Sides:
    """Return the sides, on an empty second side the holder of an office whom others unseat."""
    if sides[1] or kind not in TAKEN | COUPS:
        return sides
    for member in sorted(members, key=lambda one: -one.sure):
        verb = findings.document.doc[member.trigger.head]
        if verb.pos_ != "VERB" or verb.tag_ in ("VB", "VBG"):  # "with the aim of toppling him"
            continue
        if kind in COUPS and verb.lemma_.lower() not in settings(WORDS)["overthrowing"]:
            continue
        lost = [
            actor
            for kid in verb.children
            if kid.dep_ in _PATIENTS
            for word in (kid, *kid.conjuncts)
            for actor in _ruling(findings, word, place)
        ]
        if lost:
            spans = {actor.span for actor in lost}
            doers = [actor for actor in sides[0] if actor.span not in spans]
            # Of one kind and country they were taken for one party, which the ruler stood for.
            return doers or named_by(findings, list(subjects(verb)), place)[:1], lost
    return sides


def _ruling(findings: Findings, word: Token, place: Place | None) -> list[Actor]:
    """Who a noun says is overthrown or detained."""
    return [actor for actor in named_by(findings, [word], place)[:1] if actor.kind in OWN]
