"""Whom an event is done to by the syntax of its own word, where nobody else is taken for that.

"Police detained 14 suspects", "a man was arrested": the learned models gave who is arrested too
little to stand, and "bandits hacked a seamstress to death" knows no word for her. The object of
the surest verb of harm, or its passive subject, is acted on. Source: coding frame, side b is who is
acted on; civilians where they are the victims.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.counted import noun_class
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides, key_of, named_by
from dateline.coding.syntax import Token
from dateline.coding.told_doers import doing
from dateline.knowledge.files import settings
from dateline.knowledge.ontology import ontology
from dateline.model import Actor, ActorKind, Figure, Measure, Place, SubEventType

WORDS = "languages/en/opponents.toml"
"""Where the words for people who may be of any side are kept."""

CONQUEST = "languages/en/conquest.toml"
"""Where the verbs of driving somebody out or back are kept."""

RIOTS, ATTACK = "Riots", "attack"

HARMS = frozenset({"kill", "injure", "arrest", "abduct", "shoot", "sexual"})
"""What the words speak of whose object is harmed."""

SURE = 0.5
"""From this chance on a word tells of the event."""

HURT = frozenset({Measure.KILLED, Measure.INJURED})
"""Measures of people on whom the event is done."""

UNARMED = frozenset({ActorKind.CIVILIANS, ActorKind.PROTESTERS, ActorKind.RIOTERS, ActorKind.OTHER})
"""Kinds of people beside whom no further civilians stand."""

BESIDE = frozenset(
    {
        SubEventType.ATTACK,
        SubEventType.AIR_STRIKE,
        SubEventType.SHELLING,
        SubEventType.SUICIDE_BOMB,
        SubEventType.REMOTE_EXPLOSIVE,
        SubEventType.GRENADE,
    }
)
"""Types of what kills civilians beside others."""

TAKEN = frozenset({SubEventType.ARRESTS, SubEventType.ABDUCTION})
"""Types whose word has whom it takes as its object, whatever else it speaks of."""

FOUGHT = frozenset(
    {
        SubEventType.ARMED_CLASH,
        SubEventType.GOVERNMENT_REGAINS,
        SubEventType.NON_STATE_OVERTAKES,
        SubEventType.EXCESSIVE_FORCE,
    }
)
"""Types whose dead may be of either side."""

DYING = "die"

FORCES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
"""Kinds of whom the dead are victims: bands also count their own, "six militants were killed"."""

_OBJECTS = frozenset({"dobj", "nsubjpass"})


def struck(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    figures: Sequence[Figure],
    place: Place | None,
) -> Sides:
    """Return the sides, on an empty second side whom the event's surest word of harm has suffer.

    Civilians whom its figures count stand beside whoever else suffers, too, but in a fight.
    """
    if not (kind in ontology().violent or kind is SubEventType.ARRESTS):
        return sides
    sides = _taken_alive(findings, happenings, kind, sides)
    if sides[1]:
        beside = _joined(findings, happenings, kind, sides, place)
        sides = sides[0], [*sides[1], *beside]
        return sides[0], [*sides[1], *_bystanders(findings, kind, sides, figures, place)]
    # The people of a mob are no victims, but those they beat may be called alike.
    riots = ontology().parents[str(kind)] == RIOTS
    acting = {key_of(one) for one in sides[0] if not (riots and one.kind is ActorKind.CIVILIANS)}
    doing = {one.span for one in sides[0]}
    for happening in sorted(happenings, key=lambda one: -one.sure):
        if happening.sure < SURE:
            break
        head = findings.document.doc[happening.trigger.head]
        taken = kind in TAKEN and head.pos_ == "VERB"  # "took three suspects away"
        beats = riots and ATTACK in happening.trigger.concepts
        drives = head.lemma_.lower() in settings(CONQUEST)["driving"]
        if HARMS.isdisjoint(happening.trigger.concepts) and not (taken or beats or drives):
            continue
        suffering = {
            key_of(actor): actor
            for word in harmed(head)
            for actor in _told(findings, word, place)
            if key_of(actor) not in acting
            and actor.span not in doing
            and not _is_unlikely(actor, kind, sides[0])
        }
        if suffering:
            return sides[0], list(suffering.values())
    return sides


def without_the_fallen(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> Sides:
    """Return the sides, on the second whom the sentence only has killed: "two policemen were shot".

    Not in a clash, whose dead may be of either side. Who does something besides has done it.
    """
    if kind not in ontology().violent or kind in FOUGHT:
        return sides
    doc = findings.document.doc
    fallen: set[int] = set()
    for happening in happenings:
        verb = doc[happening.trigger.head]
        if verb.pos_ != "VERB" or HARMS.isdisjoint(happening.trigger.concepts):
            continue
        dying = verb.lemma_.lower() == DYING
        for kid in verb.children:
            if kid.dep_ == "nsubjpass" or (dying and kid.dep_ == "nsubj"):
                fallen |= {word.i for word in (kid, *kid.conjuncts)}
    spans = {
        actor.span
        for mention in findings.actors
        if mention.head in fallen
        for actor in mention.actors
    }
    told = {happening.trigger.sentence for happening in happenings}
    elsewhere = {
        key_of(actor)
        for sentence in told
        for mention in findings.within(findings.actors, sentence)
        if mention.head not in fallen
        for actor in named_by(findings, [doc[mention.head]], place)
    }
    moved = [
        actor
        for actor in sides[0]
        if actor.span in spans and actor.kind in FORCES and key_of(actor) not in elsewhere
    ]
    left = [actor for actor in sides[0] if actor not in moved]
    return (left, [*sides[1], *moved]) if moved else sides


def _taken_alive(
    findings: Findings, happenings: Sequence[Happening], kind: SubEventType, sides: Sides
) -> Sides:
    """The sides, on the second whom the event's surest word has taken: "six rebels were seized"."""
    told = max(happenings, key=lambda one: one.sure)
    head = findings.document.doc[told.trigger.head]
    if kind not in TAKEN or sides[1] or head.pos_ != "VERB":
        return sides
    passive = [kid.i for kid in head.children if kid.dep_ == "nsubjpass"]
    spans = {
        actor.span
        for at in passive
        for mention in findings.within(findings.actors, told.trigger.sentence)
        if mention.first <= at < mention.last
        for actor in mention.actors
    }
    taken = [actor for actor in sides[0] if actor.span in spans]
    return [actor for actor in sides[0] if actor.span not in spans], taken


