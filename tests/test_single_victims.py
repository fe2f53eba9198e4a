"""One person beaten, stoned or shot dead is a figure of one, whatever that person is."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import parse
from dateline.coding.figures import find_figures
from dateline.model import Measure, Report


@pytest.mark.parametrize(
    "text",
    [
        "A constable was beaten to death by a mob in Mathura on Monday.",
        "Workers beat a manager to death in Manesar on Wednesday.",
        "A police officer shot an unarmed man dead in Houston on Monday.",
        "A mob stoned a woman to death in Oaxaca on Friday.",
    ],
)
def test_one_who_is_dead_in_the_end_was_killed(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    figures = [figure for claim in coded.claims for figure in claim.figures]
    assert [(figure.measure, figure.best) for figure in figures] == [(Measure.KILLED, 1)]


def test_a_lorry_that_is_stoned_is_no_victim(coder: EnglishCoder) -> None:
    text = "A tanker was stoned by protesters in Lagos on Friday."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    assert coded.claims
    assert not any(claim.figures for claim in coded.claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Teacher shot dead by gunmen in Lahij", [("killed", 1)]),
        ("Village chief shot dead in Pattani", [("killed", 1)]),
        ("Mayor kidnapped in Guerrero", [("captured", 1)]),
        ("Gunmen kill journalist in Veracruz", [("killed", 1)]),
        ("Policeman dies in landmine blast in Arauca", [("killed", 1)]),
        ("Four soldiers slain, two injured in Narathiwat ambush", [("killed", 4), ("injured", 2)]),
        # more than one, nobody, and who did it
        ("Crowd killed in market blast in Maiduguri", []),
        ("Gunman killed three in Basra", [("killed", 3)]),
        ("Soldier shot at protesters in Sidi Bouzid", []),
        ("Police kill journalist's brother in Veracruz", []),
    ],
)
def test_a_headline_tells_of_one_person_without_an_article(
    text: str, expected: list[tuple[str, int | None]]
) -> None:
    (document,) = parse([Report(id="r", text=text)])
    figures = [mention.figure for mention in find_figures(document)]
    assert [(figure.measure.value, figure.best) for figure in figures] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Helicopters bombed a camp near Marka, killing two herders, an elder in the area said.",
        "Gunmen killed two herders near Bama, a witness and a local vigilante said.",
        "The bomb killed two herders in Kurram, local officials and a tribal elder said.",
        "Raiders shot two herders dead in Wajir, an aid worker in the town told reporters.",
    ],
)
def test_who_only_tells_it_is_no_victim(coder: EnglishCoder, text: str) -> None:
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    figures = [figure for claim in coded.claims for figure in claim.figures]
    assert [(figure.measure, figure.best) for figure in figures] == [(Measure.KILLED, 2)]


def test_the_last_of_several_victims_is_one(coder: EnglishCoder) -> None:
    text = "Tuaregs attacked Menaka and killed a soldier, an official and a nurse, the army said."
    (coded,) = coder.code([Report(id="r", text=text, published=date(2019, 5, 6))])
    figures = [figure for claim in coded.claims for figure in claim.figures]
    assert [(figure.measure, figure.best) for figure in figures] == [(Measure.KILLED, 3)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Noor Ahmed, 19, fell to police bullets in Sopore on Friday.", ["Noor Ahmed"]),
        ("Captain Luis Rojas fell in action near Mavinga on Sunday.", ["Captain Luis Rojas"]),
        ("A student of 17 bled to death in Nablus after soldiers shot him.", ["A student"]),
        ("Its chief of staff General Daoud Soumain fell in the fighting.", ["Its chief"]),
        ("San Miguel fell to the guerrillas in the fighting on Monday.", []),
        ("New York fell silent on Tuesday for the victims.", []),
        ("Juan Carlos fell ill on Sunday in Madrid.", []),
    ],
)
def test_who_falls_by_name_is_one_killed(text: str, who: list[str]) -> None:
    (document,) = parse([Report(id="r", text=text)])
    killed = [one.figure for one in find_figures(document)]
    assert [one.text for one in killed if one.measure is Measure.KILLED] == who
