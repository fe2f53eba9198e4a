"""Train the coder's models on gold claims, and say how well they do on reports they have not seen.

    python training/train.py CORPORA [--folds 5 | --across] [--without NAME] [--thin N]
                             [--predictions FOLDER [--own]] [--save FOLDER]

CORPORA is the folder of the development corpora. The models are cross-validated by report; with
``--save src/dateline/data/models`` those of all reports are written as well. Deterministic: the
same corpora give the same files, bit for bit. ``--thin 2`` learns from every second of the short
items that were coded for the project, in less time.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, fields, replace
from datetime import date
from pathlib import Path
from typing import Any, cast

import numpy as np
from alignment import SKIP, align
from annotations import annotated
from fitting import Example, fit, save
from networks import Case, fit_network, save_network
from shared_out import shared_out
from sides import parts, party_sides
from weak import Weak, weak_examples

from dateline.coding.argument_features import Mention, argument_features
from dateline.coding.claim_features import claim_features
from dateline.coding.claims import Draft, Thresholds, draft
from dateline.coding.coder import code_findings
from dateline.coding.coreference import group, ties_of
from dateline.coding.document import parse
from dateline.coding.encoder import Encoder, load_encoder
from dateline.coding.findings import Findings, find
from dateline.coding.happenings import Happening, Models, evidence, find_happenings, reach
from dateline.coding.judgement import own_figures
from dateline.coding.linear import LinearModel
from dateline.coding.mentions import ActorMention, DateMention, FigureMention, PlaceMention
from dateline.coding.network import Network
from dateline.coding.pair_features import pair_features, sketch
from dateline.coding.retelling import sentences_of
from dateline.coding.second_look import side_features, type_features
from dateline.coding.status_features import status_features
from dateline.coding.trigger_vectors import trigger_vectors
from dateline.evaluation.agreement import same_date, same_figure, same_place
from dateline.evaluation.gold import GoldClaim, read_gold
from dateline.evaluation.scoring import align as align_claims
from dateline.knowledge.actors import actor_table
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Actor, Claim, Report, SubEventType

CORPORA = {
    "world-days": ("world-days/reports.jsonl", "world-days/gold.jsonl"),
    "syria-news": ("syria-news/reports.jsonl", "syria-news/gold.jsonl"),
    "muc4": ("muc4/gold-reports.jsonl", "muc4/gold.jsonl"),
}


AT_ONCE = 16
"""So many reports a process takes at a time."""

GOLD = 2
"""How often an example of gold counts for the models of one trigger, where one of the project's own
codings counts once (three folds: 0.007 of slots F1 on world-days, 0.002 on syria-news)."""


@dataclass(slots=True)
class Text:
    """One coded report with all that is learned from it; ``gold`` where it is measured on too."""

    corpus: str
    findings: Findings
    claims: tuple[GoldClaim, ...]
    gold: bool = True
    labels: list[int | None] = field(default_factory=list)
    events: list[Example] = field(default_factory=list)
    kinds: list[Example] = field(default_factory=list)
    event_cases: list[Case] = field(default_factory=list)
    kind_cases: list[Case] = field(default_factory=list)
    arguments: dict[str, list[Example]] = field(default_factory=dict)


def read(folder: Path, thin: int = 1) -> list[Text]:
    """Return the gold reports and those coded for the project, with everything found in them.

    Of the short items coded for the project only every one in ``thin`` is read.
    """
    gazetteer, table = Gazetteer.open(), actor_table()
    texts: list[Text] = []
    for corpus, (reports, gold) in CORPORA.items():
        claims = read_gold(folder / gold)
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
        for document in parse(records):
            findings = find(document, gazetteer, table)
            texts.append(Text(corpus, findings, claims[document.report.id]))
    coded = enumerate(annotated(folder))
    own = [one for number, one in coded if one[0] != "world-days" or number % thin == 0]
    documents = parse([report for _, report, _ in own])
    for (corpus, _, told), document in zip(own, documents, strict=True):
        texts.append(Text(corpus, find(document, gazetteer, table), told, gold=False))
    return texts


def label(text: Text) -> None:
    """Turn a report's gold claims into examples for the event and argument models."""
    findings = text.findings
    text.labels = align(findings, text.claims)
    text.arguments = {"actor": [], "place": [], "date": [], "figure": []}
    shared: dict[int, list[str]] = {}
    told: dict[tuple[str, int], dict[int, str | None]] = {}
    vectors = trigger_vectors(findings)
    times = GOLD if text.gold else 1
    for trigger, claim_index in zip(findings.triggers, text.labels, strict=True):
        if claim_index == SKIP:
            continue
        claim = None if claim_index is None else text.claims[claim_index]
        features, classes = evidence(findings, trigger, shared)
        vector = vectors[trigger.index]
        text.events.append((features + classes, "yes" if claim else "no", times))
        text.event_cases += [(vector, features, "yes" if claim else "no")] * times
        if claim is None:
            continue
        text.kinds.append((features, str(claim.sub_event_type), times))
        text.kind_cases += [(vector, features, str(claim.sub_event_type))] * times
        here = claim.id, trigger.sentence
        if here not in told:
            told[here] = parts(findings, trigger.sentence, claim)
        for index, mention in reach(findings, trigger):
            kind, right = answer(mention, claim)
            if isinstance(mention, ActorMention):
                kind, right = "actor", told[here][index]
            if right:
                features = argument_features(findings, trigger, mention)
                text.arguments[kind].append((features, right, times))


