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
        # fighters that are planes by their make, and no armed men
        ("Kfir fighters attacked rebel boats off Jaffna in Sri Lanka on Monday.", ["LK"]),
        ("Iraqi Mirage fighters hit a tanker near Kharg island on Monday.", ["IQ"]),
        ("Air force A-37s rocketed Mejicanos in El Salvador, killing 18 residents.", ["SV"]),
        ("South African Impalas bombed Xangongo in Angola on Sunday.", ["ZA"]),
        # Peacekeepers fly no raids; and the army tells of the rebels whom its own jets hit.
        ("Jets bombed a base in Juba, South Sudan, and killed a UN peacekeeper.", ["SS"]),
        ("Jets bombed hideouts in Tirah, Pakistan, killing six militants, the army said.", ["PK"]),
        (
            "Warplanes killed ten PKK fighters in Dohuk in northern Iraq, Turkey's military said.",
            ["TR"],
        ),
        ("Turkey's military said that 72 jets hit 108 targets in Afrin in Syria.", ["TR"]),
        # Over Pakistan only drones are another state's; over Gaza and Yemen only one side flies.
        ("Fighter jets bombed a compound in Orakzai, Pakistan, killing nine militants.", ["PK"]),
        ("Warplanes bombed houses in Beit Lahiya in Gaza, killing seven people.", ["IL"]),
        ("A drone hit a car in Jenin in the West Bank and wounded three people.", ["IL"]),
        ("Jets struck a hall in Sanaa in Yemen and killed 140 mourners.", ["SA"]),
        # They may be another's.
        ("A drone struck a convoy near Radaa in Yemen and killed 15 people.", []),
        ("A drone bombed a house in Hesokhel, Pakistan, and killed four people.", []),
        ("Foreign jets bombed a village in Kayah State in Myanmar on Monday.", []),
        ("Jets hit an army post near Tyre in Lebanon, killing two soldiers, the army said.", []),
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


@pytest.mark.parametrize(
    "text",
    [
        "Unidentified jets bombed a village in Kayah State in Myanmar on Monday.",
        "An unidentified drone hit a boat in the port of Zuwara in Libya on Sunday.",
        "An unknown aircraft bombed a depot near Zintan in Libya, killing two guards.",
    ],
)
def test_what_is_called_unidentified_is_nobodys(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 7, 23))])
    assert [(one.kind, one.country) for one in coded.claims[0].side_a] == [
        (ActorKind.UNIDENTIFIED, None)
    ]


@pytest.mark.parametrize(
    ("day", "text", "who"),
    [
        (
            date(1988, 2, 15),
            "An Iraqi fighter hit a Danish tanker off Kharg Island on Sunday.",
            (ActorKind.EXTERNAL_FORCES, "IQ"),
        ),
        (
            date(1965, 9, 8),
            "Indian fighters strafed a train near Kasur in Pakistan on Tuesday, killing nine.",
            (ActorKind.EXTERNAL_FORCES, "IN"),
        ),
        (
            date(2015, 11, 25),
            "A Turkish fighter bombed a depot near Sirnak in Turkey on Tuesday.",
            (ActorKind.STATE_FORCES, "TR"),
        ),
        # Men of armed groups.
        (
            date(2010, 3, 2),
            "Iraqi fighters bombed a police post in Samarra on Monday.",
            (ActorKind.REBEL, "IQ"),
        ),
        (
            date(1985, 11, 20),
            "Afghan fighters shot down a helicopter near Khost on Monday, killing all 12 aboard.",
            (ActorKind.REBEL, "AF"),
        ),
        (
            date(2017, 3, 2),
            "Indian fighters attacked a police post at Sukma on Monday, killing six officers.",
            (ActorKind.REBEL, "IN"),
        ),
    ],
)
def test_fighters_of_a_nation_may_be_planes(
    coder: EnglishCoder, day: date, text: str, who: tuple[ActorKind, str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=day)])
    assert [(one.kind, one.country) for one in coded.claims[0].side_a] == [who]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soviet bombers raided Turku on Friday, killing 80 civilians.", ActorKind.EXTERNAL_FORCES),
        ("Israeli bombers hit Homs on Friday, killing 20 people.", ActorKind.EXTERNAL_FORCES),
        ("Two suicide bombers attacked a church in Kano on Friday.", ActorKind.UNIDENTIFIED),
    ],
)
def test_bombers_of_a_nation_are_its_planes(
    coder: EnglishCoder, text: str, kind: ActorKind
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1973, 10, 8))])
    (claim,) = coded.claims
    assert [actor.kind for actor in claim.side_a] == [kind]
