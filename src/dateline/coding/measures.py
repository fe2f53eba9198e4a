"""What a figure counts, by syntax: the word that governs the counted noun.

The lexicon is measures.csv. Words are looked up as they stand, in every regular form, because the
tags of headlines and of text without commas cannot be trusted.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from dateline.knowledge.files import table
from dateline.model import Measure

MEASURES = "languages/en/measures.csv"

_VERBAL = {"VERB", "AUX"}
_SUBJECT = {"nsubj", "csubj", "nsubjpass"}
_OBJECT = {"dobj", "obj", "attr", "oprd", "dative"}
_CLIMB = {
    "appos",
    "nmod",
    "compound",
    "amod",
    "nummod",
    "dep",
    "npadvmod",
    "quantmod",
    "poss",
    "conj",
}
_SAME_AS_HOST = {"including", "among", "included", "include", "includes", "like", "amongst"}
_REPORTED = {
    "report", "confirm", "believe", "say", "fear", "know", "force", "presume", "find", "leave",
    "get", "feel", "remain", "go", "be", "become", "declare", "list", "think", "make", "have",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Governor:
    """The measure that a word gives, the word's token index, and whether the syntax is certain."""

    measure: Measure
    token: int | None
    sure: bool = True


@cache
def words_of(counts: str) -> dict[str, Measure]:
    """Return every form of the words that count this way: patient, agent, own, state, of ..."""
    found: dict[str, Measure] = {}
    for row in table(MEASURES):
        if row["counts"] != counts:
            continue
        measure = Measure(row["measure"])
        for form in _forms(row["lemma"], row["pos"], row["forms"].split()):
            found.setdefault(form, measure)
    return found


def _forms(lemma: str, pos: str, extra: list[str]) -> list[str]:
    forms = [lemma, *extra]
    if pos == "noun":
        return [*forms, lemma + "s"]
    if pos == "verb":
        stem = lemma[:-1] if lemma.endswith("e") else lemma
        if lemma.endswith("y") and lemma[-2] not in "aeiou":
            return [*forms, lemma[:-1] + "ied", lemma[:-1] + "ies", lemma + "ing"]
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
        return [*forms, stem + "ed", stem + "ing", third]
    return forms


def measure_of(doc: Doc, first: int, last: int, head: int, end: int, start: int) -> Governor | None:
    """Return what the noun phrase in the tokens ``first`` to ``last`` with that head counts.

    ``start`` and ``end`` bound the sentence. In order: the noun itself, the participle that
    follows, the syntax above, the verb before. None where nothing tells.
    """
    return (
        _own(doc, first, last, head)
        or _following(doc, last, end)
        or _above(doc, doc[head])
        or _preceding(doc, first, start)
        or _default(doc, first, last, head)
    )


def _own(doc: Doc, first: int, last: int, head: int) -> Governor | None:
    word = doc[head].lower_
    if measure := words_of("own").get(word):
        if word == "casualties" and (told := _following(doc, last, len(doc))):
            return told
        return Governor(measure, None)
    return None


def _default(doc: Doc, first: int, last: int, head: int) -> Governor | None:
    for at in range(head, first - 1, -1):
        if measure := words_of("state").get(doc[at].lower_):
            return Governor(measure, at)
    if measure := words_of("default").get(doc[head].lower_):
        return Governor(measure, None, sure=measure is not Measure.PARTICIPANTS)
    return None


def _following(doc: Doc, at: int, end: int) -> Governor | None:
    """ "31 people killed", "others were also seriously wounded", "12 soldiers who died"."""
    skipped = 0
    while at < end and skipped < 7:
        token = doc[at]
        word = token.lower_
        if measure := words_of("state").get(word) or words_of("patient").get(word):
            if token.tag_ in {"VBZ", "VBG"} and skipped == 0 and word not in words_of("state"):
                return None
            if _has_patient(doc, token, at, end):
                return None
            if token.pos_ == "NOUN" and word not in words_of("state"):
                return None
            return Governor(measure, at)
        if measure := words_of("agent").get(word):
            if measure is Measure.PARTICIPANTS:
                return None
            return Governor(measure, at)
        if token.pos_ not in {"AUX", "ADV", "PRON"} and word not in {
            "got", "left", "more", "reported", "confirmed", "feared", "reportedly", "who", "that",
            "other", "shot", "blown", "burned", "burnt", "taken", "and", "to", "up", "held", "as",
            "critically", "sustained", "suffered", "believed", "known", "now", "allegedly", "lay",
            "go", "went", "also", "said", "remain", "remained", "found",
        }:  # fmt: skip
            return None
        if word in {"sustained", "suffered"}:
            return Governor(Measure.INJURED, at) if _object_is_injury(token) else None
        at += 1
        skipped += 1
    return None


def _object_is_injury(verb: Token) -> bool:
    return any(
        words_of("own").get(child.lower_) is Measure.INJURED or child.lower_.startswith("wound")
        for child in verb.children
    )


