"""Which of what a report tells is denied, where the denial names it, and what it leaves as told."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Report


def _statuses(text: str) -> dict[str, str]:
    """The status of each claim of a report by the name of its place."""
    report = Report(id="r", text=text, published=date(2020, 5, 14))
    claims = next(iter(coder().code([report]))).claims
    return {claim.place.name: str(claim.status) for claim in claims if claim.place}


def test_far_deed_named_again_is_denied() -> None:
    told = _statuses(
        "Bombs went off at a railway station in Kaduna on Friday, killing 14. Gunmen shot dead "
        "three policemen in Kano the same evening. The group denied any role in the bombings."
    )
    assert told["Kaduna"] == "denied"
    assert told["Kano"] != "denied"


def test_denial_that_names_a_town_is_about_that_town() -> None:
    told = _statuses(
        "Fighters set off three car bombs in Aleppo on Friday, and the army lost a suburb there. "
        "An air strike hit a school in the village of Haas on Wednesday, killing 35 people. The "
        "ministry said that its air force had nothing to do with the bombing of Haas."
    )
    assert told["Haas"] == "denied"
    assert told["Aleppo"] != "denied"


def test_no_other_bombs_denies_none() -> None:
    told = _statuses(
        "A bomb wounded a guard at a radio station in Cali on Monday. Experts came to confirm that "
        "there were no other bombs."
    )
    assert "denied" not in told.values()


def test_deed_in_a_side_clause_is_denied_and_not_its_neighbour() -> None:
    told = _statuses(
        "The attack on the bus in Karachi came a week after blasts at two mosques in Quetta that "
        "killed 30 people. The movement denied that it had carried out the blasts."
    )
    assert told["Quetta"] == "denied"
    assert told.get("Karachi") != "denied"


def test_denied_deed_is_no_event_of_its_own() -> None:
    report = Report(
        id="r",
        text="Shells hit a school in Taiz on Monday, killing six children. On Tuesday a suicide "
        "bomber killed nine people at a market in Aden. The Houthis denied that they had shelled "
        "the school.",
        published=date(2020, 5, 14),
    )
    claims = next(iter(coder().code([report]))).claims
    told = [(claim.place.name, claim.status == "denied") for claim in claims if claim.place]
    assert sorted(told) == [("Aden", False), ("Taiz", True)]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        (
            "An air raid on Daraa killed eight people on Monday, activists said. The army denied "
            "that there were women among the dead.",
            False,
        ),
        (
            "A car bomb killed 20 people in Basra on Wednesday, police said. The health ministry "
            "denied that the toll had risen to 30.",
            False,
        ),
        (
            "Iraqi forces retook a district of Mosul on Tuesday, the army said. Officers denied "
            "that the advance had stalled.",
            False,
        ),
        (
            "Two mortar bombs fell in Zenica on Monday and wounded a boy. The UN denied that its "
            "observers had left the town.",
            False,
        ),
        (
            "Five policemen were wounded in an ambush near Peja on Monday. The KLA claimed the "
            "attack but denied that it had lost any men.",
            False,
        ),
        (
            "Rockets hit Tripoli's airport on Monday and wounded two guards. The LNA has neither "
            "claimed nor denied the attack.",
            False,
        ),
        (
            "Police shot dead three villagers in Poso on Tuesday, residents said. Police denied "
            "having fired at anyone.",
            True,
        ),
        (
            "The mayor said that ten monks had been shot dead by snipers in Dege on Monday; the "
            "governor rejected this and said that not one monk had died.",
            True,
        ),
        (
            "Troops fired on a bus near Mopti on Sunday, killing seven. The army denied reports "
            "that the dead were herders.",
            True,
        ),
        (
            "A spokesman denied on Monday the news spread by rebel radio stations that troops had "
            "withdrawn from Malakal.",
            True,
        ),
        (
            "Three fishermen were killed by a shell near Hodeidah on Monday. The police denied "
            "reports that the attackers had been arrested.",
            False,
        ),
        (
            "The RSF said it had seized the base at Kutum. The army denied that the base had "
            "fallen.",
            True,
        ),
    ],
)
def test_what_a_denial_only_touches_is_told(text: str, denied: bool) -> None:
    assert {status == "denied" for status in _statuses(text).values()} == {denied}


@pytest.mark.parametrize(
    "text",
    [
        "The army shelled the hospital in Vukovar on Sunday, doctors said, which Belgrade denied.",
        "Gunmen killed six worshippers in a church near Jos on Sunday. Police blamed Fulani "
        "herdsmen, a charge which their association rejected.",
        "Seven bombs exploded on trains in Mumbai on Tuesday, killing at least 140 people, police "
        "said. Nobody claimed the bombings; Lashkar-e-Taiba, which some suspect, denied any part "
        "in them.",
    ],
)
def test_denial_behind_what_it_takes_up(text: str) -> None:
    assert set(_statuses(text).values()) == {"denied"}


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        (
            "Fighter jets bombed a clinic in Saada on Monday and killed three nurses, aid workers "
            'said. The coalition called the reports "fake" and said it had flown no sorties there.',
            True,
        ),
        (
            "Residents said troops had executed seven herders near Kidal on Monday. The general "
            'staff spoke of "lies by the enemies of Mali".',
            True,
        ),
        (
            "Planes dropped bombs filled with chlorine on Khan Assal, activists said. Damascus "
            "described the accusations as baseless.",
            True,
        ),
        (
            "The guerrillas claimed to have shot down a helicopter near the airfield of "
            "Chalatenango. The high command said that no helicopter had been lost.",
            True,
        ),
        (
            "Al-Shabaab said its fighters had killed 30 Ethiopian soldiers near Baidoa on Tuesday. "
            "Ethiopia said no such attack had taken place.",
            True,
        ),
        (
            "Guerrillas fired rockets at the airfield of Chalatenango on Monday. The high command "
            "said that no soldier had been hurt.",
            False,
        ),
    ],
)
def test_called_a_lie(text: str, denied: bool) -> None:
    assert {status == "denied" for status in _statuses(text).values()} == {denied}
