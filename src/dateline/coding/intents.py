"""Deeds that somebody only means to do: "were preparing to assassinate a judge", "a plot to bomb".

So is ground that somebody only means to take or to leave: "vowed to recapture the town".

By the coding frame what has not happened yet is planned, whoever says so. Which verbs and nouns
mean it is data.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.findings import Findings
from dateline.coding.happenings import Happening
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.knowledge.lexicon import speech

WORDS = "languages/en/intents.toml"

SURE = 0.5
"""How sure a word must be to tell of an event beside what is meant."""

SURE_OF_CHANGE = 0.4
"""How sure a word of taking or leaving must be, for what it says to be meant or done."""

_INFINITIVE = frozenset({"xcomp", "acl", "advcl", "conj"})
_WIDER = _INFINITIVE | {"relcl", "pcomp", "ccomp"}

_CHANGES = frozenset({"seize", "withdraw", "offensive"})
"""What words of taking, leaving and driving out speak of."""


def is_only_meant(findings: Findings, members: Sequence[Happening]) -> bool:
    """Return whether all that an event's words tell is what somebody means to do.

    Who comes upon a plot ("uncovered a plan to bomb") and what by it "would" be done tell no more.
    """
    doc = findings.document.doc
    doers = settings(WORDS)["doers"]
    told = [
        head
        for one in members
        if one.sure >= SURE and (head := doc[one.trigger.head]).lemma_.lower() not in doers
    ]
    meant = [head for head in told if _is_meant(head)]
    would = [
        head
        for head in told
        if any(kid.dep_ == "aux" and kid.lower_ == "would" for kid in head.children)
    ]
    return bool(meant) and all(
        head in meant
        or head in would
        or (head.pos_ != "VERB" and any(one.is_ancestor(head) for one in (*meant, *would)))
        or _comes_upon(head, meant)
        for head in told
    )


def _comes_upon(head: Token, meant: Sequence[Token]) -> bool:
    """Whether a verb says that the plan of what is meant was found out."""
    plans = {_over(one) for one in meant}
    return head.lemma_.lower() in settings(WORDS)["finding_out"] and any(
        kid.dep_ in ("dobj", "nsubjpass") and kid in plans for kid in head.children
    )


def _is_meant(head: Token) -> bool:
    """Whether a verb is the infinitive under one of intent: "planned to storm and burn it"."""
    verb = head
    while verb.dep_ == "conj" and verb.head.tag_ == "VB":
        verb = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in _INFINITIVE:
        return False
    if not any(kid.dep_ == "aux" and kid.lower_ == "to" for kid in verb.children):
        return False
    over = _over(verb)
    words = settings(WORDS)
    if over.lemma_.lower() in words["nouns" if over.pos_ == "NOUN" else "verbs"]:
        return True
    # "Came to Paris to kill the ambassador" tells for what somebody came.
    return over.lemma_.lower() in words["coming"] and head.lemma_.lower() in words["killing"]


def _over(infinitive: Token) -> Token:
    """What an infinitive hangs on; the parser puts "to kill" of a plot under "uncovered", too."""
    before = [kid.nbor(-1) for kid in infinitive.children if kid.dep_ == "aux" and kid.i]
    plans = settings(WORDS)["nouns"]
    return next((word for word in before if word.lemma_.lower() in plans), infinitive.head)


def is_change_only_meant(findings: Findings, members: Sequence[Happening]) -> bool:
    """Return whether an event's words of taking or leaving say what somebody will do, all of them.

    "Threatened to seize the town", "the army will hand over the base", "are to withdraw on Friday".
    """
    doc = findings.document.doc
    told = [
        one
        for one in members
        if one.sure >= SURE_OF_CHANGE and not _CHANGES.isdisjoint(one.trigger.concepts)
    ]
    changes = [one for one in told if one.trigger.concepts != ("offensive",)] or told
    return bool(changes) and all(_is_change_meant(doc[one.trigger.head]) for one in changes)


def _is_change_meant(head: Token) -> bool:
    words = settings(WORDS)
    if head.pos_ == "NOUN" and head.dep_ in ("dobj", "pobj") and head.head.pos_ == "VERB":
        head = head.head  # "vowed to take control of"
    while head.dep_ == "conj" and head.head.i != head.i and head.tag_ == head.head.tag_ == "VB":
        head = head.head  # "plans to storm and take the town"
    if head.pos_ not in ("VERB", "AUX") or head.tag_ != "VB":
        return False
    if any(kid.dep_ == "aux" and kid.lower_ in words["to_come"] for kid in head.children):
        return True
    if not any(kid.dep_ == "aux" and kid.lower_ == "to" for kid in head.children):
        return False
    over = head.head
    if head.dep_ not in _WIDER:
        return False
    meaning = over.lemma_.lower() in speech().plans or over.lemma_.lower() in words["of_ground"]
    # "Troops are to leave on Friday."
    return meaning or (over.lemma_ == "be" and head.dep_ == "xcomp" and over.tag_ in ("VBP", "VBZ"))
