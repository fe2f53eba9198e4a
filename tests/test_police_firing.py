"""Who is killed in police firing fell to the police, whatever a mob did beside it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Claim, Measure, Report, SubEventType


def _claims(coder: EnglishCoder, text: str) -> tuple[Claim, ...]:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2011, 9, 20))])
    return coded.claims


def _killed(claim: Claim) -> list[int | None]:
    return [figure.best for figure in claim.figures if figure.measure is Measure.KILLED]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Rioters burned down 30 shops in Eldoret and two people died from police bullets.",
            2,
        ),
        (
            "Four men were killed in police firing after mobs went on the rampage in Aligarh, "
            "torching shops with petrol bombs before the police restored order.",
            4,
        ),
        (
            "There was a communal clash in Gokalpur, where three persons were burnt alive and two "
            "were killed in police firing.",
            2,
        ),
        ("Mobs burned 30 shops in Accra and five people were killed by the police.", 5),
        (
            "The death toll in the riots in Colombo rose to 46, including eight people shot dead "
            "by the army.",
            8,
        ),
        (
            "Riots broke out in Kano on Friday. At least 12 people were killed by police during "
            "the riots.",
            12,
        ),
        ("Rioters burnt buses in Santiago. Two youths were killed by police.", 2),
        (
            "A mob lynched nine pilgrims in Meerut. One person was killed in police firing in the "
            "walled town, where fighting had begun when two communities clashed.",
            1,
        ),
        (
            "The minister said that 214 people had been killed in the riots in Karachi, including "
            "37 in police firing.",
            37,
        ),
    ],
)
def test_police_firing_is_apart_from_a_mob(coder: EnglishCoder, text: str, killed: int) -> None:
    claims = _claims(coder, text)
    by_police = [
        claim
        for claim in claims
        if [actor.kind for actor in claim.side_a] == [ActorKind.STATE_FORCES]
    ]
    assert [_killed(claim) for claim in by_police] == [[killed]]
    (other,) = [claim for claim in claims if claim not in by_police]
    assert [actor.kind for actor in other.side_a] == [ActorKind.RIOTERS]


@pytest.mark.parametrize(
    "text",
    [
        "Two persons were killed in police firing on a mob in Bhiwandi.",
        "The mob turned violent and police resorted to firing, in which two persons died.",
        "Two people died in army firing in Jos, where riots broke out on Monday.",
        "Two people were killed by police during a riot in Lima.",
        "Two people were shot dead by police in Conakry as crowds threw stones at them.",
    ],
)
def test_who_fires_on_a_mob_uses_excessive_force(coder: EnglishCoder, text: str) -> None:
    (claim,) = _claims(coder, text)
    assert claim.sub_event_type is SubEventType.EXCESSIVE_FORCE
    assert [actor.kind for actor in claim.side_a] == [ActorKind.STATE_FORCES]
    assert _killed(claim) == [2]


def test_who_falls_to_rioters_did_not_fall_to_the_police(coder: EnglishCoder) -> None:
    text = (
        "Riots began in Hyderabad on Monday night. While six people were injured in police firing, "
        "12 people were killed by the rioters. On Tuesday the riots went on across the city."
    )
    killers = [claim.side_a[0].kind for claim in _claims(coder, text) if 12 in _killed(claim)]
    assert killers == [ActorKind.RIOTERS]


def test_tear_gas_is_no_shot(coder: EnglishCoder) -> None:
    text = "The protest in Melbourne ended in a stand-off, with riot police firing tear gas."
    assert SubEventType.EXCESSIVE_FORCE not in {
        claim.sub_event_type for claim in _claims(coder, text)
    }


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The minister said 84 people had died in the riots, including 31 in police firing.", 31),
        ("The toll in the disturbances is 58, among them 17 in army firing.", 17),
        ("The commission counts 61 dead in the January riots, 23 of them in police firing.", 23),
    ],
)
def test_a_toll_of_police_firing_is_theirs(coder: EnglishCoder, text: str, killed: int) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1992, 12, 14))])
    theirs = [
        figure.best
        for claim in coded.claims
        if any(actor.kind is ActorKind.STATE_FORCES for actor in claim.side_a)
        for figure in claim.figures
    ]
    assert theirs == [killed]
