"""The shipped example reports are what their README says."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from importlib.resources import files

import pytest

from dateline.coding.coder import code
from dateline.model import Report

FOLDER = files("dateline").joinpath("examples")
NAMES = ("syria-2024.jsonl", "other-wars.jsonl", "no-conflict.jsonl")


def reports(name: str) -> list[Report]:
    lines = FOLDER.joinpath(name).read_text(encoding="utf-8").splitlines()
    return [Report.model_validate(json.loads(line)) for line in lines]


ALL = [report for name in NAMES for report in reports(name)]


def test_ids_are_unique() -> None:
    assert [name for name, n in Counter(report.id for report in ALL).items() if n > 1] == []


@pytest.mark.parametrize("report", ALL, ids=lambda report: report.id)
def test_every_report_is_a_labelled_dispatch(report: Report) -> None:
    assert (report.publisher or "").startswith("Demo ")
    assert report.published is not None
    assert report.title
    assert report.language == "en"
    assert report.url is None
    assert 80 <= len(report.text.split()) <= 300


def test_every_day_of_the_offensive_is_covered() -> None:
    days = {report.published for report in reports("syria-2024.jsonl")}
    assert days == {date(2024, 11, 27) + timedelta(days=n) for n in range(12)}


def test_the_sides_speak_in_their_own_voices() -> None:
    voices = Counter(report.publisher for report in reports("syria-2024.jsonl"))
    assert len(voices) == 6
    assert min(voices.values()) >= 3


def test_the_readme_counts_what_is_there() -> None:
    readme = FOLDER.joinpath("README.md").read_text(encoding="utf-8")
    assert "not news" in readme
    for name in NAMES:
        assert f"| `{name}` | {len(reports(name))} |" in readme


def test_nothing_is_coded_in_reports_of_sport_film_markets_nature_and_ages_past() -> None:
    coded = list(code(reports("no-conflict.jsonl")))
    assert [
        (report.report_id, claim.sub_event_type) for report in coded for claim in report.claims
    ] == []


def test_a_gain_before_does_not_date_the_one_told_of() -> None:
    # "Its largest gain since it captured Bakhmut in May".
    (coded,) = code([report for report in ALL if report.id == "ukraine-202402-wire"])
    days = [
        str(claim.date.start)
        for claim in coded.claims
        if claim.place and claim.place.name == "Avdiivka" and claim.date
    ]
    assert set(days) == {"2024-02-17"}


def test_nobody_fled_where_a_later_paragraph_says_that_convoys_stand() -> None:
    (coded,) = code([report for report in ALL if report.id == "sudan-202404-sitrep"])
    assert "Port Sudan" not in [claim.place and claim.place.name for claim in coded.claims]
