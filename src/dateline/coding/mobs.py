"""Mobs told by no word for a mob: "villagers beat to death a man accused of witchcraft".

Several people in no armed group who kill or beat somebody with their hands are a mob, and its
doers. Source: ACLED's mob violence; coding frame, "crowds that burn, loot or attack: rioters,
side a". Words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.brawls import PEOPLE, is_armed, people_and_forces
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides, key_of
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, Place, SubEventType

WORDS = "languages/en/mobs.toml"
"""Where the words for a mob and its deeds are kept."""

READ_AS = frozenset({SubEventType.ATTACK, SubEventType.MOB_VIOLENCE})
"""Types that a mob's deed is read as."""

NOBODIES = frozenset({ActorKind.CIVILIANS, ActorKind.UNIDENTIFIED, ActorKind.OTHER})
"""Kinds that whoever falls to a mob, thieves among them, is read as: civilians."""


def mob(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> tuple[SubEventType, Sides]:
    """Return type and sides of an event, those of mob violence where a mob is its only doer."""
    dispersed = kind is SubEventType.EXCESSIVE_FORCE  # as "crowds killed 40 Moors" may be read
    if not (kind in READ_AS or dispersed) or any(actor.kind not in PEOPLE for actor in sides[0]):
        return kind, sides
    if any(one.trigger.lemma in settings(WORDS)["lynching"] for one in happenings):
        kind = SubEventType.MOB_VIOLENCE
    for happening in sorted(happenings, key=lambda one: -one.sure):
        verb = findings.document.doc[happening.trigger.head]
        words = [word for word in _doers(verb) if _makes_a_mob(word, crowd=dispersed)]
        doers = [
            actor.model_copy(update={"kind": ActorKind.RIOTERS})
            for actor in people_and_forces(findings, words, place)
            if actor.kind in PEOPLE
        ]
        if doers:
            own = {actor.mention for actor in doers}
            first = {key_of(actor): actor for actor in doers}
            struck = [actor for actor in sides[1] if actor.mention not in own]
            if dispersed:
                plain = {"kind": ActorKind.CIVILIANS}
                struck = [
                    actor.model_copy(update=plain) if actor.kind in PEOPLE else actor
                    for actor in struck
                ]
            return SubEventType.MOB_VIOLENCE, (
                list(first.values()),
                struck or _victims(findings, verb, place),
            )
    return kind, sides


def _victims(findings: Findings, verb: Token, place: Place | None) -> list[Actor]:
    """Whom a verb's mob sets upon where the models see nobody: "a suspected thief"."""
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    return [
        actor.model_copy(update={"kind": ActorKind.CIVILIANS})
        for actor in people_and_forces(findings, objects, place, singular=True)
        if actor.kind in NOBODIES
    ]


def _doers(verb: Token) -> Iterator[Token]:
    """Yield who does what a mob's verb tells: its subject if it has an object, or the agent."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in settings(WORDS)["deeds"]:
        return
    objects = [
        child
        for one in (verb, *verb.conjuncts)  # "hacked or stabbed eight people"
        for child in one.children
        if child.dep_ == "dobj" and not child.like_num and one.i >= verb.i
    ]
    for child in verb.children:
        if child.dep_ == "agent":
            yield from (noun for noun in child.children if noun.dep_ == "pobj")
        elif child.dep_ == "nsubj" and objects:
            yield child
    if verb.dep_ == "conj" and objects and not any(kid.dep_ == "nsubj" for kid in verb.children):
        yield from (kid for kid in verb.head.children if kid.dep_ == "nsubj")


def _makes_a_mob(word: Token, *, crowd: bool) -> bool:
    """Whether a word means several people in no armed group; a ``crowd`` only by its own word."""
    lemma = word.lemma_.lower()
    if lemma in settings(WORDS)["bodies"] or crowd:
        return lemma in settings(WORDS)["bodies"]
    if word.tag_ not in ("NNS", "NNPS") or lemma not in settings(WORDS)["people"]:
        return False
    return not is_armed(word, settings(WORDS)["fighting"])
