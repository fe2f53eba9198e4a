"""Groups of happenings that are claims, and what each of them may keep."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.claims import Thresholds, draft
from dateline.coding.coder import EnglishCoder
from dateline.coding.findings import Findings
from dateline.coding.happenings import NONE, Happening
from dateline.coding.judgement import own_figures
from dateline.coding.second_look import OF_ANOTHER, parties
from dateline.model import Report
from found import read


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


def _tolls(coder: EnglishCoder, text: str) -> list[list[int | None]]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 8, 15))])
    return [[figure.best for figure in claim.figures] for claim in coded.claims]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        (
            "8 killed, 14 injured in rocket attacks on Taiz and Ibb\n\nFighters fired rockets at "
            "the Salah district of Taiz on Sunday, killing five civilians and injuring nine."
            " In Ibb, three people were killed and five wounded when shells hit a market.",
            [[5, 9], [3, 5]],
        ),
        (
            "Nineteen dead in weekend violence in Karachi and Quetta\n\nAt least 19 people died in "
            "a spate of attacks. Eleven of them were killed when a bomb exploded in Quetta on "
            "Saturday. Six others were shot dead in Karachi on Sunday. Two policemen were killed "
            "in a grenade attack in Hub.",
            [[11], [6], [2]],
        ),
        (
            # Others may add up to the toll of one event by chance.
            "Bomb kills 10 in Baghdad\n\nA car bomb killed at least 10 people in Baghdad on Sunday."
            " Earlier, gunmen killed four people in Mosul and a roadside bomb killed six soldiers "
            "near Tikrit.",
            [[10], [4], [6]],
        ),
    ],
)
def test_a_total_of_the_head_is_no_toll_of_one_event(
    coder: EnglishCoder, text: str, tolls: list[list[int | None]]
) -> None:
    assert _tolls(coder, text) == tolls


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Fighting goes on in the Central African Republic. In Bria gunmen shot dead three "
            "traders on Friday, the UN said. In Bambari a grenade thrown into a bar wounded seven "
            "people. Shelling at Ippy. The mayor of Kaga-Bandoro spoke of fear.",
            ["Bria", "Bambari", "Ippy"],
        ),
        (
            # Neither a whole country nor what is said elsewhere of the same attacks.
            "Rebels killed four soldiers in an ambush near Beni on Saturday. In Butembo a car bomb "
            "wounded nine people. In Goma the governor denounced the attacks as an assault on the "
            "nation. A hotel owner in Nairobi said the attacks had hurt his bookings.",
            ["Beni", "Butembo"],
        ),
    ],
)
def test_a_place_of_which_nothing_else_is_told_has_a_claim(
    coder: EnglishCoder, text: str, places: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 2, 3))])
    assert [claim.place.name if claim.place else None for claim in coded.claims] == places
