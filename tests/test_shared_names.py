"""Which group or force a shared name means, by country, by year and by what the report tells."""

from __future__ import annotations

from datetime import date

import pytest

from actors_told import Told, told
from dateline.coding.actors import settle
from dateline.coding.coder import EnglishCoder
from dateline.knowledge.actors import actor_table
from dateline.model import Actor, ActorKind, Report

S = "state forces"
R = "rebel"
C = "civilians"
U = "unidentified armed group"
TTP = "Tehrik-i-Taliban Pakistan"
CPN = "Communist Party of Nepal (Maoist)"
CPI = "Communist Party of India (Maoist)"
NPA = "New People's Army"
UNITA = "UNITA"
NPFL = "National Patriotic Front of Liberia"
SPLA_IO = "Sudan People's Liberation Army-in-Opposition"
NATO: Told = ("NATO", "external forces", None)
LRA: Told = ("Lord's Resistance Army", R, "UG")
IN_OPPOSITION: Told = (SPLA_IO, R, "SS")


@pytest.mark.parametrize(
    ("text", "on", "quote", "name"),
    [
        ("The contras left Nicaragua.", "1987-05-01", "The contras", "Contras"),
        ("Sudanese janjaweed fled.", "2004-05-01", "Sudanese janjaweed", "Janjaweed"),
        ("Congolese mai-mai fled.", "2004-05-01", "Congolese mai-mai", "Mai-Mai"),
        (
            "Bosnian Serb forces fled.",
            "1994-05-01",
            "Bosnian Serb forces",
            "Army of Republika Srpska",
        ),
        (
            "Bosnian Croat troops fled.",
            "1993-05-01",
            "Bosnian Croat troops",
            "Croatian Defence Council",
        ),
    ],
)
def test_small_letters_and_descriptions_name_an_actor_of_that_country_and_year(
    text: str, on: str, quote: str, name: str
) -> None:
    assert [actor[0] for actor in told(text, on)[quote]] == [name]
    assert name not in {
        actor[0] for actors in told(text, "1960-01-01").values() for actor in actors
    }


def test_a_description_of_several_forces_means_the_one_that_the_report_is_about() -> None:
    bosnia = told("Bosnian police said Serb troops left Sarajevo.", "1994-05-01")
    assert bosnia["Serb troops"] == [("Army of Republika Srpska", R, "BA")]
    croatia = told("Croatian and Croat police said Serb troops left for Bosnia.", "1994-05-01")
    assert croatia["Serb troops"] == [("Army of the Republic of Serb Krajina", R, "HR")]
    serbia = told("Serbian police said Serb troops left Kragujevac.", "1994-05-01")
    assert serbia["Serb troops"] == [(None, S, "RS")]


@pytest.mark.parametrize(
    ("text", "on", "quote", "name"),
    [
        ("Police fled the Pakistani Taliban.", "2009-05-01", "the Pakistani Taliban", TTP),
        ("Pakistanis met the Afghan Taliban.", "2009-05-01", "the Afghan Taliban", "Taliban"),
        ("Afghan police fled the Taliban.", "2009-05-01", "the Taliban", "Taliban"),
        ("Nepalese police fled Maoist rebels.", "2003-05-01", "Maoist rebels", CPN),
        ("Indian police fled Maoist rebels.", "2003-05-01", "Maoist rebels", "People's War Group"),
        ("Indian police fled Maoist rebels.", "2010-05-01", "Maoist rebels", CPI),
        ("Philippine police fled Maoist rebels.", "2010-05-01", "Maoist rebels", NPA),
        ("Philippine police fled communist rebels.", "2010-05-01", "communist rebels", NPA),
    ],
)
def test_who_is_meant_by_a_shared_name_or_description_hangs_on_country_and_year(
    text: str, on: str, quote: str, name: str | None
) -> None:
    assert [actor[0] for actor in told(text, on)[quote]] == [name]


