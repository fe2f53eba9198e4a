"""How fast the viewer's server answers ten readers and two reviewers at once.

    python benchmarks/viewer_api.py STORE [--seconds 30] [--readers 10] [--reviewers 2]

STORE comes from viewer_store.py, and is changed: work on a copy. Readers filter, page, open cards
and ask what changed, with a pause between as of a quick hand; reviewers take an event from the
queue, read it, decide, and sometimes undo. Times are those that a client sees. Ends with exit code
1 where the 95th percentile is over the limit.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import subprocess
import sys
import threading
import time
from collections import defaultdict
from pathlib import Path
from typing import IO, Any

LIMIT_MS = 50.0
PAUSE = 0.25
"""Seconds between two requests of a reader, on average."""

FILTERS = (
    "",
    "type=Armed+clash",
    "actor=Group+7&actor=Group+9",
    "publisher=Paper+3",
    "since=1990-06-01&until=1990-09-01",
    "status=hedged&country=SY",
    "admin1=Province+A&contradiction=any",
    "text=karmoltir",
    "bbox=25,25,35,35",
)


class Client:
    """One connection to the server; notes how long each kind of request took."""

    def __init__(self, port: int, times: dict[str, list[float]]) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self._times = times
        self.csrf = self.get("meta", "/api/meta")["csrf"]

    def get(self, kind: str, path: str) -> Any:
        """Return the answer to a request, as values."""
        return self._ask(kind, "GET", path)

    def post(self, kind: str, body: dict[str, Any]) -> Any:
        """Return the answer to a decision, as values."""
        return self._ask(kind, "POST", "/api/reviews", json.dumps(body))

    def close(self) -> None:
        """Close the connection; the next request opens it again."""
        self._connection.close()

    def _ask(self, kind: str, method: str, path: str, body: str | None = None) -> Any:
        headers = {"Content-Type": "application/json"} if body else {}
        if body:
            headers["X-Dateline-Csrf"] = self.csrf
        start = time.perf_counter()
        try:
            self._connection.request(method, path, body, headers)
            answer = self._connection.getresponse()
            data = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise ConnectionError(f"{method} {path}: no whole answer") from error
        self._times[kind].append(1000 * (time.perf_counter() - start))
        if answer.status != 200:
            raise RuntimeError(f"{method} {path}: {answer.status} {data[:200]!r}")
        return json.loads(data)


def read(client: Client, rng: random.Random, until: float, index: dict[str, Any]) -> None:
    """Look around as a reader does who has loaded the index."""
    ids = [name for name in index["columns"]["id"] if name]
    revision, generation = index["revision"], index["generation"]
    while time.monotonic() < until:
        time.sleep(rng.expovariate(1 / PAUSE))
        turn = rng.random()
        if turn < 0.4:
            client.get("selection", f"/api/selection?{rng.choice(FILTERS)}")
        elif turn < 0.6:
            client.get("card", f"/api/events/{rng.choice(ids)}")
        elif turn < 0.75:
            client.get("events", f"/api/events?{rng.choice(FILTERS)}&limit=50")
        elif turn < 0.9:
            client.get("changes", f"/api/changes?after={revision}")
        else:
            path = f"/api/index?after={revision}&generation={generation}"
            revision = client.get("index delta", path)["revision"]


def review(client: Client, rng: random.Random, until: float, name: str) -> None:
    """Work through the queue as a reviewer does."""
    while time.monotonic() < until:
        queue = client.get("queue", f"/api/queue?reviewer={name}&limit=50")["events"]
        event = rng.choice(queue)
        seen = client.get("card", f"/api/events/{event}")["seen"]
        time.sleep(rng.uniform(0.5, 1.5))
        decision: dict[str, Any] = {"reviewer": name, "event": event, "seen": seen}
        action = rng.choice(("accept", "accept", "reject", "edit", "note"))
        if action == "edit":
            decision |= {"field": "civilians_targeted", "value": rng.random() < 0.5}
        if action == "note":
            decision["note"] = "asked the monitor"
        try:
            client.post("decide", decision | {"action": action})
        except RuntimeError as refused:
            # Another reviewer was faster: an answer as good as any.
            if " 409 " not in str(refused):
                raise
        if rng.random() < 0.15:
            client.post("decide", {"reviewer": name, "action": "undo"})


def measure(port: int, readers: int, reviewers: int, seconds: float) -> dict[str, list[float]]:
    """Return the milliseconds of every request by its kind."""
    times: dict[str, list[float]] = defaultdict(list)
    failures: list[BaseException] = []
    index = Client(port, times).get("index", "/api/index")
    until = time.monotonic() + seconds

    def work(number: int) -> None:
        rng = random.Random(number)
        try:
            client = Client(port, times)
            if number < readers:
                read(client, rng, until, index)
            else:
                review(client, rng, until, f"reviewer-{number}")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(readers + reviewers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return times


def percentile(values: list[float], share: float) -> float:
    """Return the value below which a share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def serve(store: str, *more: str) -> tuple[subprocess.Popen[str], int]:
    """Start the server on a free port and return it with the port, once it answers."""
    program = str(Path(sys.executable).with_name("dateline"))
    command = [program, "serve", "--store", store, "--port", "0", *more]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    for line in process.stderr:
        if "open http://127.0.0.1:" in line:
            port = int(line.split("127.0.0.1:")[1].split("/")[0])
            threading.Thread(target=_drain, args=(process.stderr,), daemon=True).start()
            return process, port
    raise RuntimeError(f"the server ended with {process.wait()}")


def _drain(stream: IO[str]) -> None:
    """Read to the end what the server says, so that it never waits to be heard."""
    with stream:
        for line in stream:
            sys.stderr.write(line)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--readers", type=int, default=10)
    parser.add_argument("--reviewers", type=int, default=2)
    arguments = parser.parse_args()
    start = time.monotonic()
    process, port = serve(arguments.store)
    print(f"ready after {time.monotonic() - start:.1f} s")
    try:
        found = measure(port, arguments.readers, arguments.reviewers, arguments.seconds)
    finally:
        process.terminate()
        process.wait()
    opened = ("meta", "index")
    rest = [ms for kind, values in found.items() if kind not in opened for ms in values]
    print(f"{'request':<12}{'number':>8}{'median':>9}{'95 %':>9}{'99 %':>9}  ms")
    for kind, values in [*sorted(found.items()), ("all but *", rest)]:
        name = f"{kind} *" if kind in opened else kind
        middle, high, top = (percentile(values, share) for share in (0.5, 0.95, 0.99))
        print(f"{name:<12}{len(values):>8}{middle:>9.1f}{high:>9.1f}{top:>9.1f}")
    print("* once, when the page is opened")
    sys.exit(percentile(rest, 0.95) > LIMIT_MS)


if __name__ == "__main__":
    main()
