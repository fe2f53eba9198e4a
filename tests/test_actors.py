"""Who acts: phrases of nation and role, names in any spelling, and what is nobody."""

from __future__ import annotations

import pytest

from actors_told import Told, told
from dateline.coding.actors import settle
from dateline.model import Actor, ActorKind

S = "state forces"
R = "rebel"
C = "civilians"
E = "external forces"
IM, PM = "identity militia", "political militia"
U = "unidentified armed group"
UNITA = "UNITA"
SAUDIS, COALITION = "Saudi-led coalition", "Global Coalition Against Daesh"
NATO: Told = ("NATO", "external forces", None)


def test_the_month_of_march_is_no_crowd_in_small_letters() -> None:
    text = (
        "the minister, who spoke in nairobi on thursday, put the dead in the rift valley at 412, "
        "of whom 80 fell in police firing till march 12."
    )
    assert "march" not in told(text)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Russian warplanes hit a village in Syria.", "Russian warplanes", (None, S, "RU")),
        ("Regime forces entered the town.", "Regime forces", (None, S, None)),
        ("The Assad regime shelled Douma.", "The Assad regime", (None, S, "SY")),
        ("A Syrian regime helicopter crashed.", "A Syrian regime helicopter", (None, S, "SY")),
        ("The terrorist junta killed ten people.", "The terrorist junta", (None, S, None)),
        ("The terrorists killed ten people.", "The terrorists", (None, R, None)),
        (
            "Forces loyal to the Tripoli government retook the airport.",
            "Forces loyal to the Tripoli government",
            (None, S, "LY"),
        ),
        ("Army units advanced on Friday.", "Army units", (None, S, None)),
        ("Mortars hit Syrian positions.", "Syrian positions", (None, S, "SY")),
        ("Mortars hit a Kenyan base.", "a Kenyan base", (None, S, "KE")),
        ("The Turkish-backed rebels took a hill.", "The Turkish-backed rebels", (None, R, None)),
        ("Suspected jihadists ambushed a bus.", "Suspected jihadists", (None, R, None)),
        ("The intelligence ministry held ten men.", "The intelligence ministry", (None, S, None)),
        ("Plainclothesmen held ten men.", "Plainclothesmen", (None, S, None)),
        ("Marauders killed ten people.", "Marauders", (None, U, None)),
        ("Three unknown assailants fled.", "Three unknown assailants", (None, U, None)),
        ("Police shot a Palestinian man.", "a Palestinian man", (None, C, "PS")),
        ("Four students were wounded.", "Four students", (None, C, None)),
        ("Four youths were wounded.", "Four youths", (None, C, None)),
        ("Armed youth burned huts.", "Armed youth", (None, "identity militia", None)),
        ("Armed herders burned huts.", "Armed herders", (None, "identity militia", None)),
        ("A bus driver was abducted.", "A bus driver", (None, C, None)),
        ("Gunmen stormed a police station.", "a police station", (None, S, None)),
        ("Militants hit an army checkpoint.", "an army checkpoint", (None, S, None)),
        (
            "Hundreds of people gathered in the square.",
            "Hundreds of people",
            (None, C, None),
        ),
        ("Rioting crowds burned shops, and mobs looted.", "mobs", (None, "rioters", None)),
        (
            "Anti-government protesters marched.",
            "Anti-government protesters",
            (None, "protesters", None),
        ),
        (
            "Pro-government militiamen guard the road.",
            "Pro-government militiamen",
            (None, "political militia", None),
        ),
        ("Tribal fighters attacked a convoy.", "Tribal fighters", (None, "identity militia", None)),
        (
            "Kenyan peacekeepers were wounded.",
            "Kenyan peacekeepers",
            (None, "external forces", "KE"),
        ),
        ("A Chadian army chief died.", "A Chadian army chief", (None, S, "TD")),
        ("Two Iraqis were killed.", "Two Iraqis", (None, C, "IQ")),
        (
            "Drones hit a Russian ammunition dump.",
            "a Russian ammunition dump",
            (None, S, "RU"),
        ),
        ("Gunmen robbed a Danish aid agency.", "a Danish aid agency", (None, C, "DK")),
        ("A Thai parliamentarian was shot.", "A Thai parliamentarian", (None, C, "TH")),
        ("Anti-aircraft batteries fired.", "Anti-aircraft batteries", (None, S, None)),
        ("An armed commando took a bus.", "An armed commando", (None, U, None)),
        ("A police commando shot a man.", "A police commando", (None, S, None)),
    ],
)
def test_words_of_a_phrase_together_tell_kind_and_country(
    text: str, quote: str, expected: Told
) -> None:
    assert told(text)[quote] == [expected]


