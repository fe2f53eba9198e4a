"""Places entered without a fight: "marched into the town unopposed", "fell without a shot".

The coding frame has ground that is taken without fighting as ``Non-violent transfer of territory``.
Ground taken after the others withdrew from it is, too. Which phrases say that nobody fought, and
which verbs enter or leave a place, is data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from dateline.coding.findings import Findings
from dateline.coding.gains import falls_alone, taken_places
from dateline.coding.happenings import Happening
from dateline.coding.holders import is_undone
from dateline.coding.plain_text import lower
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import Actor, ActorKind, Figure, Measure, SubEventType

CONQUEST = "languages/en/conquest.toml"
"""Where the words of conquest are kept, the phrases of no resistance among them."""

HIGHEST = 6
"""How many words above a phrase its verb may stand."""

OPEN = frozenset(
    {
        SubEventType.GOVERNMENT_REGAINS,
        SubEventType.NON_STATE_OVERTAKES,
        SubEventType.ARMED_CLASH,
        SubEventType.ATTACK,
        SubEventType.PEACEFUL_PROTEST,
        SubEventType.VIOLENT_DEMONSTRATION,
        SubEventType.CHANGE,
        SubEventType.OTHER,
    }
)
"""Types that the words of marching, taking and shots are otherwise read as."""

FIGHTING = frozenset(
    {
        "clash",
        "attack",
        "kill",
        "die",
        "offensive",
        "shelling",
        "airstrike",
        "shoot",
        "ied",
        "grenade",
    }
)
"""What words speak of that tell of a fight over the place."""

_AT_HOME = frozenset(
    {
        ActorKind.STATE_FORCES,
        ActorKind.REBEL,
        ActorKind.POLITICAL_MILITIA,
        ActorKind.IDENTITY_MILITIA,
    }
)
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_ENTERED = frozenset({"dobj", "nsubjpass"})
_TAKEN = frozenset({"dobj", "nsubj", "nsubjpass"})
_INTO = frozenset({"into", "on", "to", "through"})


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(settings(CONQUEST)['unopposed'])})\b")


def without_a_fight(
    findings: Findings,
    members: Sequence[Happening],
    kind: SubEventType,
    figures: Sequence[Figure],
) -> SubEventType:
    """Return the type of an event: a transfer of territory where a place is entered unopposed.

    Where somebody is told to have been killed, there was a fight after all; and where a word of
    the same sentence tells of fighting, the others did not just leave.
    """
    killed = any(
        figure.measure is Measure.KILLED and any((figure.low, figure.best, figure.high))
        for figure in figures
    )
    if kind not in OPEN or killed:
        return kind
    if kind is SubEventType.CHANGE and any(comes_in(findings, member) for member in members):
        return SubEventType.NON_VIOLENT_TRANSFER
    walked = any(walks_in(findings, member) for member in members)
    walked = walked and not _is_won_elsewhere(findings, members)
    left = not is_fought(findings, members) and any(is_left(findings, m) for m in members)
    return SubEventType.NON_VIOLENT_TRANSFER if walked or left else kind


def is_by_force(findings: Findings, members: Sequence[Happening]) -> bool:
    """Return whether a place is told to be taken, and nothing says that nobody defended it.

    "Troops took Kampala, and the president fled": flight ends a fight.
    """
    if any("withdraw" in one.trigger.concepts or comes_in(findings, one) for one in members):
        return False
    taken = False
    for one in members:
        verb = findings.document.doc[one.trigger.head]
        if walks_in(findings, one) or is_left(findings, one):
            return False
        takes = one.trigger.lemma in settings(CONQUEST)["verbs"] and verb.dep_ in _MAIN
        done = takes and verb.tag_ != "VB" and not is_undone(verb)
        taken |= done and bool(taken_places(findings, one))
    return taken


def _is_won_elsewhere(findings: Findings, members: Sequence[Happening]) -> bool:
    """Whether a sentence of an event in which nobody walks in tells of ground taken in a fight.

    "Took the town after four days of fighting. They entered the palace without a shot."
    """
    entered = {one.trigger.sentence for one in members if walks_in(findings, one)}
    rest = [one for one in members if one.trigger.sentence not in entered]
    return any("seize" in one.trigger.concepts for one in rest) and is_fought(findings, rest)


def walks_in(findings: Findings, happening: Happening) -> bool:
    """Return whether a word tells that a place was entered or taken with nobody to resist."""
    doc = findings.document.doc
    verb = doc[happening.trigger.head]
    words = settings(CONQUEST)
    lemma = verb.lemma_.lower()
    if lemma in words["entering"]:
        parts = _ENTERED
    elif lemma in words["falling"] or "seize" in happening.trigger.concepts:
        parts = _TAKEN
    else:
        return False
    # "Would not let the town fall": an infinitive tells of nothing done.
    if is_undone(verb) or verb.tag_ == "VB":
        return False
    named = {place.head for place in findings.places}
    grounds = frozenset(words["grounds"])
    into = any(n.i in named or n.lemma_.lower() in grounds for n in _ground(verb, parts))
    return (into or moves_in(verb)) and is_unfought(findings, happening)


def comes_in(findings: Findings, happening: Happening) -> bool:
    """Return whether a word tells that armed men came into a town or district, and stayed there.

    "Troops entered Lalibela", "marched into the capital". Who comes to do something else there, or
    to keep the peace, does not take it; nor does who reaches its outskirts or is thrown back.
    """
    verb = findings.document.doc[happening.trigger.head]
    words = settings(CONQUEST)
    if verb.lemma_.lower() not in words["entering"] or verb.pos_ != "VERB" or verb.tag_ == "VB":
        return False
    kids = list(verb.children)
    if is_undone(verb) or any(
        (kid.tag_ == "VB" and kid.dep_ in ("advcl", "xcomp")) or kid.lower_ == "but" for kid in kids
    ):
        return False
    towns = {p.head: p for p in findings.places if p.level in ("settlement", "region")}
    goals = [
        noun
        for noun in _ground(verb, _ENTERED, frozenset({"into"}))
        if noun.i in towns or noun.lemma_.lower() in words["whole"]
    ]
    if not goals:
        return False
    named = [towns[noun.i] for goal in goals for noun in goal.subtree if noun.i in towns]
    homes = {findings.country, *(place.place.country for place in named)}
    armed = {
        mention.head
        for mention in findings.within(findings.actors, happening.trigger.sentence)
        if any(_is_at_home(actor, homes) for actor in mention.actors)
    }
    subjects = [kid for kid in kids if kid.dep_ == "nsubj"]
    return any(noun.i in armed for kid in subjects for noun in (kid, *kid.conjuncts))


def _is_at_home(actor: Actor, homes: Set[str | None]) -> bool:
    """Whether an actor may take a town by coming: troops from abroad often come for another end."""
    foreign = actor.kind is ActorKind.STATE_FORCES and actor.country not in (None, *homes)
    return actor.kind in _AT_HOME and not foreign


def is_unfought(findings: Findings, happening: Happening) -> bool:
    """Return whether a phrase on a trigger's own verb says that nobody fought."""
    doc = findings.document.doc
    verb = doc[happening.trigger.head]
    return any(
        verb in _above(doc[first]) for first, _ in _told(findings, happening.trigger.sentence)
    )


