"""Claims beside the gold claims they stand for, so that linking can be scored and trained."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from dateline.evaluation.gold import GoldClaim, PredictedClaim, read_predicted
from dateline.evaluation.scoring import align
from dateline.events.telling import Telling, tellings
from dateline.model import Claim, CodedReport, Report


class Keyed(NamedTuple):
    """A claim, and the real event that gold says it tells of, where it stands for a gold claim.

    ``background`` is that of the gold claim.
    """

    telling: Telling
    key: str | None = None
    background: bool = False


def keyed(
    reports: Mapping[str, Report],
    claims: Mapping[str, Sequence[Claim]],
    gold: Mapping[str, Sequence[GoldClaim]],
) -> list[Keyed]:
    """Return all claims of the reports that gold names, those aligned with a gold claim keyed.

    ``claims`` may be the gold claims themselves. Raises KeyError for a report that is not there.
    """
    out = []
    for report_id, golds in gold.items():
        some = tuple(claims.get(report_id, ()))
        partner = {other: golds[one] for one, other in align(golds, some)}
        coded = CodedReport(report_id=report_id, claims=some)
        for at, telling in enumerate(tellings(reports[report_id], coded)):
            found = partner.get(at)
            out.append(
                Keyed(telling, found.event_key, found.background) if found else Keyed(telling)
            )
    return out


def read_coding(path: Path) -> dict[str, tuple[PredictedClaim, ...]]:
    """Return the claims of a file, or of all files of a folder, that ``dateline code`` wrote.

    Raises UsageError naming file and line.
    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    return {key: claims for file in files for key, claims in read_predicted(file).items()}


def near_misses(path: Path) -> list[tuple[str, str]]:
    """Return the pairs of keys that ``events.jsonl`` lists as alike but two events, each once."""
    out = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        key = record["event_key"]
        out |= {(min(key, other), max(key, other)) for other in record.get("near_misses", ())}
    return sorted(out)
