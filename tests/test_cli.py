"""The command line: data on stdout, messages on stderr, and the exit codes of the contract."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import dateline
from dateline.cli import main
from dateline.coding import coders
from dateline.reading import Reading, read

Run = Callable[..., tuple[int, str, str]]

GOOD = {"id": "a", "text": "Rebels took Sake.", "published": "2024-11-29"}


@pytest.fixture(autouse=True)
def stub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Use the stub coder, in a folder of its own, with no setting of the environment."""
    monkeypatch.setitem(coders.CODERS, "english", "stub_coder:StubCoder")
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("DATELINE_") and name != "DATELINE_CACHE":
            monkeypatch.delenv(name)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process; gives exit code, stdout and stderr."""

    def call(*arguments: str | Path, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["dateline", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as stopped:
            main()
        out, err = capsys.readouterr()
        return int(stopped.value.code or 0), out, err

    return call


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    records = [GOOD, {"id": "b", "text": "Nothing happened."}]
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"dateline {dateline.__version__}\n", "")


def test_code_writes_a_line_a_report_in_order(run: Run, reports: Path) -> None:
    code, out, err = run("code", reports)
    assert code == 0
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["report_id"] for line in lines] == ["a", "b"]
    assert lines[0]["claims"][0]["evidence"] == [[0, 6]]
    assert err == "dateline: 2 reports coded, 2 claims\n"


def test_what_is_written_fits_the_schema(run: Run, reports: Path) -> None:
    schema = json.loads(run("schema")[1])
    jsonschema.Draft202012Validator.check_schema(schema)
    for line in run("code", reports)[1].splitlines():
        jsonschema.validate(json.loads(line), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"report_id": "a", "claims": [{}]}, schema)


def test_a_bad_line_is_named_on_stderr_and_the_rest_is_coded(run: Run) -> None:
    stdin = json.dumps(GOOD).encode() + b"\n{broken\n" + b'{"id": "z", "text": "Army"}\n'
    code, out, err = run("code", "-", stdin=stdin)
    assert code == 3
    assert [json.loads(line)["report_id"] for line in out.splitlines()] == ["a", "z"]
    assert "dateline: stdin:2: not JSON" in err
    assert err.endswith("2 reports coded, 2 claims; 1 report left out, named above\n")


def test_a_report_that_defeats_the_coder_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text("This should fail the coder.")
    (tmp_path / "good.txt").write_text("Rebels took Sake.")
    code, out, err = run("code", tmp_path)
    assert code == 3
    assert [json.loads(line)["report_id"] for line in out.splitlines()] == ["good"]
    assert f"{tmp_path}/bad.txt: the coder failed on report 'bad' (IndexError" in err


def test_quiet_says_only_what_went_wrong(run: Run, reports: Path) -> None:
    assert run("code", "--quiet", reports)[2] == ""
    _, _, err = run("code", "--quiet", reports, "none.txt")
    assert err == "dateline: none.txt: cannot be read: No such file or directory\n"


def test_verbose_says_what_became_of_each_report(run: Run, reports: Path) -> None:
    assert "dateline: a: 1 claim\n" in run("code", "--verbose", reports)[2]


def test_a_note_is_on_stderr_and_in_the_output(run: Run) -> None:
    record = json.dumps({"id": "a", "text": "Rebels", "published": "2999-01-01"}).encode()
    code, out, err = run("code", "-", stdin=record)
    note = "published 2999-01-01 lies in the future: taken as unknown"
    assert code == 0
    assert json.loads(out)["notes"] == [note]
    assert f"dateline: a: {note}\n" in err


def test_control_characters_do_not_reach_the_terminal(run: Run) -> None:
    stdin = b'{"id": "\\u001b[2J", "text": "One"}\n' * 2
    _, _, err = run("code", "-", stdin=stdin)
    assert "\x1b" not in err


def test_no_colour_and_no_progress_off_a_terminal(
    run: Run, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    _, out, err = run("code", reports, "--format", "csv")
    assert "\x1b" not in out + err
    assert "\r" not in out + err


@pytest.mark.parametrize(
    ("format", "start"),
    [("csv", "report_id,claim_id"), ("geojson", '{"type": "FeatureCollection"'), ("html", "<!")],
)
def test_each_format_is_written(run: Run, reports: Path, format: str, start: str) -> None:
    code, out, _ = run("code", reports, "--format", format)
    assert code == 0
    assert out.lower().startswith(start.lower())


def test_published_is_passed_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels")
    _, out, _ = run("code", "a.txt", "--published", "2024-11-29", "--format", "csv")
    assert ",2024-11-29," in out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["code"],
        ["code", "reports.jsonl", "--published", "yesterday"],
        ["code", "reports.jsonl", "--format", "xml"],
        ["code", "reports.jsonl", "--coder", "klingon"],
        ["code", "reports.jsonl", "-o", "."],
        ["code", "reports.jsonl", "-o", "none/out.jsonl"],
        ["code", "reports.jsonl", "-o", "reports.jsonl"],
        ["evaluate", "none.jsonl", "reports.jsonl"],
        ["evaluate", "reports.jsonl", "reports.jsonl", "--update-floors"],
        ["explain", "reports.jsonl"],
        ["what"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2_with_a_message(run: Run, reports: Path, arguments: list[str]) -> None:
    before = reports.read_bytes()
    code, out, err = run(*arguments)
    assert code == 2
    assert out + err
    assert reports.read_bytes() == before


def test_a_bad_setting_is_named_with_its_source(run: Run, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "dateline.toml").write_text('format = "xml"\n')
    code, _, err = run("code", reports)
    assert code == 2
    assert f"{tmp_path}/dateline.toml: no format is called 'xml'; there are jsonl, csv" in err


def test_config_prints_values_and_where_they_come_from(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_FORMAT", "csv")
    _, out, _ = run("config")
    assert "format = csv\t$DATELINE_FORMAT\t" in out
    assert "coder = english\tdefault\t" in out


def test_output_to_a_file_takes_its_place_when_it_is_whole(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    assert run("code", reports, "-o", target)[:2] == (0, "")
    assert len(target.read_text().splitlines()) == 2
    assert not list(tmp_path.glob("*.part"))


def test_an_evaluation_prints_the_table_and_errors(run: Run, reports: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(GOLD_LINE)
    code, out, _ = run("evaluate", gold, reports, "--errors", "5")
    assert code == 0
    assert out.startswith("slots                    P 0.500  R 0.500  F1 0.500")
    assert "\na: date, status\n" in out
    assert "“Rebels”" in out


GOLD_LINE = (
    json.dumps(
        {
            "report_id": "a",
            "claims": [
                {
                    "id": "c1",
                    "evidence": [[0, 6]],
                    "sub_event_type": "Armed clash",
                    "status": "hedged",
                }
            ],
        }
    )
    + "\n"
)


def test_an_evaluation_of_a_file_codes_nothing(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"
    gold.write_text(GOLD_LINE)
    predicted.write_text(GOLD_LINE)
    monkeypatch.setitem(coders.CODERS, "english", "none:None")
    code, out, _ = run("evaluate", gold, reports, "--predicted", predicted, "--json")
    assert code == 0
    assert json.loads(out)["by_slot"]["status"]["f1"] == 1


def test_a_report_that_gold_names_and_is_not_there_is_named(
    run: Run, reports: Path, tmp_path: Path
) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(GOLD_LINE.replace('"a"', '"gone"'))
    code, _, err = run("evaluate", gold, reports)
    assert code == 3
    assert "no report 'gone', which gold names" in err


def test_floors_are_pinned_checked_and_only_raised(run: Run, reports: Path, tmp_path: Path) -> None:
    gold, floors = tmp_path / "gold.jsonl", tmp_path / "floors.json"
    gold.write_text(GOLD_LINE)
    evaluate = ("evaluate", gold, reports, "--floors", floors)
    name = tmp_path.name

    code, _, err = run(*evaluate)
    assert (code, "floors.json: No such file" in err) == (2, True)

    assert run(*evaluate, "--update-floors")[0] == 0
    pinned = json.loads(floors.read_text())
    assert pinned[name]["slots_f1"] == 0.5
    assert run(*evaluate)[0] == 0

    # Lower than the scores: kept on a check, raised on request.
    floors.write_text(json.dumps({name: pinned[name] | {"slots_f1": 0.25}}))
    assert run(*evaluate)[0] == 0
    assert json.loads(floors.read_text())[name]["slots_f1"] == 0.25
    run(*evaluate, "--update-floors")
    assert json.loads(floors.read_text()) == pinned

    # Higher than the scores: missed, and not lowered.
    high = {name: pinned[name] | {"slots_f1": 0.8}}
    floors.write_text(json.dumps(high))
    for extra in ((), ("--update-floors",)):
        code, _, err = run(*evaluate, *extra)
        assert code == 4
        assert f"{name}: slots F1 is 0.5000, below the floor of 0.800" in err
    assert json.loads(floors.read_text()) == high

    # Another corpus of the same name.
    reports.write_text(reports.read_text() + "\n")
    code, _, err = run(*evaluate)
    assert (code, "was pinned on other files" in err) == (2, True)


def test_the_demo_writes_every_format_and_says_where(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("demo", "--output", "here")
    assert code == 0
    assert {path.name for path in (tmp_path / "here").iterdir()} == {
        "claims.jsonl",
        "claims.csv",
        "claims.geojson",
        "claims.html",
        "news.db",
    }
    assert "here/claims.html" in out
    page = (tmp_path / "here" / "claims.html").read_text(encoding="utf-8")
    assert page.index("syria-1127") < page.index("quiet-football")
    assert "dateline serve --store here/news.db" in out
    folder, _, explained = out.split("dateline explain ")[1].split()
    found = {item.report.id for item in read([Path(folder)]) if isinstance(item, Reading)}
    assert explained in found
    run("demo", "--output", "here")
    _, found, _ = run("events", "--store", "here/news.db")
    assert found.startswith('{"event_id"')
    assert "not news" in out


PROGRAM = """
import sys
from dateline.coding import coders
coders.CODERS["english"] = "stub_coder:SlowCoder"
from dateline.cli import main
main()
"""


def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
    )


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    with path.open("w") as stream:
        for number in range(2000):
            stream.write(json.dumps({"id": str(number), "text": "Rebels " + "x" * 2000}) + "\n")
    return path


def test_ctrl_c_leaves_whole_lines_in_the_part_file(many: Path, tmp_path: Path) -> None:
    part = tmp_path / "out.jsonl.part"
    with start("code", many, "-o", tmp_path / "out.jsonl") as process:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not (part.exists() and part.stat().st_size):
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert b"interrupted; what was coded so far is in" in err
    assert not (tmp_path / "out.jsonl").exists()
    lines = part.read_text().splitlines()
    assert lines
    assert [json.loads(line)["report_id"] for line in lines] == [
        str(number) for number in range(len(lines))
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("arguments", [["schema"], ["code", "one.txt"]], ids=" ".join)
def test_a_full_disk_is_said_in_a_line(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "one.txt").write_text("Rebels")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parent)},
        )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stderr.endswith(b": No space left on device\n")


def test_a_closed_pipe_is_no_news(many: Path) -> None:
    with start("code", many) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        err = process.stderr.read()
        process.wait(timeout=30)
    assert process.returncode == 128 + signal.SIGPIPE
    assert err == b""
