"""What becomes of captives: "two sailors kidnapped off Nigeria were killed", "freed ten hostages".

By the coding frame those who are freed are ``Other`` and those who are killed an ``Attack``; that
they had been taken is an event of its own only where at least two of who, where and when are told
of it. Which words tell of freeing and killing is data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dateline.coding.findings import Findings
from dateline.coding.syntax import Token
from dateline.coding.triggers import Trigger
from dateline.knowledge.files import settings
from dateline.model import Figure, Measure, SubEventType

if TYPE_CHECKING:
    from dateline.coding.happenings import Happening

WORDS = "languages/en/captives.toml"
"""Where these words are kept."""

ABDUCT = "abduct"
"""What the table of triggers calls the words of taking."""

DETAILS = 2
"""From so many of who, where and when on, a taking told in passing is an event of its own."""

SURE = 0.5
"""How sure a word of killing must be, for those who were taken to have been killed."""

EXCHANGED_AS = frozenset(
    {
        SubEventType.AGREEMENT,
        SubEventType.ARMED_CLASH,
        SubEventType.ABDUCTION,
        SubEventType.ARRESTS,
        SubEventType.NON_STATE_OVERTAKES,
        SubEventType.GOVERNMENT_REGAINS,
    }
)
"""Types that an exchange of captives is read as: fire is exchanged too, and they had been taken."""

_PATIENT = frozenset({"nsubjpass", "dobj"})
_HURTING = frozenset({"kill", "die", "injure"})
_CLAUSE = frozenset({"acl", "amod", "relcl"})
_ASIDE = frozenset({"acl", "amod"})


def find_spent(findings: Findings) -> frozenset[int]:
    """Return the triggers, by their index, that only say that somebody had been taken captive."""
    taking = [trigger for trigger in findings.triggers if ABDUCT in trigger.concepts]
    return frozenset(trigger.index for trigger in taking if _is_spent(findings, trigger))


def _is_spent(findings: Findings, trigger: Trigger) -> bool:
    words = settings(WORDS)
    head = findings.document.doc[trigger.head]
    lemma = head.lemma_.lower()
    fates = frozenset(words["freeing"] + words["killing"])
    if lemma in words["takers"] + words["ransom"]:
        return any(over.lemma_.lower() in fates for over in _above(head))
    if lemma in words["captives"] and head.dep_ in _PATIENT:
        return head.head.lemma_.lower() in fates
    if lemma in words["captives"] and head.dep_ == "nsubj":
        return any(kid.lower_ in words["regained"] for kid in head.head.children)
    noun = head.head
    if head.dep_ not in _CLAUSE or noun.dep_ not in _PATIENT or head.tag_ not in ("VBN", "JJ"):
        return False
    return noun.head.lemma_.lower() in fates and _details(findings, head) < DETAILS


def _above(noun: Token) -> Iterator[Token]:
    """The verb that a noun is subject, agent or ground of, and the one above it."""
    over = noun.head
    for _ in range(3):
        yield over
        over = over.head


def _details(findings: Findings, verb: Token) -> int:
    """How many of who, where and when a participle tells of a taking."""
    inside = {token.i for token in verb.subtree}
    who = any(child.dep_ == "agent" for child in verb.children)
    # "By Pakistani militants" is who, and not where.
    where = any(place.head in inside and place.locative for place in findings.places)
    when = any(date.head in inside for date in findings.dates)
    return who + where + when


def fate(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    figures: Sequence[Figure],
) -> SubEventType:
    """Return the type of an event: an attack where those who were abducted were killed.

    An abduction is all that an attack was in which nobody was hurt and some were taken.

    What is only threatened is none: "threatened to kill them". Captives whom two sides have
    exchanged are freed, ``Other``; what is only agreed stays an agreement.
    """
    if kind in EXCHANGED_AS and _is_exchange(findings, members):
        return SubEventType.OTHER
    if kind is SubEventType.ATTACK and _are_only_taken(members, figures):
        return SubEventType.ABDUCTION
    if kind is SubEventType.ARMED_CLASH and _are_put_to_death(findings, members):
        return SubEventType.ATTACK
    if kind is not SubEventType.ABDUCTION:
        return kind
    doc = findings.document.doc
    killing = settings(WORDS)["killing"]
    here = {member.trigger.sentence for member in members}
    taken = [
        doc[trigger.head]
        for trigger in findings.triggers
        if ABDUCT in trigger.concepts and trigger.sentence in here
    ]
    for member in members:
        verb = doc[member.trigger.head]
        told = verb.lemma_.lower() in killing and verb.tag_ != "VB" and member.sure >= SURE
        if told and _same(verb, taken):
            return SubEventType.ATTACK
    return kind


def _are_only_taken(members: Sequence[Happening], figures: Sequence[Figure]) -> bool:
    """Whether somebody was taken away and nobody hurt: "killed nobody but took away 27 pupils"."""
    taken = any(one.measure is Measure.CAPTURED and one.high != 0 for one in figures)
    told = any(ABDUCT in one.trigger.concepts and one.sure >= SURE for one in members)
    harm = [one for one in figures if one.measure in (Measure.KILLED, Measure.INJURED)]
    spoken = any(not _HURTING.isdisjoint(one.trigger.concepts) for one in members)
    return taken and told and all(one.high == 0 for one in harm) and (bool(harm) or not spoken)


def _are_put_to_death(findings: Findings, members: Sequence[Happening]) -> bool:
    """Whether all who are killed were captives, and nobody fights: "killed 15 captured policemen".

    By the coding frame executions are attacks, whoever is put to death.
    """
    words, doc = settings(WORDS), findings.document.doc
    if any("clash" in member.trigger.concepts for member in members):
        return False
    verbs = [doc[member.trigger.head] for member in members]
    killed = [verb for verb in verbs if verb.lemma_.lower() in words["killing"]]
    dead = [[kid for kid in verb.children if kid.dep_ in _PATIENT] for verb in killed]
    return bool(dead) and all(
        nouns
        and all(
            noun.lemma_.lower() in words["prisoners"]
            or any(kid.lower_ in words["held"] for kid in noun.children if kid.dep_ in _CLAUSE)
            for noun in nouns
        )
        for nouns in dead
    )


def without_the_freed(
    kind: SubEventType, figures: tuple[Figure, ...], *, total: bool
) -> tuple[Figure, ...]:
    """Return the figures of an event: those who come free are no captives of it."""
    if kind is not SubEventType.OTHER or total:
        return figures
    return tuple(figure for figure in figures if figure.measure is not Measure.CAPTURED)


def _is_exchange(findings: Findings, members: Sequence[Happening]) -> bool:
    """Whether an event is that captives were exchanged: "the two sides swapped 40 prisoners".

    Or some were freed "in exchange for" others. Who is exchanged may be told by a word of the
    event's own ("wounded", "prisoners"), and how he had been taken ("captured by the group").
    """
    words, doc = settings(WORDS), findings.document.doc
    heads = [doc[member.trigger.head] for member in members]
    told: set[int] = set()
    for verb in {over for head in heads for over in (head, *head.ancestors)}:
        if verb.pos_ != "VERB" or verb.tag_ == "VB":
            continue
        given = [kid for kid in verb.children if kid.dep_ in _PATIENT]
        swapped = verb.lemma_.lower() in words["exchanging"]
        if not swapped and not (given and _is_for_others(verb)):
            continue
        if not swapped or any(kid.lemma_.lower() in words["exchanged"] for kid in given):
            own = (word for word in verb.subtree if word.pos_ != "VERB" or word.dep_ in _ASIDE)
            told |= {verb.i, *(word.i for word in own)}
    return bool(told) and all(head.i in told for head in heads)


def _is_for_others(verb: Token) -> bool:
    """Whether captives are freed for others: "in exchange for 55 men", "in return for three"."""
    words = settings(WORDS)
    freed = verb.lemma_.lower() in (*words["freeing"], *words["handing"])
    return freed and any(
        noun.lower_ in words["in_exchange"] and noun.head.lower_ == "in" and noun.dep_ == "pobj"
        for noun in verb.subtree
    )


def _same(verb: Token, taken: Sequence[Token]) -> bool:
    """Whether those who are killed are those who were taken: joined verbs, or one's participle."""
    killed = {child.i for child in verb.children if child.dep_ in _PATIENT}
    return any(
        one.i in killed
        or (one.dep_ in _CLAUSE and one.head.i in killed)
        or (one in verb.conjuncts and not _apart(one, verb))
        for one in taken
    )


def _apart(one: Token, other: Token) -> bool:
    """Whether joined verbs have an object each: "killed two guards and kidnapped 30 pupils"."""
    return all(
        any(child.dep_ == "dobj" and child.pos_ != "PRON" for child in verb.children)
        for verb in (one, other)
    )
