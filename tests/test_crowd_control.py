"""Forces that fire on a crowd are the doers, and the crowd is who is hit."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Claim, Measure, Report, SubEventType


def _coded(coder: EnglishCoder, text: str) -> Claim:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    return max(coded.claims, key=lambda claim: claim.confidence)


@pytest.mark.parametrize(
    "text",
    [
        "Three persons were killed when police opened fire on a mob at Mandla on Tuesday.",
        "Police shot dead 41 rioters in Surat during the disturbances of January.",
        "Prison guards fired on rioting inmates at a jail in Recife on Friday, killing 18.",
        "Four weavers were killed when soldiers fired on strikers in Sfax on Thursday.",
        "Riot police fired on peasants protesting against a dam in Chimbote, killing two.",
        "police opened fire to disperse a violent mob in nadiad on friday, killing two persons",
    ],
)
def test_forces_that_fire_on_a_crowd_use_excessive_force(coder: EnglishCoder, text: str) -> None:
    claim = _coded(coder, text)
    assert claim.sub_event_type is SubEventType.EXCESSIVE_FORCE
    assert [actor.kind for actor in claim.side_a] == [ActorKind.STATE_FORCES]
    assert {actor.kind for actor in claim.side_b} <= {ActorKind.PROTESTERS, ActorKind.RIOTERS}
    assert claim.side_b


@pytest.mark.parametrize(
    "text",
    [
        "A boy was shot dead by police when a crowd stormed a police station in Gaya on Saturday.",
        "A protester died of bullet wounds after police action in Singur on Wednesday.",
        "The governor ordered an inquiry into the police firing in which a man died in Mysore.",
    ],
)
def test_who_fires_is_found_behind_by_and_before_the_deed(coder: EnglishCoder, text: str) -> None:
    claim = _coded(coder, text)
    assert [actor.kind for actor in claim.side_a] == [ActorKind.STATE_FORCES]


@pytest.mark.parametrize(
    ("text", "side_a"),
    [
        ("A mob killed a police inspector in Meerut on Monday.", ActorKind.RIOTERS),
        (
            "Six were wounded in a shooting in Mombasa. The attacker was killed by police.",
            ActorKind.OTHER,
        ),
        (
            "A gunman killed four shoppers in Lahore before police shot him dead.",
            ActorKind.OTHER,
        ),
    ],
)
def test_forces_that_lose_men_or_kill_an_attacker_are_not_put_first(
    coder: EnglishCoder, text: str, side_a: ActorKind
) -> None:
    claim = _coded(coder, text)
    assert [actor.kind for actor in claim.side_a] == [side_a]


def test_shots_that_only_scatter_are_no_excessive_force(coder: EnglishCoder) -> None:
    claim = _coded(coder, "Police fired tear gas at demonstrators in Quito on Friday.")
    assert claim.sub_event_type is SubEventType.PROTEST_INTERVENTION


def test_a_story_of_a_mob_stays_one_where_police_fire_in_the_end(coder: EnglishCoder) -> None:
    claim = _coded(
        coder,
        "At least 38 people were killed on Friday as mobs attacked Muslim neighbourhoods in Surat. "
        "In one lane a mob burned nine people alive. Police opened fire, killing four rioters.",
    )
    assert claim.sub_event_type is SubEventType.MOB_VIOLENCE
    assert [actor.kind for actor in claim.side_a] == [ActorKind.RIOTERS]


def test_tear_gas_with_no_crowd_that_acts_is_an_intervention(coder: EnglishCoder) -> None:
    claim = _coded(coder, "Two others were hurt in Merida on Tuesday when soldiers fired tear gas.")
    assert claim.sub_event_type is SubEventType.PROTEST_INTERVENTION


@pytest.mark.parametrize(
    "text",
    [
        "Thousands protested in Dallas on Monday against the killing of a boy by police.",
        "Shops were shut in Srinagar on Monday in protest at the killing of two civilians.",
    ],
)
def test_the_dead_that_a_peaceful_protest_is_about_are_not_its_own(
    coder: EnglishCoder, text: str
) -> None:
    claims = [_coded(coder, text)]
    assert [claim.sub_event_type for claim in claims] == [SubEventType.PEACEFUL_PROTEST]
    assert all(figure.measure is Measure.PARTICIPANTS for c in claims for figure in c.figures)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The police were obliged to fire on a mob at Nagpur on Friday, killing 12.",
            SubEventType.EXCESSIVE_FORCE,
        ),
        (
            "Police were forced to open fire on a stone-throwing mob in Pulwama on Friday, killing "
            "two youths.",
            SubEventType.EXCESSIVE_FORCE,
        ),
        (
            "Police had to resort to firing to disperse a mob in Agra on Friday, killing three.",
            SubEventType.EXCESSIVE_FORCE,
        ),
        (
            "The police resorted to a lathi-charge to disperse the mob in Aligarh on Friday, "
            "injuring three.",
            SubEventType.PROTEST_INTERVENTION,
        ),
    ],
)
def test_forces_that_have_to_fire_or_beat_do_so(
    coder: EnglishCoder, text: str, kind: SubEventType
) -> None:
    claim = _coded(coder, text)
    assert claim.sub_event_type is kind
    assert {actor.kind for actor in claim.side_a} == {ActorKind.STATE_FORCES}
    assert {actor.kind for actor in claim.side_b} == {ActorKind.PROTESTERS}


@pytest.mark.parametrize(
    "text",
    [
        "The lathi-charge on students at the secretariat in Ranchi on Friday left 28 injured.",
        "Two farmers were hurt in a cane charge in Salem on Friday.",
    ],
)
def test_a_charge_with_sticks_is_an_intervention_of_nobody_named(
    coder: EnglishCoder, text: str
) -> None:
    claim = _coded(coder, text)
    assert claim.sub_event_type is SubEventType.PROTEST_INTERVENTION
    assert not claim.side_a
    assert {actor.kind for actor in claim.side_b} == {ActorKind.PROTESTERS}


@pytest.mark.parametrize(
    "text",
    [
        "A mob forced the police to retreat in Aligarh on Friday, killing one constable.",
        "Police were forced to retreat when a mob attacked them in Aligarh on Friday; a constable "
        "was killed.",
    ],
)
def test_who_has_to_flee_has_not_fired(coder: EnglishCoder, text: str) -> None:
    claim = _coded(coder, text)
    assert {actor.kind for actor in claim.side_a} == {ActorKind.RIOTERS}
