"""Days that an earlier paragraph told: a new one tells of another event.

"A bomb killed four in Kirkuk on Tuesday", and in the next paragraph "In Baquba gunmen shot a judge"
with no day of its own: the coding frame dates it by the story. Only what the lead says, a heading
or a line that introduces others goes on to hold. The entries of a live page, each with the hour at
which it was written, are told on the story's day: none of them leads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.coding.document import Document
from dateline.coding.mentions import DateMention
from dateline.knowledge.files import settings

WORDS = "languages/en/other_days.toml"

_BLANK = re.compile(r"\n\s*\n")
_LABEL = re.compile(r"\s*(?::|[-\u2013\u2014]|\n|$)")
_OPENER = re.compile(r"\s*(?:[:.\u2013\u2014\n]|-\s|$|,\s[A-Z][\w' -]{1,30}[.:\n])")
_BULLET = re.compile(r"[\W\d]*")
_HOUR = re.compile(
    r"[\s*\u2022\u2013\u2014(\[-]*(?:[01]?\d|2[0-3])[:.h][0-5]\d(?!\d)\s*"
    r"(?:[AaPp]\.?[Mm]\b\.?\s*)?(?:(?:GMT|UTC|hrs|[A-Z]{2,4}T)\b\s*)?"
    r"(?:[-\u2013\u2014:.,)\]|]|\n|$|(?=[A-Z]))"
)
"""The hour before an entry of a live page: "12:30 - ", "9.40pm GMT", "08:15 Shells hit"."""
_FEWEST = 2
"""So many entries with an hour make a live page."""


def paragraphs(document: Document) -> tuple[int, ...]:
    """Return the paragraph of each sentence; the lead, with what stands above it, is 0.

    Where lines are broken inside sentences only a blank line parts two paragraphs, or the hour
    before an entry of a live page.
    """
    text = document.report.text
    if "\n" not in text:
        return (0,) * len(document.sentences)
    hours = _hours(document)
    body = [sentence for sentence in document.sentences if sentence.kind == "body"]
    wrapped = any("\n" in text[sentence.start : sentence.end] for sentence in body)
    found: list[int] = []
    end = at = 0
    prose = False
    for sentence in document.sentences:
        gap = text[end : sentence.start]
        parted = _BLANK.search(gap) or (not wrapped and "\n" in gap)
        if sentence.index in hours or (prose and parted):
            at += 1
        prose = prose or sentence.kind == "body"
        found.append(at)
        end = sentence.end
    return tuple(found)


def _hours(document: Document) -> set[int]:
    """The sentences with which an entry of a live page begins; none where fewer than two do."""
    text = document.report.text
    found: set[int] = set()
    end = 0
    for sentence in document.sentences:
        opens = not sentence.index or "\n" in text[end : sentence.start]
        if opens and _HOUR.match(text, sentence.start):
            found.add(sentence.index)
        end = sentence.end
    return found if len(found) >= _FEWEST else set()


def left_behind(
    document: Document, numbers: tuple[int, ...], mention: DateMention, sentence: int
) -> bool:
    """Return whether a day told in an earlier paragraph says nothing of an event in this sentence.

    ``numbers`` are the paragraphs of the document's sentences. The lead's day holds on, and so does
    that of a heading, of a label ("Tuesday: ...") and of a paragraph that ends in a colon; a
    paragraph that opens with what counts from what was told ("hours later") keeps it too.
    """
    told = document.sentence_of[mention.head]
    if told >= sentence or not numbers[told] or numbers[told] == numbers[sentence]:
        return False
    if document.sentences[told].kind != "body" or _introduces(document, numbers, mention, told):
        return False
    words = document.span(document.sentences[numbers.index(numbers[sentence])])
    return not any(token.lower_ in _going_on() for token in words)


def label_of(document: Document, dates: Sequence[DateMention], sentence: int) -> int | None:
    """Return the index of the date that labels the entry of a list in which a sentence stands.

    It opens the entry ("January 1990. Soldiers ..."), or stands above it on a line of its own
    ("2004"); None where neither does. The first line of a report opens no list.
    """
    text, sentences = document.report.text, document.sentences
    opens = sentence
    while opens and "\n" not in text[sentences[opens - 1].end : sentences[opens].start]:
        opens -= 1
    if not opens:
        return None
    above = None
    for at, mention in enumerate(dates):
        told = document.sentence_of[mention.head]
        if told > opens:
            break
        start, end = document.offsets(mention.first, mention.last)
        if _BULLET.sub("", text[sentences[told].start : start], count=1):
            continue
        if told == opens and _OPENER.match(text, end):
            return at
        if told < opens and not text[end : sentences[told].end].strip(" .:="):
            above = at
    return above


def _introduces(
    document: Document, numbers: tuple[int, ...], mention: DateMention, told: int
) -> bool:
    """Whether a day labels its paragraph, or that paragraph ends in a colon."""
    text = document.report.text
    opening = numbers.index(numbers[told])
    start, (first, last) = (
        document.sentences[opening].start,
        document.offsets(mention.first, mention.last),
    )
    if not _BULLET.sub("", text[start:first], count=1) and _LABEL.match(text, last):
        return True
    closing = len(numbers) - 1 - numbers[::-1].index(numbers[told])
    return text[: document.sentences[closing].end].endswith(":")


@cache
def _going_on() -> frozenset[str]:
    return frozenset(settings(WORDS)["going_on"])
