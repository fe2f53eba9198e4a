"""Things that are seized and are no ground: "seized 100 motorcycles", "seized an aid convoy"."""

from __future__ import annotations

from dateline.coding.findings import Findings
from dateline.coding.gains import taken_by
from dateline.coding.happenings import Happening
from dateline.coding.syntax import Token
from dateline.coding.unopposed import FIGHTING
from dateline.coding.weapons_found import is_weapon
from dateline.knowledge.files import settings
from dateline.model import SubEventType

CONQUEST = "languages/en/conquest.toml"
"""Where the words for arms and for other goods are kept."""

TELLS = 0.4
"""How sure a word must be to tell of an event beside the seizure."""

_GAINS = frozenset({SubEventType.GOVERNMENT_REGAINS, SubEventType.NON_STATE_OVERTAKES})
_HARM = frozenset({"kill", "injure", "die"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})


def only_booty(findings: Findings, members: list[Happening], kind: SubEventType) -> SubEventType:
    """Return the type of a gain in which only things are taken, by what else is told.

    That is a clash where somebody fights or is harmed. Arms that are seized are the use of weapons
    disrupted, as the coding frame has it, and other goods are looted.
    """
    if kind not in _GAINS:
        return kind
    seizing = [one for one in members if "seize" in one.trigger.concepts]
    if not seizing or any(taken_by(findings, one) for one in members):
        return kind
    words = settings(CONQUEST)
    arms, goods = frozenset(words["arms"]), frozenset(words["goods"])
    doc = findings.document.doc
    taken: set[str] = set()
    for one in seizing:
        objects = [kid for kid in doc[one.trigger.head].children if kid.dep_ in _OBJECTS]
        nouns = [_meant(noun) for kid in objects for noun in (kid, *kid.conjuncts)]
        things = {"weapon" if is_weapon(noun) else noun.lemma_.lower() for noun in nouns}
        if not things or not things <= arms | goods:
            return kind
        taken |= things
    others = (one for one in members if one not in seizing and one.sure >= TELLS)
    if any(not (FIGHTING | _HARM).isdisjoint(one.trigger.concepts) for one in others):
        return SubEventType.ARMED_CLASH
    return SubEventType.DISRUPTED_WEAPONS if taken & arms else SubEventType.LOOTING


def _meant(noun: Token) -> Token:
    """What "it" is by the verb before: the convoy of "attacked a convoy and captured it"."""
    verb = noun.head
    if noun.lower_ != "it" or verb.dep_ not in ("conj", "advcl"):
        return noun
    return next((kid for kid in verb.head.children if kid.dep_ == "dobj"), noun)
