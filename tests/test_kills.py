"""A run with the English coder, killed at any point and resumed, ends in the same store."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline.coding.coders import coder
from dateline.store import intake
from kills import fingerprint, kill_and_resume, run

EXAMPLES = Path(dateline.__file__).parent / "examples" / "syria-2024.jsonl"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    lines = EXAMPLES.read_text(encoding="utf-8").splitlines()[:6]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_killed_runs_go_on_to_the_same_exports(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "BATCH", 2)
    rows = kill_and_resume([reports], coder(), tmp_path, points=3, seed=5)
    assert [row.equal for row in rows] == [True] * 3
    assert not rows[0].ended


def test_a_store_that_lacks_a_report_is_told_apart(reports: Path, tmp_path: Path) -> None:
    by = coder()
    run([reports], by, tmp_path / "all.db")
    fewer = tmp_path / "fewer.jsonl"
    lines = reports.read_text(encoding="utf-8").splitlines()[:-1]
    fewer.write_text("\n".join(lines) + "\n", encoding="utf-8")
    run([fewer], by, tmp_path / "fewer.db")
    assert fingerprint(tmp_path / "all.db") != fingerprint(tmp_path / "fewer.db")
