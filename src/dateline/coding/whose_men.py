"""Whose somebody's people are: "said his men had taken it", "a policeman and two colleagues".

A commander's men are of his group, an officer's colleagues are officers. By themselves they are
civilians, or anybody's soldiers. Nobody hits what is his own: "the rebels said that the army had
bombed their positions" means the rebels'.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.actor_reading import Reading
from dateline.coding.document import Document
from dateline.coding.mentions import ActorMention
from dateline.coding.named_band import latest_band
from dateline.coding.sentence_roles import doers_of_clause, is_subject
from dateline.coding.syntax import Token
from dateline.knowledge.roles import anaphora
from dateline.model import ActorKind

_ONE = frozenset({"NN", "NNP"})
_MANY = frozenset({"NNS", "NNPS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_STATES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
_OWNERS = frozenset({"compound", "amod", "nmod", "poss"})
_DEFINITE = frozenset({"the", "this", "that"})
_NEAR = 8
_UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.OTHER})


def whose_men(
    document: Document, first: int, history: Sequence[ActorMention]
) -> ActorMention | None:
    """Return the one person in arms whom "his" before a token means, or None.

    He acts or speaks last before it; somebody whom no table knows may be he.
    """
    where, doc = document.sentence_of, document.doc
    known = {mention.head for mention in history}
    for mention in reversed(history):
        if where[first] - where[mention.head] > 1:
            return None
        strangers = (
            one
            for one in doc[mention.last : first]
            if one.dep_ in _SUBJECTS and one.tag_ in _ONE and one.i not in known
        )
        if any(one.left_edge.i > mention.head for one in strangers):
            return None
        head = doc[mention.head]
        if mention.last <= first and head.tag_ in _ONE and is_subject(head):
            armed = all(actor.kind not in _UNARMED for actor in mention.actors)
            return mention if armed else None
    return None


def whose_fellows(
    document: Document, reading: Reading, history: Sequence[ActorMention]
) -> ActorMention | None:
    """Return whose the colleagues of a phrase are, told before in the sentence, or None."""
    mention, role = reading.mention, reading.role
    if mention is None or role is None or role.word not in anaphora().fellows:
        return None
    kids = document.doc[mention.head].children
    owner = next((kid.lower_ for kid in kids if kid.tag_ == "PRP$"), None)
    if owner is None:
        return None
    tags = _ONE if owner in anaphora().commanders else _MANY
    for one in reversed(history):
        if document.sentence_of[one.head] != document.sentence_of[mention.head]:
            return None
        if document.doc[one.head].tag_ in tags:
            return one
    return None


def whose_commander(
    document: Document, reading: Reading, history: Sequence[ActorMention]
) -> ActorMention | None:
    """Return the band that "the group" means in "the group's leader", or None.

    It is the latest that is named, in the sentence or the eight before. So it is in "the group's
    positions", and in "the group's military chief", who is no state's officer.
    """
    mention, role = reading.mention, reading.role
    if role is None:
        return None
    if mention is not None and not any(one.kind in _STATES for one in mention.actors):
        return None
    words, doc, run = anaphora(), document.doc, reading.run
    definite = run.first > 0 and doc[run.first - 1].lower_ in _DEFINITE
    if not definite or not any(
        token.dep_ == "poss" and token.lemma_.lower() in words.groups
        for token in doc[run.first : run.last]
    ):
        return None
    return latest_band(document, history, document.sentence_of[run.first], _NEAR, named=True)


def foes_of(noun: Token) -> frozenset[int]:
    """Return who, as token indices, does to a noun what nobody does to his own.

    "Hit its base", "fired on their camp", "captured a hill from his forces"; not "withdrew its
    troops". In "launched its jets against a camp" the jets are the subject's own.
    """
    words = anaphora()
    while noun.dep_ == "conj":
        noun = noun.head
    over = noun.head
    if noun.dep_ == "pobj" and over.lower_ == "of" and over.head.dep_ in ("dobj", "pobj"):
        noun = over.head  # "one of their boats"
        over = noun.head
    if noun.dep_ == "pobj":
        if over.lower_ not in words.hostile_by:
            return frozenset()
        verb = over.head if over.head.pos_ == "VERB" else over.head.head  # "an attack on its base"
    else:
        verb = over
        if noun.dep_ != "dobj" or verb.lemma_.lower() in words.sending:
            return frozenset()
    if verb.lemma_.lower() not in words.hostile:
        return frozenset()
    doc, doers = noun.doc, doers_of_clause(noun)
    owners = {kid.i for at in doers for kid in doc[at].children if kid.dep_ in _OWNERS}
    return doers | owners  # "after a US raid killed its leader"
