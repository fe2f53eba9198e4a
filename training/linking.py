"""Fit the weights that decide whether two claims tell of one event.

    python training/linking.py CORPUS... [--folds 5] [--write]

A CORPUS is a folder with ``reports.jsonl`` and ``gold.jsonl`` whose claims carry ``event_key``.
Examples of one event told twice are few, so the fit starts from weights set by hand (``PRIOR``),
is pulled back to them, and may not turn the direction of a feature. Prints B-cubed and pairwise
F1 with the prior, with the fitted weights on the corpus, and under cross-validation in which the
events of a held-out stretch of time were not seen. ``--write`` replaces the package's weights.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from dateline.events.blocking import candidate_pairs
from dateline.events.likeness import FEATURES, Weights, features, impossible, rarity
from dateline.events.link import link, running_total
from dateline.events.sketch import Column, sketch
from dateline.events.telling import Telling, tellings
from dateline.model import Claim, CodedReport, Report

WEIGHTS = Path(__file__).parents[1] / "src/dateline/data/linking/weights.json"

# Direction and size by hand: what an analyst would say before seeing any example.
PRIOR = {
    "bias": -5.0,
    "type": -3.0,
    "same_place": 3.0,
    "close": 1.0,
    "apart": -4.0,
    "told_place": 2.0,
    "contained": 0.6,
    "no_place": -0.5,
    "near_against_exact": -0.7,
    "capture": 1.0,
    "same_day": 1.5,
    "overlap": 1.0,
    "gap": -9.0,
    "sequel": -3.0,
    "vague_date": -0.5,
    "uneven_span": -2.0,
    "actor_a": 1.5,
    "against_a": -3.0,
    "actor_b": 1.0,
    "against_b": -1.5,
    "same_name": 0.5,
    "crossed": -3.0,
    "equal_figures": 2.5,
    "near_figures": 1.5,
    "far_figures": -2.5,
    "words": 5.0,
    "names": 1.5,
    "same_facility": 1.0,
    "other_facility": -1.0,
    "other_daytime": -0.7,
    "background_differs": -0.5,
}

# Held as they are: the corpus has next to no pairs that speak of them.
FIXED = {"gap", "sequel"}


def read(folder: Path) -> list[tuple[Telling, str]]:
    """Return the claims of a corpus with their event keys."""
    reports = {}
    for line in (folder / "reports.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        fields = ("id", "text", "title", "publisher", "published")
        reports[record["id"]] = Report(**{key: record.get(key) for key in fields})
    out = []
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        keys = [claim.pop("event_key", "") for claim in record["claims"]]
        claims = tuple(_claim(claim) for claim in record["claims"])
        coded = CodedReport(report_id=record["report_id"], claims=claims)
        told = tellings(reports[coded.report_id], coded)
        out += [(telling, key) for telling, key in zip(told, keys, strict=True) if key]
    return out


def _claim(record: dict[str, object]) -> Claim:
    for side in ("side_a", "side_b"):
        for actor in record[side]:  # type: ignore[attr-defined]
            actor.pop("aliases", None)
    for holder in (record.get("control") or {}).values():  # type: ignore[attr-defined]
        if holder:
            holder.pop("aliases", None)
    return Claim.model_validate(record)


def examples(told: list[Telling], keys: list[str]) -> tuple[Column, Column, Column, Column]:
    """Return features and answer of every candidate pair, and the pairs."""
    claims = sketch(told)
    weight = rarity(claims)
    seen: set[tuple[int, int]] = set()
    for left, right in candidate_pairs(claims):
        seen |= set(zip(left.tolist(), right.tolist(), strict=True))
    pairs = np.array(sorted(seen))
    left, right = pairs[:, 0], pairs[:, 1]
    total = running_total(claims)
    fit = ~impossible(claims, left, right) & ~(total[left] | total[right])
    fit &= claims.report[left] != claims.report[right]
    left, right = left[fit], right[fit]
    answer = np.array([keys[i] == keys[j] for i, j in zip(left, right, strict=True)])
    return features(claims, left, right, weight), answer, left, right


def fit(rows: Column, answer: Column, strength: float) -> Weights:
    """Return the weights of least log loss, pulled to the prior and held to its signs."""
    prior = np.array([PRIOR[name] for name in FEATURES])
    bounds = [
        (value, value) if name in FIXED else (0.0, None) if value > 0 else (None, 0.0)
        for name, value in zip(FEATURES, prior.tolist(), strict=True)
    ]

    def loss(values: Column) -> tuple[float, Column]:
        odds = rows @ values
        chance = 1 / (1 + np.exp(-odds))
        value = np.logaddexp(0, np.where(answer, -odds, odds)).sum()
        pull = (values - prior) / np.abs(prior)
        gradient = rows.T @ (chance - answer) + 2 * strength * pull / np.abs(prior)
        return float(value + strength * (pull**2).sum()), gradient

    found = minimize(loss, prior, jac=True, bounds=bounds, method="L-BFGS-B")
    return Weights(np.round(found.x, 3))


def labels(told: list[Telling], weights: Weights) -> list[int]:
    """Return the number of each claim's event."""
    linkage = link(told, weights)
    out = list(range(len(told)))
    for group in linkage.groups:
        for row in group:
            out[row] = group[0]
    return out


