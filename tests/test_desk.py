"""The review desk: decisions hold at once, outlive coding anew, and can all be taken back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

import pytest

from dateline.errors import ConflictError, UsageError
from dateline.model import Claim, CodedReport, Report, SubEventType
from dateline.store import event_records, log, records
from dateline.store.decisions import Decided, decided_event, decided_events
from dateline.store.desk import Outcome, decide
from dateline.store.forget import forget
from dateline.store.intake import take_in
from dateline.store.relink import relink
from dateline.store.store import Store, open_store
from toll_store import FIRST, OTHER, SECOND, TollCoder, readings, report, review, run

_clock = count()


def do(store: Store, action: str, subject: str, seen: int | None = None, **more: object) -> Outcome:
    at = f"2024-06-01T10:00:{next(_clock) % 60:02}Z"
    return decide(store, review(action, subject, at=at, **more), seen)


def decided(store: Store) -> list[Decided]:
    with store.reading() as connection:
        return list(decided_events(connection))


def one(store: Store, event_id: str) -> Decided:
    with store.reading() as connection:
        found = decided_event(connection, event_id)
    assert found is not None
    return found


def grouping(store: Store) -> list[list[str]]:
    return sorted(sorted(r for r, _ in found.event.claims) for found in decided(store))


def test_a_join_takes_effect_at_once_and_survives_linking(store: Store) -> None:
    strike, other = run(store, FIRST, SECOND, OTHER)
    outcome = do(store, "join", strike.id, others=[other.id], note="one attack")
    assert grouping(store) == [["a", "b", "c"]]
    assert one(store, other.id).event.id == outcome.event_id == strike.id
    relink(store)
    assert grouping(store) == [["a", "b", "c"]]


def test_a_part_makes_an_event_of_its_own_and_survives_linking(store: Store) -> None:
    [strike] = run(store, FIRST, SECOND)
    do(store, "part", strike.id, claims=[("b", "c1")], note="another market")
    assert grouping(store) == [["a"], ["b"]]
    new = next(found.event.id for found in decided(store) if found.event.id != strike.id)
    relink(store)
    assert grouping(store) == [["a"], ["b"]]
    assert {found.event.id for found in decided(store)} == {strike.id, new}


def test_undoing_joins_and_parts_brings_back_events_and_their_ids(store: Store) -> None:
    strike, other = run(store, FIRST, SECOND, OTHER)
    before = {found.event.id: found.event.claims for found in decided(store)}
    do(store, "join", strike.id, others=[other.id])
    do(store, "undo", "")
    assert {found.event.id: found.event.claims for found in decided(store)} == before
    do(store, "part", strike.id, claims=[("b", "c1")])
    relink(store)
    do(store, "undo", "")
    assert grouping(store) == [["a", "b"], ["c"]]
    relink(store)
    assert grouping(store) == [["a", "b"], ["c"]]


def test_an_undo_can_be_undone(store: Store) -> None:
    [event] = run(store, FIRST)
    accepted = do(store, "accept", event.id)
    undo = do(store, "undo", "", undoes=accepted.number)
    assert one(store, event.id).state == "unreviewed"
    do(store, "undo", "", undoes=undo.number)
    assert one(store, event.id).state == "accepted"
    with pytest.raises(UsageError, match="undone already"):
        do(store, "undo", "", undoes=undo.number)


def test_undoing_without_end_leads_back_to_the_beginning(store: Store) -> None:
    [event] = run(store, FIRST)
    before = one(store, event.id)
    do(store, "accept", event.id)
    do(store, "edit", event.id, field="date", value="2024-05-02")
    do(store, "edit", event.id, field="civilians_targeted", value="true")
    do(store, "assign", event.id, value="ben")
    do(store, "second", event.id)
    do(store, "note", event.id, note="ask the monitor")
    now = one(store, event.id)
    assert (now.state, now.assigned) == ("accepted", "ben")
    assert now.flags == ("second opinion", "edited", "note")
    for _ in range(6):
        do(store, "undo", "")
    assert one(store, event.id) == before
    with pytest.raises(UsageError, match="nothing left to undo"):
        do(store, "undo", "")
    with store.reading() as connection:
        assert len(log.entries(connection)) == 12


def test_nobody_undoes_what_another_did_without_naming_it(store: Store) -> None:
    [event] = run(store, FIRST)
    do(store, "accept", event.id, reviewer="ben")
    with pytest.raises(UsageError, match="ana has nothing left to undo"):
        do(store, "undo", "")


def test_an_edit_of_a_claim_changes_its_event_and_says_from_and_to(store: Store) -> None:
    [event] = run(store, FIRST, SECOND)
    figures = [{"measure": "killed", "low": 20, "best": 20, "high": 20, "text": "20"}]
    outcome = do(
        store, "edit", event.id, field="figures", value=json.dumps(figures), claims=[("b", "c1")]
    )
    [toll] = one(store, event.id).event.tolls
    assert (toll.low, toll.high) == (12, 20)
    with store.reading() as connection:
        entry = log.entry(connection, outcome.number)
    assert entry is not None
    assert json.loads(entry.review.before or "")[0]["best"] == 15
    assert json.loads(entry.review.value or "")[0]["best"] == 20


def target(store: Store, subject: str, seen: int, claim: tuple[str, str]) -> Outcome:
    """Say of a claim that civilians were targeted."""
    field = "civilians_targeted"
    return do(store, "edit", subject, seen, field=field, value="true", claims=[claim])


def test_an_edit_follows_a_claim_that_was_moved_since_it_was_seen(store: Store) -> None:
    [strike] = run(store, FIRST, SECOND)
    seen = do(store, "note", strike.id, note="read").seen
    do(store, "part", strike.id, claims=[("b", "c1")])

    outcome = target(store, strike.id, seen, ("b", "c1"))
    assert outcome.event_id not in (None, strike.id)
    assert [r for r, _ in one(store, outcome.event_id or "").event.claims] == ["b"]
    with store.reading() as connection:
        told = records.tellings_of(connection, [("a", "c1"), ("b", "c1")])
    assert told["b", "c1"].claim.civilians_targeted
    assert not told["a", "c1"].claim.civilians_targeted
    with pytest.raises(UsageError, match="an edit is of one claim of the event"):
        target(store, strike.id, seen, ("b", "c9"))


def test_an_edit_does_not_go_to_a_claim_that_the_event_never_had(store: Store) -> None:
    strike, other = run(store, FIRST, SECOND, OTHER)
    seen = do(store, "note", other.id, note="read").seen
    with pytest.raises(UsageError, match="an edit is of one claim of the event"):
        target(store, strike.id, seen, ("c", "c1"))


def test_an_edit_of_a_moved_claim_is_told_of_who_decided_on_its_event(store: Store) -> None:
    [strike] = run(store, FIRST, SECOND)
    seen = do(store, "note", strike.id, note="read").seen
    do(store, "part", strike.id, claims=[("b", "c1")])
    new = next(found.event.id for found in decided(store) if found.event.id != strike.id)
    do(store, "accept", new, reviewer="ben")
    with pytest.raises(ConflictError, match="ben changed this event"):
        target(store, strike.id, seen, ("b", "c1"))


def test_the_words_selected_for_an_edit_are_quoted(store: Store) -> None:
    [event] = run(store, FIRST)
    do(store, "edit", event.id, field="date", value="2024-05-02", span=(0, 10))
    with store.reading() as connection:
        [telling] = records.all_tellings(connection)
    assert telling.claim.date is not None
    assert telling.claim.date.span == (0, 10)
    assert str(telling.claim.date.start) == "2024-05-02"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("evidence", "[]"),
        ("evidence", "[[0, 100000]]"),
        ("figures", '[{"measure": "killed", "low": 9, "best": 3, "high": 12, "text": "x"}]'),
        ("date", '{"start": "2024-05-04", "end": "2024-05-01", "precision": "day"}'),
        ("date", "yesterday"),
        ("place", '{"name": "X", "canonical": "X", "lat": 99, "lon": 0, "precision": "exact"}'),
        ("id", '"c9"'),
        ("status", '"sure"'),
    ],
)
def test_values_that_the_frame_does_not_know_are_refused(
    store: Store, field: str, value: str
) -> None:
    [event] = run(store, FIRST)
    with pytest.raises(UsageError):
        do(store, "edit", event.id, field=field, value=value)
    assert one(store, event.id).flags == ()


class SecondThoughts(TollCoder):
    """Codes as before, but every strike as shelling, and one claim more before the others."""

    def code(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        for coded in super().code(reports):
            again = [
                claim.model_copy(update={"id": f"c{n}", "sub_event_type": SubEventType.GRENADE})
                for n, claim in enumerate(coded.claims, 2)
            ]
            first = Claim.model_validate(
                {"id": "c1", "evidence": [(0, 4)], "sub_event_type": "Arrests"}
            )
            yield coded.model_copy(update={"claims": (first, *again)})


def recode(store: Store, *reports: Report, coder: type[TollCoder] = SecondThoughts) -> None:
    take_in(store, readings(*reports), coder, f"{coder.__name__}")
    relink(store)


def test_coding_again_never_overwrites_a_person_and_says_where_it_disagrees(store: Store) -> None:
    event, other = run(store, FIRST, OTHER)
    do(store, "edit", event.id, field="date", value="2024-05-02")
    do(store, "accept", event.id)
    recode(store, FIRST, OTHER)
    now = one(store, event.id)
    assert now.state == "accepted"
    assert str(now.event.sub_event_type) == "Air/drone strike"
    assert now.event.date is not None and str(now.event.date.start) == "2024-05-02"
    assert "machine disagrees" in now.flags
    # What nobody decided on follows the coder.
    assert str(one(store, other.id).event.sub_event_type) == "Grenade"
    do(store, "accept", event.id)
    assert "machine disagrees" not in one(store, event.id).flags


def test_a_claim_keeps_its_id_where_the_coder_numbers_anew(store: Store) -> None:
    [event] = run(store, FIRST)
    recode(store, FIRST)
    assert one(store, event.id).event.claims == (("a", "c1"),)
    assert {ref for found in decided(store) for ref in found.event.claims} == {
        ("a", "c1"),
        ("a", "c1.1"),
    }


class Silent(TollCoder):
    """Finds nothing any more."""

    def code(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        yield from (CodedReport(report_id=report.id) for report in reports)


def test_what_a_person_accepted_stays_where_the_coder_finds_it_no_more(store: Store) -> None:
    kept, lost = run(store, FIRST, OTHER)
    do(store, "accept", kept.id)
    recode(store, FIRST, OTHER, coder=Silent)
    [left] = decided(store)
    assert left.event.id == kept.id
    assert left.flags == ("machine disagrees",)
    with store.reading() as connection:
        assert records.disagreements(connection) == {("a", "c1"): "gone"}
        assert event_records.all_redirects(connection)[lost.id] is None


def test_a_changed_text_moves_the_words_that_a_person_chose(store: Store) -> None:
    [event] = run(store, FIRST)
    do(store, "accept", event.id)
    longer = FIRST.model_copy(update={"text": f"2024-05-01 1 rebels shot first\n{FIRST.text}"})
    run(store, longer)
    with store.reading() as connection:
        told = records.tellings_of(connection, [("a", "c1")])[("a", "c1")]
    assert told.quote == FIRST.text
    assert one(store, event.id).state == "accepted"


def test_a_new_claim_in_an_accepted_event_is_flagged_and_changes_no_decided_value(
    store: Store,
) -> None:
    [event] = run(store, FIRST)
    do(store, "edit", event.id, field="sub_event_type", value="Chemical weapon", claims=FIRST_CLAIM)
    do(store, "accept", event.id)
    run(store, FIRST, SECOND)
    now = one(store, event.id)
    assert len(now.event.claims) == 2
    assert "new claims" in now.flags
    assert str(now.event.sub_event_type) == "Chemical weapon"


FIRST_CLAIM = [("a", "c1")]


def test_an_event_that_the_coder_missed_can_be_added_and_taken_back(store: Store) -> None:
    run(store, FIRST)
    missed = {"evidence": [[0, 20]], "sub_event_type": "Agreement", "date": "2024-05-03"}
    outcome = do(store, "add", "a", value=json.dumps(missed))
    assert outcome.event_id is not None
    added = one(store, outcome.event_id)
    assert (added.state, str(added.event.sub_event_type)) == ("accepted", "Agreement")
    recode(store, FIRST)
    assert one(store, outcome.event_id).state == "accepted"
    assert "machine disagrees" not in one(store, outcome.event_id).flags
    do(store, "undo", "")
    assert outcome.event_id not in {found.event.id for found in decided(store)}
    do(store, "undo", "", undoes=outcome.number + 1)
    assert one(store, outcome.event_id).state == "accepted"
    with pytest.raises(UsageError, match="no report nobody"):
        do(store, "add", "nobody", value=json.dumps(missed))


def test_who_decides_on_what_another_changed_is_told_first(store: Store) -> None:
    [event] = run(store, FIRST)
    with store.reading() as connection:
        seen = log.last_change(connection)
    do(store, "edit", event.id, field="date", value="2024-05-02", reviewer="ben")
    with pytest.raises(ConflictError, match="ben changed this event") as caught:
        do(store, "edit", event.id, seen, field="date", value="2024-05-01")
    found = one(store, event.id).event.date
    assert found is not None and str(found.start) == "2024-05-02"
    do(store, "edit", event.id, caught.value.seen, field="date", value="2024-05-01")
    found = one(store, event.id).event.date
    assert found is not None and str(found.start) == "2024-05-01"


def test_a_decision_sent_twice_is_made_once(store: Store) -> None:
    [event] = run(store, FIRST)
    first = do(store, "note", event.id, note="look", key="k1")
    again = do(store, "note", event.id, note="look", key="k1")
    assert first.number == again.number
    with store.reading() as connection:
        assert len(log.entries(connection)) == 1


def test_a_second_opinion_is_given_by_somebody_else(store: Store) -> None:
    [event] = run(store, FIRST)
    do(store, "second", event.id)
    do(store, "accept", event.id)
    assert one(store, event.id).flags == ("second opinion",)
    do(store, "reject", event.id, reviewer="ben")
    assert one(store, event.id).flags == ()
    assert one(store, event.id).reviewers == ("ana", "ben")


def test_every_change_of_an_event_is_noted_in_order(store: Store) -> None:
    strike, other = run(store, FIRST, SECOND, OTHER)
    do(store, "join", strike.id, others=[other.id])
    do(store, "undo", "")
    with store.reading() as connection:
        words = [change.what for change in log.changes_of(connection, [other.id])]
        assert words == ["made", "retired", "made"]
        numbers = [change.number for change in log.changes_after(connection, 0)]
    assert numbers == sorted(numbers)


def test_forgetting_a_report_takes_what_decisions_quote_of_it(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    secret = report("s", "2024-05-03 12 army hit the Zanzoumar bakery")
    with open_store(path) as store:
        event, _ = run(store, secret, OTHER)
        place = {"name": "Zanzoumar", "canonical": "Zanzoumar", "precision": "exact"}
        do(store, "edit", event.id, field="place", value=json.dumps(place))
        do(store, "accept", event.id)
        forget(store, "s")
        assert len(decided(store)) == 1
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"zanzoumar" not in kept.lower()


def test_a_store_of_the_first_version_is_brought_up_with_its_decisions(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with open_store(path) as store:
        [event] = run(store, FIRST)
    with sqlite3.connect(path) as raw:
        for line in (
            "drop table answers",
            "drop table changes",
            "drop index reviews_by_key",
            "drop index reviews_undoing",
            "drop index claims_disagreeing",
            "drop index ix_redirects_event_id",
            "alter table reviews drop column key",
            "alter table reviews drop column undoes",
            "alter table claims drop column human",
            "alter table claims drop column disagrees",
            "update settings set value = '1' where name = 'schema'",
        ):
            raw.execute(line)
        body = review("accept", event.id).model_dump_json(exclude_defaults=True)
        raw.execute("insert into reviews(subject, body) values (?, ?)", (event.id, body))
    raw.close()
    with open_store(path) as store:
        assert one(store, event.id).state == "accepted"
        do(store, "undo", "")
        assert one(store, event.id).state == "unreviewed"
