"""Whom fire is aimed at."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.coding.findings import find
from dateline.coding.happenings import Happening
from dateline.coding.targets import without_holders
from dateline.model import ActorKind, Report, SubEventType


@pytest.mark.parametrize(
    ("text", "suffer"),
    [
        # What is aimed at, or whose it is.
        (
            "Federal planes bombed a gathering of guerrillas near Gudermes on Friday.",
            ["rebel"],
        ),
        (
            "US aircraft carried out strikes against Iraqi air defence sites near Basra on Friday.",
            ["state forces"],
        ),
        # Near miss: a place by its name is nobody, nor is who a weapon comes from.
        ("NATO aircraft bombed Novi Sad on Friday.", []),
        ("Serb artillery shelled the town of Gorazde on Friday.", []),
        ("The army used a drone of Turkish make against a howitzer near Granitnoye on Friday.", []),
    ],
)
def test_who_is_hit(coder: EnglishCoder, text: str, suffer: list[str]) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(1999, 5, 8))])
    assert [[actor.kind for actor in claim.side_b] for claim in coded.claims] == [suffer]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Air strikes on rebel-held Kidal went on.", 0),
        ("Air strikes on Kidal killed rebels.", 1),
    ],
)
def test_who_holds_what_is_hit_does_not_suffer(coder: EnglishCoder, text: str, left: int) -> None:
    (document,) = parse([Report(id="r", text=text, published=date(2012, 5, 3))])
    findings = find(document, coder.gazetteer, coder.table)
    rebels = [one for mention in findings.actors for one in mention.actors]
    happening = Happening(findings.triggers[0], {"none": 0.1, "Air/drone strike": 0.9})
    sides = without_holders(findings, [happening], SubEventType.AIR_STRIKE, ([], rebels))
    assert len(rebels) == 1
    assert len(sides[1]) == left


@pytest.mark.parametrize(
    "text",
    [
        "In Harasta, held by Ahrar al-Sham, shelling went on through the night.",
        "Shells hit the village of Kafr Zita, controlled by the Free Syrian Army, on Friday.",
        "Rockets landed in Donetsk, held by separatists, and killed three people.",
        "A car bomb exploded in Azaz, held by Syrian rebels, killing ten people.",
    ],
)
def test_who_holds_what_is_hit_has_not_fired(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 5, 15))])
    (claim,) = coded.claims
    assert not claim.side_a
    assert all(actor.kind is ActorKind.CIVILIANS for actor in claim.side_b)


@pytest.mark.parametrize(
    ("text", "suffer"),
    [
        ("Shells hit the centre of Horlivka on Friday, the mayor said.", []),
        ("Air strikes hit a camp near Palmyra, residents said.", []),
        (
            "Shells hit the centre of Horlivka on Friday and killed four people, the mayor said.",
            [ActorKind.CIVILIANS],
        ),
        ("Residents of Maaloula said rebels attacked the village.", [ActorKind.CIVILIANS]),
    ],
)
def test_who_only_tells_of_fire_is_not_hit(
    coder: EnglishCoder, text: str, suffer: list[ActorKind]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2015, 5, 15))])
    (claim,) = coded.claims
    assert [actor.kind for actor in claim.side_b] == suffer


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # Who only tells that civilians were harmed did not do it.
        ("The Ukrainian military said six people were killed in shelling of Toretsk.", []),
        ("The Colombian army said two farmers had been shot dead near Tibu on Friday.", []),
        ("The Malian government said 25 people had been massacred in Ogossagou on Friday.", []),
        ("Lebanese police said 150 people had been killed in air raids on Rashidiyeh.", []),
        # Near miss: who admits it, tells of foes, or says that he did it; an army abroad.
        ("The Colombian army admitted killing two farmers near Tibu.", ["state forces"]),
        ("The army announced having killed 20 people in drone strikes near Menaka.", None),
        ("The army said soldiers had shot dead two farmers near Tibu.", ["state forces"]),
        ("The Nigerian air force said its jets had killed nine villagers near Rann.", None),
        ("The Nigerian army said it had killed nine villagers near Rann by mistake.", None),
        ("The Turkish army said 20 militants were killed in air strikes on Qandil.", None),
        ("The Pentagon said ten civilians were killed in a drone strike in Kabul.", None),
    ],
)
def test_who_only_tells_of_harm_to_civilians_did_not_do_it(
    coder: EnglishCoder, text: str, act: list[str] | None
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2022, 6, 7))])
    (claim,) = coded.claims
    if act is None:
        assert claim.side_a
    else:
        assert [actor.kind for actor in claim.side_a] == act


@pytest.mark.parametrize(
    ("text", "suffer"),
    [
        ("Jets struck gatherings of militants near Kirkuk, killing dozens of them.", ["rebel"]),
        # Near miss: those of whom they were are civilians.
        (
            "Gunmen shelled a camp of displaced people near Goma, killing nine of them.",
            ["civilians"],
        ),
    ],
)
def test_dozens_of_them_are_of_those_aimed_at(
    coder: EnglishCoder, text: str, suffer: list[str]
) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2016, 5, 8))])
    assert [[actor.kind for actor in claim.side_b] for claim in coded.claims] == [suffer]
