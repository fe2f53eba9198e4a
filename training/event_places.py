"""Cross-validate the place model on sentences with marked events.

    python training/event_places.py CORPORA

Five folds over the documents of ``event_location``; each fold is measured with a place model that
was fitted on the others and on the gold claims, as ``train.py`` fits it on all. Nothing is written.
"""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

from fitting import fit
from train import label, read
from weak import place_examples

from dateline.evaluation.event_location import Tally, found, records, tally
from dateline.knowledge.gazetteer import Gazetteer

FOLDS = 5


def main(corpora: Path) -> None:
    """Print one line a part of the gold."""
    claims = []
    for text in read(corpora):
        label(text)
        claims += text.arguments["place"]
    rows = list(records(corpora / "event_location/dev.jsonl"))
    pairs = list(zip(rows, found(rows, Gazetteer.open()), strict=True))
    fold_of = [zlib.crc32(str(row.get("doc", row["id"])).encode()) % FOLDS for row in rows]
    totals: dict[str, Tally] = {}
    for fold in range(FOLDS):
        others = [
            example
            for pair, number in zip(pairs, fold_of, strict=True)
            if number != fold
            for example in place_examples(*pair)
        ]
        model = fit(claims + others, strength=0.2)
        here = (pair for pair, number in zip(pairs, fold_of, strict=True) if number == fold)
        for name, part in tally(here, model).items():
            totals.setdefault(name, Tally()).add(part)
    for name, total in totals.items():
        print(
            f"{name:12} {total.events:6} events: precision {total.precision:.3f}"
            f" recall {total.recall:.3f} exact {total.exact_share:.3f}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
