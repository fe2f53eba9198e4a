"""Text -> quantities: number words, digits and vague words, with what bends them, as ranges.

The ranges are those of the coding frame: "at least 58" is 58, 58 and no upper bound; "more than
50" is 51, 51 and none; "up to 40" none, 40, 40; "dozens" 24, none, 99.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from dateline.knowledge.files import settings

FILE = "languages/en/numbers.toml"

Bend = Literal["at_least", "more_than", "up_to", "fewer_than", "about"]
Bounds = tuple[int | None, int | None, int | None]

# Thousands set off by a space: a narrow one, or a plain one before "000".
_DIGITS = (
    r"\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,3}(?: 000)+(?!\d)"
    r"|\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
)
_FEW = re.compile(r"(?:two|three|four|five|six|seven|eight|nine|[2-9])\b(?!,)")
_RANGE = re.compile(r"\s*(?:-|\u2013|\bto\b|\bor\b)\s*")
_BETWEEN_AND = re.compile(r"\s*(?:\band\b|\bto\b|-)\s*")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text with the words that bend it, at character offsets, half-open.

    ``first`` to ``last`` is the number alone. ``low``, ``best`` and ``high`` are the coding
    frame's. ``digits`` is the bare digit string, or "" for words; ``vague`` marks "dozens".
    """

    start: int
    end: int
    first: int
    last: int
    low: int | None
    best: int | None
    high: int | None
    digits: str
    vague: bool
    single: bool = False


@dataclass(frozen=True, slots=True)
class _Number:
    first: int
    last: int
    value: int
    bounds: tuple[int, int] | None
    digits: str


def find_quantities(lowered: str) -> list[Quantity]:
    """Return the quantities of a text in lower case, in order.

    Numbers inside words, prices, percentages, clock times, decimals without a scale and compounds
    such as "16-year-old" are none.
    """
    found: list[Quantity] = []
    at = 0
    while number := _next_number(lowered, at):
        at = number.last
        start, bend, between = _before(lowered, number.first)
        if found and start < found[-1].end:
            start = number.first
        second = _second(lowered, number, between)
        if second:
            low, high = number.value, second.value
            end, bounds = second.last, (low, None, high)
            found.append(Quantity(start, end, number.first, end, *bounds, number.digits, False))
            at = end
            continue
        end, after = _after(lowered, number.last)
        bounds_ = _bounds(number, bend or after)
        found.append(
            Quantity(
                start,
                end,
                number.first,
                number.last,
                *bounds_,
                number.digits,
                number.bounds is not None,
            )
        )
        at = end
    return found


def numerals(lowered: str) -> list[tuple[int, int]]:
    """Return the offsets of every number in a text in lower case, whatever it stands for.

    Digits inside words ("m23") and the parts of a date count too; a word for a scale belongs to the
    number before it ("5 million"), minutes to their hour ("10:30"). No two overlap and no
    digit is left out.
    """
    found: list[tuple[int, int]] = []
    scale = re.compile(rf"(?:{_scales()})\b")
    for match in re.finditer(rf"{_number_pattern().pattern}|\d+", lowered):
        start, end = match.span()
        gap = lowered[found[-1][1] : start] if found else ""
        joined = gap in {":", "."} and match.group().isdigit() and lowered[start - 2].isdigit()
        if joined or (gap in {" ", "-"} and scale.fullmatch(match.group())):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _bounds(number: _Number, bend: Bend | None) -> Bounds:
    if number.bounds:
        return number.bounds[0], None, number.bounds[1]
    value = number.value
    match bend:
        case "at_least":
            return value, value, None
        case "more_than":
            return value + 1, value + 1, None
        case "up_to":
            return None, value, value
        case "fewer_than":
            return None, value - 1, value - 1
        case "about":
            return None, value, None
    return value, value, value


def _next_number(text: str, at: int) -> _Number | None:
    pattern = _number_pattern()
    while match := pattern.search(text, at):
        number = _number(text, match)
        if number:
            return number
        at = match.end()
        # "$5 million": what follows a refused number is no number of its own.
        if match["digits"] and (scale := re.compile(rf"\s*(?:{_scales()})\b").match(text, at)):
            at = scale.end()
    return None


def _number(text: str, match: re.Match[str]) -> _Number | None:
    start, end = match.span()
    words = settings(FILE)
    if match["vague"]:
        low, high = words["vague"][_squeeze(match["vague"])]
        return _Number(start, end, low, (low, high), "")
    if match["fraction"]:
        if _is_compound(text, end):
            return None
        return _Number(start, end, words["fractions"][_squeeze(match["fraction"])], None, "")
    if match["digits"]:
        return _digits(text, match)
    value, length = _word_value(match["words"])
    end = start + length
    if _is_compound(text, end):
        return None
    return _Number(start, end, value, None, "")


def _digits(text: str, match: re.Match[str]) -> _Number | None:
    start, end = match.span("digits")
    digits = match["digits"]
    before = text[max(0, start - 2) : start]
    if before and (before[-1].isalnum() or before[-1] in "$\u20ac\u00a3\u00a5#_/\\@"):
        return None
    if re.search(r"\w[-.:\u2013']$|[.:]$", before) and not re.search(r"\d[-\u2013]$", before):
        return None
    scale = 1
    rest = re.compile(r"\s*(?:-\s?)?(" + _scales() + r")\b").match(text, end)
    if rest:
        scale, end = settings(FILE)["scales"][rest[1]], rest.end()
    elif short := re.compile(r"([km])(?![\w\u00b2])").match(text, end):
        scale, end = settings(FILE)["abbreviated_scales"][short[1]], short.end()
    value = float(re.sub(r"[,\s]", "", digits)) * scale
    if value != int(value) or value > 9_999_999_999 or _is_compound(text, end):
        return None
    if re.compile(r"\w|%|\s*percent|\s*per\s+cent|[.,:/]\d|\s*[\u20ac\u00a3$]").match(text, end):
        return None
    return _Number(start, end, int(value), None, "" if scale > 1 else digits)


