"""Events named only in passing: "wanted for the murder of a judge", "marched against the coup".

By the coding frame a past event in passing is one of its own only where at least two of who, where,
when and toll are told of it.
"""

from __future__ import annotations

from dateline.coding.findings import Findings
from dateline.coding.ranked import is_ranked
from dateline.coding.syntax import Token
from dateline.coding.triggers import Trigger
from dateline.coding.when_clauses import is_counted_from
from dateline.knowledge.files import settings

WORDS = "languages/en/passing.toml"

DETAILS = 2
"""From so many of who, where, when and toll on it is an event of its own."""


def find_passing(findings: Findings) -> frozenset[int]:
    """Return the triggers of a report, by their index, that only name what others are about."""
    concepts = settings(WORDS)["concepts"]
    return frozenset(
        one.index
        for one in findings.triggers
        if (not set(one.concepts).isdisjoint(concepts) and _is_passing(findings, one))
        or _is_named_for_its_day(findings, one)
    )


def _is_named_for_its_day(findings: Findings, trigger: Trigger) -> bool:
    """Whether a day is counted from what was told before: "two days after Varazdin fell, jets"."""
    head = findings.document.doc[trigger.head]
    return any(
        date.role == "event" and is_counted_from(findings, date, head)
        for date in findings.within(findings.dates, trigger.sentence)
    )


def _is_passing(findings: Findings, trigger: Trigger) -> bool:
    words = settings(WORDS)
    noun = findings.document.doc[trigger.head]
    if noun.tag_ == "VBG":
        return _is_a_charge(findings, noun)
    if noun.pos_ != "NOUN":
        return False
    if noun.dep_ == "dobj" and noun.head.tag_ == "VBG" and _is_a_charge(findings, noun.head):
        return True
    if noun.dep_ in ("dobj", "xcomp") and noun.head.lemma_.lower() in words["fleeing"]:
        return _details(findings, noun) < DETAILS
    over = noun
    while over.dep_ in ("conj", "compound") and over.head.i != over.i:
        over = over.head
    if over.dep_ != "pobj":
        return False
    link = over.head
    verb = link.head
    lemma = verb.lemma_.lower()
    charge = link.lower_ in words["for_what"] and lemma in words["charging"]
    anger = link.lower_ in words["about"] and lemma in words["protesting"]
    memory = link.lower_ == "of" and lemma in words["remembering"]
    listed = link.lower_ in words["listing"] and _is_charge(verb)
    compared = link.lower_ == "since" and (is_ranked(verb) or verb.tag_ == "JJS")
    return (charge or anger or memory or listed or compared) and _details(findings, over) < DETAILS


def _is_charge(noun: Token) -> bool:
    """Whether a noun is what somebody is wanted or tried for: "faces charges including murder"."""
    words = settings(WORDS)
    if noun.lemma_.lower() not in words["charges"]:
        return False
    over = next((one for one in noun.ancestors if one.pos_ == "VERB"), noun)
    return over.lemma_.lower() in (*words["charging"], *words["facing"])


def _is_a_charge(findings: Findings, verb: Token) -> bool:
    """Whether a deed is what a court tries somebody for: "jailed for killing villagers"."""
    words = settings(WORDS)
    over = verb
    while over.dep_ == "conj" and over.head.tag_ == "VBG":
        over = over.head
    link = over.head
    if over.dep_ != "pcomp" or link.lower_ not in words["for_what"]:
        return False
    charge = link.head
    if charge.dep_ in ("dobj", "nsubjpass"):
        # "Acquitted a colonel of ordering massacres": the parser hangs the charge on the colonel.
        charge = charge.head
    lemma = charge.lemma_.lower()
    tried = lemma in words["trying"] or (
        lemma == "accuse" and any(one.lemma_.lower() in words["courts"] for one in charge.ancestors)
    )
    return tried and _details(findings, verb) < DETAILS


def _details(findings: Findings, noun: Token) -> int:
    """How many of who, where, when and toll stand below a noun."""
    below = {token.i for token in noun.subtree}
    grounds = {place.head for place in findings.places}
    days = {i for date in findings.dates for i in range(date.first, date.last)}
    names = {
        t.i
        for t in noun.subtree
        if t.pos_ == "PROPN" and t.dep_ in ("pobj", "poss") and t.i not in days
    }
    if noun.tag_ == "VBG" or noun.head.lemma_.lower() in settings(WORDS)["fleeing"]:
        # "Torturing prisoners in Santiago" tells where, and not who besides.
        names -= {
            i for i in grounds if findings.document.doc[i].head.lower_ in ("in", "at", "near")
        }
    who = bool(names) or any(token.lower_ == "by" for token in noun.subtree)
    # "Gandhi's assassination" names whom, not where besides.
    owners = {child.i for child in noun.children if child.dep_ == "poss"}
    where = any(place.head in below - owners for place in findings.places)
    when = any(date.head in below for date in findings.dates)
    toll = any(figure.head in below for figure in findings.figures)
    return who + where + when + toll
