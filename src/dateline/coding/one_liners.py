"""Reports of one short sentence, such as a headline or a row of a log: "Katyushas fall on Sderot".

So few words give the models little to go by. Where they have the plain form of an incident, with
who or what strikes as the subject and whom or where it strikes, they are believed. Words are data.
"""

from __future__ import annotations

from dateline.coding.findings import Findings
from dateline.coding.syntax import Token
from dateline.coding.triggers import Trigger
from dateline.knowledge.files import settings
from dateline.model import ActorKind

WORDS = "languages/en/one_liners.toml"
"""Where the words for such incidents are kept."""

LONGEST = 18
"""How many words a report of one line may have."""

TAKING = "seize"
"""What the table of triggers calls words for a place that is taken."""

_UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.OTHER, ActorKind.PROTESTERS})


def find_one_liners(findings: Findings) -> frozenset[int]:
    """Return the triggers, by their index, that tell the incident of a report of one line."""
    sentences = {trigger.sentence for trigger in findings.triggers}
    if len(sentences) != 1 or not findings.places:
        return frozenset()
    told = [one for one in findings.document.sentences if one.kind in ("body", "headline")]
    words = [token for token in findings.document.doc if token.is_alpha]
    if len(told) != 1 or len(words) > LONGEST:
        return frozenset()
    return frozenset(trigger.index for trigger in findings.triggers if _is_plain(findings, trigger))


def _is_plain(findings: Findings, trigger: Trigger) -> bool:
    words = settings(WORDS)
    head = findings.document.doc[trigger.head]
    if head.lower_ in words["alone"]:
        return True
    verb = head if head.pos_ == "VERB" else head.head
    if any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children):
        return False
    if _is_mined(verb) or _is_peace(verb):
        return True
    if trigger.lemma in words["killing"] or TAKING in trigger.concepts:
        hit = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
        if TAKING in trigger.concepts:
            hit = [noun for noun in hit if noun.pos_ == "PROPN"]
            return bool(hit) and verb.lemma_.lower() in words["taking"] and _armed(findings, verb)
        # "A pipeline blown up in Sinai" has no auxiliary, and may be taken for a noun's phrase.
        bare = not any(child.dep_ in ("aux", "auxpass") for child in verb.children)
        named = verb.tag_ == "VBN" and bare and verb.dep_ in ("acl", "ROOT")
        return bool(hit) or named or "throat" in trigger.lemma
    striking = any(
        child.dep_ == "nsubj"
        and verb.lemma_.lower() in words["weapons"].get(child.lemma_.lower().rstrip("s"), ())
        for child in verb.children
    )
    return striking and any(place.head > verb.i for place in findings.places)


def _is_mined(verb: Token) -> bool:
    """Whether something strikes a mine, or is damaged by one: "a tanker struck a mine"."""
    words = settings(WORDS)
    lemma = verb.lemma_.lower()
    if lemma in words["striking_mines"]:
        found = [kid for kid in verb.children if kid.dep_ == "dobj"]
    elif lemma in words["struck_by_mines"]:
        found = [noun for kid in verb.children if kid.dep_ == "agent" for noun in kid.children]
    else:
        return False
    return any(noun.lemma_.lower() in words["mines"] for noun in found)


def _is_peace(verb: Token) -> bool:
    """Whether two sides make peace: "rivals ink peace pact", but no pact on trade."""
    words = settings(WORDS)
    if verb.lemma_.lower() not in words["sealing"]:
        return False
    return any(
        noun.lemma_.lower() in words["truces"]
        or (
            noun.lemma_.lower() in words["pacts"]
            and any(kid.lower_ in words["peace"] for kid in noun.children)
        )
        for noun in verb.children
        if noun.dep_ in ("dobj", "nsubjpass")
    )


def _armed(findings: Findings, verb: Token) -> bool:
    """Whether the subject of a verb is armed."""
    return any(
        findings.document.doc[mention.head].dep_ == "nsubj"
        and findings.document.doc[mention.head].head == verb
        and any(actor.kind not in _UNARMED for actor in mention.actors)
        for mention in findings.actors
    )
