"""How surely a report says it: stated, attributed, hedged, claimed, denied or planned."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.coding.attribution import Speaker
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.knowledge.lexicon import speech
from dateline.model import Actor, Offsets, Status


def speakers_of(findings: Findings, happenings: list[Happening]) -> list[Offsets]:
    """Return the offsets of the phrases that name who says so, in text order, each once."""
    spans = {
        findings.document.offsets(speaker.first, speaker.last)
        for speaker in _speakers(findings, happenings)
    }
    return sorted(spans)


def _speakers(findings: Findings, happenings: list[Happening]) -> list[Speaker]:
    sentences = {happening.trigger.sentence for happening in happenings}
    return [speaker for speaker in findings.speakers if speaker.sentence in sentences]


def judge_status(
    findings: Findings,
    happenings: list[Happening],
    sides: tuple[list[Actor], list[Actor]],
) -> Status:
    """Return the last status of the coding frame's order that applies."""
    doc = findings.document.doc
    heads = [doc[happening.trigger.head] for happening in happenings]
    speakers = _speakers(findings, happenings)
    best = max(happenings, key=lambda happening: happening.sure).trigger
    if _is_planned(doc[best.head]):
        return Status.PLANNED
    if _is_denied(findings, happenings):
        return Status.DENIED
    if any(_is_party(findings, speaker, sides) for speaker in speakers):
        return Status.CLAIMED
    if _claims_responsibility(findings, happenings):
        return Status.CLAIMED
    if any(_is_hedged(head) for head in heads):
        return Status.HEDGED
    return Status.ATTRIBUTED if speakers else Status.STATED


def _is_party(
    findings: Findings, speaker: Speaker, sides: tuple[list[Actor], list[Actor]]
) -> bool:
    """True where the speaker is one of the sides, or an organ of one."""
    said = [
        actor
        for mention in findings.actors
        if speaker.first <= mention.head < speaker.last
        for actor in mention.actors
    ]
    for actor in said:
        for party in (*sides[0], *sides[1]):
            if party.kind == "civilians":
                continue
            if actor.name and actor.name == party.name:
                return True
            if not actor.name and actor.country and actor.country == party.country:
                return True
    return False


def _claims_responsibility(findings: Findings, happenings: list[Happening]) -> bool:
    for index in {happening.trigger.sentence for happening in happenings}:
        span = findings.document.span(findings.document.sentences[index])
        for token in span:
            if token.lemma_ == "responsibility" and token.dep_ in ("dobj", "nsubjpass"):
                negated = any(c.dep_ in ("neg", "det") and c.lower_ == "no" for c in token.children)
                verb = token.head
                no_one = any(
                    c.dep_ == "nsubj" and c.left_edge.lower_ in ("no", "nobody", "none")
                    for c in verb.children
                )
                if verb.lemma_ in ("claim", "take", "accept") and not negated and not no_one:
                    return True
    return False


def _is_denied(findings: Findings, happenings: list[Happening]) -> bool:
    words = speech().denials
    for index in {happening.trigger.sentence for happening in happenings}:
        span = findings.document.span(findings.document.sentences[index])
        if any(token.lemma_.lower() in words and token.pos_ == "VERB" for token in span):
            return True
    return False


def _is_hedged(head: Token) -> bool:
    hedges = speech().hedges
    chain = [head, *_up(head, 3)]
    for token in chain:
        if token.lemma_.lower() in ("suspect", "believe", "allege", "fear") and token is not head:
            return True
        for child in token.subtree if token is head else token.children:
            if child.lower_ in hedges and child.dep_ in ("advmod", "amod", "aux", "acomp"):
                return True
    return False


def _is_planned(head: Token) -> bool:
    plans = speech().plans
    token, relation = head, head.dep_
    for child in token.children:
        if child.dep_ == "aux" and child.lower_ in ("will", "'ll", "shall"):
            return True
    while relation in ("xcomp", "dobj", "pobj", "prep", "acl") and token.head is not token:
        token, relation = token.head, token.head.dep_
        if token.lemma_.lower() in plans and token.pos_ in ("VERB", "ADJ", "NOUN"):
            return True
    return False


def _up(token: Token, steps: int) -> list[Token]:
    out = []
    while steps and token.head is not token:
        token = token.head
        out.append(token)
        steps -= 1
    return out
