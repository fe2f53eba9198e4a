"""Claims of one event are linked, and those of alike events are not."""

from __future__ import annotations

import random
from datetime import date

import numpy as np
import pytest

from dateline.events.cluster import agglomerate
from dateline.events.identity import identify
from dateline.events.link import link
from dateline.events.reasons import near_identical, reasons
from dateline.events.setting import time
from dateline.events.sketch import sketch
from dateline.events.telling import Telling, tellings
from dateline.events.words import skeleton
from dateline.model import Claim, CodedReport, Report
from telling_makers import AZMAR, REBELS, TELL_DUN, figure, told


def events(*all_told: Telling) -> list[set[str]]:
    """The reports of each event told more than once."""
    return [{all_told[row].report_id for row in group} for group in link(all_told).groups]


FIRST = told("a", figures=(figure(12),))


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(told("b", figures=(figure(12),)), id="the same again"),
        pytest.param(told("b", figures=(figure(15),)), id="another toll"),
        pytest.param(told("b", a=(), figures=(figure(12),)), id="no perpetrator named"),
        pytest.param(
            told("b", kind="Shelling/artillery/missile attack", figures=(figure(12),)),
            id="another weapon",
        ),
        pytest.param(
            told(
                "b",
                place={**AZMAR, "name": "Idlib", "canonical": "Idlib", "precision": "region"},
                quote="Warplanes bombed a market in Idlib province, residents said.",
                figures=(figure(12), figure(30, "injured")),
            ),
            id="only the province is named",
        ),
        pytest.param(
            told("b", precision="week", day="2024-05-05", figures=(figure(12),)),
            id="dated by its publication",
        ),
    ],
)
def test_two_accounts_of_one_event_are_linked(other: Telling) -> None:
    assert events(FIRST, other) == [{"a", "b"}]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(told("b", day="2024-05-04", figures=(figure(3),)), id="the next day"),
        pytest.param(told("b", day="2024-06-03", figures=(figure(12),)), id="a month later"),
        pytest.param(
            told(
                "b",
                day="2024-05-04",
                quote="A second raid in as many days hit the market in Azmar, residents said.",
                figures=(figure(12),),
            ),
            id="a second strike with the same toll",
        ),
        pytest.param(
            told(
                "b",
                place=TELL_DUN,
                quote="Jets hit homes in Tell Dun, the mayor said.",
                figures=(figure(12),),
            ),
            id="another town",
        ),
        pytest.param(
            told(
                "b",
                kind="Peaceful protest",
                a=({"mention": "teachers", "kind": "protesters", "country": "SY"},),
                b=(),
            ),
            id="another kind of event",
        ),
        pytest.param(
            told(
                "b",
                kind="Shelling/artillery/missile attack",
                a=(REBELS,),
                quote="Rebels shelled the eastern quarter of Azmar in response, state media said.",
                figures=(figure(2),),
            ),
            id="the response",
        ),
        pytest.param(told("b", status="planned", figures=(figure(12),)), id="only planned"),
        pytest.param(
            told(
                "b",
                day="2024-04-10",
                until="2024-05-20",
                precision="month",
                quote="Weeks of air raids on Azmar and the hills around it have killed 310 people.",
                figures=(figure(310),),
            ),
            id="the toll of the campaign",
        ),
        pytest.param(told("a", claim="c2", figures=(figure(6),)), id="of the same report"),
        pytest.param(told("a", claim="c2"), id="of the same report, without numbers"),
    ],
)
def test_alike_events_stay_apart(other: Telling) -> None:
    assert events(FIRST, other) == []


def test_one_report_does_not_tell_one_event_twice_even_through_another() -> None:
    city = told("a", figures=(figure(15),))
    village = told("a", claim="c2", figures=(figure(6),))
    same_city = told("b", figures=(figure(15),))
    same_village = told("b", claim="c2", figures=(figure(6),))
    linkage = link([city, village, same_city, same_village])
    assert linkage.groups == [[0, 2], [1, 3]]


def test_an_event_told_twice_in_one_report_is_one() -> None:
    assert events(FIRST, told("a", claim="c2", figures=(figure(12),))) == [{"a"}]


def test_an_event_told_of_a_town_and_again_near_it_is_one() -> None:
    toll = (figure(12), figure(30, "injured"))
    first = told("a", figures=toll)
    again = told(
        "a",
        claim="c2",
        quote="Residents said warplanes bombed the market in Tell Dun, just outside Azmar.",
        place=TELL_DUN,
        figures=toll,
    )
    elsewhere = again._replace(quote="Residents said warplanes bombed a market in Tell Dun.")
    assert events(first, again) == [{"a"}]
    assert events(first, elsewhere) == []


def test_what_goes_on_ends_on_the_day_of_each_report() -> None:
    long = told("a", day="2024-04-01", until="2024-05-03", precision="month")
    short = told("b", day="2024-04-01", until="2024-04-12", precision="month")
    ended = short._replace(published=date(2024, 4, 30))

    def uneven(*both: Telling) -> float:
        rows = time(sketch(both), np.array([0]), np.array([1]))
        return float(rows["uneven_span"][0])

    assert uneven(long, short) < uneven(long, ended)


