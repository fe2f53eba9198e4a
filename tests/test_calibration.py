"""The calibration of confidence: what the error is of claims that are surer than they are right."""

from __future__ import annotations

import pytest

from calibration import calibration_error


def test_claims_that_are_as_often_right_as_they_are_sure_have_no_error() -> None:
    claims = [(0.75, True)] * 3 + [(0.75, False)]
    assert calibration_error(claims) == pytest.approx(0)


def test_the_error_is_the_mean_gap_over_claims() -> None:
    sure = [(0.95, False)] * 2
    fair = [(0.5, True), (0.5, False)]
    assert calibration_error(sure + fair) == pytest.approx(0.95 / 2)


def test_no_claims_no_error() -> None:
    assert calibration_error([]) == 0
