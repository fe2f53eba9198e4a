"""Train the coder's models on gold claims, and say how well they do on reports they have not seen.

    python training/train.py CORPORA [--folds 5] [--save src/dateline/data/models]

CORPORA is the folder of the development corpora. Without ``--save`` the models are
cross-validated by report and nothing is written. Deterministic: the same corpora give the same
files, bit for bit.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from alignment import SKIP, Gold, align
from fitting import Example, fit, save

from dateline.coding.actors import settle
from dateline.coding.argument_features import argument_features
from dateline.coding.claims import Thresholds, place_of, sides_of
from dateline.coding.coder import code_findings
from dateline.coding.document import parse_and_keep
from dateline.coding.event_features import sentence_features, trigger_features
from dateline.coding.findings import Findings, find
from dateline.coding.happenings import NONE, Happening, Models, find_happenings, reach
from dateline.coding.linear import LinearModel
from dateline.coding.mentions import ActorMention, DateMention, FigureMention, PlaceMention
from dateline.coding.pair_features import pair_features
from dateline.coding.status import status_features
from dateline.evaluation.scoring import same_actor, same_date, same_figure, same_place
from dateline.knowledge.actors import actor_table
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Report

CORPORA = {
    "world-days": ("world-days/reports.jsonl", "world-days/gold.jsonl"),
    "syria-news": ("syria-news/reports.jsonl", "syria-news/gold.jsonl"),
    "muc4": ("muc4/gold-reports.jsonl", "muc4/gold.jsonl"),
}


@dataclass(slots=True)
class Text:
    """One gold report with all that is learned from it."""

    corpus: str
    findings: Findings
    claims: list[Gold]
    labels: list[int | None] = field(default_factory=list)
    events: list[Example] = field(default_factory=list)
    arguments: dict[str, list[Example]] = field(default_factory=dict)


def read(folder: Path) -> list[Text]:
    """Return the gold reports, parsed, with everything found in them."""
    gazetteer, table = Gazetteer.open(), actor_table()
    texts: list[Text] = []
    for corpus, (reports, gold) in CORPORA.items():
        claims = {
            row["report_id"]: row["claims"]
            for row in map(json.loads, (folder / gold).read_text(encoding="utf-8").splitlines())
        }
        records = [
            Report(
                id=row["id"],
                text=row["text"],
                title=row.get("title") or None,
                publisher=row.get("publisher") or None,
                published=date.fromisoformat(row["published"]) if row.get("published") else None,
            )
            for row in map(json.loads, (folder / reports).read_text(encoding="utf-8").splitlines())
            if row["id"] in claims
        ]
        for document in parse_and_keep(records):
            findings = find(document, gazetteer, table)
            texts.append(Text(corpus, findings, claims[document.report.id]))
    return texts


def label(text: Text) -> None:
    """Turn a report's gold claims into examples for the event and argument models."""
    findings = text.findings
    text.labels = align(findings, text.claims)
    text.arguments = {"actor": [], "place": [], "date": [], "figure": []}
    shared: dict[int, list[str]] = {}
    for trigger, claim_index in zip(findings.triggers, text.labels, strict=True):
        if claim_index == SKIP:
            continue
        if trigger.sentence not in shared:
            shared[trigger.sentence] = sentence_features(findings, trigger.sentence)
        claim = None if claim_index is None else text.claims[claim_index]
        name = claim["sub_event_type"] if claim else NONE
        features = shared[trigger.sentence] + trigger_features(findings, trigger)
        text.events.append((features, name, 1.0))
        if claim is None:
            continue
        for _, mention in reach(findings, trigger):
            kind, answer = _answer(findings, mention, claim)
            if answer:
                features = argument_features(findings, trigger, mention)
                text.arguments[kind].append((features, answer, 1.0))


def _answer(findings: Findings, mention: object, claim: Gold) -> tuple[str, str | None]:
    """The kind of the mention and its part in the claim; None where gold cannot tell."""
    match mention:
        case ActorMention():
            country = claim["place"]["country"] if claim["place"] else None
            parts = set()
            for actor in mention.actors:
                settled = settle(actor, country, findings.country).model_dump()
                for side in ("a", "b"):
                    if any(same_actor(gold, settled) for gold in claim[f"side_{side}"]):
                        parts.add(side)
            if len(parts) == 2:
                quoted = findings.document.quote(
                    findings.document.offsets(mention.first, mention.last)
                )
                for side in ("a", "b"):
                    if any(
                        gold["mention"] in quoted or quoted in gold["mention"]
                        for gold in claim[f"side_{side}"]
                    ):
                        return "actor", side
                return "actor", None
            return "actor", parts.pop() if parts else NONE
        case PlaceMention():
            if not claim["place"]:
                return "place", None
            place = mention.place.model_dump()
            right = same_place(claim["place"], place)
            finest = claim["place"]["name"] in mention.place.name or (
                mention.place.name in claim["place"]["name"]
            )
            if right and not finest and mention.level in ("country", "region"):
                return "place", None
            return "place", "yes" if right else "no"
        case DateMention():
            found = mention.date.model_dump(mode="json")
            return "date", "yes" if same_date(claim["date"], found) else "no"
        case FigureMention():
            figure = mention.figure.model_dump()
            right = any(same_figure(gold, figure) for gold in claim["figures"])
            return "figure", "yes" if right else "no"
    raise TypeError(mention)


