"""Code all development gold with models that have not seen it, score it, compare, show the errors.

    python training/loop.py CORPORA --keep DIR [--across] [--errors 40] [--slot place]

Cross-validates (see train.py), prints the scores of each corpus slot by slot beside those of the
last run kept in DIR, and writes every error in its sentence to ``DIR/<corpus>-errors.txt``.
``--across`` tests each corpus on models that learned from the others only.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from train import CORPORA

from dateline.errors import ReportError
from dateline.evaluation.gold import read_gold, read_predicted
from dateline.evaluation.scoring import Wrong, score
from dateline.evaluation.table import as_json, error_lines
from dateline.model import Report
from dateline.reading import read

Figures = dict[str, Any]


def main() -> None:
    """Run the loop once."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--keep", type=Path, required=True, help="folder of predictions and scores")
    parser.add_argument("--across", action="store_true", help="fold by corpus, not by report")
    parser.add_argument("--errors", type=int, default=0, help="how many errors to print a corpus")
    parser.add_argument("--slot", help="only errors in this slot, or missed, or spurious")
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    train = Path(__file__).with_name("train.py")
    command = [sys.executable, str(train), str(options.corpora), "--predictions", str(options.keep)]
    subprocess.run(command + ["--across"] * options.across, check=True)
    kept = options.keep / "scores.json"
    before: Figures = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    now: Figures = {}
    for corpus, (reports, gold) in CORPORA.items():
        golds = read_gold(options.corpora / gold)
        scores = score(golds, read_predicted(options.keep / f"{corpus}.jsonl"))
        now[corpus] = as_json(scores)
        print("\n".join(compared(corpus, now[corpus], before.get(corpus, {}))))
        texts = reports_of(options.corpora / reports, set(golds))
        wrong = [one for one in scores.wrong if not options.slot or options.slot in one.slots]
        lines = ["\n".join(error_lines(one, texts)) for one in wrong]
        (options.keep / f"{corpus}-errors.txt").write_text("\n\n".join(lines), encoding="utf-8")
        print(f"{counted(wrong)}; all in {options.keep / f'{corpus}-errors.txt'}\n")
        print("\n\n".join(lines[: options.errors]))
    kept.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")


def compared(corpus: str, now: Figures, before: Figures) -> list[str]:
    """Return the table of one corpus: F1 of each measure, and what it gained on the last run."""
    out = [corpus]
    for name, rate in _rates(now):
        line = f"  {name:22} P {rate['precision']:.3f}  R {rate['recall']:.3f}  F1 {rate['f1']:.3f}"
        last = dict(_rates(before)).get(name)
        out.append(line + (f"  {rate['f1'] - last['f1']:+.3f}" if last else ""))
    return out


def counted(wrong: list[Wrong]) -> str:
    """Return how many claims are wrong in each slot."""
    names = sorted({name for one in wrong for name in one.slots})
    counts = (f"{name} {sum(name in one.slots for one in wrong)}" for name in names)
    return "errors: " + ", ".join(counts)


def reports_of(path: Path, wanted: set[str]) -> dict[str, Report]:
    """Return the wanted reports of a corpus by their ids."""
    readings = (item for item in read([path]) if not isinstance(item, ReportError))
    return {item.report.id: item.report for item in readings if item.report.id in wanted}


def _rates(figures: Figures) -> list[tuple[str, Figures]]:
    slots = figures.get("by_slot", {})
    return [(k, v) for k, v in {**figures, **slots}.items() if isinstance(v, dict) and "f1" in v]


if __name__ == "__main__":
    main()