def is_fought(findings: Findings, members: Sequence[Happening]) -> bool:
    """Return whether a word in the sentences of an event tells of fighting."""
    sentences = {member.trigger.sentence for member in members}
    entering = settings(CONQUEST)["entering"]
    return any(
        trigger.sentence in sentences
        and not FIGHTING.isdisjoint(trigger.concepts)
        and trigger.lemma.split()[0] not in entering
        for trigger in findings.triggers
    )


def is_left(findings: Findings, happening: Happening) -> bool:
    """Return whether a place is taken after others left: "seized the post after the army withdrew".

    Who enters it then has it, too: "moved into the town after the rebels left". Retreat and flight
    are no such word, since they end a fight.
    """
    words = settings(CONQUEST)
    verb = findings.document.doc[happening.trigger.head]
    enters = verb.lemma_.lower() in words["entering"] and _is_into_a_place(findings, verb)
    falls = falls_alone(findings, happening)
    if "seize" not in happening.trigger.concepts and not enters and not falls:
        return False
    while verb.dep_ in ("dobj", "pobj", "prep", "conj") and verb.head.i != verb.i:
        verb = verb.head  # "took control of it"
    for child in verb.children:
        nouns = child.children if child.dep_ == "prep" and child.lower_ in words["after"] else ()
        if any(noun.lemma_.lower() in words["withdrawals"] for noun in nouns):
            return True
        marked = any(kid.lower_ in words["after"] for kid in child.children)
        if child.dep_ == "advcl" and marked and _leaves(child, words["leaving"]):
            return True
        # "Following the withdrawal" hangs on the participle.
        if child.lower_ in words["after"] and any(
            kid.lemma_.lower() in words["withdrawals"] for kid in child.children
        ):
            return True
    return False