@pytest.mark.parametrize(
    ("text", "quote", "name"),
    [
        ("IS killed ten people in Iraq.", "IS", "Islamic State"),
        ("ISIS terrorists fled Mosul, Iraq.", "ISIS terrorists", "Islamic State"),
        (
            "The Islamic State jihadist group fled Iraq.",
            "The Islamic State jihadist group",
            "Islamic State",
        ),
        ("al-Nusra attacked a Syrian village.", "al-Nusra", "Nusra Front"),
        ("Jabhat An Nusra attacked a Syrian village.", "Jabhat An Nusra", "Nusra Front"),
        ("Members of Hezbollah died in Lebanon.", "Members of Hezbollah", "Hezbollah"),
        ("IS-linked gunmen shelled Pemba, Mozambique.", "IS-linked gunmen", "Islamic State"),
        ("Houthi rebels in Yemen fired at a ship.", "Houthi rebels", "Houthis"),
        ("Ninja militiamen fled Congo.", "Ninja militiamen", "Ninja militia"),
        ("Warplanes hit Hezbollah targets in Lebanon.", "Hezbollah targets", "Hezbollah"),
        (
            "Kenyan troops fought fighters from Al-Shabaab in Somalia.",
            "fighters from Al-Shabaab",
            "Al-Shabaab",
        ),
    ],
)
def test_a_named_group_is_found_in_any_spelling(text: str, quote: str, name: str) -> None:
    assert [actor[0] for actor in told(text)[quote]] == [name]


@pytest.mark.parametrize(
    ("text", "quote", "country"),
    [
        ("Israeli airstrikes hit Gaza.", "Israeli", "IL"),
        ("A Ukrainian missile strike hit the port.", "A Ukrainian", "UA"),
        ("Russia bombed the city.", "Russia", "RU"),
        ("The bridge was destroyed by Ethiopia.", "Ethiopia", "ET"),
    ],
)
def test_a_nation_acts_where_its_deed_or_the_syntax_says_so(
    text: str, quote: str, country: str
) -> None:
    assert told(text)[quote] == [(None, S, country)]


@pytest.mark.parametrize(
    "text",
    [
        "Talks on the Syrian border town of Azaz went on in Turkey.",
        "The general election cost a million dollars.",
        "It was the coldest March in Norway.",
        "A non-government body met.",
        "Big guns pounded the hills above the town.",
    ],
)
def test_no_actor_is_seen_where_none_acts(text: str) -> None:
    assert told(text) == {}


def test_a_number_of_things_is_no_people() -> None:
    assert told("Hundreds of shells and rockets fell on the town of Horlivka.") == {}
    assert told("Dozens of villagers were killed in Horlivka.")


def test_joined_nations_give_several_actors_of_one_mention() -> None:
    assert told("Syrian and Russian warplanes bombed Idlib.")["Syrian and Russian warplanes"] == [
        (None, S, "SY"),
        (None, S, "RU"),
    ]


def test_a_coalition_is_the_one_that_acts_there_and_then() -> None:
    syria = told("Syrian sources said US-led coalition jets hit Raqqa.", on="2016-08-01")
    assert syria["US-led coalition jets"][0][0] == "Global Coalition Against Daesh"
    yemen = told("Yemeni doctors said the coalition bombed Saada.", on="2016-08-01")
    assert yemen["the coalition"][0][0] == "Saudi-led coalition"


def test_whose_strikes_are_told_by_who_leads_them() -> None:
    syria = told("Syrian medics said US-led strikes hit Raqqa.", on="2016-08-01")
    assert syria["US"] == [(COALITION, E, None)]
    yemen = told("Yemeni medics said Saudi-led air raids hit Taiz.", on="2016-08-01")
    assert yemen["Saudi"] == [(SAUDIS, E, "SA")]
    # Where there is no such coalition it is who leads; talks are no deed.
    mali = told("Malian police said a French-led operation killed ten men.", on="2021-01-12")
    assert mali["a French"] == [(None, S, "FR")]
    assert not told("Russian-led talks ended in Bamako.", on="2021-01-12")


@pytest.mark.parametrize(
    ("text", "on", "quote", "name"),
    [
        (
            "Yemeni medics said coalition planes hit Saada.",
            "2016-08-01",
            "coalition planes",
            SAUDIS,
        ),
        ("Iraqi police said coalition jets hit Hawija.", "2016-08-01", "coalition jets", COALITION),
        (
            "Syrian sources said the international coalition bombed Raqqa.",
            "2016-08-01",
            "the international coalition",
            COALITION,
        ),
        (
            "Syrian sources said coalition forces hit Tanf.",
            "2019-04-24",
            "coalition forces",
            COALITION,
        ),
        # No coalition acts there and then.
        ("Syrian sources said coalition jets hit Raqqa.", "2004-08-01", "coalition jets", None),
        ("Libyan sources said coalition jets hit Sirte.", "2009-03-24", "coalition jets", None),
    ],
)
def test_what_is_a_coalitions_is_told_by_its_name(
    text: str, on: str, quote: str, name: str | None
) -> None:
    assert told(text, on)[quote][0][0] == name


