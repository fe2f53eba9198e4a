"""Weapons that are found or seized, and hurt nobody: "police seized eight guns in a house".

The words for weapons are also those for attacks, and the words for taking are also those for
conquest. Source: coding frame, "depots or weapons seized: Disrupted weapons use". Words are data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.holders import is_dug
from dateline.coding.second_look import Sides, key_of, named_by
from dateline.coding.syntax import Token
from dateline.coding.told_doers import doing
from dateline.knowledge.files import settings
from dateline.model import Figure, Measure, Place, SubEventType

WORDS = "languages/en/weapons_found.toml"
"""Where the words for finding and for weapons are kept."""

READ_AS = frozenset(
    {
        SubEventType.ATTACK,
        SubEventType.ABDUCTION,
        SubEventType.SHELLING,
        SubEventType.GRENADE,
        SubEventType.SUICIDE_BOMB,
        SubEventType.REMOTE_EXPLOSIVE,
        SubEventType.ARMED_CLASH,
        SubEventType.ARRESTS,
        SubEventType.GOVERNMENT_REGAINS,
        SubEventType.NON_STATE_OVERTAKES,
        SubEventType.LOOTING,
        SubEventType.DISRUPTED_WEAPONS,
    }
)
"""Types that weapons found are read as."""

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.CAPTURED})


def weapons_found(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    figures: Sequence[Figure],
    place: Place | None,
) -> tuple[SubEventType, Sides]:
    """Return type and sides: disrupted weapons use where an event tells but of weapons found.

    Who finds what others laid acts, and on them.
    """
    if kind not in READ_AS or any(one.measure in _HARM and one.high != 0 for one in figures):
        return kind, sides
    doc = findings.document.doc
    sentences = {happening.trigger.sentence for happening in happenings}
    if any(_is_controlled(doc[happening.trigger.head]) for happening in happenings):
        return SubEventType.DISRUPTED_WEAPONS, sides
    if len(sentences) > 1:
        return kind, sides
    unhurt = any(one.measure in _HARM for one in figures)
    heads = {
        doc[happening.trigger.head]
        for happening in happenings
        # "Nobody was hurt" tells of no harm.
        if not (unhurt and "injure" in happening.trigger.concepts)
    }
    span = findings.document.span(findings.document.sentences[sentences.pop()])
    verbs = settings(WORDS)["finding"]
    grounds = {place.head for place in findings.places}
    told: set[Token] = set()
    laid: set[Token] = set()
    finders: list[Token] = []
    for verb in span:
        if verb.pos_ != "VERB":
            continue
        if verb.lemma_.lower() not in verbs and not _makes_harmless(verb):
            continue
        weapons = list(_weapons(verb, grounds))
        if weapons and not _is_undone(verb):
            told |= {verb, *weapons, *(w for w in verb.subtree if w.pos_ in _NOUNS)}
            told |= {w for weapon in weapons for w in weapon.subtree if w.pos_ in _NOUNS}
            laid |= {w for weapon in weapons for w in weapon.subtree if _tells_no_blast(w)}
            told |= {kid for kid in verb.children if kid.lower_ == "under"}  # "under control"
            told |= laid | {w for w in verb.subtree if _is_only_meant(w)} | set(_sent(verb))
            told |= set(_prevented(verb))
            finders += doing(verb)
        elif _makes_it_harmless(verb):
            told |= {verb, *(kid for kid in verb.children if kid.lower_ == "under")}
    if not told or not heads <= told:
        return kind, sides
    found_by = named_by(findings, finders, place)
    if found_by and any(word.lemma_.lower() in settings(WORDS)["laying"] for word in laid):
        keys = {key_of(actor) for actor in found_by}
        others = [one for side in sides for one in side if key_of(one) not in keys]
        sides = found_by, others
    return SubEventType.DISRUPTED_WEAPONS, sides


def _tells_no_blast(word: Token) -> bool:
    """Whether a verb on a weapon tells where it came from: "planted by rebels"."""
    return word.pos_ == "VERB" and word.lemma_.lower() in settings(WORDS)["laying"]


def _is_only_meant(word: Token) -> bool:
    """Whether a verb tells what a weapon did not do: "before it could go off"."""
    return word.pos_ == "VERB" and any(
        kid.dep_ == "aux" and kid.lower_ in settings(WORDS)["undone"] for kid in word.children
    )


def _weapons(verb: Token, grounds: Set[int]) -> Iterator[Token]:
    """Yield the weapons among what a verb finds or takes; nothing where it takes a place too."""
    found = [child for child in verb.children if child.dep_ in _OBJECTS]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        found.append(verb.head)
        # "Mine of five kilos on the railway removed by sappers": it hangs on the last noun.
        if verb.lemma_.lower() in settings(WORDS)["undoing"]:
            found += _governors(verb.head)
    if any(one.i in grounds for noun in found for one in (noun, *noun.conjuncts)):
        return
    # "Parcel bombs sent to an embassy were intercepted": the parser takes the bombs for senders.
    found += [
        kid for noun in found if noun.pos_ == "VERB" for kid in noun.children if kid.dep_ == "nsubj"
    ]
    for noun in found:
        for one in (noun, *noun.conjuncts):
            if is_weapon(one):
                yield one
                break
        else:
            # "20 kg of explosives", "a cache of rifles".
            yield from (
                one
                for of in noun.children
                if of.lower_ == "of"
                for one in of.children
                if is_weapon(one)
            )


def _governors(noun: Token) -> Iterator[Token]:
    """Yield the nouns on which a noun hangs by its prepositions, from the nearest on."""
    while noun.dep_ == "pobj" and noun.head.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head.head
        yield noun


def finds_weapons(verb: Token) -> bool:
    """Return whether a verb tells of weapons that are found, taken or made harmless."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in settings(WORDS)["finding"]:
        return False
    return next(_weapons(verb, frozenset()), None) is not None and not _is_undone(verb)


