"""What is only shown or practised is no event."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.unreal import is_unreal
from dateline.model import Report
from found import read


def _coded(coder: EnglishCoder, text: str) -> int:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 7, 23))])
    return len(coded.claims)


@pytest.mark.parametrize(
    "text",
    [
        "NATO jets practised bombing runs over Lithuania on Tuesday.",
        "The navy fired live missiles in drills off Busan on Friday.",
        "Troops stormed a mock village near Hohenfels on Friday.",
        "A new film on the siege of Sarajevo, in which snipers kill a child, opened on Friday.",
        "The novel begins with the massacre of a village and ends in a wedding.",
        "In the novel, rebels burn a village in Liberia and abduct its children.",
        "A new novel follows a child soldier abducted by the Lord's Resistance Army.",
    ],
)
def test_a_work_or_an_exercise_tells_of_no_event(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "The navy fired missiles at Aden on Friday, killing three people.",
        "Gunmen shot dead a film director in Mosul on Friday.",
        "A rocket hit troops in Hohenfels during an exercise on Friday, killing two.",
        "Militants attacked a cinema in Baidoa on Friday as a film began, killing nine.",
    ],
)
def test_what_happens_beside_a_work_or_an_exercise_is_one(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Had the rebels held the bridge at Mostar, the town would have fallen in a day.",
        "Had Syrian tanks attacked in October, Galilee would have been lost, he writes.",
        "If the Egyptians had crossed at Suez, the battle would have gone on, the general said.",
        "An attack on Tripoli might cost the lives of a thousand civilians, it was estimated.",
        "Turkish troops might storm Afrin, a columnist writes.",
    ],
)
def test_what_is_only_supposed_is_no_event(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed a dozen farmers near Kitgum in an attack that might delay the vote.",
        "An air strike on Kismayo killed four people and might delay the talks.",
        "Iraqi troops retook Nasiriya; had they failed the road would have been open.",
        "Rebels had attacked the barracks in Nalchik on Thursday, killing 12 policemen.",
        "The attack on Goma on Monday, which killed nine people, might have been a mistake.",
    ],
)
def test_what_happened_beside_a_guess_is_told(coder: EnglishCoder, text: str) -> None:
    assert _coded(coder, text) >= 1


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Thousands marched in Conakry to demand the withdrawal of the soldiers.", ["withdrawal"]),
        ("Villagers sought the release of ten men who had been arrested.", ["release"]),
        ("The envoy appealed for a ceasefire in the port.", ["ceasefire"]),
        ("Residents asked the militia to leave their village.", ["leave"]),
        ("The army urged residents to stay and withdrew from the town.", []),
        ("Police arrested 20 people who demanded the resignation of the mayor.", []),
        ("The government announced a truce that the rebels had asked for.", []),
        ("The rebels called the withdrawal a trick.", []),
        ("The rebels, who had demanded a ransom, released the priest.", []),
    ],
)
def test_what_is_only_demanded_is_no_event(
    coder: EnglishCoder, text: str, steps: list[str]
) -> None:
    findings = read(coder, text)
    heads = [findings.document.doc[trigger.head] for trigger in findings.triggers]
    assert [head.text for head in heads if is_unreal(head)] == steps
