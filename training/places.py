"""Train the models that say whether a name is a place's, and which of its namesakes it means.

    python training/places.py CORPORA [--save src/dateline/data/models]

CORPORA is the folder of the development corpora: ``geoparsing``, ``re3d`` and ``event_location``
teach which names are places, ``geoparsing`` and the gold claims of ``syria-news`` and
``world-days`` which place a name means. Without ``--save`` the models are cross-validated by
report and nothing is written.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from fitting import Example, fit, save
from scipy.optimize import minimize

from dateline.coding import place_choice
from dateline.coding.country_votes import country_shares
from dateline.coding.document import Document, parse
from dateline.coding.place_candidates import candidates
from dateline.coding.place_choice import FEATURES, Array, Group, groups, settle
from dateline.coding.toponym_features import (
    listed_features,
    surroundings,
    unlisted_features,
)
from dateline.coding.toponyms import Tokens, Toponym
from dateline.knowledge.countries import countries_by_demonym
from dateline.knowledge.gazetteer import Gazetteer
from dateline.knowledge.gazetteer_sources import distance_km
from dateline.model import Report

PLACE, OTHER = "place", "other"
CLOSE = 1e-4
"""How closely the solver settles; these models are small enough for that."""
NOT_NAMES = ("Expression", "Demonym", "Homonym", "Language", "Non_Toponym")


@dataclass(slots=True)
class Text:
    """What one report teaches."""

    corpus: str
    listed: list[Example] = field(default_factory=list)
    unlisted: list[Example] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    right: list[Array] = field(default_factory=list)
    """For each group, 1 for the namesakes near the gold point; all 0 where there is none."""


def records(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the records of one JSONL file."""
    with (folder / name).open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def read(folder: Path, gazetteer: Gazetteer) -> list[Text]:
    """Parse all corpora and return what they teach."""
    jobs: list[tuple[str, Report, list[dict[str, Any]]]] = []
    for row in records(folder, "geoparsing/dev.jsonl"):
        report = Report(id=row["id"], text=row["text"], url=row["url"])
        jobs.append((row["corpus"], report, row["toponyms"]))
    for row in records(folder, "re3d/dev.jsonl"):
        jobs.append(("re3d", Report(id=row["id"], text=row["text"]), row["entities"]))
    for row in records(folder, "event_location/dev.jsonl"):
        spans = [span for event in row["events"] for span in event["locations"]]
        jobs.append(("event_location", Report(id=row["id"], text=row["text"]), spans))
    for name in ("syria-news", "world-days"):
        gold = {row["report_id"]: row["claims"] for row in records(folder, f"{name}/gold.jsonl")}
        for row in records(folder, f"{name}/reports.jsonl"):
            if row["id"] in gold:
                report = Report(id=row["id"], text=row["text"], publisher=row.get("publisher"))
                places = [c["place"] for c in gold[row["id"]] if c["place"]]
                jobs.append((name, report, places))
    out = []
    for (corpus, _, gold_spans), document in zip(
        jobs, parse(report for _, report, _ in jobs), strict=True
    ):
        out.append(_teach(corpus, document, gold_spans, gazetteer))
    return out


def _teach(
    corpus: str, document: Document, gold: list[dict[str, Any]], gazetteer: Gazetteer
) -> Text:
    text = Text(corpus)
    tokens = Tokens(document)
    found = candidates(tokens, gazetteer)
    claims = corpus in {"syria-news", "world-days"}
    around = surroundings(tokens, found)
    taken: list[Toponym] = []
    points: list[tuple[float, float] | None] = []
    for toponym in found:
        start, end = document.offsets(toponym.first, toponym.last)
        label, point = (
            _claim_label(toponym, gold) if claims else _label(corpus, start, end, toponym, gold)
        )
        if toponym.matches and (label == PLACE):
            taken.append(toponym)
            points.append(point)
        if label is None:
            continue
        weight = 0.5 if corpus in {"event_location", "syria-news", "world-days"} else 1.0
        if toponym.matches:
            text.listed.append((listed_features(tokens, toponym, around), label, weight))
        else:
            text.unlisted.append((unlisted_features(tokens, toponym, around), label, weight))
    if taken and corpus not in {"re3d", "event_location"}:
        place_of = {id(toponym): point for toponym, point in zip(taken, points, strict=True)}
        for group in groups(taken, *country_shares(tokens, found)[:2]):
            point = next((p for t in group.members if (p := place_of[id(t)])), None)
            text.groups.append(group)
            text.right.append(_near(group, point))
    return text


def _label(
    corpus: str, start: int, end: int, toponym: Toponym, gold: list[dict[str, Any]]
) -> tuple[str | None, tuple[float, float] | None]:
    """Whether the span is a gold place, with its point; None where the gold does not say."""
    skip = False
    for span in gold:
        if span["end"] <= start or span["start"] >= end:
            continue
        kind = str(span.get("type") or "")
        if corpus == "re3d" and kind != "Location":
            skip = skip or kind == "Organisation"
            continue
        if kind.endswith(NOT_NAMES) or countries_by_demonym(toponym.text):
            skip = True
            continue
        edge = span["start"] == start or span["end"] == end
        overlap = min(end, span["end"]) - max(start, span["start"])
        if edge and overlap >= 0.5 * (span["end"] - span["start"]):
            lat = span.get("lat")
            return PLACE, (float(lat), float(span["lon"])) if lat is not None else None
        if corpus == "event_location":
            skip = True
    if corpus == "event_location":
        return None, None
    return (None if skip else OTHER), None


