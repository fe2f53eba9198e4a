"""Events that are told to be all over the country."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        (
            "SAN SALVADOR, 19 FEB 90 (AFP) -- SIXTEEN SOLDIERS AND 22 GUERRILLAS WERE KILLED IN "
            "CLASHES IN VARIOUS PARTS OF THE COUNTRY YESTERDAY, THE ARMED FORCES REPORTED.",
            "El Salvador",
        ),
        (
            "BOGOTA, 19 FEB 90 (AFP) -- GUERRILLA ATTACKS TOOK PLACE IN SEVERAL REGIONS OF THE "
            "COUNTRY LAST NIGHT, KILLING FOUR POLICEMEN.",
            "Colombia",
        ),
        (
            "LAGOS, Feb 19 (Reuters) - Protests were held across the country on Monday over fuel.",
            "Nigeria",
        ),
        (
            "SANAA, Feb 19 (Reuters) - Gunmen killed a colonel in Taiz amid violence across the "
            "country.",
            "Taiz",
        ),
        (
            "ABUJA, Feb 19 (Reuters) - Police shot two protesters dead on Monday, saying rallies "
            "had been banned across the country.",
            "Abuja",
        ),
    ],
)
def test_the_country_is_the_place(text: str, canonical: str) -> None:
    report = Report(id="r", text=text, published=date(1990, 2, 19))
    claims = next(iter(coder().code([report]))).claims
    assert [claim.place.canonical for claim in claims if claim.place] == [canonical]


RAIDS = (
    "BANGUI, Central African Republic - Gunmen attacked Boali on Saturday, killing three people. "
    "Others burned houses in Damara. "
)


@pytest.mark.parametrize(
    ("total", "canonical"),
    [
        ("Some 173,000 people have been displaced since December.", "Central African Republic"),
        ("More than 800 have been killed since early January.", "Central African Republic"),
        (
            "More than 800 have been killed since the offensive began on 5 March, the Chadian "
            "League for Human Rights says.",
            "Central African Republic",
        ),
        ("The conflict has killed more than 5,000 people.", "Central African Republic"),
        ("More than 800 have been killed in the town since December.", "Damara"),
        ("More than 800 have been killed in the town since it was cut off in March.", "Damara"),
        ("At least 20 have been killed since Friday.", "Damara"),
    ],
)
def test_what_a_war_has_cost_is_told_of_the_country(total: str, canonical: str) -> None:
    report = Report(id="r", text=RAIDS + total, published=date(2013, 3, 24))
    claims = next(iter(coder().code([report]))).claims
    places = [claim.place for claim in claims if claim.evidence[0][0] >= len(RAIDS)]
    assert [place.canonical for place in places if place] == [canonical]


@pytest.mark.parametrize(
    ("total", "canonical"),
    [
        ("The conflict has cost more than 60,000 lives since 1983.", "Sri Lanka"),
        ("More than 60,000 people have died in the war between rebels and troops.", "Sri Lanka"),
        ("Some 4,000 people have been killed in the town since the war began.", "Vavuniya"),
        ("Some 4,000 people have been killed in Jaffna since the war began.", "Jaffna"),
    ],
)
def test_what_a_war_has_cost_is_of_no_town_though_no_other_is_named(
    total: str, canonical: str
) -> None:
    text = f"A landmine killed three Sri Lankan soldiers near Vavuniya on Monday. {total}"
    report = Report(id="r", text=text, published=date(2000, 2, 22))
    claims = next(iter(coder().code([report]))).claims
    assert [one.place.canonical for one in claims if one.place and one.background] == [canonical]