def b_cubed(gold: list[str], found: list[int]) -> float:
    """Return the B-cubed F1 of two partitions."""
    one: dict[str, set[int]] = defaultdict(set)
    two: dict[int, set[int]] = defaultdict(set)
    for row, (a, b) in enumerate(zip(gold, found, strict=True)):
        one[a].add(row)
        two[b].add(row)
    both = [(len(one[a] & two[b]), a, b) for a, b in zip(gold, found, strict=True)]
    precision = sum(n / len(two[b]) for n, _, b in both) / len(both)
    recall = sum(n / len(one[a]) for n, a, _ in both) / len(both)
    return 2 * precision * recall / (precision + recall)


def pairwise(gold: list[str], found: list[int]) -> tuple[int, int, int]:
    """Return the pairs rightly linked, linked, and to be linked."""
    n = range(len(gold))
    right = {(i, j) for i in n for j in range(i) if gold[i] == gold[j]}
    linked = {(i, j) for i in n for j in range(i) if found[i] == found[j]}
    return len(right & linked), len(linked), len(right)


def report(name: str, gold: list[str], found: list[int], background: list[bool]) -> None:
    """Print B-cubed and pairwise F1 over the claims that are not background."""
    rows = [row for row, old in enumerate(background) if not old]
    gold, found = [gold[row] for row in rows], [found[row] for row in rows]
    hit, linked, owed = pairwise(gold, found)
    f1 = 2 * hit / (linked + owed) if linked + owed else 1.0
    print(
        f"{name:28} B-cubed {b_cubed(gold, found):.4f}  pairwise {f1:.4f}"
        f"  ({hit} right of {linked} linked, {owed} owed)"
    )


def near_misses(folder: Path) -> set[tuple[str, str]]:
    """Return the pairs of keys that the corpus lists as alike but two events."""
    out = set()
    for line in (folder / "events.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        key = record["event_key"]
        out |= {(min(key, other), max(key, other)) for other in record.get("near_misses", ())}
    return out


def _report_near_misses(
    misses: list[tuple[str, str]], keys: list[str], found: list[int], name: str
) -> None:
    """Print how many of the listed near misses share an event, and which."""
    events: dict[str, set[int]] = defaultdict(set)
    for key, label in zip(keys, found, strict=True):
        events[key].add(label)
    merged = [pair for pair in misses if events[pair[0]] & events[pair[1]]]
    print(f"near misses merged, {name}: {len(merged)} of {len(misses)}", *merged)


def main() -> None:
    """Fit, measure, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--strength", type=float, default=3.0)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    data = [row for folder in options.corpora for row in read(folder)]
    told, keys = [telling for telling, _ in data], [key for _, key in data]
    background = [telling.claim.background for telling in told]
    rows, answer, left, right = examples(told, keys)
    print(f"{len(told)} claims, {len(rows)} candidate pairs, {int(answer.sum())} of one event")
    prior = Weights(np.array([PRIOR[name] for name in FEATURES]))
    report("prior", keys, labels(told, prior), background)
    fitted = fit(rows, answer, options.strength)
    report("fitted, on its own data", keys, labels(told, fitted), background)

    day = np.array([t.published.toordinal() if t.published else 0 for t in told])
    edges = np.quantile(day, np.linspace(0, 1, options.folds + 1)[1:-1])
    fold = np.searchsorted(edges, day, side="right")
    held: list[int] = [0] * len(told)
    for k in range(options.folds):
        seen = (fold[left] != k) & (fold[right] != k)
        weights = fit(rows[seen], answer[seen], options.strength)
        for row, label in enumerate(labels(told, weights)):
            if fold[row] == k:
                held[row] = label
    report(f"cross-validated, {options.folds} folds", keys, held, background)
    misses = [row for folder in options.corpora for row in near_misses(folder)]
    _report_near_misses(misses, keys, labels(told, fitted), "fitted")
    _report_near_misses(misses, keys, held, "cross-validated")
    if options.errors:
        _show_errors(told, keys, labels(told, fitted), rows, left, right, fitted)
    if options.write:
        card = {
            "format": 1,
            "source": "training/linking.py",
            "trained_on": f"{len(told)} claims, {int(answer.sum())} pairs of one event among "
            f"{len(rows)} candidates; hand-set prior, signs kept",
            "weights": dict(zip(FEATURES, fitted.values.tolist(), strict=True)),
        }
        WEIGHTS.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
        print("wrote", WEIGHTS)


def _show_errors(
    told: list[Telling],
    keys: list[str],
    found: list[int],
    rows: Column,
    left: Column,
    right: Column,
    weights: Weights,
) -> None:
    """Print each wrong pair with the features that weighed most."""
    pairs = {(i, j): n for n, (i, j) in enumerate(zip(left, right, strict=True))}
    for i in range(len(told)):
        for j in range(i + 1, len(told)):
            same, linked = keys[i] == keys[j], found[i] == found[j]
            if same == linked or (told[i].claim.background and told[j].claim.background):
                continue
            n = pairs.get((i, j))
            print(
                "\nMISSED" if same else "\nWRONG ", keys[i], "|", keys[j], told[i].ref, told[j].ref
            )
            if n is None:
                print("   never compared")
                continue
            parts = rows[n] * weights.values
            shown = [
                f"{FEATURES[k]} {rows[n][k]:.2f}*{weights.values[k]:.1f}"
                for k in range(len(parts))
                if parts[k]
            ]
            print(f"   {parts.sum():.2f}:", ", ".join(shown))


if __name__ == "__main__":
    main()
