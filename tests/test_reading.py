"""What a user hands over becomes reports, and what cannot be read is named and left out."""

from __future__ import annotations

import io
import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import ReportError
from dateline.reading import STDIN, Reading, read

TODAY = date(2025, 1, 10)


def readings(*inputs: Path, stdin: bytes = b"", **options: Any) -> list[Reading | ReportError]:
    return list(read(inputs, stdin=io.BytesIO(stdin), today=TODAY, **options))


def reports(*inputs: Path, **options: Any) -> list[tuple[str, str]]:
    found = readings(*inputs, **options)
    assert not [item for item in found if isinstance(item, ReportError)]
    return [(item.report.id, item.report.text) for item in found if isinstance(item, Reading)]


def lines(*records: object) -> bytes:
    return b"".join(
        record if isinstance(record, bytes) else json.dumps(record).encode() + b"\n"
        for record in records
    )


def only_error(found: list[Reading | ReportError]) -> ReportError:
    (error,) = (item for item in found if isinstance(item, ReportError))
    return error


def test_a_text_file_is_a_report_named_after_it(tmp_path: Path) -> None:
    path = tmp_path / "wire-7.txt"
    path.write_bytes("Rebels took Sake.\r\nمنبج fell.".encode())
    assert reports(path) == [("wire-7", "Rebels took Sake.\r\nمنبج fell.")]


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfRebels")
    assert reports(path) == [("a", "Rebels")]
    record = b"\xef\xbb\xbf" + lines({"id": "b", "text": "Troops"})
    assert reports(STDIN, stdin=record) == [("b", "Troops")]


