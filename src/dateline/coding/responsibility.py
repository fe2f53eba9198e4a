"""Who owns up: an event that its doer tells or claims for himself."""

from __future__ import annotations

from collections.abc import Set

from dateline.coding.attribution import is_misread
from dateline.coding.blame import BANDS, owning_up
from dateline.coding.charges import owned_as_work
from dateline.coding.event_speakers import sentences_of
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.identity import ARMED
from dateline.coding.named_alone import Speaker
from dateline.coding.syntax import Token
from dateline.knowledge.lexicon import speech


def claims_responsibility(findings: Findings, happenings: list[Happening]) -> bool:
    """Return whether somebody owns up: "took responsibility for it", "a bomb claimed by rebels"."""
    heads = {happening.trigger.head for happening in happenings}
    last = max(happening.trigger.sentence for happening in happenings)
    for index in sentences_of(findings, happenings):
        for token in findings.document.span(findings.document.sentences[index]):
            if _is_owned(token) or (index > last and any(owning_up(token))):
                return True
            if index > last and _says_it_did(findings, token):
                return True
            if owned_as_work(token) and token.lemma_.lower() in speech().hallmarks:
                return True
            if token.lemma_ == "claim" and token.tag_ == "VBN" and _is_claimed(token, heads):
                return True
    return False


def _is_owned(responsibility: Token) -> bool:
    """Whether a word is responsibility that somebody takes: not "no group claimed any"."""
    if responsibility.lemma_ not in speech().owned:
        return False
    kids = list(responsibility.children)
    if any(kid.dep_ in ("neg", "det") and kid.lower_ == "no" for kid in kids):
        return False
    if any(kid.dep_ == "compound" and is_misread(kid) for kid in kids):
        return True
    verb = responsibility.head
    if responsibility.dep_ not in ("dobj", "nsubjpass") or verb.lemma_ not in speech().owning:
        return False
    subjects = (kid for kid in verb.children if kid.dep_ == "nsubj")
    return not any(subject.left_edge.lower_ in speech().nobody for subject in subjects)


def _says_it_did(findings: Findings, word: Token) -> bool:
    """Whether a band says that it did it, or was behind it: "the group said its men did it"."""
    words = speech()
    deed = word if word.lemma_.lower() in words.committing else word.head
    if deed is not word and word.lower_ not in words.doing:
        return False
    if deed.dep_ != "ccomp" or any(kid.dep_ == "neg" for kid in deed.children):
        return False
    itself = any(
        one.lower_ in words.itself
        for kid in deed.children
        if kid.dep_ == "nsubj"
        for one in (kid, *kid.children)
    )
    tells = [kid.i for kid in deed.head.children if kid.dep_ == "nsubj"]
    return itself and any(
        mention.first <= at < mention.last and any(actor.kind in BANDS for actor in mention.actors)
        for at in tells
        for mention in findings.actors
    )


def _is_claimed(verb: Token, heads: Set[int]) -> bool:
    """Whether the event itself is claimed by somebody: "an attack claimed by the group"."""
    kids = list(verb.children)
    of_event = (verb.dep_ == "acl" and verb.head.i in heads) or any(
        kid.dep_ == "nsubjpass" and kid.i in heads for kid in kids
    )
    by = (noun for kid in kids if kid.dep_ == "agent" for noun in kid.children)
    return of_event and any(noun.left_edge.lower_ not in speech().nobody for noun in by)


def says_of_itself(findings: Findings, speaker: Speaker, happenings: list[Happening]) -> bool:
    """Return whether an armed party tells what it did: "the army said it had killed ten rebels"."""
    head = findings.document.doc[speaker.head]
    armed = any(
        mention.first <= speaker.head < mention.last
        and any(actor.kind in ARMED for actor in mention.actors)
        for mention in findings.actors
    )
    if not armed or head.dep_ != "nsubj":
        return False
    best = max(happenings, key=lambda happening: happening.sure).trigger
    heads = {happening.trigger.head for happening in happenings}
    for clause in head.head.children:
        kids = list(clause.children)
        told = clause.i in heads or any(kid.i in heads for kid in kids if kid.dep_ == "dobj")
        if clause.dep_ == "ccomp" and told and best.sentence == speaker.sentence:
            doers = [kid for kid in kids if kid.dep_ == "nsubj"]
            return any(
                word.lower_ in speech().itself for doer in doers for word in (doer, *doer.children)
            )
    return False


def only_owned(findings: Findings, sentence: int) -> frozenset[int]:
    """Return the words by which a sentence only says who owns up: "nobody claimed the bombings"."""
    words, doc = speech(), findings.document.doc
    owning = words.owning | words.claiming
    return frozenset(
        one.head
        for one in findings.triggers
        if one.sentence == sentence
        and (word := doc[one.head])
        and (
            (word.dep_ in ("dobj", "nsubjpass") and word.head.lemma_.lower() in owning)
            or (
                word.lemma_.lower() in owning
                and any(kid.lemma_.lower() in words.owned for kid in word.children)
            )
        )
    )
