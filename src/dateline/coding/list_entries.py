"""Lines of a list that begin with their place: "- Kolwe: militia burned 40 homes".

Situation reports and tables of incidents tell one place a line; what a line tells did not happen
at the place of the line above it. A day and a place on a line of their own ("Thu 6 March, Bria")
head all the lines below them, up to the next.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.coding.datelines import DAY, LABEL_LINE
from dateline.coding.document import Document, Sentence
from dateline.coding.mentions import PlaceMention
from dateline.coding.place_words import word_set, words
from dateline.coding.plain_text import token_starts

FEWEST = 2
"""Lines with a head of their own that make a list."""

_LABELLED = re.compile(rf"^{LABEL_LINE.pattern}", re.MULTILINE)
_HEAD = re.compile(
    r"(?:[-*\u2022\u2013]|\(?\d{1,2}[.)])?\s*"
    r"(?:(?:\d{1,2}[:.]\d\d|\d{1,2}/\d{1,2}(?:/\d{2,4})?),?\s+(?:[-\u2013]\s+)?)?"
    r"(?P<head>[^\W\d_a-z][^:\n.!?]{1,70}):\s+\S"
)
"""A line's mark, the hour or day that it begins with, and its head: "- 14:20 Malyn: ..."."""

_DATED = re.compile(
    rf"(?:[-*\u2022\u2013]\s*)?{DAY}(?:,|:|\s*[-\u2013\u2014|])\s+"
    r"(?P<head>[^\W\d_a-z][^:\n.!?]{1,50})[:.]\s+\S"
)
"""A line that begins with its day and place: "4 September - Macomia. A patrol hit a mine"."""

_DATED_LINE = re.compile(rf"^{_DATED.pattern}", re.MULTILINE)

_DASHED = re.compile(
    r"(?:[-*\u2022\u2013]\s+|\(?\d{1,2}[.)]\s+)?(?P<head>[^\W\d_a-z][^:\n.!?]{1,50}?)\s[-\u2013\u2014]\s+\S"
)
"""A line with a dash behind its head, "3. Nairobi - Police fired"; one alone is a dateline."""

_DASHED_LINE = re.compile(rf"^{_DASHED.pattern}", re.MULTILINE)

_DEEPER = re.compile(r":\s+(?P<head>[^\W\d_a-z][^:\n.!?]{1,40})(?=:\s+\S)")
"""A town behind the head of a line: "Homs: Rastan: shelling since six"."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One line of a list: its first sentence, and the tokens of its head, half-open.

    ``desk`` is true where the head stands before a dash, as the town that a report was sent from.
    """

    sentence: int
    first: int
    last: int
    desk: bool = False


def list_entries(document: Document) -> dict[int, ListEntry]:
    """Return the entry of each sentence that stands in one, by the sentence's index.

    There are none where fewer than two lines have a head.
    """
    text = document.report.text
    labelled = _LABELLED.search(text) is not None
    dashed = sum(_is_head(one["head"]) for one in _DASHED_LINE.finditer(text)) >= FEWEST
    if "\n" not in text or not (labelled or ":" in text or dashed or _DATED_LINE.search(text)):
        return {}
    found: dict[int, ListEntry] = {}
    entry: ListEntry | None = None
    label: ListEntry | None = None
    end = 0
    for sentence in document.sentences:
        if not sentence.index or "\n" in text[end : sentence.start]:
            label = (_label(document, sentence) if labelled else None) or label
            entry = _entry(document, sentence, dashed=dashed) or label
        if entry is not None:
            found[sentence.index] = entry
        end = sentence.end
    return found if len(set(found.values())) >= FEWEST else {}


def lists_of_places(document: Document, places: Sequence[PlaceMention]) -> dict[int, ListEntry]:
    """Return the entries of a document as ``list_entries`` does, none where no place heads one."""
    return list_entries(document) if any(place.heads_line for place in places) else {}


def _label(document: Document, sentence: Sentence) -> ListEntry | None:
    """The entry that a line opens which is only a day and a place: it lasts to the next of them."""
    match = LABEL_LINE.match(document.report.text, sentence.start)
    if match is None:
        return None
    starts = token_starts(document.doc)
    part = "after" if match["after"] else "before"
    first, last = (bisect_left(starts, at) for at in match.span(part))
    return ListEntry(sentence.index, first, last) if first < last else None


def _entry(document: Document, sentence: Sentence, *, dashed: bool) -> ListEntry | None:
    text = document.report.text
    end = text.find("\n", sentence.start)
    end = end if end >= 0 else len(text)
    match = _DATED.match(text, sentence.start, end) or _HEAD.match(text, sentence.start, end)
    desk = match is None and dashed
    if desk:
        match = _DASHED.match(text, sentence.start, end)
    if match is None or not _is_head(match["head"]):
        return None
    begin, stop = match.span("head")
    deeper = _DEEPER.match(text, stop, end)
    if deeper is not None and _is_head(deeper["head"]):
        stop = deeper.end("head")
    starts = token_starts(document.doc)
    first, last = bisect_left(starts, begin), bisect_left(starts, stop)
    return ListEntry(sentence.index, first, last, desk) if first < last else None


def _is_head(head: str) -> bool:
    """Whether the words before a colon are names, nouns of places and numbers only."""
    return all(
        word[0].isupper() or word[0].isdigit() or word.lower() in _small()
        for word in re.findall(r"[\w'\u2019-]+", head)
    )


@cache
def _small() -> frozenset[str]:
    """The words in small letters that may stand in the head of a line."""
    kinds = frozenset(noun for nouns in words()["types"].values() for noun in nouns)
    return kinds | word_set("heads")
