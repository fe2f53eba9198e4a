"""Groups of happenings that are claims, and what each of them may keep."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.claims import Thresholds, draft
from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse_and_keep
from dateline.coding.findings import Findings, find
from dateline.coding.happenings import NONE, Happening
from dateline.coding.judgement import own_figures
from dateline.model import Report


@pytest.fixture(scope="module")
def coder() -> EnglishCoder:
    return EnglishCoder()


def read(coder: EnglishCoder, text: str) -> Findings:
    """Return the findings of a text."""
    (document,) = parse_and_keep([Report(id="r", text=text, published=date(2024, 11, 30))])
    return find(document, coder.gazetteer, coder.table)


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
    assert draft(findings, [killed], Thresholds(), {0}).figures
    assert not draft(findings, [bombed], Thresholds(), set()).figures


@pytest.mark.parametrize(
    ("places", "chosen"),
    [
        # A place of the trigger's own sentence, against a likelier one of the sentence before ...
        ({0: 0.8, 1: 0.7}, "Taftanaz"),
        ({0: 0.8, 1: 0.4}, "Binnish"),
        ({0: 0.95, 1: 0.7}, "Binnish"),
        # ... and of the sentence after.
        ({1: 0.5, 2: 0.8}, "Taftanaz"),
        ({1: 0.3, 2: 0.8}, "Sarmin"),
        ({2: 0.05}, None),
    ],
)
def test_a_place_counts_less_where_another_sentence_names_it(
    coder: EnglishCoder, places: dict[int, float], chosen: str | None
) -> None:
    text = "The army left Binnish. Rebels attacked Taftanaz. They came from Sarmin."
    findings = read(coder, text)
    assert [mention.place.name for mention in findings.places] == ["Binnish", "Taftanaz", "Sarmin"]
    attacked = next(trigger for trigger in findings.triggers if trigger.lemma == "attack")
    told = Happening(attacked, {"Armed clash": 0.9, NONE: 0.1}, places=places)
    place = draft(findings, [told], Thresholds(), set()).place
    assert (place and place.name) == chosen
