"""Quantity -> what it counts: the noun phrase that follows a number, by words more than by parse.

News loses commas, and the parser then hangs numbers on far nouns; the words next to the number
are the better witness.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from dateline.knowledge.files import table

CLASSES = "languages/en/counted.csv"

_INSIDE = {"ADJ", "NOUN", "PROPN", "X"}
_PRONOUNS = {"them", "whom", "these", "those", "us", "which"}


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts, in token indices.

    ``head`` is the counted noun, or the number where there is none; ``start`` to ``last`` is the
    noun phrase without the number (empty where there is none). ``kind`` is the noun's class, or
    "" for an unlisted noun and "none" for a bare number. ``part`` is true for "six of them".
    """

    head: int
    start: int
    last: int
    kind: str
    part: bool = False


def counted(doc: Doc, first: int, last: int, end: int) -> Counted:
    """Return what the number in the tokens ``first`` to ``last`` counts, reading up to ``end``."""
    at = last
    part = False
    if at < end and doc[at].lower_ == "of":
        start = at + 1
        while start < end and (doc[start].pos_ == "DET" or doc[start].tag_ in {"PRP$", "PDT"}):
            if doc[start].lower_ in _PRONOUNS:
                break
            start += 1
        if start < end and doc[start].lower_ in _PRONOUNS:
            after = _phrase(doc, start + 1, end)
            if after.kind != "none" and doc[after.head].tag_ in {"NNS", "NN"}:
                return Counted(after.head, after.start, after.last, after.kind, part=True)
            return Counted(first, start, start + 1, "all", part=True)
        at, part = start, doc[first].lower_ not in {"dozens", "scores", "hundreds", "thousands"}
    found = _phrase(doc, at, end)
    if found.kind == "none":
        return Counted(last - 1, last, last, "none", part)
    return Counted(found.head, found.start, found.last, found.kind, part)


def _phrase(doc: Doc, start: int, end: int) -> Counted:
    head = -1
    at = start
    kind = ""
    while at < end and at - start < 9:
        token = doc[at]
        if token.lower_ in {"and", "or", ","} and at > start:
            # "Syrian and Russian soldiers", "armed, masked men"
            if head >= 0 or at + 1 >= end or doc[at + 1].pos_ not in {"ADJ", "PROPN", "NOUN"}:
                break
            at += 1
            continue
        if token.tag_ in {"HYPH", "POS", "``", "''"} or token.lower_ in {"-", '"'}:
            at += 1
            continue
        if token.tag_ in {"VBN", "VBG", "VBD"} or token.pos_ == "VERB":
            if not _is_modifier(doc, at, end):
                break
        elif token.pos_ == "ADV" or token.lower_ in {"others", "more"}:
            if token.lower_ not in {"more", "others"} and not (
                at + 1 < end
                and doc[at + 1].pos_ in {"ADJ", "VERB"}
                and _is_modifier(doc, at + 1, end)
            ):
                break
            if token.lower_ in {"others", "more"}:
                head, kind = at, "all"
                if token.lower_ == "others":
                    at += 1
                    break
        elif token.pos_ not in _INSIDE and token.lower_ not in {"other", "people"}:
            break
        elif token.pos_ in {"NOUN", "PROPN", "X"} or token.lower_ in {"people", "dead"}:
            head, kind = at, noun_class(token)
            at += 1
            if token.tag_ == "NNS" or kind in {"person", "all", "never", "settlement", "group"}:
                break
            continue
        at += 1
    if head < 0:
        return Counted(start, start, start, "none")
    last = head + 1
    if (
        last + 1 < end
        and doc[last].lower_ in {"and", "or"}
        and doc[last + 1].tag_ == "NNS"
        and doc[last + 1].dep_ == "conj"
        and doc[last + 1].head.i == head
        and noun_class(doc[last + 1]) != "never"
    ):
        last += 2
    return Counted(head, start, last, kind)


def _is_modifier(doc: Doc, at: int, end: int) -> bool:
    """True for "injured" in "six injured civilians", false in "six injured on Monday"."""
    token = doc[at]
    if token.dep_ in {"amod", "compound"} and at < token.head.i < end:
        return True
    following = doc[at + 1] if at + 1 < end else None
    return (
        following is not None
        and following.tag_ == "NNS"
        and token.tag_ in {"VBN", "VBG", "JJ"}
        and token.dep_ not in {"ROOT", "acl", "conj", "advcl"}
    )


def noun_class(token: Token) -> str:
    """Return the class that counted.csv gives the noun, or ""."""
    classes = _classes()
    return classes.get(token.lower_) or classes.get(token.lemma_.lower()) or ""


@cache
def _classes() -> dict[str, str]:
    classes: dict[str, str] = {}
    for row in table(CLASSES):
        classes.setdefault(row["noun"], row["class"])
    return classes
