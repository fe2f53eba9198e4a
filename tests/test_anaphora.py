"""Whom words that point back mean."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.actors import find_actors
from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.knowledge.actors import actor_table
from dateline.model import ActorKind, Report


def doers(coder: EnglishCoder, text: str, where: str) -> list[str | None]:
    """The names of those on side a of the claims at a place."""
    (coded,) = coder.code([Report(id="r", text=text, published=date(2001, 5, 10))])
    claims = [claim for claim in coded.claims if claim.place and claim.place.name == where]
    return [actor.name for claim in claims for actor in claim.side_a]


FAR = (
    "The government said that it would not be shaken. The price of rice has doubled since April. "
    "Schools in the capital stayed shut for a third day. The parliament is to meet on Monday. "
)


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        (
            "Guerrillas of the Revolutionary Armed Forces of Colombia attacked the town of Bagado "
            "on Tuesday, killing four policemen. ",
            "Revolutionary Armed Forces of Colombia",
        ),
        # Two bands are named: either may be meant.
        (
            "Guerrillas of the Revolutionary Armed Forces of Colombia and of the National "
            "Liberation Army attacked the town of Bagado on Tuesday, killing four policemen. ",
            None,
        ),
        # Nobody is.
        ("Guerrillas attacked the town of Bagado on Tuesday, killing four policemen. ", None),
    ],
)
def test_the_rebels_are_the_only_band_that_the_report_is_about(
    coder: EnglishCoder, opening: str, name: str | None
) -> None:
    text = opening + FAR + "On Wednesday the rebels ambushed an army patrol near Tame, Colombia."
    assert doers(coder, text, "Tame") == [name]


RUF = "Revolutionary United Front"


@pytest.mark.parametrize(
    ("text", "where", "name"),
    [
        # Named later, or before; with a number, with what is theirs.
        (
            "Rebel fighters took Makeni on Tuesday. The RUF said that it holds the town.",
            "Makeni",
            RUF,
        ),
        ("The RUF took Makeni on Monday. On Tuesday rebels shelled Kenema.", "Kenema", RUF),
        ("The RUF took Makeni on Monday. Dozens of guerrillas attacked Kenema.", "Kenema", RUF),
        # A militia on the other side are no rebels; fighters may be either's.
        (
            "The RUF and Kamajors clashed at Makeni on Monday. Rebels shelled Kenema on Tuesday.",
            "Kenema",
            RUF,
        ),
        (
            "The RUF and Kamajors clashed at Makeni on Monday. Fighters shelled Kenema on Tuesday.",
            "Kenema",
            None,
        ),
        # Others of that name, and those of another country.
        ("The RUF took Makeni on Monday. On Tuesday other rebels shelled Kenema.", "Kenema", None),
        (
            "The RUF took Makeni on Monday. Liberian rebels shelled Kenema on Tuesday.",
            "Kenema",
            None,
        ),
        (
            "The RUF took Makeni and Bo. Rebels shelled Voinjama in Liberia on Tuesday.",
            "Voinjama",
            None,
        ),
    ],
)
def test_plain_rebels_are_those_of_the_one_band_that_the_report_names(
    coder: EnglishCoder, text: str, where: str, name: str | None
) -> None:
    assert set(doers(coder, text, where)) == {name}


@pytest.mark.parametrize(
    ("second", "name"),
    [
        ("The same group shelled Kenema on Tuesday.", RUF),
        ("Gunmen of the same movement attacked Kenema on Tuesday, killing two people.", RUF),
        ("Its guerrillas attacked Kenema on Tuesday, killing two people.", RUF),
        ("Its men attacked Kenema on Tuesday, killing two people.", RUF),
        ("Gunmen of another movement attacked Kenema on Tuesday, killing two people.", None),
    ],
)
def test_the_same_group_and_its_men_are_those_named_before(
    coder: EnglishCoder, second: str, name: str | None
) -> None:
    assert doers(coder, "The RUF took Makeni on Monday. " + second, "Kenema") == [name]


def test_in_a_country_of_many_bands_plain_rebels_are_any(coder: EnglishCoder) -> None:
    text = "Fighters of the Southern Front took Daraa on Monday. On Tuesday rebels shelled Nubl."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 10))])
    (claim,) = [claim for claim in coded.claims if claim.place and claim.place.name == "Nubl"]
    assert [actor.name for actor in claim.side_a] == [None]


def test_rebels_of_another_country_are_not_meant(coder: EnglishCoder) -> None:
    text = (
        "Fighters of the Lord's Resistance Army killed two villagers at Nimule, southern Sudan, on "
        "Tuesday. "
        + FAR
        + "On Wednesday the rebels ambushed an army patrol near Yei, Sudan, and on "
        "Thursday the rebels shelled Torit, Sudan."
    )
    assert set(doers(coder, text, "Yei")) == {None}


def test_a_band_that_is_named_in_passing_is_not_all_the_rebels(coder: EnglishCoder) -> None:
    text = (
        "Rebels shelled a bakery in Homs, Syria, on Tuesday. " + FAR + "A member of Jaysh al-Islam "
        "was seen at the talks. On Wednesday the rebels ambushed an army patrol near Saraqib, "
        "Syria."
    )
    assert doers(coder, text, "Saraqib") == [None]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        (
            "Turkish warplanes bombed Zap on Monday. The jets also struck two camps near Qandil.",
            "TR",
        ),
        ("French jets bombed a depot near Gao. Later, helicopters attacked a column.", "FR"),
        # Near misses: two air forces, aircraft that are shot down, and none that are named.
        ("Russian jets bombed a depot and Syrian warplanes hit Hama. Later, jets hit Homs.", None),
        ("French jets bombed a depot near Gao. Later, a helicopter was shot down.", None),
        ("French soldiers took a depot near Gao. Later, helicopters attacked a column.", None),
    ],
)
def test_aircraft_are_those_of_the_state_named_before(text: str, country: str | None) -> None:
    report = Report(id="r", text=text, published=date(2015, 8, 4))
    (document,) = parse([report])
    found = find_actors(document, (), actor_table())
    flying = [one for one in found if one.resolved]
    assert [actor.country for one in flying for actor in one.actors] == (
        [country] if country else []
    )


def test_its_members_are_no_members_of_units(coder: EnglishCoder) -> None:
    text = (
        "Army units clashed with a rebel group that tried to enter Kitgum, killing most of its "
        "members."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2003, 5, 10))])
    (claim,) = coded.claims
    assert [actor.mention for actor in claim.side_a] == ["Army units"]


@pytest.mark.parametrize(
    "after",
    [
        "In March the same group bombed a police station in Cucuta, killing seven officers.",
        "Two policemen were shot dead in Cucuta in March by the same group, officials said.",
    ],
)
def test_the_same_group_is_the_one_named_last(coder: EnglishCoder, after: str) -> None:
    text = f"The ELN ambushed an army patrol near Saravena in Colombia on Monday. {after}"
    assert doers(coder, text, "Cucuta") == ["National Liberation Army"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Rebel leader Arthur Wenda said his men had taken Kindu in eastern Congo.", ["rebel"]),
        ("A militia commander said his troops shelled Kindu in eastern Congo.", ["militia"]),
        ("A police officer said his men killed two gunmen in Kindu in Congo.", ["state forces"]),
        # Near misses: nobody who has fighters.
        ("A trader said his men had seen nobody near Kindu in Congo.", []),
        ("Soldiers shot dead a trader and his men near Kindu in Congo.", []),
        ("A rebel general fled to Kindu in Congo. Wenda said his men were tired.", []),
    ],
)
def test_his_men_are_those_of_the_commander_who_speaks(text: str, kinds: list[str]) -> None:
    report = Report(id="r", text=text, published=date(1998, 9, 4))
    (document,) = parse([report])
    found = [one for one in find_actors(document, (), actor_table()) if one.resolved]
    told = [str(actor.kind) for one in found for actor in one.actors]
    assert len(told) == len(kinds)
    assert all(kind in one for kind, one in zip(kinds, told, strict=True))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "A constable was killed and three of his colleagues were hurt by a mine in Sopore.",
            "state forces",
        ),
        ("Two soldiers were shot in Sopore, and one of their colleagues.", "state forces"),
        ("A reporter was killed and two of his colleagues were hurt in Sopore.", "civilians"),
        ("Police said a reporter was seized with two of his colleagues in Sopore.", "civilians"),
    ],
)
def test_colleagues_are_what_he_is_whose_they_are(text: str, kind: str) -> None:
    report = Report(id="r", text=text, published=date(1999, 9, 4))
    (document,) = parse([report])
    found = [one for one in find_actors(document, (), actor_table()) if one.resolved]
    assert {str(actor.kind) for one in found for actor in one.actors} == {kind}


@pytest.mark.parametrize(
    ("text", "where", "name"),
    [
        # A state has no guerrillas.
        (
            "Baghdad rejected the charge. A spokesman for the PKK in Brussels said its guerrillas "
            "had shot down a helicopter near Zakho, killing 11 Turkish soldiers.",
            "Zakho",
            "Kurdistan Workers' Party",
        ),
        (
            "Kyiv denied it. The commander of the Azov battalion said its men took a post near "
            "Shyrokyne on Monday.",
            "Shyrokyne",
            "Azov Brigade",
        ),
        ("Ethiopia closed the border. Its troops shelled Badme the next day.", "Badme", None),
    ],
)
def test_its_guerrillas_are_those_of_no_state(
    coder: EnglishCoder, text: str, where: str, name: str | None
) -> None:
    assert doers(coder, text, where) == [name]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Soldiers who pursued bandits killed 14 of them.", ActorKind.UNIDENTIFIED),
        ("Hutu rebels held Byumba. Soldiers arrived and shot 30 of them.", ActorKind.REBEL),
        ("The rebels caught two policemen and released them.", ActorKind.STATE_FORCES),
        ("The police arrested ten rebels and shot them.", ActorKind.REBEL),
    ],
)
def test_an_object_is_nobody_who_acts_in_its_clause(text: str, kind: ActorKind) -> None:
    (document,) = parse([Report(id="r", text=text)])
    found = find_actors(document, (), actor_table(), "RW")
    assert [one.actors[0].kind for one in found if one.actors[0].mention == "them"] == [kind]
