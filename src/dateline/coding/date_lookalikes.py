"""What only looks like a date: names with a day or a year, months that are words, counts.

``text`` is the report's plain text, in which expressions have their offsets; ``after`` the token
behind the expression, None at the end.
"""

from __future__ import annotations

import re

from dateline.coding.syntax import Token
from dateline.coding.time_expressions import Expression, date_words

_MONTH_BEFORE = re.compile(r"\b(?:between|from)\s+(?:\w+[\s-]+)?\w+\s+(?:and|to)\s+$", re.I)
"""What stands before the second month of "between January and June"."""
_NAME_BEFORE = re.compile(r"[A-Z][\w'-]*\s+$")
_THE_YEAR = re.compile(r"\b(?:the|a)\s+\d{4}(?:\W{1,3}\d{2,4})?$", re.I)
_WHEN = re.compile(
    r"\b(?:in|since|during|by|until|till|from|of|throughout|before|after|around|between|early|mid"
    r"|late)[\s-]+(?:(?:the\s+)?year\s+)?\d{4}(?:.{1,9}\d{2,4})?$",
    re.I,
)
_THE = re.compile(r"\b[Tt]he\s+$")
_SITE = re.compile(r"\s+(?P<site>[a-z]+)\b(?:\s+(?P<after>[a-z]+))?")
_NAME_WORDS = 6
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "PUNCT", "PART"})
"""How many words, and of which sort, may stand between a year and the deed that it dates."""


def is_a_name(report: str, found: Expression, after: Token | None) -> bool:
    """Return True in "7 October Brigade" and "M-19 [19 April Movement]".

    False where the day opens its clause: "On 6 March UNITA forces". True, too, in "the May 22
    hospital", but not in "the May 22 hospital bombing".
    """
    if "year" not in found.parts and _names_a_site(report, found):
        return True
    name = re.match(r"[\s-]+(?:\w+[\s-]+)?([A-Z]\w+)", report[found.end : found.end + 40])
    if not name or "year" in found.parts or name[1].lower() not in date_words("name_nouns"):
        return False
    return after is None or after.text != ","


def _names_a_site(report: str, found: Expression) -> bool:
    """Whether a day is the name of a building: "the July 15 bridge"."""
    if not _THE.search(report, max(0, found.start - 5), found.start):
        return False
    site = _SITE.match(report, found.end)
    if site is None or site["site"].rstrip("s") not in date_words("name_sites"):
        return False
    return not site["after"] or site["after"].rstrip("s") not in date_words("deeds")


def is_a_month_and_a_number(text: str, found: Expression, after: Token | None) -> bool:
    """Return True in "in May 30 people were killed", where a comma was lost after the month."""
    if found.shape != "date" or "year" in found.parts:
        return False
    if not re.search(r"\bin\s+$", text[max(0, found.start - 4) : found.start], re.I):
        return False
    return after is not None and (after.tag_ == "NNS" or after.lower_ in {"people", "others"})


def is_month_name(text: str, found: Expression, word: str, after: Token | None) -> bool:
    """Return whether a word is no verb or name but a month: "May", "March", "April", "Jan"."""
    key = word.rstrip(".")
    capital = any(letter.isupper() for letter in text[found.start : found.end])
    before = text[max(0, found.start - 12) : found.start].lower()
    led = re.search(
        r"\b(?:in|since|during|by|until|till|from|of|to|through|and|between|throughout|before|after)\s+$",
        before,
    )
    if "edge" in found.parts or "bend" in found.parts:
        return True
    if key in date_words("ambiguous_months") or (len(key) <= 4 and key not in {"july", "june"}):
        if after is not None and after.text[:1].isupper() and not led:
            return False
        if _MONTH_BEFORE.search(text, max(0, found.start - 40), found.start):
            return True
        return bool(led) and not re.search(r"\b(?:and|to|of|by|from)\s+$", before)
    return capital or bool(led)


def dates_a_name(text: str, found: Expression, after: Token | None) -> bool:
    """Return True in "the 2006 Lebanon War", "2011-2012 Russian protests", "Civil War (2005-2010)".

    Such a year says which war is meant, not when the event was. "In 2011 Russian jets" does.
    """
    if text[found.start - 1 : found.start] == "(" and text[found.end : found.end + 1] == ")":
        return bool(_NAME_BEFORE.search(text, max(0, found.start - 40), found.start - 1))
    named = after is not None and after.text[:1].isupper() and after.is_alpha
    if named and _of_a_deed(text, found, after):
        return False
    before = text[max(0, found.start - 16) : found.end]
    return named and (bool(_THE_YEAR.search(before)) or not _WHEN.search(before))


def _of_a_deed(text: str, found: Expression, after: Token | None) -> bool:
    """Whether a year says when a deed was: "the 2006 Mumbai train bombings", "the 2002 riots".

    A name that has more words in small letters behind it, or in capitals, is passed over.
    """
    if after is None or not _THE_YEAR.search(text, max(0, found.start - 8), found.end):
        return False
    for token in after.doc[after.i : after.i + _NAME_WORDS]:
        if token.lemma_.lower() in date_words("deeds"):
            return True
        if token.pos_ not in _NAMING:
            return False
    return False


def is_a_year(text: str, found: Expression, year: int, after: Token | None) -> bool:
    """Return whether a number is a year: "in 2014 attacks fell" but not "in 2000 villages"."""
    if after is None or not after.is_alpha or _of_a_deed(text, found, after):
        return True
    return not (after.tag_ in {"NNS", "NNPS"} or after.lower_ in {"people", "km", "hectares"}) or (
        year % 100 != 0 and "edge" in found.parts
    )
