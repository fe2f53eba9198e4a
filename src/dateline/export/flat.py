"""The flat formats: acled, ged, our tidy tables, JSON lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from dateline.errors import UsageError
from dateline.export.cells import Cell
from dateline.export.dataset import Dataset
from dateline.export.files import beside, text_file
from dateline.export.ged import has_deaths
from dateline.export.tables import cell_text, column_map, rows, write_csv
from dateline.store.decisions import Decided


def write_acled(dataset: Dataset, path: Path, options: Mapping[str, Any]) -> list[Path]:
    """Write ACLED's 31 columns and, beside them, the provenance.

    Plans and types that ACLED does not code are left out.
    """
    columns = column_map("acled")
    main = dataset.keep(decided for decided in dataset.events if columns.holds(decided.event))
    with text_file(path) as stream:
        write_csv(columns, rows(columns, main, options), stream, hxl=bool(options.get("hxl")))
    return [path, beside(path, main.provenance)]


def write_ged(dataset: Dataset, path: Path, options: Mapping[str, Any]) -> list[Path]:
    """Write GED's 49 columns for the events with a death, and all others to a file beside it.

    ``id`` is a running number in the order of the file; ``relid`` is the event's own id.
    """
    columns = column_map("ged")
    deadly = {
        decided.event.id
        for decided in dataset.events
        if has_deaths(decided.event) and columns.holds(decided.event)
    }
    main = dataset.keep(one for one in dataset.events if one.event.id in deadly)
    others = [one for one in dataset.events if one.event.id not in deadly]
    with text_file(path) as stream:
        write_csv(columns, rows(columns, main, options), stream, hxl=bool(options.get("hxl")))
    side = path.with_name(f"{path.stem}.no-deaths{path.suffix}")
    ours = column_map("events")
    with text_file(side) as stream:
        write_csv(ours, rows(ours, dataset.keep(others), options), stream)
    return [path, side, beside(path, main.provenance)]


def write_csv_tables(dataset: Dataset, path: Path, options: Mapping[str, Any]) -> list[Path]:
    """Write a folder of tidy tables: events, claims, figures, reports, and the provenance."""
    if path.exists() and not path.is_dir():
        raise UsageError(f"{path} is a file; tidy tables go to a folder")
    path.mkdir(exist_ok=True)
    events = column_map("events")
    with text_file(path / "events.csv") as stream:
        write_csv(events, rows(events, dataset, options), stream, hxl=bool(options.get("hxl")))
    _table(path / "claims.csv", _CLAIMS, _claims(dataset))
    _table(path / "figures.csv", _FIGURES, _figures(dataset))
    _table(path / "reports.csv", _REPORTS, _reports(dataset))
    names = ("events", "claims", "figures", "reports")
    out = [path / f"{name}.csv" for name in names]
    return [*out, beside(path / "tables", dataset.provenance)]


def write_jsonl(dataset: Dataset, path: Path, options: Mapping[str, Any]) -> list[Path]:
    """Write one line an event, with everything the event holds, and the provenance beside it."""
    with text_file(path) as stream:
        for record in event_records(dataset):
            stream.write(json.dumps(record, ensure_ascii=False) + "\n")
    return [path, beside(path, dataset.provenance)]


def event_records(dataset: Dataset) -> Iterable[dict[str, Any]]:
    """Yield each event as plain values, its id as ``event_id``, with the state of its review."""
    yield from map(event_record, dataset.events)


def event_record(decided: Decided) -> dict[str, Any]:
    """Return an event as plain values, its id as ``event_id``, with the state of its review."""
    record = decided.event.model_dump(mode="json", by_alias=True)
    return {"event_id": record.pop("id"), **record, "review": decided.state}


_CLAIMS = (
    "event_id",
    "report_id",
    "claim_id",
    "sub_event_type",
    "date_start",
    "date_end",
    "place",
    "status",
    "attributed_to",
    "confidence",
    "linked_to",
    "reasons",
    "quote",
)
_FIGURES = ("event_id", "report_id", "claim_id", "measure", "who", "low", "best", "high", "text")
_REPORTS = ("report_id", "publisher", "published", "title", "url")


def _table(path: Path, header: Sequence[str], lines: Iterable[Sequence[Cell]]) -> None:
    with text_file(path) as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([cell_text(cell) for cell in line] for line in lines)


def _claims(dataset: Dataset) -> Iterable[Sequence[Cell]]:
    for event in (decided.event for decided in dataset.events):
        links = {(link.report_id, link.claim_id): link for link in event.links}
        for ref in event.claims:
            telling = dataset.tellings.get(ref)
            link = links.get(ref)
            to = "/".join(link.to) if link and link.to else None
            why = "; ".join(link.reasons) if link else None
            if telling is None:
                yield (event.id, *ref, *[None] * 10)
                continue
            claim = telling.claim
            yield (
                event.id,
                *ref,
                str(claim.sub_event_type),
                claim.date.start.isoformat() if claim.date else None,
                claim.date.end.isoformat() if claim.date else None,
                claim.place.canonical if claim.place else None,
                str(claim.status),
                "; ".join(claim.attributed_to),
                claim.confidence,
                to,
                why,
                telling.quote,
            )


def _figures(dataset: Dataset) -> Iterable[Sequence[Cell]]:
    for event in (decided.event for decided in dataset.events):
        for ref in event.claims:
            telling = dataset.tellings.get(ref)
            for figure in telling.claim.figures if telling else ():
                numbers = (figure.low, figure.best, figure.high)
                yield (event.id, *ref, str(figure.measure), figure.who, *numbers, figure.text)


def _reports(dataset: Dataset) -> Iterable[Sequence[Cell]]:
    for key in sorted(dataset.reports):
        report = dataset.reports[key]
        day = report.published.isoformat() if report.published else None
        yield (report.id, report.publisher, day, report.title, report.url)
