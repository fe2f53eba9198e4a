"""How many have fled, as relief agencies and totals tell it."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.document import parse
from dateline.coding.figures import find_figures
from dateline.model import Report


def _counts(text: str) -> list[tuple[str, int]]:
    (document,) = parse([Report(id="r", text=text, published=date(2020, 1, 1))])
    figures = [mention.figure for mention in find_figures(document)]
    return [(str(one.measure), one.best or one.low or one.high or 0) for one in figures]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Aid workers in Renk have registered 8,400 new arrivals since Sunday.", 8400),
        ("In Juba the agency logged 1,100 arrivals by barge last week.", 1100),
        ("Some 2,300 new arrivals were registered at Dadaab in May.", 2300),
        ("The Red Crescent registered 700 families in schools around Latakia.", 700),
        ("The Croatian office put the displaced in Slavonia at 55,000.", 55000),
        ("Officials put the number of those driven from their homes at 1.2 million.", 1200000),
        ("The number of refugees in Kukes has reached 100,000.", 100000),
        ("The number of Tamils who have fled to Tamil Nadu stands at 120,000.", 120000),
        ("The number of Kurds who had crossed into Turkey passed 130,000.", 130000),
        ("The flow has swelled the ranks of the displaced in Bossaso to 41,000.", 41000),
        ("The agency gives 30,000 as the number of people who fled to North Ossetia.", 30000),
        ("Mass displacements affected 900 people in Cauca.", 900),
        ("Colombia told of 11 mass displacements, involving 1,230 families.", 1230),
        ("In the wake of the raid five villages (720 households) displaced to Assaga.", 720),
    ],
)
def test_who_keeps_the_lists_counts_who_fled(text: str, number: int) -> None:
    assert _counts(text) == [("displaced", number)]


@pytest.mark.parametrize(
    "text",
    [
        "The airport registered 3,000 international arrivals in May.",
        "The union registered 3,000 people for the strike fund.",
        "The number of pilgrims who crossed into Iraq has topped 3,000,000.",
        "The number of peacekeepers who have crossed into Mali was put at 900.",
        "The number of soldiers in Chad has reached 3,000.",
        "He put the price at 40,000.",
    ],
)
def test_travellers_soldiers_and_voters_are_no_arrivals(text: str) -> None:
    assert ("displaced" in dict(_counts(text))) is False


def test_the_displaced_are_told_apart_from_the_dead() -> None:
    text = "The UN puts the dead at 300 and the displaced at 40,000."
    assert _counts(text) == [("killed", 300), ("displaced", 40000)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("200 families left the quarter after the raids.", [("displaced", 200)]),
        ("Some 400,000 people left the city.", [("displaced", 400000)]),
        ("Some 4,000 civilians crossed the lines near Dherynia.", [("displaced", 4000)]),
        ("Nearly 40,000 Albanians reached the frontier at Blace.", [("displaced", 40000)]),
        ("Some 11,000 people had reached the town by boat.", [("displaced", 11000)]),
        ("Eritrea has sent home 40,000 Ethiopians.", [("displaced", 40000)]),
        ("About 1,300 people have been brought out by train.", [("displaced", 1300)]),
        ("Over 4,000 persons have run away to Garga.", [("displaced", 4001)]),
        ("6,000 women and children went into the caves.", [("displaced", 6000)]),
        # Near misses: who is armed, who visits, what is left but a home.
        ("Some 200 soldiers left the town for the front.", [("participants", 200)]),
        ("Two hundred guests left the hall in haste.", []),
        ("The mine sent home 300 of its workers.", [("participants", 300)]),
        ("Six people were brought out of the rubble alive.", []),
        ("More than 400 delegates reached the summit.", []),
    ],
)
def test_who_leaves_a_place_or_reaches_one(text: str, expected: list[tuple[str, int]]) -> None:
    assert _counts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police fired tear gas at 300 women who marched on Taksim.", [("participants", 300)]),
        ("The demonstration drew about 200 people.", [("participants", 200)]),
        ("The patrol clashed with 15 militants.", [("participants", 15)]),
        ("Soldiers fought some 60 rebels near Arauca.", [("participants", 60)]),
        ("A push by about 1,500 fighters took the base.", [("participants", 1500)]),
        ("A patrol of 26 soldiers entered the settlement.", [("participants", 26)]),
        ("A protest by 300 women was broken up.", [("participants", 300)]),
        (
            "Three bombers killed two people and hurt 36.",
            [("participants", 3), ("killed", 2), ("injured", 36)],
        ),
        # Near misses: who only appears, walks out, meets or waits.
        ("Three of them appear in a video.", []),
        ("Some 51 inmates walked out of the prison.", []),
        ("Two women and four children arrived in Sweida.", []),
        ("A hundred people met at the hall.", []),
        ("The firm fought 15 lawsuits.", []),
        ("The exhibition drew 200 people.", []),
        ("Thousands of inmates went out.", []),
    ],
)
def test_who_takes_part(text: str, expected: list[tuple[str, int]]) -> None:
    assert _counts(text) == expected
