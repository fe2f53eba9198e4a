"""Coders are found by name, and one report that defeats a coder does not stop the rest."""

from __future__ import annotations

import pytest

from dateline.coding import coders
from dateline.coding.coder import EnglishCoder
from dateline.coding.coders import code_readings, coder
from dateline.errors import ReportError, UsageError
from dateline.model import Report
from dateline.reading import Reading
from stub_coder import StubCoder


def reading(name: str, text: str, *notes: str) -> Reading:
    return Reading(Report(id=name, text=text), "r.jsonl", 7, notes)


def test_the_english_coder_is_the_default() -> None:
    assert isinstance(coder(), EnglishCoder)


def test_an_unknown_coder_is_named_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="no coder is called 'klingon'; there are english"):
        coder("klingon")


def test_a_coder_may_come_from_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(coders.CODERS, "stub", "stub_coder:StubCoder")
    assert isinstance(coder("stub"), StubCoder)


def test_order_is_kept_and_errors_of_reading_pass_through() -> None:
    error = ReportError("bad", source="r.jsonl", line=3)
    items = [reading("a", "One"), error, reading("b", "Two")]
    first, second, third = code_readings(items, StubCoder())
    assert second is error
    assert not isinstance(first, ReportError)
    assert not isinstance(third, ReportError)
    assert [first[1].report_id, third[1].report_id] == ["a", "b"]


def test_a_report_that_defeats_the_coder_is_named_and_the_others_are_coded() -> None:
    items = [reading(str(n), "fail the coder" if n == 5 else "One") for n in range(12)]
    results = list(code_readings(items, StubCoder()))
    assert [item[0].id for item in results if not isinstance(item, ReportError)] == [
        str(n) for n in range(12) if n != 5
    ]
    error = results[5]
    assert isinstance(error, ReportError)
    assert str(error).startswith("r.jsonl:7: the coder failed on report '5' (IndexError: nothing")


def test_notes_of_the_reading_are_kept() -> None:
    ((_, coded),) = code_readings([reading("a", "One", "no day")], StubCoder())  # type: ignore[misc]
    assert coded.notes == ("no day",)
    assert len(coded.claims) == 1
