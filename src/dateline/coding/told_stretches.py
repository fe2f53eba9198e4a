"""Times that count from the day on which somebody told of them.

"Forty died in the past 48 hours, doctors said on Friday", printed on Saturday, are those of
Thursday and Friday; so is "two bombs went off today", where the mayor said so on Friday.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.coding.day_in_play import is_of_speech
from dateline.coding.document import Document
from dateline.coding.mentions import DateMention
from dateline.coding.syntax import Token
from dateline.knowledge.lexicon import speech
from dateline.model import DatePrecision

LONGEST = 7
"""So many days before the story's somebody may have told of a time."""

NEAR = 2
"""... and where only sentences before the one that quotes him say when he spoke."""

_STRETCH = re.compile(
    r"(?:the\s+)?(?:past|last|previous|preceding)\s+.*(?:hours?|days?|nights?)", re.I
)
_SPEAKERS = re.compile(
    r"today|tonight|overnight|this\s+(?:morning|afternoon|evening)|last\s+night", re.I
)
"""Words for a time that is the speaker's own; not "yesterday", which papers count from their own
day whoever speaks."""

_QUOTED = re.compile('\u201c[^\u201c\u201d\\n]{1,600}\u201d|"[^"\\n]{1,600}"')
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def as_told(
    document: Document, dates: Sequence[DateMention], story: date | None
) -> tuple[DateMention, ...]:
    """Return the dates, those that count from when they were told of counted from that day."""
    found = list(dates)
    for at, mention in enumerate(dates):
        when = mention.date
        if story is None or when.span is None or when.precision is not DatePrecision.DAY:
            continue
        spoken = None
        if mention.role == "event":
            words = document.quote(when.span)
            if when.end == story and _STRETCH.fullmatch(words):
                spoken = _spoken(document, dates, mention)
            elif _SPEAKERS.fullmatch(words):
                spoken = _spoken(document, dates, mention, under=True)
                spoken = spoken or _quoted(document, dates, mention, story)
        if spoken is not None and 0 < (story - spoken).days <= LONGEST:
            back = story - spoken
            moved = {"start": when.start - back, "end": when.end - back}
            found[at] = replace(mention, date=when.model_copy(update=moved))
    return tuple(found)


def _spoken(
    document: Document, dates: Sequence[DateMention], mention: DateMention, *, under: bool = False
) -> date | None:
    """The day on which somebody spoke in the sentence of a time told.

    ``under`` says that the time must stand in what was said.
    """
    here = document.sentence_of[mention.head]
    time = document.doc[mention.first : mention.last].root
    for other in dates:
        if other is mention or document.sentence_of[other.head] != here:
            continue
        if other.date.precision is not DatePrecision.DAY or other.date.start != other.date.end:
            continue
        if not under:
            if is_of_speech(document, other):
                return other.date.end
        elif (verb := _verb_of_speech(document, other)) is not None and _is_said(time, verb):
            return other.date.end
    return None


def _quoted(
    document: Document, dates: Sequence[DateMention], mention: DateMention, story: date
) -> date | None:
    """The day on which somebody spoke who is quoted, where sentences before tell it.

    None where any word of the report's own tells of the story's day: then it is the day quoted.
    """
    quoted = [found.span() for found in _QUOTED.finditer(document.report.text)]
    if not _lies_in(mention, quoted):
        return None
    own = [
        other
        for other in dates
        if other.role == "event"
        and other.date.precision is DatePrecision.DAY
        and other.date.span is not None
        and not _lies_in(other, quoted)
        and not _YEAR.search(document.quote(other.date.span))  # the date of the report itself
    ]
    if any(other.date.end >= story for other in own):
        return None
    spoken = [
        other.date.end
        for other in own
        if other.head < mention.head
        and (is_of_speech(document, other) or _verb_of_speech(document, other) is not None)
    ]
    return spoken[-1] if spoken and (story - spoken[-1]).days <= NEAR else None


def _lies_in(mention: DateMention, spans: Sequence[tuple[int, int]]) -> bool:
    told = mention.date.span
    return told is not None and any(start < told[0] and told[1] < end for start, end in spans)


def _verb_of_speech(document: Document, mention: DateMention) -> Token | None:
    """The verb of speech that a day modifies: "told reporters on Friday", "said in a statement on".

    None where the day stands in what was said.
    """
    over = document.doc[mention.first : mention.last].root
    if over.dep_ == "pobj":
        over = over.head
    over = over.head
    if over.pos_ in ("NOUN", "PROPN") and over.dep_ == "pobj":
        over = over.head.head
    elif over.pos_ in ("NOUN", "PROPN") and over.dep_ == "dobj":
        over = over.head
    if over.pos_ != "VERB" or over.lemma_.lower() not in speech().verbs:
        return None
    between = document.doc[over.i : mention.first]
    if any(word.lower_ == "," for word in between):
        return None  # "a minister said, a week after talks on Tuesday"
    return None if any(kid.dep_ == "auxpass" for kid in over.children) else over


def _is_said(time: Token, verb: Token) -> bool:
    """Whether a time stands in what a verb of speech reports, and not beside that verb itself."""
    if not verb.is_ancestor(time):
        return False
    nearest = next((one for one in time.ancestors if one.pos_ in ("VERB", "AUX")), None)
    if nearest is None or nearest.i == verb.i:
        return False
    below = nearest
    while below.head.i != verb.i and below.head.i != below.i:
        below = below.head
    return below.dep_ in ("ccomp", "parataxis")
