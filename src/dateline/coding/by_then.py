"""Days until which something was done: "By Monday they had captured 11 villages".

That was done from the day told before on. Where none was told, or only long before, the day itself
is all that is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache

from dateline.coding.document import Document
from dateline.coding.mentions import DateMention
from dateline.coding.syntax import Token
from dateline.knowledge.files import settings
from dateline.model import DatePrecision

WORDS = "languages/en/dates.toml"
"""Where the words are kept that may stand between "by" and the day."""

LONGEST = timedelta(days=14)
"""What was told of an earlier day begins no episode that ends on this one."""

_BEFORE = 40
"""In so many characters before a day stands its "by"."""


def by_then(document: Document, dates: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """Return the dates, those until which something was done from the day told before them on."""
    found = list(dates)
    for at, mention in enumerate(dates):
        if not _ends_an_episode(document, mention):
            continue
        day = mention.date.end
        before = (one for one in reversed(dates[:at]) if _may_begin(one) and one.date.start < day)
        begun = next(before, None)
        if begun is None or day - begun.date.start > LONGEST:
            continue
        when = mention.date.model_copy(update={"start": begun.date.start})
        found[at] = replace(mention, date=when, episode=True)
    return tuple(found)


def _ends_an_episode(document: Document, mention: DateMention) -> bool:
    when = mention.date
    if mention.role != "event" or when.precision is not DatePrecision.DAY or when.span is None:
        return False
    if when.start != when.end:
        return False
    text = document.report.text
    start, end = when.span
    if not _by().search(text, max(0, start - _BEFORE), start) or text[start:end].endswith("s"):
        return False  # "killed by Monday's blast"
    word = document.doc[mention.first : mention.last].root
    if any(kid.tag_ == "POS" for kid in word.children):
        return False
    verb = next((over for over in word.ancestors if over.pos_ in ("VERB", "AUX")), None)
    return verb is not None and _is_past(verb)


def _is_past(verb: Token) -> bool:
    """Whether a verb tells what was done, and not what somebody was to do."""
    helpers = {kid.lower_ for kid in verb.children if kid.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBN":
        return not helpers.isdisjoint(settings(WORDS)["done"])
    return verb.tag_ == "VBD" and "to" not in helpers


def _may_begin(mention: DateMention) -> bool:
    """Whether an episode may have begun on a day: on a day, or since one, something happened."""
    return mention.role in ("event", "since") and mention.date.precision is DatePrecision.DAY


@cache
def _by() -> re.Pattern[str]:
    between = "|".join(settings(WORDS)["by_hours"])
    return re.compile(rf"\bby\s+(?:(?:{between})\s+){{0,4}}$", re.I)
