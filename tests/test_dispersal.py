"""What police do to a crowd by how they do it, and to people who are no crowd."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenyan police suppressed a peaceful march by teachers in Kisumu on Tuesday.", "Protest"),
        ("Moroccan forces dispersed a demonstration by Sahrawis in Laayoune.", "Protest"),
        ("Police arrested five monks for staging a protest in Lhasa.", "Protest"),
        ("Thirty people were arrested for holding a demonstration in Bangkok.", "Protest"),
        ("Police rounded up 200 opposition activists in Baku before the vote.", "Arrests"),
        ("The army arrested four suspected rebels in Gulu on Friday.", "Arrests"),
        ("Security forces brutally dispersed a sit-in in Khartoum, killing dozens.", "Excessive"),
        ("Troops fired live rounds at a sit-in in Manama.", "Excessive"),
        (
            "Police charged with batons at a human chain formed by left activists in Rajshahi and "
            "arrested 10 of them.",
            "Protest",
        ),
        ("A man was arrested after bottles were thrown at police at a march in Athens.", "Violent"),
        ("Police fired tear gas at demonstrators in Istanbul after some threw stones.", "Violent"),
        ("Officers fired tear gas as protesters in Tunis pelted them with stones.", "Violent"),
        ("Police threw stun grenades at protesters in Minsk and detained 40.", "Protest"),
        ("Thousands rallied in Dhaka and formed a human chain along the avenue.", "Peaceful"),
    ],
)
def test_force_is_excessive_where_it_hurts(coder: EnglishCoder, text: str, kind: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2012, 8, 3))])
    assert [str(claim.sub_event_type).split()[0] for claim in coded.claims] == [kind]


def test_the_crowd_that_throws_stones_is_side_a(coder: EnglishCoder) -> None:
    text = "Police used tear gas on a crowd in Accra when some of them threw stones."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2012, 8, 3))])
    (claim,) = coded.claims
    assert [str(actor.kind) for actor in claim.side_a] == ["rioters"]
    assert [str(actor.kind) for actor in claim.side_b] == ["state forces"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police in Lusaka arrested 30 students who marched to the palace on Monday.", "Protest"),
        ("Police arrested 12 miners picketing a ministry in La Paz on Friday.", "Protest"),
        ("Police arrested more than 300 people at rallies in Harare on Friday.", "Protest"),
        ("In Seville 20 clerks were arrested the same day for joining a sit-in.", "Protest"),
        # Near misses: they are arrested elsewhere, for something else.
        ("Police in Lusaka arrested 30 students who carried petrol on Monday.", "Arrests"),
        ("Police arrested a man hiding in a ministry in La Paz on Friday.", "Arrests"),
        ("Police arrested three men at their homes in Harare on Friday.", "Arrests"),
    ],
)
def test_who_is_arrested_as_he_protests_is_one_of_a_crowd(
    coder: EnglishCoder, text: str, kind: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2012, 8, 3))])
    assert [str(claim.sub_event_type).split()[0] for claim in coded.claims] == [kind]
