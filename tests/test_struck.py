"""Whom an event is done to by the syntax of its own word."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.model import ActorKind, Claim, Report


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        # Whoever is harmed beside another, also where only the syntax says so.
        (
            "Four soldiers, nine policemen and the deputy mayor were killed when rebels overran "
            "Torit in South Sudan on Monday.",
            ["rebel"],
            ["state forces", "civilians"],
        ),
        (
            "Rockets fired by the FMLN hit the barracks at San Miguel in El Salvador, killing a "
            "soldier and a cook.",
            ["rebel"],
            ["state forces", "civilians"],
        ),
        # Whom somebody takes.
        (
            "Six nurses of the mission hospital at Kaya were seized by armed men on Monday.",
            ["unidentified armed group"],
            ["civilians"],
        ),
        (
            "Rebels took with them one public official after checking identities on the road to "
            "Bingol.",
            ["rebel"],
            ["civilians"],
        ),
        ("Six militants were taken alive on Sunday in Illizi.", [], ["rebel"]),
        # Whom somebody drives back.
        (
            "The rebels were driven back from Mbandaka by Zairean troops on Monday.",
            ["state forces"],
            ["rebel"],
        ),
        # Whom a crowd beats, called as the crowd is.
        (
            "Men with iron bars beat students and strikers outside the ministry in Harare on "
            "Tuesday.",
            ["rioters"],
            ["civilians", "rioters"],
        ),
        # Whom one side of a clash kills.
        (
            "Soldiers killed 23 gunmen and civilians in a raid on Tumaco in Colombia on Monday.",
            ["state forces"],
            ["unidentified armed group", "civilians"],
        ),
        # Near miss: those who die together in a clash.
        (
            "Two soldiers and five militants were killed in a clash in Zamboanga on Monday.",
            ["state forces"],
            ["rebel"],
        ),
    ],
)
def test_who_suffers(coder: EnglishCoder, text: str, first: list[str], second: list[str]) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1997, 5, 18))])
    (claim,) = coded.claims
    told = [[str(actor.kind) for actor in side] for side in (claim.side_a, claim.side_b)]
    assert told == [first, second]


def _coded(coder: EnglishCoder, text: str) -> Claim:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    return max(coded.claims, key=lambda claim: claim.confidence or 0.0)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "The head of the electoral commission was shot dead by gunmen in Bukavu on Monday.",
            ActorKind.CIVILIANS,
        ),
        ("Turkish police detained 14 suspects in Izmir on Tuesday.", ActorKind.OTHER),
        ("The police took three suspects away in Lyon on Tuesday.", ActorKind.OTHER),
        ("A man was arrested in Madrid on Monday over links to Islamic State.", ActorKind.REBEL),
        ("Bandits hacked a seamstress to death in Kaduna on Monday.", ActorKind.CIVILIANS),
        ("Raiders killed a midwife in Abyei on Monday.", ActorKind.CIVILIANS),
    ],
)
def test_the_object_of_harm_suffers(coder: EnglishCoder, text: str, kind: ActorKind) -> None:
    assert [actor.kind for actor in _coded(coder, text).side_b] == [kind]


def test_a_groups_own_dead_are_not_its_victims(coder: EnglishCoder) -> None:
    text = "The rebels lost nine fighters, killed when their own mine exploded in Kidal."
    claim = _coded(coder, text)
    assert not (claim.side_a and claim.side_b and claim.side_a[0].kind is claim.side_b[0].kind)


@pytest.mark.parametrize(
    "text",
    [
        "A roadside bomb near Mocimboa killed four soldiers and wounded a trader on Monday.",
        "An IED hit a truck near Mocimboa; four soldiers were killed and a trader was wounded.",
        "Jets hit an army post near Kutum, killing two soldiers and wounding several bystanders.",
    ],
)
def test_civilians_who_are_counted_stand_beside_soldiers(coder: EnglishCoder, text: str) -> None:
    kinds = {actor.kind for actor in _coded(coder, text).side_b}
    assert kinds == {ActorKind.STATE_FORCES, ActorKind.CIVILIANS}


def test_who_only_tells_of_it_is_no_victim(coder: EnglishCoder) -> None:
    text = (
        "A mortar shell killed two soldiers in Ramadi on Monday. A teacher said he heard the blast."
    )
    assert [actor.kind for actor in _coded(coder, text).side_b] == [ActorKind.STATE_FORCES]


def test_leaders_of_the_group_that_is_hit_are_no_civilians(coder: EnglishCoder) -> None:
    text = (
        "US drones hit a Taliban compound near Miranshah, killing 11 militants and two commanders."
    )
    kinds = {actor.kind for actor in _coded(coder, text).side_b}
    assert ActorKind.CIVILIANS not in kinds


def test_somebody_in_a_report_in_capitals_is_quoted_as_written(coder: EnglishCoder) -> None:
    text = "BOGOTA -- GUERRILLAS HACKED A SEAMSTRESS TO DEATH IN SAN PABLO ON MONDAY."
    (coded,) = coder.code([Report(id="r", text=text, published=date(1989, 5, 9))])
    (victim,) = coded.claims[0].side_b
    assert victim.span is not None
    assert victim.mention == text[slice(*victim.span)] == "SEAMSTRESS"


def test_who_is_only_said_to_have_been_killed_has_done_nothing(coder: EnglishCoder) -> None:
    text = (
        "Nine French soldiers and an American nurse are killed when Ivorian warplanes bomb a "
        "peacekeepers' camp in Bouake."
    )
    (coded,) = coder.code([Report(id="r", text=text, published=date(2004, 11, 6))])
    (claim,) = coded.claims
    assert [actor.country for actor in claim.side_a] == ["CI"]
    assert {actor.country for actor in claim.side_b} == {"FR", "US"}
