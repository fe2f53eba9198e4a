"""Rape and sexual assault by armed men, a type of its own whatever else was done to the victims."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.happenings import Happening
from dateline.model import Figure, Measure, SubEventType

CONCEPT = "sexual"
"""What the table of triggers calls such words."""

READ_AS = frozenset({SubEventType.ATTACK, SubEventType.ARRESTS, SubEventType.CHANGE})
"""Types that such a sentence is otherwise read as."""


def abused(
    members: Sequence[Happening], kind: SubEventType, figures: Sequence[Figure]
) -> SubEventType:
    """Return the type of an event: sexual violence where its surest word tells of nothing else.

    Where somebody was killed as well, it stays the attack that it is.
    """
    killed = any(figure.measure is Measure.KILLED and figure.high != 0 for figure in figures)
    surest = max(members, key=lambda member: member.sure)
    sexual = set(surest.trigger.concepts) == {CONCEPT}
    return SubEventType.SEXUAL_VIOLENCE if kind in READ_AS and sexual and not killed else kind
