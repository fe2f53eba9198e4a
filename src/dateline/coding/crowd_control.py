"""Police and soldiers who fire on a crowd: who did it, who was hit, and of which type it is.

"Two persons were killed when police opened fire on a mob": the police act, whatever the mob did
before. Source: coding frame, where force is used against a crowd "the force that intervenes is
side a, the protesters side b". Words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.actors import settle
from dateline.coding.dispersal import throws_stones
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.mentions import ActorMention
from dateline.coding.police_firing import (
    FORCES,
    WORDS,
    fell_to_force,
    is_by_force,
    is_of_a_mob,
    shooters,
)
from dateline.coding.response import ends_it
from dateline.coding.second_look import NEVER, SURE, Party, key_of
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, Place, SubEventType

MOBS = "languages/en/mobs.toml"
"""Where the words for what mobs do are kept."""

UNARMED = frozenset({ActorKind.PROTESTERS, ActorKind.RIOTERS, ActorKind.CIVILIANS})

CROWDS = frozenset({ActorKind.PROTESTERS, ActorKind.RIOTERS})

READ_AS = frozenset(
    {
        SubEventType.VIOLENT_DEMONSTRATION,
        SubEventType.MOB_VIOLENCE,
        SubEventType.ATTACK,
        SubEventType.EXCESSIVE_FORCE,
    }
)
"""Types that force against a crowd is read as."""

DOES = 0.5
"""Somebody who acts with this probability is not looked for in "police firing"."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def under_fire(
    findings: Findings,
    happenings: Sequence[Happening],
    everyone: Sequence[Party],
    types: dict[str, float],
    place: Place | None,
) -> list[Party]:
    """Return the parties, forces that fire on unarmed people as its doers, these as those hit."""
    kind = next(iter(types), None)
    # "Killed in police firing after a clash between two communities" reads like a clash.
    unarmed = all(one.actor.kind in FORCES | UNARMED for one in everyone)
    clash = kind == SubEventType.ARMED_CLASH and unarmed and fell_to_force(findings, happenings)
    if kind not in READ_AS and not clash:
        return list(everyone)
    if others := _shooters_of_others(findings, happenings, place):
        return [replace(one, a=NEVER, b=NEVER) if one.key in others else one for one in everyone]
    firing, hit = _told(findings, happenings, charges=True)
    if any(ends_it(findings.document.doc[one.head]) for one in firing):
        return list(everyone)
    if not any(party.actor.kind in FORCES for party in everyone):
        doc = findings.document.doc
        charged = any(is_charge(doc[one.trigger.head]) for one in happenings)
        hit = hit if charged else []
        beaten = {key for one in hit for key in _keys(findings, one, UNARMED, place)}
        return [_placed(one, set(), beaten) if one.key in beaten else one for one in everyone]
    if _led_by_a_mob(findings, happenings, firing):
        return list(everyone)
    doers = {key for one in firing for key in _keys(findings, one, FORCES, place)}
    losses = {key for one in hit for key in _keys(findings, one, FORCES, place)}
    acts = any(one.a >= DOES and one.a > one.b for one in everyone)
    if not doers and (not acts or fell_to_force(findings, happenings)):
        doers = {
            key
            for mention in _in_nouns(findings, happenings)
            for key in _keys(findings, mention, FORCES, place)
        }
    if not doers or losses:
        return list(everyone)
    struck = (
        {key for one in hit for key in _keys(findings, one, UNARMED, place)} if firing else set()
    )
    return [_placed(party, doers, struck) for party in everyone]


def force_against_crowd(
    findings: Findings, happenings: Sequence[Happening], kind: SubEventType, doers: Sequence[Actor]
) -> SubEventType:
    """Return the type: excessive force where forces that act have fired on a crowd.

    Where they are only said to have beaten it, "the lathi-charge", they intervened.
    """
    charged = any(is_charge(findings.document.doc[one.trigger.head]) for one in happenings)
    crowd_acts = _a_crowd_acts(findings, happenings) or throws_stones(findings, happenings)
    if charged and kind in READ_AS and not crowd_acts:
        return SubEventType.PROTEST_INTERVENTION
    if kind not in READ_AS or not any(actor.kind in FORCES for actor in doers):
        return kind
    riot = kind in (SubEventType.VIOLENT_DEMONSTRATION, SubEventType.MOB_VIOLENCE)
    if riot and all(actor.kind in FORCES for actor in doers):
        scattered = any("disperse" in happening.trigger.concepts for happening in happenings)
        if scattered and not crowd_acts:
            kind = SubEventType.PROTEST_INTERVENTION
        if fell_to_force(findings, happenings):
            # "A clash broke out, and two were killed in police firing": they fired on the crowd.
            return SubEventType.EXCESSIVE_FORCE
    firing, hit = _told(findings, happenings)
    if _led_by_a_mob(findings, happenings, firing):
        return kind
    crowd = any(_is_crowd(findings, mention) for mention in hit)
    return SubEventType.EXCESSIVE_FORCE if firing and crowd else kind


