"""How a war began, told in passing years later.

"The war has killed 50,000 people since it began in 2011 with a crackdown": by the coding
frame that is a general description of the war, and no claim unless it names a place of its own.
Which words are wars, and begin, is data.
"""

from __future__ import annotations

from datetime import timedelta

from dateline.coding.findings import Findings
from dateline.coding.syntax import Token
from dateline.coding.triggers import Trigger
from dateline.knowledge.files import settings

LONG_AGO = timedelta(days=300)
"""How long before the report's day a war began that is history to it."""

A_WEEK = timedelta(days=7)
"""How long before it something began that is told again to count from then."""

REACH = 6
"""How many words above a trigger are looked at."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})

STANDS_FOR = frozenset({"it", "that", "which"})
"""Words that may stand for the war in a clause of its own."""

WIDE = frozenset({"country", "region", "admin1"})
"""Levels of places that a whole war is told of."""


def tells_an_origin(findings: Findings, trigger: Trigger) -> bool:
    """Return whether a trigger tells how, or how long ago, a war began that is history."""
    if _enters_a_year(findings.document.doc[trigger.head]):
        return True
    places = findings.within(findings.places, trigger.sentence)
    if any(place.locative and place.level not in WIDE for place in places):
        return False
    if _is_since_a_beginning(findings, trigger) and _is_ago(findings, trigger.sentence, A_WEEK):
        return True
    told = _is_told_of_a_beginning(findings, trigger)
    return told and _is_ago(findings, trigger.sentence, LONG_AGO)


def _enters_a_year(word: Token) -> bool:
    """Whether a word is of a war that grows older: "the war entered its eighth year"."""
    words = settings("languages/en/origins.toml")
    verb = word.head if word.dep_ in SUBJECTS and word.lemma_.lower() in words["wars"] else word
    return verb.lemma_.lower() in words["entering"] and any(
        child.dep_ == "dobj"
        and child.lemma_.lower() in words["spans"]
        and any(kid.dep_ == "poss" for kid in child.children)
        for child in verb.children
    )


def _is_ago(findings: Findings, sentence: int, long: timedelta) -> bool:
    dates = findings.within(findings.dates, sentence)
    if findings.day is None:
        return any(mention.role == "since" for mention in dates)
    return any(mention.date.start < findings.day.start - long for mention in dates)


def _is_since_a_beginning(findings: Findings, trigger: Trigger) -> bool:
    """Whether a toll is told from when something began: "killed since the campaign began"."""
    words = settings("languages/en/origins.toml")
    head = findings.document.doc[trigger.head]
    verb = head.head if head.dep_ in SUBJECTS else head
    if verb.lemma_.lower() not in words["begin"] or verb.dep_ != "advcl":
        return False
    kids = list(verb.head.children)
    perfect = any(kid.dep_ == "aux" and kid.lower_ in ("have", "has") for kid in kids)
    since = any(kid.dep_ == "mark" and kid.lower_ == "since" for kid in verb.children)
    return (
        since
        and perfect
        and any(
            not verb.is_ancestor(findings.document.doc[figure.head])
            for figure in findings.within(findings.figures, trigger.sentence)
        )
    )


def _is_told_of_a_beginning(findings: Findings, trigger: Trigger) -> bool:
    words = settings("languages/en/origins.toml")
    doc = findings.document.doc
    since = {
        mention.head
        for mention in findings.within(findings.dates, trigger.sentence)
        if mention.role == "since"
    }
    below, token = doc[trigger.head], doc[trigger.head].head
    if below.lemma_.lower() in words["begin"] and _has_a_war(below):
        return True
    if _launches_a_war(below) or (below.dep_ == "dobj" and _launches_a_war(token)):
        return True
    for _ in range(REACH):
        if below is token:
            return False
        if below.dep_ == "relcl" and any(child.i in since for child in token.subtree):
            return _names_a_war(findings, trigger.sentence)
        lemma = token.lemma_.lower()
        if lemma in words["begin"] and below.dep_ not in SUBJECTS and _has_a_war(token):
            return True
        if lemma in words["beginning"] and _is_of_a_war(token):
            return True
        below, token = token, token.head
    return False


def _has_a_war(verb: Token) -> bool:
    """Whether it is a war that begins."""
    wars = settings("languages/en/origins.toml")["wars"]
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if any(noun.lemma_.lower() in wars for noun in subjects):
        return True
    if subjects and all(noun.lower_ not in STANDS_FOR for noun in subjects):
        return False
    over = verb.head
    if verb.dep_ in {"relcl", "acl"}:
        return over.lemma_.lower() in wars
    # "The war has killed thousands since it began": what "it" is stands in the clause above.
    while over.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in over.children):
        over = over.head
    return verb.dep_ == "advcl" and any(
        child.dep_ in SUBJECTS and child.lemma_.lower() in wars for child in over.children
    )


def _launches_a_war(verb: Token) -> bool:
    """Whether somebody begins a war: "since the Maoists launched their revolt in 1996"."""
    words = settings("languages/en/origins.toml")
    return verb.lemma_.lower() in words["launching"] and any(
        child.dep_ == "dobj" and child.lemma_.lower() in words["wars"] for child in verb.children
    )


def _is_of_a_war(noun: Token) -> bool:
    """Whether a noun of beginning is that of a war: "the outbreak of the conflict"."""
    wars = settings("languages/en/origins.toml")["wars"]
    return any(
        below.lemma_.lower() in wars
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ == "of"
        for below in child.children
    )


def _names_a_war(findings: Findings, sentence: int) -> bool:
    wars = settings("languages/en/origins.toml")["wars"]
    span = findings.document.sentences[sentence]
    return any(
        token.lemma_.lower() in wars for token in findings.document.doc[span.first : span.last]
    )
