"""Deeds that somebody only means to do: "were preparing to assassinate a judge", "a plot to bomb".

By the coding frame what has not happened yet is planned, whoever says so. Which verbs and nouns
mean it is data.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.knowledge.files import settings

WORDS = "languages/en/intents.toml"

SURE = 0.5
"""How sure a word must be to tell of an event beside what is meant."""

_INFINITIVE = frozenset({"xcomp", "acl", "advcl", "conj"})


def only_meant(findings: Findings, members: Sequence[Happening]) -> bool:
    """Return whether all that an event's words tell is what somebody means to do."""
    doc = findings.document.doc
    told = [doc[one.trigger.head] for one in members if one.sure >= SURE]
    meant = [head for head in told if _is_meant(head)]
    return bool(meant) and all(
        head in meant or (head.pos_ != "VERB" and any(one.is_ancestor(head) for one in meant))
        for head in told
    )


def _is_meant(head: Token) -> bool:
    """Whether a verb is the infinitive under one of intent: "planned to storm and burn it"."""
    verb = head
    while verb.dep_ == "conj" and verb.head.tag_ == "VB":
        verb = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in _INFINITIVE:
        return False
    if not any(kid.dep_ == "aux" and kid.lower_ == "to" for kid in verb.children):
        return False
    over = verb.head
    words = settings(WORDS)
    return over.lemma_.lower() in words["nouns" if over.pos_ == "NOUN" else "verbs"]
