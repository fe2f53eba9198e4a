"""Whom a nationality alone stands for: civilians, or the forces of a people that makes war."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.actors import settle
from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.coding.findings import find
from dateline.model import Report, SubEventType

S, E, R, C = "state forces", "external forces", "rebel", "civilians"


def told(coder: EnglishCoder, text: str, on: date = date(2014, 5, 6)) -> dict[str, list[str]]:
    """The actors of a report, each mention with the kinds that it names where it happened."""
    (document,) = parse([Report(id="r", text=text, published=on)])
    found = find(document, coder.gazetteer, coder.table)
    return {
        document.doc[one.first : one.last].text.lower(): [
            str(settle(actor, found.country, found.country, on).kind) for actor in one.actors
        ]
        for one in found.actors
    }


@pytest.mark.parametrize(
    ("text", "mention", "kind"),
    [
        ("Kharkiv, Ukraine: The Russians shelled Chuhuiv on Monday.", "the russians", E),
        ("Kharkiv, Ukraine: Lyman was taken by the Russians on Monday.", "the russians", E),
        ("Beirut, Lebanon: The Israelis withdrew from Marjayoun.", "the israelis", E),
        ("Gao, Mali: The French bombed a depot near Gao on Monday.", "the french", E),
        ("Kiev, Ukraine: The Ukrainians retook Lyman on Monday.", "the ukrainians", S),
        ("Sarajevo, Bosnia: The Serbs took Gorazde on Monday.", "the serbs", R),
        ("Baku, Azerbaijan: The Armenians took Kelbajar on Monday.", "the armenians", R),
        ("Seoul, South Korea: Chonan fell to the North Koreans.", "the north koreans", E),
        ("Nicosia, Cyprus: The port fell to the Turks on Friday.", "the turks", E),
        ("Ghazni, Afghanistan: The Russians retaliated with shells.", "the russians", E),
        ("Setif, Algeria: The French executed two men.", "the french", E),
        # Near misses: what else falls to a people; one of a people; those who flee, suffer, are
        # counted, or do what crowds do.
        ("Amman, Jordan: The Syrians crossed the border to flee the war.", "the syrians", C),
        ("Baghdad, Iraq: Gunmen killed the Syrians at a checkpoint.", "the syrians", C),
        ("Baghdad, Iraq: Two Syrians killed a translator on Monday.", "two syrians", C),
        ("Hebron: He is the 100th Palestinian killed in a raid.", "the 100th palestinian", C),
        ("Hebron: The Palestinians held a strike; two were arrested.", "the palestinians", C),
        ("Amman, Jordan: The Syrians took shelter in a school.", "the syrians", C),
        ("Baghdad, Iraq: The task of rebuilding fell to the Americans.", "the americans", C),
    ],
)
def test_a_people_that_makes_war_is_its_army(
    coder: EnglishCoder, text: str, mention: str, kind: str
) -> None:
    assert told(coder, text)[mention] == [kind]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Georgian side opened fire on Tskhinvali in Georgia on Monday.", [S]),
        ("Terter in Azerbaijan was shelled by the Armenian side on Monday.", [E]),
        ("Two soldiers died in Hama in clashes with the opposition side on Monday.", [R]),
        (
            "A rocket killed a woman in Ganja, Azerbaijan, on Sunday. Azerbaijan accused the "
            "Armenian side.",
            [E],
        ),
        # Near misses: where something is.
        ("Two villages on the Syrian side of the border were shelled on Monday.", None),
        ("A shell fell on the Turkish side near Akcakale on Monday.", None),
    ],
)
def test_a_side_that_acts_is_a_party(
    coder: EnglishCoder, text: str, kinds: list[str] | None
) -> None:
    found = told(coder, text)
    assert next((found[one] for one in found if one.endswith(" side")), None) == kinds


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (
            "A mortar shell killed three children in Poonch on Friday. India blamed Islamabad.",
            ["PK"],
        ),
        (
            "Two civilians died in Donetsk as a result of shelling on Friday. The separatists "
            "accused Kyiv.",
            ["UA"],
        ),
        (
            "A mortar shell killed three children in Poonch on Friday. India wrote to Islamabad.",
            [],
        ),
    ],
)
def test_a_capital_that_is_blamed_stands_for_its_forces(
    coder: EnglishCoder, text: str, doers: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 2, 1))])
    assert [actor.country for claim in coded.claims for actor in claim.side_a] == doers


@pytest.mark.parametrize(
    ("text", "kind", "hurt"),
    [
        (
            "Russian forces seized Zelene Pole on Monday.",
            SubEventType.NON_STATE_OVERTAKES,
            [],
        ),
        # Near miss: who is hurt in such a town may be of that people.
        (
            "Shelling of Hulyai Pole wounded two Poles on Monday.",
            SubEventType.SHELLING,
            ["PL"],
        ),
    ],
)
def test_a_people_that_ends_the_name_of_a_town_lives_elsewhere(
    coder: EnglishCoder, text: str, kind: SubEventType, hurt: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2023, 5, 6))])
    (claim,) = coded.claims
    assert claim.sub_event_type is kind
    assert [actor.country for actor in claim.side_b] == hurt


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Serb infantry attacked a hill near Maglaj in Bosnia.", "serb infantry", "srpska"),
        ("A sniper shot a Serb soldier in Sarajevo.", "a serb soldier", "srpska"),
        ("Croat artillery shelled the old town of Mostar.", "croat artillery", "defence council"),
        ("Serb police burned a house near Zvornik.", "serb police", "srpska"),
        # Near misses: a neighbour's own.
        ("Serbian policemen were seen near Zvornik in Bosnia.", "serbian policemen", None),
        ("Croatian artillery shelled Kupres in Bosnia.", "croatian artillery", None),
        ("Croat troops and Bosnian Croats shelled Kupres in Bosnia.", "croat troops", None),
    ],
)
def test_soldiers_of_kin_are_of_the_army_of_their_people_there(
    coder: EnglishCoder, text: str, mention: str, name: str | None
) -> None:
    (document,) = parse([Report(id="r", text=text, published=date(1993, 9, 1))])
    found = find(document, coder.gazetteer, coder.table)
    (actor,) = next(
        one.actors
        for one in found.actors
        if document.doc[one.first : one.last].text.lower() == mention
    )
    assert (name or "") in (actor.name or "").lower()
    assert bool(actor.name) is bool(name)


@pytest.mark.parametrize(
    ("text", "people", "kinds"),
    [
        ("Ethiopian troops recaptured Zalambessa from the Eritreans.", "the eritreans", [E]),
        ("Ethiopia's army retook a ridge near Jijiga from the Somalis.", "the somalis", [E]),
        # Near misses: people, and what they give.
        ("Ethiopian troops took bread from the Eritreans in Mekele.", "the eritreans", [C]),
        ("A lorry took aid from the Eritreans to Mekele, Ethiopia.", "the eritreans", [C]),
    ],
)
def test_ground_is_taken_from_a_people_that_makes_war(
    coder: EnglishCoder, text: str, people: str, kinds: list[str]
) -> None:
    found = told(coder, text, date(2000, 5, 24))
    assert found.get(people) == kinds


@pytest.mark.parametrize(
    ("text", "mention", "kind"),
    [
        ("Gunmen killed 21 Shi'ite men in Baquba, Iraq, on Monday.", "21 shi'ite men", C),
        ("Soldiers killed 12 Sikh men in Amritsar, India.", "12 sikh men", C),
        ("Twelve Dogon men were killed near Mopti, Mali.", "twelve dogon men", C),
        ("Nine Hutu men were found shot near Butare, Rwanda.", "nine hutu men", C),
        # Near misses: who acts, fights or is armed is no civilian.
        ("Fulani men killed 21 farmers near Mopti, Mali.", "fulani men", "identity militia"),
        ("Soldiers clashed with Tuareg men near Kidal, Mali.", "tuareg men", R),
        (
            "Soldiers killed 12 armed Fulani men near Mopti, Mali.",
            "12 armed fulani men",
            "unidentified armed group",
        ),
    ],
)
def test_men_of_a_people_are_civilians_where_they_are_killed(
    coder: EnglishCoder, text: str, mention: str, kind: str
) -> None:
    assert told(coder, text)[mention] == [kind]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Soldiers fired on Palestinians protesting near Nablus on Friday, killing one.",
            "external forces:IL",
            "protesters:PS",
        ),
        (
            "A UN compound in Gaza City was stormed by Palestinians protesting against the war.",
            "rioters:PS",
            "external forces:None",
        ),
        # Near miss: the state's deed.
        (
            "Israeli shelling killed four villagers in Gaza on Friday.",
            "external forces:IL",
            "civilians:PS",
        ),
    ],
)
def test_a_people_that_protests_is_no_state(
    coder: EnglishCoder, text: str, first: str, second: str
) -> None:
    (coded,) = coder.code([Report(id="t", text=text, published=date(2014, 3, 1))])
    claim = max(coded.claims, key=lambda one: one.confidence)
    assert [f"{one.kind}:{one.country}" for one in claim.side_a] == [first]
    assert [f"{one.kind}:{one.country}" for one in claim.side_b] == [second]
