"""A telling: one claim together with what the report around it says about its making."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dateline.model import Claim, CodedReport, Report

QUOTE_LIMIT = 900
"""Longest quotation kept of a claim, in code points: a few sentences."""


class Telling(NamedTuple):
    """One claim as one report tells it, with what linking and merging need of the report.

    ``quote`` is the text of the claim's evidence, best piece first. A ``settled`` claim is one
    that a person has decided on.
    """

    report_id: str
    claim: Claim
    quote: str = ""
    publisher: str | None = None
    published: date | None = None
    settled: bool = False

    @property
    def ref(self) -> tuple[str, str]:
        """The report's and the claim's id: what names a claim across reports."""
        return (self.report_id, self.claim.id)


def tellings(report: Report, coded: CodedReport) -> Iterator[Telling]:
    """Yield the claims of one coded report as tellings, in the order of the text."""
    for claim in coded.claims:
        yield Telling(
            report_id=report.id,
            claim=claim,
            quote=quote(report.text, claim),
            publisher=report.publisher,
            published=report.published,
        )


def quote(text: str, claim: Claim) -> str:
    """Return the text of a claim's evidence, best piece first, cut at the limit."""
    return " ".join(text[start:end] for start, end in claim.evidence)[:QUOTE_LIMIT]
