"""Who only answers an event: police who find the bodies, soldiers who cordon off the street.

"Security forces cordoned off the area after a bomb killed three people" blames nobody. Who is the
subject of such a verb has not done what the event's own word tells, unless he does both: "police
rushed to the scene and opened fire". Source: coding frame, side a is who acts. Words are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.findings import Findings
from dateline.coding.former import only_has
from dateline.coding.gains import behind_comma
from dateline.coding.happenings import Happening
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import SubEventType

WORDS = "languages/en/response.toml"
"""Where the words for an answer are kept."""

FOUGHT_OVER = frozenset(
    {
        SubEventType.ARMED_CLASH,
        SubEventType.GOVERNMENT_REGAINS,
        SubEventType.NON_STATE_OVERTAKES,
        SubEventType.NON_VIOLENT_TRANSFER,
    }
)
"""Types in which who has the place, or besieges it, may be one of those who fight over it."""

BEFORE = "before"
"""What leads to how an attack ended."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_SAME_SUBJECT = frozenset({"conj", "advcl", "xcomp"})


def without_responders(findings: Findings, happenings: Sequence[Happening]) -> list[Happening]:
    """Return the happenings, those whom a sentence only has answer them no longer their doers."""
    heads = {happening.trigger.head for happening in happenings}
    told = {index for happening in happenings for index in happening.actors}
    answering = {index for index in told if _only_answers(findings, index, heads)}
    having = {index for index in told if _only_has(findings, index, heads)}
    if having and max(happenings, key=lambda one: one.sure).best_type not in FOUGHT_OVER:
        answering |= having
    answering |= {index for index in told if _ends_event(_head(findings, index), heads)}
    if not answering:
        return list(happenings)
    return [
        replace(
            happening,
            actors={
                index: (0.0, b) if index in answering else (a, b)
                for index, (a, b) in happening.actors.items()
            },
        )
        for happening in happenings
    ]


def _head(findings: Findings, index: int) -> Token:
    """The word for an actor."""
    return findings.document.doc[findings.actors[index].head]


def _ends_event(noun: Token, heads: set[int]) -> bool:
    """Whether somebody only fells the doers of an event that more is told of than its end."""
    return ends_it(noun) and not heads <= {token.i for token in noun.head.subtree} | {
        token.i for token in noun.head.head.subtree
    }


def ends_it(noun: Token) -> bool:
    """Return whether somebody only fells the doers in the end: "before being shot by police".

    Or "before troops shot them dead". "A man was held before being shot by police" has no doers.
    """
    words = settings(WORDS)
    while noun.dep_ == "conj":
        noun = noun.head
    by = noun.dep_ == "pobj" and noun.head.dep_ == "agent"
    verb = noun.head.head if by else noun.head
    if not (by or noun.dep_ == "nsubj") or verb.lemma_.lower() not in words["felling"]:
        return False
    if verb.dep_ == "pcomp" and verb.head.lower_ == BEFORE:
        first = verb.head.head
    elif verb.dep_ == "advcl" and any(kid.lower_ == BEFORE for kid in verb.children):
        first = verb.head
    else:
        return False
    if any(kid.dep_ == "nsubjpass" for kid in first.children):
        return False
    if by:
        return not any(kid.dep_ in _SUBJECTS and kid.pos_ != "PRON" for kid in verb.children)
    return any(kid.dep_ == "dobj" and kid.lower_ in words["them"] for kid in verb.children)


def _only_answers(findings: Findings, index: int, heads: set[int]) -> bool:
    noun = findings.document.doc[findings.actors[index].head]
    while noun.dep_ == "conj":
        noun = noun.head
    if noun.dep_ in _OBJECTS and tells_of_neglect(noun.head):
        return True
    if noun.dep_ == "pobj" and noun.head.dep_ == "agent":
        verb = noun.head.head
        if behind_comma(verb) is not None and verb.i not in heads:
            return True  # "shells hit Bunia, captured by Ugandan troops"
    elif noun.dep_ in _SUBJECTS:
        verb = noun.head
        if noun.dep_ == "nsubjpass" and verb.lemma_.lower() in settings(WORDS)["reacting"]:
            # "The Taliban were blamed": it is others who react. Not so "were not blamed".
            return any(child.dep_ == "neg" for child in verb.children)
    else:
        return False
    chain = list(_led(verb))
    if not any(_answers(one, heads) for one in chain):
        return False
    return not any(other.i in heads for one in chain for other in _besides(one))


def _only_has(findings: Findings, index: int, heads: set[int]) -> bool:
    """Whether somebody is only told to have a place: "in Taiz, which the Houthis besiege"."""
    noun = findings.document.doc[findings.actors[index].head]
    while noun.dep_ == "conj":
        noun = noun.head
    by = noun.dep_ == "pobj" and noun.head.dep_ == "agent"
    verb = noun.head.head if by else noun.head
    clause = by or (noun.dep_ == "nsubj" and verb.dep_ == "relcl")
    return clause and only_has(verb) and verb.i not in heads


def tells_of_neglect(verb: Token) -> bool:
    """Return whether a verb blames somebody for what he left undone: "accused them of inaction".

    Who is said to have failed to prevent an attack has not carried it out.
    """
    words = settings(WORDS)
    if verb.lemma_.lower() not in words["reacting"]:
        return False
    links = [kid for kid in verb.subtree if kid.lower_ in ("of", "for", "over") and kid.i > verb.i]
    left_undone = {
        word.lemma_.lower()
        for link in links[:1]
        for one in link.children
        if one.dep_ in ("pobj", "pcomp")
        for word in (one, *one.children)
    }
    return not left_undone.isdisjoint(words["neglect"])


def _led(verb: Token) -> Iterator[Token]:
    """Yield a verb, and those to which it hands its subject on: "are trying to restore"."""
    yield verb
    if verb.lemma_.lower() in settings(WORDS)["leading"]:
        for child in verb.children:
            if child.dep_ in ("xcomp", "advcl") and _has_no_subject(child):
                yield from _led(child)


def _answers(verb: Token, heads: set[int]) -> bool:
    """Whether a verb tells of an answer.

    A word of the event itself does so only where it finds the dead or begins a search.
    """
    words = settings(WORDS)
    lemma = verb.lemma_.lower()
    objects = {child.lemma_.lower() for child in verb.children if child.dep_ in _OBJECTS}
    if lemma in words["finding"] and not objects.isdisjoint(words["found"]):
        return True
    if lemma in words["light"] and not objects.isdisjoint(words["searches"]):
        return True
    if verb.i in heads:
        return False
    return lemma in words["verbs"] + words["reacting"] or (
        lemma in words["light"] and not objects.isdisjoint(words["objects"])
    )


def _besides(verb: Token) -> Iterator[Token]:
    """Yield what else the subject of a verb does: "rushed in and opened fire", "fled, killing".

    And with what he answers: "responded with rocket fire".
    """
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in settings(WORDS)["means"]:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")
        if child.dep_ in _SAME_SUBJECT and _has_no_subject(child):
            yield child
            yield from _besides(child)


def _has_no_subject(verb: Token) -> bool:
    return not any(child.dep_ in _SUBJECTS for child in verb.children)
