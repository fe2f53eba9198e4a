"""Bands that own up by giving their reason: "the group said the killing was revenge for a raid".

No word of responsibility is said, and the gunmen stayed nobody known. Only bands are taken for the
doers so: police, too, may say that a murder was revenge, of somebody else's. Source: coding frame,
side a is who acts. Words are data.
"""

from __future__ import annotations

from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech
from dateline.model import ActorKind

WORDS = "languages/en/reasons_given.toml"
"""Where the words are kept."""

BANDS = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})
"""Kinds of those who own up so."""


def reasons() -> frozenset[str]:
    """Return the nouns, as lemmas, by which a deed has a reason."""
    return _words("reasons")


def giving_a_reason(findings: Findings, token: Token) -> list[Token]:
    """Return the words for the band that says a deed told before was a revenge, a punishment."""
    if token.lemma_.lower() not in _words("reasons") or token.pos_ not in ("NOUN", "PROPN"):
        return []
    verb = _over(token)
    tells = [kid for kid in verb.children if kid.dep_ == "nsubj"] if verb is not None else []
    return [one for one in tells if _is_a_band(findings, one)]


def _over(noun: Token) -> Token | None:
    """The verb by which somebody gives a reason for the deed, or None."""
    top = noun.head
    if noun.dep_ == "pobj" and top.lower_ in _words("links"):
        top = top.head
    if top.lemma_.lower() in _words("calling"):
        told = [kid for kid in top.children if kid.dep_ in ("dobj", "nsubj") and kid is not noun]
        return top if any(_is_the_deed(kid) for kid in told) else None
    if top.lemma_.lower() not in _words("being"):
        return None
    subjects = (kid for kid in top.children if kid.dep_ in ("nsubj", "nsubjpass"))
    over = top.head
    said = top.dep_ == "ccomp" and over.lemma_.lower() in _words("saying")
    return over if said and any(_is_the_deed(kid) for kid in subjects) else None


def _is_the_deed(noun: Token) -> bool:
    """Whether a word stands for what was told before: "it", "this", "the attack"."""
    words = speech()
    again = any(kid.lower_ in words.the_same for kid in noun.children)
    return noun.lower_ in ("it", "this", "that") or (
        again and noun.lemma_.lower() in words.the_deed
    )


def _is_a_band(findings: Findings, word: Token) -> bool:
    return any(
        mention.first <= word.i < mention.last
        and all(actor.kind in BANDS for actor in mention.actors)
        for mention in findings.actors
    )


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
