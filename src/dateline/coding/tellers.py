"""People counted who only tell of an event, or hear of it: "wounded 30 people, a doctor said"."""

from __future__ import annotations

from dateline.coding.measure_words import words
from dateline.coding.measures import VERBAL, Phrase
from dateline.coding.syntax import Doc, Token

_ONE = frozenset({"a", "an", "one", "another"})

_CLOSING = 10
"""In how many words behind a person who only speaks the verb follows."""


def is_speaker(phrase: Phrase) -> bool:
    """Return whether somebody only speaks: "wounded 30 people, a doctor said"."""
    head = phrase.doc[phrase.what.head]
    if phrase.what.kind == "none" or phrase.last >= phrase.end:
        return False
    if _is_told(phrase, head):
        return True
    if phrase.what.part and head.dep_ == "pobj":
        head = head.head.head  # "one of his relatives told"
    return speaks(phrase.doc, head, phrase.last) or _closes(phrase)


def _closes(phrase: Phrase) -> bool:
    """Whether a sentence ends in that one person says it, however it is parsed.

    "... near Bama, a witness and a local elder said": behind a comma, or behind one who speaks too,
    with nothing but the person's place and name up to the verb, and no other verb behind it.
    """
    doc = phrase.doc
    opening, before = doc[phrase.first].lower_, doc[phrase.first - 1].lower_
    if opening not in _ONE or phrase.first <= phrase.start or before not in {",", "and"}:
        return False
    for verb in doc[phrase.last : min(phrase.last + _CLOSING, phrase.end)]:
        if verb.tag_ == "VBD" and verb.lemma_ in words("telling"):
            return not any(word.pos_ in VERBAL for word in doc[verb.i + 1 : phrase.end])
        if verb.pos_ in VERBAL or verb.is_punct or _opens_another(verb):
            return False
    return False


def speaks(doc: Doc, head: Token, last: int) -> bool:
    """Return whether a noun is who tells it, alone or beside others: "medics and an elder said".

    The verb must follow, with nothing but what belongs to the noun between ``last`` and it: in
    "wounded 50 others, the group said" the parser may take the others for those who speak.
    """
    noun = head
    while noun.dep_ == "conj" and noun.head.i < noun.i:
        noun = noun.head
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.i < last or verb.lemma_ not in words("telling"):
        return False
    between = doc[last : verb.i]
    own = all(head.is_ancestor(token) and not token.is_punct for token in between)
    return own and not any(map(_opens_another, between))


def _opens_another(word: Token) -> bool:
    """Whether a noun phrase begins that nothing ties to the last: "and a child a monitor said"."""
    before = word.doc[word.i - 1]
    if word.tag_ == "NNS":
        return before.pos_ not in {"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM"}
    return word.pos_ == "DET" and before.pos_ != "ADP"


def _is_told(phrase: Phrase, head: Token) -> bool:
    """Whether one person is who hears of it: "the toll was confirmed to a correspondent"."""
    to = head.head
    if head.dep_ != "pobj" or to.lower_ != "to" or phrase.doc[phrase.first].lower_ not in _ONE:
        return False
    return to.head.lemma_ in words("confiding")


def only_tells(noun: Token, governor: int | None) -> bool:
    """Return True for who is no more than the source: "according to two officials, with 26 killed".

    Of a source that was hurt the clause behind it tells: "to a doctor, who was wounded". In
    "according to the UN 150 civilians were killed" the comma is lost.
    """
    over = noun.head
    source = noun.dep_ == "pobj" and over.lower_ == "to" and over.head.lower_ == "according"
    source = source and not any(kid.pos_ == "PROPN" for kid in noun.lefts)
    own = governor is not None and noun.is_ancestor(noun.doc[governor])
    return source and not own
