"""Groups of happenings that are claims, and what each of them may keep."""

from __future__ import annotations

import pytest

from dateline.coding.claims import Thresholds, draft
from dateline.coding.coder import EnglishCoder
from dateline.coding.findings import Findings
from dateline.coding.happenings import NONE, Happening
from dateline.coding.judgement import own_figures
from dateline.coding.second_look import OF_ANOTHER, parties
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


def test_whom_another_event_befell_is_hardly_a_party(coder: EnglishCoder) -> None:
    findings = read(coder, "A bomb killed three policemen, and gunmen abducted two teachers.")
    named = [mention.actors[0].mention for mention in findings.actors]
    police, teachers = (named.index(name) for name in ("three policemen", "two teachers"))
    lemmas = [trigger.lemma for trigger in findings.triggers]
    abducted = findings.triggers[lemmas.index("abduct")]
    told = Happening(abducted, {NONE: 0.1}, {police: (0.0, 0.6), teachers: (0.0, 0.8)})
    found = {party.actor.mention: party.b for party in parties(findings, [told], None)}
    assert found == {"three policemen": 0.6 * OF_ANOTHER, "two teachers": 0.8}
