"""Numbers that count nobody: dates, ages, parts of names, and an archive's or a site's marks."""

from __future__ import annotations

import re
from functools import cache

from dateline.coding.counted import noun_class, owner_of
from dateline.coding.document import Sentence
from dateline.coding.measure_words import words
from dateline.coding.numbers import FILE, Quantity
from dateline.coding.syntax import Doc, Token
from dateline.knowledge.files import settings

_CALENDAR = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.?|january|february|march|april|june"
    r"|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
)

_OF = frozenset({"in", "of"})
_EVERY = frozenset({"every", "each"})
_CLAUSE = frozenset({"acl", "relcl"})

MARK = 4
"""Digits from which a number before another is no count: "30 40" may have lost its hyphen."""

_CURRENCY = 10
"""Characters before an amount in which its currency stands."""

MOST_OF = 100
"""Shares are told of fewer than so many."""

MOST_IN = 10
"""Up to so many "one in ten" is a share where no people follow."""

_PLURAL = {"NNS", "NNPS"}


def is_name(doc: Doc, quantity: Quantity, token: int, last: int, sentence: Sentence) -> bool:
    """Return True in "the One Million Women march" and "Three Brotherhood Alliance"."""
    if quantity.digits or quantity.single or token == sentence.first:
        return False
    if sentence.kind == "headline" or last >= len(doc):
        return False
    word, following = doc[token], doc[last]
    return (
        word.is_title
        and following.is_title
        and doc[token - 1].is_alpha
        and (doc[token - 1].lower_ in {"the", "of"})
    )


def is_share(doc: Doc, quantity: Quantity, token: int, last: int) -> bool:
    """Return True for a number of a share: "one in three people", "two out of five", "ten percent".

    "Two in five days" counts, since days are no people.
    """
    if doc[last : last + 2].text.lower() == "per cent" or doc[last : last + 1].text in ("percent",):
        return True
    if quantity.best is None or quantity.best >= MOST_OF:
        return False
    if _parts_of(doc, token, last) is not None:
        return True
    at = token - 1
    while at > 0 and doc[at].lower_ in _EVERY:
        at -= 1
    if at < 1 or doc[at].lower_ not in _OF:
        return False
    few = at - 1 - (doc[at].lower_ == "of")
    return few >= 0 and _parts_of(doc, few, few + 1) == token


def _parts_of(doc: Doc, few: int, at: int) -> int | None:
    """Where the second number of "one in three" stands, None where a share is told by none."""
    out = doc[at : at + 2].text.lower() == "out of"
    if not out and doc[at : at + 1].text.lower() != "in":
        return None
    whole = at + 1 + out
    every = whole < len(doc) and doc[whole].lower_ in _EVERY
    whole += every
    if whole >= len(doc):
        return None
    part, of = small_number(doc[few]), small_number(doc[whole])
    if part is None or of is None or part >= of:
        return None
    behind = doc[whole + 1] if whole + 1 < len(doc) else None
    if behind is None or every:
        return whole
    # "Five out of 11 policemen were killed" counts them.
    people = noun_class(behind) in (("all",) if out else ("person", "all"))
    split = behind.pos_ in ("VERB", "AUX", "ADP") and of <= MOST_IN and not out
    return whole if people or split else None


def small_number(word: Token) -> int | None:
    """Return the number that one word tells, in letters or in at most two figures."""
    known: dict[str, int] = settings("languages/en/numbers.toml")["cardinals"]
    if word.lower_ in known:
        return known[word.lower_]
    return int(word.text) if word.is_digit and len(word.text) < len(str(MOST_OF)) else None


def is_of_a_share(doc: Doc, first: int, end: int, start: int, governor: int | None) -> bool:
    """Return True for the whole in "60 per cent of the town's 20,000 people have fled".

    The verb tells of the share alone; so it does in "of the 9,000 people, 4,000 have fled". What a
    participle says of the whole is told of it: "most of the 40 people killed". ``governor`` is the
    word that gives the measure, None where none does.
    """
    if governor is not None and (first <= governor < end or doc[governor].dep_ in _CLAUSE):
        return False
    at = owner_of(doc, first, start)
    if at == first and doc[at - 1].pos_ == "DET":
        at -= 1
    if at - 1 < start or doc[at - 1].lower_ != "of":
        return False
    of = at - 1
    if of == start:
        return end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].like_num
    return doc[of - 1].lower_ in words("shares") or doc[of - 1].text == "%"


