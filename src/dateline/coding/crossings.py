"""People who cross into another country: "300 Syrians crossed the river into Turkey".

Where they are counted, or called refugees, and no disaster is told of, they have fled (coding
frame, "Displacement: people flee, are evacuated, return").
"""

from __future__ import annotations

from dateline.coding.findings import Findings
from dateline.coding.flights import is_of_a_disaster, is_unsure
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind

WORDS = "languages/en/flights.toml"


def find_crossings(findings: Findings) -> frozenset[int]:
    """Return the triggers of a report, by their index, that tell of people who cross a border."""
    words = settings(WORDS)
    doc = findings.document.doc
    told = [one for one in findings.triggers if one.lemma in words["crossing"]]
    found = [one for one in told if _is_flight(findings, doc[one.head])]
    return frozenset(
        one.index
        for one in found
        if not is_of_a_disaster(findings, one.sentence) and not is_unsure(doc[one.head])
    )


def _is_flight(findings: Findings, verb: Token) -> bool:
    """Whether a crowd of people, no soldiers and no travellers, cross into a place."""
    words = settings(WORDS)
    over = verb.head if verb.dep_ == "xcomp" else verb
    nouns = [child for token in {verb, over} for child in token.children if child.dep_ == "nsubj"]
    if not nouns or any(noun.lemma_.lower() in words["travellers"] for noun in nouns):
        return False
    heads = {noun.i for noun in nouns}
    people = any(noun.lemma_.lower() in words["refugees"] for noun in nouns)
    counted = any(mention.head in heads for mention in findings.figures)
    kinds = {
        actor.kind
        for mention in findings.actors
        if mention.head in heads
        for actor in mention.actors
    }
    known = bool(kinds) and kinds <= {ActorKind.CIVILIANS, ActorKind.OTHER}
    if not people and not (counted and known):
        return False
    places = {place.head for place in findings.places}
    return any(
        noun.i in places
        for child in verb.children
        if child.dep_ in ("dobj", "prep")
        for to in child.subtree
        if to.lower_ in ("into", "to")
        for noun in to.children
    )
