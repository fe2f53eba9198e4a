"""Rape and sexual assault by armed men, a type of its own whatever else was done to the victims."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.happenings import Happening
from dateline.model import Figure, Measure, SubEventType

CONCEPT = "sexual"
"""What the table of triggers calls such words."""

READ_AS = frozenset(
    {SubEventType.ATTACK, SubEventType.ARRESTS, SubEventType.CHANGE, SubEventType.ABDUCTION}
)
"""Types that such a sentence is otherwise read as."""


HARM = frozenset(
    {"kill", "die", "shoot", "injure", "abduct", "airstrike", "shelling", "ied", "clash"}
)
"""What the table of triggers calls the words of other harm."""

DOER = "gunman"
"""The word for who shoots, which is none for shots."""

SURE = 0.6
"""How sure a word of abuse must be to tell of an event, where others are surer."""


def abused(
    members: Sequence[Happening], kind: SubEventType, figures: Sequence[Figure]
) -> SubEventType:
    """Return the type of an event: sexual violence where it is all the harm that is told.

    So it is where the surest word tells of nothing else, and where soldiers only came, entered a
    place or attacked it besides, or held those whom they raped. Where somebody was killed as well,
    it stays the attack that it is.
    """
    killed = any(figure.measure is Measure.KILLED and figure.high != 0 for figure in figures)
    if kind not in READ_AS or killed:
        return kind
    harm = HARM - {"abduct"} if kind is SubEventType.ABDUCTION else HARM
    surest = max(members, key=lambda member: member.sure)
    sexual = [one for one in members if set(one.trigger.concepts) == {CONCEPT}]
    sure = any(one.sure >= SURE for one in sexual) and all(
        one.trigger.lemma == DOER or harm.isdisjoint(one.trigger.concepts)
        for one in members
        if one not in sexual
    )
    return SubEventType.SEXUAL_VIOLENCE if surest in sexual or sure else kind
