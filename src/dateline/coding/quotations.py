"""Quotations that go on: who speaks in a sentence that stands between quotation marks.

"'Shells fell all night,' said a nurse. 'Two children were killed.'" names the nurse beside the
first sentence only, and she says the second as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.document import Document
from dateline.coding.named_alone import Speaker
from dateline.model import Offsets

_QUOTED = re.compile('“[^“”\n]{1,1500}”|"[^"\n]{1,1500}"|«[^«»\n]{1,1500}»')
"""Text between quotation marks, within one paragraph."""

_MARKS = '“”"«» '


def quoted_speakers(document: Document, speakers: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """Return the speakers of quoted sentences that name none themselves, in text order.

    Who speaks stands in another sentence of the quotation; or, where all of it is quoted, in the
    sentence before, beside another quotation, or in the one after, in the same paragraph.
    """
    named = {speaker.sentence: speaker for speaker in speakers}
    if not named:
        return ()
    spans = [match.span() for match in _QUOTED.finditer(document.report.text)]
    out: list[Speaker] = []
    for number, span in enumerate(spans):
        touched = [s.index for s in document.sentences if s.start < span[1] and span[0] < s.end]
        silent = [index for index in touched if index not in named]
        whole = [index for index in silent if _lies_in(document, index, span)]
        if not whole:
            continue
        speaker = next((named[index] for index in touched if index in named), None)
        if speaker is None and number and spans[number - 1][1] > _start(document, touched[0] - 1):
            speaker = named.get(touched[0] - 1)
        if speaker is None and _goes_on(document, touched[-1] + 1, span):
            speaker = named.get(touched[-1] + 1)
        if speaker is not None:
            out += [replace(speaker, sentence=index) for index in whole]
    return tuple(out)


def _lies_in(document: Document, index: int, span: Offsets) -> bool:
    """Whether all of a sentence but its marks is quoted."""
    sentence = document.sentences[index]
    text = document.quote(sentence.offsets)
    start = sentence.start + len(text) - len(text.lstrip(_MARKS))
    return span[0] <= start and sentence.end <= span[1] + 1


def _start(document: Document, index: int) -> int:
    return document.sentences[max(index, 0)].start


def _goes_on(document: Document, index: int, span: Offsets) -> bool:
    """Whether a sentence stands in the paragraph of the quotation before it."""
    if index >= len(document.sentences):
        return False
    return "\n" not in document.report.text[span[1] : document.sentences[index].start]
