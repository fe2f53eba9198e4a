"""A ceasefire is an event when it is agreed, not while it lasts or when it breaks."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


def _agreements(coder: EnglishCoder, text: str) -> int:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2024, 5, 3))])
    return sum(claim.sub_event_type is SubEventType.AGREEMENT for claim in coded.claims)


@pytest.mark.parametrize(
    "text",
    [
        "Air strikes on the city have intensified since a ceasefire collapsed last week.",
        "In Najaf a fragile ceasefire holds.",
        "Gunmen fired mortars into Taiz on Friday despite a ceasefire.",
        "A shell fell on a village near the ceasefire line in Kashmir on Friday.",
        "The United Nations says that both sides have violated the ceasefire in Juba.",
    ],
)
def test_a_ceasefire_that_is_there_already_is_no_agreement(coder: EnglishCoder, text: str) -> None:
    assert _agreements(coder, text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "The government and the rebels signed a ceasefire in Juba on Thursday.",
        "The army and the rebels agreed on a three-day truce in Taiz on Thursday.",
        "A ceasefire between the army and the rebels took effect in Juba on Friday.",
    ],
)
def test_one_that_is_agreed_is(coder: EnglishCoder, text: str) -> None:
    assert _agreements(coder, text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Israeli strikes killed five people in Gaza despite a US-brokered truce between Israel and "
        "Hamas.",
        "Shelling killed three people in Donetsk since a Russian-brokered ceasefire collapsed.",
    ],
)
def test_a_truce_named_by_who_brokered_it_is_no_agreement(coder: EnglishCoder, text: str) -> None:
    assert _agreements(coder, text) == 0
