"""Whom a strike or a bombardment is aimed at, where nobody else is taken for who suffers it.

"Planes bombed a meeting of bandits", "rockets were fired at a base of the coalition": no word of
harm tells of anybody, so that the second side stayed empty. What is aimed at, or whose it is,
stands there. Source: coding frame, side b is who is acted on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.actors import settle
from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.second_look import Sides, key_of, named_by
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech
from dateline.model import Actor, ActorKind, Figure, Measure, Place, SubEventType

WORDS = "languages/en/opponents.toml"
"""Where the words by which fire is aimed are kept."""

SPEAKERS = "languages/en/spokesmen.toml"
"""Where the words for police are kept."""

AIMED = frozenset({SubEventType.AIR_STRIKE, SubEventType.SHELLING, SubEventType.GRENADE})
"""Types of fire that is aimed at somebody."""

HARM = frozenset({Measure.KILLED, Measure.INJURED})

BLOWN_UP = frozenset({SubEventType.REMOTE_EXPLOSIVE, SubEventType.SUICIDE_BOMB})
"""Types of bombs, of which who holds the place need not be the one that suffers."""

FIRE = AIMED - {SubEventType.GRENADE} | BLOWN_UP
"""Types of what police have no means for, or tell of as others' work."""

TOLD_BY_STATES = FIRE | {SubEventType.ATTACK, SubEventType.ABDUCTION}
"""Types of harm to civilians of which a state's forces tell that others did it."""

SURE = 0.5
"""From this chance on a word tells of the event."""

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_OWNERS = frozenset({"amod", "compound", "poss", "nmod"})


def aimed_at(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    place: Place | None,
) -> Sides:
    """Return the sides, on an empty second side whom the event's surest word has aimed at.

    "Dozens of them" are of those aimed at: "struck a gathering of militants, killing nine of them".
    """
    if kind not in AIMED or not all(_are_of_them(findings, actor) for actor in sides[1]):
        return sides
    acting = {key_of(one) for one in sides[0]}
    for happening in sorted(happenings, key=lambda one: -one.sure):
        if happening.sure < SURE:
            break
        for noun in _targets(findings.document.doc[happening.trigger.head]):
            hit = {
                key_of(one): one
                for one in whose(findings, noun, place)
                if key_of(one) not in acting
            }
            if hit:
                return sides[0], list(hit.values())
    return sides


def _are_of_them(findings: Findings, actor: Actor) -> bool:
    """Whether a mention counts people whom another word tells: "dozens of them"."""
    if actor.kind is not ActorKind.CIVILIANS or actor.span is None:
        return False
    behind = findings.document.report.text[actor.span[1] :].split(maxsplit=2)[:2]
    return [word.strip(".,;").lower() for word in behind] in (["of", "them"], ["of", "whom"])


def without_holders(
    findings: Findings, happenings: Sequence[Happening], kind: SubEventType, sides: Sides
) -> Sides:
    """Return the sides, on none anybody of whom is only told that he holds what is hit.

    "Air strikes on rebel-held Aleppo" say where, and not that rebels suffer; "shells hit Donetsk,
    held by rebels" do not say that they fired.
    """
    if kind not in AIMED | BLOWN_UP:
        return sides
    doc = findings.document.doc
    words = settings(WORDS)["holding"]
    sentences = {happening.trigger.sentence for happening in happenings}
    mentions = [one for at in sentences for one in findings.within(findings.actors, at)]
    before = {
        actor.span
        for mention in mentions
        if kind in AIMED
        and mention.last + 1 < len(doc)
        and doc[mention.last].text == "-"
        and doc[mention.last + 1].lower_ in words
        for actor in mention.actors
    }
    behind = {
        actor.span
        for mention in mentions
        if _is_holder(findings, doc[mention.head])
        for actor in mention.actors
    }
    ones, others = (
        [actor for actor in side if actor.span not in gone]
        for side, gone in zip(sides, (behind, before | behind), strict=True)
    )
    return ones, others


def _is_holder(findings: Findings, actor: Token) -> bool:
    """Whether a place is told to be held by somebody: "in Donetsk, controlled by the rebels"."""
    by = actor.head
    if actor.dep_ != "pobj" or by.lower_ != "by":
        return False
    verb = by.head
    if verb.lower_ not in settings(WORDS)["holding"]:
        return False
    before = verb.nbor(-2) if verb.i > 1 and verb.nbor(-1).text == "," else verb.head
    noun = verb.head if verb.dep_ in ("acl", "relcl") else before
    return noun.i < verb.i and _is_place(findings, noun)


