"""Ground that was fought for and not taken: "tried to seize the town but were repelled".

Or that somebody only means to take or to leave: "vowed to recapture the town".
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech

CONQUEST = "languages/en/conquest.toml"
"""Where the words for trying are kept."""

SURE = 0.4
"""How sure a word must be to tell of an event, for what it says to be meant or done."""

_CHANGES = frozenset({"seize", "withdraw", "offensive"})
"""What words of taking, leaving and driving out speak of."""

_INFINITIVE = frozenset({"xcomp", "advcl", "acl", "relcl", "pcomp", "conj"})


def tried(head: Token) -> bool:
    """Return whether a verb of conquest, by its token, only says what was tried.

    "Tried to seize the town", "an attempt to capture it", "launched an offensive to retake it".
    What somebody vows or is ordered to take is planned, not tried.
    """
    words = settings(CONQUEST)
    while head.dep_ == "conj" and head.head.i != head.i and head.tag_ == "VB":
        head = head.head  # "tried to storm and take the town"
    over = head.head
    if head.pos_ == "NOUN" and head.dep_ == "pobj" and over.lower_ == "for":
        # "In a fight for control of the town".
        return over.head.lemma_.lower() in (*words["attempts"], *words["trying"])
    if head.dep_ == "pcomp" and over.lower_ in ("at", "of", "in"):
        # "An attempt at seizing the town", "failed in taking it".
        over = over.head
    elif head.tag_ != "VB" or not any(kid.lower_ == "to" for kid in head.children):
        return False
    if head.dep_ not in _INFINITIVE:
        return False
    if over.pos_ in ("NOUN", "PROPN"):
        return over.lemma_.lower() in words["attempts"]
    verb = over.lemma_.lower()
    if verb in words["trying"]:
        return True
    return verb in words["opening"] and any(
        kid.dep_ in ("dobj", "nsubjpass") and kid.lemma_.lower() in words["attempts"]
        for kid in over.children
    )


def is_only_tried(findings: Findings, members: Sequence[Happening]) -> bool:
    """Return whether all words of conquest of an event say what was tried, and at least one is."""
    doc = findings.document.doc
    takes = [doc[one.trigger.head] for one in members if "seize" in one.trigger.concepts]
    if not takes:
        # "Killed as they attempted to enter the village".
        entering = settings(CONQUEST)["entering"]
        takes = [doc[one.trigger.head] for one in members if one.trigger.lemma in entering]
    return bool(takes) and all(tried(head) for head in takes)


def is_only_meant(findings: Findings, members: Sequence[Happening]) -> bool:
    """Return whether an event's words of taking or leaving say what somebody will do, all of them.

    "Threatened to seize the town", "the army will hand over the base", "are to withdraw on Friday".
    """
    doc = findings.document.doc
    told = [
        one for one in members if one.sure >= SURE and not _CHANGES.isdisjoint(one.trigger.concepts)
    ]
    changes = [one for one in told if one.trigger.concepts != ("offensive",)] or told
    return bool(changes) and all(_is_meant(doc[one.trigger.head]) for one in changes)


def _is_meant(head: Token) -> bool:
    words = settings(CONQUEST)
    if head.pos_ == "NOUN" and head.dep_ in ("dobj", "pobj") and head.head.pos_ == "VERB":
        head = head.head  # "vowed to take control of"
    while head.dep_ == "conj" and head.head.i != head.i and head.tag_ == head.head.tag_ == "VB":
        head = head.head  # "plans to storm and take the town"
    if head.pos_ not in ("VERB", "AUX") or head.tag_ != "VB":
        return False
    if any(kid.dep_ == "aux" and kid.lower_ in words["to_come"] for kid in head.children):
        return True
    if not any(kid.dep_ == "aux" and kid.lower_ == "to" for kid in head.children):
        return False
    over = head.head
    if head.dep_ not in _INFINITIVE | {"ccomp"}:
        return False
    meaning = over.lemma_.lower() in speech().plans or over.lemma_.lower() in words["meaning"]
    # "Troops are to leave on Friday."
    return meaning or (over.lemma_ == "be" and head.dep_ == "xcomp" and over.tag_ in ("VBP", "VBZ"))
