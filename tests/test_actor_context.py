"""What the event, the place and the rest of a report say of who acts."""

from __future__ import annotations

from datetime import date

import pytest

from actors_told import Told, mentions, told
from dateline.coding.actors import report_country, settle
from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.knowledge.actors import actor_table
from dateline.model import Actor, ActorKind, Report

S = "state forces"
R = "rebel"
C = "civilians"
UNITA = "UNITA"
NATO: Told = ("NATO", "external forces", None)


STATE, E = ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES


def _actor(
    kind: ActorKind, country: str | None = None, name: str | None = None, said: str = "m"
) -> Actor:
    return Actor(mention=said, name=name, kind=kind, country=country)


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        (
            "Boko Haram raided a Nigerian village. The militants burned houses.",
            "The militants",
            "Boko Haram",
        ),
        (
            "Boko Haram raided a Nigerian village. The group took hostages.",
            "The group",
            "Boko Haram",
        ),
        ("Boko Haram raided a Nigerian village. They killed six.", "They", "Boko Haram"),
        (
            "Boko Haram left a Nigerian village after its fighters ran out of food.",
            "its fighters",
            "Boko Haram",
        ),
    ],
)
def test_a_phrase_that_points_back_takes_the_earlier_actor(
    text: str, quote: str, name: str
) -> None:
    found = dict(mentions(text))
    assert found[quote].resolved
    assert [actor.name for actor in found[quote].actors] == [name]


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Jets bombed a French base, killing nine soldiers.", "nine soldiers", (None, S, "FR")),
        ("Rebels hit a NATO base, killing two soldiers.", "two soldiers", NATO),
        ("French jets bombed the town, killing nine soldiers.", "nine soldiers", (None, S, None)),
        ("Gunmen hit a French bank, killing nine soldiers.", "nine soldiers", (None, S, None)),
    ],
)
def test_soldiers_killed_in_a_strike_on_a_force_are_of_that_force(
    text: str, quote: str, expected: Told
) -> None:
    assert told(text)[quote] == [expected]


def test_what_points_back_to_nothing_keeps_what_it_says() -> None:
    found = dict(mentions("The militants burned houses in Nigeria."))
    assert not found["The militants"].resolved
    assert found["The militants"].actors[0].kind is ActorKind.REBEL


@pytest.mark.parametrize(
    ("actor", "event", "report", "kind", "country"),
    [
        (_actor(ActorKind.REBEL), "SY", None, ActorKind.REBEL, "SY"),
        (_actor(ActorKind.REBEL), None, "ML", ActorKind.REBEL, "ML"),
        (_actor(ActorKind.STATE_FORCES), "SY", "IQ", ActorKind.STATE_FORCES, "SY"),
        (_actor(ActorKind.STATE_FORCES, "RU"), "SY", None, ActorKind.EXTERNAL_FORCES, "RU"),
        (_actor(ActorKind.STATE_FORCES, "IL"), "PS", None, ActorKind.EXTERNAL_FORCES, "IL"),
        (_actor(ActorKind.EXTERNAL_FORCES, "TR"), "TR", None, ActorKind.STATE_FORCES, "TR"),
        (_actor(ActorKind.STATE_FORCES, "RU"), None, None, ActorKind.STATE_FORCES, "RU"),
        (_actor(ActorKind.REBEL, None, "Islamic State"), "SY", None, ActorKind.REBEL, None),
        (_actor(ActorKind.UNIDENTIFIED), "SY", None, ActorKind.UNIDENTIFIED, None),
    ],
)
def test_the_event_settles_country_and_kind(
    actor: Actor, event: str | None, report: str | None, kind: ActorKind, country: str | None
) -> None:
    settled = settle(actor, event, report)
    assert (settled.kind, settled.country) == (kind, country)


@pytest.mark.parametrize(
    ("actor", "event", "on", "kind", "country"),
    [
        (_actor(ActorKind.STATE_FORCES), "SS", "1997-03-13", ActorKind.STATE_FORCES, "SD"),
        (_actor(ActorKind.STATE_FORCES), "SS", "2014-03-13", ActorKind.STATE_FORCES, "SS"),
        (_actor(ActorKind.REBEL), "SS", "1997-03-13", ActorKind.REBEL, "SS"),
        (_actor(ActorKind.STATE_FORCES, "RS"), "XK", "1998-03-01", ActorKind.STATE_FORCES, "RS"),
        (_actor(ActorKind.STATE_FORCES, "RS"), "XK", "2005-03-01", ActorKind.EXTERNAL_FORCES, "RS"),
        (_actor(ActorKind.STATE_FORCES, "RU"), "LT", "1991-01-14", ActorKind.STATE_FORCES, "RU"),
        (_actor(ActorKind.STATE_FORCES), "LT", "1991-01-14", ActorKind.STATE_FORCES, "LT"),
        (_actor(ActorKind.STATE_FORCES, "ID"), "TL", "1991-11-12", ActorKind.EXTERNAL_FORCES, "ID"),
        (_actor(ActorKind.STATE_FORCES), "TL", "1991-11-12", ActorKind.EXTERNAL_FORCES, "ID"),
        (_actor(ActorKind.STATE_FORCES), "TL", "2006-05-12", ActorKind.STATE_FORCES, "TL"),
        (_actor(ActorKind.STATE_FORCES), "NA", "1981-05-12", ActorKind.EXTERNAL_FORCES, "ZA"),
        # A colony's army was the ruler's, its police its own.
        (_actor(ActorKind.STATE_FORCES, said="troops"), "DZ", "1957-03-01", E, "FR"),
        (_actor(ActorKind.STATE_FORCES, "FR"), "DZ", "1957-03-01", E, "FR"),
        (_actor(ActorKind.STATE_FORCES, said="police"), "MW", "1959-03-01", STATE, "MW"),
        (_actor(ActorKind.STATE_FORCES, said="troops"), "KE", "1965-03-01", STATE, "KE"),
    ],
)
def test_a_state_is_at_home_in_what_it_still_ruled(
    actor: Actor, event: str, on: str, kind: ActorKind, country: str
) -> None:
    settled = settle(actor, event, None, date.fromisoformat(on))
    assert (settled.kind, settled.country) == (kind, country)


