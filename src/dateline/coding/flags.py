"""Flags that are raised over ground: "stormed the town hall and hoisted their flag over it".

Whoever raises a flag over a place after a fight has taken it. Source: coding frame, "a claim of
captured territory with fighting: the territory type"; words are data.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind, SubEventType

WORDS = "languages/en/conquest.toml"
"""Where the verbs of raising a flag and the places without a name are kept."""

READ_AS = frozenset(
    {
        SubEventType.ARMED_CLASH,
        SubEventType.ATTACK,
        SubEventType.REMOTE_EXPLOSIVE,
        SubEventType.CHANGE,
    }
)
"""Types that a fight that ends so, or the flag by itself, is otherwise read as."""

SURE = 0.4
"""How sure the word must be to tell of an event."""

_TAKERS = frozenset(
    {
        ActorKind.REBEL,
        ActorKind.STATE_FORCES,
        ActorKind.EXTERNAL_FORCES,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
    }
)


def flagged(
    findings: Findings, members: Sequence[Happening], kind: SubEventType, sides: Sides
) -> SubEventType:
    """Return the type of an event: a territorial one where side a raised a flag over ground."""
    if kind not in READ_AS or not sides[0] or sides[0][0].kind not in _TAKERS:
        return kind
    doc = findings.document.doc
    if not any(
        one.sure >= SURE
        and one.trigger.lemma.endswith("flag")
        and _over_ground(findings, doc[one.trigger.head])
        for one in members
    ):
        return kind
    state = sides[0][0].kind is ActorKind.STATE_FORCES
    return SubEventType.GOVERNMENT_REGAINS if state else SubEventType.NON_STATE_OVERTAKES


def _over_ground(findings: Findings, verb: Token) -> bool:
    """Whether a flag is raised over a building or a place by its name, and not beside one."""
    words = settings(WORDS)
    if verb.lemma_.lower() not in words["flagging"] or verb.tag_ == "VB":
        return False
    named = {place.head for place in findings.places}
    where = [kid for kid in verb.subtree if kid.lower_ in words["flag_over"]]
    return any(
        noun.i in named or noun.lemma_.lower() in words["grounds"] + words["flagged"]
        for over in where
        for kid in over.children
        for noun in (kid, *kid.children)
    ) or any(over.head.i == verb.i and over.lower_ != "on" for over in where)