def without_tellers(
    findings: Findings,
    happenings: Sequence[Happening],
    kind: SubEventType,
    sides: Sides,
    figures: Sequence[Figure],
) -> Sides:
    """Return the sides, on none anybody who only tells it.

    On the second no civilians ("shells fell, the mayor said"): where people are harmed, and nobody
    else, it is civilians all the same, and whom soldiers attack may tell of it himself. On the
    first no police who tell of air strikes, shells or bombs, and no forces of a state that tell,
    and do not admit, that civilians were harmed, and by whom they do not say ("the army said six
    were killed"). An army abroad that tells so of a strike mostly flew it.
    """
    sentences = {happening.trigger.sentence for happening in happenings}
    telling = [one for one in findings.speakers if one.sentence in sentences]
    mentions = [one for at in sentences for one in findings.within(findings.actors, at)]
    told = {
        actor.span: actor.kind
        for mention in mentions
        if any(one.first <= mention.head < one.last for one in telling)
        for actor in mention.actors
    }
    admitted = any(
        one.verb in speech().admitting or _tells_of_himself(findings, one.at) for one in telling
    )
    if kind in TOLD_BY_STATES and told and not admitted:
        acting = {
            key_of(settle(actor, None, findings.country, findings.published))
            for mention in mentions
            for actor in mention.actors
            if actor.span not in told
        }
        alone = all(actor.kind is ActorKind.CIVILIANS for actor in sides[1]) and bool(sides[1])
        police = settings(SPEAKERS)["police"]
        ones = [
            actor
            for actor in sides[0]
            if actor.span not in told
            or not (
                (kind in FIRE and not set(police).isdisjoint(actor.mention.lower().split()))
                or (alone and actor.kind is ActorKind.STATE_FORCES and key_of(actor) not in acting)
            )
        ]
        sides = ones, sides[1]
    if kind not in AIMED | BLOWN_UP:
        return sides
    left = [actor for actor in sides[1] if told.get(actor.span) is not ActorKind.CIVILIANS]
    harmed = any(one.measure in HARM and one.high != 0 for one in figures)
    return sides if harmed and not left else (sides[0], left)


def _targets(head: Token) -> Iterator[Token]:
    """Yield what a word of fire is aimed at: "shelled X", "fired rockets at X", "strikes on X"."""
    words = settings(WORDS)
    tops = [head]
    if head.pos_ != "VERB" and head.head.pos_ == "VERB" and head.dep_ in ("nsubj", "dobj"):
        tops.append(head.head)
    for top in tops:
        for kid in top.children:
            if kid.dep_ in _OBJECTS and top.pos_ == "VERB" and kid.i != head.i:
                if top.lemma_.lower() in words["hitting"]:
                    yield from _with_others(kid)
                yield from _under(kid)  # "fired rockets at a base"
        yield from _under(top)


def _under(top: Token) -> Iterator[Token]:
    aims = settings(WORDS)["aims"]
    for kid in top.children:
        if kid.dep_ == "prep" and kid.lower_ in aims:
            for noun in kid.children:
                if noun.dep_ == "pobj":
                    yield from _with_others(noun)


def _with_others(noun: Token) -> Iterator[Token]:
    yield noun
    yield from noun.conjuncts


def whose(findings: Findings, noun: Token, place: Place | None) -> list[Actor]:
    """Return who a target is or whose: "militants", "a base of militants", "rebel positions"."""
    if noun.pos_ == "PRON" or _is_place(findings, noun):
        return []
    if found := named_by(findings, [noun], place):
        return found
    owners = [] if noun.head.lower_ == "of" else [k for k in noun.children if k.dep_ in _OWNERS]
    owners += [
        owner
        for kid in noun.children
        if kid.lower_ == "of"
        for owner in kid.children
        if owner.dep_ == "pobj" and not _is_place(findings, owner)
    ]
    return named_by(findings, owners, place)


def _is_place(findings: Findings, noun: Token) -> bool:
    sentence = findings.document.sentence_of[noun.i]
    return any(
        place.first <= noun.i < place.last for place in findings.within(findings.places, sentence)
    )


def _tells_of_himself(findings: Findings, at: int) -> bool:
    """Whether who speaks is the doer of what follows: "announced having killed 20"."""
    return any(
        kid.pos_ in ("VERB", "AUX")
        and kid.dep_ in ("xcomp", "ccomp")
        and all(word.dep_ not in ("nsubj", "nsubjpass", "expl") for word in kid.children)
        for kid in findings.document.doc[at].children
    )
