"""The English coder: reports in, claims out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import fields
from functools import cache
from itertools import compress
from typing import Any

from threadpoolctl import ThreadpoolController

from dateline.coding.claims import Thresholds
from dateline.coding.document import Document, batches, parse
from dateline.coding.encoder import load_encoder
from dateline.coding.explain import explain_findings, explain_unread
from dateline.coding.explanation import Explanation, WhyNoClaim, WhyNoFigure
from dateline.coding.findings import Findings, find
from dateline.coding.first_pass import may_tell
from dateline.coding.happenings import Models
from dateline.coding.judgement import judge
from dateline.coding.language import foreign
from dateline.coding.linear import load_model
from dateline.coding.network import load_network
from dateline.knowledge.actors import ActorTable, actor_table
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Claim, CodedReport, Report

UNDATED = "the report has no publication date: dates are left unknown unless the text gives them"


@cache
def models() -> Models:
    """Return the trained models of the English coder."""
    loaded: dict[str, Any] = {
        field.name: (load_network if field.name.endswith("_network") else load_model)(field.name)
        for field in fields(Models)
        if field.name != "encoder"
    }
    return Models(encoder=load_encoder(), **loaded)


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[object]:
    """Return a context in which matrices are multiplied by one thread.

    Those of a report are so small that several threads only wait for each other: on two cores they
    took 1.7 times as much processor time.
    """
    limited: AbstractContextManager[object] = _threads().limit(limits=1, user_api="blas")
    return limited


class EnglishCoder:
    """Codes English reports; holds the gazetteer and the actor table open."""

    def __init__(self, gazetteer: Gazetteer | None = None, table: ActorTable | None = None) -> None:
        self.gazetteer = gazetteer or Gazetteer.open()
        self.table = table or actor_table()

    def code(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        """Yield each report's claims, in the order of the reports."""
        for batch in batches(reports):
            worth = [worth_parsing(report) for report in batch]
            documents = parse(compress(batch, worth))
            for report, parsed in zip(batch, worth, strict=True):
                yield self.code_document(next(documents)) if parsed else unread(report)

    def code_document(self, document: Document) -> CodedReport:
        """Return the claims of one parsed report; none, and a note, where it is not English."""
        if note := foreign(document.report):
            return CodedReport(report_id=document.report.id, notes=(note,))
        with one_thread():
            findings = find(document, self.gazetteer, self.table)
            claims = tuple(code_findings(findings, models(), Thresholds()))
        notes = () if findings.day else (UNDATED,)
        return CodedReport(report_id=document.report.id, claims=claims, notes=notes)

    def explain(self, report: Report) -> Explanation:
        """Return why the report is coded as it is."""
        (explanation,) = (self._explain(document) for document in parse([report]))
        return explanation

    def _explain(self, document: Document) -> Explanation:
        if foreign(document.report):
            return explain_unread(document, WhyNoClaim.LANGUAGE, WhyNoFigure.LANGUAGE)
        if not worth_parsing(document.report):
            return explain_unread(document, WhyNoClaim.TOPIC, WhyNoFigure.TOPIC)
        findings = find(document, self.gazetteer, self.table)
        return explain_findings(findings, models(), Thresholds())


def worth_parsing(report: Report) -> bool:
    """Return whether a report is read in full; an undated one is, as its text may tell a day."""
    return report.published is None or may_tell(report.text)


def unread(report: Report) -> CodedReport:
    """Return what is coded of a report that is not worth parsing: nothing."""
    note = foreign(report)
    return CodedReport(report_id=report.id, notes=(note,) if note else ())


def code_findings(findings: Findings, models: Models, thresholds: Thresholds) -> list[Claim]:
    """Return the claims that the mentions of one report make, in text order."""
    return [judged.made[1] for judged in judge(findings, models, thresholds) if judged.made]


def code(reports: Iterable[Report]) -> Iterator[CodedReport]:
    """Yield each report's claims with the default English coder."""
    return EnglishCoder().code(reports)
