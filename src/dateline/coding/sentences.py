"""Text -> sentences: cuts that survive headlines, captions, datelines and lost punctuation.

The parser's own sentence boundaries fail on news that has lost its layout, so boundaries are set
here, before parsing, and the parser keeps to them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from dateline.coding.broken_lines import are_items, opens_alike
from dateline.coding.datelines import (
    DAY_NAME,
    MONTH,
    colon_dateline,
    dated_dateline,
    monitored_dateline,
    weekday_dateline,
)
from dateline.coding.recasing import recase, style
from dateline.coding.unpunctuated import items, lost_its_stops, openings
from dateline.knowledge.files import settings

Kind = Literal["headline", "caption", "dateline", "furniture", "body"]

# One code point to one code point, so that offsets stay those of the report.
_PLAIN = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u2032": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u200b": " ",
        "\ufeff": " ",
        "\t": " ",
        "\r": " ",
    }
)

_ADDRESSES = re.compile(
    r"(?<!\S)(?:RT\s+@\w+:?|@\w+:?|(?:https?://|www\.|pic\.twitter\.com/)[^\s)\]]+)"
)
"""What a post of the social media has beside its words; hashtags are words."""

_PLUS = re.compile(r"(?<=\d)\+(?=\s)")
"""A number and more, "300+ dead", which the parser takes for one word."""

_LIST_MARKS = dict.fromkeys(map(ord, "\u2022\u2023\u2043\u25aa\u25ab\u25cf\u25cb\u25e6"), " ")

HEADER_DATE = re.compile(
    rf"(?:(?:{DAY_NAME},?\s+)?\d{{1,2}}\s+{MONTH},?\s+\d{{4}}"
    rf"|(?:{DAY_NAME},?\s+)?{MONTH}\s+\d{{1,2}},?\s+\d{{4}}"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{2}-\d{2})"
    r"(?:\s+(?:at\s+)?\d{1,2}[:.]?\d{2}\b(?:\s*(?:GMT|UTC|[AaPp]\.?[Mm]\.?))?)?"
)
"""A full date as sites print it above a story."""

_DATELINE = re.compile(
    r"(?P<place>[A-Z\u00c0-\u00de][\w'.-]*(?:[ ,/]+(?:[A-Z\u00c0-\u00de][\w'.-]*|\d{1,2}"
    r"|\([A-Z\u00c0-\u00de][\w .'-]{2,25}\)(?=,\s\d))){0,7})\s*"
    r"(?:\((?P<agency>[A-Za-z][\w .,'&/-]{1,45})\)\s*(?P<dash>[-\u2013\u2014:]+\s*)?"
    r"|\s[\u2013\u2014]\s?|\s?--?\s)"
)
_END = re.compile(r"[.!?\u2026\u061f\u06d4]+[\"')\]]*(?=\s|$)|[.!?](?=[A-Z][a-z])")
_NEXT_PLACE = re.compile(
    r";(?=\s+(?:and\s+|while\s+)?(?:[Ii]n|[Aa]t|[Nn]ear)\s+(?:[a-z]+\s+){0,3}[A-Z\u00c0-\u00de]"
    r"[^,;.\n]{1,45},\s)"
)
"""Where a list within a sentence goes on at another place: "...; in Arbinda, a mine killed two"."""
_PLACE_WORDS = 3
"""Words that a place without a date or an agency has at most above a lead in capitals."""
_PROSE = re.compile(r"\b(?:on|of|in|since|from|until|by|between|and|to|dated)\s*(?:\w+,?\s*)?$")
_OPENERS = re.compile(
    r"(?:The|A|An|It|He|She|They|In|On|At|But|And|This|That|There|Earlier|Meanwhile)\b"
)
"""Words that begin a sentence rather than go on behind an abbreviation."""
_HALVES = frozenset({"a.m", "p.m", "am", "pm"})
_OTHER_CLOCK = re.compile(r"[(\[](?:(?:[A-Z]{3,4}\s+)?\d{1,2}[^()\[\]]{0,18}|[A-Z]{2,5})[)\]]")
"""The same time by another clock, or the zone: "at 2:15 p.m. (1115 GMT) Monday"."""
_ASIDE = re.compile(r"[(\[][^()\[\]]{1,30}[)\]],?\s+[a-z]")
"""Words in brackets behind which a sentence goes on: "12 mi. (20 km) from the border"."""
_LOWERED_OPENERS = re.compile(r"(?:the|it|he|she|they|but|this|there|earlier|meanwhile)\b")
"""Those of them that also without their capital do so."""
_BLANK = re.compile(r"\n[ \r\t]*\n+")
_WRAPPED, _FILLED = 60, 0.6
"""A line that wraps is longer than so many characters, and than this share of the longest line of
its paragraph: a title of seventy above a lead of three hundred is a line of its own."""
_BULLET = re.compile(r"\s*(?:[-*\u2022\u25cf\u25aa\u2013]|\(?\d{1,2}[.)])\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence's character offsets, half-open, and what kind of text it is."""

    start: int
    end: int
    kind: Kind


