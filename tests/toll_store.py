"""A coder of one-line reports, and the shortest way from reports to a store with events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dateline.model import Claim, CodedReport, Event, Report, Review
from dateline.reading import Reading
from dateline.store import event_records
from dateline.store.intake import take_in
from dateline.store.relink import relink
from dateline.store.store import Store
from telling_makers import ARMY, PEOPLE, REBELS, figure

AZMAR = {"name": "Azmar", "canonical": "Azmar", "country": "SY", "admin1": "Idlib"}
AZMAR |= {"lat": 35.9, "lon": 36.7, "precision": "exact"}


class TollCoder:
    """Codes "DAY: N killed by X" as an air strike on Azmar, and counts what it was asked."""

    asked = 0

    def code(self, reports: Iterable[Report]) -> Iterator[CodedReport]:
        for report in reports:
            type(self).asked += 1
            yield CodedReport(report_id=report.id, claims=tuple(self._claims(report.text)))

    def _claims(self, said: str) -> Iterator[Claim]:
        start = 0
        for number, line in enumerate(said.splitlines(keepends=True), 1):
            day, toll, side = line.split()[:3]
            yield Claim.model_validate(
                {
                    "id": f"c{number}",
                    "evidence": [(start, start + len(line.rstrip()))],
                    "sub_event_type": "Air/drone strike",
                    "date": {"start": day, "end": day, "precision": "day"},
                    "place": AZMAR,
                    "side_a": (ARMY if side == "army" else REBELS,),
                    "side_b": (PEOPLE,),
                    "figures": (figure(int(toll)),),
                }
            )
            start += len(line)


def report(name: str, *lines: str, publisher: str | None = None) -> Report:
    return Report(
        id=name,
        text="\n".join(lines),
        title=f"News of {name}",
        publisher=publisher or name,
        published=date(2024, 5, 4),
    )


FIRST = report("a", "2024-05-03 12 army hit the crowded market square")
SECOND = report("b", "2024-05-03 15 army jets over the market of the town")
OTHER = report("c", "2024-05-19 3 rebels shelled a farm beyond the river")


def readings(*reports: Report) -> list[Reading]:
    return [Reading(report, "reports.jsonl", line) for line, report in enumerate(reports, 1)]


def run(store: Store, *reports: Report, version: str = "toll 1") -> list[Event]:
    take_in(store, readings(*reports), TollCoder, version)
    relink(store)
    return events(store)


def events(store: Store) -> list[Event]:
    with store.reading() as connection:
        return list(event_records.event_bodies(connection))


def review(action: str, subject: str, **more: object) -> Review:
    values = {"action": action, "subject": subject, "reviewer": "ana", "at": "2024-06-01T10:00:00Z"}
    return Review.model_validate(values | more)


def many_reports() -> list[Report]:
    return [
        report(
            f"r{n:03}",
            f"2024-05-{1 + n % 28:02} {10 + n % 3} army hit market number {n % 28}",
            publisher=f"paper {n % 7}",
        )
        for n in range(220)
    ]
