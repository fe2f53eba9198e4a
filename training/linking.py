"""Fit the weights that decide whether two claims tell of one event.

    python training/linking.py CORPUS [--predicted CODING...] [--folds 5] [--errors] [--write]

CORPUS is a folder with ``reports.jsonl``, ``gold.jsonl`` whose claims carry ``event_key``, and
``events.jsonl``. Each CODING is a file, or a folder of files, with claims of the same reports as
the coder writes them, best without having seen their gold (``training/train.py --predictions``):
from them the weights learn how far a coded side, day or place can be trusted. A coded claim tells
of the event of the gold claim that it aligns with.

Examples of one event told twice are few, so the fit starts from weights set by hand (``PRIOR``),
is pulled back to them, and may not turn the direction of a feature nor halve it. Prints B-cubed
and pairwise F1 with the prior, with the fitted weights on the corpus, and under cross-validation in
which the events of a held-out stretch of time were not seen. ``--write`` replaces the package's
weights.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from dateline.evaluation.gold import read_gold
from dateline.evaluation.linked import Keyed, keyed, near_misses, read_coding
from dateline.evaluation.scoring import b_cubed, pairwise
from dateline.events.blocking import candidate_pairs
from dateline.events.likeness import FEATURES, Weights, features, impossible, rarity
from dateline.events.link import link, running_total
from dateline.events.sketch import Column, sketch
from dateline.reading import Reading, read

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

# The share of its size by hand below which no weight may fall: what two codings of one corpus say
# of a feature must not silence it.
LEAST = 0.5

# Held as they are: the corpus has next to no pairs that speak of them.
FIXED = {"gap", "sequel"}


Misses = list[tuple[str, str]]


class View(NamedTuple):
    """One coding of the corpus, and the candidate pairs of which gold knows the answer."""

    name: str
    rows: list[Keyed]
    left: Column
    right: Column
    features: Column
    answer: Column


def views(corpus: Path, predicted: Sequence[Path]) -> Iterator[View]:
    """Yield the gold claims and each coding."""
    found = read([corpus / "reports.jsonl"])
    reports = {item.report.id: item.report for item in found if isinstance(item, Reading)}
    gold = read_gold(corpus / "gold.jsonl")
    yield view("gold claims", keyed(reports, gold, gold))
    for path in predicted:
        yield view(f"coded claims, {path.stem}", keyed(reports, read_coding(path), gold))


def view(name: str, rows: list[Keyed]) -> View:
    """Return a coding with the features and the answer of its candidate pairs."""
    claims = sketch(row.telling for row in rows)
    seen: set[tuple[int, int]] = set()
    for left, right in candidate_pairs(claims):
        seen |= set(zip(left.tolist(), right.tolist(), strict=True))
    pairs = np.array(sorted(seen))
    left, right = pairs[:, 0], pairs[:, 1]
    total = running_total(claims)
    known = np.array([row.key is not None for row in rows])
    fit = known[left] & known[right] & ~(total[left] | total[right])
    fit &= ~impossible(claims, left, right) & (claims.report[left] != claims.report[right])
    left, right = left[fit], right[fit]
    answer = np.array([rows[i].key == rows[j].key for i, j in zip(left, right, strict=True)])
    return View(name, rows, left, right, features(claims, left, right, rarity(claims)), answer)


def fit(rows: Column, answer: Column, strength: float) -> Weights:
    """Return the weights of least log loss, pulled to the prior and held to its signs."""
    prior = np.array([PRIOR[name] for name in FEATURES])
    bounds = [
        (value, value)
        if name in FIXED
        else (LEAST * value, None)
        if value > 0
        else (None, LEAST * value)
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


def labels(rows: Sequence[Keyed], weights: Weights) -> list[int]:
    """Return the number of each claim's event."""
    out = list(range(len(rows)))
    for group in link((row.telling for row in rows), weights).groups:
        for row in group:
            out[row] = group[0]
    return out


