"""Protests of governments: "Islamabad protested against the strike", "lodged a protest with Kabul".

They are notes, and no crowds: nothing that happened. Source: coding frame, talk is no event. Words
are data.
"""

from __future__ import annotations

from dateline.coding.findings import Findings
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind

WORDS = "languages/en/response.toml"
"""Where the words for those who protest so, and for what they do with a note, are kept."""

PROTEST = "protest"

_STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})


def is_note_of_protest(findings: Findings, head: Token) -> bool:
    """Return whether a word for a protest tells of a government's."""
    if head.lemma_.lower() != PROTEST:
        return False
    words = settings(WORDS)
    if head.pos_ == "NOUN":
        verb = head.head
        handed = head.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in words["handing"]
        return handed and any(_is_a_state(findings, kid) for kid in _doers(verb))
    verb = head
    while verb.dep_ in ("xcomp", "advcl") and not _doers(verb):
        verb = verb.head
        if verb.lemma_.lower() in words["summoning"]:
            return True
    return any(_is_a_state(findings, doer) for doer in _doers(verb))


def _doers(verb: Token) -> list[Token]:
    """Who does what a verb tells, also behind "by"."""
    subjects = [kid for kid in verb.children if kid.dep_ in ("nsubj", "nsubjpass")]
    by = [kid for kid in verb.children if kid.dep_ == "agent"]
    return subjects + [noun for kid in by for noun in kid.children if noun.dep_ == "pobj"]


def _is_a_state(findings: Findings, noun: Token) -> bool:
    """Whether a noun is a government, by its name, its capital's or a word for its offices."""
    if noun.lemma_.lower() in settings(WORDS)["offices"]:
        return True
    if noun.tag_ != "NNP":
        return False
    return any(
        mention.head == noun.i and all(actor.kind in _STATES for actor in mention.actors)
        for mention in findings.actors
    )
