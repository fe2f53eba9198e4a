"""Two events that one sentence tells in two clauses side by side, and one event told in two."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import Claim, Report


def _coded(coder: EnglishCoder, text: str) -> tuple[Claim, ...]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2012, 5, 3))])
    return coded.claims


@pytest.mark.parametrize(
    "text",
    [
        "A roadside bomb killed four soldiers near Kandahar; separately, gunmen shot dead a judge "
        "in Ghazni.",
        "Boko Haram gunmen killed seven people in Maiduguri, while soldiers killed ten militants "
        "in Damaturu.",
        "In Karachi gunmen shot dead three activists, and in Quetta a bomb killed two policemen.",
        "Taliban fighters attacked a checkpoint in Helmand, killing eight policemen, and a bomb in "
        "Kabul killed a lawmaker.",
        "Mortar fire killed three civilians in Jaramana and warplanes bombed Raqqa, leaving 11 "
        "dead.",
        "Three people died when a car bomb exploded in Kirkuk, and in another incident gunmen "
        "killed a professor.",
        "They shelled Bukavu on Monday, and the army withdrew from Goma on Friday.",
        "They bombed Kunduz, and the army retook Ghazni after a battle.",
        "The bomb killed five people in Quetta, and two in Karachi were wounded by grenades.",
        "UNITA rebels shelled Kuito on Monday and the army said it had retaken Andulo, capturing "
        "40 fighters.",
    ],
)
def test_clauses_with_their_own_subject_and_place_tell_of_two_events(
    coder: EnglishCoder, text: str
) -> None:
    assert len(_coded(coder, text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "A suicide bomber blew himself up in Quetta and at least 20 people were killed.",
        "Rebels attacked a convoy near Kidal and the attackers fled towards Gao.",
        "A blast hit a mosque in Mosul and police in Baghdad said nine worshippers were killed.",
        "Fighters ambushed police in Arish, Egypt, and seven officers died in the attack in North "
        "Sinai.",
        "A bomb exploded in Kirkuk and the wounded were taken to a hospital in Erbil.",
        "Sudan denied that its aircraft had bombed Adre, as the government in N'Djamena claimed.",
    ],
)
def test_one_event_told_in_two_clauses_is_one(coder: EnglishCoder, text: str) -> None:
    assert len(_coded(coder, text)) == 1


def test_what_one_clause_tells_is_nothing_to_the_other(coder: EnglishCoder) -> None:
    first, second = _coded(
        coder,
        "Kurdish rebels ambushed a convoy in Hakkari, killing four soldiers, and a bomb wounded "
        "nine people in Istanbul.",
    )
    assert [figure.text for figure in first.figures] == ["four soldiers"]
    assert [figure.text for figure in second.figures] == ["nine people"]
    assert second.place is not None and second.place.name == "Istanbul"
    assert not second.side_a


def test_who_did_both_is_named_behind_the_second_clause(coder: EnglishCoder) -> None:
    first, _ = _coded(
        coder,
        "Five Palestinians were killed in Jenin and two more were killed in Hebron in raids by "
        "Israeli soldiers.",
    )
    assert [actor.mention for actor in first.side_a] == ["Israeli soldiers"]


@pytest.mark.parametrize(
    "text",
    [
        "One blast killed six people at a market in Baghdad and another killed four in Samarra.",
        "Irregulars shelled Vukovar, killing two people, and Croatian policemen were ambushed near "
        "Glina.",
    ],
)
def test_the_second_event_stands_where_the_first_does(coder: EnglishCoder, text: str) -> None:
    assert len(_coded(coder, text)) == 2


def test_who_leaves_a_place_after_a_fight_fought_there(coder: EnglishCoder) -> None:
    claims = _coded(
        coder,
        "They took Oum Hadjer on Wednesday without a fight, and the army withdrew from Massaguet "
        "on Friday after a two-hour battle in which a general was killed.",
    )
    (fight,) = (claim for claim in claims if claim.sub_event_type == "Armed clash")
    assert fight.place is not None
    assert fight.place.name == "Massaguet"


@pytest.mark.parametrize(
    "text",
    [
        "A roadside bomb killed five soldiers near Tera in Niger, and an air strike afterwards "
        "killed fifteen terrorists.",
        "A suicide bomber killed six policemen in Spin Boldak, while an air strike killed nine "
        "Taliban fighters.",
        "Shelling killed a soldier near Donetsk, and a mine killed two separatists.",
    ],
)
def test_two_weapons_that_hit_foes_tell_of_two_events(coder: EnglishCoder, text: str) -> None:
    first, second = _coded(coder, text)
    assert first.sub_event_type is not second.sub_event_type
    assert [len(first.figures), len(second.figures)] == [1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "A roadside bomb killed two soldiers in Helmand and mortar fire wounded four policemen.",
        "A roadside bomb killed two soldiers in Helmand and the blast wounded four militants.",
    ],
)
def test_two_weapons_that_hit_one_side_tell_of_one(coder: EnglishCoder, text: str) -> None:
    assert len(_coded(coder, text)) == 1