def answer(mention: Mention, claim: GoldClaim) -> tuple[str, str | None]:
    """Return the kind of the mention and whether it is the claim's; None where gold cannot tell."""
    match mention:
        case ActorMention():
            return "actor", None
        case PlaceMention():
            if not claim.place:
                return "place", None
            right = same_place(claim.place, mention.place)
            written, found = claim.place.name, mention.place.name
            named = written in found or found in written
            if right and not named and mention.level in ("country", "region"):
                return "place", None
            return "place", "yes" if right else "no"
        case DateMention():
            return "date", "yes" if same_date(claim.date, mention.date) else "no"
        case FigureMention():
            right = any(same_figure(gold, mention.figure) for gold in claim.figures)
            return "figure", "yes" if right else "no"


EMPTY = LinearModel(("no",), (0.0,), {})


def fit_first(texts: Iterable[Text], weak: Weak, encoder: Encoder) -> Models:
    """Fit the models that look at one trigger; the others are left empty."""
    texts = list(texts)
    events = [example for text in texts for example in text.events]
    kinds = [example for text in texts for example in text.kinds]

    def arguments(kind: str) -> list[Example]:
        return [example for text in texts for example in text.arguments[kind]]

    event_cases = [case for text in texts for case in text.event_cases]
    kind_cases = [case for text in texts for case in text.kind_cases]
    untrained: dict[str, Any] = {spec.name: EMPTY for spec in fields(Models)}
    return Models(
        **untrained
        | {
            "encoder": encoder,
            "event_network": fit_network(event_cases + weak.event_cases, 32, 1.0),
            "kind_network": fit_network(kind_cases + weak.kind_cases, 64, 2.0),
            "event": fit(events + weak.events, strength=0.1),
            "kind": fit(kinds + weak.kinds, strength=0.1),
            "actor": fit(arguments("actor"), strength=0.1),
            "place": fit(arguments("place") + weak.places, strength=0.2),
            "date": fit(arguments("date"), strength=0.2),
            "figure": fit(arguments("figure"), strength=0.3),
        }
    )


def fit_folds(folds: list[list[Text]], weak: Weak, encoder: Encoder) -> list[Models]:
    """Return the models of one trigger for each fold, fitted on the others."""

    def fit_fold(k: int) -> Models:
        others = [text for j, fold in enumerate(folds) if j != k for text in fold]
        # An encoder cannot be sent from one process to another.
        return fit_first(others, weak, cast(Encoder, None))

    fitted = shared_out(fit_fold, range(len(folds)))
    return [replace(models, encoder=encoder) for models in fitted]


