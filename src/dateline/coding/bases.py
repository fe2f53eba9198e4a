"""Bases set up: "the army has established two observation posts", where nothing is fought over.

The coding frame has ``Headquarters or base established`` for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.new_posts import sets_up
from dateline.coding.unopposed import is_fought
from dateline.model import Figure, Measure, SubEventType

READ_AS = frozenset(
    {
        SubEventType.CHANGE,
        SubEventType.OTHER,
        SubEventType.AGREEMENT,
        SubEventType.DISRUPTED_WEAPONS,
        SubEventType.GOVERNMENT_REGAINS,
        SubEventType.NON_STATE_OVERTAKES,
        SubEventType.NON_VIOLENT_TRANSFER,
        SubEventType.ARMED_CLASH,
    }
)
"""Types that a sentence on a new base is otherwise read as."""

SURE = 0.5
"""How sure a word must be to tell of an event, for what it sets up to count."""


def new_base(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    figures: Sequence[Figure],
) -> SubEventType:
    """Return the type of an event: a base established where a word of it sets one up.

    Where somebody is told to have been killed, or fighting is, more happened than that.
    """
    killed = any(figure.measure is Measure.KILLED and figure.high != 0 for figure in figures)
    if kind not in READ_AS or killed or is_fought(findings, members):
        return kind
    doc = findings.document.doc
    done = any(
        member.sure >= SURE and sets_up(findings, doc[member.trigger.head]) for member in members
    )
    return SubEventType.BASE_ESTABLISHED if done else kind
