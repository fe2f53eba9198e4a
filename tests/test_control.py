"""The ledger of who holds which place follows what claims say, and no more."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest

from dateline.errors import UsageError
from dateline.events.control import holders_on, ledger
from dateline.events.merge import merge
from dateline.events.series import Issue, coverage, summary, totals
from dateline.events.telling import Telling
from dateline.model import Certainty, Holding
from telling_makers import ARMY, AZMAR, REBELS, TELL_DUN, figure, told

TAKEN = "Non-state actor overtakes territory"
RETAKEN = "Government regains territory"
LEFT = "Non-violent transfer of territory"
BAND = {"mention": "the Azmar Brigade", "name": "Azmar Brigade", "kind": "rebel", "country": "SY"}


def taken(
    report: str,
    day: str,
    by: dict[str, Any] | None = REBELS,
    from_: dict[str, Any] | None = ARMY,
    quote: str | None = None,
    **more: Any,
) -> Telling:
    more.setdefault("kind", TAKEN)
    # Words of their own, so that no report counts as a copy of another.
    quote = quote or f"{report} " * 6
    return told(report, day=day, quote=quote, control={"to": by, "from": from_}, **more)


def lines(holdings: list[Holding]) -> list[tuple[str, str | None, str, str | None]]:
    return [
        (
            h.place,
            h.holder and (h.holder.name or str(h.holder.kind)),
            h.since.isoformat(),
            h.until.isoformat() if h.until else None,
        )
        for h in holdings
    ]


def test_a_place_changes_hands_and_back() -> None:
    rows = [taken("a", "2024-05-03"), taken("b", "2024-05-20", ARMY, REBELS, kind=RETAKEN)]
    expected = [
        ("Azmar", "rebel", "2024-05-03", "2024-05-20"),
        ("Azmar", "state forces", "2024-05-20", None),
    ]
    for order in itertools.permutations(rows):
        assert lines(ledger(order)) == expected


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("2024-05-02", None),
        ("2024-05-03", "rebel"),
        ("2024-05-19", "rebel"),
        ("2024-05-20", "state forces"),
    ],
)
def test_who_holds_it_on_a_day(day: str, holder: str | None) -> None:
    rows = [taken("a", "2024-05-03"), taken("b", "2024-05-20", ARMY, REBELS, kind=RETAKEN)]
    found = list(holders_on(ledger(rows), date.fromisoformat(day)))
    assert [h.holder and str(h.holder.kind) for h in found] == ([holder] if holder else [])


def test_a_holding_knows_the_other_names_of_its_place() -> None:
    azmaar = {**AZMAR, "name": "Azmaar"}
    [held] = ledger([taken("a", "2024-05-03"), taken("b", "2024-05-09", place=azmaar)])
    assert (held.place, held.names) == ("Azmar", ("Azmaar",))


@pytest.mark.parametrize(
    ("mention", "shown"),
    [("their forces", "state forces (SY)"), ("They", "state forces (SY)"), ("army", "army")],
)
def test_a_holder_is_not_called_by_a_pronoun(mention: str, shown: str) -> None:
    [held] = ledger([taken("a", "2024-05-03", {**ARMY, "mention": mention}, REBELS)])
    assert held.holder is not None
    assert held.holder.mention == shown


def test_later_reports_bear_a_holding_out() -> None:
    [held] = ledger([taken("a", "2024-05-03"), taken("b", "2024-05-09"), taken("c", "2024-05-30")])
    assert held.since == date(2024, 5, 3)
    assert held.publishers == ("a", "b", "c")
    assert held.certainty is Certainty.SEVERAL


def test_the_day_most_sources_name_wins_over_the_first() -> None:
    [held] = ledger([taken("a", "2024-05-02"), taken("b", "2024-05-03"), taken("c", "2024-05-03")])
    assert held.since == date(2024, 5, 3)


@pytest.mark.parametrize(
    "telling",
    [
        pytest.param(told("a", kind="Armed clash"), id="fighting there"),
        pytest.param(taken("a", "2024-05-03", status="planned"), id="announced"),
        pytest.param(taken("a", "2024-05-03", status="denied"), id="denied"),
        pytest.param(
            taken("a", "2024-05-03", place={**AZMAR, "precision": "near"}), id="outskirts"
        ),
        pytest.param(taken("a", "2024-05-03", by=None, from_=None, a=()), id="nobody named"),
        pytest.param(taken("a", "2024-05-03", place=None), id="nowhere"),
    ],
)
def test_what_is_not_holding_moves_nothing(telling: Telling) -> None:
    assert ledger([telling]) == []


def test_rival_holders_on_one_day_contest_the_place() -> None:
    [held] = ledger([taken("a", "2024-05-03"), taken("b", "2024-05-03", by=ARMY, from_=None)])
    assert held.certainty is Certainty.DISPUTED
    assert held.contested == ("state forces (SY), says b",)


def test_a_denial_marks_what_it_denies() -> None:
    capture, later = taken("a", "2024-05-03"), taken("z", "2024-05-20")
    denied = taken("b", "2024-05-04", status="denied")
    stays = taken("c", "2024-05-04", by=None, status="denied", kind=LEFT)
    [held] = ledger([capture, denied, stays, later])
    assert held.certainty is Certainty.DISPUTED
    assert held.contested == ("denied, says b", "denied, says c")
    [old] = ledger([capture, taken("b", "2024-05-14", status="denied"), later])
    assert old.contested == ()


def test_a_denied_capture_stands_where_two_sources_tell_of_it() -> None:
    one, two = (taken(name, "2024-05-03", status="denied") for name in "ab")
    [held] = ledger([one, two])
    assert (held.since.day, held.certainty) == (3, Certainty.DISPUTED)
    again = taken("c", "2024-05-03", status="denied", publisher="a")
    assert ledger([one, again]) == []


def test_a_withdrawal_leaves_nobody_until_somebody_comes() -> None:
    left = taken("a", "2024-05-03", by=None, kind=LEFT)
    assert lines(ledger([left])) == [("Azmar", None, "2024-05-03", None)]
    came = taken("b", "2024-05-04")
    assert lines(ledger([left, came])) == [("Azmar", "rebel", "2024-05-04", None)]


def test_a_named_band_and_rebels_are_one_holder_by_its_name() -> None:
    [held] = ledger([taken("a", "2024-05-03"), taken("b", "2024-05-04", by=BAND)])
    assert held.holder is not None and held.holder.name == "Azmar Brigade"


def test_two_named_bands_are_two_holders() -> None:
    other = {**BAND, "name": "Tell Dun Front"}
    found = ledger([taken("a", "2024-05-03", by=BAND), taken("b", "2024-05-09", other, BAND)])
    assert [row[1] for row in lines(found)] == ["Azmar Brigade", "Tell Dun Front"]


def test_places_have_ledgers_of_their_own() -> None:
    found = ledger([taken("a", "2024-05-03"), taken("b", "2024-05-04", place=TELL_DUN)])
    assert [row[0] for row in lines(found)] == ["Azmar", "Tell Dun"]


def test_growing_territory_is_a_series() -> None:
    rows = [
        taken("a", "2024-05-03", figures=(figure(400, "area_km2"),)),
        taken("b", "2024-05-04", figures=(figure(550, "area_km2"), figure(70, "settlements"))),
    ]
    found = [(row.measure, row.best, row.day.day, row.claims) for row in totals(rows)]
    assert found == [
        ("area_km2", 400, 3, (("a", "c1"),)),
        ("area_km2", 550, 4, (("b", "c1"),)),
        ("settlements", 70, 4, (("b", "c1"),)),
    ]


def test_a_summary_counts_events_and_not_reports() -> None:
    twice = merge("e1", [told("a", figures=(figure(12),)), told("b", figures=(figure(15),))])
    once = merge("e2", [told("c", day="2024-05-04", figures=(figure(3, "injured"),))])
    old = merge("e3", [told("d", background=True, figures=(figure(900),))])
    rows = summary([once, twice, old], "day")
    assert [(r.key, r.events, r.claims) for r in rows] == [
        ("2024-05-03", 1, 2),
        ("2024-05-04", 1, 1),
    ]
    assert (rows[0].deaths_low, rows[0].deaths_best, rows[0].deaths_high) == (12, 15, 15)
    assert (rows[1].deaths_best, rows[1].injured) == (0, 3)


def test_a_summary_by_something_else_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="choose one of day, month"):
        summary([], "moon")


def test_coverage_shows_a_source_that_stopped() -> None:
    def issues(publisher: str, *days: int, claims: int = 1) -> list[Issue]:
        return [Issue(publisher, date(2024, 5, day), claims) for day in days]

    quiet = issues("Quiet", 1, 2, 4)
    steady = issues("Steady", 1, 11, 21, 29, claims=0)
    once = issues("Once", 3)
    rows = {row.publisher: row for row in coverage([*quiet, *steady, *once])}
    assert list(rows) == ["Once", "Quiet", "Steady"]
    assert (rows["Quiet"].longest_gap_days, rows["Quiet"].silent_days) == (2, 25)
    assert [row.stopped for row in rows.values()] == [False, True, False]
    assert (rows["Steady"].reports, rows["Steady"].with_claims) == (4, 0)