def pairs(text: Text, happenings: tuple[Happening, ...], encoder: Encoder) -> list[Example]:
    """Return the examples for the coreference model from one report's happenings."""
    out: list[Example] = []
    report = sentences_of(text.findings, len(happenings))
    times = GOLD if text.gold else 1
    sketches = [sketch(text.findings, happening) for happening in happenings]
    topics = np.array([happening.topic for happening in happenings])
    for j, later in enumerate(happenings):
        first = max(0, j - 25)
        read = encoder.same(topics[j], topics[first:j]).tolist() if j else []
        for i in range(first, j):
            one = text.labels[happenings[i].trigger.index]
            other = text.labels[later.trigger.index]
            if one is None or other is None or SKIP in (one, other):
                continue
            features = pair_features(report, sketches[i], sketches[j], j - i - 1, read[i - first])
            out.append((features, "yes" if one == other else "no", times))
    return out


@dataclass(slots=True)
class Looks:
    """Examples for the models that look at a group of happenings."""

    claim: list[Example] = field(default_factory=list)
    side: list[Example] = field(default_factory=list)
    type: list[Example] = field(default_factory=list)
    status: list[Example] = field(default_factory=list)


def looks(
    text: Text, happenings: tuple[Happening, ...], same: LinearModel, encoder: Encoder
) -> Looks:
    """Draft the report's claims, align them with gold as the scorer does, and learn from that."""
    findings = text.findings
    groups, ties = group(findings, happenings, same, encoder)
    own = own_figures(groups, [True] * len(groups), Thresholds().figure)
    drafts = [
        draft(findings, members, Thresholds(), figures)
        for members, figures in zip(groups, own, strict=True)
    ]
    rough = [_rough(findings, made) for made in drafts]
    sides = [_rough_sides(made) for made in drafts]
    linked = {j: i for i, j in align_claims(text.claims, rough)}
    out = Looks()
    tied = ties_of(groups, ties)
    for j, (members, made) in enumerate(zip(groups, drafts, strict=True)):
        features = claim_features(findings, members, tied[j])
        out.claim.append((features, "yes" if j in linked else "no", 1.0))
        if j not in linked:
            continue
        gold = text.claims[linked[j]]
        answers = party_sides(made.parties, gold)
        for party, answer in zip(made.parties, answers, strict=True):
            out.side.append((side_features(party, made.parties, made.types), answer, 1.0))
        features = type_features(members, made.types, sides[j], made.figures)
        out.type.append((features, str(gold.sub_event_type), 1.0))
        features = status_features(findings, members, sides[j])
        out.status.append((features, str(gold.status), 1.0))
    return out


def _rough_sides(made: Draft) -> tuple[list[Actor], list[Actor]]:
    return (
        [p.actor for p in made.parties if p.a >= p.b and p.a > 0.45],
        [p.actor for p in made.parties if p.b > p.a and p.b > 0.45],
    )


def _rough(findings: Findings, made: Draft) -> Claim:
    """A draft as the scorer aligns it, decided by the first models alone."""
    sides = _rough_sides(made)
    sentences = {happening.trigger.sentence for happening in made.members}
    return Claim(
        id="rough",
        evidence=tuple(findings.document.sentences[i].offsets for i in sorted(sentences)),
        sub_event_type=SubEventType(next(iter(made.types))),
        place=made.place,
        side_a=tuple(sides[0]),
        side_b=tuple(sides[1]),
        figures=made.figures,
    )


def fit_second(first: Models, same: LinearModel, examples: list[Looks]) -> Models:
    """Add the models that look at several triggers."""

    def every(name: str) -> list[Example]:
        return [example for look in examples for example in getattr(look, name)]

    return replace(
        first,
        same=same,
        claim=fit(every("claim"), strength=0.05),
        side=fit(every("side"), strength=0.05),
        type=fit(every("type"), strength=0.1),
        status=fit(every("status"), strength=0.1),
    )


