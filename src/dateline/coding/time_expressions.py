"""The shapes of English time expressions: regular expressions built from the language's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.coding.plain_text import lower
from dateline.knowledge.files import settings

FILE = "languages/en/dates.toml"

_DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_NOT_LATE_IN = r"(?<!early in )(?<!late in )(?<!earlier in )(?<!later in )"
"""Before "the day after": "early in the day, after crowds had gathered", its comma left out."""
_JOIN = r"\s*(?:-|\u2013|\u2014|\bto\b|\band\b|\buntil\b|\btill\b|\bthrough\b)\s*"
_BEFORE, _AFTER = 60, 60
"""How far around its anchor, in characters, an expression may reach."""
_NO_NUMBER = r"(?![\d%]|[:.,]\d|(?:st|nd|rd|th)\b)"
_IN_LINE = r"(?:(?m:^)|(?<=: )(?=[\d/]{3,5}\s*[-\u2013\u2014:]))"
_LISTED = _IN_LINE + r"(?!24/7)(?P<a>\d{1,2})/(?P<b>\d{1,2})(?=[:,\s])"
"""How a line of a list begins, or goes on behind its place: "12/08 Maradi:", "Lamu: 17/9 - ..."."""

_SHORT_YEAR = (
    r"(?m:^)(?:[-*\u2022\u2013]\s*)?(?P<x>(?P<a>\d{1,2})(?P<mark>[-/.])(?P<b>\d{1,2})(?P=mark)"
    r"(?P<dashed_year>\d\d))(?=[:,|\s])"
)
"""How a line of a list begins that gives its year in two figures: "29.08.97 Rais: ..."."""

SOON, HOUR = "soon", "hour"
"""The shape of hours told without their day, and the part of those that another time may date."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression as found: its shape, its offsets in the text, and its parts."""

    shape: str
    start: int
    end: int
    parts: dict[str, str]


@cache
def date_words(key: str) -> frozenset[str]:
    """Return one list of the words around dates."""
    return frozenset(settings(FILE)[key])


def expressions(text: str) -> Iterator[Expression]:
    """Yield the time expressions of a text from left to right, none overlapping another.

    Where two shapes match, the one that is listed first wins: full dates before months, counted
    units before bare words. Shapes are tried only near a word or digit that they need.
    """
    lowered = lower(text)
    windows: dict[str, list[list[int]]] = {}
    for match in _anchors().finditer(lowered):
        near = windows.setdefault(str(match.lastgroup), [])
        start, end = max(0, match.start() - _BEFORE), match.end() + _AFTER
        if near and start <= near[-1][1]:
            near[-1][1] = end
        else:
            near.append([start, end])
    taken: list[Expression] = []
    for shape, anchor, pattern in _shapes():
        for start, end in windows.get(anchor, ()):
            for match in pattern.finditer(lowered, start, end):
                first, last = match.span("x") if "x" in pattern.groupindex else match.span()
                if first < 0:
                    first, last = match.span()
                if lowered[last - 1] == ".":
                    last -= 1  # the full stop of "Nov." may end the sentence as well
                if any(first < other.end and other.start < last for other in taken):
                    continue
                parts = {key: value for key, value in match.groupdict().items() if value}
                if "dashed_year" in parts:
                    parts["year"] = _full_year(parts.pop("dashed_year"))
                if parts.get("unit") == "date":
                    parts["unit"] = "day"  # "on the same date"
                taken.append(Expression(shape, first, last, parts))
    yield from sorted(taken, key=lambda found: found.start)


def _full_year(year: str) -> str:
    """The year in "03-Mar-12": of this century up to the forties."""
    if len(year) > len("12"):
        return year
    return f"{'20' if year < '50' else '19'}{year}"


def month_number(word: str) -> int:
    """Return 1 to 12 for a month's full or short name."""
    key = word.lower().rstrip(".")[:3]
    return _month_keys().index(key) + 1


