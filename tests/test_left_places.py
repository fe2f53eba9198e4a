"""An event that names no place is where its report has come to, not at a place that it has left."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.coding.event_places import place_of
from dateline.coding.findings import find
from dateline.coding.happenings import NONE, Happening
from dateline.coding.left_places import is_of_another_paragraph
from dateline.model import Report, SubEventType


@pytest.fixture(scope="module")
def coder() -> EnglishCoder:
    return EnglishCoder()


def _places(coder: EnglishCoder, text: str) -> list[str | None]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2020, 5, 14))])
    return [claim.place and claim.place.name for claim in coded.claims]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Gunmen shot dead two guards in Kismayo on Monday. In Garowe, youths burned tyres over "
            "fuel prices. Police arrested a man there on Tuesday.",
            ["Kismayo", "Garowe", "Garowe"],
        ),
        (
            "Gunmen killed three guards near Daquq on Monday. In Diyala province a mortar shell "
            "hurt a shepherd on Sunday. The patrol that went out struck a roadside bomb and two "
            "soldiers died.",
            ["Daquq", "Diyala", "Diyala"],
        ),
        (
            "Shells killed four people in Douma on Friday. In Homs, hundreds of people left a "
            "besieged quarter in buses on Saturday. A man was arrested there by the police.",
            ["Douma", "Homs", "Homs"],
        ),
        # A market of the town is no other place.
        (
            "Al-Shabaab fighters attacked Beledweyne on Saturday and killed 12 soldiers. In the "
            "town's market a shell killed two women. Four others were wounded.",
            ["Beledweyne", "Beledweyne"],
        ),
    ],
)
def test_a_report_that_opens_with_another_place_has_left_the_one_before(
    coder: EnglishCoder, text: str, places: list[str]
) -> None:
    assert _places(coder, text) == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Rebels took the town of Palma on Wednesday. Traders wept. A shop shut. A nurse sang. "
            "Two guards were shot dead.",
            "Palma",
        ),
        # Not where an official speaks, nor where somebody only goes.
        (
            "Rebels took the town of Palma on Wednesday. A bishop said in Maputo that he wept. "
            "Some walked to Pemba. Traders wept. A shop closed. A nurse sang. Two guards were shot "
            "dead.",
            "Palma",
        ),
        # Nor one of the last sentences, in which the model has not found it.
        ("Rebels took the town of Palma on Wednesday. Two guards were shot dead.", None),
        # Nor one before the report turned elsewhere.
        (
            "Rebels took the town of Palma on Wednesday. Traders wept. A shop shut. A nurse sang. "
            "In the south, two guards were shot dead.",
            None,
        ),
        ("A minister wept. Two guards were shot dead.", None),
    ],
)
def test_an_event_to_which_no_place_is_tied_is_where_the_report_last_was(
    coder: EnglishCoder, text: str, place: str | None
) -> None:
    (document,) = parse([Report(id="r", text=text, published=date(2020, 5, 14))])
    findings = find(document, coder.gazetteer, coder.table)
    event = Happening(findings.triggers[-1], {str(SubEventType.ATTACK): 1.0, NONE: 0.0})
    found = place_of(findings, [event], 0.1)
    assert (found and found.name) == place


def test_what_an_earlier_paragraph_told_weighs_less_but_for_the_lead() -> None:
    parts = (0, 0, 1, 1, 2)
    assert is_of_another_paragraph(3, 4, parts)
    assert not is_of_another_paragraph(2, 3, parts)
    assert not is_of_another_paragraph(1, 4, parts)
    assert not is_of_another_paragraph(4, 3, parts)
