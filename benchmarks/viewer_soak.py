"""Reviewers and a run on one store, and the server killed in the middle: is anything lost?

    python benchmarks/viewer_soak.py [--minutes 10] [--kill-every 60]

Two reviewers decide through the server, sending again what got no answer; a run takes in new
reports and codes old ones anew, with a coder that has changed its mind; the server is killed and
started again. In the end every decision that was answered must stand in the log once, in its
words, and every event and claim as the last decision on it left it.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections import defaultdict
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from dateline.store import log, records
from dateline.store.decisions import decided_event
from dateline.store.store import open_store
from viewer_api import Client, serve
from viewer_store import make

DAYS = [f"1990-01-{day:02}" for day in range(1, 29)]

_RUN = """
import random, sys, time
from datetime import date
from dateline.model import CodedReport, Report
from dateline.reading import Reading
from dateline.store import records
from dateline.store.intake import take_in
from dateline.store.relink import relink
from dateline.store.store import open_store
from link_growth import synthetic

where, until = sys.argv[1], time.time() + float(sys.argv[2])
told = {t.report_id: t for t in synthetic(400)}

class Changing:
    def __init__(self, turn): self.turn = turn
    def code(self, reports):
        for report in reports:
            claim = told[report.id].claim
            toll = claim.figures[0].model_copy(update={"best": 90 + self.turn, "high": 99999})
            fresh = claim.model_copy(update={"figures": (toll,)})
            yield CodedReport(report_id=report.id, claims=(fresh,))

turn = 0
while time.time() < until:
    turn += 1
    some = random.Random(turn).sample(sorted(told), 60)
    reports = [
        Report(id=name, text=told[name].quote, published=told[name].published, publisher="p")
        for name in some
    ]
    readings = [Reading(report, "soak", line) for line, report in enumerate(reports, 1)]
    with open_store(where) as store:
        take_in(store, readings, lambda: Changing(turn), f"changing {turn}")
        relink(store)
    time.sleep(0.2)