def weekday_number(word: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's full or short name."""
    return [name[:3] for name in settings(FILE)["weekdays"]].index(word.lower()[:3])


def day_number(word: str) -> int:
    """Return the number in "3", "03" or "3rd"."""
    return int(re.sub(r"\D", "", word))


def count_range(word: str) -> tuple[int, int] | None:
    """Return first and last of "two", "3" or "several", or None where it is not a count."""
    key = re.sub(r"\s+", " ", word.lower().strip())
    if key.isdigit():
        return int(key), int(key)
    counts: dict[str, list[int]] = settings(FILE)["counts"]
    found = counts.get(key)
    return (found[0], found[1]) if found else None


def ordinal(word: str) -> int:
    """Return the number in "20th" or "twentieth"."""
    known: dict[str, int] = settings(FILE)["ordinals"]
    return known.get(word.lower()) or day_number(word)


@cache
def _month_keys() -> list[str]:
    return [name[:3] for name in settings(FILE)["months"]]


@cache
def _anchors() -> re.Pattern[str]:
    """The words and digits without which there is no time expression, by kind."""
    words = settings(FILE)
    months = "|".join(words["months"])
    weekdays = "|".join(name[:-3] for name in words["weekdays"])
    named = "|".join(re.escape(name) for name in [*words["named_days"], *words["fixed_days"]])
    return re.compile(
        rf"\b(?:(?P<named>{named})|(?P<feast>{'|'.join(words['easter_days'])})|(?P<weekday>(?:{weekdays})day)|(?P<month>(?:{months})(?![a-z]))"
        rf"|(?P<listed>{_IN_LINE}\d{{1,2}}/\d{{1,2}}(?=[:,\s])"
        r"|\d{1,2}[-/.]\d{1,2}[-/.]\d\d(?=[:,|\s]))"
        r"|(?P<numeric>\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d\d-\d\d)|(?P<year>(?:19|20)\d\d)"
        r"|(?P<unit>(?<=same\s)(?:date|time|moment)|hours?|minutes|moments|days?|nights?|week|weeks|fortnights?|months?|years?|decades?|summer|spring|winter"
        r"|autumn|morning|afternoon|evening|month-long|week-long)\b|(?P<weekend>weekend)|(?P<jubilee>anniversary)"
        r"|(?P<word>yesterday|today|tonight|tomorrow|overnight)|(?P<then>since(?=\s+then\b|\s*[.;:)]|\s*$))"
        r"|(?P<nth>the\s+\d\d?(?:st|nd|rd|th)\b)"
        rf"|since\s+(?:before\s+|early\s+)?(?P<dawn>{'|'.join(words['dawns'])})\b)"
    )


def _soon_patterns() -> Iterator[str]:
    """Yield the shapes of hours told without their day: "hours after the blast"."""
    words = settings(FILE)
    deeds = "|".join([*words["deeds"], *words["soon_after"]])
    the_deed = rf"(?:the|that|this)\s+(?:[\w'-]+\s+){{0,2}}?(?:{deeds})(?:s|es)?\b(?!\s+on\b)"
    # Without "after", which the parser often takes for a conjunction of what follows the deed.
    yield rf"\b(?P<x>hours|minutes|moments)(?=\s+(?:after|before)\s+{the_deed})"
    yield (
        r"\b(?P<x>within\s+(?:a\s+few\s+)?(?:hours|minutes))\b"
        rf"(?=\s+of\s+{the_deed}|\s*,|\s+(?!of\b)[a-z])"
    )
    yield (
        r"\b(?P<x>(?:(?:at\s+)?(?:about|around|almost|nearly)\s+(?:at\s+)?)"
        r"the\s+same\s+(?:time|moment|hour))\b"
    )
    yield (
        rf"\b(?P<x>in\s+the\s+(?:(?:late|early)\s+)?(?P<{HOUR}>afternoon|evening))\b"
        r"(?!\s+(?:of|on|hours)\b)"
    )


@cache
def _shapes() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    words = settings(FILE)
    month = r"(?:" + "|".join(words["months"]) + r")\b\.?"
    full = "|".join(words["weekdays"])
    short = "|".join(words["weekday_short"])
    part = r"(?:" + "|".join(words["dayparts"]) + r")s?"
    count = r"(?:\d{1,3}|" + "|".join(sorted(words["counts"], key=len, reverse=True)) + r")"
    unit = r"(?:hour|day|night|week|weekend|fortnight|month|year|decade)s?"
    day = r"(?:day|night|morning|afternoon|evening)"
    named = "|".join(re.escape(name) for name in [*words["named_days"], *words["fixed_days"]])
    feasts = "|".join(words["easter_days"])
    weekday_before = rf"(?:\b(?:{full}|(?:{short})\b\.?),?\s+\(?)?"
    told_year = r"(?P<told_year>last|this|that|the\s+same|the\s+following)\s+year\b"
    of_year = rf"(?:\s*,?\s+(?:of\s+)?(?:(?P<year>{_YEAR})(?!\d|,\d)|{told_year}))?"
    edges = "|".join(words["edges"])
    edge = rf"(?:(?P<edge>{edges})[\s-]+(?:in\s+|on\s+)?)?"
    nouns = "|".join(words["counted_spans"])
    over = "|".join(words["over"])
    dawns = "|".join(words["dawns"])
    subjects = "|".join(words["clause_openers"])
    ordinals = "|".join(sorted(words["ordinals"], key=len, reverse=True))
    of_part = (
        rf"(?P<nth>{ordinals}|\d(?:st|nd|rd|th)|last|final|opening|closing)"
        rf"(?:\s+(?P<count>{count}))?\s+(?P<unit>days?|weeks?|weekend|fortnight|half|{full})"
    )
    shapes = [
        (
            "word",
            "word",
            r"\b(?P<word>the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow)\b",
        ),
        ("named", "named", rf"\b(?P<name>{named})\b"),
        (
            "feast",
            "feast",
            rf"\bon\s+(?P<x>(?P<name>{feasts})\b{of_year})(?!\s+(?:agreement|accord|peace|deal)\b)",
        ),
        ("iso", "numeric", r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b"),
        (
            "numeric",
            "numeric",
            r"\b(?P<a>\d{1,2})(?P<mark>[-/.])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
        ),
        ("short", "listed", _SHORT_YEAR),
        ("listed", "listed", _LISTED),
        (
            "days",
            "month",
            rf"\b(?P<first>{_DAY_NUMBER})(?:{_JOIN}|/)(?P<last>{_DAY_NUMBER})\s+(?:of\s+)?"
            rf"(?P<month>{month}){of_year}",
        ),
        (
            "days",
            "month",
            rf"\b(?P<month>{month})\s+(?P<first>{_DAY_NUMBER}){_JOIN}"
            rf"(?P<last>{_DAY_NUMBER})\b{_NO_NUMBER}{of_year}",
        ),
        (
            "part",
            "month",
            rf"\b(?P<x>the\s+{of_part}\s+(?:of|in)\s+(?P<month>{month}){of_year})",
        ),
        (
            "part",
            "unit",
            rf"\b(?P<x>the\s+{of_part}\s+of\s+(?P<whose>this|last|the|that|the\s+previous)\s+month)\b",
        ),
        (
            "nth",
            "nth",
            rf"\b(?P<x>the\s+(?P<day>{_DAY_NUMBER})\s+of\s+"
            r"(?P<whose>this|last|the|that|the\s+same|the\s+previous)\s+month)\b",
        ),
        (
            "nth",
            "nth",
            rf"\b(?P<x>(?:{full}),?\s+(?P<day>the\s+{_DAY_NUMBER}))\b"
            r"(?=\s*[.,;:)]|\s+(?:at|in|near|and|when|after)\b|\s*$)",
        ),
        (
            "date",
            "month",
            rf"{weekday_before}\b(?:the\s+)?(?P<day>{_DAY_NUMBER})(?:\s+of)?[\s-]+"
            rf"(?P<month>{month})(?:-(?P<dashed_year>{_YEAR}|(?<=-[A-Za-z]{{3}}-)\d\d)(?!\d|,\d)|{of_year})",
        ),
        (
            "date",
            "month",
            rf"{weekday_before}\b(?P<month>{month})(?:\s+|(?<=\.))(?:the\s+)?(?P<day>{_DAY_NUMBER})\b"
            rf"{_NO_NUMBER}{of_year}",
        ),
        (
            "date",
            "month",
            rf"{weekday_before}\b(?P<month>{month})\s+(?P<day>\d\d)(?P<year>{_YEAR})\b",
        ),
        (
            "ago",
            "unit",
            rf"\b(?<!through )(?<!throughout ){_NOT_LATE_IN}"
            r"(?:(?:about|around|nearly|almost|some|just|only|more\s+than|over|at\s+least)\s+)?"
            rf"(?P<count>{count})[\s-]+(?P<unit>{unit})\s+"
            r"(?P<way>ago|earlier|before|prior|previously|later|after|afterwards?|back)\b",
        ),
        (
            "ago",
            "unit",
            r"\b(?P<unit>hours|minutes|moments)\s+(?P<way>later|earlier|afterwards?)\b",
        ),
        *((SOON, "unit", pattern) for pattern in _soon_patterns()),
        (
            "ago",
            "unit",
            rf"\b(?P<count>{count})\s+(?P<unit>years)\s+(?P<way>since)\b(?!\s+then\b)",
        ),
        (
            "jubilee",
            "jubilee",
            rf"\b(?:(?P<nth>\d{{1,3}}(?:st|nd|rd|th)|{ordinals})|(?P<count>{count})[\s-]+year)[\s-]+"
            r"anniversary\b",
        ),
        (
            "span",
            "unit",
            r"\b(?:the\s+)?(?P<way>past|last|previous|preceding|next|coming|following|first)\s+"
            rf"(?P<count>{count})[\s-]+(?P<unit>{unit})\b",
        ),
        ("span", "unit", rf"\b(?:the\s+)?(?P<way>past|preceding)\s+(?P<unit>{unit})\b"),
        (
            "recent",
            "unit",
            r"\b(?:in|over|during|for|within)\s+(?:the\s+)?(?P<x>(?P<way>recent|past|last|coming"
            r"|next|following)\s+(?P<unit>days|weeks|months|years|hours))\b",
        ),
        (
            "weekdays",
            "weekday",
            rf"\b(?P<count>{count})\s+(?P<weekday>{full})s?\s+ago\b",
        ),
        (
            "weekday",
            "weekday",
            r"\b(?P<x>(?:(?P<bend>early|late|last|past|next|this|coming|following|previous|every"
            rf"|each|overnight)\s+(?:on\s+)?)?(?P<weekday>{full})(?P<own>'s|s'|s)?\b(?:\s+{part}\b)?"
            r"(?:\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b)?)",
        ),
        (
            "month",
            "month",
            rf"\b{edge}(?P<month>{month}),?\s+(?:of\s+)?{told_year}",
        ),
        (
            "word",
            "unit",
            r"\b(?P<word>"
            + _NOT_LATE_IN
            + r"the\s+day\s+(?:before|after)|(?<!over )(?<!in )(?<!within )"
            rf"(?<!during )the\s+next\s+{day}|that\s+(?:same\s+)?{day}|the\s+same\s+night"
            r"|the\s+(?:night|evening|afternoon|morning)\s+before"
            r"|the\s+previous\s+(?:night|evening))\b",
        ),
        (
            "period",
            "unit",
            rf"\b(?<!than )(?:(?P<edge>{edges})[\s-]+(?:in\s+)?)?(?P<way>last|this|next|that"
            r"|the\s+previous|the\s+following|the\s+same|the\s+current|the\s+prior)\s+(?P<unit>week|month|year|night"
            r"|day|(?<=same\s)date|morning|afternoon|evening|summer|spring|winter|autumn)\b",
        ),
        (
            "period",
            "unit",
            r"\b(?P<edge>the\s+beginning\s+of|the\s+start\s+of|the\s+end\s+of|earlier\s+in)\s+"
            r"(?P<way>the|that)\s+(?P<unit>week|month|year)\b",
        ),
        (
            "period",
            "unit",
            r"\b(?P<x>(?:earlier|later|early|late)\s+in\s+(?P<way>the)\s+(?P<unit>day))\b",
        ),
        (
            "night",
            "unit",
            r"\b(?:during|in|through|throughout)\s+(?P<x>the\s+night)\b"
            r"(?!\s+(?:of|from|between|to|before|that|when)\b)|\ball\s+night(?:\s+long)?\b",
        ),
        ("then", "then", r"\bsince\s+(?P<x>then)\b|\bsince(?=\s*[.;:)]|\s*$)"),
        (
            "period",
            "weekend",
            rf"\b(?:(?P<edge>{edges})\s+)?(?P<way>last|this|next|the\s+previous|the\s+following)\s+"
            r"(?P<unit>weekend)\b",
        ),
        (
            "weekend",
            "weekend",
            r"\b(?:over|during|at|on|in|of|since)\s+(?P<x>the\s+weekend)\b|\b(?:weekend's)\b",
        ),
        (
            "word",
            "word",
            rf"\b(?<!than )(?P<word>yesterday|today|tonight|tomorrow|overnight)(?:'?s\b)?"
            rf"(?:\s+{part}\b)?",
        ),
        (
            "word",
            "dawn",
            rf"\bsince\s+(?:before\s+|early\s+)?(?P<x>(?P<word>{dawns}))\b(?!\s+o[fn]\b)",
        ),
        (
            "month",
            "month",
            rf"\b{edge}(?:(?P<bend>last|this|next|that|the\s+following)\s+)?(?P<month>{month})"
            rf"(?:'?s\b)?{of_year}",
        ),
        (
            "duration",
            "unit",
            rf"\b(?:(?P<after>after|(?:{over})(?:\s+the)?)\s+)?(?P<x>(?P<count>{count})(?:\s+|-)(?:(?:straight|consecutive|successive)\s+)?"
            r"(?P<unit>hour|day|night|week|month)s?)\s+of\s+(?P<noun>[a-z-]+)",
        ),
        (
            "duration",
            "unit",
            rf"\b(?:(?P<after>(?:after|{over})\s+(?:an?|the|its|their))\s+)?"
            rf"(?P<x>(?P<count>{count})-(?P<unit>day|night|week|month)(?:-long)?)\s+(?P<noun>{nouns})\b",
        ),
        (
            "lasting",
            "unit",
            rf"\b(?:for|over|in|within)\s+(?:the\s+)?(?:(?:about|around|some|nearly|almost|just)\s+)?"
            rf"(?!the\s+(?:days?|night)\b)(?P<x>(?P<count>{count})(?:\s+(?:straight|consecutive|successive))?\s+"
            r"(?P<unit>hour|day|night|week)s?)\b",
        ),
        (
            "nth",
            "nth",
            r"\b(?P<x>the\s+(?P<day>[12]?\dth|[23]?1st|2?2nd|2?3rd|30th))\b"
            r"(?=\s*[.,;:)]|\s+(?:at|in|and|by|when|after)\b|\s*$)"
            r"(?!\s*(?:,|and)\s+(?:the\s+)?\d+(?:st|nd|rd|th)\b)",
        ),
        (
            "nth",
            "nth",
            r"\bon\s+(?P<x>the\s+(?P<day>[12]?\dth|[23]?1st|2?2nd|2?3rd|30th))\b"
            rf"(?=\s+(?:{subjects})\b)",
        ),
        (
            "years",
            "year",
            rf"\b(?P<x>(?P<first>{_YEAR})(?:\s*(?:-|\u2013)\s*|\s+(?:to|and|until|till|through)\s+)"
            rf"(?P<last>{_YEAR}|\d\d))\b(?![-\d])",
        ),
        (
            "year",
            "year",
            r"\b(?:in|since|during|by|until|till|from|of|throughout|before|after|around)\s+"
            rf"(?P<x>(?:the\s+)?(?:(?P<edge>{edges})[\s-]+)?(?:year\s+)?(?P<year>{_YEAR}))\b"
            r"(?![,.]\d|-\d|s\b)",
        ),
        ("year", "year", rf"\b(?P<x>(?P<edge>early|mid|late)[\s-](?P<year>{_YEAR}))\b(?!s\b)"),
        ("year", "year", rf"\b(?:the|a)\s+(?P<x>(?P<year>{_YEAR}))(?=\s+[a-z])"),
        (
            "decade",
            "year",
            r"\b(?:the\s+)?(?:(?:early|mid|late)[\s-]+)?(?P<year>(?:19|20)\d0)s\b",
        ),
    ]
    return tuple((shape, anchor, re.compile(pattern)) for shape, anchor, pattern in shapes)
