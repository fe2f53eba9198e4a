"""The English coder: reports in, claims out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache

from dateline.coding.claims import Thresholds, compose, draft
from dateline.coding.coreference import group
from dateline.coding.document import Document, parse
from dateline.coding.findings import Findings, find
from dateline.coding.happenings import Models, find_happenings
from dateline.coding.language import foreign
from dateline.coding.linear import load_model
from dateline.coding.second_look import claim_features
from dateline.knowledge.actors import ActorTable, actor_table
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Claim, CodedReport, Report

UNDATED = "the report has no publication date: dates are left unknown unless the text gives them"


@cache
def models() -> Models:
    """Return the trained models of the English coder."""
    return Models(**{field.name: load_model(field.name) for field in fields(Models)})


class EnglishCoder:
    """Codes English reports; holds the gazetteer and the actor table open."""

    def __init__(self, gazetteer: Gazetteer | None = None, table: ActorTable | None = None) -> None:
        self.gazetteer = gazetteer or Gazetteer.open()
        self.table = table or actor_table()

    def code(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        """Yield each report's claims, in the order of the reports."""
        for document in parse(reports):
            yield self.code_document(document)

    def code_document(self, document: Document) -> CodedReport:
        """Return the claims of one parsed report; none, and a note, where it is not English."""
        if note := foreign(document.report):
            return CodedReport(report_id=document.report.id, notes=(note,))
        findings = find(document, self.gazetteer, self.table)
        notes = () if findings.day else (UNDATED,)
        return CodedReport(
            report_id=document.report.id,
            claims=tuple(code_findings(findings, models(), Thresholds())),
            notes=notes,
        )


def code_findings(findings: Findings, models: Models, thresholds: Thresholds) -> list[Claim]:
    """Return the claims that the mentions of one report make, in text order.

    Triggers that tell of events are kept, those that tell of the same event are put together, and
    each group that stands a second look becomes a claim.
    """
    groups = group(findings, find_happenings(findings, models), models.same)
    claims: list[Claim] = []
    for members in groups:
        features = claim_features(findings, members, groups)
        confidence = models.claim.probabilities(features)["yes"]
        if confidence >= thresholds.claim:
            made = draft(findings, members, thresholds)
            number = len(claims) + 1
            claims.append(compose(findings, made, number, models, thresholds, confidence))
    return claims


def code(reports: Iterable[Report]) -> Iterator[CodedReport]:
    """Yield each report's claims with the default English coder."""
    return EnglishCoder().code(reports)
