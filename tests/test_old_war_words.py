"""Who acts in the words of agencies and radio stations of the 1980s and 1990s."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report


@pytest.mark.parametrize(
    ("who", "city", "year", "kind"),
    [
        ("URBAN COMMANDOS", "SAN SALVADOR", 1989, "rebel"),
        ("NATIONAL GUARDSMEN", "SAN SALVADOR", 1989, "state forces"),
        ("UNKNOWN ASSAILANTS", "SAN SALVADOR", 1989, "unidentified armed group"),
        ("NARCOTERRORISTS", "BOGOTA", 1989, "political militia"),
        ("CIVIL PATROLMEN", "GUATEMALA CITY", 1989, "political militia"),
        ("COUNTERREVOLUTIONARIES", "MANAGUA", 1987, "rebel"),
        ("ARMED BANDITS", "MAPUTO", 1988, "rebel"),
        ("INYENZI-INKOTANYI", "KIGALI", 1991, "rebel"),
        ("SERBIAN AGGRESSORS", "SARAJEVO", 1993, "rebel"),
        ("MOJAHEDIN", "KABUL", 1988, "rebel"),
        # Near misses: the same words elsewhere.
        ("ARMED BANDITS", "LUSAKA", 1988, "unidentified armed group"),
        ("MERCENARIES", "MORONI", 1987, "political militia"),
        ("COMMANDOS", "LIMA", 1989, "state forces"),
    ],
)
def test_who_acts(who: str, city: str, year: int, kind: str) -> None:
    text = f"{city}, 14 MAY {year - 1900} (AFP) -- {who} KILLED THREE PEASANTS YESTERDAY."
    report = Report(id="r", text=text, published=date(year, 5, 14))
    (claim,) = next(iter(coder().code([report]))).claims
    assert [actor.kind for actor in claim.side_a] == [kind]


@pytest.mark.parametrize("day", ["10 MARCH", "10 MARCH 1980"])
def test_the_month_of_march_is_no_crowd(day: str) -> None:
    text = f"SAN SALVADOR, 19 MAR 89 -- ON {day} THE GUARD KILLED 20 PEASANTS IN ARCATAO."
    report = Report(id="r", text=text, published=date(1989, 3, 19))
    (claim,) = next(iter(coder().code([report]))).claims
    assert claim.sub_event_type == "Attack"
    assert [actor.kind for actor in claim.side_b] == ["civilians"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Soldiers killed 11 Indians in San Martin Jilotepeque in Guatemala on Friday.", "GT"),
        ("Gunmen killed 11 Indians in Kabul on Friday.", "IN"),
    ],
)
def test_whose_indians_they_are(text: str, country: str) -> None:
    report = Report(id="r", text=text, published=date(1989, 3, 19))
    (claim,) = next(iter(coder().code([report]))).claims
    assert [actor.country for actor in claim.side_b] == [country]


@pytest.mark.parametrize(
    ("text", "day", "first", "second"),
    [
        (
            "Cattle thieves killed six villagers near Lodwar in Kenya on Monday.",
            date(2009, 5, 6),
            ["unidentified armed group"],
            ["civilians"],
        ),
        (
            "French legionnaires killed four jihadists at Tessalit in Mali on Monday.",
            date(2013, 5, 6),
            ["external forces"],
            ["rebel"],
        ),
        (
            "Hutus were beaten to death by a Tutsi mob in Bujumbura on Monday.",
            date(1995, 5, 6),
            ["rioters"],
            ["civilians"],
        ),
        (
            "Seven blue helmets were killed near Bunia on Monday.",
            date(2005, 3, 1),
            [],
            ["external forces"],
        ),
        (
            "Nigerian troops captured Umuahia from Biafran forces on Tuesday.",
            date(1969, 4, 24),
            ["state forces"],
            ["rebel"],
        ),
        (
            "The Viet Cong attacked a police post in Saigon on Wednesday, killing five policemen.",
            date(1968, 2, 3),
            ["Viet Cong"],
            ["state forces"],
        ),
        (
            "Mau Mau fighters killed 74 villagers at Lari in Kenya on Thursday.",
            date(1953, 3, 28),
            ["Mau Mau"],
            ["civilians"],
        ),
    ],
)
def test_who_fought_in_other_wars(
    text: str, day: date, first: list[str], second: list[str]
) -> None:
    (claim,) = next(iter(coder().code([Report(id="r", text=text, published=day)]))).claims
    sides = (claim.side_a, claim.side_b)
    assert [[one.name or str(one.kind) for one in side] for side in sides] == [first, second]
