"""Steps of armed groups and states that need no fighting: "Boko Haram pledged allegiance to ...".

A report of a line that says so has no word of violence, and reads like one of business. Where an
armed group renames itself, merges, splits or disbands, where a curfew or martial law is imposed
and no disaster is told of, or where men are called to arms, the word is believed more.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.findings import Findings
from dateline.coding.flights import has_disaster, is_unsure
from dateline.coding.syntax import Token
from dateline.coding.triggers import Trigger
from dateline.knowledge.files import settings
from dateline.model import ActorKind

WORDS = "languages/en/steps.toml"

CONCEPTS = frozenset({"change", "agree"})
"""What the table of triggers calls such words."""

_GROUPS = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PATIENTS = frozenset({"dobj", "nsubjpass"})


def find_steps(findings: Findings) -> frozenset[int]:
    """Return the triggers of a report, by their index, that tell of such a step."""
    words = settings(WORDS)
    lists = ("by_groups", "measures", "calling", "defecting")
    known = frozenset(word for key in lists for word in words[key])
    told = [
        one
        for one in findings.triggers
        if one.lemma in known and not CONCEPTS.isdisjoint(one.concepts)
    ]
    if not told:
        return frozenset()
    doc = findings.document.doc
    return frozenset(
        one.index for one in told if _is_step(findings, one) and not is_unsure(doc[one.head])
    )


def find_captors_orders(findings: Findings) -> frozenset[int]:
    """Return the triggers, by their index, that tell what armed groups order who take a place.

    "The rebels hoisted their flag and announced a curfew": no state's step, and part of the taking.
    """
    words = settings(WORDS)
    told = [one for one in findings.triggers if one.lemma in words["measures"]]
    if not told or not any("seize" in one.concepts for one in findings.triggers):
        return frozenset()
    doc = findings.document.doc
    groups = {
        mention.head
        for mention in findings.actors
        if mention.actors and all(actor.kind in _GROUPS for actor in mention.actors)
    }
    return frozenset(
        one.index
        for one in told
        if (verb := doc[one.head].head).lemma_.lower() in words["imposing"]
        and any(noun.i in groups for noun in _doers(verb))
    )


def _is_step(findings: Findings, trigger: Trigger) -> bool:
    words = settings(WORDS)
    head = findings.document.doc[trigger.head]
    if trigger.lemma in words["by_groups"]:
        groups = {
            mention.head
            for mention in findings.within(findings.actors, trigger.sentence)
            if any(actor.kind in _GROUPS for actor in mention.actors)
        }
        return bool(groups) and any(noun.i in groups for noun in _doers(head))
    if trigger.lemma in words["defecting"]:
        return _is_defection(findings, trigger, head)
    if trigger.lemma in words["measures"]:
        # "Declared a state of siege and a curfew".
        noun = head.head if head.dep_ == "conj" and head.head.dep_ in _PATIENTS else head
        imposed = noun.dep_ in _PATIENTS and noun.head.lemma_.lower() in words["imposing"]
        return imposed and not has_disaster(findings)
    return any(
        child.dep_ in _PATIENTS and child.lemma_.lower() in words["called"]
        for child in head.children
    )


def _is_defection(findings: Findings, trigger: Trigger, head: Token) -> bool:
    """Whether soldiers or officials change sides, or go over to rebels or to an enemy."""
    words = settings(WORDS)
    armed = {
        mention.head
        for mention in findings.within(findings.actors, trigger.sentence)
        if any(actor.kind in _GROUPS for actor in mention.actors)
    }
    named = trigger.lemma.endswith(" to")
    who = words["defectors"] + (words["officials"] if named else [])
    if not any(
        noun.lemma_.lower() in who or noun.i in armed
        for doer in _doers(head)
        for noun in (doer, *(c for c in doer.children if c.dep_ in ("compound", "appos")))
    ):
        return False
    return not named or any(
        noun.lemma_.lower() in words["sides"] or noun.i in armed
        for to in head.children
        if to.lower_ == "to"
        for noun in to.children
    )


def _doers(head: Token) -> Iterator[Token]:
    """Who takes a step: the subject, whom "it" or "which" stands for, and who is joined to it."""
    verb = head if head.pos_ in ("VERB", "AUX") else head.head
    seen = {verb.i}
    while verb.dep_ == "conj" and not any(c.dep_ in _SUBJECTS for c in verb.children):
        verb = verb.head
        if verb.i in seen:
            return
        seen.add(verb.i)
    for child in verb.children:
        if child.dep_ not in _SUBJECTS:
            continue
        if child.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
            yield verb.head
        elif child.lower_ in ("it", "they") and verb.dep_ == "ccomp":
            yield from (other for other in verb.head.children if other.dep_ in _SUBJECTS)
        else:
            yield child
            yield from child.conjuncts
            # "A faction of the army", "fighters of the front".
            yield from (n for of in child.children if of.lower_ == "of" for n in of.children)
