"""Why a number of a report is no figure of any claim."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.coding.claims import Thresholds
from dateline.coding.document import Document
from dateline.coding.explanation import UncodedNumber, WhyNoFigure
from dateline.coding.figures import refused_numbers
from dateline.coding.findings import Findings
from dateline.coding.judgement import Judged
from dateline.coding.numbers import numerals
from dateline.coding.plain_text import lower, plain, token_starts
from dateline.knowledge.files import settings
from dateline.model import Offsets

CONTEXTS = "languages/en/number_contexts.toml"

_NEAR = 40
"""Characters around a number in which its context is read."""


def uncoded_numbers(
    findings: Findings, groups: Sequence[Judged], thresholds: Thresholds
) -> tuple[UncodedNumber, ...]:
    """Return every number that stands in no figure of a claim, in text order, with the reason.

    A number is a run of digits or number words; the numbers of one date count as one.
    """
    document = findings.document
    coded = [
        figure.span
        for judged in groups
        if judged.made
        for figure in judged.made[1].figures
        if figure.span
    ]
    told = {
        document.sentences[index].offsets: document.sentences[index]
        for index in range(len(document.sentences))
    }
    evidence = {
        told[span].index
        for judged in groups
        if judged.made
        for span in judged.made[1].evidence
        if span in told
    }
    refused = {item.span: item for item in refused_numbers(document)}
    starts = token_starts(document.doc)
    text = lower(plain(document.report.text))
    out: list[UncodedNumber] = []
    for start, end in _numbers(findings, text):
        span = (start, end)
        if any(_meet(span, other) for other in coded):
            continue
        sentence = document.sentence_of[max(0, bisect_right(starts, start) - 1)]
        out.append(
            _dated(findings, span)
            or _found(findings, span, groups, thresholds, told=sentence in evidence)
            or _context(text, span)
            or _refused(refused, span)
            or _elsewhere(document, span, sentence)
        )
    return tuple(out)


def numbers_of(document: Document, reason: WhyNoFigure) -> tuple[UncodedNumber, ...]:
    """Return all numbers of a report that is not coded at all."""
    text = lower(plain(document.report.text))
    return tuple(UncodedNumber(span=span, reason=reason) for span in numerals(text))


def _numbers(findings: Findings, text: str) -> Iterator[Offsets]:
    """The numbers of the text; those within one date run from the first to the last."""
    dates = _date_spans(findings)
    kept: Offsets | None = None
    of: Offsets | None = None
    for span in numerals(text):
        inside = next((date for date in dates if _meet(span, date)), None)
        if kept and inside and inside == of:
            kept = (kept[0], span[1])
            continue
        if kept:
            yield kept
        kept, of = span, inside
    if kept:
        yield kept


def _date_spans(findings: Findings) -> list[Offsets]:
    spans = [mention.date.span for mention in findings.dates if mention.date.span]
    if findings.day and findings.day.span:
        spans.append(findings.day.span)
    return spans


def _dated(findings: Findings, span: Offsets) -> UncodedNumber | None:
    for mention in findings.dates:
        if mention.date.span and _meet(span, mention.date.span):
            why = WhyNoFigure.TIME if mention.role == "age" else WhyNoFigure.DATE
            words = findings.document.quote(mention.date.span)
            detail = "" if mention.date.span == span else f"in “{words}”"
            return UncodedNumber(span=span, reason=why, detail=detail)
    if findings.day and findings.day.span and _meet(span, findings.day.span):
        return UncodedNumber(
            span=span, reason=WhyNoFigure.DATE, detail="the day the report was written"
        )
    return None


def _found(
    findings: Findings,
    span: Offsets,
    groups: Sequence[Judged],
    thresholds: Thresholds,
    *,
    told: bool,
) -> UncodedNumber | None:
    """The reason for a number that is a figure, but of no claim."""
    for index, mention in enumerate(findings.figures):
        if not mention.figure.span or not _meet(span, mention.figure.span):
            continue
        ties = [
            (p, judged.made is not None, findings.document.doc[member.trigger.head].text)
            for judged in groups
            for member in judged.members
            if (p := member.figures.get(index)) is not None
        ]
        score, made, word = max(ties, default=(0.0, False, ""))
        counts = f"the words say {mention.figure.measure}"
        if score >= thresholds.figure:
            if made:
                return UncodedNumber(span=span, reason=WhyNoFigure.SAME_FIGURE, detail=counts)
            detail = f"{counts}; it goes with “{word}”, too unsure for a claim"
            return UncodedNumber(span=span, reason=WhyNoFigure.NO_CLAIM, detail=detail)
        if not told:
            return UncodedNumber(span=span, reason=WhyNoFigure.NO_CLAIM, detail=counts)
        tie = f"; at best {score:.2f} for “{word}”, {thresholds.figure:.2f} needed" if word else ""
        return UncodedNumber(span=span, reason=WhyNoFigure.NOT_TIED, detail=counts + tie)
    return None


@dataclass(frozen=True, slots=True)
class _Context:
    reason: WhyNoFigure
    number: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


def _context(text: str, span: Offsets) -> UncodedNumber | None:
    """What the text right around a number says that it is."""
    start, end = span
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    for context in _contexts():
        if (
            context.number.fullmatch(text, start, end)
            and context.before.search(before)
            and context.after.match(after)
        ):
            return UncodedNumber(span=span, reason=context.reason)
    return None


def _refused(refused: dict[Offsets, UncodedNumber], span: Offsets) -> UncodedNumber | None:
    """The reason of the rules that look for figures."""
    for other, item in refused.items():
        if _meet(span, other):
            return item.model_copy(update={"span": span})
    return None


def _elsewhere(document: Document, span: Offsets, sentence: int) -> UncodedNumber:
    kind = document.sentences[sentence].kind
    if kind in {"furniture", "dateline"}:
        return UncodedNumber(span=span, reason=WhyNoFigure.NO_CLAIM, detail=kind)
    return UncodedNumber(span=span, reason=WhyNoFigure.NO_NUMBER)


def _meet(one: Offsets, other: Offsets) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@cache
def _contexts() -> tuple[_Context, ...]:
    def pattern(form: str) -> re.Pattern[str]:
        return re.compile(form)

    return tuple(
        _Context(
            WhyNoFigure[entry["reason"]],
            pattern(entry.get("number", ".*")),
            pattern(f"(?:{entry['before']})$" if "before" in entry else ""),
            pattern(entry.get("after", "")),
        )
        for entry in settings(CONTEXTS)["context"]
    )
