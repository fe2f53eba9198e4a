"""Lists whose lines begin with their place: situation reports and tables of incidents."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.coding.list_entries import list_entries
from dateline.model import Claim, DatePrecision, PlacePrecision, Report

BENI = "Beni and the town of Oicha"


def claims(coder: EnglishCoder, text: str, on: str) -> list[Claim]:
    report = Report(id="r", text=text, published=date.fromisoformat(on))
    (coded,) = coder.code([report])
    return list(coded.claims)


def where(claim: Claim) -> tuple[str, str | None, str | None]:
    assert claim.place is not None
    return claim.place.canonical, claim.place.country, claim.place.admin1


def test_a_village_that_heads_a_line_lies_in_the_region_that_heads_the_section(
    coder: EnglishCoder,
) -> None:
    text = (
        "Situation report, Burkina Faso\n\nSahel region\n"
        "* Djibo: gunmen killed three teachers on 29 June.\n"
        "* Tongolbo: gunmen burned the school on 30 June.\n\nNord region\n"
        "* Sollekere: gunmen killed five farmers on 30 June."
    )
    told = claims(coder, text, "2019-07-02")
    assert [where(claim) for claim in told] == [
        ("Djibo", "BF", "Sahel"),
        ("Tongolbo", "BF", "Sahel"),
        ("Sollekere", "BF", "Nord"),
    ]
    assert [claim.place and claim.place.precision for claim in told] == [
        PlacePrecision.EXACT,
        PlacePrecision.REGION,
        PlacePrecision.REGION,
    ]


def test_a_village_that_heads_a_line_lies_in_what_the_line_names_after_it(
    coder: EnglishCoder,
) -> None:
    text = (
        "1. Kabkabiya: gunmen looted a market on 28 July.\n"
        "2. Abu Delek village (North Darfur): gunmen killed 16 farmers on 29 July.\n"
    )
    told = claims(coder, text, "2004-08-02")
    assert [where(claim)[::2] for claim in told] == [
        ("Kabkabiya", "North Darfur"),
        ("Abu Delek", "North Darfur"),
    ]


def test_a_village_of_which_nothing_is_told_lies_in_the_country_of_the_list(
    coder: EnglishCoder,
) -> None:
    text = (
        "- Mosul: gunmen killed a policeman on Sunday.\n- Tal Zarb: gunmen killed two shepherds.\n"
    )
    one, other = claims(coder, text, "2011-06-06")
    assert where(one)[0] == "Mosul"
    assert where(other) == ("Tal Zarb", "IQ", None)
    # Nor is the day of one line that of the next.
    assert one.date and one.date.start == date(2011, 6, 5)
    assert other.date and other.date.precision is DatePrecision.WEEK


def test_two_lines_tell_of_two_events(coder: EnglishCoder) -> None:
    text = (
        "- Akobo County: gunmen killed 24 people in a village on 11 January.\n"
        "- Deng Jok: gunmen killed 13 people in a village on 11 January.\n"
    )
    tolls = [figure.best for claim in claims(coder, text, "2012-01-20") for figure in claim.figures]
    assert tolls == [24, 13]
    assert len(claims(coder, text, "2012-01-20")) == 2


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("Beni: two died.\nGoma, 3 May: six. Ten fled.\nIt rained.", ["Beni", "Goma, 3 May"]),
        ("Beni and the town of Oicha: two died.\n(2) Goma: six.", [BENI, "Goma"]),
        ("04/01, Beni: two died.\n14:20 Goma: six.", ["Beni", "Goma"]),
        ("Homs: Rastan: two died.\nHama: he said: six.", ["Homs: Rastan", "Hama"]),
        ("Beni: two died. It rained.", []),
        ("He said this: two died.\nThen he added: six fled.", []),
    ],
)
def test_the_head_of_a_line_is_names_before_a_colon(text: str, heads: list[str]) -> None:
    [document] = parse([Report(id="r", text=text)])
    found = dict.fromkeys(list_entries(document).values())
    told = [document.quote(document.offsets(one.first, one.last)) for one in found]
    assert told == heads


def test_who_speaks_heads_no_line_of_a_list_of_places(coder: EnglishCoder) -> None:
    text = (
        "Smith: The shelling of Aleppo killed 20 people on Tuesday.\n"
        "Jones: And the army shelled Homs.\n"
    )
    days = {claim.date and claim.date.start for claim in claims(coder, text, "2015-02-12")}
    assert days == {date(2015, 2, 10)}


def test_a_town_behind_its_province_heads_a_line(coder: EnglishCoder) -> None:
    text = (
        "SITUATION REPORT, 16 NOVEMBER\n\nHoms: Rastan: shelling on the town since six, four "
        "killed.\nHama: Shells on the airport killed two soldiers.\n"
    )
    assert {where(claim)[0] for claim in claims(coder, text, "2015-11-16")} == {"Rastan", "Ḩamāh"}


def test_a_day_and_a_place_on_a_line_of_their_own_head_the_lines_below(
    coder: EnglishCoder,
) -> None:
    text = (
        "Weekly security log\n\nThu 6 March, Bria\nArmed men killed two traders on the market road."
        "\nA grenade was thrown into a bar, injuring four people.\n\nFri 7 March, Bambari\n"
        "Anti-balaka fighters attacked a convoy and killed a driver.\n\nKaga-Bandoro, 8 March\n"
        "Unknown gunmen abducted three aid workers."
    )
    told = claims(coder, text, "2014-03-10")
    assert [(where(claim)[0], str(claim.date and claim.date.start)) for claim in told] == [
        ("Bria", "2014-03-06"),
        ("Bria", "2014-03-06"),
        ("Bambari", "2014-03-07"),
        ("Kaga-Bandoro", "2014-03-08"),
    ]


def test_each_row_of_a_table_tells_of_its_own_event(coder: EnglishCoder) -> None:
    text = (
        "Date | Location | Incident\n"
        "03-Mar-12 | Maiduguri | Gunmen on motorcycles shot dead a customs officer and his son\n"
        "04-Mar-12 | Konduga | Rebel fighters attacked a police station and killed two policemen\n"
        "08-Mar-12 | Damaturu | Soldiers arrested five suspects in a raid on a house in the town"
    )
    told = claims(coder, text, "2012-04-01")
    assert [(where(claim)[0], str(claim.date and claim.date.start)) for claim in told] == [
        ("Maiduguri", "2012-03-03"),
        ("Konduga", "2012-03-04"),
        ("Damaturu", "2012-03-08"),
    ]


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        (
            "Tue 2 Sept, Maiduguri: 26,000 displaced people arrived from Bama.\n"
            "Fri 5 Sept, Fotokol, Cameroon: soldiers killed 40 insurgents from Gamboru.\n",
            ["Maiduguri", "Fotokol"],
        ),
        (
            "4 September - Macomia. An army patrol hit a mine on the road to Mucojo, killing two.\n"
            "9 September - Palma. Troops shot dead three insurgents who came from Pemba.\n",
            ["Macomia", "Palma"],
        ),
    ],
)
def test_what_a_dated_line_tells_is_at_the_place_that_it_begins_with(
    coder: EnglishCoder, text: str, towns: list[str]
) -> None:
    told = claims(coder, "In brief\n\n" + text, "2022-09-20")
    assert [claim.place and claim.place.canonical for claim in told] == towns


def test_a_line_that_begins_with_a_day_and_a_clause_has_no_head() -> None:
    text = (
        "May 9, Monday. Soldiers shot four villagers in Baghlan.\n"
        "May 12, The army said. A bomb killed three in Herat.\n"
    )
    [document] = parse([Report(id="r", text=text)])
    heads = [document.doc[e.first : e.last].text for e in list_entries(document).values()]
    assert "The army said" not in heads


def test_a_place_and_a_dash_head_a_line_too(coder: EnglishCoder) -> None:
    text = (
        "Dhaka - Police in Bangladesh shot dead two students on Monday.\n\n"
        "Nairobi - Police fired tear gas at demonstrators on Monday. Sixty people were arrested.\n"
    )
    told = claims(coder, text, "2024-08-06")
    assert [where(claim)[:2] for claim in told] == [("Dhaka", "BD"), ("Nairobi", "KE")]


def test_a_country_that_heads_a_line_yields_to_the_town_that_it_names(
    coder: EnglishCoder,
) -> None:
    text = (
        "Nigeria - Gunmen abducted 20 medical students near Otukpo on Thursday.\n\n"
        "Yemen - Coalition jets bombed a market in Taiz on Tuesday. Nine civilians died.\n\n"
        "Kenya - Somali gunmen killed two policemen on Monday.\n"
    )
    told = claims(coder, text, "2016-08-05")
    assert [where(claim)[0] for claim in told] == ["Otukpo", "Taiz", "Kenya"]
    assert told[2].side_a[0].mention == "Somali gunmen"


def test_a_state_that_heads_a_line_yields_to_what_the_line_says_is_in_it(
    coder: EnglishCoder,
) -> None:
    text = (
        "Odisha: Rebels shot dead a trader at Kotagarh in Kandhamal district on 3 May.\n\n"
        "Bihar: Police arrested two rebels from Bodh Gaya in Gaya district on 4 May.\n\n"
        "Assam: A rebel was killed in an encounter with soldiers on 4 May."
    )
    told = claims(coder, text, "2012-05-06")
    assert [where(claim)[0] for claim in told] == ["Kotagarh", "Bodh Gaya", "Assam"]
    # The place before the colon is nobody.
    sides = {actor.mention for actor in (*told[2].side_a, *told[2].side_b)}
    assert sides == {"A rebel", "soldiers"}
    assert [figure.text for figure in told[2].figures] == ["A rebel"]


def test_each_place_in_the_head_of_a_line_is_one_and_the_smallest_heads_it(
    coder: EnglishCoder,
) -> None:
    text = (
        "Katsina, Kankara LGA: 12 Aug, gunmen killed four men at the weekly market.\n"
        "Benue, Guma LGA: 13 Aug, gunmen killed seven farmers.\n"
    )
    told = claims(coder, text, "2022-08-15")
    assert [where(claim)[0] for claim in told] == ["Kankara", "Guma"]


def test_a_day_behind_the_place_of_a_line_is_its_day(coder: EnglishCoder) -> None:
    text = (
        "Weekly incidents\n"
        "Gao: 13/9 - A mine killed two soldiers on the road to Ansongo.\n"
        "Kidal: 15/9 – Rockets landed near the camp, no casualties.\n"
        "Menaka: 17/9: gunmen stole three vehicles.\n"
    )
    told = claims(coder, text, "2014-09-19")
    assert [claim.date and claim.date.start.day for claim in told] == [13, 15, 17]


def test_a_numbered_line_may_begin_with_the_town_that_it_was_sent_from(coder: EnglishCoder) -> None:
    text = (
        "World briefing\n"
        "1. MONROVIA - Rebels shelled the port of Buchanan, killing nine people.\n"
        "2. BOGOTA - Guerrillas kidnapped three engineers near Yopal.\n"
        "3. SRINAGAR - Police fired on protesters, wounding 12.\n"
        "4. JAKARTA - Three separatists were shot dead in Aceh, a rebel spokesman in Sweden said.\n"
    )
    told = next(iter(coder.code([Report(id="r", text=text, published=date(2003, 8, 20))]))).claims
    assert [where(claim)[0] for claim in told] == ["Buchanan", "Yopal", "Srinagar", "Aceh"]
