"""Does every value of a claim quote the report? The promise behind every offset."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Claim, CodedReport, Offsets, Report

Quotation = tuple[str, Offsets | None, str | None]
"""A field, its offsets, and what it should quote, None where any text will do."""


def misquoted(report: Report, coded: CodedReport) -> list[str]:
    """Return, in words, every value whose offsets do not quote it, and every empty quotation."""
    faults = []
    for claim in coded.claims:
        if len(claim.attributed_to) != len(claim.attribution_spans):
            faults.append(f"{claim.id}: attributed_to and attribution_spans differ in length")
        for field, span, words in quotations(claim):
            if span is None:
                continue
            start, end = span
            if not 0 <= start < end <= len(report.text):
                faults.append(f"{claim.id} {field}: {span} lies outside the text")
            elif not (quoted := report.text[start:end]).strip():
                faults.append(f"{claim.id} {field}: {span} quotes nothing")
            elif words is not None and quoted != words:
                faults.append(f"{claim.id} {field}: {span} quotes {quoted!r}, not {words!r}")
    return faults


def quotations(claim: Claim) -> Iterator[Quotation]:
    """Yield every value of a claim that quotes the report."""
    for span in claim.evidence:
        yield "evidence", span, None
    yield "trigger", claim.trigger, None
    if claim.date:
        yield "date", claim.date.span, None
    if claim.place:
        yield "place", claim.place.span, claim.place.name
    for actor in claim.side_a + claim.side_b:
        yield "actor", actor.span, actor.mention
    if claim.control:
        for holder in (claim.control.to, claim.control.from_):
            if holder:
                yield "control", holder.span, holder.mention
    for figure in claim.figures:
        yield "figure", figure.span, figure.text
    for speaker, span in zip(claim.attributed_to, claim.attribution_spans, strict=False):
        yield "attributed_to", span, speaker
