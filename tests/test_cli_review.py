"""The review desk on the command line does what the page does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.errors import UsageError
from dateline.evaluation.gold import read_gold
from dateline.store.store import open_store
from toll_store import FIRST, OTHER, SECOND, run


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    path = tmp_path / "news.db"
    with open_store(path) as opened:
        run(opened, FIRST, SECOND, OTHER)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATELINE_REVIEWER", "ana")
    yield str(path)


def call(*arguments: str) -> Result:
    result = CliRunner().invoke(app, [*arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result


def queue(store: str, *more: str) -> list[str]:
    return call("review", "queue", "--store", store, *more).stdout.split()


def show(store: str, event: str) -> Any:
    return json.loads(call("review", "show", event, "--store", store).stdout)


def test_decisions_take_effect_and_can_be_undone(store: str) -> None:
    first, second = queue(store)
    call("review", "accept", first, "--store", store, "--note", "clear")
    assert queue(store) == [second]
    assert show(store, first)["review"] == "accepted"
    call("review", "undo", "--store", store)
    assert sorted(queue(store)) == sorted([first, second])
    call("review", "reject", second, "--store", store)
    listed = call("events", "--store", store).stdout.splitlines()
    assert [json.loads(line)["event_id"] for line in listed] == [first]


def test_an_edit_of_a_claim_quotes_the_words_given(store: str) -> None:
    first = queue(store)[0]
    call(
        "review",
        "edit",
        first,
        "--store",
        store,
        "--field",
        "date",
        "--value",
        "2024-05-02",
        "--claim",
        "b/c1",
        "--span",
        "0:10",
    )
    claims = {one["report_id"]: one["claim"] for one in show(store, first)["claims"]}
    assert claims["b"]["date"]["start"] == "2024-05-02"
    assert claims["b"]["date"]["span"] == [0, 10]
    assert claims["a"]["date"]["start"] == "2024-05-03"


def test_events_are_merged_split_added_assigned_and_noted(store: str) -> None:
    first, second = queue(store)
    call("review", "merge", first, second, "--store", store, "--note", "one attack")
    assert len(show(store, second)["claims"]) == 3
    call("review", "split", first, "--store", store, "--claim", "b/c1")
    assert len(show(store, first)["claims"]) == 2
    claim = json.dumps({"evidence": [[0, 10]], "sub_event_type": "Arrests"})
    call("review", "add", "a", "--store", store, "--claim", claim)
    call("review", "assign", first, "ben", "--store", store)
    call("review", "second", first, "--store", store)
    call("review", "note", first, "ask the monitor", "--store", store)
    card = show(store, first)
    assert card["assigned"] == "ben"
    assert card["flags"] == ["second opinion", "note"]
    assert queue(store, "--by", "ben")[0] == first
    lines = call("review", "log", "--store", store).stdout.splitlines()
    told = [json.loads(line) for line in lines]
    assert [one["what"] for one in told] == ["note", "second", "assign", "add", "part", "join"]
    assert {one["by"] for one in told} == {"ana"}


def test_an_id_whose_claims_are_gone_is_told_from_one_that_never_was(store: str) -> None:
    first = queue(store)[0]
    reports = {one["report_id"] for one in show(store, first)["claims"]}
    for report in sorted(reports):
        call("forget", report, "--store", store)
    with pytest.raises(UsageError, match=f"the event {first} is no more"):
        show(store, first)
    with pytest.raises(UsageError, match="there is no event e000"):
        show(store, "e000")


def test_gold_can_be_scored_and_agreement_read(store: str, tmp_path: Path) -> None:
    for event in queue(store):
        call("review", "accept", event, "--store", store)
        call("review", "accept", event, "--store", store, "--by", "ben")
    gold, reports = tmp_path / "gold.jsonl", tmp_path / "reports.jsonl"
    call("review", "gold", "--store", store, "-o", str(gold), "--reports", str(reports))
    assert {name: len(claims) for name, claims in read_gold(gold).items()} == {
        "a": 1,
        "b": 1,
        "c": 1,
    }
    assert len(reports.read_text().splitlines()) == 3
    told = json.loads(call("review", "agreement", "--store", store, "--json").stdout)
    assert (told["reviewers"], told["units"]) == (["ana", "ben"], 3)
    assert "date" in call("review", "agreement", "--store", store).stdout


def test_the_address_of_a_view_asks_the_same(store: str) -> None:
    address = "http://127.0.0.1:8000/?publisher=c&v.lang=ar&embed=1"
    lines = call("events", "--store", store, "--where", address).stdout.splitlines()
    assert len(lines) == 1
    lines = call("events", "--store", store, "--where", "text=crowded", "--where", "kind=rebel")
    assert lines.stdout == ""
    with pytest.raises(UsageError, match="NAME=VALUE"):
        call("events", "--store", store, "--where", "crowded")


def test_who_decides_has_to_say_who_it_is(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_REVIEWER")
    with pytest.raises(UsageError, match="--by NAME"):
        call("review", "accept", queue(store)[0], "--store", store)
