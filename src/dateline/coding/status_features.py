"""What the model of status looks at: speakers, doubt, denial, plans, and whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.actors import settle
from dateline.coding.doubt import REACH_UP, passive_without_speaker
from dateline.coding.event_speakers import told_by
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.named_alone import Speaker
from dateline.coding.responsibility import claims_responsibility
from dateline.coding.syntax import Token
from dateline.coding.triggers import Trigger
from dateline.knowledge.lexicon import speech, word_classes
from dateline.model import Actor, ActorKind


def status_features(
    findings: Findings,
    happenings: list[Happening],
    sides: tuple[list[Actor], list[Actor]],
) -> list[str]:
    """Return what the status model looks at: speakers, doubt, denial, plans, and whose they are."""
    doc = findings.document.doc
    best = max(happenings, key=lambda happening: happening.sure).trigger
    speakers = told_by(findings, happenings)
    kind = max(happenings, key=lambda h: h.sure).best_type
    out = [f"type={kind}", f"speakers={min(len(speakers), 2)}"]
    out += _spoken(findings, happenings, speakers, best)
    organs = set()
    for speaker in speakers:
        near = "here" if speaker.sentence == best.sentence else "away"
        out += _speaker_features(findings, speaker, near, kind)
        own = _parties(findings, speaker, sides)
        official = any(
            token.lemma_.lower() in speech().organs or token.lower_ in speech().organs
            for token in doc[speaker.first : speaker.last]
        )
        organs |= {f"{name}|{official}" for name, _ in own} or {f"none|{official}"}
        for name, party in own:
            out += [f"party={name}", f"party={name}|{party.kind}", f"party={name}|{near}"]
            out.append(f"party={name}|{near}|verb={speaker.verb}")
    out += [f"whose={organ}" for organ in sorted(organs)]
    armed = {side: sorted({str(a.kind) for a in sides[i]}) for i, side in enumerate("ab")}
    for speaker in speakers:
        for token in doc[speaker.first : speaker.last]:
            if token.lemma_.lower() in speech().organs:
                for side, kinds in armed.items():
                    out += [f"organ={token.lemma_.lower()}|{side}|{one}" for one in kinds]
    if claims_responsibility(findings, happenings):
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
    out += _doubt(findings, happenings, best.sentence)
    return out


def _spoken(
    findings: Findings, happenings: list[Happening], speakers: list[Speaker], best: Trigger
) -> Iterator[str]:
    """Which of the sentences that tell of the event name a speaker, the surest one above all."""
    spoken = {speaker.sentence for speaker in speakers}
    sentences = {
        happening.trigger.sentence
        for happening in happenings
        if findings.document.sentences[happening.trigger.sentence].kind == "body"
    }
    told = len(spoken & sentences)
    share = "all" if told == len(sentences) else "some" if told else "none"
    yield f"spoken={share}|{best.sentence in spoken}"
    yield f"spoken={share}|of={min(len(sentences), 3)}"
    sure: dict[bool, float] = {True: 0.0, False: 0.0}
    for happening in happenings:
        said = happening.trigger.sentence in spoken
        sure[said] = max(sure[said], happening.sure)
    yield f"spoken={round(sure[True] * 4)}|silent={round(sure[False] * 4)}"


def _speaker_features(findings: Findings, speaker: Speaker, near: str, kind: str) -> Iterator[str]:
    """The speech word and the words of the speaker's name."""
    doc = findings.document.doc
    word = doc[speaker.head].lemma_.lower()
    yield f"verb={speaker.verb}"
    yield f"verb={speaker.verb}|{near}"
    yield f"verb={speaker.verb}|type={kind}"
    yield f"speaker={word}"
    yield f"speaker={near}"
    for token in doc[speaker.first : speaker.last]:
        yield f"in_speaker={token.lemma_.lower()}"
    classes = word_classes()
    if doc[speaker.head].lower_ in classes:
        yield f"speakerf={classes[doc[speaker.head].lower_][1]}"


def _doubt(findings: Findings, happenings: list[Happening], best: int) -> Iterator[str]:
    """Words of doubt, denial and plans in the sentences of the event."""
    words = speech()
    for index in sorted({happening.trigger.sentence for happening in happenings}):
        near = "here" if index == best else "away"
        for token in findings.document.span(findings.document.sentences[index]):
            lemma = token.lemma_.lower()
            if token.lower_ in words.hedges or lemma in words.hedges:
                yield f"hedge={lemma}|{near}"
                yield f"hedge|{near}"
            if lemma in words.passive_hedges and passive_without_speaker(token):
                yield f"unsaid={lemma}|{near}"
                yield f"unsaid|{near}"
            if lemma in words.denials:
                yield f"deny={lemma}|{near}"
            if lemma in words.plans:
                yield f"plan={lemma}|{near}"


def _parties(
    findings: Findings, speaker: Speaker, sides: tuple[list[Actor], list[Actor]]
) -> list[tuple[str, Actor]]:
    """The sides that the speaker is, or is an organ of."""
    where = _scene(findings, sides)
    said = [
        settle(actor, where, findings.country, findings.published)
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
                or (not actor.name and not party.name and actor.kind is party.kind)
                for actor in said
            ) or (party.country and party.country in nations):
                out.append((name, party))
    return out


def _scene(findings: Findings, sides: tuple[list[Actor], list[Actor]]) -> str | None:
    """The country where the sides are at home, for speakers who are told without one."""
    for side in sides:
        for actor in side:
            if actor.kind is ActorKind.STATE_FORCES and actor.country:
                return actor.country
    return findings.country


def _is_denied(findings: Findings, happenings: list[Happening]) -> bool:
    words = speech().denials
    for index in {happening.trigger.sentence for happening in happenings}:
        span = findings.document.span(findings.document.sentences[index])
        if any(token.lemma_.lower() in words and token.pos_ == "VERB" for token in span):
            return True
    return False


def _is_hedged(head: Token) -> bool:
    hedges = speech().hedges
    chain = [head, *_up(head, REACH_UP)]
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
