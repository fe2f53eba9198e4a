"""A place that frames an event, or to which people move, gives way to where the event was."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


def _places(coder: EnglishCoder, text: str) -> list[str | None]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2023, 5, 12))])
    return [claim.place and claim.place.canonical for claim in coded.claims]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "In Deir ez-Zor, gunmen killed a Kurdish officer at Abu Kamal on Monday night.",
            "Abu Kamal",
        ),
        ("In Borno, a suicide bomber killed nine people at Konduga.", "Konduga"),
        # what the crowd is about, where somebody is from or bound for, and another clause
        ("In Cali, police arrested two men wanted for a bombing in Buenaventura.", "Cali"),
        ("In Mogadishu, gunmen shot dead an official from Baidoa on Sunday.", "Mogadishu"),
        ("In Quetta, a bomb killed three policemen who were bound for Mastung.", "Quetta"),
        (
            "In Goma, troops fired on a crowd near the airport, killing two, as rebels advanced on "
            "Sake.",
            "Goma",
        ),
        ("In Sacaba, near Cochabamba, nine farmers were killed by troops on Friday.", "Sacaba"),
    ],
)
def test_a_place_that_opens_a_sentence_frames_a_nearer_one(
    coder: EnglishCoder, text: str, place: str
) -> None:
    assert set(_places(coder, text)) == {place}


def test_where_others_go_is_not_where_it_was(coder: EnglishCoder) -> None:
    text = (
        "Militants seized Bama on Friday and troops withdrew to Konduga. The barracks were burnt "
        "and 12 soldiers killed."
    )
    assert set(_places(coder, text)) == {"Bama"}


def test_those_who_flee_leave_the_place_that_was_told_of(coder: EnglishCoder) -> None:
    text = (
        "Shells killed 12 people in El Fasher on Friday. Some 4,000 families have fled to Tawila."
    )
    assert "El Fasher" in _places(coder, text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A Dhaka court jailed a man for a bomb that killed three in Sylhet in 2005.", "Sylhet"),
        (
            "A court in Jakarta sentenced three men for bombings that killed 202 people in Bali.",
            "Bali",
        ),
        ("A judge in Cali was shot dead outside his home on Monday.", "Cali"),
        ("A court in Cairo was attacked by gunmen from Giza.", "Cairo"),
        ("Soldiers killed 13 gunmen and arrested four others in Guasave, Sinaloa.", "Guasave"),
    ],
)
def test_where_a_court_sits_is_not_where_it_was(coder: EnglishCoder, text: str, place: str) -> None:
    assert set(_places(coder, text)) == {place}
