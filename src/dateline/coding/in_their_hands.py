"""People who come into somebody's hands: "a pilot fell into the hands of the rebels".

The words are those for a town that falls. Where who falls is people, no ground has changed hands:
it is an abduction, or an arrest where the hands are a state's. Source: coding frame, its list of
types.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.holders import holding_noun, is_holder
from dateline.coding.second_look import Sides, key_of, named_by
from dateline.coding.seized_people import READ_AS, is_people
from dateline.coding.syntax import Token
from dateline.model import ActorKind, Place, SubEventType

FALLING = frozenset({"fall"})
"""Lemmas of verbs by which people come into hands that they did not choose."""

_READ_AS = READ_AS | {
    SubEventType.ATTACK,
    SubEventType.CHANGE,
    SubEventType.NON_VIOLENT_TRANSFER,
    SubEventType.ABDUCTION,
    SubEventType.ARRESTS,
}
_FORCES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
_TAKING = frozenset({"seize", "capture"})


def fallen_into_hands(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> tuple[SubEventType, Sides]:
    """Return type and sides of an event: those into whose hands people fall hold them."""
    doc = findings.document.doc
    takes = [
        doc[one.trigger.head] for one in members if not _TAKING.isdisjoint(one.trigger.concepts)
    ]
    fallen = [_fallen(findings, verb) for verb in takes]
    # A clash that no word tells of is read out of the hands alone: "fell into Serb hands".
    untold = kind is SubEventType.ARMED_CLASH and all(
        _TAKING.issuperset(one.trigger.concepts) for one in members
    )
    if not (kind in _READ_AS or untold) or not fallen or not all(fallen):
        return kind, sides
    held = [noun for nouns in fallen for noun in nouns]
    hands = [noun for verb in takes if (noun := holding_noun(verb)) is not None]
    whose = [token for noun in hands for token in noun.subtree if is_holder(token, noun)]
    holders = named_by(findings, whose, place) or sides[0]
    keys = {key_of(actor) for actor in holders}
    captives = [one for one in named_by(findings, held, place) if key_of(one) not in keys]
    by_a_state = bool(holders) and all(one.kind in _FORCES for one in holders)
    taken = SubEventType.ARRESTS if by_a_state else SubEventType.ABDUCTION
    return taken, (holders[:1], captives or [one for one in sides[1] if key_of(one) not in keys])


def _fallen(findings: Findings, verb: Token) -> list[Token]:
    """The people who fall into hands by a verb; empty where anything else does."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in FALLING or holding_noun(verb) is None:
        return []
    nouns = [n for kid in verb.children if kid.dep_ == "nsubj" for n in (kid, *kid.conjuncts)]
    return nouns if all(is_people(findings, noun) for noun in nouns) else []