def segment(text: str) -> tuple[str, tuple[Piece, ...]]:
    """Return the text as the parser shall see it, of equal length, and its sentences in order."""
    plain, pieces = cut(text)
    plain = _parted(plain, pieces)
    return recase(plain, [(piece.start, piece.end) for piece in pieces]), pieces


def _parted(text: str, pieces: tuple[Piece, ...]) -> str:
    """The text with a space for the dash that joins a dateline to its lead: "Monday.\u2014Two"."""
    for before, after in pairwise(pieces):
        dash = after.start - 1
        if (
            before.kind == "dateline"
            and before.end == after.start
            and text[dash] in "-\u2013\u2014"
        ):
            text = text[:dash] + " " + text[dash + 1 :]
    return text


def cut(text: str) -> tuple[str, tuple[Piece, ...]]:
    """Return the text in plain punctuation, of equal length and case, and its sentences."""
    plain = text.translate(_PLAIN)
    plain = _ADDRESSES.sub(lambda found: " " * len(found[0]), plain)
    blocks = _blocks(plain)
    lowered = style(text) == "lowered"
    # Once they have parted the lines, marks of lists are in the parser's way.
    plain = _PLUS.sub(" ", plain.translate(_LIST_MARKS))
    # And so are marks around one word, which part a number from what it counts.
    plain = _scare_quotes().sub(r"\1 \2 ", plain)
    pieces: list[Piece] = []
    for start, end in blocks:
        pieces.extend(_sentences(plain, start, end, first=not pieces, lowered=lowered))
    return plain, tuple(pieces)


def _blocks(text: str) -> list[tuple[int, int]]:
    """Paragraphs: text between blank lines, and lines that do not run on into the next."""
    blocks: list[tuple[int, int]] = []
    start = 0
    for match in [*_BLANK.finditer(text), None]:
        end = match.start() if match else len(text)
        blocks.extend(items(text, start, end) or _lines(text, start, end))
        start = match.end() if match else end
    return [(s, e) for s, e in blocks if text[s:e].strip()]


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    at = start
    listed = are_items(text[start:end])
    full = max(_WRAPPED, _FILLED * max(map(len, text[start:end].split("\n"))))
    while (cut := text.find("\n", at, end)) >= 0:
        line, following = text[start:cut].rstrip(), text[cut + 1 : end]
        wraps = (
            bool(line)
            and not listed
            and line[-1] not in ".!?:\"')"
            and following[:1].strip() != ""
            and (following.lstrip()[:1].islower() or len(line) - line.rfind("\n") > full)
            and not _BULLET.match(following)
            and not ("|" in line[line.rfind("\n") + 1 :] and "|" in following.split("\n", 1)[0])
            and not opens_alike(line, following)
        )
        if not wraps:
            out.append((start, cut))
            start = cut + 1
        at = cut + 1
    out.append((start, end))
    return out


def _sentences(text: str, start: int, end: int, *, first: bool, lowered: bool) -> list[Piece]:
    out: list[Piece] = []
    start += len(text[start:end]) - len(text[start:end].lstrip())
    cut = dated_dateline(text, start, end)
    if cut is None and first:
        shapes = (colon_dateline, weekday_dateline, monitored_dateline)
        cut = next((at for shape in shapes if (at := shape(text, start, end))), None)
    if cut is None and first and (header := _header(text, start, end)):
        out.extend(header)
        start = header[-1].end
    while start < end and text[start].isspace():
        start += 1
    match = _DATELINE.match(text, start, min(end, start + 90))
    if cut is not None:
        out.append(Piece(start, cut, "dateline"))
        start = cut
    elif match and _is_dateline(match, text[match.end() : end]):
        out.append(Piece(start, match.end(), "dateline"))
        start = match.end()
    if lost_its_stops(text[start:end]):
        cuts = openings(text, start, end)
        begun = [start, *cuts]
        out.extend(Piece(a, b, "body") for a, b in zip(begun, [*cuts, end], strict=True))
        return [_trim(text, piece) for piece in out]
    ends = [*_END.finditer(text, start, end), *_NEXT_PLACE.finditer(text, start, end)]
    for match in sorted(ends, key=lambda one: one.start()):
        if (
            match[0] != ";"
            and match.end() < end
            and _runs_on(text, start, match.start(), match.end(), lowered=lowered)
        ):
            continue
        if text[start : match.end()].strip():
            out.append(Piece(start, match.end(), "body"))
        start = match.end()
    if text[start:end].strip():
        out.append(Piece(start, end, _unfinished(text[start:end], alone=not out)))
    return [_trim(text, piece) for piece in out]


