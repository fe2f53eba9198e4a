"""Who attacks alone, of no armed group: "a man with an axe wounded five people on a train".

People without a rank or a group stand for victims, so that nobody had done it, and a single gunman
was taken for a group. Where nobody else acts, whoever the event's verb has attack is a doer of the
kind "other". Source: coding frame, "other" is who is none of the named kinds. Words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.brawls import PEOPLE
from dateline.coding.counted import noun_class
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides
from dateline.coding.syntax import Token
from dateline.coding.told_doers import doing
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech
from dateline.model import Actor, ActorKind, Place, SubEventType

WORDS = "languages/en/loners.toml"
"""Where the words for who attacks alone are kept."""

DEEDS = frozenset({SubEventType.ATTACK, SubEventType.ABDUCTION, SubEventType.SEXUAL_VIOLENCE})
"""Types of what one person may do."""

BY_BANDS = frozenset(
    {SubEventType.ARMED_CLASH, SubEventType.GRENADE, SubEventType.REMOTE_EXPLOSIVE}
)
"""Types of what men do together who are of no group that is known."""

SURE = 0.4
"""From this chance on a word tells of the event, and so does its subject of the doer."""

NOBODIES = PEOPLE | {ActorKind.OTHER, ActorKind.UNIDENTIFIED}
"""Kinds that whoever attacks alone is read as."""


ACCUSED = frozenset({ActorKind.CIVILIANS, ActorKind.OTHER, ActorKind.UNIDENTIFIED})
"""Kinds that people who are arrested are read as."""


def lone(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> Sides:
    """Return the sides, on the first who attacks alone where an armed group does not.

    People who are arrested without a word of who they are stand accused: they are "other" too.
    """
    country = place.country if place else findings.country
    if kind is SubEventType.ARRESTS:
        charged = any(_charges(findings, happening) for happening in happenings)
        return sides[0], [_accused(findings, one, country, charged) for one in sides[1]]
    if kind is SubEventType.SUICIDE_BOMB and not sides[0]:
        return _bombers(findings, happenings, sides)
    if kind in BY_BANDS and sides[0]:
        return [_banded(findings, actor) for actor in sides[0]], sides[1]
    if kind not in DEEDS | BY_BANDS:
        return sides
    if sides[0]:
        return [_alone(findings, actor, country) for actor in sides[0]], sides[1]
    for happening in sorted(happenings, key=lambda one: -one.sure):
        if happening.sure < SURE:
            break
        words = [word for word in _attackers(findings, happening) if _is_one(word)]
        if kind in BY_BANDS:
            words = [word for word in words if _is_band(word) and _is_stranger(word)]
        doers = [one for word in words for one in _person(findings, word, country)][:1]
        if doers:
            if _strikes(happening, findings):
                return doers, sides[1]
            return doers, _without(findings, happenings, sides[1], doers[0], country)
    return sides


def _bombers(findings: Findings, happenings: Sequence[Happening], sides: Sides) -> Sides:
    """The sides, on the first those who blew themselves up, by whatever word they are told."""
    for happening in happenings:
        kids = list(findings.document.doc[happening.trigger.head].children)
        if not any(
            kid.dep_ == "dobj" and kid.lower_ in settings(WORDS)["themselves"] for kid in kids
        ):
            continue
        words = [one for kid in kids if kid.dep_ == "nsubj" for one in (kid, *kid.conjuncts)]
        doers = [one for word in words for one in _person(findings, word, None)]
        if doers:
            nameless = {"kind": ActorKind.UNIDENTIFIED, "country": None}
            own = {one.span for one in doers}
            struck = [actor for actor in sides[1] if actor.span not in own]
            return [doers[0].model_copy(update=nameless)], struck
    return sides


def _person(findings: Findings, word: Token, country: str | None) -> Iterator[Actor]:
    """Yield the one doer whom a word tells; nobody who is known to be of an armed group."""
    within = findings.within(findings.actors, findings.document.sentence_of[word.i])
    told = [one for one in within if one.first <= word.i < one.last]
    known = [actor for mention in told for actor in mention.actors]
    if any(actor.kind not in NOBODIES or actor.name for actor in known):
        return
    if known or noun_class(word) == "person":
        span = known[0].span if known else findings.document.offsets(word.i, word.i + 1)
        mention = known[0].mention if known else word.text
        if _is_band(word):
            yield Actor(mention=mention, kind=ActorKind.UNIDENTIFIED, country=None, span=span)
        else:
            yield Actor(mention=mention, kind=ActorKind.OTHER, country=country, span=span)


def _is_band(word: Token) -> bool:
    """Whether several men did it with guns or bombs, as is taken where no knife is told."""
    blades = settings(WORDS)["blades"]
    several = word.tag_ in ("NNS", "NNPS")
    return several and not any(one.lower_ in blades for one in word.subtree)


def _strikes(happening: Happening, findings: Findings) -> bool:
    """Whether the word of an event has people for its object: "raped by", "stabbed two women"."""
    head = findings.document.doc[happening.trigger.head]
    objects = (kid for kid in head.children if kid.dep_ in ("dobj", "nsubjpass"))
    return any(noun_class(one) == "person" for one in objects)


def _without(
    findings: Findings,
    happenings: Sequence[Happening],
    side: Sequence[Actor],
    doer: Actor,
    country: str | None,
) -> list[Actor]:
    """The side without the doer; where he stood there for all civilians, those he attacked do."""
    left = [actor for actor in side if actor.span != doer.span]
    if len(left) == len(side):
        return left
    for happening in happenings:
        for index, (_, struck) in sorted(happening.actors.items()):
            for actor in findings.actors[index].actors:
                noun = findings.document.doc[findings.actors[index].head]
                people = actor.kind is ActorKind.CIVILIANS and noun.pos_ == "NOUN"
                if people and struck >= SURE and actor.span != doer.span and not left:
                    left.append(actor.model_copy(update={"country": actor.country or country}))
    return left


def _alone(findings: Findings, actor: Actor, country: str | None) -> Actor:
    """The actor, no armed group where a word for one who attacks tells of one."""
    head = _head(findings, actor)
    if head is None:
        return actor
    unarmed = actor.kind is ActorKind.CIVILIANS and _is_one(head)
    if not unarmed and not (actor.kind is ActorKind.UNIDENTIFIED and _is_single(head)):
        return actor
    return actor.model_copy(update={"kind": ActorKind.OTHER, "country": actor.country or country})


def _banded(findings: Findings, actor: Actor) -> Actor:
    """The actor, nobody that is known where only "men" are told to have fought."""
    head = _head(findings, actor)
    if head is None or actor.kind is not ActorKind.CIVILIANS:
        return actor
    if not (_is_stranger(head) and _is_band(head)):
        return actor
    return actor.model_copy(update={"kind": ActorKind.UNIDENTIFIED, "country": None})


def _is_stranger(word: Token) -> bool:
    """Whether a word tells no more than that somebody did it: "men", but not "its men"."""
    owned = any(kid.dep_ == "poss" for kid in word.children)
    return word.lemma_.lower() in speech().strangers and not owned


def _charges(findings: Findings, happening: Happening) -> bool:
    """Whether a sentence says of what those are suspected who are arrested."""
    sentence = findings.document.sentences[happening.trigger.sentence]
    return any(
        token.lower_ in settings(WORDS)["charging"] for token in findings.document.span(sentence)
    )


def _accused(findings: Findings, actor: Actor, country: str | None, charged: bool) -> Actor:
    """The actor, "other" where a word for a man or a suspect tells who is arrested.

    So are plain people where they are ``charged`` with something.
    """
    head = _head(findings, actor)
    if head is None or actor.kind not in ACCUSED:
        return actor
    if actor.kind is ActorKind.UNIDENTIFIED and not _is_single(head):
        return actor
    words = settings(WORDS)
    plain = charged and head.lemma_.lower() in words["people"]
    if not plain and head.lemma_.lower() not in words["arrested"]:
        return actor
    return actor.model_copy(update={"kind": ActorKind.OTHER, "country": actor.country or country})


def _head(findings: Findings, actor: Actor) -> Token | None:
    """The noun of the phrase that tells of an actor without a name."""
    if actor.name or actor.span is None:
        return None
    for mention in findings.actors:
        if any(one.span == actor.span for one in mention.actors):
            return findings.document.doc[mention.head]
    return None


def _is_single(word: Token) -> bool:
    """Whether a word tells of one who attacks, not said to be of a band."""
    return (
        word.tag_ == "NN"
        and word.lower_ in settings(WORDS)["single"]
        and not any(kid.lower_ in settings(WORDS)["banded"] for kid in word.children)
    )


def _is_one(word: Token) -> bool:
    """Whether a word means one person, or a few of no band: "two men armed with knives"."""
    words = settings(WORDS)
    if any(kid.lower_ in words["banded"] and kid.i < word.i for kid in word.children):
        return False
    few = word.tag_ in ("NNS", "NNPS") and word.lemma_.lower() in words["few"]
    return few or word.tag_ == "NN"


def _attackers(findings: Findings, happening: Happening) -> Iterator[Token]:
    """Yield the nouns for who does what a word of the event tells."""
    head = findings.document.doc[happening.trigger.head]
    for word in doing(head):
        # "a man who stabbed three people": whom the clause is about.
        yield head.head if word.tag_ in ("WP", "WDT") and head.dep_ == "relcl" else word
    # "Two men threw a grenade": what somebody does with the weapon that is the event.
    if head.dep_ == "dobj" and head.head.lemma_.lower() in settings(WORDS)["laying"]:
        yield from (kid for kid in head.head.children if kid.dep_ == "nsubj")
    if head.pos_ == "VERB" and not any(kid.dep_ in ("nsubj", "nsubjpass") for kid in head.children):
        yield from _subject_above(head)


def _subject_above(verb: Token) -> Iterator[Token]:
    """Yield who does what a verb without a subject tells: "a man was held after stabbing three"."""
    if not any(kid.dep_ == "dobj" for kid in verb.children):
        return
    over = verb.head
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        yield over
    if verb.dep_ == "conj" and over.pos_ == "VERB":
        yield from (kid for kid in over.children if kid.dep_ == "nsubj")
    if verb.dep_ == "pcomp" and over.dep_ == "prep" and over.head.pos_ == "VERB":
        over = over.head
        if over.lemma_.lower() in settings(WORDS)["suspected"]:
            if over.dep_ == "acl":
                yield over.head
            yield from (kid for kid in over.children if kid.dep_ in ("nsubj", "nsubjpass"))
