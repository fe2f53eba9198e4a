"""Days and places of the other half of a sentence: "In Bo they took the barracks; in Kenema a bomb
killed two on Saturday".

Two clauses that each say who did what at a place of its own tell of two events, and the day told in
one is none of the other's. One with which the sentence opens is that of both. So it is with places.
"""

from __future__ import annotations

from dateline.coding.findings import Findings
from dateline.coding.mentions import DateMention, PlaceMention
from dateline.coding.scenes import holds
from dateline.coding.syntax import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_VERBS = frozenset({"VERB", "AUX"})


def in_another_clause(findings: Findings, mention: DateMention | PlaceMention, head: Token) -> bool:
    """Return whether a day or place stands in the half of a sentence that tells of another event.

    ``head`` is the word of the event.
    """
    where = findings.document.sentence_of
    if where[mention.head] != where[head.i]:
        return False
    doc = findings.document.doc
    day = _clause(doc[mention.first : mention.last].root)
    own = _clause(head)
    if day is None or own is None or day.i == own.i:
        return False
    later = _later(day, own)
    if later is None:
        return False
    first, second = (own, day) if later.i == day.i else (day, own)
    start = min(token.i for token in later.subtree)
    if day.i == first.i and mention.first < _opening(first).i:
        return False
    if not mention.first >= start and day.i == second.i:
        return False
    sentence = findings.document.sentences[where[head.i]]
    places = [
        place
        for place in findings.places
        if sentence.first <= place.head < sentence.last and place.level != "country"
    ]
    before = [place for place in places if place.head < start]
    behind = [place for place in places if place.head >= start]
    return bool(before and behind) and not any(_are_one(a, b) for a in before for b in behind)


def _clause(token: Token) -> Token | None:
    """The verb of the half of a sentence in which a word stands: a main clause with a subject."""
    for verb in (token, *token.ancestors):
        if verb.pos_ not in _VERBS:
            continue
        if verb.dep_ == "ROOT":
            return verb
        if not any(kid.dep_ in _SUBJECTS for kid in verb.children):
            continue
        if verb.dep_ == "conj" and verb.head.pos_ in _VERBS:
            return verb
        if verb.dep_ in ("ccomp", "parataxis") and _has_semicolon(verb, verb.head):
            return verb
    return None


def _has_semicolon(one: Token, other: Token) -> bool:
    first, last = sorted((one.i, other.i))
    return any(token.text == ";" for token in one.doc[first:last])


def _later(one: Token, other: Token) -> Token | None:
    """The later of two clauses where one is joined to the other, or None."""
    if other.head.i != one.i and one.head.i != other.i:
        return None
    joined = other if other.head.i == one.i else one
    if joined.i > joined.head.i:
        return joined
    return None


def _opening(verb: Token) -> Token:
    """The first word of a verb's subject."""
    subject = next((kid for kid in verb.children if kid.dep_ in _SUBJECTS), verb)
    return subject.doc[subject.left_edge.i]


def _are_one(one: PlaceMention, other: PlaceMention) -> bool:
    return holds(one, other) or holds(other, one)
