"""The store keeps reports, claims, events and decisions, whatever happens to the program."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text

from dateline.errors import ReportError, StoreError, UsageError
from dateline.model import Certainty, Report, Review
from dateline.store import event_records, log, records, search
from dateline.store.decisions import decided_events, find
from dateline.store.desk import decide
from dateline.store.forget import forget
from dateline.store.intake import take_in
from dateline.store.relink import relink
from dateline.store.store import Store, log_ahead, open_store
from toll_store import (
    FIRST,
    OTHER,
    SECOND,
    TollCoder,
    events,
    many_reports,
    readings,
    report,
    review,
    run,
)


def dump(store: Store) -> tuple[object, ...]:
    with store.reading() as connection:
        return (
            list(event_records.event_bodies(connection)),
            event_records.all_links(connection),
            event_records.all_redirects(connection),
            list(records.all_tellings(connection)),
        )


def test_two_reports_of_one_strike_are_one_event_with_reasons(store: Store) -> None:
    [strike, shelling] = run(store, FIRST, SECOND, OTHER)
    assert strike.claims == (("a", "c1"), ("b", "c1"))
    assert strike.links[0].to == ("b", "c1")
    assert "same place (Azmar)" in strike.links[0].reasons
    assert shelling.claims == (("c", "c1"),)


def test_running_again_changes_nothing_and_codes_nothing(store: Store) -> None:
    run(store, FIRST, SECOND, OTHER)
    before = dump(store)
    TollCoder.asked = 0
    done = take_in(store, readings(FIRST, SECOND, OTHER), TollCoder, "toll 1")
    assert (done.coded, done.unchanged, TollCoder.asked) == (0, 3, 0)
    assert relink(store).changed == 0
    assert dump(store) == before


def test_the_order_and_the_batches_of_reports_do_not_matter(tmp_path: Path) -> None:
    with open_store(tmp_path / "one.db") as one, open_store(tmp_path / "two.db") as two:
        run(one, FIRST, SECOND, OTHER)
        take_in(two, readings(OTHER), TollCoder, "toll 1")
        take_in(two, readings(SECOND, FIRST), TollCoder, "toll 1")
        relink(two)
        assert dump(one) == dump(two)


def test_a_changed_report_or_coder_is_coded_again(store: Store) -> None:
    run(store, FIRST)
    changed = FIRST.model_copy(update={"text": "2024-05-03 40 army hit the market"})
    [event] = run(store, changed)
    assert event.tolls[0].best == 40
    TollCoder.asked = 0
    run(store, changed, version="toll 2")
    assert TollCoder.asked == 1


def test_new_reports_join_an_event_under_its_id(store: Store) -> None:
    [alone] = run(store, SECOND)
    [joined] = run(store, SECOND, FIRST)
    assert joined.id == alone.id
    assert len(joined.claims) == 2


def test_a_report_told_anew_splits_its_event_and_the_id_stays_with_the_rest(store: Store) -> None:
    third = report("d", "2024-05-03 14 army warplanes struck the bazaar at noon")
    [strike] = run(store, FIRST, SECOND, third)
    assert len(strike.claims) == 3
    corrected = SECOND.model_copy(update={"text": "2024-05-19 15 army jets over the market"})
    left, moved = run(store, corrected)
    assert left.id == strike.id
    assert left.claims == (("a", "c1"), ("d", "c1"))
    assert moved.id != strike.id
    [again, *rest] = run(store, SECOND)
    assert again.id == strike.id and not rest
    with store.reading() as connection:
        assert event_records.all_redirects(connection) == {moved.id: strike.id}


def test_an_id_that_ends_redirects_or_is_a_tombstone(store: Store) -> None:
    [first, second] = run(store, FIRST, OTHER)
    decide(store, review("join", first.id, claims=second.claims))
    [both] = run(store)
    retired = ({first.id, second.id} - {both.id}).pop()
    with store.reading() as connection:
        found = find(connection, retired)
        assert found is not None and found.id == both.id
    forget(store, "a")
    forget(store, "c")
    with store.reading() as connection:
        assert event_records.all_redirects(connection) == {retired: None, both.id: None}


def test_a_joined_event_stays_joined_and_a_parted_one_parted(store: Store) -> None:
    [strike, other] = run(store, FIRST, SECOND, OTHER)
    decide(store, review("join", strike.id, claims=other.claims))
    [all_one] = run(store)
    assert len(all_one.claims) == 3
    decide(store, review("part", all_one.id, claims=[("b", "c1")]))
    assert sorted(len(event.claims) for event in run(store)) == [1, 2]
    assert sorted(len(event.claims) for event in run(store, FIRST, version="toll 2")) == [1, 2]


def test_an_accepted_and_edited_event_stays_so_after_coding_again(store: Store) -> None:
    [event] = run(store, FIRST)
    decide(store, review("accept", event.id))
    decide(store, review("edit", event.id, field="sub_event_type", value="Chemical weapon"))
    run(store, FIRST, SECOND, version="toll 2")
    with store.reading() as connection:
        [decided] = decided_events(connection)
    assert decided.state == "accepted"
    assert decided.event.certainty is Certainty.CONFIRMED
    assert decided.event.sub_event_type == "Chemical weapon"


@pytest.mark.parametrize(
    "bad",
    [
        review("praise", "e1"),
        review("edit", "e1", field="sub_event_type", value="Picnic"),
        review("edit", "e1", field="colour", value="red"),
        review("join", "e1"),
        review("accept", "e1"),
    ],
)
def test_decisions_that_make_no_sense_are_refused(store: Store, bad: Review) -> None:
    with pytest.raises(UsageError):
        decide(store, bad)


@pytest.mark.parametrize("change", ["update reviews set body = ''", "delete from reviews"])
def test_the_log_of_decisions_only_grows(store: Store, change: str) -> None:
    [event] = run(store, FIRST)
    decide(store, review("accept", event.id))
    with pytest.raises(StoreError, match="reviews are never"), store.writing() as connection:
        connection.execute(text(change))
    with store.reading() as connection:
        assert len(log.entries(connection)) == 1


def test_words_are_found_in_reports_and_claims(store: Store) -> None:
    run(store, FIRST, OTHER)
    with store.reading() as connection:
        hits = search.search(connection, 'CROWDED "market')
        assert [(hit.report_id, hit.claim_id) for hit in hits] == [("a", None), ("a", "c1")]
        assert search.search(connection, "nothing") == []
        assert search.search(connection, " ") == []


def test_a_forgotten_report_leaves_no_word_and_does_not_return(tmp_path: Path) -> None:
    secret = report("s", "2024-05-03 12 army hit the Zanzoumar bakery")
    path = tmp_path / "news.db"
    with open_store(path) as store:
        run(store, secret, OTHER)
        forget(store, "s")
        assert [event.claims for event in events(store)] == [(("c", "c1"),)]
        assert take_in(store, readings(secret), TollCoder, "toll 2").forgotten == 1
        again = secret.model_copy(update={"id": "another id"})
        assert take_in(store, readings(again), TollCoder, "toll 2").forgotten == 1
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"zanzoumar" not in kept.lower()


def test_forgetting_works_on_both_databases(store: Store) -> None:
    run(store, FIRST, SECOND)
    forget(store, "a")
    [left] = events(store)
    assert left.claims == (("b", "c1"),)
    with pytest.raises(UsageError, match="no report nobody"):
        forget(store, "nobody")


def test_a_batch_that_cannot_be_kept_keeps_nothing_of_itself(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(store, FIRST)
    before = dump(store)
    kept = records.put_report

    def fail(connection: Connection, report: Report, *rest: Any) -> None:
        if report.id == "c":
            raise RuntimeError("out of luck")
        kept(connection, report, *rest)

    monkeypatch.setattr(records, "put_report", fail)
    with pytest.raises(RuntimeError, match="out of luck"):
        take_in(store, readings(SECOND, OTHER), TollCoder, "toll 1")
    assert dump(store) == before


def test_reports_that_fail_are_named_and_the_others_kept(store: Store) -> None:
    broken = report("x", "no day here")
    unread = ReportError("has no text", source="reports.jsonl", line=9)
    heard: list[str] = []
    done = take_in(
        store,
        [*readings(FIRST, broken, OTHER), unread],
        TollCoder,
        "toll 1",
        complain=lambda error: heard.append(str(error)),
    )
    assert (done.coded, done.failed) == (2, 2)
    assert heard[0] == "reports.jsonl:9: has no text"
    assert "the coder failed on report 'x'" in heard[1]


_WRITER = """
import sys
sys.path.insert(0, {tests!r})
from toll_store import *
from dateline.store.store import open_store
with open_store({path!r}) as store:
    run(store, *many_reports())