def _placed(party: Party, doers: set[str], struck: set[str]) -> Party:
    if party.key in doers:
        return replace(party, a=SURE, b=NEVER)
    if party.key in struck:
        return replace(party, a=NEVER, b=SURE)
    if party.actor.kind in UNARMED:
        return replace(party, a=NEVER, b=max(party.a, party.b))
    return party


def _a_crowd_acts(findings: Findings, happenings: Sequence[Happening]) -> bool:
    """Whether a sentence of an event has a crowd as the subject of a verb."""
    return any(
        findings.document.doc[mention.head].dep_ == "nsubj"
        for sentence in {happening.trigger.sentence for happening in happenings}
        for mention in findings.within(findings.actors, sentence)
        if any(actor.kind in CROWDS for actor in mention.actors)
    )


def _led_by_a_mob(
    findings: Findings, happenings: Sequence[Happening], firing: Sequence[ActorMention]
) -> bool:
    """Whether a sentence before that of the shots tells what a mob did: the story is the mob's."""
    doc, where = findings.document.doc, findings.document.sentence_of
    shots = min((where[one.head] for one in firing), default=0)
    for happening in happenings:
        verb = doc[happening.trigger.head]
        if (
            happening.trigger.sentence >= shots
            or verb.lemma_.lower() not in settings(MOBS)["deeds"]
        ):
            continue
        doers = {child.i for child in verb.children if child.dep_ in ("nsubj", "agent")}
        doers |= {
            noun.i for child in verb.children if child.dep_ == "agent" for noun in child.children
        }
        if any(
            one.head in doers and any(actor.kind is ActorKind.RIOTERS for actor in one.actors)
            for one in findings.within(findings.actors, happening.trigger.sentence)
        ):
            return True
    return False


def _told(
    findings: Findings, happenings: Sequence[Happening], *, charges: bool = False
) -> tuple[list[ActorMention], list[ActorMention]]:
    """The forces that verbs of an event have fire, and whoever is hit by them or by others.

    With ``charges`` also those who beat a crowd, and the crowd: "the lathi-charge on students".
    """
    firing: list[ActorMention] = []
    hit: list[ActorMention] = []
    doc = findings.document.doc
    for happening in happenings:
        word = doc[happening.trigger.head]
        verb = _resorting(word)
        beats = charges and is_charge(word)
        if not beats and not _fires(verb):
            continue
        within = findings.within(findings.actors, happening.trigger.sentence)
        doers = {word.i for word in _doers(verb)}
        objects = {word.i for word in _objects(verb)}
        if not objects <= {one.head for one in within if _may_be_hit(one)}:
            # "Police killed the attacker".
            continue
        objects |= {noun.i for one in (verb, word) for noun in _aimed_at(one)}
        firing += [
            one
            for one in within
            if one.head in doers and any(actor.kind in FORCES for actor in one.actors)
        ]
        hit += [one for one in within if one.head in objects]
    return firing, hit


def _may_be_hit(mention: ActorMention) -> bool:
    return any(actor.kind in UNARMED | FORCES for actor in mention.actors)


def is_charge(word: Token) -> bool:
    """Return whether a word is for policemen who beat a crowd: "a lathi-charge"."""
    words = settings(WORDS)
    if word.pos_ not in ("NOUN", "PROPN") or word.lemma_.lower() not in words["charges"]:
        return False
    return "lathi" in word.lower_ or any(kid.lower_ in words["sticks"] for kid in word.children)


def _resorting(word: Token) -> Token:
    """The verb of "resorted to firing", where the word is what is resorted to; else the word."""
    words = settings(WORDS)
    if word.lower_ not in words["firing"] and not is_charge(word):
        return word
    over = word.head.head if word.dep_ in ("pobj", "pcomp") else word.head
    return over if over.lemma_.lower() in words["resorting"] else word


