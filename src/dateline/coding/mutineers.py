"""Soldiers who rise against their own state: "units of the regiment mutinied and took the town".

They are its forces by every word but the verb. Source: coding frame, rebels are who fights the
state; the project's reports code mutineers so. Words are data.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.coding.document import Document
from dateline.coding.mentions import ActorMention
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind

WORDS = "languages/en/actors.toml"

_INSIDE = frozenset({"pobj", "prep", "conj", "appos"})
"""How a noun hangs on the subject that it is part of: "soldiers of the regiment"."""


def in_mutiny(document: Document, mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Return the mentions, a state's forces that mutiny, by their verb or adjective, as rebels."""
    return tuple(_rebels(one) if _rises(document.doc[one.head]) else one for one in mentions)


def _rebels(mention: ActorMention) -> ActorMention:
    return replace(
        mention,
        actors=tuple(
            actor.model_copy(update={"kind": ActorKind.REBEL, "name": None})
            if actor.kind is ActorKind.STATE_FORCES
            else actor
            for actor in mention.actors
        ),
    )


def _rises(noun: Token) -> bool:
    """Whether a noun is the subject of a verb of mutiny, or called mutinous."""
    if any(kid.lower_ in _words("mutinous") for kid in noun.children if kid.i < noun.i):
        return True
    if any(
        kid.dep_ in ("acl", "relcl") and kid.lemma_.lower() in _words("mutinying")
        for kid in noun.children
    ):
        return True
    while noun.dep_ in _INSIDE and noun.head.i < noun.i:
        if noun.dep_ == "prep" and noun.lower_ != "of":
            return False
        noun = noun.head
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.pos_ != "VERB":
        return False
    return any(
        one.lemma_.lower() in _words("mutinying") and not any(k.dep_ == "neg" for k in one.children)
        for one in (verb, *(other for other in verb.conjuncts if _has_no_subject(other)))
    )


def _has_no_subject(verb: Token) -> bool:
    return not any(kid.dep_ in ("nsubj", "nsubjpass") for kid in verb.children)


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
