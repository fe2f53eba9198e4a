"""Deeds done in revenge: they and what they answer are two events, each with its own."""

from __future__ import annotations

from datetime import date

from dateline.coding.coder import EnglishCoder
from dateline.model import Claim, Report, SubEventType


def _coded(coder: EnglishCoder, text: str) -> dict[SubEventType, Claim]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 8, 2))])
    return {claim.sub_event_type: claim for claim in coded.claims}


def test_a_deed_and_what_it_answers_have_their_own_sides_places_and_figures(
    coder: EnglishCoder,
) -> None:
    told = _coded(
        coder,
        "Soldiers burned the village of Barani in revenge for the killing of two officers by "
        "rebels in Kaya on Sunday.",
    )
    burnt, killed = told[SubEventType.LOOTING], told[SubEventType.ATTACK]
    assert [actor.mention for actor in burnt.side_a] == ["Soldiers"]
    assert not burnt.figures
    assert [actor.mention for actor in killed.side_a] == ["rebels"]
    assert killed.place and killed.place.name == "Kaya"
    assert killed.date and killed.date.start == date(2016, 7, 31)
    assert [figure.best for figure in killed.figures] == [2]


def test_whose_helicopter_came_down_has_suffered_it(coder: EnglishCoder) -> None:
    told = _coded(
        coder,
        "Jets bombed two villages in Bie in reprisal for the loss of an Angolan helicopter, which "
        "crashed near Huambo on Sunday and killed nine.",
    )
    downed = told[SubEventType.DISRUPTED_WEAPONS]
    assert not downed.side_a
    assert "an Angolan helicopter" in [actor.mention for actor in downed.side_b]


def test_an_aircraft_that_crashes_after_it_struck_has_struck(coder: EnglishCoder) -> None:
    told = _coded(coder, "A jet bombed a market in Wau and later crashed, killing nine traders.")
    assert list(told) == [SubEventType.AIR_STRIKE]


def test_revenge_that_is_sworn_is_no_deed(coder: EnglishCoder) -> None:
    told = _coded(coder, "Villagers swore revenge for the killing of six herders in Bangolo.")
    assert list(told) == [SubEventType.ATTACK]
    assert [figure.best for figure in told[SubEventType.ATTACK].figures] == [6]
