"""Words that say that a base is set up: "opened a new outpost", "soldiers built a camp".

Which nouns are bases, and which are only with a word of the military before them ("point", "camp")
or where armed men set them up, is data.
"""

from __future__ import annotations

from dateline.coding.findings import Findings
from dateline.coding.flights import has_disaster, is_unsure
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind

WORDS = "languages/en/bases.toml"

CONCEPT = "base"
"""What the table of triggers calls such words."""

_UNARMED = frozenset(
    {ActorKind.CIVILIANS, ActorKind.OTHER, ActorKind.PROTESTERS, ActorKind.RIOTERS}
)
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})


def find_new_posts(findings: Findings) -> frozenset[int]:
    """Return the triggers of a report, by their index, that tell of a base that is set up."""
    doc = findings.document.doc
    told = [one for one in findings.triggers if CONCEPT in one.concepts]
    found = [one for one in told if _is_sure(findings, doc[one.head])]
    if not found or has_disaster(findings):
        return frozenset()
    return frozenset(one.index for one in found if not is_unsure(doc[one.head]))


def _is_sure(findings: Findings, head: Token) -> bool:
    """Whether armed men, or nobody in particular, set up what is a base: no football team."""
    verb = head.head if head.dep_ in _OBJECTS else head
    doers = any(child.dep_ == "nsubj" for child in verb.children)
    return sets_up(findings, head) and (not doers or _is_armed(findings, verb))


def sets_up(findings: Findings, head: Token) -> bool:
    """Return whether a word, by its head, is the verb that sets up a base, or the base."""
    words = settings(WORDS)
    verb = head.head if head.dep_ in _OBJECTS else head
    if verb.lemma_.lower() not in words["verbs"]:
        return False
    built = [child for child in verb.children if child.dep_ in _OBJECTS]
    nouns = [noun for child in built for noun in (child, *child.conjuncts)]
    if any(_is_base(noun, words) for noun in nouns):
        return True
    return any(noun.lemma_.lower() in words["armed"] for noun in nouns) and _is_armed(
        findings, verb
    )


def _is_base(noun: Token, words: dict[str, list[str]]) -> bool:
    if noun.lemma_.lower() == "number":
        # "A number of barracks".
        return any(_is_base(kid, words) for of in noun.children for kid in of.children)
    if noun.lemma_.lower() in words["bases"]:
        return True
    return noun.lemma_.lower() in words["posts"] and any(
        child.lower_ in words["military"] for child in noun.children if child.dep_ in _MODIFIERS
    )


def _is_armed(findings: Findings, verb: Token) -> bool:
    """Whether armed men, or a state, are told to set something up."""
    doers = {child.i for child in verb.children if child.dep_ == "nsubj"}
    doers |= {noun.i for by in verb.children if by.dep_ == "agent" for noun in by.children}
    return any(
        mention.head in doers and any(actor.kind not in _UNARMED for actor in mention.actors)
        for mention in findings.actors
    )
