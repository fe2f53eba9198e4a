"""People driven from their homes, in plain words, by no disaster: "3,000 people have fled Palma".

A report of a few lines that says so reads like one of a flood. Where it counts who fled, and names
no flood, storm or earthquake, the word is believed more.
"""

from __future__ import annotations

from spacy.tokens import Token

from dateline.coding.findings import Findings
from dateline.knowledge.files import settings
from dateline.model import Measure

WORDS = "languages/en/flights.toml"

START = 3
"""Letters by which words that are none of these are passed over, to save time."""

CONCEPT = "displace"
"""What the table of triggers calls such words."""


def find_flights(findings: Findings) -> frozenset[int]:
    """Return the triggers of a report, by their index, that count people who were driven out."""
    words = settings(WORDS)
    governors = {
        mention.governor
        for mention in findings.figures
        if mention.figure.measure is Measure.DISPLACED and mention.figure.high != 0
    }
    told = [
        trigger
        for trigger in findings.triggers
        if CONCEPT in trigger.concepts
        and trigger.lemma.split()[0] in words["driven"]
        and not governors.isdisjoint(range(trigger.first, trigger.last))
    ]
    if not told or has_disaster(findings):
        return frozenset()
    doc = findings.document.doc
    return frozenset(trigger.index for trigger in told if not is_unsure(doc[trigger.head]))


def is_unsure(head: Token) -> bool:
    """Return whether something will happen, or may: "200,000 are expected to be displaced"."""
    words = settings(WORDS)
    over = head.head
    if head.dep_ in {"xcomp", "ccomp", "acl"} and over.lemma_.lower() in words["expected"]:
        return True
    return any(
        child.dep_ in {"aux", "neg"} and child.lower_ in words["unsure"]
        for token in (head, over)
        for child in token.children
    )


def has_disaster(findings: Findings) -> bool:
    """Return whether a report names one: a noun, since "stormed" is a word of war."""
    words = settings(WORDS)
    nouns, verbs = frozenset(words["disasters"]), frozenset(words["flooded"])
    starts = frozenset(word[:START] for word in nouns | verbs)
    return any(
        token.lemma_.lower() in verbs
        or (
            not nouns.isdisjoint((token.lemma_.lower(), token.lower_))
            and (token.pos_ != "VERB" or token.tag_ == "VBG")
        )
        for token in findings.document.doc
        if token.lower_[:START] in starts
    )