def numbers_a_headline(doc: Doc, lowered: str, quantity: Quantity, last: int) -> bool:
    """Return True for the first number of "190703 35 dead in battle", an archive's mark."""
    number = lowered[quantity.start : quantity.end]
    following = doc[last : last + 1].text
    return number.isdigit() and len(number) >= MARK and following.isdigit()


def is_furniture(doc: Doc, quantity: Quantity, token: int, last: int, sentence: Sentence) -> bool:
    """Return True for what a site counts before a sentence: "0 25 A bomber", "67 At least 45"."""
    if not quantity.digits or last >= len(doc):
        return False
    opens = token == sentence.first or doc[token - 1].is_digit
    following = doc[last]
    return opens and following.is_title and following.lower_ in words("beginnings")


def is_numbered(doc: Doc, quantity: Quantity, first: int) -> bool:
    """Return True where the word before makes a number a name: "Resolution 2254", "Base 46".

    Nothing is called "number 62,000".
    """
    counts = "," in quantity.digits
    return first > 0 and not counts and doc[first - 1].lower_ in words("numbered")


def is_calendar(doc: Doc, quantity: Quantity, token: int, last: int) -> bool:
    """Return True for years, days of the month and ages."""
    digits = quantity.digits
    if is_age(doc, token, last):
        return True
    after = doc[last].lower_ if last < len(doc) else ""
    if quantity.best is None and quantity.low and quantity.high:
        if quantity.high <= 31 and _CALENDAR.fullmatch(after):
            return True  # "between 3 and 9 June"
        return 1900 <= quantity.low < quantity.high <= 2100 and len(digits) == 4
    if not digits or "," in digits or len(digits) > 4:
        return False
    following = doc[last] if last < len(doc) else None
    before = doc[token - 1].lower_ if token else ""
    value = int(float(digits))
    if digits[0] == "0" or (value <= 31 and _CALENDAR.fullmatch(after)):
        return True
    people = following is not None and following.tag_ in {"NNS", "NNPS", "JJ", "NN"}
    if _CALENDAR.fullmatch(before) and value <= 31:
        # "On August 5 troops fired", a comma lost; "in August 5 soldiers died"; "on Friday 22
        # Palestinians were killed".
        if before.endswith("day") and following is not None and following.tag_ in _PLURAL:
            return False
        return not people or (token > 1 and doc[token - 2].lower_ in words("day_leads"))
    if 1900 <= value <= 2100 and len(digits) == 4:
        led = before in words("year_leads") or (before == "and" and _is_year(doc, token - 2))
        return not people or led or bool(_CALENDAR.fullmatch(before))
    return before in {"aged", "age", "ages"} or (
        before == "and" and token > 2 and doc[token - 3].lower_ == "aged"
    )


def _is_year(doc: Doc, token: int) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", doc[token].text))


def is_age(doc: Doc, token: int, last: int) -> bool:
    """Return True in "the engineer, 28, was arrested"."""
    if token < 2 or last >= len(doc) or doc[token - 1].text != ",":
        return False
    if doc[last].text in {",", ")"} or doc[last].lower_ == "who":
        return True
    # "The body of his mother, 72."
    one = doc[token - 2]
    named = one.pos_ == "PROPN" or (one.tag_ == "NN" and noun_class(one) == "person")
    return doc[last].text == "." and doc[token].like_num and named


def is_money(lowered: str, quantity: Quantity) -> bool:
    """Return whether a currency stands right before a number: "a reward of Rs 2 lakh"."""
    return bool(_money().search(lowered, max(0, quantity.first - _CURRENCY), quantity.first))


@cache
def _money() -> re.Pattern[str]:
    words = settings(FILE)["money"]
    signs = "".join(map(re.escape, words["signs"]))
    codes = "|".join(map(re.escape, words["codes"]))
    return re.compile(rf"(?:[{signs}]|\b(?:{codes})\.?)\s?$")