def _has_patient(doc: Doc, token: Token, at: int, end: int) -> bool:
    """True in "30 rebels killed five soldiers": the participle is a verb with its own object."""
    if any(child.dep_ == "auxpass" for child in token.children):
        return False
    if any(child.dep_ in {"dobj", "obj"} and child.i > at for child in token.children):
        return token.tag_ != "VBN" or token.dep_ not in {"acl", "amod"}
    following = doc[at + 1] if at + 1 < end else None
    return (
        following is not None
        and following.i > at
        and following.pos_ in {"NUM", "DET"}
        and following.head.i != token.i
        and token.tag_ == "VBD"
    )


def _above(doc: Doc, token: Token) -> Governor | None:
    """The first word over the counted noun that gives it a measure."""
    for _ in range(8):
        over, role = token.head, token.dep_
        if over is token or over.i == token.i:
            return None
        if role in _SUBJECT and over.pos_ in {*_VERBAL, "ADJ", "NOUN"}:
            return _as_subject(token, over, passive=role == "nsubjpass")
        if role in _OBJECT and over.pos_ in {*_VERBAL, "NOUN", "ADJ"}:
            return _as_object(token, over)
        if role in {"pobj", "pcomp"}:
            found = _as_prepositional(doc, token, over)
            if found is not None or over.lower_ != "of":
                return found
            token = over.head
            continue
        if role == "prep" or role not in _CLIMB:
            if measure := words_of("patient").get(over.lower_):
                return Governor(measure, over.i, sure=over.i < token.i)
            return None
        if role == "conj" and over.pos_ in _VERBAL:
            if measure := words_of("patient").get(over.lower_):
                return Governor(measure, over.i, sure=False)
            return None
        token = over
    return None


def _as_subject(token: Token, verb: Token, *, passive: bool) -> Governor | None:
    word = verb.lower_
    passive = passive or any(child.dep_ == "auxpass" for child in verb.children)
    has_object = any(child.dep_ in {"dobj", "obj"} for child in verb.children)
    if (measure := words_of("patient").get(word)) and (
        passive or (not has_object and verb.tag_ in {"VBN", "VBD"})
    ):
        return Governor(measure, verb.i)
    if (measure := words_of("agent").get(word)) and not passive:
        return Governor(measure, verb.i)
    for child in verb.children:
        if child.dep_ in {"acomp", "attr", "oprd", "xcomp", "ccomp", "advmod", "conj", "dobj"}:
            if child.i < token.i:
                continue
            low = child.lower_
            if verb.lemma_ == "lose" and low in {"life", "lives"}:
                return Governor(Measure.KILLED, verb.i)
            measure = words_of("state").get(low)
            if measure is None and child.dep_ in {"xcomp", "oprd", "ccomp"}:
                measure = words_of("patient").get(low) or words_of("agent").get(low)
            if measure and child.dep_ != "conj":
                return Governor(measure, child.i)
            if child.dep_ == "dobj" and words_of("own").get(low) is Measure.INJURED:
                return Governor(Measure.INJURED, child.i)
    if verb.dep_ == "conj" and verb.head.pos_ in _VERBAL:
        return None
    return None


def _as_object(token: Token, verb: Token) -> Governor | None:
    word = verb.lower_
    state = next(
        (
            child
            for child in [*token.rights, *verb.rights]
            if child.lower_ in words_of("state") and child.i > token.i and child.i - token.i < 8
        ),
        None,
    )
    if state is not None and verb.lemma_ in {
        "leave",
        "shoot",
        "report",
        "take",
        "find",
        "hold",
        "make",
    }:
        return Governor(words_of("state")[state.lower_], state.i)
    if measure := words_of("patient").get(word):
        return Governor(measure, verb.i)
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp", "oprd"} and child.i > token.i:
            told = words_of("agent").get(child.lower_)
            if told and told is not Measure.PARTICIPANTS:
                return Governor(told, child.i)
    return None


def _as_prepositional(doc: Doc, token: Token, preposition: Token) -> Governor | None:
    word, over = preposition.lower_, preposition.head
    if word == "of":
        for noun in (over, over.head):
            if measure := words_of("of").get(noun.lower_):
                return Governor(measure, noun.i)
            if noun.dep_ not in {"pobj", "conj"}:
                break
        return None
    if word in {"by", "between", "against", "with", "on", "for", "from", "into"}:
        return None
    if word in _SAME_AS_HOST:
        return None
    for subject in over.children:
        if subject.lower_ == "toll" or (subject.lemma_ == "number" and subject.dep_ in _SUBJECT):
            return Governor(Measure.KILLED, subject.i) if subject.lower_ == "toll" else None
    return None


def _preceding(doc: Doc, first: int, start: int) -> Governor | None:
    """ "killing at least 9", "the death toll ... to 17": the nearest verb to the left."""
    at = first - 1
    seen = 0
    while at >= start and seen < 9:
        token = doc[at]
        word = token.lower_
        measure = words_of("patient").get(word) if seen == 0 else None
        if measure and token.pos_ in {"VERB", "ADJ"}:
            return Governor(measure, at)
        if word == "toll":
            return Governor(Measure.KILLED, at)
        if token.text in {".", ";"}:
            return None
        at -= 1
        seen += 1
    return None


def host_words() -> frozenset[str]:
    """Return the words after which a part is told of the figure before ("including three")."""
    return frozenset(_SAME_AS_HOST)
