"""How well claims are linked into events: gold claims as given, and claims as coded.

    python benchmarks/link_quality.py CORPUS [--predicted CODING] [--errors] [--floors FILE]

CORPUS holds ``reports.jsonl``, ``gold.jsonl`` whose claims carry ``event_key``, and
``events.jsonl`` with near misses: keys that look alike and are two events. Prints B-cubed F1 over
claims and F1 over pairs of claims of one event, background left out, for the gold claims linked as
given and for coded ones: those of CODING, a file or a folder of files as ``dateline code`` writes
them, or of the coder as shipped. Coded claims count where they align with a gold claim.
``--errors`` names the pairs that are wrong. Exit code 4 where a figure lies below that pinned in
FILE.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from dateline.coding.coders import code_readings, coder
from dateline.errors import FloorMissed, ReportError
from dateline.evaluation.gold import read_gold
from dateline.evaluation.linked import Keyed, keyed, near_misses, read_coding
from dateline.evaluation.scoring import b_cubed, pairwise
from dateline.events.link import link
from dateline.events.telling import Telling
from dateline.model import Claim, Report
from dateline.reading import Reading, read


class Linked(NamedTuple):
    """A claim that stands for a gold claim, the event that gold names, and the one found."""

    key: str
    telling: Telling
    event: int


def main() -> int:
    """Print the figures; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--predicted", type=Path, help="claims as dateline code writes them")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--floors", type=Path)
    options = parser.parse_args()
    reports = {
        item.report.id: item.report
        for item in read([options.corpus / "reports.jsonl"])
        if isinstance(item, Reading)
    }
    gold = read_gold(options.corpus / "gold.jsonl")
    coded: Mapping[str, Sequence[Claim]] = (
        read_coding(options.predicted) if options.predicted else code(list(reports.values()))
    )
    misses = near_misses(options.corpus / "events.jsonl")
    given = linked(keyed(reports, gold, gold))
    ends = linked(keyed(reports, coded, gold))
    figures = report("gold claims", given, misses) | report("coded claims", ends, misses)
    if options.errors:
        for line in errors(ends):
            print(line)
    if options.floors:
        floors = json.loads(options.floors.read_text(encoding="utf-8"))
        low = [
            f"{name} {figures[name]:.3f} < {floor}"
            for name, floor in floors.items()
            if figures[name] < floor
        ]
        print("floors:", "; ".join(low) or "kept")
        return FloorMissed.exit_code if low else 0
    return 0


def code(reports: Sequence[Report]) -> dict[str, Sequence[Claim]]:
    """Return the claims of the coder as shipped, by report."""
    readings = [Reading(report, "-", 0) for report in reports]
    done = code_readings(readings, coder())
    return {item[0].id: item[1].claims for item in done if not isinstance(item, ReportError)}


def linked(rows: Sequence[Keyed]) -> list[Linked]:
    """Link all claims, and return those that stand for a gold claim that is not background."""
    event = list(range(len(rows)))
    for group in link(row.telling for row in rows).groups:
        for row in group:
            event[row] = group[0]
    return [
        Linked(row.key, row.telling, number)
        for row, number in zip(rows, event, strict=True)
        if row.key and not row.background
    ]


def report(
    name: str, rows: Sequence[Linked], misses: Sequence[tuple[str, str]]
) -> dict[str, float]:
    """Print the figures of one way and return them; near misses as minus how many were merged."""
    pairs = [(row.key, row.event) for row in rows]
    cubed, couples = b_cubed(pairs), pairwise(pairs)
    events: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        events[row.key].add(row.event)
    merged = [miss for miss in misses if events[miss[0]] & events[miss[1]]]
    print(
        f"{name:14} B-cubed F1 {cubed.f1:.3f}  pairwise P {couples.precision:.3f} "
        f"R {couples.recall:.3f} F1 {couples.f1:.3f}  ({couples.right:.0f} right of "
        f"{couples.predicted} linked, {couples.gold} owed, {len(rows)} claims)  "
        f"near misses merged: {len(merged)} of {len(misses)}",
        *merged,
    )
    return {
        f"{name}: b-cubed": cubed.f1,
        f"{name}: pairwise": couples.f1,
        f"{name}: near misses": -float(len(merged)),
    }


def errors(rows: Sequence[Linked]) -> list[str]:
    """Return the pairs that were missed or wrongly linked, a claim a line."""
    out = []
    for one, two in combinations(rows, 2):
        if (one.key == two.key) == (one.event == two.event):
            continue
        out.append("MISSED" if one.key == two.key else f"WRONG  {one.key} | {two.key}")
        out += [f"   {row.telling.ref} {words(row.telling)}" for row in (one, two)]
    return out


def words(telling: Telling) -> str:
    """Return what linking sees of a claim, on one line."""
    claim = telling.claim
    when = f"{claim.date.start}..{claim.date.end} {claim.date.precision}" if claim.date else "-"
    where = f"{claim.place.canonical} {claim.place.precision}" if claim.place else "-"
    sides = [[a.name or str(a.kind) for a in side] for side in (claim.side_a, claim.side_b)]
    numbers = [f"{f.best or f.low or f.high} {f.measure}" for f in claim.figures]
    return (
        f"{claim.sub_event_type} | {when} | {where} | {sides[0]} -> {sides[1]} | {numbers} | "
        f"{telling.quote[:220]!r}"
    )


if __name__ == "__main__":
    sys.exit(main())
