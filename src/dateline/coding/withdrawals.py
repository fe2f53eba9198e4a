"""Troops that leave a place: "ended its combat role as 500 troops withdrew from Nasiriyah".

The coding frame has withdrawals as ``Non-violent transfer of territory``; beside words of missions
and deployments they read like a change of what a force does.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.model import SubEventType

CONCEPT = "withdraw"
"""What the table of triggers calls such words."""

SURE = 0.5
"""How sure a word must be to tell of an event, for what it leaves to count."""


def withdrawn(findings: Findings, members: Sequence[Happening], kind: SubEventType) -> SubEventType:
    """Return the type of an event: a transfer of territory where troops leave a place."""
    if kind is not SubEventType.CHANGE:
        return kind
    told = [one for one in members if CONCEPT in one.trigger.concepts and one.sure >= SURE]
    places = {place.head for place in findings.places}
    doc = findings.document.doc
    left = any(_leaves(doc[one.trigger.head], places) for one in told)
    return SubEventType.NON_VIOLENT_TRANSFER if left else kind


def _leaves(head: Token, places: set[int]) -> bool:
    """Whether a word of leaving has a place that is left: what it is "from" or "out of"."""
    return any(
        inner.i in places
        for token in (head, *(child for child in head.children if child.dep_ == "dobj"))
        for child in token.children
        if child.lower_ in ("from", "of", "out")
        for inner in child.subtree
    )