def fit_first(texts: Iterable[Text]) -> Models:
    """Fit the models that look at one trigger; the coreference model is left empty."""
    texts = list(texts)

    def arguments(kind: str) -> list[Example]:
        return [example for text in texts for example in text.arguments[kind]]

    return Models(
        event=fit([example for text in texts for example in text.events], strength=0.25),
        actor=fit(arguments("actor"), strength=0.3),
        place=fit(arguments("place"), strength=0.2),
        date=fit(arguments("date"), strength=0.2),
        figure=fit(arguments("figure"), strength=0.3),
        same=LinearModel(("no", "yes"), (0.0, 0.0), {}),
        status=LinearModel(("stated",), (0.0,), {}),
    )


def pairs(text: Text, happenings: tuple[Happening, ...]) -> list[Example]:
    """Return the examples for the coreference model from one report's happenings."""
    out: list[Example] = []
    for j, later in enumerate(happenings):
        for i in range(max(0, j - 25), j):
            one = text.labels[happenings[i].trigger.index]
            other = text.labels[later.trigger.index]
            if one is None or other is None or SKIP in (one, other):
                continue
            features = pair_features(text.findings, happenings[i], later, j - i - 1)
            out.append((features, "yes" if one == other else "no", 1.0))
    return out


def statuses(text: Text, happenings: tuple[Happening, ...]) -> list[Example]:
    """Return the examples for the status model: happenings put together as gold has them."""
    members: dict[int, list[Happening]] = {}
    for happening in happenings:
        index = text.labels[happening.trigger.index]
        if index is not None and index != SKIP:
            members.setdefault(index, []).append(happening)
    out: list[Example] = []
    for index, group in members.items():
        place = place_of(text.findings, group, Thresholds())
        sides = sides_of(text.findings, group, Thresholds(), place)
        features = status_features(text.findings, group, sides)
        out.append((features, text.claims[index]["status"], 1.0))
    return out


def fit_second(models: Models, pairs: list[Example], statuses: list[Example]) -> Models:
    """Add the models that look at several triggers."""
    return replace(models, same=fit(pairs, strength=0.1), status=fit(statuses, strength=0.3))


def main() -> None:
    """Cross-validate, and with ``--save`` train on everything and write the models."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--save", type=Path)
    parser.add_argument("--predictions", type=Path, help="folder for out-of-fold predictions")
    options = parser.parse_args()
    start = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - start:6.1f} s  {what}", file=sys.stderr, flush=True)

    texts = read(options.corpora)
    for text in texts:
        label(text)
    say(f"{len(texts)} reports read and labelled")
    folds = [texts[k :: options.folds] for k in range(options.folds)]
    first: list[Models] = []
    crossed: dict[int, tuple[list[Example], list[Example]]] = {}
    for k in range(options.folds):
        models = fit_first(text for j, fold in enumerate(folds) if j != k for text in fold)
        first.append(models)
        for text in folds[k]:
            happenings = find_happenings(text.findings, models)
            crossed[id(text)] = pairs(text, happenings), statuses(text, happenings)
        say(f"fold {k + 1}: event and argument models")

    def gather(some: list[Text]) -> tuple[list[Example], list[Example]]:
        return (
            [example for text in some for example in crossed[id(text)][0]],
            [example for text in some for example in crossed[id(text)][1]],
        )

    predicted: dict[str, list[dict[str, object]]] = {corpus: [] for corpus in CORPORA}
    for k in range(options.folds):
        others = [text for j, fold in enumerate(folds) if j != k for text in fold]
        models = fit_second(first[k], *gather(others))
        for text in folds[k]:
            claims = code_findings(text.findings, models, Thresholds())
            predicted[text.corpus].append(
                {
                    "report_id": text.findings.document.report.id,
                    "claims": [claim.model_dump(mode="json", by_alias=True) for claim in claims],
                }
            )
        say(f"fold {k + 1}: coded")
    if options.predictions:
        options.predictions.mkdir(parents=True, exist_ok=True)
        for corpus, rows in predicted.items():
            (options.predictions / f"{corpus}.jsonl").write_text(
                "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows),
                encoding="utf-8",
            )
    if options.save:
        everything = fit_second(fit_first(texts), *gather(texts))
        for name in ("event", "actor", "place", "date", "figure", "same", "status"):
            card = {
                "decides": name,
                "trained_on": "gold claims of " + ", ".join(CORPORA),
                "method": "multinomial logistic regression, L2; see training/train.py",
            }
            save(getattr(everything, name), options.save / f"{name}.json", card)
        say(f"models written to {options.save}")


if __name__ == "__main__":
    main()