def _joined(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> list[Actor]:
    """Who suffers with another of whom the surest verb of harm tells: "two guards and the mayor".

    In a clash only if the other side kills both: who died together may have fought each other.
    """
    clash = kind is SubEventType.ARMED_CLASH
    acting = {key_of(one) for one in sides[0]}
    suffering = {key_of(one) for one in sides[1]}
    known = suffering | {key_of(one) for one in sides[0]}
    for happening in sorted(happenings, key=lambda one: -one.sure):
        head = findings.document.doc[happening.trigger.head]
        if happening.sure < SURE:
            break
        if head.pos_ != "VERB" or HARMS.isdisjoint(happening.trigger.concepts):
            continue
        doers = [kid for kid in doing(head) if kid.pos_ != "VERB"] if clash else []
        if clash and not any(key_of(one) in acting for one in named_by(findings, doers, place)):
            continue
        for word in (kid for kid in head.children if kid.dep_ in _OBJECTS):
            first = named_by(findings, [word], place)
            if not any(key_of(one) in suffering for one in first):
                continue
            nouns = [other for other in word.conjuncts if other.pos_ == "NOUN"]
            told = [one for other in nouns for one in _told(findings, other, place)]
            others = {key_of(one): one for one in told}
            return [one for key, one in others.items() if key not in known]
    return []


def _bystanders(
    findings: Findings,
    kind: SubEventType,
    sides: Sides,
    figures: Sequence[Figure],
    place: Place | None,
) -> list[Actor]:
    """Civilians who are counted beside others: "killed two soldiers and wounded six bystanders"."""
    if kind not in BESIDE or any(one.kind in UNARMED for side in sides for one in side):
        return []
    for mention in findings.figures:
        figure = mention.figure
        if (
            figure not in figures
            or figure.measure not in HURT
            or not figure.who
            or figure.best == 0
        ):
            continue
        word = findings.document.doc[mention.head]
        if word.lemma_.lower() in settings(WORDS)["anybody"]:
            continue
        for actor in named_by(findings, [word], place):
            if actor.kind is ActorKind.CIVILIANS:
                return [actor]
    return []


def _is_unlikely(actor: Actor, kind: SubEventType, doers: Sequence[Actor]) -> bool:
    """Whether somebody is rather of the doers' own, or no party to a clash.

    "The group lost nine fighters" tells of rebels without a name: they are the group's.
    """
    if actor.kind is ActorKind.CIVILIANS:
        return kind is SubEventType.ARMED_CLASH
    return actor.name is None and any(one.kind is actor.kind for one in doers)


def harmed(head: Token) -> Iterator[Token]:
    """Yield the nouns for who suffers: "killed X", "X was killed", "the killing of X"."""
    if head.pos_ == "VERB":
        found = [kid for kid in head.children if kid.dep_ in _OBJECTS]
        if head.dep_ == "acl" and head.tag_ == "VBN":
            found.append(head.head)
    else:
        found = [
            noun
            for kid in head.children
            if kid.lower_ == "of"
            for noun in kid.children
            if noun.dep_ == "pobj"
        ]
    for word in found:
        yield word
        yield from word.conjuncts
        if word.pos_ == "NUM":  # "killed 14 of them"
            yield from (
                noun
                for of in word.children
                if of.lower_ == "of"
                for noun in of.children
                if noun.dep_ == "pobj"
            )


def _told(findings: Findings, word: Token, place: Place | None) -> Iterator[Actor]:
    """Yield who a word names; somebody by a word for people that is in no list of actors."""
    if word.tag_ == "NNP":
        return  # a person by name may be of any side
    known = named_by(findings, [word], place)
    yield from known
    if not known and _is_somebody(word):
        span = findings.document.offsets(word.i, word.i + 1)
        yield Actor(
            mention=findings.document.quote(span),
            kind=ActorKind.CIVILIANS,
            country=place.country if place else findings.country,
            span=span,
        )


def _is_somebody(word: Token) -> bool:
    """Whether a word means people: it is known to, or "hacked a seamstress to death" has it so."""
    known = noun_class(word)
    one = word.tag_ == "NN" and any(kid.lower_ in ("a", "an") for kid in word.lefts)
    many = word.tag_ == "NNPS" and any(kid.dep_ == "nummod" for kid in word.lefts)  # "Hazaras"
    office = word.lemma_.lower() in settings(WORDS)["offices"]
    heads = office and any(kid.lower_ == "of" for kid in word.children)  # "the head of the bank"
    return known == "person" or heads or ((one or many) and not known)
