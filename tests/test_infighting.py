"""Those who are called alike and stand on two sides."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Claim, Report

ARMED = "identity militia"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Police shot two soldiers in Maseru on Thursday.", "Police", "two soldiers"),
        (
            "Paratroopers fought presidential guards in Conakry on Monday.",
            "Paratroopers",
            "presidential guards",
        ),
        (
            "Clashes between soldiers and policemen in Port-au-Prince left five dead.",
            "soldiers",
            "policemen",
        ),
        (
            "The troops took the town of Gori from the National Guard on Monday.",
            "The troops",
            "the National Guard",
        ),
        ("The police arrested three soldiers in Suva.", "The police", "three soldiers"),
        ("Gunmen clashed with other gunmen in Karachi on Tuesday.", "Gunmen", "other gunmen"),
    ],
)
def test_those_of_one_kind_stand_on_two_sides(
    coder: EnglishCoder, text: str, first: str, second: str
) -> None:
    claim = _claim(coder, text)
    assert [actor.mention for actor in claim.side_a] == [first]
    assert [actor.mention for actor in claim.side_b] == [second]
    assert claim.side_a[0].kind == claim.side_b[0].kind


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Muslims and Christians fought in Ambon on Monday; 12 people died.", ARMED, ARMED),
        ("Clashes between Buddhists and Rohingyas in Sittwe killed six on Monday.", ARMED, ARMED),
        ("Hutus killed 12 Tutsis in Bujumbura on Monday.", ARMED, "civilians"),
    ],
)
def test_peoples_that_fight_bear_arms(
    coder: EnglishCoder, text: str, first: str, second: str
) -> None:
    claim = _claim(coder, text)
    assert [str(actor.kind) for actor in claim.side_a] == [first]
    assert [str(actor.kind) for actor in claim.side_b] == [second]


@pytest.mark.parametrize(
    "text",
    [
        "Police lost two policemen in an ambush near Kidal on Tuesday.",
        "Soldiers killed three rebels in Goma on Tuesday. The soldiers were attacked at dawn.",
        "Rebels attacked soldiers near Goma on Tuesday and killed them.",
        "Farmers found the bodies of two herders in Benue on Tuesday.",
        "Police said two policemen were killed by gunmen in Tegucigalpa on Tuesday.",
        # Nobody is missing where others act.
        "Gunmen disguised as guards stormed a camp in Karachi and fought policemen on Monday.",
        "Residents carried wounded civilians away after troops shelled Gorazde on Tuesday.",
    ],
)
def test_one_party_told_twice_stands_on_one_side(coder: EnglishCoder, text: str) -> None:
    claim = _claim(coder, text)
    kinds = [{actor.kind for actor in side} for side in (claim.side_a, claim.side_b)]
    assert kinds[0].isdisjoint(kinds[1])


def test_one_opponent_is_told_once(coder: EnglishCoder) -> None:
    claim = _claim(coder, "Students clashed with residents in Ibadan on Tuesday.")
    assert [actor.mention for actor in claim.side_b] == ["residents"]


def _claim(coder: EnglishCoder, text: str) -> Claim:
    """The one claim of a text."""
    (coded,) = coder.code([Report(id="r", text=text, published=date(2012, 5, 4))])
    (claim,) = coded.claims
    return claim