def _is_compound(text: str, end: int) -> bool:
    """True in "16-year-old" and "two-day", not in "12-15", "twenty-five" or "200-strong"."""
    return bool(re.compile(r"-(?!\s)(?!\d)(?!strong\b)\w").match(text, end))


def _word_value(words: str) -> tuple[int, int]:
    """The value of the longest well-formed number at the head of the words, and its length."""
    cardinals, scales = settings(FILE)["cardinals"], settings(FILE)["scales"]
    total = current = 0
    end = 0
    previous = ""
    for match in re.finditer(r"[a-z]+", words):
        word = match.group()
        if word == "and":
            if previous not in scales:
                break
            continue
        if word in scales:
            scale = scales[word]
            if scale in {12, 100} and 0 < current < 100:
                current *= scale
            elif scale > 100 and (current or not previous):
                total, current = total + max(current, 1) * scale, 0
            elif not previous:
                current = scale
            else:
                break
        else:
            value = cardinals[word]
            tens = previous in cardinals and 20 <= cardinals[previous] < 100
            fits = (
                not previous
                or (tens and 0 < value < 10)
                or (previous in scales and previous != "dozen" and value > 0)
            )
            if not fits:
                break
            current += value
        previous, end = word, match.end()
    return total + current, end


def _before(text: str, start: int) -> tuple[int, Bend | None, bool]:
    """Where the bending words before a number begin, how they bend it, and "between"."""
    head = text[max(0, start - 40) : start]
    offset = start - len(head)
    begin, bend, between = start, None, False
    patterns = _before_patterns()
    while match := patterns.search(head):
        word = _squeeze(match["word"])
        few = _FEW.match(text, start) is not None
        if _is_particle(word, head[: match.start("word")], few=few):
            break
        kind = _before_kinds()[word]
        if kind == "between":
            between = True
        elif kind != "addition":
            bend = bend or kind
        begin = offset + match.start("word")
        head = head[: match.start("word")]
    return begin, bend, between


def _second(text: str, first: _Number, between: bool) -> _Number | None:
    """The upper number of a range such as "12-15", "two or three", "between 3 and 6"."""
    if first.bounds:
        return None
    join = (_BETWEEN_AND if between else _RANGE).match(text, first.last)
    if not join:
        return None
    if not between and re.search(r"\bfrom\s+$", text[max(0, first.first - 6) : first.first]):
        return None  # "rose from 5 to 7": two tolls, not a range
    skip = re.compile(r"(?:as many as|more than|up to|over)\s+").match(text, join.end())
    at = skip.end() if skip else join.end()
    match = _number_pattern().match(text, at)
    second = _number(text, match) if match else None
    if second is None or second.bounds or second.value <= first.value:
        return None
    return second


def _after(text: str, end: int) -> tuple[int, Bend | None]:
    match = _after_pattern().match(text, end)
    if not match:
        return end, None
    for kind, words in settings(FILE)["after"].items():
        if _squeeze(match[1]) in words:
            return match.end(), kind
    return end, None


def _squeeze(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _alternatives(words: Any) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True)
    )


@cache
def _scales() -> str:
    return _alternatives(settings(FILE)["scales"])


@cache
def _number_pattern() -> re.Pattern[str]:
    words = settings(FILE)
    single = _alternatives([*words["cardinals"], *words["scales"]])
    return re.compile(
        rf"\b(?:(?P<vague>{_alternatives(words['vague'])})\b"
        rf"|(?P<fraction>{_alternatives(words['fractions'])})\b"
        rf"|(?P<words>(?:{single})(?:(?:\s+and\s+|[\s-]+)(?:{single})\b)*)\b"
        rf"|(?P<digits>{_DIGITS}))"
    )


def _is_particle(word: str, before: str, *, few: bool) -> bool:
    """Whether "over" belongs to the verb before it: "handed over 56 men".

    "Took over 300 prisoners" says how many, "took over three districts" what was done to a ``few``.
    """
    words = settings(FILE)["particles"]
    verb = before.split()[-1] if before.strip() else ""
    listed = verb in words["verbs"] or (few and verb in words["verbs_of_few"])
    return word == words["word"] and listed


@cache
def _before_kinds() -> dict[str, Any]:
    words = settings(FILE)
    kinds = {word: kind for kind, listed in words["before"].items() for word in listed}
    kinds.update(dict.fromkeys(words["additions"]["words"], "addition"))
    kinds["between"] = "between"
    return kinds


@cache
def _before_patterns() -> re.Pattern[str]:
    return re.compile(rf"(?:^|\W)(?P<word>{_alternatives(_before_kinds())})\s+$")


@cache
def _after_pattern() -> re.Pattern[str]:
    words = [word for listed in settings(FILE)["after"].values() for word in listed]
    return re.compile(rf"(?:\s+|(?=\+))({_alternatives(words)})(?:\b|(?<=\+))(?!\s+than\b)")