def test_a_backer_is_not_the_actor() -> None:
    found = told("Iraqi police fought Iranian-backed militias.")
    assert found["Iranian-backed militias"] == [(None, "political militia", None)]


def test_the_holder_of_a_place_is_named() -> None:
    found = told("Mortars fell on rebel-held Aleppo.")
    assert [actor[1] for actor in found["rebel"]] == [R]


def test_an_abbreviation_is_read_only_where_its_group_acts() -> None:
    text = "{} police said the SDF opened a school."
    assert "the SDF" in told(text.format("Syrian"))
    assert "the SDF" not in told(text.format("Norwegian"))
    assert "SDF rebels" in told("Norwegian police met SDF rebels.")


def test_capitals_of_a_shouted_text_make_no_abbreviations() -> None:
    found = told("THE FARC SAID IT HAD KILLED THREE COLOMBIAN SOLDIERS. THAT IS FAR FROM CERTAIN.")
    names = {actor[0] for actors in found.values() for actor in actors if actor[0]}
    assert names == {"Revolutionary Armed Forces of Colombia"}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A raid killed at least 21 civilians in Binnish.", "21 civilians"),
        ("The army said that militants attacked Binnish.", "militants"),
        ("Gunmen shot dead two farmers in Binnish.", "two farmers"),
        ("They buried two dead farmers in Binnish.", "two dead farmers"),
        ("15:05 Syrian soldiers leave Hama.", "Syrian soldiers"),
        ("A street in 2016 Syrian rebels hold Binnish.", "Syrian rebels"),
    ],
)
def test_a_phrase_does_not_begin_with_what_stands_before_it(text: str, quote: str) -> None:
    assert quote in told(text)


def test_quotation_marks_do_not_make_a_text_shouted() -> None:
    found = told("\u201cIS fled,\u201d said an Iraqi officer, who didn\u2019t stay.")
    assert found["IS"][0][0] == "Islamic State"


def test_a_group_that_no_table_holds_keeps_its_name_as_written() -> None:
    found = told("The Zumari Liberation Front attacked a Ghanaian base.")
    assert found["The Zumari Liberation Front"] == [("Zumari Liberation Front", R, "GH")]


def test_a_person_who_is_hurt_is_a_civilian() -> None:
    assert told("Gunmen killed Amadou Ngara on Monday.")["Amadou Ngara"] == [(None, C, None)]


def test_a_bare_number_of_the_dead_are_civilians() -> None:
    assert told("A bomb exploded in Quetta, killing three.")["three"] == [(None, C, None)]
    assert told("Gunmen kidnapped three near Kaduna.")["three"] == [(None, C, None)]
    assert told("Soldiers shot two at a checkpoint.")["two"] == [(None, C, None)]
    assert "two" not in told("Air defences shot down two over Odesa.")
    assert told("Rocket attacks kill at least 30 in Quetta.")["30"] == [(None, C, None)]
    assert "three" not in told("The army counted three.")


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("The 47th Brigade destroyed a column.", "The 47th Brigade", (None, S, None)),
        (
            "The fourth infantry division took a hill.",
            "The fourth infantry division",
            (None, S, None),
        ),
        ("The 366th regiment left.", "The 366th regiment", (None, S, None)),
        ("The Free Army took a hill in Syria.", "The Free Army", ("Free Syrian Army", R, "SY")),
        ("Russian instructors led the attack.", "Russian instructors", (None, S, "RU")),
        ("Israeli armour drove past the town.", "Israeli armour", (None, S, "IL")),
    ],
)
def test_numbered_units_and_instructors_are_a_states(text: str, quote: str, expected: Told) -> None:
    assert told(text)[quote] == [expected]


def test_a_unit_without_a_number_or_an_owner_is_nobodys() -> None:
    assert "The brigade" not in told("The brigade took a hill.")
    assert "body armour" not in told("A man in body armour shot at a guard.")


