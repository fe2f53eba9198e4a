"""Armed groups that hold people have taken them; banks and prisons hold other things."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report, SubEventType


def _coded(coder: EnglishCoder, text: str) -> list[SubEventType]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 8, 14))])
    return [claim.sub_event_type for claim in coded.claims]


@pytest.mark.parametrize(
    "text",
    [
        "Abu Sayyaf is holding 19 people on Basilan.",
        "Boko Haram holds six Italian tourists, including two children.",
        "Maute fighters still hold a priest and 90 parishioners in Marawi.",
    ],
)
def test_an_armed_group_that_holds_people_abducted_them(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == [SubEventType.ABDUCTION]


@pytest.mark.parametrize(
    "text",
    [
        "The prison of Nakuru holds 2,000 inmates.",
        "The Taliban hold three seats in the talks.",
        "The rebels do not hold any civilians, their spokesman said in Gao.",
        "The rebels held talks with villagers in Pibor.",
    ],
)
def test_what_else_is_held_is_none(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Two women have been held by the rebels since 16 June in Popayan, their family said.",
        "Three engineers held by the rebels in Katsina since Friday are alive, the governor said.",
    ],
)
def test_who_is_held_by_a_group_was_abducted_and_no_ground(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 8, 14))])
    (claim,) = coded.claims
    assert claim.sub_event_type is SubEventType.ABDUCTION
    assert claim.control is None


@pytest.mark.parametrize(
    "text",
    [
        "The town of Bouar is held by rebels.",
        "Kaga has been held by the rebels since Friday.",
        "Talks were held by the rebels and villagers in Pibor.",
    ],
)
def test_ground_that_is_held_is_no_abduction(coder: EnglishCoder, text: str) -> None:
    assert SubEventType.ABDUCTION not in _coded(coder, text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Two Italian engineers are being held near Kirkuk by a group of unknown men.", 2),
        ("Two French reporters have been held by an armed group near Kirkuk since Monday.", 2),
        ("Four Americans are being held by kidnappers in Baghdad.", 4),
    ],
)
def test_who_is_held_by_somebody_without_a_name_is_counted(
    coder: EnglishCoder, text: str, count: int
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2004, 6, 7))])
    (claim,) = coded.claims
    assert claim.sub_event_type is SubEventType.ABDUCTION
    assert [(str(one.measure), one.best) for one in claim.figures] == [("captured", count)]


@pytest.mark.parametrize(
    "text",
    [
        "Talks attended by 30 delegates were held by the group in Geneva.",
        "A group of 40 residents held a meeting in Kirkuk.",
        "A music group held two free concerts for children in Baghdad.",
    ],
)
def test_what_a_group_holds_that_is_no_people_is_none(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == []
