"""Reviewers, a run and a killed server on one store; the longer version is in benchmarks."""

from __future__ import annotations

from pathlib import Path

from viewer_soak import check, soak
from viewer_store import make


def test_two_reviewers_a_run_and_a_killed_server_lose_nothing(tmp_path: Path) -> None:
    where = str(tmp_path / "news.db")
    make(where, 60)
    load, runs = soak(where, seconds=8, kill_every=4)
    assert load.answered and load.kills and runs
    assert check(where, load.answered) == []


def test_a_lost_decision_would_be_seen(tmp_path: Path) -> None:
    where = str(tmp_path / "news.db")
    make(where, 5)
    made = {"reviewer": "ana", "action": "note", "note": "n", "event": "e"}
    wrong = check(where, [(1, made)])
    assert wrong == ["1 decisions answered, 0 kept", "decision 1 is not as it was made"]