def test_a_folder_is_read_by_name_with_the_folders_in_it(tmp_path: Path) -> None:
    for name in ("b.txt", "a/b.txt", "a/notes.pdf", ".hidden.txt", "c.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    assert reports(tmp_path) == [("b", "a/b.txt"), (f"{tmp_path.name}/b", "b.txt"), ("c", "c.md")]


def test_all_fields_of_a_record_are_kept_and_others_left_aside() -> None:
    record = {
        "id": "r1",
        "text": "Two died.",
        "title": "T",
        "publisher": "P",
        "published": "2024-11-29T08:00:00+02:00",
        "url": "https://example.org",
        "language": "en",
        "section": ["world"],
    }
    (item,) = readings(STDIN, stdin=lines(record))
    assert isinstance(item, Reading)
    del record["section"]
    assert item.report.model_dump() == {**record, "published": date(2024, 11, 29)}


def test_a_table_holds_a_report_a_row_with_its_line_breaks(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_bytes(
        b'\xef\xbb\xbfID,Text,published\r\na,"One,\r\ntwo ""x""",2024-01-02\r\nb,Y,\r\n'
    )
    assert reports(path) == [("a", 'One,\r\ntwo "x"'), ("b", "Y")]


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_a_table_may_have_other_delimiters(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "r.csv"
    path.write_text(f"id{delimiter}text\na{delimiter}One, two\n")
    assert reports(path) == [("a", "One, two")]


def test_standard_input_is_jsonl_from_a_brace_on_and_else_one_text() -> None:
    record = b"\n " + lines({"id": "a", "text": "x"})
    assert reports(STDIN, stdin=record) == [("a", "x")]
    assert reports(STDIN, stdin=b"\n Rebels {took} Sake.\n") == [
        ("stdin", "\n Rebels {took} Sake.\n")
    ]


def test_published_is_for_reports_that_have_no_day_of_their_own() -> None:
    stdin = lines({"id": "a", "text": "x"}, {"id": "b", "text": "x", "published": "2024-05-01"})
    found = readings(STDIN, stdin=stdin, published=date(2024, 6, 1))
    assert [item.report.published for item in found if isinstance(item, Reading)] == [
        date(2024, 6, 1),
        date(2024, 5, 1),
    ]


@pytest.mark.parametrize("given", ["record", "option"])
def test_a_day_to_come_is_not_believed_and_said_so(given: str) -> None:
    record = {"id": "a", "text": "x"} | ({"published": "2025-01-12"} if given == "record" else {})
    day = date(2025, 1, 12) if given == "option" else None
    (item,) = readings(STDIN, stdin=lines(record), published=day)
    assert isinstance(item, Reading)
    assert item.report.published is None
    assert item.notes == ("published 2025-01-12 lies in the future: taken as unknown",)


@pytest.mark.parametrize("day", ["0001-01-01", "1900-01-01"])
def test_a_day_that_fills_a_blank_is_not_believed(day: str) -> None:
    (item,) = readings(STDIN, stdin=lines({"id": "a", "text": "x", "published": day}))
    assert isinstance(item, Reading)
    assert item.report.published is None
    assert item.notes == (f"published {day} is too early to be true: taken as unknown",)


def test_tomorrow_is_today_elsewhere() -> None:
    (item,) = readings(STDIN, stdin=lines({"id": "a", "text": "x", "published": "2025-01-11"}))
    assert isinstance(item, Reading)
    assert item.report.published == date(2025, 1, 11)
    assert not item.notes


BAD_LINES = {
    "malformed": (b'{"id": "x", "text": \n', "not JSON at character"),
    "no object": (b"[1, 2]\n", "not a JSON object"),
    "no text": (lines({"id": "x"}), "no 'text'"),
    "no id": (lines({"text": "x"}), "no 'id'"),
    "empty text": (lines({"id": "x", "text": " \n"}), "'text' is empty"),
    "number": (lines({"id": 7, "text": "x"}), "'id' is a number"),
    "list": (lines({"id": "x", "text": ["a"]}), "'text' is a list"),
    "truth": (lines({"id": "x", "text": "a", "title": True}), "'title' is true or false"),
    "twice": (lines({"id": "first", "text": "a"}), "'first' was already used"),
    "day": (lines({"id": "x", "text": "a", "published": "29/11/2024"}), "'29/11/2024', not a day"),
    "no such day": (lines({"id": "x", "text": "a", "published": "2024-02-30"}), "not a day"),
    "bytes": (b'{"id": "x", "text": "a\xff"}\n', "not UTF-8 at byte 22 of the line (0xff)"),
    "surrogate": (lines({"id": "x", "text": "ab\ud800"}), "surrogate pair at character 2"),
    "nul": (lines({"id": "x", "text": "a\0b"}), "a NUL at character 1"),
    "digits": (b'{"id": "x", "text": "a", "n": ' + b"9" * 5000 + b"}\n", "too large"),
    "nesting": (b"[" * 100_000 + b"\n", "too large"),
    "title": (lines({"id": "x", "text": "a", "title": "t" * 10_001}), "'title' has more than"),
    "length": (lines({"id": "x", "text": "a" * 1001}), "more than 1,000 characters"),
    "endless line": (b'{"id": "' + b"x" * 999_999 + b"\n", "more than 1,000 characters"),
}


@pytest.mark.parametrize("name", BAD_LINES)
def test_a_bad_line_is_named_and_the_others_are_read(name: str, tmp_path: Path) -> None:
    bad, words = BAD_LINES[name]
    path = tmp_path / "r.jsonl"
    path.write_bytes(lines({"id": "first", "text": "a"}, b"\n", bad, {"id": "last", "text": "b"}))
    found = readings(path, max_characters=1000)
    error = only_error(found)
    assert str(error).startswith(f"{path}:3: ")
    assert words in str(error)
    assert [item.report.id for item in found if isinstance(item, Reading)] == ["first", "last"]


BAD_ROWS = {
    "cells": (b"x,y,z\n", "3 cells under 2 column names"),
    "quotes": (b'x,"y"z\n', "not CSV"),
    "empty": (b"x,\n", "no 'text'"),
    "bytes": (b"x,ab\xff\n", "not UTF-8 at byte 2 of 'text' (0xff)"),
    "length": (b"x," + b"y" * 1001 + b"\n", "more than 1,000 characters"),
    "endless cell": (b"x," + b"y" * 200_000 + b"\n", "field larger than field limit"),
}


@pytest.mark.parametrize("name", BAD_ROWS)
def test_a_bad_row_is_named_and_the_others_are_read(name: str, tmp_path: Path) -> None:
    bad, words = BAD_ROWS[name]
    path = tmp_path / "r.csv"
    path.write_bytes(b'id,text\nfirst,"a\nb"\n' + bad + b"last,c\n")
    found = readings(path, max_characters=1000)
    error = only_error(found)
    assert str(error).startswith(f"{path}:4: ")
    assert words in str(error)
    assert [item.report.id for item in found if isinstance(item, Reading)] == ["first", "last"]


BAD_FILES = {
    "empty.txt": (b"", "the file is empty"),
    "blank.txt": (b" \n\n", "the file is empty"),
    "empty.jsonl": (b"\n\n", "the file is empty"),
    "bytes.txt": (b"ab\xe9", "not UTF-8 at byte 2 of the file (0xe9)"),
    "marked.txt": (b"\xef\xbb\xbfab\xe9", "not UTF-8 at byte 5 of the file"),
    "wide.txt": ("abc".encode("utf-16"), "UTF-16, not UTF-8: convert it with iconv"),
    "nul.txt": (b"a\0b", "a NUL at character 1"),
    "long.txt": (b"word " * 4_000_000, "split it, one report a text file"),
    "columns.csv": (b"name,body\na,b\n", "no column 'id' and 'text'"),
    "empty.csv": (b"", "no column 'id' and 'text'"),
    "report.docx": (b"PK", "dateline reads .txt, .md, .jsonl"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_named_and_the_next_one_is_read(name: str, tmp_path: Path) -> None:
    content, words = BAD_FILES[name]
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_text("Rebels")
    found = readings(bad, good)
    error = only_error(found)
    assert str(error).startswith(str(bad))
    assert words in str(error)
    assert [item.report.id for item in found if isinstance(item, Reading)] == ["good"]


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    assert str(only_error(readings(path))) == f"{path}: cannot be read: No such file or directory"


def test_what_tells_of_a_folder_is_no_report_of_it(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Rebels are coded here")
    (tmp_path / "a.txt").write_text("Rebels")
    assert reports(tmp_path) == [("a", "Rebels")]
    assert reports(tmp_path / "README.md") == [("README", "Rebels are coded here")]


def test_a_folder_without_reports_is_named(tmp_path: Path) -> None:
    assert "no file with one of .txt" in str(only_error(readings(tmp_path)))


def test_a_folder_may_be_called_like_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "x.jsonl"
    folder.mkdir()
    (folder / "a.txt").write_text("Rebels")
    assert reports(folder) == [("a", "Rebels")]
    assert reports(tmp_path) == [("a", "Rebels")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Rebels")
    path.chmod(0)
    assert "cannot be read: Permission denied" in str(only_error(readings(path)))


def test_links_in_a_circle_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to("self.txt")
    (tmp_path / "z.txt").write_text("Rebels")
    found = readings(tmp_path)
    errors = [str(item) for item in found if isinstance(item, ReportError)]
    assert errors == [
        f"{tmp_path}/a/up: a link that leads back to its own folder: left out",
        f"{tmp_path}/self.txt: cannot be read: Too many levels of symbolic links",
    ]
    assert [item.report.id for item in found if isinstance(item, Reading)] == ["z"]


def test_a_pipe_is_read_as_standard_input_is(tmp_path: Path) -> None:
    out, into = os.pipe()
    os.write(into, lines({"id": "a", "text": "x"}))
    os.close(into)
    try:
        assert reports(Path(f"/dev/fd/{out}")) == [("a", "x")]
    finally:
        os.close(out)


def test_reports_are_read_one_at_a_time() -> None:
    class Endless(io.RawIOBase):
        asked = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            self.asked += 1
            line = lines({"id": str(self.asked), "text": "x"})
            buffer[: len(line)] = line
            return len(line)

    source = Endless()
    stream = read([STDIN], stdin=io.BufferedReader(source))
    for _ in range(5):
        next(stream)
    assert source.asked <= 6
