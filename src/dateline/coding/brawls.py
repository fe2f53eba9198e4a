"""Clashes of people without arms: with police a violent demonstration, among themselves a mob's.

"One person was killed in a clash between police and villagers" is no battle: villagers are no
armed group. Source: coding frame, crowds that attack are rioters and side a; ACLED, a battle is
fought by two armed organised groups.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from dateline.coding.actors import settle
from dateline.coding.counted import noun_class
from dateline.coding.crowd_control import UNARMED
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.opponents import CLASH, WORDS, opponents_of
from dateline.coding.peoples import are_peoples
from dateline.coding.police_firing import FORCES, fell_to_force
from dateline.coding.second_look import Sides, key_of
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, Place, SubEventType

MOBS = "languages/en/mobs.toml"
"""Where what is at hand to fight with is kept."""

READ_AS = frozenset(
    {
        SubEventType.ARMED_CLASH,
        SubEventType.VIOLENT_DEMONSTRATION,
        SubEventType.MOB_VIOLENCE,
        SubEventType.ATTACK,
    }
)
"""Types that such a clash is read as."""

RIOTS = frozenset({SubEventType.VIOLENT_DEMONSTRATION, SubEventType.MOB_VIOLENCE})

PEOPLE = UNARMED
"""Kinds of those who brawl."""


def brawl(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> tuple[SubEventType, Sides]:
    """Return type and sides of an event, those of a brawl where people without arms fight it."""
    if kind not in READ_AS or (kind in RIOTS and all(sides)):
        return kind, sides
    clash = kind is SubEventType.ARMED_CLASH and sides[0] and _are(sides[0], FORCES)
    between = any(CLASH in happening.trigger.concepts for happening in happenings)
    if clash and between and fell_to_force(findings, happenings):
        # "Killed in police firing after a clash between two communities": the police did it.
        return (SubEventType.EXCESSIVE_FORCE if _are(sides[1], PEOPLE) else kind), sides
    for happening in sorted(happenings, key=lambda one: -one.sure):
        trigger = happening.trigger
        if (
            CLASH not in trigger.concepts
            or trigger.lemma.lower() not in settings(WORDS)["brawling"]
        ):
            continue
        head = findings.document.doc[trigger.head]
        first, second = opponents_of(head)
        if not second and (rivals := _rivals(head)):
            first, second = rivals, rivals
        armed = kind is SubEventType.ARMED_CLASH and first != second
        if armed and are_peoples(first) and are_peoples(second):
            continue  # "Kukis and Meiteis clashed"
        one, other = (list(people_and_forces(findings, side, place)) for side in (first, second))
        if not one or not other:
            continue
        if _are(one, PEOPLE) and _are(other, PEOPLE):
            return SubEventType.MOB_VIOLENCE, (_rioting(one), _rioting(other))
        for people, forces in ((one, other), (other, one)):
            if _are(people, PEOPLE) and _are(forces, FORCES):
                return SubEventType.VIOLENT_DEMONSTRATION, (_rioting(people), forces)
    return kind, sides


def _rivals(head: Token) -> list[Token]:
    """People of two sides in one word: "rival fans clashed", "clashes between rival groups"."""
    words = settings(WORDS)
    verb = head if head.pos_ == "VERB" or head.dep_ not in ("nsubj", "dobj") else head.head
    found = [child for child in verb.children if child.dep_ == "nsubj" and child != head]
    found += [
        noun
        for over in {head, verb}
        for child in over.children
        if child.lower_ in words["between"]
        for noun in child.children
    ]
    return [noun for noun in found if any(word.lower_ in words["rival"] for word in noun.subtree)][
        :1
    ]


def people_and_forces(
    findings: Findings, words: Sequence[Token], place: Place | None, *, singular: bool = False
) -> Iterator[Actor]:
    """Yield whom words mean: actors, and people by a word that is in no list of actors.

    One person is meant by such a word only where asked for.
    """
    tags = ("NNS", "NN") if singular else ("NNS",)
    country = place.country if place else None
    for word in words:
        within = findings.within(findings.actors, findings.document.sentence_of[word.i])
        told = [one for one in within if one.first <= word.i < one.last]
        known = [actor for mention in told for actor in mention.actors]
        if is_armed(word, settings(WORDS)["armed"]):
            known = [one for one in known if one.kind not in PEOPLE]
        elif word.lemma_.lower() in settings(WORDS)["backers"]:
            known = [one.model_copy(update={"kind": ActorKind.CIVILIANS}) for one in known[:1]]
        found: dict[str, Actor] = {}
        for actor in known:
            settled = settle(actor, country, findings.country, findings.published)
            found.setdefault(key_of(settled), settled)
        yield from found.values()
        if not told and word.tag_ in tags and noun_class(word) == "person":
            span = findings.document.offsets(word.i, word.i + 1)
            yield Actor(
                mention=findings.document.quote(span),
                kind=ActorKind.CIVILIANS,
                country=country or findings.country,
                span=span,
            )


def is_armed(word: Token, ways: Collection[str]) -> bool:
    """Whether one of these words has people armed, with more than what is at hand: no spears."""
    return any(kid.lower_ in ways and not _at_hand(kid) for kid in word.children)


def _at_hand(armed: Token) -> bool:
    """Whether people are "armed with sticks and stones", and with nothing else."""
    means = [
        noun
        for kid in armed.children
        if kid.dep_ == "prep" and kid.lower_ == "with"
        for noun in kid.children
    ]
    means += [other for noun in means for other in noun.conjuncts]
    return bool(means) and all(
        noun.lemma_.lower() in settings(MOBS)["at_hand"] for noun in means if noun.pos_ == "NOUN"
    )


def _are(actors: Sequence[Actor], kinds: frozenset[ActorKind]) -> bool:
    return all(actor.kind in kinds for actor in actors)


def _rioting(actors: Sequence[Actor]) -> list[Actor]:
    return [actor.model_copy(update={"kind": ActorKind.RIOTERS}) for actor in actors]
