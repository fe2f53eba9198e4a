"""Bases set up: "the army has established two observation posts", where nothing is fought over.

The coding frame has ``Headquarters or base established`` for it. Which nouns are bases, and which
are only with a word of the military before them ("point", "camp"), is data.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.unopposed import is_fought
from dateline.knowledge.files import settings
from dateline.model import Figure, Measure, SubEventType

WORDS = "languages/en/bases.toml"

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

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})


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
    done = any(member.sure >= SURE and _sets_up(doc[member.trigger.head]) for member in members)
    return SubEventType.BASE_ESTABLISHED if done else kind


def _sets_up(head: Token) -> bool:
    words = settings(WORDS)
    # The word may be the verb or its base: "establish", "observation post".
    verb = head.head if head.dep_ in _OBJECTS else head
    if verb.lemma_.lower() not in words["verbs"]:
        return False
    built = [child for child in verb.children if child.dep_ in _OBJECTS]
    return any(_is_base(noun, words) for child in built for noun in (child, *child.conjuncts))


def _is_base(noun: Token, words: dict[str, list[str]]) -> bool:
    if noun.lemma_.lower() == "number":
        # "A number of barracks".
        return any(_is_base(kid, words) for of in noun.children for kid in of.children)
    if noun.lemma_.lower() in words["bases"]:
        return True
    return noun.lemma_.lower() in words["posts"] and any(
        child.lower_ in words["military"] for child in noun.children if child.dep_ in _MODIFIERS
    )
