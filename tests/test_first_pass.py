"""What needs no parse is passed by, in its place, and nothing that tells of an event is."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coder import EnglishCoder
from dateline.coding.document import BATCH_CHARACTERS, BATCH_SIZE, batches
from dateline.coding.explanation import WhyNoClaim
from dateline.coding.first_pass import may_tell, word_features
from dateline.model import Report

CALM = (
    "The central bank left its interest rate where it was on Thursday, and the company's shares "
    "rose by three percent after it published its earnings for the quarter."
)
STRIKE = (
    "An air strike on a market in the north of the province killed at least eleven civilians on "
    "Thursday and wounded dozens, rescue workers and residents of the town said."
)


def test_an_item_on_markets_needs_no_parse_and_one_on_a_strike_does() -> None:
    assert not may_tell(CALM)
    assert may_tell(STRIKE)


@pytest.mark.parametrize("text", ["Shares rose.", " ".join([CALM] * 5)])
def test_what_is_too_short_or_too_long_to_tell_is_parsed(text: str) -> None:
    assert may_tell(text)


def test_items_keep_their_order_and_say_why_nothing_is_coded() -> None:
    day = date(2024, 5, 2)
    reports = [
        Report(id=str(i), text=text, published=day)
        for i, text in enumerate([CALM, STRIKE, CALM, STRIKE])
    ]
    coder = EnglishCoder()
    coded = list(coder.code(reports))
    assert [one.report_id for one in coded] == ["0", "1", "2", "3"]
    assert [bool(one.claims) for one in coded] == [False, True, False, True]
    told = coder.explain(reports[0])
    assert {sentence.reason for sentence in told.uncoded_sentences} == {WhyNoClaim.TOPIC}


def test_the_day_of_the_week_says_nothing_of_what_an_item_tells() -> None:
    assert word_features(["shares", "rose", "on", "thursday"]) == word_features(
        ["shares", "rose", "on", "monday"]
    )


def test_words_that_are_used_alike_share_a_feature() -> None:
    one, other = (set(word_features([word])) for word in ("shelled", "bombarded"))
    assert any(feature.startswith(("coarse=", "fine=")) for feature in one & other)


def test_short_reports_are_parsed_many_at_a_time_and_long_ones_few() -> None:
    short = [Report(id=str(i), text="Shares rose.") for i in range(BATCH_SIZE + 1)]
    assert [len(batch) for batch in batches(short)] == [BATCH_SIZE, 1]
    long = [Report(id=str(i), text="x" * (BATCH_CHARACTERS // 2)) for i in range(3)]
    assert [len(batch) for batch in batches(long)] == [2, 1]