def _fires(verb: Token) -> bool:
    words, lemma = settings(WORDS), verb.lemma_.lower()
    if verb.pos_ != "VERB":
        return False
    if lemma in words["resorting"]:
        return any(noun.lower_ in words["firing"] for noun in verb.subtree)
    objects = [kid for kid in verb.children if kid.dep_ in ("dobj", "nsubjpass")]
    if any(word.lower_ in words["harmless"] for noun in objects for word in noun.subtree):
        return False
    shots = {noun.lemma_.lower() for noun in objects}
    return lemma in words["verbs"] or (
        lemma in words["light"] and not shots.isdisjoint(words["shots"])
    )


def _doers(verb: Token) -> Iterator[Token]:
    """Yield the subject of a verb, also that of the verb it hangs on, or who follows "by"."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            yield child
            yield from child.conjuncts
        if child.dep_ == "agent":
            yield from (noun for noun in child.children if noun.dep_ == "pobj")
    if verb.dep_ in ("advcl", "conj", "xcomp") and not any(
        child.dep_ in _SUBJECTS for child in verb.children
    ):
        # "Police were forced to open fire": who has to is who does it.
        has_to = verb.dep_ == "xcomp" and verb.head.lemma_.lower() in settings(WORDS)["compelling"]
        kinds = ("nsubj", "nsubjpass") if has_to else ("nsubj",)
        yield from (kid for kid in verb.head.children if kid.dep_ in kinds)


def _objects(verb: Token) -> list[Token]:
    """Who is hit by a verb: its object or passive subject, other than shots."""
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    kinds = ("dobj", "nsubjpass", "nsubj") if passive else ("dobj", "nsubjpass")
    shots = settings(WORDS)["shots"]
    return [
        child
        for child in verb.children
        if child.dep_ in kinds and not child.like_num and child.lemma_.lower() not in shots
    ]


def _aimed_at(verb: Token) -> Iterator[Token]:
    """Yield who a verb is aimed at: "opened fire on a crowd", "fired to disperse a mob"."""
    words = settings(WORDS)
    fired = (one for one in verb.subtree if one.lower_ in words["firing"])
    for over in (verb, *(child for child in verb.children if child.dep_ == "dobj"), *fired):
        for child in over.children:
            if child.dep_ == "prep" and child.lower_ in words["at"]:
                yield from (noun for noun in child.children if noun.dep_ == "pobj")
            if child.dep_ in ("advcl", "xcomp", "acl") and child.lemma_.lower() in words["aims"]:
                yield from (noun for noun in child.children if noun.dep_ == "dobj")


def _in_nouns(findings: Findings, happenings: Sequence[Happening]) -> Iterator[ActorMention]:
    """Yield the forces that stand before a word for their deed: "the police firing"."""
    deeds = settings(WORDS)["deeds"]
    doc = findings.document.doc
    for sentence in sorted({happening.trigger.sentence for happening in happenings}):
        for mention in findings.within(findings.actors, sentence):
            if mention.last < len(doc) and doc[mention.last].lower_ in deeds:
                yield mention
    for happening in happenings:
        yield from shooters(findings, doc[happening.trigger.head])


def _shooters_of_others(
    findings: Findings, happenings: Sequence[Happening], place: Place | None
) -> set[str]:
    """Return the keys of who only stands in "police firing", where an event is a mob's deed."""
    doc = findings.document.doc
    if not any(is_of_a_mob(findings, one) for one in happenings) or any(
        is_by_force(findings, one) or _fires(doc[one.trigger.head]) for one in happenings
    ):
        return set()
    named: dict[bool, set[str]] = {True: set(), False: set()}
    for sentence in {one.trigger.sentence for one in happenings}:
        for mention in findings.within(findings.actors, sentence):
            after = doc[mention.last] if mention.last < len(doc) else doc[mention.head]
            fires = any(one is mention for one in shooters(findings, after))
            named[fires] |= set(_keys(findings, mention, FORCES, place))
    return named[True] - named[False]


def _is_crowd(findings: Findings, mention: ActorMention) -> bool:
    """Whether a mention is of people who demonstrate or riot, by its kind or by a word on it."""
    words = settings(WORDS)
    head = findings.document.doc[mention.head]
    if any(actor.kind in CROWDS for actor in mention.actors):
        return True
    return head.lemma_.lower() in words["crowds"] or any(
        not {kid.lemma_.lower(), kid.lower_}.isdisjoint(words["gathered"])
        for kid in head.children
        if kid.dep_ in ("acl", "relcl", "amod", "compound")
    )


def _keys(
    findings: Findings, mention: ActorMention, kinds: frozenset[ActorKind], place: Place | None
) -> Iterator[str]:
    country = place.country if place else None
    for actor in mention.actors:
        if actor.kind in kinds:
            yield key_of(settle(actor, country, findings.country, findings.published))