@pytest.mark.parametrize(
    ("text", "on", "country"),
    [
        ("Boko Haram killed 60 people.", "2019-01-28", "NG"),
        ("Rebels gained ground against forces of Muammar Gaddafi.", "2011-06-15", "LY"),
        ("Gunmen killed 60 people.", "2019-01-28", None),
    ],
)
def test_a_report_is_else_about_the_home_of_the_groups_and_leaders_it_names(
    text: str, on: str, country: str | None
) -> None:
    report = Report(id="r", text=text, published=date.fromisoformat(on))
    for document in parse([report]):
        assert report_country(document, (), actor_table()) == country


def test_vehicles_that_nobody_owns_are_no_actor() -> None:
    assert told("A drone hit a house.").keys() == {"a house"}
    assert "Russian warplanes" in told("Russian warplanes hit a house.")
    assert told("Russian aviation bombed Shali.")["Russian aviation"] == [(None, S, "RU")]
    expert = told("A Russian aviation expert was shot in Shali.")
    assert list(expert.values()) == [[(None, C, "RU")]]


def test_a_force_of_another_state_is_not_the_listed_one() -> None:
    found = told("Maldives National Defence Force soldiers fired on officers.", "2012-02-07")
    assert all(name is None for actors in found.values() for name, _, _ in actors)


def test_a_report_without_places_is_about_the_nation_it_names_most() -> None:
    text = "Malian soldiers met French troops. Malian villagers fled."
    for document in parse([Report(id="r", text=text)]):
        assert report_country(document, (), actor_table()) == "ML"


def test_the_groups_are_the_armed_groups_named_shortly_before() -> None:
    text = "The armed rebel groups entered Bamako. The groups also seized Kati."
    assert told(text)["The groups"][0][1] == R


@pytest.mark.parametrize(
    ("mention", "country"),
    [
        ("five foreign oil workers", None),
        ("foreign tourists", None),
        ("five oil workers", "NG"),
        ("foreign ministry officials", "NG"),
        ("foreign-backed campaigners", "NG"),
        ("foreign sponsored campaigners", "NG"),
    ],
)
def test_who_is_foreign_is_not_of_the_country(mention: str, country: str | None) -> None:
    someone = Actor(mention=mention, name=None, kind=ActorKind.CIVILIANS, country=None)
    assert settle(someone, "NG", "NG").country == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Seven Pakistani soldiers were killed near the Afghan border.", "PK"),
        ("Rebels captured two army posts near the Rwandan border.", None),
        ("Thai soldiers were shot near the border with Myanmar.", "TH"),
        # Near misses: border guards are their own country's, and other ground is there.
        ("Border guards were shot near an Afghan village.", "AF"),
        ("Iranian border guards shot two men.", "IR"),
    ],
)
def test_a_country_beyond_a_border_is_not_the_scene(text: str, country: str | None) -> None:
    report = Report(id="r", text=text, published=date(2020, 1, 1))
    coded = next(iter(EnglishCoder().code([report])))
    forces = [
        actor
        for claim in coded.claims
        for actor in (*claim.side_a, *claim.side_b)
        if actor.kind in (ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES)
    ]
    assert {(str(actor.kind), actor.country) for actor in forces} == {("state forces", country)}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # Nobody has listed the place: whom they meet tells that they are abroad.
        (
            "West Side Boys captured 11 British soldiers near Masiakaba on Friday.",
            "external forces",
        ),
        ("Gunmen captured 11 British soldiers near Masiakaba on Friday.", "state forces"),
    ],
)
def test_soldiers_are_abroad_where_they_meet_rebels_of_another_country(
    coder: EnglishCoder, text: str, kind: str
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2000, 8, 28))])
    assert {str(actor.kind) for claim in coded.claims for actor in claim.side_b} == {kind}