@pytest.mark.parametrize(
    ("text", "on", "quote", "expected"),
    [
        ("Savimbi's men fled.", "1992-11-01", "Savimbi's men", (UNITA, R, "AO")),
        ("Rebels led by Joseph Kony fled.", "2003-11-01", "Rebels led by Joseph Kony", LRA),
        ("Fighters loyal to Kony fled.", "2003-11-01", "Fighters loyal to Kony", LRA),
        ("Pro-Machar fighters fled.", "2014-11-01", "Pro-Machar fighters", IN_OPPOSITION),
        ("Kiir's troops and those of Machar fled.", "2016-07-10", "those of Machar", IN_OPPOSITION),
        ("Taylor's rebels fled.", "1990-06-01", "Taylor's rebels", (NPFL, R, "LR")),
        ("Forces loyal to Saleh fled.", "2010-05-01", "Forces loyal to Saleh", (None, S, "YE")),
        ("Forces loyal to Saleh fled.", "2015-05-01", "Forces loyal to Saleh", (None, R, "YE")),
        (
            "Troops of ousted president Francois Bozize fled.",
            "2013-05-01",
            "Troops of ousted president Francois Bozize",
            (None, R, "CF"),
        ),
    ],
)
def test_a_leader_stands_for_his_group_or_for_the_state_while_he_rules_it(
    text: str, on: str, quote: str, expected: Told
) -> None:
    assert told(text, on)[quote] == [expected]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Police in Sadr City fled.", "2005-05-01"),
        ("Amina Taylor fled.", "1991-05-01"),
        ("Kenyan officers met Savimbi's brother.", "1992-05-01"),
        ("Savimbi's men fled.", "2010-05-01"),
    ],
)
def test_a_commanders_name_is_read_only_there_and_then_and_for_fighters(text: str, on: str) -> None:
    names = {actor[0] for actors in told(text, on).values() for actor in actors}
    assert names <= {None}


def test_the_army_of_a_new_state_was_a_rebel_one_before_on_both_sides_of_the_border() -> None:
    table = actor_table()
    found = {
        (year, country): table.find("SPLA", date(year, 6, 1), country)
        for year in (1997, 2012)
        for country in ("SD", "SS")
    }
    kinds = {key: row and row.kind.value for key, row in found.items()}
    assert kinds == {(1997, "SD"): R, (1997, "SS"): R, (2012, "SD"): S, (2012, "SS"): S}


def test_a_name_is_no_abbreviation_of_a_state() -> None:
    text = "Iraqi troops fought Sadr's fighters in Iraq."
    countries = {actor[2] for actors in told(text, "2020-05-14").values() for actor in actors}
    assert countries == {"IQ", None}


@pytest.mark.parametrize(
    ("text", "on", "quote", "expected"),
    [
        ("Abkhaz troops fled.", "1993-05-01", "Abkhaz troops", (None, R, "GE")),
        ("Chechen soldiers fled.", "1995-05-01", "Chechen soldiers", (None, R, "RU")),
        ("Chechen soldiers fled.", "2022-05-01", "Chechen soldiers", (None, S, "RU")),
        ("The army of Abkhazia fled.", "1993-05-01", "The army of Abkhazia", (None, R, "GE")),
        ("Chechen shelling killed six.", "1995-05-01", "Chechen", (None, R, "RU")),
    ],
)
def test_forces_of_a_territory_that_broke_away_are_rebels(
    text: str, on: str, quote: str, expected: Told
) -> None:
    assert told(text, on)[quote][0][1:] == expected[1:]


def test_each_of_two_nations_has_forces_of_its_own_kind() -> None:
    [actors] = told("Russian and Abkhaz troops fled.", "2008-08-09").values()
    assert actors == [(None, S, "RU"), (None, R, "GE")]


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        (
            "Islamist rebels from Ansar Dine attacked Malian troops.",
            "Islamist rebels from Ansar Dine",
            "Ansar Dine",
        ),
        (
            "Hutu rebels of the FDLR fled to Congo.",
            "Hutu rebels of the FDLR",
            "Democratic Forces for the Liberation of Rwanda",
        ),
    ],
)
def test_the_rebels_of_a_named_group_are_that_group(text: str, quote: str, name: str) -> None:
    assert told(text)[quote][0][0] == name
    assert len([actor for actors in told(text).values() for actor in actors if actor[0]]) == 1


def test_the_people_whom_a_group_holds_are_not_that_group() -> None:
    found = told("Teachers of the Taliban fled Afghan villages.")
    assert found["Teachers"] == [(None, C, None)]
    assert "the Taliban" in found


