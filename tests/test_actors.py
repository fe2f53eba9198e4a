from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.actors import find_actors, report_country, settle
from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.coding.mentions import ActorMention
from dateline.knowledge.actors import actor_table
from dateline.model import Actor, ActorKind, Report

S = "state forces"
R = "rebel"
C = "civilians"
IM, PM = "identity militia", "political militia"
U = "unidentified armed group"
TTP = "Tehrik-i-Taliban Pakistan"
CPN = "Communist Party of Nepal (Maoist)"
CPI = "Communist Party of India (Maoist)"
NPA = "New People's Army"
UNITA = "UNITA"
SAUDIS, COALITION = "Saudi-led coalition", "Global Coalition Against Daesh"
NPFL = "National Patriotic Front of Liberia"
SPLA_IO = "Sudan People's Liberation Army-in-Opposition"
Told = tuple[str | None, str, str | None]
NATO: Told = ("NATO", "external forces", None)
LRA: Told = ("Lord's Resistance Army", R, "UG")
IN_OPPOSITION: Told = (SPLA_IO, R, "SS")


def mentions(text: str, on: str = "2016-05-10") -> list[tuple[str, ActorMention]]:
    """The mentions of a report, each with the words that its token range covers."""
    report = Report(id="r", text=text, published=date.fromisoformat(on))
    found = []
    for document in parse([report]):
        for mention in find_actors(document, (), actor_table()):
            quote = document.quote(document.offsets(mention.first, mention.last))
            for actor in mention.actors:
                assert actor.span is not None
                assert text[slice(*actor.span)] == actor.mention == quote
            found.append((quote, mention))
    return found


def told(text: str, on: str = "2016-05-10") -> dict[str, list[Told]]:
    return {
        quote: [(actor.name, actor.kind.value, actor.country) for actor in mention.actors]
        for quote, mention in mentions(text, on)
    }


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


STATE, E = ActorKind.STATE_FORCES, ActorKind.EXTERNAL_FORCES


def _actor(
    kind: ActorKind, country: str | None = None, name: str | None = None, said: str = "m"
) -> Actor:
    return Actor(mention=said, name=name, kind=kind, country=country)


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
