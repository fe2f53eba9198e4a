"""A store of synthetic events to measure the viewer with, made as any other store is.

    python benchmarks/viewer_store.py STORE [--events 50000]

Reports go through intake, linking and merging; only the coder is replaced by one that knows what
the reports tell. Places, groups and words are invented.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dateline.model import Claim, CodedReport, Report, Status
from dateline.reading import Reading
from dateline.store import records
from dateline.store.intake import take_in
from dateline.store.relink import relink
from dateline.store.store import open_store
from link_growth import synthetic

CLAIMS_AN_EVENT = 1.8
"""Claims that the synthetic reports tell of one event, on average."""


class KnowingCoder:
    """Codes reports that it has the claims of."""

    def __init__(self) -> None:
        self.claims: dict[str, Claim] = {}

    def code(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        """Yield what each report tells."""
        for report in reports:
            yield CodedReport(report_id=report.id, claims=(self.claims.pop(report.id),))


def make(where: str | Path, events: int, say: Callable[[str], None] = lambda words: None) -> int:
    """Fill a store with about so many events and return how many it holds."""
    coder, rng = KnowingCoder(), random.Random(3)

    def readings() -> Iterator[Reading]:
        for line, telling in enumerate(synthetic(round(events * CLAIMS_AN_EVENT)), 1):
            status = rng.choice(list(Status)[:4])
            coder.claims[telling.report_id] = telling.claim.model_copy(update={"status": status})
            report = Report(
                id=telling.report_id,
                text=telling.quote,
                title=f"Report {line}",
                publisher=f"Paper {rng.randrange(40)}",
                published=telling.published,
                url=f"https://example.org/{telling.report_id}",
                language="en",
            )
            yield Reading(report, "synthetic", line)

    start = time.monotonic()
    with open_store(where) as store:
        take_in(store, readings(), lambda: coder, "knowing 1")
        say(f"kept after {time.monotonic() - start:.0f} s")
        found = relink(store)
        say(f"linked after {time.monotonic() - start:.0f} s")
        with store.reading() as connection:
            reports = records.count_reports(connection)
    say(f"{reports} reports, {found.events} events: {where}")
    return found.events


def main() -> None:
    """Make a store."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("store", help="a file that is not there yet")
    parser.add_argument("--events", type=int, default=50_000)
    arguments = parser.parse_args()
    make(arguments.store, arguments.events, print)


if __name__ == "__main__":
    main()
