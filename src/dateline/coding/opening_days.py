"""The comma that news leaves out behind the day a clause opens with: "On 7 March army troops ...".

Without it the parser takes the month for a part of the next noun, and the sentence has no subject
and no day. A comma stands in for the space, so that every other letter keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from spacy.tokens import Doc, Token

from dateline.knowledge.files import settings

_FILE = "languages/en/dates.toml"


def set_off(text: str, starts: Iterable[int]) -> tuple[str, list[int]]:
    """Return the text with a comma behind each day that opens a clause, and where those stand.

    ``starts`` are the offsets at which sentences begin. The length never changes.
    """
    opening, inner = _patterns()
    found = [opening.match(text, start) for start in starts]
    places = {match.end() for match in (*found, *inner.finditer(text)) if match}
    if not places:
        return text, []
    out = list(text)
    for place in places:
        out[place] = ","
    return "".join(out), sorted(places)


def apart(doc: Doc, places: Iterable[int]) -> None:
    """Make each such comma a word of its own, where it was read into "1980,the"."""
    joined = [token for place in places if len(token := _token_at(doc, place)) > 1]
    with doc.retokenize() as retokenizer:
        for token in joined:
            before, _, after = token.text.partition(",")
            if before and after and "," not in after:
                # Each its own head: the parser leaves the head of a root as it was, and a root
                # that hung on its comma would make a ring.
                heads: list[Token | tuple[Token, int]] = [(token, part) for part in range(3)]
                retokenizer.split(token, [before, ",", after], heads=heads)


def _token_at(doc: Doc, place: int) -> Token:
    span = doc.char_span(place, place + 1, alignment_mode="expand")
    return span[0] if span is not None else doc[0]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of a day that opens a sentence, and of one behind "that"; both end before a space.

    What only goes on ("on Monday at noon") gets none, and neither does the day that is itself
    spoken of: "Yesterday was calm".
    """
    words = settings(_FILE)
    month = r"(?:" + "|".join(words["months"]) + r")\b\.?"
    weekday = (
        r"(?:" + "|".join(words["weekdays"]) + r")(?:\s(?:" + "|".join(words["dayparts"]) + "))?"
    )
    year = r"(?:,?\s(?:19|20)\d\d)?"
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    day = rf"(?:{number}\s{month}{year}|{month}\s{number}(?![\d,]){year}|{weekday})"
    lone = "|".join(word.replace(" ", r"\s") for word in words["opening_days"])
    hours = "|".join(word.replace(" ", r"\s") for word in words["opening_hours"])
    late = rf"(?:(?:{hours})\s(?:[\w-]+\s){{0,4}}?)?"
    going_on = "|".join(words["going_on"])
    end = rf"(?=\s(?!(?:{going_on})\b)(?:[^\W\d_]|\d+\s))"
    opening = rf"(?:\[[^\]]*\]\s*)*\"?(?:{late}(?:on|of)\s{day}|(?:{lone}))\b{end}"
    inner = rf"\bthat\s{late}on\s{day}\b{end}"
    return re.compile(opening, re.I), re.compile(inner, re.I)
