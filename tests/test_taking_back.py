"""A capture and a recapture are two events."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.coders import coder
from dateline.model import Claim, Report

TAKES = {"Non-state actor overtakes territory", "Government regains territory"}


def gains(text: str) -> list[Claim]:
    report = Report(id="r", text=text, published=date(2016, 10, 14))
    claims = next(iter(coder().code([report]))).claims
    return [claim for claim in claims if claim.sub_event_type in TAKES]


@pytest.mark.parametrize(
    "text",
    [
        "Taliban fighters seized the Afghan town of Nawa on Monday. Afghan forces recaptured parts"
        " of the town on Wednesday.",
        "Islamists captured Dikwa on Monday. On Wednesday the army retook it.",
        "Nigerian troops recaptured Dikwa on Wednesday. Boko Haram fighters had seized the town on"
        " Monday.",
    ],
)
def test_who_takes_back_is_of_another_event(text: str) -> None:
    found = gains(text)
    days = {claim.sub_event_type: claim.date.start.day for claim in found if claim.date}
    assert days == {"Non-state actor overtakes territory": 10, "Government regains territory": 12}
    holders = {str(claim.control.to.kind) for claim in found if claim.control and claim.control.to}
    assert holders == {"rebel", "state forces"}


@pytest.mark.parametrize(
    "text",
    [
        "The army recaptured Dikwa from rebels on Wednesday. Government forces took the town after"
        " five hours of fighting, residents said.",
        "Boko Haram fighters overran Dikwa on Monday. The militants took the town after its"
        " garrison ran away.",
    ],
)
def test_one_capture_told_twice_is_one_event(text: str) -> None:
    assert len(gains(text)) == 1