def _is_dateline(match: re.Match[str], lead: str) -> bool:
    """True where place and agency open a report: "The Liberation Army (LA) captured" is prose."""
    shouted = any(len(word) > 3 and word.isupper() for word in re.findall(r"\w+", match["place"]))
    if lead[:1].islower():
        return False
    calm = any(letter.islower() for letter in lead[:40])
    if match["agency"] and not match["dash"]:
        return shouted and calm
    if shouted and not calm and not match["agency"]:
        # Capitals tell nothing there: "THE CHIEF OF COLOMBIA'S LARGEST COCAINE - EXPORTING GROUP".
        place = match["place"]
        return len(place.split()) <= _PLACE_WORDS or any(map(str.isdigit, place))
    return bool(match["agency"]) or shouted


def _header(text: str, start: int, end: int) -> list[Piece]:
    """The part of a report before its first sentence, where a site printed the full date there."""
    match = HEADER_DATE.search(text, start, min(end, start + 330))
    if not match:
        return []
    before = text[start : match.start()]
    if re.search(r"[.!?]\s+[A-Z]", before) and len(before) > 200:
        return []
    # "On 3 May 2020, gunmen ..." and "... on 3 May 2020." are prose, not a header.
    if _PROSE.search(before):
        return []
    after = text[match.end() : match.end() + 2]
    if after[:1] in {",", ")", ";"} or re.match(r"\s[a-z]", after):
        return []
    cut = match.end()
    furniture = re.compile(_furniture_pattern())
    while rest := furniture.match(text, cut, end):
        if rest.end() == cut:
            break
        cut = rest.end()
    out: list[Piece] = []
    if before.strip():
        words = before.split()
        kind: Kind = "headline" if len(words) > 3 else "furniture"
        out.append(Piece(start, match.start(), kind))
    out.append(Piece(match.start(), cut, "dateline"))
    return out


@cache
def _furniture_pattern() -> str:
    words = settings("languages/en/sentences.toml")["furniture"]
    return r"\s*(?:" + "|".join(words) + r")(?=\s|$)"


@cache
def _scare_quotes() -> re.Pattern[str]:
    """Quotation marks around one word that is counted or pointed to: five "terrorists" died."""
    before = "|".join(settings("languages/en/sentences.toml")["counting"])
    return re.compile(rf"((?:\d|\b(?i:{before})) )\"([a-z-]{{3,}})\"(?= [a-z])")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(settings("languages/en/sentences.toml")["abbreviations"])


@cache
def _zone() -> re.Pattern[str]:
    """What goes on behind "11 a.m.": a day, a zone in capitals or "Moscow time"."""
    words = settings("languages/en/dates.toml")
    days = "|".join([*words["weekdays"], *words["months"]])
    return re.compile(rf"(?i:(?:{days})\b)|[A-Z]{{2,}}\b|(?:[A-Z][a-z]+ ){{1,2}}(?i:time)\b")


def _runs_on(text: str, start: int, dot: int, end: int, *, lowered: bool) -> bool:
    """True where the full stop at ``dot`` ends an abbreviation or initial, not a sentence.

    A small letter behind it tells so, save in a text that was ``lowered`` and has no other.
    """
    following = text[end : end + 48].lstrip()
    if following[:1].islower() and not lowered:
        return text[dot] == "." or text[end - 1] in "\"')"
    if text[dot] != "." or text[dot : dot + 2] == "..":
        return False
    if not lowered and text[dot + 1 : end] == "" and _ASIDE.match(following):
        return True
    word = re.split(r"[\s(\"'\[]", text[max(start, dot - 20) : dot])[-1]
    if word.lower() in _abbreviations():
        return not (lowered and word == "no" and not following[:1].isdigit())
    if len(word) == 1 and (word.isupper() or (lowered and word.isalpha())):
        return True
    if not lowered and word.lower() in _HALVES:
        # "At 11 a.m. Two days earlier", not "at 11 a.m. Moscow time".
        return bool(_zone().match(following) or _OTHER_CLOCK.match(following))
    if re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word):  # "U.S", "a.m": runs on before a name
        if lowered:
            return not _LOWERED_OPENERS.match(following)
        return bool(re.match(r"[A-Z][a-z]+\b", following)) and not _OPENERS.match(following)
    return end < len(text) and text[end].isalpha() and "." in word


def _unfinished(text: str, *, alone: bool) -> Kind:
    """The kind of a block's end without a full stop."""
    if re.search(r"\((?:[A-Z]{2,4}|[A-Za-z/ ]+)\s*(?:Photo|photo|Images)[^)]*\)\s*$", text):
        return "caption"
    return "headline" if alone and len(text.split()) <= 25 else "body"


def _trim(text: str, piece: Piece) -> Piece:
    start, end = piece.start, piece.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Piece(start, end, piece.kind)