"""


def test_a_killed_run_goes_on_to_the_same_store(tmp_path: Path) -> None:
    with open_store(tmp_path / "whole.db") as whole:
        run(whole, *many_reports())
        expected = dump(whole)
    path = tmp_path / "killed.db"
    code = _WRITER.format(tests=str(Path(__file__).parent), path=str(path))
    for wait in (1.2, 1.35, 1.5, 1.65):
        process = subprocess.Popen([sys.executable, "-c", code])
        try:
            process.wait(wait)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
    with open_store(path) as killed:
        run(killed, *many_reports())
        assert dump(killed) == expected


def test_two_writers_lose_no_claim(store: Store) -> None:
    rows = many_reports()
    failures: list[BaseException] = []

    def write(part: list[Report]) -> None:
        try:
            run(store, *part)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(rows[n::2],)) for n in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    relink(store)
    with store.reading() as connection:
        assert len(list(records.all_tellings(connection))) == len(rows)
        assert set(event_records.all_links(connection)) == {(row.id, "c1") for row in rows}


def test_a_read_only_store_is_read_and_says_that_it_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "news of May.db"
    with open_store(path) as store:
        run(store, FIRST)
    before = path.read_bytes()
    monkeypatch.setattr("dateline.store.store._writable", lambda path: False)
    with open_store(path) as store:
        assert [event.claims for event in events(store)] == [(("a", "c1"),)]
        with pytest.raises(StoreError, match=r"cannot write the store .*readonly.*permissions"):
            take_in(store, readings(SECOND), TollCoder, "toll 1")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_named_and_leaves_the_store_intact(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with open_store(path) as store:
        run(store, FIRST)
        with store.reading() as connection:
            pages = connection.scalar(text("pragma page_count"))
            connection.execute(text(f"pragma max_page_count = {pages}"))
        big = report("big", "2024-05-03 12 army " + "word " * 200_000)
        with pytest.raises(StoreError, match="full; make room"):
            take_in(store, readings(big), TollCoder, "toll 1")
    with open_store(path) as store:
        assert [event.claims for event in events(store)] == [(("a", "c1"),)]


def test_files_that_are_no_store_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no store"):
        open_store(tmp_path / "none.db", create=False)
    with pytest.raises(StoreError, match="there is no folder"):
        open_store(tmp_path / "no" / "where.db")
    (tmp_path / "text.db").write_text("not a database at all, only text " * 50)
    with pytest.raises(StoreError, match="the file is no store"):
        open_store(tmp_path / "text.db")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("create table cats (name)")
    other.close()
    with pytest.raises(StoreError, match="holds other tables"):
        open_store(tmp_path / "other.db")
    with pytest.raises(StoreError, match="mysql is no database for a store"):
        open_store("mysql://host/db")


def test_a_store_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with open_store(path) as store, store.writing() as connection:
        records.set_setting(connection, "schema", "99")
    with pytest.raises(StoreError, match="use a newer dateline"):
        open_store(path)


def test_a_password_stays_out_of_messages(tmp_path: Path) -> None:
    url = f"postgresql://ana:secret@/news?host={tmp_path}"
    with pytest.raises(StoreError, match="cannot read the store postgresql") as caught:
        open_store(url)
    assert "secret" not in str(caught.value)


def test_a_new_store_waits_for_who_switches_it_at_the_same_moment(tmp_path: Path) -> None:
    # Two processes meet there in one of twenty-five tries.
    class Cursor:
        tries = 0

        def execute(self, _: str) -> None:
            self.tries += 1
            if self.tries < 3:
                raise sqlite3.OperationalError("database is locked")

    cursor = Cursor()
    log_ahead(cursor)
    assert cursor.tries == 3
    with open_store(tmp_path / "new.db") as opened, opened.reading() as connection:
        assert connection.execute(text("pragma journal_mode")).scalar() == "wal"
