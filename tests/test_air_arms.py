"""Whose planes bombed, where nobody says so."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Report


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        (
            "Jets bombed a village in Kayah State in Myanmar on Monday, killing three people.",
            ["MM"],
        ),
        ("Helicopters strafed a rebel camp at Vizcatan in Peru on Monday.", ["PE"]),
        ("A market in Bama, Nigeria, was bombed by warplanes on Monday.", ["NG"]),
        ("American B-52s bombed Taliban positions near Kunduz on Monday.", ["US"]),
        ("A MiG bombed the market in Kadugli in Sudan on Monday, killing eight people.", ["SD"]),
        ("Antonovs bombed Kauda in Sudan on Monday.", ["SD"]),
        # They may be another's.
        ("Unidentified jets bombed a village in Kayah State in Myanmar on Monday.", []),
        ("Jets bombed a market in Azaz in Syria on Monday, killing three people.", []),
        ("Drones bombed a market in Bama, Nigeria, on Monday, killing three people.", []),
    ],
)
def test_planes_of_nobody_are_the_countrys_own(
    coder: EnglishCoder, text: str, countries: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 23))])
    side_a = coded.claims[0].side_a
    assert [actor.country for actor in side_a] == countries
    assert all(
        actor.kind in (ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES) for actor in side_a
    )


def test_planes_are_not_a_states_where_a_foreign_force_is_named(coder: EnglishCoder) -> None:
    text = "Jets bombed shelters in Bama, Nigeria, on Monday. Chad's army fights nearby."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 23))])
    assert all(actor.country != "NG" for actor in coded.claims[0].side_a)
