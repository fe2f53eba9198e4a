"""Victims told one by one: "a woman", "a man and a woman", a person's name."""

from __future__ import annotations

from collections.abc import Iterator, Set

from spacy.tokens import Token

from dateline.coding.counted import noun_class
from dateline.coding.document import Document
from dateline.coding.measures import words_of
from dateline.coding.mentions import FigureMention
from dateline.model import Figure, Measure

_MEASURES = {Measure.KILLED, Measure.INJURED, Measure.CAPTURED}


def find_single_victims(document: Document, taken: Set[int]) -> Iterator[FigureMention]:
    """Yield a figure for each person or pair of persons told without a number.

    ``taken`` holds the heads of figures already found. Only the patient of a word of killing,
    injuring or capture counts, and only with "a", "an" or "another", or by a proper name.
    """
    for token in document.doc:
        measure = words_of("patient").get(token.lower_)
        agent = False
        if measure is None:
            measure = words_of("agent").get(token.lower_)
            agent = True
        if measure not in _MEASURES or token.pos_ not in {"VERB", "AUX", "ADJ"}:
            continue
        if document.sentence(token).kind in {"furniture", "dateline"}:
            continue
        for head in _patients(token, agent=agent):
            persons = [person for person in _together(head) if _is_single(person, measure)]
            if not persons or persons[0] is not head or any(p.i in taken for p in persons):
                continue
            first, last = _phrase(persons)
            span = document.offsets(first, last)
            text = document.quote(span)
            count = len(persons)
            figure = Figure(
                measure=measure,
                who=_who(document, persons[0], first, last),
                low=count,
                best=count,
                high=count,
                text=text,
                span=span,
            )
            yield FigureMention(first, last, head.i, figure, token.i)


def _patients(verb: Token, *, agent: bool) -> Iterator[Token]:
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    roles = {"nsubj"} if agent else {"nsubjpass"} if passive else {"nsubjpass", "dobj", "obj"}
    yield from (child for child in verb.children if child.dep_ in roles)
    if not agent and verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield verb.head


def _together(head: Token) -> list[Token]:
    """The head and what is joined to it by "and"."""
    out = [head]
    for child in head.children:
        if child.dep_ == "conj":
            out.extend(_together(child))
    return out


def _is_single(token: Token, measure: Measure) -> bool:
    if noun_class(token) in {"never", "all", "settlement", "group"}:
        return False
    determiner = next((c.lower_ for c in token.lefts if c.dep_ == "det"), "")
    if token.tag_ == "NN":
        if any(c.dep_ == "nummod" for c in token.lefts):
            return False
        return determiner in {"a", "an", "another"}
    if token.tag_ == "NNP":
        return determiner == "" and measure is not Measure.CAPTURED
    return False


def _phrase(persons: list[Token]) -> tuple[int, int]:
    first = min((t.i for t in persons[0].lefts if t.dep_ != "punct"), default=persons[0].i)
    first = min(first, *(t.left_edge.i for t in persons[0].lefts), persons[0].i)
    return first, persons[-1].i + 1


def _who(document: Document, head: Token, first: int, last: int) -> str:
    if document.doc[first].lower_ in {"a", "an", "another"} and last - first > 1:
        first += 1
    return document.quote(document.offsets(first, last))
