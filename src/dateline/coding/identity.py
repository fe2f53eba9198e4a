"""Who did it by a sentence after the event that says who the doers were or whose fire it was.

"Gunmen killed nine villagers. Survivors said the attackers were fighters of the group"; "Shells hit
the market. They came from army positions": nobody known acted. Source: coding frame, side a is who
acts. Words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.naming import after_of, named_in
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech
from dateline.model import ActorKind

WORDS = "languages/en/identity.toml"
"""Where the words are kept."""

REACH = 2
"""How many sentences after an event may tell who did it."""

ARMED = frozenset(
    {
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
        ActorKind.STATE_FORCES,
        ActorKind.EXTERNAL_FORCES,
    }
)
"""Kinds that doers are said to be, and nameless ones are taken for."""

STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
"""Those that are oftener attacked than nameless attackers."""


def identified(
    findings: Findings, happenings: Sequence[Happening], *, anybody: bool
) -> Iterator[int]:
    """Yield the actor mentions, by index, that the doers of an event are said to be.

    "They" are the doers where somebody nameless acted, else (``anybody``) it may be the dead.
    """
    own = sorted({happening.trigger.sentence for happening in happenings})
    sentences = findings.document.sentences
    reach = range(own[-1] + 1, min(own[-1] + 1 + REACH, len(sentences)))
    for sentence in (*own[1:], *reach):
        said = [
            (token, words)
            for token in findings.document.span(sentences[sentence])
            if (words := list(_said_to_be(token, themselves=not anybody)))
        ]
        about = {one.i for token, _ in said for one in (token, *token.children, token.head)}
        for token, words in said:
            kinds = ARMED if _names_doers(token) else ARMED - STATES
            for index in named_in(findings, words):
                if any(actor.kind in kinds for actor in findings.actors[index].actors):
                    yield index
        if said or (sentence not in own and findings.tells(sentence, besides=about)):
            return


def _names_doers(token: Token) -> bool:
    """Whether a verb tells of doers or their fire; "they" may be whom they killed."""
    around = (*token.children, *(token.head.children if token.dep_ == "xcomp" else ()))
    return not any(kid.lower_ in _words("themselves") for kid in around)


def _said_to_be(token: Token, *, themselves: bool) -> Iterator[Token]:
    """Yield the words for who did it, if a verb says so: "the attackers were from the group"."""
    lemma = token.lemma_.lower()
    if token.dep_ == "ROOT" and lemma in _words("doers"):  # "Perpetrators: men of the group"
        yield from (kid for kid in token.children if kid.dep_ == "appos")
    if token.pos_ not in ("AUX", "VERB") or any(kid.dep_ == "neg" for kid in token.children):
        return
    doers = _words("doers") | (_words("themselves") if themselves else frozenset())
    if token.pos_ == "AUX" and lemma == "be":
        held = token.head.lemma_.lower() in speech().taking and token.dep_ == "xcomp"
        subjects = _subjects(token.head if held else token)
        acts = any(one.lemma_.lower() in doers for one in subjects)
        origin = any(
            one.lemma_.lower() in _words("sources")
            and any(noun.lemma_.lower() in _words("fire") for noun in after_of(one, ("of",)))
            for one in subjects
        )
        if acts or origin:
            yield from (kid for kid in token.children if kid.dep_ == "attr")
        if acts or any(one.lemma_.lower() in _words("fire") for one in subjects):
            yield from after_of(token, ("from",))
    elif lemma in _words("identifying"):
        for kid in token.children:
            if kid.dep_ in ("dobj", "nsubjpass") and kid.lemma_.lower() in doers:
                yield from (*after_of(token, ("as",)), *after_of(kid, ("as",)))
        if any(one.lemma_.lower() in _words("doers") for one in after_of(token, ("as",))):
            yield from (kid for kid in token.children if kid.dep_ in ("dobj", "nsubjpass"))
    elif lemma in _words("coming"):
        whose = _words("fire") | _words("it")
        if any(one.lemma_.lower() in whose for one in _subjects(token)):
            for place in after_of(token, ("from", "to")):
                yield place
                yield from (kid for kid in place.children if kid.dep_ in ("compound", "amod"))


def _subjects(verb: Token) -> list[Token]:
    return [kid for kid in verb.children if kid.dep_ in ("nsubj", "nsubjpass")]


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(settings(WORDS)[key])
