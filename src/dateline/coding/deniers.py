"""Who denies a deed of which nobody else is accused: "shells hit a school. Kiev denied it".

By the coding frame an accused party acts. Where only the denial names it, the first side stayed
empty.
"""

from __future__ import annotations

from dateline.coding.findings import Findings
from dateline.coding.second_look import Sides, key_of, named_by
from dateline.coding.syntax import Token
from dateline.knowledge.ontology import ontology
from dateline.model import ActorKind, Place, SubEventType

UNARMED = frozenset(
    {ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS, ActorKind.UNIDENTIFIED}
)
"""Kinds of who denies only what others did."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def with_denier(
    findings: Findings,
    kind: SubEventType,
    sides: Sides,
    denial: Token | None,
    place: Place | None,
) -> Sides:
    """Return the sides, on an empty first one who denies that it did such harm.

    A loss of ground or of an aircraft is denied by who suffered it.
    """
    if denial is None or sides[0] or kind not in ontology().violent:
        return sides
    if str(kind) in ontology().territorial or kind is SubEventType.ARMED_CLASH:
        return sides
    if any(token.dep_ == "expl" for token in denial.subtree):
        return sides  # "denied that there was a drone"
    subjects = [kid for kid in denial.children if kid.dep_ in _SUBJECTS]
    suffering = {key_of(one) for one in sides[1]}
    found = {
        key_of(one): one
        for one in named_by(findings, [n for kid in subjects for n in (kid, *kid.conjuncts)], place)
        if one.kind not in UNARMED and key_of(one) not in suffering
    }
    return (list(found.values()), sides[1]) if found else sides
