"""Who is named alone as a source: before a colon, in brackets, or behind a headline's dash."""

from __future__ import annotations

from calendar import month_abbr
from dataclasses import dataclass

from dateline.coding.document import Document, Sentence
from dateline.coding.syntax import Span, Token
from dateline.knowledge.lexicon import speech

OPENING = 9
"""In how many words a note names who tells it."""

CLOSING = 4
"""In how many words a headline does so at its end."""

_MONTHS = frozenset(name.lower() for name in month_abbr if name)
_DASHES = frozenset({"-", "--", "\u2013", "\u2014", "|", ":"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone whom a sentence names as its source.

    ``first`` to ``last`` is the noun phrase as written; where the sentence has only a pronoun it
    is the earlier phrase that the pronoun stands for. ``verb`` is the lemma that carries the
    speech ("say", "according"), ``at`` its token index.
    """

    sentence: int
    first: int
    last: int
    head: int
    verb: str
    at: int


def named_alone(document: Document, sentence: Sentence) -> Speaker | None:
    """Return the source that a sentence names without a verb, None where it names none."""
    return (
        _opening(document, sentence)
        or _bracketed(document, sentence)
        or _trailing(document, sentence)
    )


def _opening(document: Document, sentence: Sentence) -> Speaker | None:
    """Who a note opens with, before a colon: "10:15 Police: two men were shot dead in Cali"."""
    doc = document.doc
    first = sentence.first
    while first < sentence.last and not doc[first].text[:1].isalpha():
        first += 1
    for at in range(first + 1, min(first + OPENING, sentence.last)):
        if doc[at].text == ":":
            comma = next((i for i in range(first, at) if doc[i].text == ","), at)
            if comma < at and _is_date(doc[comma + 1 : at]):
                return _station(document, sentence, first, comma)
            return _speaker(document, sentence, first, at)
        if doc[at].pos_ in ("VERB", "AUX") and doc[at].text.islower():
            break
    return None


def _is_date(span: Span) -> bool:
    """Whether words are a day: "3 May", "12 JUNE 1978", "May 3"."""
    words = [token.lower_.strip(".") for token in span]
    return any(word.isdigit() for word in words) and all(
        word.isdigit() or word[:3] in _MONTHS for word in words
    )


def _station(document: Document, sentence: Sentence, first: int, end: int) -> Speaker | None:
    """The station or agency that a monitor's note opens with: "Radio Truth, 3 May: ..."."""
    span = document.doc[first:end]
    if speech().stations.isdisjoint(token.lower_ for token in span):
        return _speaker(document, sentence, first, end)
    return Speaker(sentence.index, first, end, span.root.i, "say", end)


def _bracketed(document: Document, sentence: Sentence) -> Speaker | None:
    """Who stands in brackets at the end: "Two dead near Gao (military source)."."""
    doc = document.doc
    at = sentence.last - 1
    while at > sentence.first and (doc[at].is_space or doc[at].text in ".;"):
        at -= 1
    if doc[at].text != ")":
        return None
    for first in range(at - 1, max(at - OPENING, sentence.first), -1):
        if doc[first].text == "(":
            return _speaker(document, sentence, first + 1, at)
    return None


def _speaker(document: Document, sentence: Sentence, first: int, end: int) -> Speaker | None:
    """The speaker that words without a verb are, where they are called by a word for those."""
    words = speech()
    sources = words.helpers | words.locals | words.sources
    span = document.doc[first:end]
    if any(token.is_digit or token.text in ",;()" for token in span):
        return None
    # "Governor Haidar" is a governor, "attack on the police" no police.
    named = span[0] if span.root.pos_ == "PROPN" else span.root
    told = {span.text.lower(), *(one.lower_ for one in (named, span.root)), named.lemma_.lower()}
    if told.isdisjoint(sources):
        return None
    return Speaker(sentence.index, first, end, span.root.i, "say", end)


def _is_verb(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD") and token.text.islower()


def _trailing(document: Document, sentence: Sentence) -> Speaker | None:
    """Who stands behind a dash or a colon at the end: "Shells hit Lysychansk - city council"."""
    doc = document.doc
    end = sentence.last
    while end > sentence.first and (doc[end - 1].is_space or doc[end - 1].text in ".;"):
        end -= 1
    for at in range(end - 2, max(end - 2 - CLOSING, sentence.first), -1):
        if doc[at].text not in _DASHES:
            continue
        apart = doc[at].text == ":" or doc[at - 1].whitespace_ or doc[at - 1].is_space
        if not apart or not (doc[at].whitespace_ or doc[at + 1].is_space):
            continue
        if any(token.pos_ in ("DET", "NUM") or _is_verb(token) for token in doc[at + 1 : end]):
            return None
        found = _speaker(document, sentence, at + 1, end)
        return found and Speaker(sentence.index, at + 1, end, found.head, "say", at)
    return None
