"""Quantity -> what it counts: the noun phrase that follows a number, by words more than by parse.

News loses commas, and the parser then hangs numbers on far nouns; the words next to the number
are the better witness.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.coding.measure_words import words
from dateline.coding.syntax import Doc, Token
from dateline.knowledge.files import table

CLASSES = "languages/en/counted.csv"

_INSIDE = {"ADJ", "NOUN", "PROPN", "X"}
_OWNING = _INSIDE | {"DET"}
_OWNER = 4
"""How many words an owner may have."""
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
        start = _behind_owner(doc, start, end)
        if start < end and doc[start].lower_ in _PRONOUNS:
            after = _phrase(doc, start + 1, end)
            if after.kind != "none" and doc[after.head].tag_ in {"NNS", "NN"}:
                return Counted(after.head, after.start, after.last, after.kind, part=True)
            return Counted(first, start, start + 1, "all", part=True)
        at, part = start, doc[first].lower_ not in {"dozens", "scores", "hundreds", "thousands"}
    found = _phrase(doc, at, end)
    if part and found.last - found.start == 1 and doc[found.head].lower_ == "number":
        return Counted(first, found.start, found.last, "all", part=True)  # "one of their number"
    if found.kind == "none":
        # "Three of the 20 helicopters": what is read ends before the second number.
        behind, at = at, end + (end < len(doc) and doc[end].pos_ == "DET")
        over = part and behind >= end and at < len(doc) and doc[at].like_num
        things = over and _phrase(doc, at + 1, min(at + _OWNER, len(doc))).kind == "never"
        return Counted(last - 1, last, last, "never" if things else "none", part)
    return Counted(found.head, found.start, found.last, found.kind, part)


def _behind_owner(doc: Doc, start: int, end: int) -> int:
    """Where the second number of "1,500 of the town's 9,000 inhabitants" stands, else start.

    It is not the town that is counted. What is read ends before the next number.
    """
    owned = start < end < len(doc) and doc[end].like_num and doc[end - 1].tag_ == "POS"
    return end if owned and end - start <= _OWNER else start


def owner_of(doc: Doc, first: int, start: int) -> int:
    """Return where a possessive before a number begins: "her three guards", "the town's 9,000"."""
    if first - 1 > start and doc[first - 1].tag_ == "PRP$":
        return first - 1
    if first - 1 <= start or doc[first - 1].tag_ != "POS":
        return first
    at = first - 1
    while at - 1 > start and first - at <= _OWNER and doc[at - 1].pos_ in _OWNING:
        at -= 1
    return at


def _phrase(doc: Doc, start: int, end: int) -> Counted:
    """The noun phrase that begins at ``start``: adjectives and nouns up to the counted noun."""
    head = -1
    at = start
    kind = ""
    while at < end and at - start < 10:
        token = doc[at]
        word = token.lower_
        if word in {"and", "or", ","} and at > start:
            # "Syrian and Russian soldiers", "armed, masked men"
            if head >= 0 or at + 1 >= end or doc[at + 1].pos_ not in _INSIDE:
                break
        elif token.tag_ in {"HYPH", "POS", "``", "''"} or word in {"-", '"'}:
            pass
        elif word == "others":
            head, kind = at, "all"
            at += 1
            break
        elif token.pos_ == "NUM" and at + 1 < end and doc[at + 1].text == "-":
            while at + 2 < end and doc[at + 1].text == "-":  # "19-year-old"
                at += 2
        elif word == "more":
            head, kind = at, "all"
            if at + 1 < end and doc[at + 1].text[:1].isupper():
                break  # "wounding dozens more Syria's agency said"
        elif word == "other" or word in {"people", "dead"} or _is_noun(token):
            if word != "other":
                head, kind = at, noun_class(token)
                if _ends(doc, at, end, kind):
                    break
        elif word in words("treated"):
            break  # "more than 50 needed treatment"
        elif token.tag_ in {"VBN", "VBG", "VBD"} or token.pos_ in {"VERB", "ADV"}:
            turned = token.pos_ == "ADV" and at + 1 < end and doc[at + 1].pos_ in {"ADJ", "VERB"}
            if not _is_modifier(doc, at + turned, end):
                break
        elif token.pos_ not in _INSIDE or (token.pos_ == "ADJ" and head >= 0 and kind != "all"):
            break
        at += 1
    if head < 0:
        return Counted(start, start, start, "none")
    last = head + 1
    if (
        last + 1 < end
        and doc[last].lower_ in {"and", "or"}
        and doc[last + 1].tag_ == "NNS"
        and noun_class(doc[last + 1]) == "person"
        and kind == "person"
    ):
        last += 2
    return Counted(head, start, last, kind)


def _is_noun(token: Token) -> bool:
    if token.lower_ in words("never_nouns"):
        return False  # "thousands flee"
    # "IS" and other names in capitals are taken for verbs.
    return token.pos_ in {"NOUN", "PROPN", "X"} or (len(token) > 1 and token.text.isupper())


def _ends(doc: Doc, at: int, end: int, kind: str) -> bool:
    """True where the noun phrase ends with this noun: a plural, or no noun comes after."""
    following = doc[at + 1] if at + 1 < end else None
    if following is None:
        return True
    token = doc[at]
    if following.tag_ in {"HYPH", "POS"}:
        return False
    if not _is_noun(following):
        return True
    if token.tag_ in {"NNS", "NNPS"} or token.lower_ == "people":
        return following.tag_ not in {"NNS", "NNPS"} or following.lower_ in {"people"}
    if kind == "person" and following.tag_ in {"NNP", "NNPS"}:
        return token.pos_ == "NOUN"
    return False


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
    known = classes.get(token.lower_) or classes.get(token.lemma_.lower())
    if known is None and token.tag_ == "NNPS":
        known = classes.get(token.lower_.removesuffix("s"))  # "Israelis", left so by the tagger
    return known or ""


@cache
def _classes() -> dict[str, str]:
    classes: dict[str, str] = {}
    for row in table(CLASSES):
        classes.setdefault(row["noun"], row["class"])
    return classes
