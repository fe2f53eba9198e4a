"""Poison gas that is used as a weapon: "used sulphur mustard", "bombs filled with nerve gas".

Dropped or fired it reads like any other bomb or shell. By the coding frame a chemical weapon is
named before all else. Gas that is made, stored, bombed or looked for is used on nobody. Words are
data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import SubEventType

WORDS = "languages/en/poison_gas.toml"

CONCEPT = "chemical"
"""What the table of triggers calls the words for poison and for attacks with it."""

PLAIN = "gas"
"""Gas of which nothing more is said."""

READ_AS = frozenset(
    {
        SubEventType.AIR_STRIKE,
        SubEventType.SHELLING,
        SubEventType.REMOTE_EXPLOSIVE,
        SubEventType.GRENADE,
        SubEventType.ARMED_CLASH,
        SubEventType.ATTACK,
        SubEventType.OTHER,
    }
)
"""Types that such an attack is otherwise read as."""

_OBJECTS = frozenset({"dobj", "nsubjpass"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_BEFORE = frozenset({"compound", "nmod", "amod"})


def poisoned(findings: Findings, members: Sequence[Happening], kind: SubEventType) -> SubEventType:
    """Return the type of an event: a chemical weapon where a word of it is what carried the gas."""
    if kind not in READ_AS:
        return kind
    doc = findings.document.doc
    surest = max(members, key=lambda one: one.sure).trigger.sentence
    heads = {one.trigger.head for one in members}
    for one in findings.triggers:
        if one.sentence != surest or CONCEPT not in one.concepts:
            continue
        # The verb "gas" tells of the deed itself: cylinders of cooking gas are taken for it, too.
        gas = doc[one.head]
        if (
            gas.pos_ in _NOUNS
            and not _is_for_cooking(gas)
            and any(used.i in heads for used in _used(gas))
        ):
            return SubEventType.CHEMICAL_WEAPON
    return kind


def _is_for_cooking(gas: Token) -> bool:
    """Whether gas of no further name says what a vessel is: "gas cylinders packed with dynamite".

    Gas that poisons is named: "chlorine cylinders", "a canister of nerve gas".
    """
    return (
        gas.lemma_.lower() == PLAIN
        and gas.dep_ in _BEFORE
        and gas.head.lemma_.lower() in settings(WORDS)["vessels"]
        and not any(kid.dep_ in _BEFORE for kid in gas.children)
        and not any(kid.dep_ in _BEFORE and kid.i < gas.i for kid in gas.head.children)
    )


def _used(gas: Token) -> Iterator[Token]:
    """Yield the words of an attack in which gas is used: the verb, what carries it, the attack."""
    words = settings(WORDS)
    noun = gas
    while noun.dep_ in _BEFORE and noun.head.pos_ in _NOUNS:
        # "Chlorine barrels", "a mustard gas attack".
        noun = noun.head
    if noun is not gas and noun.lemma_.lower() not in words["carriers"] + words["attacks"]:
        return
    if noun.lemma_.lower() in words["attacks"]:
        yield noun
        return
    while (over := _holder(noun)) is not None:
        noun = over
        yield noun
    verb = noun.head
    if verb.lower_ in words["links"] and verb.head.lemma_.lower() in words["harming"]:
        # "Bombed the town with mustard gas".
        yield from _above(verb.head)
    elif noun.dep_ == "nsubj" and verb.lemma_.lower() in words["harming"]:
        if noun is not gas:
            yield from _above(verb)
    elif noun.dep_ in _OBJECTS and verb.lemma_.lower() in words["using"]:
        yield noun
        yield from _above(verb)
        # "Used mustard gas in an attack on", "to attack".
        for kid in verb.children:
            if kid.dep_ in ("xcomp", "advcl", "conj"):
                yield kid
            if kid.dep_ == "prep":
                yield from (at for at in kid.children if at.dep_ == "pobj")


def _holder(noun: Token) -> Token | None:
    """Return what carries a thing: the shells in "shells with", "filled with", "containing"."""
    words = settings(WORDS)
    link = noun.head
    if noun.dep_ == "pobj" and link.lower_ in words["links"]:
        if link.head.lemma_.lower() in words["filling"]:
            link = link.head
    elif noun.dep_ != "dobj" or link.lemma_.lower() not in words["containing"]:
        return None
    return link.head if link.head.lemma_.lower() in words["carriers"] else None


def _above(verb: Token) -> Iterator[Token]:
    """Yield a verb and those that it hangs on: "attacked the town, using sarin"."""
    yield verb
    while verb.dep_ in ("advcl", "conj", "xcomp", "acl") and verb.head is not verb:
        verb = verb.head
        yield verb
