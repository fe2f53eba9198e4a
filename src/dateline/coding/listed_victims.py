"""Victims told by what they are in a list: "four gendarmes and their commander died"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.counted import noun_class
from dateline.coding.document import Document
from dateline.coding.measure_words import words
from dateline.coding.mentions import FigureMention
from dateline.coding.syntax import Token
from dateline.coding.tellers import speaks
from dateline.model import Figure, Measure

_HARM = frozenset({Measure.KILLED, Measure.INJURED, Measure.CAPTURED})
_LISTS = frozenset({"conj", "appos"})
_COLON = 4
"""How many words behind those counted a colon may stand that opens the list of them."""


def find_listed_victims(
    document: Document, found: Sequence[FigureMention]
) -> Iterator[FigureMention]:
    """Yield a figure of one for who stands in a list with those counted, and has no number.

    "Four nurses, the deputy commissioner and a guard died", "six soldiers and their commander were
    captured". ``found`` are the figures that are known.
    """
    taken = {at for mention in found for at in range(mention.first, mention.last)}
    for mention in found:
        figure = mention.figure
        if figure.measure not in _HARM or not figure.best or mention.governor is None:
            continue
        sentence = document.sentence(document.doc[mention.head])
        listed = list(_beside(document.doc[mention.head]))
        colon = document.doc[mention.last : mention.last + _COLON].text
        if len([n for n in listed if n.dep_ in _LISTS]) == figure.best and ":" not in colon:
            continue  # "three Americans, a soldier, a civilian and a contractor" are all told of
        for noun in listed:
            if noun.i in taken or document.sentence(noun) is not sentence or not _is_one(noun):
                continue
            if speaks(document.doc, noun, noun.i + 1):
                continue
            taken.add(noun.i)
            first = min(child.i for child in noun.lefts)
            span = document.offsets(first, noun.i + 1)
            text = document.quote(span)
            one = Figure(
                measure=figure.measure, who=text, low=1, best=1, high=1, text=text, span=span
            )
            yield FigureMention(first, noun.i + 1, noun.i, one, mention.governor, mention.sure)


def _beside(noun: Token) -> Iterator[Token]:
    """The nouns that a list joins to one, before and behind it."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    waiting = [top]
    while waiting:
        one = waiting.pop()
        if one is not noun:
            yield one
        # What a comma puts beside those counted is one of a list where the list goes on.
        waiting += [
            kid
            for kid in one.children
            if kid.i > one.i
            and (
                kid.dep_ == "conj" or (kid.dep_ == "appos" and _goes_on(kid) and not _is_name(one))
            )
        ]


def _is_name(noun: Token) -> bool:
    """Whether a name stands there, of which an apposition says who he is."""
    return noun.pos_ == "PROPN" and noun_class(noun) != "person"


def _goes_on(noun: Token) -> bool:
    return any(kid.dep_ in _LISTS and kid.i > noun.i for kid in noun.children)


def _is_one(noun: Token) -> bool:
    """Whether a noun is one person told by what he is: "the deputy commissioner", "their driver".

    By the frame relatives are no figure ("his wife"), and who is called by name is told by it.
    """
    if noun.tag_ != "NN" or noun_class(noun) != "person":
        return False
    if noun.i + 1 < len(noun.doc) and noun.nbor().pos_ == "PROPN":
        return False
    lefts = [child.lower_ for child in noun.lefts if child.dep_ in ("det", "poss")]
    if len(lefts) != 1 or lefts[0] in words("whose"):
        return len(lefts) == 1 and noun.lower_ not in words("kin")
    return lefts[0] in ("the", "a", "an")
