"""Ceasefires that are told of, not agreed: "since the truce collapsed", "the ceasefire line".

An agreement is an event when it is reached; one that holds, is broken or gives its name to a line
is none, unless the report says who agreed on it.
"""

from __future__ import annotations

from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

CLAUSES = frozenset({"acl", "relcl"})

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_standing_truce(trigger: Token, lemma: str) -> bool:
    """Return whether a trigger, by its head and pattern, is a ceasefire that is there already."""
    words = settings("languages/en/truces.toml")
    if lemma in words["brokering"] and trigger.i < trigger.head.i:
        # "The Saudi-brokered truce" stands or falls with it.
        trigger, lemma = trigger.head, trigger.head.lemma_.lower()
    if lemma not in words["truces"]:
        return False
    over, verb = trigger.head, trigger.head.lemma_.lower()
    aside = (trigger.dep_ == "pobj" and over.lower_ in words["amid"]) or (
        trigger.dep_ in SUBJECTS and over.dep_ == "advcl"
    )
    for child in trigger.children:
        # Who agreed on it, and when, is told: "a truce brokered by Qatar has collapsed"; it is
        # named by that in "despite the truce between the two".
        told = child.dep_ in CLAUSES and child.i > trigger.i
        if told or (child.lower_ == "between" and not aside):
            return False
    if trigger.dep_ == "compound":
        return verb in words["named"] or (over.dep_ == "pobj" and over.head.lower_ in words["amid"])
    if trigger.dep_ in SUBJECTS and verb in words["fares"] + words["suffers"]:
        return True
    if trigger.dep_ == "dobj" and verb in words["suffers"]:
        return True
    return trigger.dep_ == "pobj" and over.lower_ in words["amid"]
