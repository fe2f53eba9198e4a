"""How surely a report says it: stated, attributed, hedged, claimed, denied or planned."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Set

from spacy.tokens import Span, Token

from dateline.coding.actors import settle
from dateline.coding.attribution import Speaker, is_misread
from dateline.coding.blame import blame_told, is_charged, owning_up, suspects
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening, Models, by_name, pool
from dateline.coding.identity import ARMED
from dateline.coding.own_voice import told_by_itself
from dateline.coding.triggers import Trigger
from dateline.knowledge.lexicon import speech, word_classes
from dateline.model import Actor, ActorKind, Offsets, Status

STATUS_SHARE = 0.35
"""What the encoder weighs beside the model of status (three folds, reports not seen)."""

WEAKER = (str(Status.STATED), str(Status.ATTRIBUTED))
"""What a word of doubt overrules."""

REACH_UP = 3
"""How many words above a trigger may hedge it."""

OTHER_CLAUSE = frozenset({"ROOT", "advcl", "relcl", "acl", "parataxis"})
"""How a word hangs on one of another clause, or on none."""


OTHERWISE = 0.65
"""From this probability that the report itself tells it, whoever speaks there says something else.

By the frame what somebody says is never stated.
"""

ACTS = 0.4
"""Who is side a of a trigger with this probability acts in it."""


def speakers_of(findings: Findings, happenings: list[Happening], status: Status) -> list[Offsets]:
    """Return the offsets of the phrases that name who says so, in text order, each once.

    What is stated nobody says: who speaks beside it tells of something else.
    """
    if status is Status.STATED:
        return []
    spans = {
        findings.document.offsets(speaker.first, speaker.last)
        for speaker in _speakers(findings, happenings)
    }
    return sorted(spans)


def _speakers(findings: Findings, happenings: list[Happening]) -> list[Speaker]:
    sentences = _sentences(findings, happenings)
    heads = [happening.trigger.head for happening in happenings]
    return [
        speaker
        for speaker in findings.speakers
        if speaker.sentence in sentences
        and not _spoke_at_another_time(findings.document.doc[speaker.at], heads)
    ]


def _spoke_at_another_time(verb: Token, heads: Iterable[int]) -> bool:
    """Whether a verb of speech stands in a clause of time that tells none of the triggers."""
    if not any(kid.dep_ == "mark" and kid.lower_ in speech().times for kid in verb.children):
        return False
    low, high = verb.left_edge.i, verb.right_edge.i
    return not any(low <= head <= high for head in heads)


def status_chances(
    findings: Findings,
    happenings: list[Happening],
    sides: tuple[list[Actor], list[Actor]],
    models: Models,
) -> dict[str, float]:
    """Return the probability of each status: what the model of status and the encoder agree on.

    The encoder reads the sentence of the surest trigger. What medics and hospitals alone say is
    attributed to them: by the frame only a party to the event claims.
    """
    best = max(happenings, key=lambda happening: happening.sure)
    chances = pool(
        (
            1 - STATUS_SHARE,
            models.status.probabilities(status_features(findings, happenings, sides)),
        ),
        (STATUS_SHARE, by_name(models.encoder.statuses, best.status)),
    )
    speakers = _speakers(findings, happenings)
    if speakers and all(_helps(findings.document.doc[one.first : one.last]) for one in speakers):
        _move(chances, [str(Status.CLAIMED)], str(Status.ATTRIBUTED))
    if speakers and chances[str(Status.STATED)] < OTHERWISE:
        others = [name for name in chances if name != str(Status.STATED)]
        _move(chances, [str(Status.STATED)], max(others, key=lambda name: chances[name]))
    elif not speakers and best.trigger.sentence in told_by_itself(findings.document):
        _move(chances, [str(Status.STATED)], str(Status.CLAIMED))
    # Whose it was is somebody's word: the doer's own where responsibility is claimed, which by the
    # frame comes after any doubt.
    if _claims_responsibility(findings, happenings):
        _move(chances, [*WEAKER, str(Status.HEDGED)], str(Status.CLAIMED))
    elif any(_says_of_itself(findings, speaker, happenings) for speaker in speakers):
        _move(chances, WEAKER, str(Status.CLAIMED))
    elif told := [at for at in blame_told(findings, happenings) if is_charged(findings, at)]:
        doubted = all(suspects(findings, sentence) for sentence in told)
        _move(chances, [str(Status.STATED)], str(Status.HEDGED if doubted else Status.ATTRIBUTED))
    return chances


def _move(chances: dict[str, float], some: Iterable[str], to: str) -> None:
    """Give the chances of some statuses to another."""
    for name in some:
        chances[to] += chances[name]
        chances[name] = 0.0


def _helps(speaker: Span) -> bool:
    """Whether somebody who speaks is one of those who help the wounded."""
    return any(token.lemma_.lower() in speech().helpers for token in speaker)


def settled(chances: Mapping[str, float], doubt: Token | None, denial: Token | None) -> Status:
    """Return the likeliest status; with a word of doubt, it is hedged or a later one.

    The frame has it that one "reportedly" is enough, and that what is denied in the same report
    is denied, whoever else says it.
    """
    if denial is not None:
        return Status.DENIED
    if doubt is None:
        return Status(max(chances, key=lambda name: chances[name]))
    raised = {name: p for name, p in chances.items() if name not in WEAKER}
    raised[str(Status.HEDGED)] += sum(chances[name] for name in WEAKER)
    return Status(max(raised, key=lambda name: raised[name]))


def doubt_of(findings: Findings, happenings: list[Happening]) -> Token | None:
    """Return the word that puts the event in doubt in the sentence of its surest trigger."""
    best = max(happenings, key=lambda happening: happening.sure).trigger.sentence
    there = (one for one in happenings if one.trigger.sentence == best)
    return next(filter(None, (doubt(findings, one) for one in there)), None)


def doubt(findings: Findings, happening: Happening) -> Token | None:
    """Return the word whose syntax puts the event, or who acts in it, in doubt.

    An adverb ("was reportedly hit", "killed, apparently by rebels") or a passive without a speaker
    ("are said to have taken") governs the trigger, or an adjective the actor ("suspected
    militants").
    """
    doc, words = findings.document.doc, speech()
    head = doc[happening.trigger.head]
    chain = [head]
    # What stands above another clause ("reportedly fled after the army shelled") is not about this.
    while len(chain) <= REACH_UP and chain[-1].dep_ not in OTHER_CLAUSE:
        chain.append(chain[-1].head)
    adverbs = (
        child
        for token in chain
        for child in token.children
        if child.dep_ == "advmod" and child.lower_ in words.hedging_adverbs
    )
    by_whom = (
        doc[child.i - 1]
        for child in head.children
        if child.lower_ == "by" and child.i and doc[child.i - 1].lower_ in words.hedging_adverbs
    )
    passives = (
        token
        for token in chain[1:]
        if token.lemma_.lower() in words.passive_hedges and _passive_without_speaker(token)
    )
    adjectives = (
        token
        for index, (does, _) in happening.actors.items()
        if does > ACTS
        for token in doc[max(0, findings.actors[index].first - 1) : findings.actors[index].last]
        if token.lower_ in words.hedging_adjectives
    )
    return next(itertools.chain(adverbs, by_whom, passives, adjectives), None)


def status_features(
    findings: Findings,
    happenings: list[Happening],
    sides: tuple[list[Actor], list[Actor]],
) -> list[str]:
    """Return what the status model looks at: speakers, doubt, denial, plans, and whose they are."""
    doc = findings.document.doc
    best = max(happenings, key=lambda happening: happening.sure).trigger
    speakers = _speakers(findings, happenings)
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
            if lemma in words.passive_hedges and _passive_without_speaker(token):
                yield f"unsaid={lemma}|{near}"
                yield f"unsaid|{near}"
            if lemma in words.denials:
                yield f"deny={lemma}|{near}"
            if lemma in words.plans:
                yield f"plan={lemma}|{near}"


def _passive_without_speaker(verb: Token) -> bool:
    """True for "are reported to have died", "is believed to be"; false for "reported by"."""
    kids = {child.dep_ for child in verb.children}
    return "auxpass" in kids and "agent" not in kids and bool(kids & {"xcomp", "ccomp"})


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


def _sentences(findings: Findings, happenings: list[Happening]) -> set[int]:
    """The sentences that tell of an event, or after it whose it was."""
    own = {happening.trigger.sentence for happening in happenings}
    return own | set(blame_told(findings, happenings))


def _claims_responsibility(findings: Findings, happenings: list[Happening]) -> bool:
    """Whether somebody owns up: "took responsibility for the blast", "a bomb claimed by rebels"."""
    heads = {happening.trigger.head for happening in happenings}
    last = max(happening.trigger.sentence for happening in happenings)
    for index in _sentences(findings, happenings):
        for token in findings.document.span(findings.document.sentences[index]):
            if _is_owned(token) or (index > last and any(owning_up(token))):
                return True
            if token.lemma_ == "claim" and token.tag_ == "VBN" and _is_claimed(token, heads):
                return True
    return False


def _says_of_itself(findings: Findings, speaker: Speaker, happenings: list[Happening]) -> bool:
    """Whether an armed party tells what it did: "the army said it had killed ten rebels"."""
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


def _is_claimed(verb: Token, heads: Set[int]) -> bool:
    """Whether the event itself is claimed by somebody: "an attack claimed by the group"."""
    kids = list(verb.children)
    of_event = (verb.dep_ == "acl" and verb.head.i in heads) or any(
        kid.dep_ == "nsubjpass" and kid.i in heads for kid in kids
    )
    by = (noun for kid in kids if kid.dep_ == "agent" for noun in kid.children)
    return of_event and any(noun.left_edge.lower_ not in speech().nobody for noun in by)


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
