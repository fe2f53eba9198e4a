"""The commands from reports to events and exports, with their output and exit codes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from dateline import __version__
from dateline.cli import app as program
from dateline.cli import events, run
from dateline.errors import StoreError, UsageError
from dateline.model import Claim, CodedReport, Report
from dateline.store.store import open_store
from telling_makers import ARMY, AZMAR, PEOPLE, REBELS, figure

app = typer.Typer()
app.command("run")(run.run)
events.register(app)


class LineCoder:
    """Codes "DAY strike 12" and "DAY grown 400" lines about Azmar."""

    def code(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        for report in reports:
            yield CodedReport(report_id=report.id, claims=tuple(self._claims(report.text)))

    def _claims(self, text: str) -> Iterator[Claim]:
        start = 0
        for number, line in enumerate(text.splitlines(keepends=True), 1):
            if line == "calm":
                return
            day, what, toll = line.split()[:3]
            record: dict[str, Any] = {
                "id": f"c{number}",
                "evidence": [(start, start + len(line.rstrip()))],
                "date": {"start": day, "end": day, "precision": "day"},
                "place": AZMAR,
            }
            if what == "strike":
                record |= {"sub_event_type": "Air/drone strike", "side_a": (ARMY,)}
                record |= {"side_b": (PEOPLE,), "figures": (figure(int(toll)),)}
            else:
                record |= {"sub_event_type": "Non-state actor overtakes territory"}
                record |= {"control": {"to": REBELS, "from": ARMY}, "side_a": (REBELS,)}
                record |= {"figures": (figure(int(toll), "area_km2"),)}
            yield Claim.model_validate(record)
            start += len(line)


@pytest.fixture(autouse=True)
def _line_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "make_coder", lambda name: LineCoder())


@pytest.fixture
def news(tmp_path: Path) -> Path:
    rows = [
        {"id": "a", "text": "2024-05-03 strike 12 on the market of the town"},
        {"id": "b", "text": "2024-05-03 strike 15 jets over the bazaar"},
        {"id": "c", "text": "2024-05-09 grown 400\n2024-05-11 grown 550 more of it"},
    ]
    path = tmp_path / "news.jsonl"
    lines = (json.dumps({**row, "publisher": row["id"], "published": "2024-05-12"}) for row in rows)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def call(*arguments: object, code: int = 0) -> Any:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result


@pytest.fixture
def store(news: Path, tmp_path: Path) -> Path:
    path = tmp_path / "news.db"
    call("run", news, "--store", path)
    return path


def records(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_run_then_events(news: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    first = call("run", news, "--store", path)
    assert first.stdout == ""
    assert "3 reports coded, 0 unchanged" in first.stderr
    before = call("events", "--store", path).stdout
    rows = records(before)
    assert rows[0]["claims"] == [["a", "c1"], ["b", "c1"]]
    assert rows[0]["event_id"].startswith("e")
    again = call("run", news, "--store", path)
    assert "0 reports coded, 3 unchanged" in again.stderr
    assert call("events", "--store", path).stdout == before


def test_reports_that_cannot_be_read_are_named_and_the_rest_is_done(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "a", "text": "2024-05-03 strike 12"}\n{"id": \n', encoding="utf-8")
    result = call("run", path, "--store", tmp_path / "x.db", code=3)
    assert f"{path}:2" in result.stderr
    assert len(records(call("events", "--store", tmp_path / "x.db").stdout)) == 1


def test_events_are_filtered_and_written_as_a_table(store: Path) -> None:
    rows = records(call("events", "--store", store, "--until", "2024-05-04").stdout)
    assert len(rows) == 1
    assert records(call("events", "--store", store, "--country", "ye").stdout) == []
    table = call("events", "--store", store, "--format", "csv", "--actor", "state forces").stdout
    [line] = csv.DictReader(io.StringIO(table))
    assert (line["killed_low"], line["killed_best"], line["killed_high"]) == ("12", "15", "15")


def test_control_tells_who_held_what(store: Path) -> None:
    assert records(call("control", "--store", store, "--on", "2024-05-08").stdout) == []
    [held] = records(call("control", "--store", store, "--on", "2024-05-09").stdout)
    assert (held["place"], held["holder"]["kind"], held["since"]) == (
        "Azmar",
        "rebel",
        "2024-05-09",
    )
    assert held["publishers"] == ["c"]
    assert records(call("control", "--store", store, "--place", "Nowhere").stdout) == []
    grown = records(call("control", "--store", store, "--totals").stdout)
    assert [(row["day"], row["best"]) for row in grown] == [
        ("2024-05-09", 400),
        ("2024-05-11", 550),
    ]


def test_control_as_a_table_has_one_value_a_cell(store: Path) -> None:
    table = call("control", "--store", store, "--format", "csv").stdout
    [line] = csv.DictReader(io.StringIO(table))
    assert (line["holder"], line["taken_from"]) == ("rebel (SY)", "state forces (SY)")
    assert (line["claims"], line["publishers"]) == ("c/c1; c/c2", "c")


def test_words_are_found_with_their_events(store: Path) -> None:
    hits = records(call("search", "BAZAAR", "jets", "--store", store).stdout)
    assert [(hit["report_id"], hit["claim_id"]) for hit in hits] == [("b", None), ("b", "c1")]
    [event] = hits[1]["events"]
    assert event.startswith("e")
    assert call("search", "nowhere", "--store", store).stdout == ""


def test_summary_counts_events(store: Path) -> None:
    table = call("summary", "--store", store, "--by", "day").stdout
    first = next(csv.DictReader(io.StringIO(table)))
    assert (first["key"], first["events"], first["claims"]) == ("2024-05-03", "1", "2")


def test_summary_tells_which_source_gave_what(news: Path, store: Path) -> None:
    calm = {"id": "d", "text": "calm", "publisher": "d", "published": "2024-05-20"}
    news.write_text(json.dumps(calm) + "\n", encoding="utf-8")
    call("run", news, "--store", store)
    lines = call("summary", "--store", store, "--by", "source", "--format", "jsonl").stdout
    rows = {row["publisher"]: row for row in records(lines)}
    assert set(rows) == {"a", "b", "c", "d"}
    assert (rows["d"]["reports"], rows["d"]["claims"]) == (1, 0)
    assert rows["a"]["silent_days"] == 8


def test_exports_are_equal_byte_for_byte(store: Path, tmp_path: Path) -> None:
    made = ("--made", "2024-06-01T00:00:00Z")
    for name in ("one", "two"):
        call("export", "ged", "--store", store, "-o", tmp_path / f"{name}.csv", *made)
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    said = json.loads((tmp_path / "one.csv.provenance.json").read_text())
    assert said["coders"][0].startswith("english ")
    assert said["linking"].startswith(f"{__version__} ")
    assert said["review"] == "machine-coded, unreviewed"


def test_public_exports_hold_back_what_nobody_reviewed(store: Path, tmp_path: Path) -> None:
    call("export", "jsonl", "--store", store, "-o", tmp_path / "out", "--public")
    assert (tmp_path / "out.jsonl").read_text() == ""
    call(
        "export",
        "jsonl",
        "--store",
        store,
        "-o",
        tmp_path / "out.jsonl",
        "--public",
        "--unreviewed",
    )
    assert len((tmp_path / "out.UNREVIEWED.jsonl").read_text().splitlines()) == 3


def test_forget_takes_a_report_out_of_its_event(store: Path) -> None:
    call("forget", "a", "--store", store)
    first = records(call("events", "--store", store).stdout)[0]
    assert first["claims"] == [["b", "c1"]]


@pytest.mark.parametrize(
    ("arguments", "error", "says"),
    [
        (("events", "--store", "none.db"), StoreError, "there is no store"),
        (("events", "--store", "STORE", "--format", "xml"), UsageError, "one of jsonl, csv"),
        (("summary", "--store", "STORE", "--by", "moon"), UsageError, "cannot summarise"),
        (("export", "xls", "--store", "STORE", "-o", "x"), UsageError, "no format 'xls'"),
        (("export", "kml", "--store", "STORE", "-o", "x", "--unreviewed"), UsageError, "--public"),
        (("forget", "nobody", "--store", "STORE"), UsageError, "no report nobody"),
    ],
)
def test_mistakes_are_named(
    store: Path, arguments: tuple[str, ...], error: type[Exception], says: str
) -> None:
    with pytest.raises(error, match=says):
        call(*(store if argument == "STORE" else argument for argument in arguments))


def test_a_saved_page_says_that_it_is_not_for_publication(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.web.saved.saved_page", lambda *_: "<html></html>")
    store, target = tmp_path / "news.db", tmp_path / "view.html"
    with open_store(store):
        pass
    done = CliRunner().invoke(program, ["page", "--store", str(store), "-o", str(target)])
    assert done.exit_code == 0, done.output
    assert "export --public" in done.stderr
    assert "export --public" not in done.stdout
    assert target.read_text() == "<html></html>"
