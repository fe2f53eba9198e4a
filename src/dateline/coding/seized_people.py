"""People who are seized: "fighters seized three aid workers", which takes no ground and no arms.

The verbs of conquest take places, arms and people. Where all that they take is people, by the
syntax, it is an abduction, or an arrest where a state's own forces do it; so is "the capture of
Radovan Karadzic". Source: coding frame, its list of types; which verbs and nouns those are is data.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.holders import is_ground_noun
from dateline.coding.second_look import Sides
from dateline.coding.syntax import Token
from dateline.coding.toponym_features import first_names
from dateline.knowledge.files import settings
from dateline.model import ActorKind, Figure, Measure, SubEventType

WORDS = "languages/en/captives.toml"
CONQUEST = "languages/en/conquest.toml"
"""Where the verbs that seize people and the nouns that are no people are kept."""

READ_AS = frozenset(
    {
        SubEventType.NON_STATE_OVERTAKES,
        SubEventType.GOVERNMENT_REGAINS,
        SubEventType.DISRUPTED_WEAPONS,
        SubEventType.LOOTING,
    }
)
"""Types that words of conquest are otherwise read as."""

HELD = frozenset({Measure.CAPTURED, Measure.MISSING})

HOLDING = "hold"
"""The verb by which people are kept, who may be read as ground that is held: "held by rebels"."""

_RELATIVES = frozenset({"who", "whom", "that", "which"})

_FORCES = frozenset({ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES})
_TAKING = frozenset({"seize", "capture", "arrest", "change"})

_ARMED = frozenset({ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA})


def people_seized(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    figures: Sequence[Figure],
) -> SubEventType:
    """Return the type of an event: an abduction or arrest where people are all that is seized.

    What somebody makes off with is loot where it is no people: "made off with drugs".
    """
    if kind is SubEventType.ABDUCTION:
        return SubEventType.LOOTING if _carries_goods(findings, members) else kind
    takes = [one for one in members if "seize" in one.trigger.concepts]
    if kind is SubEventType.ARMED_CLASH and not _are_only_caught(members, sides):
        return kind
    held = kind is SubEventType.NON_VIOLENT_TRANSFER and all(
        one.trigger.lemma == HOLDING for one in takes
    )
    if not (held or kind in READ_AS or kind is SubEventType.ARMED_CLASH) or any(
        one.measure not in HELD for one in figures
    ):
        return kind
    verbs = settings(WORDS)["seizing"]
    doc = findings.document.doc
    if not takes or not all(
        one.trigger.lemma in verbs and _takes_people(findings, doc[one.trigger.head])
        for one in takes
    ):
        return kind
    own = bool(sides[0]) and sides[0][0].kind is ActorKind.STATE_FORCES
    own = own or kind is SubEventType.ARMED_CLASH
    return SubEventType.ARRESTS if own else SubEventType.ABDUCTION


def _are_only_caught(members: Sequence[Happening], sides: Sides) -> bool:
    """Whether forces of a state take people and no word tells of a fight.

    "Troops captured a senior commander near Mosul" is an arrest.
    """
    forces = bool(sides[0]) and all(one.kind in _FORCES for one in sides[0])
    return forces and all(_TAKING.issuperset(one.trigger.concepts) for one in members)


def _carries_goods(findings: Findings, members: Sequence[Happening]) -> bool:
    """Whether all words of a taking are "made off with" things."""
    doc = findings.document.doc
    takes = [one for one in members if "abduct" in one.trigger.concepts]
    if not takes or not all(one.trigger.lemma in settings(WORDS)["carrying"] for one in takes):
        return False
    nouns = [
        noun
        for one in takes
        for child in doc[one.trigger.head].children
        if child.lower_ == "with"
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
    return bool(nouns) and not any(
        noun.pos_ != "NOUN" or is_people(findings, noun) for noun in nouns
    )


def _takes_people(findings: Findings, verb: Token) -> bool:
    """Whether all that a verb takes is people who may be held: "seized four observers"."""
    if verb.pos_ == "NOUN":
        return _is_of_people(findings, verb)
    if verb.pos_ != "VERB" or _is_by_surprise(verb):
        return False
    taken = [
        # "Two women, who have been held since June".
        verb.head if verb.dep_ == "relcl" and child.lower_ in _RELATIVES else child
        for child in verb.children
        if child.dep_ in ("dobj", "nsubjpass")
    ]
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not taken:
        taken.append(verb.head)  # "two missionaries seized in Pader"
    nouns = [noun for child in taken for noun in (child, *child.conjuncts)]
    return bool(nouns) and all(is_people(findings, noun) for noun in nouns)


def _is_of_people(findings: Findings, deed: Token) -> bool:
    """Whether a noun of taking is of people or of somebody by name: "the capture of two pilots"."""
    nouns = [
        noun
        for of in deed.children
        if of.lower_ == "of"
        for first in of.children
        if first.dep_ == "pobj"
        for noun in (first, *first.conjuncts)
    ]
    return bool(nouns) and all(
        is_people(findings, noun) or _is_a_name(findings, noun) for noun in nouns
    )


def _is_a_name(findings: Findings, noun: Token) -> bool:
    """Whether a name of several words begins with a first name, and is no place as a whole."""
    first = next((kid for kid in noun.lefts if kid.dep_ == "compound"), noun)
    return (
        noun.pos_ == "PROPN"
        and first.pos_ == "PROPN"
        and first.i < noun.i
        and first.lower_ in first_names()
        and not any(one.first <= first.i and one.last > noun.i for one in findings.places)
    )


def _is_by_surprise(verb: Token) -> bool:
    """Whether who is taken stays free: "took the rebels by surprise"."""
    by = (kid for kid in verb.children if kid.lower_ == "by")
    return any(noun.lower_ in settings(WORDS)["unawares"] for kid in by for noun in kid.children)


def is_people(findings: Findings, noun: Token) -> bool:
    """Return whether a noun is for people who may be held, and not for ground, arms or a band."""
    lemma = noun.lemma_.lower()
    if is_ground_noun(noun) or lemma in settings(CONQUEST)["arms"]:
        return False
    if lemma in settings(WORDS)["aboard"]:
        return True
    here = findings.document.sentence_of[noun.i]
    counted = {noun.i, *(child.i for child in noun.children if child.dep_ == "nummod")}
    if any(
        number.figure.measure in HELD and not counted.isdisjoint(range(number.first, number.last))
        for number in findings.within(findings.figures, here)
    ):
        return True
    # "The rebel leader Rashid", "40 rebels": a band's own name may be its ground, but "eight
    # Senderistas" are its people.
    many = noun.lower_.endswith(("s", "men")) and any(k.dep_ == "nummod" for k in noun.children)
    if many and any(mention.head == noun.i for mention in findings.within(findings.actors, here)):
        return True
    names = [noun, *(kid for kid in noun.children if kid.dep_ in ("compound", "appos"))]
    fights = any(one.lemma_.lower() in settings(WORDS)["combatants"] for one in names)
    return any(
        mention.head == noun.i
        and (fights or not any(actor.kind in _ARMED for actor in mention.actors))
        for mention in findings.within(findings.actors, here)
    )
