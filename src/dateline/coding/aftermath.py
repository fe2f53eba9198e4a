"""Deeds of two sides told as one after the other: "shelled a town after rebels killed a pilot".

What the clause of time tells happened before, and is another event where others did it. "Died after
rebels shot him" tells of one: nobody else acts. Source: coding frame, claims are of one event each.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.told_doers import doing
from dateline.knowledge.files import settings
from dateline.model import ActorKind

SENTENCES = "languages/en/sentences.toml"
"""Where the words that open such a clause are kept."""

ACTS = 0.5
"""Who acts with this probability is one of the doers."""

_ARMED = frozenset(
    {
        ActorKind.STATE_FORCES,
        ActorKind.EXTERNAL_FORCES,
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
    }
)


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody did: ``at`` its word, its ``doers`` by kind, and those ``told`` by its syntax.

    ``clause`` is the token range of the clause of time that tells it, as first and last, or None.
    """

    at: int
    doers: frozenset[ActorKind]
    told: frozenset[ActorKind]
    clause: tuple[int, int] | None

    def precedes(self, other: Deed) -> bool:
        """Return whether this is told as what others did before."""
        if self.clause is None or self.clause[0] <= other.at <= self.clause[1]:
            return False
        return bool(self.told and other.doers) and self.told.isdisjoint(other.doers)


def deed(findings: Findings, happening: Happening) -> Deed:
    """Return who did what a happening tells, and in which clause of time."""
    doc = findings.document.doc
    head = doc[happening.trigger.head]
    words = {word.i for word in doing(head)}
    told: set[ActorKind] = set()
    likely: set[ActorKind] = set()
    for index, (does, _) in happening.actors.items():
        mention = findings.actors[index]
        kinds = {actor.kind for actor in mention.actors} & _ARMED
        if any(mention.first <= word < mention.last for word in words):
            told |= kinds
        if does >= ACTS:
            likely |= kinds
    return Deed(head.i, frozenset(told | likely), frozenset(told), _clause(findings, head.i))


def _clause(findings: Findings, at: int) -> tuple[int, int] | None:
    """The clause that says after what another thing happened, where a word stands in one."""
    after = settings(SENTENCES)["afterwards"]
    word = findings.document.doc[at]
    for over in (word, *word.ancestors):
        if over.dep_ == "advcl" and any(
            kid.dep_ == "mark" and kid.lower_ in after for kid in over.children
        ):
            return over.left_edge.i, over.right_edge.i
        if over.dep_ == "prep" and over.lower_ in after and over.i != at:
            return over.left_edge.i, over.right_edge.i
    return None
