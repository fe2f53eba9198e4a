"""The day of a report: what it prints about itself, and what the record says."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.story_day import story_day
from dates_told import dates, reading


def test_without_a_story_day_only_absolute_dates_resolve() -> None:
    text = "On Monday, in May and on 3 May the army fired; on 3 May 2016 and in 2015 it did not."
    assert [row[1] for row in dates(text, None)] == ["2016-05-03", "2015-01-01"]


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("17 August 2016 Shells hit the town. Ten died.", date(2016, 9, 1), "2016-08-17"),
        ("Published July 27, 2016 Shells hit the town.", date(2016, 9, 1), "2016-07-27"),
        ("Date of publication 5 August 2016 Air raids hit a town.", None, "2016-08-05"),
        ("BEIRUT, May 3 (Reuters) - Shells hit the town.", date(2018, 5, 4), "2018-05-03"),
        ("LIMA, 17 APR 89 (EFE) -- Police arrested two men.", date(1990, 1, 1), "1989-04-17"),
        ("R 141530Z APR 86\nFM AMEMBASSY COLOMBO\n\n1. A bomb went off.", None, "1986-04-14"),
        (
            "WAR REPORT\n\nRadio Venceremos, 2 February 1983. Our forces took Berlin.",
            date(2026, 1, 1),
            "1983-02-02",
        ),
        (
            "Mali: Situation Report No. 41 (as of 12 May 2014)\n\n75 people were killed in May.",
            date(2026, 1, 1),
            "2014-05-12",
        ),
        (
            "Amnesty International, New York, June 4, 1999 - Police killed ten men.",
            date(2026, 1, 1),
            "1999-06-04",
        ),
        ("Update\n\nIncidents (North Kivu), 26 May-1 June 2021.", date(2021, 6, 4), "2021-06-04"),
        # The day of a deed is that deed's, and under one a chronology tells what happened.
        (
            "In brief\n\nThe massacre at Kibeho, 22 April 1995\n\nA court sat.",
            date(2014, 1, 1),
            "2014-01-01",
        ),
        (
            "The uprising\n\nTunis, 27 December 2010\nPolice beat marchers.",
            date(2014, 1, 1),
            "2014-01-01",
        ),
        (
            "Soldiers left Kibeho on Monday, 22 April 1995. They had come in May.",
            date(2014, 1, 1),
            "2014-01-01",
        ),
        ("On 3 May 2016 gunmen attacked a bus.", date(2018, 5, 4), "2018-05-04"),
        ("Gunmen attacked a bus.", date(2018, 5, 4), "2018-05-04"),
    ],
)
def test_printed_day_beats_the_record(text: str, published: date | None, day: str) -> None:
    document = reading(text, published)
    found = story_day(document)
    assert found is not None
    assert str(found.start) == str(found.end) == day


def test_story_day_is_none_where_nothing_tells() -> None:
    document = reading("Gunmen attacked a bus on Monday.", None)
    assert story_day(document) is None


@pytest.mark.parametrize(
    "head", ["Algeria counts the dead\nMonday 1 September 1997\nBy a writer\n\n"]
)
def test_a_full_date_on_a_line_of_its_own_is_the_story_s(head: str) -> None:
    document = reading(f"{head}A bomb killed eight on Friday.", date(2026, 1, 1))
    found = story_day(document)
    assert str(found and found.start) == "1997-09-01"
