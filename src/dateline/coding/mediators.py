"""Who only brings the parties together, or arms one: "despite peace talks hosted by Qatar".

They were taken for a side of the fighting told beside it. Source: coding frame, side a is who acts
and side b who is acted on. Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.second_look import Sides
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Actor, SubEventType

WORDS = "languages/en/mediators.toml"
"""Where the words for talks and for how they are brought about are kept."""


def without_mediators(findings: Findings, kind: SubEventType, sides: Sides) -> Sides:
    """Return the sides without who heads talks or brokered a truce, but where they agree."""
    if kind is SubEventType.AGREEMENT:
        return sides
    return _parties(findings, sides[0]), _parties(findings, sides[1])


def _parties(findings: Findings, side: Sequence[Actor]) -> list[Actor]:
    mediating = {
        actor.span
        for mention in findings.actors
        if _mediates(findings.document.doc[mention.head])
        for actor in mention.actors
    }
    return [actor for actor in side if actor.span is None or actor.span not in mediating]


def _mediates(noun: Token) -> bool:
    """Whether a word is who talks are headed by: "a truce brokered by Oman and Norway".

    Or who only arms or pays those who fight: "rebels supplied by Pakistan".
    """
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ != "pobj" or noun.head.dep_ != "agent":
        return False
    verb, words = noun.head.head, settings(WORDS)
    if verb.dep_ not in ("acl", "relcl"):
        return False
    if verb.lower_ in words["furnished"]:
        return True
    return verb.lemma_.lower() in words["verbs"] and verb.head.lemma_.lower() in words["talks"]
