"""Datelines that are known by their date, also in small letters: "Srinagar, Nov 13: ".

Sources: the style of South Asian, Russian and Latin American agencies, of relief agencies, of the
dailies of the first half of the twentieth century and of radio monitors, from general knowledge;
those in capitals or with an agency in brackets are told in ``sentences``.
"""

from __future__ import annotations

import re

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
"""A month as English spells it, in full or short."""

DAY_NAME = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
"""A day of the week as English spells it, in full or short."""

HEAD = 420
"""Characters at the start of a report in which its dateline may stand."""

_LONGEST = 90
_PLACE = r"[A-Z\u00c0-\u00de][\w'-]*(?:(?:,? |/)[A-Z\u00c0-\u00de][\w'-]*){0,4}"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
DAY = rf"(?:{DAY_NAME}[,.]?\s+)?(?:{_NUMBER}\s+{MONTH}|{MONTH}\s*{_NUMBER})"
"""A day of the month, with its weekday or without."""

_YEAR = r"(?:,?\s+(?:19|20)\d\d|\s+\d\d)"
_AGENCY = (
    r"(?:\s*\([A-Z][\w .&/-]{1,30}\)|[.,]?\s+[A-Z]{2,}(?:-[A-Z]{2,})?"
    r"|,\s+[A-Z][\w' ]{2,30}(?:\s*\([\w ]{2,20}\))?)"
)
_CUT = r"(?:\s*[-\u2013\u2014:]{1,2}|\s?/)\s+(?=[\"'A-Z\u00c0-\u00de\d])"
_DATED = re.compile(
    rf"(?:\(?{_PLACE}(?:[.,:]\s*|\s*/|\s*[-\u2013\u2014]{{1,2}}\s*|\s+)\(?{DAY}{_YEAR}?\.?\)?{_AGENCY}?"
    rf"|{DAY}{_YEAR},?\s+{_PLACE}{_AGENCY}?){_CUT}"
)
LABEL_LINE = re.compile(
    rf"[ \t]*(?:{DAY}{_YEAR}?(?:[,:]|\s*[-\u2013\u2014|])?[ \t]+(?P<after>{_PLACE})"
    rf"|(?P<before>{_PLACE})(?:,|\s*[-\u2013\u2014|])[ \t]*{DAY}{_YEAR}?)[.:]?[ \t]*(?=\n)"
)
"""A day and a place on a line of their own, above what happened there: "Thu 6 March, Bria"."""

_STOPPED = re.compile(
    rf"(?P<place>[A-Z\u00c0-\u00de]{{2}}[A-Z\u00c0-\u00de' .-]{{1,24}}),?\s+(?i:{DAY}){_YEAR}?\.?"
    r"(?:\s+\([A-Z][A-Za-z ]{1,20}\))?(?<=[.)])\s+(?=[\"'\u201cA-Z\u00c0-\u00de])"
)
"""A town in capitals and its day with no more than a stop: "NEW DELHI, OCT. 1. At least 14 ..."."""

_LINE = re.compile(rf"^[ \t]*(?={_DATED.pattern})", re.M)
_WEEKDAY = re.compile(
    rf"\(?{_PLACE},\s+(?:{DAY_NAME})(?:\s+(?:night|morning|evening|afternoon))?\)?"
    rf"(?:\.?\s*[-\u2013\u2014]{{1,2}}\s*|:\s+)(?=[\"'A-Z\u00c0-\u00de\d])"
)
_MONITORED = re.compile(
    r"(?:\([A-Z][\w ]{3,20}\)\s+)?[A-Z][\w './()-]{3,60}?\s+(?i:in)\s+[A-Z][A-Za-z]+"
    r"(?:\s+(?i:to)\s+[A-Z][\w ]{2,30}?)?\s+\d{4}\s+GMT\s+"
    rf"\d{{1,2}}\s+(?i:{MONTH})\s+(?:19|20)?\d\d"
    r"\s*(?:[-\u2013\u2014]{1,2}|:|(?=\[)|$)\s*"
)
_LONGEST_MONITORED = 160


def dated_dateline(text: str, start: int, end: int) -> int | None:
    """Return where the place and day end that open a report at ``start``; None where none do.

    Lines of a list that each open with a place and its day are entries, and have no dateline.
    """
    if start >= HEAD:
        return None
    match = _DATED.match(text, start, min(end, start + _LONGEST))
    if match is None and not text[:start].strip():
        match = _STOPPED.match(text, start, min(end, start + _LONGEST))
        if match is not None and not _is_in_small_letters(text, match.end()):
            return None
    if match is None or len(_LINE.findall(text)) > 1:
        return None
    return match.end()


def _is_in_small_letters(text: str, at: int) -> bool:
    """Whether what stands there is no part of a report in capitals."""
    return any(letter.islower() for letter in text[at : at + _HANDS])


def weekday_dateline(text: str, start: int, end: int) -> int | None:
    """Return where a place and a weekday end that open a report; None where none do.

    "LONDON, Wednesday. -- " and "Paris, Friday night.\u2014", as the papers of the cable age print.
    """
    if text[:start].strip():
        return None
    match = _WEEKDAY.match(text, start, min(end, start + _LONGEST))
    return match.end() if match else None


def monitored_dateline(text: str, start: int, end: int) -> int | None:
    """Return where a station, its language, hour and day end that open a report, or None.

    "(CLANDESTINE) RADIO VENCEREMOS IN SPANISH TO CENTRAL AMERICA 0200 GMT 3 JUN 84 --", as radio
    monitors say what they heard.
    """
    if text[:start].strip():
        return None
    match = _MONITORED.match(text, start, min(end, start + _LONGEST_MONITORED))
    return match.end() if match else None


_SHOUTED = re.compile(
    r"(?P<place>[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de' .-]{3,24}:|[A-Z\u00c0-\u00de]{4,}"
    r"(?:[ -][A-Z\u00c0-\u00de]+){0,3}\.)\s+(?=[\"'\u201c]?[A-Z\d])"
)
_LABELLED = re.compile(
    r"^[ \t]*[-*\u2022]?[ \t]*[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de' .-]{2,24}:\s", re.M
)
_HANDS = 60


def colon_dateline(text: str, start: int, end: int) -> int | None:
    """Return where a town in capitals and a colon end that open a report; None where none do.

    "QUETTA: At least 24 people were killed ...", as the papers of Pakistan, India and Lebanon
    print it; others set a full stop, "MONROVIA. Rebels ...". Reports in capitals, and lists whose
    lines each have such a label, have none.
    """
    if text[:start].strip():
        return None
    match = _SHOUTED.match(text, start, end)
    if match is None or len(_LABELLED.findall(text)) > 1:
        return None
    return match.end() if _is_in_small_letters(text, match.end()) else None
