"""Ground that was fought for and not taken: "tried to seize the town but were repelled"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings

CONQUEST = "languages/en/conquest.toml"
"""Where the words for trying are kept."""

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
