"""How surely a report says it: stated, attributed, hedged, claimed, denied or planned."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.coding.attribution import Speaker
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.knowledge.lexicon import speech, word_classes
from dateline.model import Actor, Offsets


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


def status_features(
    findings: Findings,
    happenings: list[Happening],
    sides: tuple[list[Actor], list[Actor]],
) -> list[str]:
    """Return what the status model looks at: speakers, doubt, denial, plans, and whose they are."""
    doc = findings.document.doc
    best = max(happenings, key=lambda happening: happening.sure).trigger
    speakers = _speakers(findings, happenings)
    out = [f"type={max(happenings, key=lambda h: h.sure).best_type}"]
    out.append(f"speakers={min(len(speakers), 2)}")
    classes = word_classes()
    for speaker in speakers:
        near = "here" if speaker.sentence == best.sentence else "away"
        word = doc[speaker.head].lemma_.lower()
        out += [f"verb={speaker.verb}", f"speaker={word}", f"speaker={near}"]
        for token in doc[speaker.first : speaker.last]:
            out.append(f"in_speaker={token.lemma_.lower()}")
        if doc[speaker.head].lower_ in classes:
            out.append(f"speakerf={classes[doc[speaker.head].lower_][1]}")
        for name, party in _parties(findings, speaker, sides):
            out += [f"party={name}", f"party={name}|{party.kind}", f"party={name}|{near}"]
    if _claims_responsibility(findings, happenings):
        out.append("responsibility")
    if _is_denied(findings, happenings):
        out.append("denial")
    for happening in happenings:
        head = doc[happening.trigger.head]
        weight = "best" if happening.trigger is best else "other"
        if _is_hedged(head):
            out.append(f"hedged={weight}")
        if _is_planned(head):
            out.append(f"planned={weight}")
        for child in head.children:
            if child.dep_ in ("aux", "mark", "neg"):
                out.append(f"{child.dep_}={child.lower_}|{weight}")
        if weight == "best":
            out += [f"tag={head.tag_}", f"up={head.dep_}:{head.head.lemma_.lower()}"]
    words = speech()
    for index in sorted({happening.trigger.sentence for happening in happenings}):
        span = findings.document.span(findings.document.sentences[index])
        near = "here" if index == best.sentence else "away"
        for token in span:
            lemma = token.lemma_.lower()
            if token.lower_ in words.hedges or lemma in words.hedges:
                out += [f"hedge={lemma}|{near}", f"hedge|{near}"]
            if lemma in words.denials:
                out.append(f"deny={lemma}|{near}")
            if lemma in words.plans:
                out.append(f"plan={lemma}|{near}")
    return out


def _parties(
    findings: Findings, speaker: Speaker, sides: tuple[list[Actor], list[Actor]]
) -> list[tuple[str, Actor]]:
    """The sides that the speaker is, or is an organ of."""
    said = [
        actor
        for mention in findings.actors
        if speaker.first <= mention.head < speaker.last
        for actor in mention.actors
    ]
    nations = {
        place.place.country
        for place in findings.places
        if speaker.first <= place.head < speaker.last
    }
    out: list[tuple[str, Actor]] = []
    for name, side in zip("ab", sides, strict=True):
        for party in side:
            if party.kind == "civilians":
                continue
            if any(
                (actor.name and actor.name == party.name)
                or (not actor.name and actor.country and actor.country == party.country)
                for actor in said
            ) or (party.country and party.country in nations):
                out.append((name, party))
    return out


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