def report(name: str, rows: Sequence[Keyed], found: Sequence[int], misses: Misses) -> None:
    """Print B-cubed and pairwise F1 of the claims that are not background, and near misses."""
    both = [
        (row.key, label)
        for row, label in zip(rows, found, strict=True)
        if row.key and not row.background
    ]
    pairs = pairwise(both)
    events: dict[str, set[int]] = defaultdict(set)
    for key, label in both:
        events[key].add(label)
    merged = [pair for pair in misses if events[pair[0]] & events[pair[1]]]
    print(
        f"{name:34} B-cubed {b_cubed(both).f1:.4f}  pairwise {pairs.f1:.4f}"
        f"  ({pairs.right:.0f} right of {pairs.predicted} linked, {pairs.gold} owed)"
        f"  near misses merged: {len(merged)} of {len(misses)}",
        *merged,
    )


def stretches(rows: Sequence[Keyed], folds: int) -> Column:
    """Return the stretch of time, from 0, that each claim was published in."""
    days = [row.telling.published for row in rows]
    day = np.array([found.toordinal() if found else 0 for found in days])
    edges = np.quantile(day, np.linspace(0, 1, folds + 1)[1:-1])
    return np.asarray(np.searchsorted(edges, day, side="right"))


def main() -> None:
    """Fit, measure, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--predicted", type=Path, nargs="*", default=[])
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--strength", type=float, default=3.0)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    all_views = list(views(options.corpus, options.predicted))
    misses = near_misses(options.corpus / "events.jsonl")
    rows = np.concatenate([one.features for one in all_views])
    answer = np.concatenate([one.answer for one in all_views])
    print(f"{len(rows)} candidate pairs, {int(answer.sum())} of one event")
    prior = Weights(np.array([PRIOR[name] for name in FEATURES]))
    fitted = fit(rows, answer, options.strength)
    fold = [stretches(one.rows, options.folds) for one in all_views]
    held: list[list[int]] = [[0] * len(one.rows) for one in all_views]
    for k in range(options.folds):
        seen = np.concatenate(
            [
                (at[one.left] != k) & (at[one.right] != k)
                for one, at in zip(all_views, fold, strict=True)
            ]
        )
        weights = fit(rows[seen], answer[seen], options.strength)
        for one, at, out in zip(all_views, fold, held, strict=True):
            for row, label in enumerate(labels(one.rows, weights)):
                if at[row] == k:
                    out[row] = label
    for one, out in zip(all_views, held, strict=True):
        print(one.name)
        report("  prior", one.rows, labels(one.rows, prior), misses)
        report("  fitted, on its own data", one.rows, labels(one.rows, fitted), misses)
        report(f"  cross-validated, {options.folds} stretches", one.rows, out, misses)
        if options.errors:
            _show_errors(one, labels(one.rows, fitted), fitted)
    if options.write:
        card = {
            "format": 1,
            "source": "training/linking.py",
            "trained_on": f"{int(answer.sum())} pairs of one event among {len(rows)} candidates, "
            f"in {len(all_views)} codings; hand-set prior, signs kept",
            "weights": dict(zip(FEATURES, fitted.values.tolist(), strict=True)),
        }
        WEIGHTS.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
        print("wrote", WEIGHTS)


def _show_errors(one: View, found: Sequence[int], weights: Weights) -> None:
    """Print each wrong pair with the features that weighed most."""
    pairs = {(i, j): n for n, (i, j) in enumerate(zip(one.left, one.right, strict=True))}
    rows = one.rows
    for i in range(len(rows)):
        for j in range(i + 1, len(rows)):
            a, b = rows[i], rows[j]
            if not a.key or not b.key or (a.background and b.background):
                continue
            same = a.key == b.key
            if same == (found[i] == found[j]):
                continue
            print(
                "\nMISSED" if same else "\nWRONG ", a.key, "|", b.key, a.telling.ref, b.telling.ref
            )
            n = pairs.get((i, j))
            if n is None:
                print("   never compared, or impossible")
                continue
            parts = one.features[n] * weights.values
            shown = [
                f"{FEATURES[k]} {one.features[n][k]:.2f}*{weights.values[k]:.1f}"
                for k in range(len(parts))
                if parts[k]
            ]
            print(f"   {parts.sum():.2f}:", ", ".join(shown))


if __name__ == "__main__":
    main()
