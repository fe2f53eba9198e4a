"""Days until which something was done, as claims have them."""

from __future__ import annotations

from datetime import date

from dateline.coding.coders import coder
from dateline.model import Report


def test_what_a_sentence_tells_behind_the_end_of_an_episode_is_of_its_last_day() -> None:
    text = (
        "LANG SON - Chinese troops crossed the border on Saturday. By Monday they had captured 11 "
        "villages, Hanoi radio said. A mine killed two Vietnamese farmers near Dong Dang."
    )
    report = Report(id="r", text=text, published=date(1979, 2, 20))
    claims = next(iter(coder().code([report]))).claims
    days = {one.sub_event_type: one.date for one in claims}
    captured = days["Non-state actor overtakes territory"]
    mined = days["Remote explosive/landmine/IED"]
    assert captured is not None
    assert mined is not None
    assert (str(captured.start), str(captured.end)) == ("1979-02-17", "1979-02-19")
    assert (str(mined.start), str(mined.end)) == ("1979-02-19", "1979-02-19")