def _claim_label(
    toponym: Toponym, gold: list[dict[str, Any]]
) -> tuple[str | None, tuple[float, float] | None]:
    for place in gold:
        same = place["name"].casefold().startswith(toponym.text.casefold()) or place[
            "name"
        ].casefold().endswith(toponym.text.casefold())
        if same and len(toponym.text) > 0.4 * len(place["name"]) and place["lat"] is not None:
            if place["precision"] in {"exact", "near"} or place["name"] == toponym.text:
                return PLACE, (place["lat"], place["lon"])
            return PLACE, None
    return None, None


def _near(group: Group, point: tuple[float, float] | None) -> Array:
    right = np.zeros(len(group.matches))
    if point is None:
        return right
    kilometres = np.array([distance_km(m.entry.lat, m.entry.lon, *point) for m in group.matches])
    best = kilometres.min()
    if best > 161 and not any(
        m.entry.radius_km > k * 0.6 for m, k in zip(group.matches, kilometres, strict=True)
    ):
        return right
    right[kilometres <= max(best + 2, 10.0)] = 1.0
    return right


def fit_choice(texts: list[Text]) -> Array:
    """Return the weights of the choice between namesakes: softmax regression, in two rounds."""
    weights = np.zeros(len(FEATURES))
    for stage in range(3):
        if stage:
            for text in texts:
                settle(text.groups, weights, rounds=1 if stage == 1 else 2)
        data = [
            (group.features.copy(), right)
            for text in texts
            for group, right in zip(text.groups, text.right, strict=True)
            if right.any() and not right.all()
        ]

        def loss(w: Array, data: list[tuple[Array, Array]] = data) -> tuple[float, Array]:
            total, gradient = 0.05 * float(w @ w), 0.1 * w
            for features, right in data:
                scores = features @ w
                exps = np.exp(scores - scores.max())
                chances = exps / exps.sum()
                good = float(chances @ right)
                total -= float(np.log(max(good, 1e-9)))
                posterior = chances * right / max(good, 1e-9)
                gradient = gradient - features.T @ (posterior - chances)
            return total, gradient

        weights = minimize(loss, weights, jac=True, method="L-BFGS-B").x
    return weights


def score_choice(texts: list[Text], weights: Array) -> dict[str, tuple[int, int]]:
    """Return for each corpus how many names were given a right place, of how many."""
    out: dict[str, tuple[int, int]] = {}
    for text in texts:
        for chances, right, group in zip(
            settle(text.groups, weights), text.right, text.groups, strict=True
        ):
            if right.any():
                hit, of = out.get(text.corpus, (0, 0))
                size = len(group.members)
                out[text.corpus] = hit + size * int(right[chances.argmax()]), of + size
    return out


def score_names(texts: list[Text], part: str, training: list[Text]) -> dict[str, list[int]]:
    """Fit on the training texts; count true, false and missed places in the others."""
    model = fit([example for text in training for example in getattr(text, part)], tolerance=CLOSE)
    out: dict[str, list[int]] = {}
    for text in texts:
        row = out.setdefault(text.corpus, [0, 0, 0])
        for features, label, _ in getattr(text, part):
            said = model.probabilities(features)[PLACE] >= 0.5
            row[0] += said and label == PLACE
            row[1] += said and label != PLACE
            row[2] += not said and label == PLACE
    return out


def main() -> int:
    """Train, or cross-validate where nothing is to be saved."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpora", type=Path)
    options.add_argument("--save", type=Path)
    arguments = options.parse_args()
    texts = read(arguments.corpora, Gazetteer.open())
    if arguments.save is None:
        validate(texts)
        return 0
    write(texts, arguments.save)
    return 0


def validate(texts: list[Text]) -> None:
    """Print how well models fitted on four fifths do on the last fifth."""
    for part in ("listed", "unlisted"):
        total: dict[str, list[int]] = {}
        for fold in range(5):
            rest = [text for i, text in enumerate(texts) if i % 5 != fold]
            for corpus, row in score_names(texts[fold::5], part, rest).items():
                total[corpus] = [
                    a + b for a, b in zip(total.get(corpus, [0] * 3), row, strict=True)
                ]
        for corpus, (true, false, missed) in total.items():
            precision, recall = true / max(1, true + false), true / max(1, true + missed)
            print(f"{part} {corpus}: precision {precision:.3f} recall {recall:.3f}")
    hits: dict[str, list[int]] = {}
    for fold in range(5):
        weights = fit_choice([text for i, text in enumerate(texts) if i % 5 != fold])
        for corpus, (hit, of) in score_choice(texts[fold::5], weights).items():
            row = hits.setdefault(corpus, [0, 0])
            row[0] += hit
            row[1] += of
    for corpus, (hit, of) in hits.items():
        print(f"choice {corpus}: {hit / of:.3f} of {of}")


def write(texts: list[Text], folder: Path) -> None:
    """Write the three models with their cards."""
    source = "training/places.py on geoparsing, re3d, event_location, syria-news, world-days"
    for part, name in (("listed", "place-name"), ("unlisted", "unlisted-place")):
        examples = [example for text in texts for example in getattr(text, part)]
        card: dict[str, object] = {
            "decides": f"whether a name the gazetteer {'holds' if part == 'listed' else 'lacks'}"
            " is a place's",
            "trained": source,
            "examples": len(examples),
        }
        save(fit(examples, tolerance=CLOSE), folder / f"{name}.json", card)
    weights = fit_choice(texts)
    data = {
        "card": {"decides": "which of its namesakes a place name means", "trained": source},
        "weights": {
            name: round(float(weight), 3) for name, weight in zip(FEATURES, weights, strict=True)
        },
    }
    text = json.dumps(data, indent=1, ensure_ascii=False)
    (folder / "place-choice.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    assert place_choice.FEATURES
    sys.exit(main())
