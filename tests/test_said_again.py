"""Nouns that name again what the report has told are no event of their own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dateline.coding.cannot_link import ground
from dateline.coding.coder import EnglishCoder
from dateline.coding.happenings import Happening
from dateline.coding.ranked import is_ranked
from dateline.coding.said_again import said_again
from dateline.model import Claim, Report, SubEventType
from found import read


def _coded(coder: EnglishCoder, text: str, day: date) -> list[Claim]:
    (coded,) = coder.code([Report(id="r", text=text, published=day)])
    return list(coded.claims)


@pytest.mark.parametrize(
    ("text", "ranked"),
    [
        ("It was the deadliest attack in years.", True),
        ("It was the third such attack this month.", True),
        ("It was one of the most violent attacks of the war.", True),
        ("It was a violent attack on a village.", False),
    ],
)
def test_events_compared_with_others(coder: EnglishCoder, text: str, ranked: bool) -> None:
    findings = read(coder, text)
    nouns = [word for word in findings.document.doc if word.lemma_ == "attack"]
    assert [is_ranked(noun) for noun in nouns] == [ranked]


def test_a_later_toll_in_the_town_is_the_blast_s(coder: EnglishCoder) -> None:
    blast, village = _coded(
        coder,
        "A truck bomb killed at least 85 people in Mogadishu on Saturday. Troops shelled a village "
        "near Afgoye. The death toll from the bombing in Mogadishu had risen to 230 by Sunday.",
        date(2017, 10, 15),
    )
    assert [figure.best for figure in blast.figures] == [85, 230]
    assert village.place and village.place.name == "Afgoye"


def test_a_town_that_fell_has_fallen_once(coder: EnglishCoder) -> None:
    told = _coded(
        coder,
        "Rebels of the M23 began advancing on Bukavu, a day after they took the city of Goma. In "
        "Bunia, students looted the homes of U.N. staff. The fall of Goma came after peacekeepers "
        "in helicopters had fired on the rebels at Kibati on Sunday.",
        date(2012, 11, 21),
    )
    fallen = [one for one in told if one.control]
    assert len(fallen) == 1 and fallen[0].date
    assert fallen[0].date.start == date(2012, 11, 20)


def test_how_many_there_were_this_month_ties_no_two_attacks(coder: EnglishCoder) -> None:
    attack, bomb = _coded(
        coder,
        "Gunmen killed 20 people at an informal gold mine near Djibo on Saturday. It was the third "
        "deadly attack on a mine in the region this month. A patrol of soldiers on its way there "
        "hit a roadside bomb, and three of them died.",
        date(2022, 3, 27),
    )
    assert [figure.best for figure in attack.figures] == [20]
    assert bomb.sub_event_type == SubEventType.REMOTE_EXPLOSIVE
    assert [figure.best for figure in bomb.figures] == [3]


def test_one_of_the_worst_massacres_in_years_is_not_of_those_years(coder: EnglishCoder) -> None:
    (massacre,) = _coded(
        coder,
        "In one of the worst massacres in the valley in recent years, militants lined up and shot "
        "dead 24 villagers near Pulwama on Sunday.",
        date(2003, 3, 24),
    )
    assert massacre.date and massacre.date.start == date(2003, 3, 23)


def test_an_attack_of_another_day_or_order_is_another(coder: EnglishCoder) -> None:
    for second in (
        "A second attack in Cairo wounded three policemen near the zoo.",
        "The attack in Cairo on Monday had left nine people wounded.",
    ):
        told = _coded(
            coder,
            f"A car bomb killed six people in Cairo on Wednesday. {second}",
            date(2015, 8, 20),
        )
        assert len(told) == 2


def test_what_was_hit_tells_which_attack_is_meant(coder: EnglishCoder) -> None:
    hospital, bank = _coded(
        coder,
        "An American plane bombed a hospital in Kunduz on Saturday and killed 22 people. Taliban "
        "fighters attacked a bank in Ghazni. The bombing of the hospital was called a mistake by a "
        "general.",
        date(2015, 10, 4),
    )
    assert len(hospital.evidence) == 2 and len(bank.evidence) == 1


def test_the_toll_of_an_attack_in_a_town_is_not_that_of_the_last_one_told(
    coder: EnglishCoder,
) -> None:
    academy, mosque = _coded(
        coder,
        "Gunmen stormed a police academy at Manawan near Lahore on Monday and killed eight "
        "recruits. A bomber blew himself up in a mosque at Jamrud on Friday, killing 50 "
        "worshippers. The death toll in the Manawan attack later rose to 12.",
        date(2009, 3, 30),
    )
    assert 12 in [figure.best for figure in academy.figures]
    assert [figure.best for figure in mosque.figures] == [50]


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("The killing in Baghdad was condemned by a cleric.", True),
        ("After the killing in Baghdad the group fired rockets at a base near Erbil.", False),
        ("The killing in Baghdad in May 2021 was a mistake.", False),
        ("A second killing in Baghdad was reported.", False),
    ],
)
def test_what_only_tells_when_another_was_is_not_named_again(
    coder: EnglishCoder, text: str, again: bool
) -> None:
    findings = read(coder, f"Gunmen shot dead a judge in Baghdad on Thursday. {text}")
    happenings = [Happening(one, {SubEventType.ATTACK: 1.0}) for one in findings.triggers]
    happenings = [replace(one, places={0: 0.9}) for one in happenings]
    named = said_again(findings, happenings, [ground(findings, one) for one in happenings])
    assert any(happenings[one.number].trigger.lemma == "killing" for one in named) == again


def test_the_toll_of_one_quarter_is_not_that_of_all(coder: EnglishCoder) -> None:
    told = _coded(
        coder,
        "Rockets hit the Midan, Faid and Hamadaniyeh quarters of Aleppo on Saturday and killed 12 "
        "civilians. The death toll in Faid reached three.",
        date(2016, 6, 5),
    )
    assert not any(
        {12, 3} <= {figure.best for figure in claim.figures} and len(claim.evidence) > 2
        for claim in told
    )
