"""Groups of happenings that are claims, and what each of them may keep."""

from __future__ import annotations

import pytest

from dateline.coding.claims import Thresholds, draft
from dateline.coding.coder import EnglishCoder
from dateline.coding.findings import Findings
from dateline.coding.happenings import NONE, Happening
from dateline.coding.judgement import own_figures
from found import read


@pytest.fixture(scope="module")
def coder() -> EnglishCoder:
    return EnglishCoder()


def happening(findings: Findings, number: int, figures: dict[int, float]) -> Happening:
    """Return a trigger with numbers."""
    return Happening(findings.triggers[number], {NONE: 0.1}, figures=figures)


def test_a_number_belongs_to_the_claim_that_it_fits_best(coder: EnglishCoder) -> None:
    findings = read(coder, "Jets bombed Binnish and shells killed 12 civilians in Taftanaz.")
    bombed, killed = (happening(findings, n, {0: p}) for n, p in ((0, 0.5), (2, 0.9)))
    assert own_figures([[bombed], [killed]], [True, True], 0.4) == [set(), {0}]
    assert own_figures([[bombed], [killed]], [True, False], 0.4) == [{0}, set()]
    assert own_figures([[bombed], [killed]], [True, True], 0.95) == [set(), set()]
    assert own_figures([[killed], [killed]], [True, True], 0.4) == [{0}, set()]
    # A further toll of another place is not told of the event before it.
    assert own_figures([[bombed], [killed]], [True, False], 0.4, {0}) == [set(), {0}]
    assert draft(findings, [killed], Thresholds(), {0}).figures
    assert not draft(findings, [bombed], Thresholds(), set()).figures
