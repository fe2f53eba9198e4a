"""What words find in a store that is kept open while claims change and people decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest
from sqlalchemy import Connection

from dateline.model import CodedReport, Report
from dateline.store import search
from dateline.store.catalogue import Catalogue
from dateline.store.desk import Outcome, decide
from dateline.store.intake import take_in
from dateline.store.query import parse
from dateline.store.relink import relink
from dateline.store.store import Store
from toll_store import FIRST, OTHER, SECOND, TollCoder, readings, report, review, run


def do(store: Store, action: str, subject: str, **more: object) -> Outcome:
    return decide(store, review(action, subject, **more))


class Words:
    """What a catalogue that is kept open finds by words, beside one that has just been loaded."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._kept = Catalogue()
        with store.reading() as connection:
            self._kept.load(connection)

    def find(self, asked: str) -> set[str]:
        fresh = Catalogue()
        with self._store.reading() as connection:
            self._kept.refresh(connection)
            fresh.load(connection)
            found, anew = (
                set(one.named(one.select(connection, parse([("text", asked)])).mask))
                for one in (self._kept, fresh)
            )
        assert found == anew
        return found


def test_words_are_looked_up_once_however_often_people_decide(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    strike, _ = run(store, FIRST, OTHER)
    asked: list[str] = []
    look = search.events_saying

    def counted(connection: Connection, words: str) -> set[str]:
        asked.append(words)
        return look(connection, words)

    kept = Catalogue()
    with store.reading() as connection:
        kept.load(connection)
    monkeypatch.setattr(search, "events_saying", counted)
    for action in ("accept", "note", "second"):
        do(store, action, strike.id, note="look")
        with store.reading() as connection:
            kept.refresh(connection)
            found = kept.select(connection, parse([("text", "market")]))
        assert list(kept.named(found.mask)) == [strike.id]
    assert asked == ["market"]


def test_words_find_claims_where_linking_has_put_them(store: Store) -> None:
    strike, other = run(store, FIRST, SECOND, OTHER)
    words = Words(store)
    moved = report("b", "2024-05-19 3 rebels jets over the farm beyond the river")
    take_in(store, readings(moved), TollCoder, "toll 1")
    assert words.find("jets") == {strike.id}
    relink(store)
    assert words.find("jets") == {other.id}


def test_words_find_what_an_acceptance_taken_back_leaves(store: Store) -> None:
    [strike] = run(store, FIRST)
    do(store, "accept", strike.id)
    words = Words(store)
    take_in(store, readings(FIRST), _Elsewhere, "toll 2")
    relink(store)
    assert words.find("market") == {strike.id}
    undone = do(store, "undo", "")
    assert words.find("market") == set()
    do(store, "undo", "", undoes=undone.number)
    assert words.find("market") == {strike.id}


class _Elsewhere(TollCoder):
    """Quotes the day alone."""

    def code(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        for coded in super().code(reports):
            claims = [claim.model_copy(update={"evidence": ((0, 10),)}) for claim in coded.claims]
            yield coded.model_copy(update={"claims": tuple(claims)})