print(turn)
"""


class Soak:
    """One store under its load; ``answered`` are the decisions that got an answer."""

    def __init__(self, where: str, seconds: float, kill_every: float) -> None:
        self.where = where
        self.kill_every = kill_every
        self.answered: list[tuple[int, dict[str, Any]]] = []
        self.kills = self.retries = self.conflicts = self.waits = 0
        self.failures: list[BaseException] = []
        self._lock = threading.Lock()
        self._server, self._port = serve(where)
        self.until = time.monotonic() + seconds

    def __enter__(self) -> Soak:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.kill()
        self._server.wait()

    def run(self) -> None:
        """Put the store under its load until the time is over."""
        threads = [threading.Thread(target=self._review, args=(f"reviewer {n}", n)) for n in (1, 2)]
        for thread in threads:
            thread.start()
        while time.monotonic() < self.until - self.kill_every / 2:
            time.sleep(self.kill_every)
            self._server.kill()
            self._server.wait()
            self.kills += 1
            self._server, self._port = serve(self.where)
        for thread in threads:
            thread.join()
        if self.failures:
            raise self.failures[0]

    def _review(self, name: str, seed: int) -> None:
        rng = random.Random(seed)
        client: Client | None = None
        try:
            while time.monotonic() < self.until:
                try:
                    client = client or Client(self._port, defaultdict(list))
                    event = rng.choice(_waiting(client))
                    card = client.get("card", f"/api/events/{event}")
                except (OSError, RuntimeError, ValueError):
                    _close(client)
                    client = None
                    time.sleep(0.1)
                    continue
                client = self._decide(client, _decision(card, name, rng))
        except BaseException as error:
            self.failures.append(error)
        finally:
            _close(client)

    def _decide(self, client: Client | None, decision: dict[str, Any]) -> Client | None:
        """Send a decision until it is answered."""
        while True:
            try:
                client = client or Client(self._port, defaultdict(list))
                answer = client.post("decide", decision)
            except RuntimeError as refused:
                if " 409 " in str(refused):
                    self.conflicts += 1
                    return client
                if " 400 " in str(refused) and "there is no event" in str(refused):
                    return client
                if " 429 " in str(refused):
                    # These reviewers are faster than any hand; the server asks them to wait.
                    self.waits += 1
                    time.sleep(1)
                    continue
                raise
            except (OSError, ValueError):
                _close(client)
                client = None
                self.retries += 1
                time.sleep(0.1)
                continue
            with self._lock:
                self.answered.append((answer["review"], decision))
            return client


def _waiting(client: Client) -> list[str]:
    """The events that nobody decided on; once there are none, the decided ones.

    Rejected ones are asked for by name: after some minutes there may be no others.
    """
    queue: list[str] = client.get("queue", "/api/queue?review=unreviewed&limit=200")["events"]
    if queue:
        return queue
    found = (client.get("events", f"/api/events{q}")["events"] for q in ("", "?review=rejected"))
    return [one["event_id"] for events in found for one in events]


def _close(client: Client | None) -> None:
    if client:
        client.close()


def _decision(card: dict[str, Any], name: str, rng: random.Random) -> dict[str, Any]:
    base = {"key": str(uuid.uuid4()), "reviewer": name, "seen": card["seen"]}
    base |= {"event": card["event"]["event_id"], "note": str(uuid.uuid4())}
    action = rng.choice(("accept", "reject", "edit", "note"))
    if action == "edit":
        day = rng.choice(DAYS)
        one = rng.choice(card["claims"])
        value = {"start": day, "end": day, "precision": "day"}
        base |= {"field": "date", "value": value, "claim": [one["report_id"], one["claim_id"]]}
    return base | {"action": action}


def check(where: str, answered: list[tuple[int, dict[str, Any]]]) -> list[str]:
    """Return what was lost or overwritten: nothing, if all is well."""
    wrong = []
    with open_store(where) as store, store.reading() as connection:
        entries = {entry.number: entry.review for entry in log.entries(connection)}
        numbers = [number for number, _ in answered]
        if len(set(numbers)) != len(numbers) or len(entries) < len(numbers):
            wrong.append(f"{len(numbers)} decisions answered, {len(entries)} kept")
        last: dict[str, str] = {}
        dates: dict[tuple[str, str], str] = {}
        for number, decision in sorted(answered, key=lambda pair: pair[0]):
            kept = entries.get(number)
            told = (decision["reviewer"], decision["action"], decision["note"])
            if kept is None or (kept.reviewer, kept.action, kept.note) != told:
                wrong.append(f"decision {number} is not as it was made")
            if decision["action"] in ("accept", "reject"):
                last[decision["event"]] = f"{decision['action']}ed"
            if decision["action"] == "edit":
                report_id, claim_id = decision["claim"]
                dates[report_id, claim_id] = decision["value"]["start"]
        for event_id, state in last.items():
            found = decided_event(connection, event_id)
            # Linking may have joined two events that people decided on: then the later one holds.
            if found is not None and found.event.id == event_id and found.state != state:
                others = {last.get(entry.subject) for entry in entries.values()}
                if found.state not in others:
                    wrong.append(f"event {event_id} is {found.state}, not {state}")
        wrong += _overwritten(connection, dates)
    return wrong


def _overwritten(connection: Connection, dates: dict[tuple[str, str], str]) -> list[str]:
    wrong = []
    told = records.tellings_of(connection, dates)
    for ref, day in dates.items():
        when = told[ref].claim.date if ref in told else None
        if when is None or str(when.start) != day:
            wrong.append(f"claim {ref} is dated {when and when.start}, not {day}")
    return wrong


def soak(where: str, seconds: float, kill_every: float) -> tuple[Soak, int]:
    """Run everything on a store for some seconds; return it, and how often the run came round."""
    folder = Path(__file__).parent
    command = [sys.executable, "-c", _RUN, where, str(seconds)]
    with (
        Soak(where, seconds, kill_every) as load,
        subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as run,
    ):
        try:
            load.run()
            output, _ = run.communicate()
        finally:
            run.kill()
    if run.returncode:
        raise RuntimeError(f"the run ended with {run.returncode}")
    return load, int(output)


def main() -> None:
    """Soak a store and print what became of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--kill-every", type=float, default=60, help="seconds")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = str(Path(folder) / "soak.db")
        make(where, 200)
        load, runs = soak(where, 60 * arguments.minutes, arguments.kill_every)
        wrong = check(where, load.answered)
    done = f"{len(load.answered)} decisions, {runs} runs, {load.kills} kills of the server, "
    told = f"{load.conflicts} conflicts told, {load.waits} asked to wait"
    print(f"{done}{load.retries} sent again, {told}")
    print("\n".join(wrong) or "nothing lost, nothing overwritten")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