def _is_into_a_place(findings: Findings, verb: Token) -> bool:
    """Whether a verb of entering has a place by its name, or a town or post, for its goal."""
    named, grounds = {place.head for place in findings.places}, settings(CONQUEST)["grounds"]
    return any(
        noun.i in named or noun.lemma_.lower() in grounds for noun in _ground(verb, _ENTERED)
    )


def is_entry_after_leaving(findings: Findings, enters: Happening, leaves: Happening) -> bool:
    """Return whether one word says who came into a place and the other who had left it before.

    "Troops entered the town after the rebels withdrew" is one change of hands; so is "the rebels
    withdrew, and troops moved in".
    """
    if "withdraw" not in leaves.trigger.concepts:
        return False
    doc = findings.document.doc
    left, came = doc[leaves.trigger.head], doc[enters.trigger.head]
    if moves_in(came) and are_beside(left, came):
        return True
    return left.dep_ == "advcl" and left.head.i == came.i and is_left(findings, enters)


def moves_in(verb: Token) -> bool:
    """Return whether a verb says that somebody came in, or entered "the town"."""
    words = settings(CONQUEST)
    if verb.lemma_.lower() not in words["entering"] or verb.tag_ == "VB" or is_undone(verb):
        return False
    for kid in verb.children:
        if kid.lower_ == "in" and kid.dep_ in ("advmod", "prt", "prep"):
            return not any(noun.pos_ in ("NOUN", "PROPN", "NUM") for noun in kid.children)
        if kid.dep_ == "dobj" and kid.lemma_.lower() in words["whole"]:
            return any(the.lower_ == "the" for the in kid.children)
    return False


def are_beside(left: Token, came: Token) -> bool:
    """Return whether a clause on who came stands behind that on who left, on one level."""
    return came.i > left.i and (
        (came.head.i == left.i and came.dep_ in ("conj", "parataxis", "advcl"))
        or (left.head.i == came.i and left.dep_ in ("ccomp", "conj"))
    )


def _leaves(verb: Token, leaving: list[str]) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in leaving or any(f"{lemma} {kid.lower_}" in leaving for kid in verb.rights)


def _told(findings: Findings, sentence: int) -> Iterator[tuple[int, int]]:
    """The phrases of no resistance in a sentence, as token ranges."""
    span = findings.document.span(findings.document.sentences[sentence])
    for match in _phrases().finditer(lower(span.text)):
        found = span.cover(*match.span())
        if found.start and span.doc[found.start - 1].lower_ == "not":
            continue  # "but not without a fight"
        yield found.start, found.end


def _above(token: Token) -> list[Token]:
    """The words that a phrase hangs on, and those that are joined to one of them."""
    chain = [token]
    while len(chain) <= HIGHEST and chain[-1].head.i != chain[-1].i:
        # What a subject or another's statement has to do with the phrase is another matter.
        if chain[-1].dep_ in ("nsubj", "nsubjpass", "ccomp"):
            break
        if chain[-1].dep_ == "relcl":
            # "Fell to the rebels, who met no resistance": who meets none is the one who takes.
            taker = chain[-1].head
            if taker.dep_ == "pobj" and taker.head.lower_ in ("to", "by"):
                chain.append(taker.head.head)
            elif taker.dep_ == "nsubj":
                chain.append(taker.head)
            break
        chain.append(chain[-1].head)
    return chain


def _ground(verb: Token, parts: frozenset[str], into: frozenset[str] = _INTO) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in parts:
            yield child
        elif child.dep_ in ("prep", "dative") and child.lower_ in into:
            yield from child.children