def is_weapon(noun: Token) -> bool:
    """Return whether a word is for a weapon or ammunition, also by its make: "AK-47s"."""
    words = settings(WORDS)
    weapons = words["weapons"]
    lower = noun.lower_
    if is_dug(noun):
        return False
    if noun.lemma_.lower() in weapons or lower.removesuffix("s") in weapons:
        return True
    if any(kid.lower_ in words["laden"] for kid in noun.children):
        return True  # "a bomb-laden lorry"
    return re.fullmatch(words["makes"], lower) is not None


def _makes_harmless(verb: Token) -> bool:
    """Whether a verb of blasts or of taking tells that a bomb was undone: "took apart 12 bombs".

    Sappers blow up what others laid; and what is destroyed before it arrives has hurt nobody.
    """
    words = settings(WORDS)
    kids = list(verb.children)
    if verb.lemma_.lower() == "take":
        return any(kid.lower_ == "apart" for kid in kids)
    if verb.lemma_.lower() not in words["destroying"]:
        return False
    doers = [kid for kid in kids if kid.dep_ == "nsubj"]
    doers += [noun for by in kids if by.dep_ == "agent" for noun in by.children]
    if any(
        word.lemma_.lower() in words["sappers"]
        for doer in doers
        for noun in (doer, *doer.conjuncts)
        for word in (noun, *(kid for kid in noun.children if kid.dep_ in ("amod", "compound")))
    ):
        return True
    if any(
        kid.lower_ == "under" and any(n.lower_ == "control" for n in kid.children) for kid in kids
    ):
        return True
    in_time = [
        kid
        for kid in kids
        if kid.dep_ == "advcl" and any(mark.lower_ == "before" for mark in kid.children)
    ]
    return any(kid.lemma_.lower() in words["arriving"] for kid in in_time)


def _makes_it_harmless(verb: Token) -> bool:
    """Whether what was told of before is undone: "they were blown up under control"."""
    return (
        verb.lemma_.lower() in settings(WORDS)["destroying"]
        and any(kid.dep_ in _OBJECTS and kid.pos_ == "PRON" for kid in verb.children)
        and _makes_harmless(verb)
        and not _is_undone(verb)
    )


def _prevented(verb: Token) -> Iterator[Token]:
    """Yield the words for an attack that a find prevents: "foiled a bombing by finding a mine"."""
    over = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.dep_ in ("pcomp", "advcl") and over.lemma_.lower() in settings(WORDS)["preventing"]:
        attacks = [kid for kid in over.children if kid.dep_ in _OBJECTS]
        yield over
        yield from (w for attack in attacks for w in attack.subtree if w.pos_ in _NOUNS)


def _is_controlled(blast: Token) -> bool:
    """Whether an explosion is one by which a bomb is made harmless."""
    return blast.pos_ == "NOUN" and any(child.lower_ == "controlled" for child in blast.children)


def _sent(verb: Token) -> Iterator[Token]:
    """Yield the verbs among what was found: "bombs sent to an embassy were intercepted"."""
    for child in verb.children:
        if child.dep_ in _OBJECTS:
            yield from (kid for kid in (child, *child.children) if kid.pos_ == "VERB")


def _is_undone(verb: Token) -> bool:
    """Whether nothing was found, or it is only hoped for."""
    return any(
        child.dep_ in ("neg", "aux") and child.lower_ in settings(WORDS)["undone"]
        for child in verb.children
    )
