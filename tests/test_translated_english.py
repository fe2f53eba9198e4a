"""English as communiques and agencies translate it: who is neutralised is killed."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Claim, Report, SubEventType


def _coded(coder: EnglishCoder, text: str) -> list[Claim]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2021, 10, 8))])
    return list(coded.claims)


@pytest.mark.parametrize(
    "text",
    [
        "The armed forces proceeded to the neutralisation of 14 terrorists at Mondoro in Mali.",
        "The operation led to the neutralization of 14 terrorists near Djibo, the army staff said.",
    ],
)
def test_who_is_neutralised_is_killed(coder: EnglishCoder, text: str) -> None:
    (claim,) = _coded(coder, text)
    assert claim.sub_event_type is SubEventType.ARMED_CLASH
    assert [(str(one.measure), one.best) for one in claim.figures] == [("killed", 14)]


@pytest.mark.parametrize(
    "text",
    [
        "Settlers uprooted 50 olive trees in the village of Sinjil north of Ramallah.",
        "Soldiers uprooted 200 vines near Bethlehem on Thursday.",
    ],
)
def test_trees_that_are_uprooted_are_property(coder: EnglishCoder, text: str) -> None:
    assert [one.sub_event_type for one in _coded(coder, text)] == [SubEventType.LOOTING]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The bill calls for the elimination of 20 taxes in Lagos.", []),
        ("A storm uprooted trees in Nantes.", []),
        ("The war has uprooted 50,000 people in Pibor.", [SubEventType.DISPLACEMENT]),
    ],
)
def test_what_else_is_uprooted_or_done_away_with(
    coder: EnglishCoder, text: str, kinds: list[SubEventType]
) -> None:
    assert [one.sub_event_type for one in _coded(coder, text)] == kinds
