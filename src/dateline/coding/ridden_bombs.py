"""Bombs that somebody rides or wears: "rammed a car full of explosives into the gate".

Who drives a load of explosives into something, or has it strapped to the body, dies by it, though
no report says "suicide". Source: coding frame, "Suicide bomb" before "Remote explosive"; which
words tell of it is data.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import ActorKind, SubEventType

WORDS = "languages/en/delivery.toml"
"""Where the words of loads, bodies and ramming are kept."""

READ_AS = frozenset({SubEventType.REMOTE_EXPLOSIVE, SubEventType.ATTACK, SubEventType.ARMED_CLASH})
"""Types that such a bomb is otherwise read as."""


def ridden(findings: Findings, members: Sequence[Happening], kind: SubEventType) -> SubEventType:
    """Return the type of an event: a suicide bomb where its bomb is worn or driven in."""
    if kind not in READ_AS:
        return kind
    words, document = settings(WORDS), findings.document
    verbs = frozenset(words["ramming"])
    heads = {member.trigger.head for member in members}
    for index in {member.trigger.sentence for member in members}:
        for token in document.span(document.sentences[index]):
            if token.lower_ in words["strapped"]:
                if _is_worn(token):
                    return SubEventType.SUICIDE_BOMB
            elif token.lower_ in words["reflexives"]:
                # Gunmen who blow themselves up in the end have fought or shot first.
                bursts = token.head.lemma_.lower() in words["bursting_oneself"]
                if kind is SubEventType.REMOTE_EXPLOSIVE and token.dep_ == "dobj" and bursts:
                    return SubEventType.SUICIDE_BOMB
            elif token.lower_ == words["suicide"] and kind is not SubEventType.ARMED_CLASH:
                if token.dep_ == "compound" and token.head.lemma_.lower() in words["bombers"]:
                    return SubEventType.SUICIDE_BOMB
            elif token.lemma_.lower() in words["belts"]:
                if is_of_explosives(token) or is_set_off(token):
                    return SubEventType.SUICIDE_BOMB
            elif token.lemma_.lower() in words["loads"]:
                if is_set_off(token) and _is_on_the_body(token):
                    return SubEventType.SUICIDE_BOMB
            elif token.lower_.removesuffix("s") in words["borne"]:
                if _strikes(token, heads):
                    return SubEventType.SUICIDE_BOMB
            elif token.pos_ == "VERB" and token.lemma_.lower() in verbs and _is_ridden(token):
                return SubEventType.SUICIDE_BOMB
    return kind


def _strikes(bomb: Token, heads: Set[int]) -> bool:
    """Whether a bomb does what is told, or is it: not "troops destroyed an SVBIED"."""
    if bomb.dep_ in ("dobj", "nsubjpass"):
        return bomb.head.lemma_.lower() in settings(WORDS)["setting_off"]
    over = bomb.head.head if bomb.head.lower_ in ("with", "by") else bomb.head
    return bomb.i in heads or over.i in heads


def without_guards(
    findings: Findings, members: Sequence[Happening], kind: SubEventType, sides: Sides
) -> Sides:
    """Return the sides, on the first of a suicide bomb no forces that shot or stopped a bomber.

    "Police shot dead a second bomber" beside the bombs that went off: they sent neither.
    """
    if kind is not SubEventType.SUICIDE_BOMB:
        return sides
    stopping = settings(WORDS)["stopping"]
    doc = findings.document.doc
    guards = {
        actor.span
        for sentence in {member.trigger.sentence for member in members}
        for mention in findings.within(findings.actors, sentence)
        if doc[mention.head].dep_ == "nsubj" and doc[mention.head].head.lemma_.lower() in stopping
        for actor in mention.actors
        if actor.kind in (ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES)
    }
    return [actor for actor in sides[0] if actor.span not in guards], sides[1]


def _is_worn(participle: Token) -> bool:
    """Whether a load is strapped to somebody: "a bomb strapped to a girl"."""
    words = settings(WORDS)
    # The parser takes "strapped" now for a verb, now for an adjective before what follows.
    over = [participle.head] if participle.dep_ in ("acl", "amod") else []
    objects = [kid for kid in participle.children if kid.dep_ in ("dobj", "nsubjpass")]
    on = [n for to in participle.children if to.lower_ in words["strapped_to"] for n in to.children]
    # "Strapped round her waist": the parser may take "round" for an adjective.
    return any(noun.lemma_.lower() in words["loads"] for noun in (*over, *objects)) and any(
        noun.lemma_.lower() in words["bodies"] for noun in (*on, *objects)
    )


def is_of_explosives(belt: Token) -> bool:
    """Return whether a belt or vest is a bomb: "two women with belts of explosives"."""
    loads = settings(WORDS)["loads"]
    return any(
        noun.lemma_.lower() in loads
        for kid in belt.children
        for noun in ((kid,) if kid.dep_ in ("compound", "amod") else kid.children)
        if kid.dep_ in ("compound", "amod") or kid.lower_ == "of"
    )


def is_set_off(thing: Token) -> bool:
    """Return whether somebody blows up a thing: "she detonated her belt", "set off his vest".

    What is only to be set off, or was not, is worn all the same, and has blown up nobody.
    """
    verb, words = thing.head, settings(WORDS)
    if thing.dep_ != "dobj" or verb.pos_ != "VERB" or verb.tag_ == "VB":
        return False
    if any(kid.dep_ == "neg" for kid in verb.children):
        return False
    lemma, after = verb.lemma_.lower(), {kid.lower_ for kid in verb.children}
    off = (lemma == "set" and "off" in after) or (lemma == "blow" and "up" in after)
    return lemma in words["setting_off"] or off


def _is_on_the_body(load: Token) -> bool:
    """Whether who sets off a load wears it: "the explosives that he wore", "under her coat"."""
    words = settings(WORDS)
    if any(kid.dep_ == "relcl" and kid.lemma_.lower() in words["worn"] for kid in load.children):
        return True
    # "A bomb hidden under her robe": what is under it may hang on the load, on what is done with
    # it, or on the verb that sets it off.
    over = [load, load.head, *(kid for kid in load.children if kid.dep_ == "acl")]
    return any(
        noun.lemma_.lower() in words["clothes"] and any(kid.dep_ == "poss" for kid in noun.children)
        for word in over
        for under in word.children
        if under.lower_ in words["beneath"]
        for noun in under.children
    )


def _is_ridden(verb: Token) -> bool:
    """Whether a vehicle with a load is driven into something, and not only to be."""
    if verb.tag_ == "VB" or any(kid.dep_ == "neg" for kid in verb.children):
        return False
    if any(other.lemma_.lower() in settings(WORDS)["parking"] for other in verb.conjuncts):
        return False
    driven = [kid for kid in verb.children if kid.dep_ in ("dobj", "nsubj", "nsubjpass")]
    if verb.dep_ == "acl" and not driven:
        # The parser takes "ploughed" for a participle on the bomb, or on its load.
        driven = [verb.head, *verb.head.ancestors]
    into = any(kid.dep_ == "prep" and kid.lower_ in ("into", "at") for kid in verb.subtree)
    hits = verb.lemma_.lower() == "ram" and any(kid.dep_ == "dobj" for kid in verb.children)
    if not into and not hits:
        return False
    # "Drove a van with explosives into the church": the load may hang on the verb.
    loaded = any(kid.lower_ == "with" and _is_loaded_with(kid) for kid in verb.children)
    return any(_is_loaded(noun) or (loaded and _is_vehicle(noun)) for noun in driven)


def _is_loaded(vehicle: Token) -> bool:
    """Whether a noun is a vehicle with a load: "a boat packed with explosives", "a truck bomb"."""
    if vehicle.lemma_.lower() == settings(WORDS)["vehicle_bomb"]:
        return any(kid.dep_ == "compound" and _is_vehicle(kid) for kid in vehicle.children)
    return _is_vehicle(vehicle) and _is_loaded_with(vehicle)


def _is_vehicle(noun: Token) -> bool:
    return noun.lemma_.lower() in settings(WORDS)["vehicles"]


def _is_loaded_with(over: Token) -> bool:
    return any(token.lemma_.lower() in settings(WORDS)["loads"] for token in over.subtree)