def main() -> None:
    """Cross-validate, and with ``--save`` train on everything and write the models."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--across", action="store_true", help="fold by corpus: test on other wars")
    parser.add_argument("--thin", type=int, default=1, help="of the short items, one in so many")
    parser.add_argument("--save", type=Path)
    parser.add_argument("--predictions", type=Path, help="folder for out-of-fold predictions")
    parser.add_argument("--own", action="store_true", help="predict the project's own reports too")
    parser.add_argument(
        "--without",
        nargs="*",
        choices=("case2021", "satp"),
        default=(),
        help="learn nothing from these, to measure on them with benchmarks/relevance.py",
    )
    options = parser.parse_args()
    if options.thin < 1 or (options.save and options.thin > 1):
        parser.error("--thin is 1 or more, and models that are saved learn from everything")
    start = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - start:6.1f} s  {what}", file=sys.stderr, flush=True)

    with ProcessPoolExecutor(1) as beside:
        others = beside.submit(weak_examples, options.corpora, options.without)
        texts = read(options.corpora, options.thin)
        for text in texts:
            label(text)
        say(f"{len(texts)} reports read and labelled")
        weak = others.result()
    say(f"{len(weak.events)} weak examples")
    encoder = load_encoder()
    if options.across:
        names = dict.fromkeys(text.corpus for text in texts)
        folds = [[text for text in texts if text.corpus == name] for name in names]
    else:
        gold = [text for text in texts if text.gold]
        own = [text for text in texts if not text.gold]
        folds = [gold[k :: options.folds] + own[k :: options.folds] for k in range(options.folds)]
    first = fit_folds(folds, weak, encoder)
    found: dict[int, tuple[Happening, ...]] = {}
    pairs_of: dict[int, list[Example]] = {}
    for k, fold in enumerate(folds):

        def events_of(
            text: Text, models: Models = first[k]
        ) -> tuple[tuple[Happening, ...], list[Example]]:
            happenings = find_happenings(text.findings, models)
            return happenings, pairs(text, happenings, encoder)

        for text, made in zip(fold, shared_out(events_of, fold, AT_ONCE), strict=True):
            found[id(text)], pairs_of[id(text)] = made
        say(f"fold {k + 1}: events and arguments")

    def fit_same(some: Iterable[Text]) -> LinearModel:
        return fit([example for text in some for example in pairs_of[id(text)]], strength=0.05)

    same = shared_out(
        lambda k: fit_same(t for j, other in enumerate(folds) if j != k for t in other),
        range(len(folds)),
    )
    looks_of: dict[int, Looks] = {}
    for k, fold in enumerate(folds):

        def look(text: Text, same: LinearModel = same[k]) -> Looks:
            return looks(text, found[id(text)], same, encoder)

        for text, seen in zip(fold, shared_out(look, fold, AT_ONCE), strict=True):
            looks_of[id(text)] = seen
        say(f"fold {k + 1}: coreference")
    measured = (*CORPORA, *(["own"] if options.own else []))
    predicted: dict[str, list[dict[str, object]]] = {corpus: [] for corpus in measured}
    for k, fold in enumerate(folds):
        elsewhere = [looks_of[id(t)] for j, other in enumerate(folds) if j != k for t in other]
        whole = fit_second(first[k], same[k], elsewhere)

        def coded(text: Text, models: Models = whole) -> dict[str, object]:
            claims = code_findings(text.findings, models, Thresholds())
            return {
                "report_id": text.findings.document.report.id,
                "claims": [claim.model_dump(mode="json", by_alias=True) for claim in claims],
            }

        wanted = [text for text in fold if text.gold or text.corpus in measured[len(CORPORA) :]]
        for text, row in zip(wanted, shared_out(coded, wanted, AT_ONCE), strict=True):
            predicted[text.corpus].append(row)
        say(f"fold {k + 1}: coded")
    if options.predictions:
        options.predictions.mkdir(parents=True, exist_ok=True)
        for corpus, rows in predicted.items():
            (options.predictions / f"{corpus}.jsonl").write_text(
                "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows),
                encoding="utf-8",
            )
    if options.save:
        everything = fit_second(
            fit_first(texts, weak, encoder), fit_same(texts), list(looks_of.values())
        )
        for name in (spec.name for spec in fields(Models) if spec.name != "encoder"):
            card: dict[str, object] = {
                "decides": name,
                "trained_on": "gold claims of " + ", ".join(CORPORA) + "; training/annotations",
                "method": "multinomial logistic regression, L2; see training/train.py",
            }
            model = getattr(everything, name)
            if isinstance(model, Network):
                card["method"] = "network of one hidden layer; see training/networks.py"
                save_network(model, options.save / f"{name}.npz", card)
            else:
                save(model, options.save / f"{name}.json", card)
        say(f"models written to {options.save}")


if __name__ == "__main__":
    main()
