"""A coder for the tests of what stands around coders: it quotes the first word as a clash."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator

from dateline.model import Claim, CodedReport, Report, SubEventType


class StubCoder:
    """Makes a claim of each report's first word; fails on a report whose text says so."""

    def code(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        for report in reports:
            if "fail the coder" in report.text:
                raise IndexError("nothing there")
            word = report.text.split()[0]
            start = report.text.index(word)
            claim = Claim(
                id="c1",
                evidence=((start, start + len(word)),),
                sub_event_type=SubEventType.ARMED_CLASH,
            )
            yield CodedReport(report_id=report.id, claims=(claim,))


class SlowCoder(StubCoder):
    """Takes a while over each report."""

    def code(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        for coded in super().code(reports):
            time.sleep(0.05)
            yield coded


class DyingCoder(StubCoder):
    """Ends its process, as the system does to one that takes too much memory."""

    def code(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        os._exit(9)
