"""Groups that are called after the larger one they belong to."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report

KHORASAN = "Islamic State Khorasan Province"
AQAP = "Al-Qaeda in the Arabian Peninsula"
AQIM = "Al-Qaeda in the Islamic Maghreb"
JNIM = "Jama'at Nusrat al-Islam wal-Muslimin"


@pytest.mark.parametrize(
    ("year", "text", "names"),
    [
        (2022, "Islamic State's Afghan branch killed eight people with a bomb in Kabul.", KHORASAN),
        (2022, "The Afghan branch of Islamic State killed eight people in Kabul.", KHORASAN),
        (2012, "A suicide bomber of al-Qaeda's Yemeni wing killed 90 soldiers in Sanaa.", AQAP),
        (2015, "Al Qaeda's affiliate in Yemen shot dead nine soldiers near Mukalla.", AQAP),
        (2013, "Gunmen of al-Qaeda's north African arm seized 13 workers near In Amenas.", AQIM),
        (2020, "Fighters of an al-Qaeda affiliate killed 29 soldiers at Tarkint in Mali.", JNIM),
        # The name stands beside it.
        (2014, "The Nusra Front, al-Qaeda's wing in Syria, killed nine soldiers.", "Nusra Front"),
        (2017, "Al-Qaeda's Somali affiliate, al-Shabaab, killed 14 soldiers.", "Al-Shabaab"),
        # What was its part once goes by its later name.
        (
            2016,
            "Al-Qaeda's former Syrian affiliate killed nine soldiers in Aleppo.",
            "Jabhat Fateh al-Sham",
        ),
        # No part of another name.
        (2001, "Al-Qaeda's military wing killed nine sailors in Aden.", "Al-Qaeda"),
        (2004, "Al-Qaeda killed 190 people with bombs on four trains in Madrid.", "Al-Qaeda"),
        (
            2014,
            "Islamic State killed nine soldiers at a branch of the road to Sinjar.",
            "Islamic State",
        ),
    ],
)
def test_a_branch_goes_by_its_own_name(
    coder: EnglishCoder, year: int, text: str, names: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(year, 11, 23))])
    assert [actor.name for actor in coded.claims[0].side_a] == [names]


def test_what_points_back_is_the_branch(coder: EnglishCoder) -> None:
    text = "Al-Qaeda's Yemeni branch met on Monday. They killed nine soldiers in Sanaa on Tuesday."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2012, 5, 24))])
    assert [actor.name for actor in coded.claims[-1].side_a] == [AQAP]
