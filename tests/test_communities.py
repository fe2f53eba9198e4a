"""Communities that fight each other, and herders who are killed."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Report

ARMED = "identity militia"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Gunmen killed five herders near Turkana on Monday.",
            "unidentified armed group",
            "civilians",
        ),
        ("Soldiers shot dead three herdsmen in Samburu on Monday.", "state forces", "civilians"),
        ("Clashes between farmers and herders in Benue killed 12 people on Monday.", ARMED, ARMED),
        ("Herders clashed with farmers near Kosti on Monday, killing five people.", ARMED, ARMED),
        (
            "Helicopters of the army strafed Kutum, killing seven herders.",
            "state forces",
            "civilians",
        ),
        (
            "Militants shot dead an Israeli settler near Nablus on Monday.",
            "rebel",
            "civilians",
        ),
        ("Israeli settlers set fire to Palestinian homes in Huwara on Monday.", ARMED, "civilians"),
        ("Bandits killed 12 farmers in Zamfara.", "unidentified armed group", "civilians"),
        (
            "Serbian police killed 20 ethnic Albanians in Likosane.",
            "external forces",
            "civilians",
        ),
        (
            "Four Dogon men were killed by armed men near Bankass on Monday.",
            "unidentified armed group",
            "civilians",
        ),
        ("Soldiers executed 12 Fulani men near Djibo on Monday.", "state forces", "civilians"),
        # Near misses: they bear arms, or attack, or fight the army.
        ("Soldiers killed five armed herdsmen in Benue on Monday.", "state forces", ARMED),
        ("Suspected herdsmen killed 12 farmers in Benue on Monday.", ARMED, "civilians"),
        ("Soldiers clashed with herders in Samburu on Monday.", "state forces", ARMED),
    ],
)
def test_what_happens_tells_whether_a_community_bears_arms(
    coder: EnglishCoder, text: str, first: str, second: str
) -> None:
    report = Report(id="t", text=text, published=date(2019, 5, 14))
    [claim] = next(iter(coder.code([report]))).claims
    assert [str(actor.kind) for actor in claim.side_a] == [first]
    assert [str(actor.kind) for actor in claim.side_b] == [second]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Clashes between the Habar Gidir and Abgal clans in Galkayo killed 30.", ARMED, ARMED),
        ("The Abgal and Habar Gidir clans clashed in Galkayo on Monday.", ARMED, ARMED),
        (
            "Fighting between members of the Pokomo and Orma communities in Tana River killed 40 "
            "people.",
            ARMED,
            ARMED,
        ),
        ("Clashes between Lendu and Hema tribesmen in Djugu killed 26 people.", ARMED, ARMED),
        # A near miss: both fight somebody else.
        ("Soldiers clashed with Abgal and Habar Gidir clansmen.", "state forces", ARMED),
    ],
)
def test_two_clans_that_one_noun_names_fight_each_other(
    coder: EnglishCoder, text: str, first: str, second: str
) -> None:
    report = Report(id="t", text=text, published=date(2014, 6, 10))
    [claim] = next(iter(coder.code([report]))).claims
    assert [str(actor.kind) for actor in claim.side_a] == [first]
    assert [str(actor.kind) for actor in claim.side_b] == [second]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Clashes between Hausas and Yorubas in Lagos left 55 people dead.", ARMED, ARMED),
        ("Fighting between Pokots and Turkanas near Kapedo, Kenya, left 11 dead.", ARMED, ARMED),
        ("Hemas clashed with Lendus near Bunia, Congo, on Monday; 20 died.", ARMED, ARMED),
        ("Kikuyu and Kalenjin fought near Molo, Kenya, on Monday; 20 died.", ARMED, ARMED),
        ("The Lou Nuer and Murle fought near Pibor on Monday, leaving 20 dead.", ARMED, ARMED),
        ("Hutus and Tutsis clashed near Ngozi, Burundi, on Monday; 20 died.", ARMED, ARMED),
        # Near misses: creeds, parties and those called after their work are crowds.
        ("Clashes between Hindus and Muslims in Aligarh left two dead.", "rioters", "rioters"),
        ("Villagers and miners clashed at Obuasi, Ghana; two died.", "rioters", "rioters"),
    ],
)
def test_two_peoples_that_clash_bear_arms(
    coder: EnglishCoder, text: str, first: str, second: str
) -> None:
    report = Report(id="t", text=text, published=date(2014, 6, 10))
    [claim] = next(iter(coder.code([report]))).claims
    assert [str(actor.kind) for actor in claim.side_a] == [first]
    assert [str(actor.kind) for actor in claim.side_b] == [second]