@pytest.mark.parametrize(
    ("text", "on", "quote", "expected"),
    [
        (
            "Bosnian radio said the Serbs shelled Bihac.",
            "1994-11-20",
            "the Serbs",
            ("Army of Republika Srpska", R, "BA"),
        ),
        (
            "Croatian radio said the Serbs shelled Karlovac.",
            "1993-09-20",
            "the Serbs",
            ("Army of the Republic of Serb Krajina", R, "HR"),
        ),
        # After its years, and in its own land.
        ("Bosnian radio said the Serbs shelled Bihac.", "2014-11-20", "the Serbs", (None, R, "RS")),
        ("Serbian radio said the Serbs shelled Tuzla.", "1994-11-20", "the Serbs", (None, S, "RS")),
        # A ruler long gone had an army; whoever fights for one just fallen is a rebel.
        (
            "In 1977 Idi Amin's soldiers burned Kampala.",
            "2024-05-07",
            "Idi Amin's soldiers",
            (None, S, "UG"),
        ),
        (
            "Troops loyal to Saleh shelled Taiz.",
            "2015-03-22",
            "Troops loyal to Saleh",
            (None, R, "YE"),
        ),
        # Planes are no people who blow themselves up.
        ("Kfir bombers hit Jaffna.", "2009-02-10", "Kfir bombers", None),
        (
            "Russian Tu-22M3 bombers hit Palmyra.",
            "2016-02-10",
            "Russian Tu-22M3 bombers",
            (None, S, "RU"),
        ),
        (
            "A patrol of the Suffolk Regiment shot two men in Kuala Lumpur.",
            "1951-10-08",
            "A patrol of the Suffolk Regiment",
            ("British Army", S, "GB"),
        ),
        # Who defends his village bears arms.
        (
            "Gunmen shot village defence volunteers in Yala.",
            "2005-04-22",
            "village defence volunteers",
            (None, ActorKind.POLITICAL_MILITIA, None),
        ),
    ],
)
def test_who_armies_of_peoples_and_of_rulers_long_gone_are(
    text: str, on: str, quote: str, expected: Told | None
) -> None:
    assert told(text, on).get(quote) == ([expected] if expected else None)


@pytest.mark.parametrize(
    ("text", "on", "name"),
    [
        # Whom reports called Communists, or bandits, in the wars where it was one army of them.
        (
            "U.N. troops killed 300 Communists near Pusan on Monday.",
            "1950-09-21",
            "Korean People's Army",
        ),
        (
            "Troops killed two bandits near Kluang, Malaya, on Monday.",
            "1951-10-08",
            "Malayan National Liberation Army",
        ),
        (
            "The Communists killed 20 soldiers near Da Nang on Monday.",
            "1966-10-08",
            "Viet Cong",
        ),
        (
            "The Kurdish Democratic Party killed 20 soldiers near Mahabad, Iran, on Monday.",
            "1982-07-16",
            "Kurdistan Democratic Party of Iran",
        ),
        (
            "B-52 bombers struck a camp near Khe Sanh on Monday.",
            "1968-02-02",
            "United States Air Force",
        ),
        # In other years and countries.
        ("Troops killed two bandits near Kluang, Malaysia, on Monday.", "1999-10-08", None),
        ("Troops killed two Communists in Jakarta on Monday.", "1965-11-08", None),
    ],
)
def test_reports_of_a_war_have_a_word_of_their_own_for_its_one_army(
    coder: EnglishCoder, text: str, on: str, name: str | None
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date.fromisoformat(on))])
    named = {a.name for claim in coded.claims for a in (*claim.side_a, *claim.side_b)} - {None}
    assert named - {"United Nations"} == ({name} if name else set())


@pytest.mark.parametrize(
    ("mention", "code", "where", "expected"),
    [
        ("Thousands of Croats", "HR", "BA", "BA"),
        ("Serb villagers", "RS", "HR", "HR"),
        ("40 Uzbeks", "UZ", "KG", "KG"),
        ("Turkmen families", "TM", "IQ", "IQ"),
        # Their states' own people, and peoples elsewhere.
        ("Croatian tourists", "HR", "BA", "HR"),
        ("Serbian journalists", "RS", "HR", "RS"),
        ("40 Uzbeks", "UZ", "RU", "UZ"),
    ],
)
def test_a_people_that_lives_in_several_countries_is_at_home_in_each(
    mention: str, code: str, where: str, expected: str
) -> None:
    actor = Actor(mention=mention, kind=ActorKind.CIVILIANS, country=code)
    assert settle(actor, where, None).country == expected
