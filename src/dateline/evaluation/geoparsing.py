"""How well place names are found and resolved, against texts with marked and located names.

Gold is JSONL: ``id``, ``corpus``, ``text``, ``url`` and ``toponyms`` with ``start``, ``end``, and
``lat`` and ``lon`` where the name is located. Names that the gold marks as common nouns are left
out of recall and do no harm to precision.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.coding.document import parse
from dateline.coding.places import find_names
from dateline.errors import UsageError
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.model import Place, Report

NEAR_KM = (1.0, 20.0, 161.0)
"""Distances within which a resolved name counts as right; 161 km is the field's usual one."""

_NOT_NAMES = ("Expression", "Non_Toponym", "Homonym", "Language", "Demonym")


@dataclass(slots=True)
class Tally:
    """Counts over one corpus; ``within`` counts resolved names by distance in km."""

    gold: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0
    located: int = 0
    within: Counter[float] = field(default_factory=Counter)

    @property
    def recall(self) -> float:
        """Share of the gold names that some found name overlaps."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def precision(self) -> float:
        """Share of the found names that overlap a gold name."""
        return self.right / self.predicted if self.predicted else 0.0

    def accuracy(self, km: float) -> float:
        """Share of the found names with gold coordinates that lie within ``km`` of them."""
        return self.within[km] / self.located if self.located else 0.0


def measure(gold: Path, gazetteer: Gazetteer) -> dict[str, Tally]:
    """Return the counts for each corpus of a gold file, and for "all" together.

    Raises UsageError, naming file and line, where a line is not a gold record.
    """
    rows = list(_records(gold))
    tallies: dict[str, Tally] = {"all": Tally()}
    reports = (Report(id=row["id"], text=row["text"], url=row.get("url")) for row in rows)
    for row, document in zip(rows, parse(reports), strict=True):
        places = [mention.place for mention in find_names(document, gazetteer)]
        for name in (str(row.get("corpus", "texts")), "all"):
            _count(tallies.setdefault(name, Tally()), row["toponyms"], places)
    return tallies


def _count(tally: Tally, toponyms: list[dict[str, Any]], places: list[Place]) -> None:
    for toponym in toponyms:
        if str(toponym.get("type") or "").endswith(_NOT_NAMES):
            continue
        tally.gold += 1
        place = next((p for p in places if _overlap(p, toponym)), None)
        if place is None:
            continue
        tally.found += 1
        if toponym.get("lat") is None or place.lat is None or place.lon is None:
            continue
        tally.located += 1
        km = distance_km(place.lat, place.lon, float(toponym["lat"]), float(toponym["lon"]))
        for limit in NEAR_KM:
            tally.within[limit] += km <= limit
    tally.predicted += len(places)
    tally.right += sum(any(_overlap(place, toponym) for toponym in toponyms) for place in places)


def _overlap(place: Place, toponym: dict[str, Any]) -> bool:
    start, end = place.span or (0, 0)
    return bool(start < toponym["end"] and end > toponym["start"])


def _records(gold: Path) -> Iterator[dict[str, Any]]:
    with gold.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            try:
                row = json.loads(line)
                row["id"], row["text"], row["toponyms"]
            except (ValueError, KeyError, TypeError) as error:
                raise UsageError(f"{gold}:{number}: not a gold record ({error})") from error
            yield row