@pytest.mark.parametrize(
    ("mention", "kind", "country"),
    [
        ("soldiers", ActorKind.EXTERNAL_FORCES, "IL"),
        ("The army", ActorKind.EXTERNAL_FORCES, "IL"),
        ("policemen", ActorKind.STATE_FORCES, "PS"),
    ],
)
def test_soldiers_in_palestine_are_israels(mention: str, kind: ActorKind, country: str) -> None:
    actor = Actor(mention=mention, name=None, kind=ActorKind.STATE_FORCES, country=None)
    settled = settle(actor, "PS", "PS")
    assert (settled.kind, settled.country) == (kind, country)


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Egyptian F-16s bombed a camp.", "Egyptian F-16s", (None, S, "EG")),
        ("Russian Su-24s bombed a camp.", "Russian Su-24s", (None, S, "RU")),
        ("Israeli Apaches hit a house.", "Israeli Apaches", (None, S, "IL")),
        ("Army deserters attacked a roadblock.", "Army deserters", (None, R, None)),
        ("Unknown actors abducted two men.", "Unknown actors", (None, U, None)),
        ("Counter-terrorism units took a hill.", "Counter-terrorism units", (None, S, None)),
        # Fighters that fly, bombers of every make, and who serves a nation's guns.
        ("Ethiopian F-5 fighters hit a camp.", "Ethiopian F-5 fighters", (None, S, "ET")),
        ("Indian Hunter fighters hit a base.", "Indian Hunter fighters", (None, S, "IN")),
        ("A Biafran B-26 bomber hit a base.", "A Biafran B-26 bomber", (None, S, "NG")),
        ("American Superfortresses hit a port.", "American Superfortresses", (None, S, "US")),
        ("Iranian gunners shelled the port.", "Iranian gunners", (None, S, "IR")),
        ("Ethiopian fighters hit a camp.", "Ethiopian fighters", (None, R, "ET")),
        ("Palestinian gunners shelled a hill.", "Palestinian gunners", (None, R, None)),
    ],
)
def test_types_of_aircraft_deserters_and_unknown_actors(
    text: str, quote: str, expected: Told
) -> None:
    assert told(text)[quote] == [expected]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Twenty-one soldiers were killed in Taiz.", "Twenty-one soldiers"),
        ("In Borno thirty-two villagers were abducted.", "thirty-two villagers"),
        ("The 20-25 rebels who attacked Dikwa fled.", "The 20-25 rebels"),
    ],
)
def test_a_number_with_a_hyphen_belongs_to_those_counted(text: str, quote: str) -> None:
    assert quote in told(text)


@pytest.mark.parametrize(
    ("text", "quote", "kind", "country"),
    [
        ("Israeli snipers shot a youth near Nablus on Sunday.", "Israeli snipers", S, "IL"),
        ("Ukrainian snipers killed two men in Donetsk.", "Ukrainian snipers", S, "UA"),
        ("Government snipers shot a man in Misrata.", "Government snipers", S, None),
        # Near misses: nobody knows them, or they are of no state.
        ("Snipers shot a baker in Homs on Sunday.", "Snipers", U, None),
        ("Palestinian gunmen shot a baker in Jenin.", "Palestinian gunmen", U, "PS"),
    ],
)
def test_snipers_of_a_nation_are_its_army(text: str, quote: str, kind: str, country: str) -> None:
    assert told(text)[quote] == [(None, kind, country)]


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Hema militiamen killed 30 villagers in Bunia.", "Hema militiamen", IM),
        ("Christian militiamen shot six people in Bossangoa.", "Christian militiamen", IM),
        ("Arab militias burned three villages in Darfur.", "Arab militias", IM),
        ("A Druze militia shelled Souk al-Gharb in Lebanon.", "A Druze militia", IM),
        # Near misses: a party's, a government's.
        ("Shiite militiamen seized five men in Baquba.", "Shiite militiamen", PM),
        ("A pro-government militia killed 30 men in Bunia.", "A pro-government militia", PM),
    ],
)
def test_the_militia_of_a_people_or_a_creed_is_a_communal_one(
    text: str, quote: str, kind: str
) -> None:
    assert [one[1] for one in told(text)[quote]] == [kind]


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Russian bombers struck a village in Chechnya.", "Russian bombers", S),
        ("US bombers dropped leaflets over Kunduz.", "US bombers", S),
        # Near misses: men.
        ("Palestinian bombers attacked a bus in Haifa.", "Palestinian bombers", U),
        ("Two bombers struck a mosque in Zaria.", "Two bombers", U),
    ],
)
def test_bombers_of_a_nation_that_strike_are_aircraft(text: str, quote: str, kind: str) -> None:
    assert [one[1] for one in told(text)[quote]] == [kind]


@pytest.mark.parametrize(
    ("text", "quote", "kind"),
    [
        ("Soldiers shot three young herdsmen in Rolpa.", "three young herdsmen", C),
        ("Gunmen killed four Fulani herders in Mopti.", "four Fulani herders", C),
        # Near misses: they bear arms, or do it.
        ("The army killed twelve armed herders.", "twelve armed herders", IM),
        ("Fulani herders killed twelve farmers.", "Fulani herders", IM),
    ],
)
def test_herders_who_are_killed_are_civilians(text: str, quote: str, kind: str) -> None:
    assert [one[1] for one in told(text)[quote]] == [kind]


def test_a_land_before_another_clause_does_nothing() -> None:
    found = told("Soldiers traded fire in Kashmir, killing four villagers.")
    assert "Kashmir" not in found
    assert told("Israeli shelling killed four villagers in Gaza.")["Israeli"]