def test_the_order_of_reports_does_not_matter() -> None:
    days = ("2024-05-03", "2024-05-04", "2024-05-09")
    all_told = [
        told(f"{day}-{n}", day=day, figures=(figure(10 + 7 * number + n),))
        for number, day in enumerate(days)
        for n in range(4)
    ]
    expected = sorted(map(sorted, events(*all_told)))
    assert len(expected) == 3
    for seed in range(5):
        mixed = all_told[:]
        random.Random(seed).shuffle(mixed)
        assert sorted(map(sorted, events(*mixed))) == expected


def test_running_totals_of_a_war_are_one_event_and_join_no_other() -> None:
    totals = [
        told(
            f"t{n}",
            kind="Other",
            day="2011-03-01",
            until=f"2024-05-0{n}",
            precision="year",
            place={"name": "Syria", "canonical": "Syria", "country": "SY", "precision": "country"},
            a=(),
            b=(),
            figures=(figure(500_000 + n),),
            background=True,
        )
        for n in range(1, 4)
    ]
    assert events(*totals, FIRST) == [{"t1", "t2", "t3"}]


def test_claims_without_place_or_date_are_no_error() -> None:
    bare = Claim.model_validate({"id": "c1", "evidence": [(0, 1)], "sub_event_type": "Attack"})
    assert link([Telling("a", bare), Telling("b", bare)]).size == 2
    assert link([]).groups == []


def test_every_linked_claim_has_a_partner_in_its_event() -> None:
    linkage = link([FIRST, told("b", figures=(figure(12),)), told("z", day="2020-01-01")])
    assert linkage.partner.tolist() == [1, 0, -1]
    assert linkage.log_odds[0] > 0


def test_a_crowd_of_copies_is_one_event() -> None:
    copies = [told(f"r{n:03}", figures=(figure(12),)) for n in range(400)]
    assert [len(group) for group in link(copies).groups] == [400]


def test_reasons_name_what_agrees_and_what_differs() -> None:
    other = told("b", a=(), day="2024-05-04", figures=(figure(15),))
    words = reasons(FIRST, other)
    assert words[:2] == ("same place (Azmar)", "dates 1 day apart")
    assert "same side B" in words
    assert "killed 12 and 15 differ" in words
    assert "both name a market" in words


def test_spelling_keys_forgive_vowels_and_not_consonants() -> None:
    assert skeleton("tareeq") == skeleton("tariq")
    assert skeleton("hama") != skeleton("homs")


def test_copies_are_known_by_their_words() -> None:
    text = "Warplanes bombed a busy market in Azmar on Friday, killing twelve people"
    assert near_identical(text, text + " in all")
    assert not near_identical(
        text, "Shells fell on the old quarter of Azmar late at night on Friday"
    )


def test_tellings_quote_the_best_evidence_first() -> None:
    text = "Azmar was hit. Twelve died."
    claim = Claim.model_validate(
        {"id": "c1", "evidence": [(15, 27), (0, 14)], "sub_event_type": "Attack"}
    )
    coded = CodedReport(report_id="r", claims=(claim,))
    [telling] = tellings(Report(id="r", text=text, publisher="P"), coded)
    assert telling.quote == "Twelve died. Azmar was hit."
    assert telling.ref == ("r", "c1")


def test_groups_join_on_average_and_never_against_a_ban() -> None:
    scores = {(1, 2): 4.0, (2, 3): 1.0, (1, 3): -0.5, (3, 4): 5.0, (1, 4): -50.0, (2, 4): -1.0}
    assert agglomerate([1, 2, 3, 4], scores) == [[1, 2], [3, 4]]
    assert agglomerate([3, 2, 1], {(1, 2): 4.0, (2, 3): 1.0, (1, 3): -0.5}) == [[1, 2, 3]]


A, B, C, D = ("r1", "c1"), ("r2", "c1"), ("r3", "c1"), ("r4", "c1")


def test_ids_stay_when_claims_join() -> None:
    first = identify([[A, B]], {})
    later = identify([[A, B, C]], {A: first.ids[0], B: first.ids[0]})
    assert later == (first.ids, {})


def test_an_id_that_joins_another_redirects_to_it() -> None:
    one, two = identify([[A, B], [C]], {}).ids
    later = identify([[A, B, C]], {A: one, B: one, C: two})
    assert later.ids == [one]
    assert later.retired == {two: one}


def test_a_split_leaves_the_id_with_the_larger_part() -> None:
    [old] = identify([[A, B, C]], {}).ids
    small, large = identify([[A], [B, C]], dict.fromkeys((A, B, C), old)).ids
    assert large == old
    assert small not in {old}


def test_an_id_without_claims_leaves_a_tombstone_and_is_not_given_again() -> None:
    [old] = identify([[A]], {}).ids
    gone = identify([[D]], {A: old})
    assert gone.retired == {old: None}
    assert identify([[A]], {}, known={old}).ids != [old]
