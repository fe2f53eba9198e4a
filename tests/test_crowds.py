"""Those who demonstrate are on their side of a protest or riot, named as its type has it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.crowds import crowd
from dateline.model import Actor, ActorKind, Claim, Report, SubEventType


def _claim(coder: EnglishCoder, text: str) -> Claim:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2011, 5, 20))])
    (claim,) = coded.claims
    return claim


def test_who_is_behind_a_protest_is_who_it_is_put_down_against(coder: EnglishCoder) -> None:
    text = "A teenager was killed during an anti-government demonstration in Sfax on Friday."
    claim = _claim(coder, text)
    assert claim.sub_event_type is SubEventType.EXCESSIVE_FORCE
    assert [actor.kind for actor in claim.side_b] == [ActorKind.PROTESTERS]
    assert claim.side_b[0].span is not None


def test_who_faces_a_riot_is_not_on_its_side(coder: EnglishCoder) -> None:
    text = (
        "Police used water cannons and tear gas as anti-government protests in Budapest turned "
        "violent."
    )
    claim = _claim(coder, text)
    assert claim.sub_event_type is SubEventType.VIOLENT_DEMONSTRATION
    assert [actor.kind for actor in claim.side_a] == [ActorKind.RIOTERS]
    assert [actor.kind for actor in claim.side_b] == [ActorKind.STATE_FORCES]


def test_a_crowd_that_is_named_is_not_named_twice(coder: EnglishCoder) -> None:
    text = "Police fired on protesters in Sanaa on Friday, killing 12 people at the protest."
    claim = _claim(coder, text)
    assert [actor.kind for actor in claim.side_b] == [ActorKind.PROTESTERS]


def test_an_explanation_says_that_a_rule_named_the_crowd(coder: EnglishCoder) -> None:
    text = "A teenager was killed during an anti-government demonstration in Sfax on Friday."
    told = coder.explain(Report(id="r", text=text, published=date(2011, 5, 20)))
    by = [
        decision.by
        for claim in told.claims
        for decision in claim.decisions
        if decision.slot == "side_b"
    ]
    assert by == ["rule: who demonstrates takes part in a protest or riot"]


@pytest.mark.parametrize(
    ("kind", "side", "called"),
    [
        (SubEventType.VIOLENT_DEMONSTRATION, 0, ActorKind.RIOTERS),
        (SubEventType.PEACEFUL_PROTEST, 0, ActorKind.PROTESTERS),
        (SubEventType.EXCESSIVE_FORCE, 1, ActorKind.PROTESTERS),
        (SubEventType.PEACEFUL_PROTEST, 1, ActorKind.CIVILIANS),
        (SubEventType.ATTACK, 1, ActorKind.CIVILIANS),
    ],
)
def test_plain_people_are_the_crowd_where_they_demonstrate(
    kind: SubEventType, side: int, called: ActorKind
) -> None:
    people = Actor(mention="residents", kind=ActorKind.CIVILIANS, country="YE")
    assert crowd(kind, side, people).kind is called


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Some 300 demonstrated outside parliament in Nairobi on Friday.", "Some 300"),
        ("Several hundred marched in Amman on Friday, calling for revenge.", "Several hundred"),
    ],
)
def test_a_bare_number_that_demonstrates_is_the_crowd(
    coder: EnglishCoder, text: str, mention: str
) -> None:
    (actor,) = _claim(coder, text).side_a
    assert (actor.mention, actor.kind) == (mention, ActorKind.PROTESTERS)


def test_a_rally_that_a_militia_attacks_is_no_mob(coder: EnglishCoder) -> None:
    text = "Ruling-party youths attacked an opposition rally in Bulawayo on Monday, injuring 20."
    claim = _claim(coder, text)
    assert [actor.kind for actor in claim.side_a] == [ActorKind.POLITICAL_MILITIA]
    assert claim.side_b[0].mention == "an opposition rally"
