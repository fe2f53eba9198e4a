from __future__ import annotations

import json
from datetime import date

import pytest
from typer.testing import CliRunner

from dateline.cli.actors import app
from dateline.knowledge.actor_names import acled_name, ucdp_name, years_of_rule
from dateline.knowledge.actors import ActorTable, NamedActor, actor_table
from dateline.knowledge.names import name_key
from dateline.model import Actor, ActorKind


def row(identifier: str, name: str, **fields: object) -> NamedActor:
    values: dict[str, object] = {
        "id": identifier,
        "name": name,
        "kind": ActorKind.REBEL,
        "countries": (),
        "home": None,
        "start": None,
        "end": None,
        "aliases": (),
        "parent": None,
        "acled_name": name,
        "ucdp_name": name,
        "source": "test",
    }
    return NamedActor(**(values | fields))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jabhat al-Nusra", "jabhat al Nusrah"),
        ("Jaish al-Islam", "Jaysh Al-Islam"),
        ("The People's Protection Units", "Peoples Protection Units"),
        ("Al-Qaida", "al-Qa'ida"),
        ("Séléka", "Seleka"),
    ],
)
def test_spellings_of_a_name_share_a_key(one: str, other: str) -> None:
    keys = [[word.removesuffix("s") for word in name_key(name)] for name in (one, other)]
    assert keys[0] == keys[1]


def test_different_names_do_not_share_a_key() -> None:
    assert name_key("Jabhat al-Nusra") != name_key("Jabhat Fateh al-Sham")


def test_one_name_means_the_actor_of_the_place_and_the_day() -> None:
    table = ActorTable(
        [
            row("a", "First Front", countries=("SY",), end=2013, aliases=("the Front",)),
            row("b", "Second Front", countries=("SY",), start=2014, aliases=("the Front",)),
            row("c", "Third Front", countries=("ML",), aliases=("the Front",)),
        ]
    )
    chosen = [
        table.find("The Front", date(year, 1, 1), country)
        for year, country in ((2012, "SY"), (2016, "SY"), (2016, "ML"))
    ]
    assert [found.id for found in chosen if found] == ["a", "b", "c"]
    assert table.find("Fourth Front") is None


def test_the_shipped_table_is_usable() -> None:
    table = actor_table()
    assert table.find("ISIS") is table.find("Daesh") is not None
    assert len({actor.id for actor in table.rows}) == len(table.rows)


def test_state_forces_carry_the_years_of_their_government() -> None:
    actor = Actor(mention="regime forces", kind=ActorKind.STATE_FORCES, country="SY")
    table, day = ActorTable([]), date(2016, 8, 1)
    assert acled_name(actor, table, day) == "Military Forces of Syria (2000-2024)"
    assert ucdp_name(actor, table, day) == "Government of Syria"
    police = actor.model_copy(update={"mention": "police"})
    assert acled_name(police, table, day) == "Police Forces of Syria (2000-2024)"
    assert years_of_rule("SY", None) == ""


@pytest.mark.parametrize(
    ("kind", "acled", "ucdp"),
    [
        (ActorKind.REBEL, "Opposition Rebels (Mali)", "Malian insurgents"),
        (ActorKind.CIVILIANS, "Civilians (Mali)", "Civilians"),
        (ActorKind.PROTESTERS, "Protesters (Mali)", "Civilians"),
        (ActorKind.UNIDENTIFIED, "Unidentified Armed Group (Mali)", "Unknown"),
    ],
)
def test_generic_actors_are_named_by_kind_and_country(
    kind: ActorKind, acled: str, ucdp: str
) -> None:
    actor = Actor(mention="m", kind=kind, country="ML")
    table = ActorTable([])
    assert (acled_name(actor, table), ucdp_name(actor, table)) == (acled, ucdp)


def test_named_actors_take_their_names_from_the_table() -> None:
    table = ActorTable([row("x", "X Front", acled_name="XF: X Front", ucdp_name="XF")])
    actor = Actor(mention="the X Front", name="X Front", kind=ActorKind.REBEL)
    assert (acled_name(actor, table), ucdp_name(actor, table)) == ("XF: X Front", "XF")


def test_show_explains_a_phrase() -> None:
    args = ["show", "regime forces", "--country", "SY", "--on", "2016-08-01"]
    result = CliRunner().invoke(app, args)
    record = json.loads(result.stdout)
    assert record["kind"] == "state forces"
    assert record["acled_name"] == "Military Forces of Syria (2000-2024)"


@pytest.mark.parametrize(
    ("phrase", "country", "on", "name"),
    [
        ("Al-Shabab insurgents", "MZ", "2021-03-24", "Ansar al-Sunna Mozambique"),
        ("Al-Shabab insurgents", "SO", "2021-03-24", "Al-Shabaab"),
        ("US-backed Kurdish fighters", "SY", "2017-08-01", "Syrian Democratic Forces"),
        ("US-Saudi aggression", "YE", "2018-06-20", "Saudi-led coalition"),
        ("Houthi aggression", "YE", "2018-06-20", "Houthis"),
    ],
)
def test_show_reads_a_phrase_in_its_country(phrase: str, country: str, on: str, name: str) -> None:
    result = CliRunner().invoke(app, ["show", phrase, "--country", country, "--on", on])
    assert json.loads(result.stdout)["name"] == name


def test_show_finds_a_name_in_any_spelling() -> None:
    result = CliRunner().invoke(app, ["show", "hizbullah"])
    record = json.loads(result.stdout)
    assert record["name"] == "Hezbollah"
    assert "source" in record


@pytest.mark.parametrize(
    "args", [["show", "xyzzy"], ["show", "rebels", "--country", "ZZ"]], ids=["name", "country"]
)
def test_what_is_unknown_is_a_usage_error(args: list[str]) -> None:
    result = CliRunner().invoke(app, args)
    assert type(result.exception).__name__ == "UsageError"


def test_list_keeps_to_country_and_day() -> None:
    result = CliRunner().invoke(app, ["list", "--country", "SY", "--on", "2016-08-01"])
    names = [line.split("\t")[1] for line in result.stdout.splitlines()]
    assert "Nusra Front" in names
    assert "Hayat Tahrir al-Sham" not in names
