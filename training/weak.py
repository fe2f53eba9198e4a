"""More examples for the event and place models, from corpora that are labelled otherwise.

Snippets in ACLED's classes and incident summaries name the type of a text as a whole: a trigger
whose concept fits that type takes it, the others are left out. Items that stood in a section for
sport, business, arts, science, health or disasters tell of no conflict. Sentences whose events are
marked with their places teach which place is an event's.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from alignment import TYPES_OF_CONCEPT
from fitting import Example
from networks import Case

from dateline.coding.argument_features import argument_features
from dateline.coding.document import parse
from dateline.coding.findings import Findings, find
from dateline.coding.happenings import NONE, evidence
from dateline.coding.trigger_vectors import trigger_vectors
from dateline.evaluation.event_location import (
    found,
    in_sentence,
    is_whole,
    records,
    span_of,
    trigger_at,
)
from dateline.knowledge.actors import actor_table
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Report

CALM_SECTIONS = frozenset(
    {
        "Sport",
        "Sports",
        "Business and economy",
        "Business and economics",
        "Arts and culture",
        "Science and technology",
        "Science",
        "Health and environment",
        "Health",
        "Disasters and accidents",
        "Disasters",
    }
)
CALM_WEIGHT = 0.5
CALM_FIFTHS = 3
"""So many fifths of the calm items are learned from; the rest stays for measuring."""


def is_learned_from(report_id: str) -> bool:
    """Return whether a calm item is learned from; benchmarks measure on the others."""
    return zlib.crc32(report_id.encode()) % 5 < CALM_FIFTHS


PLACE_WEIGHT = 0.3
"""Sentences by themselves say nothing of places that stand in another sentence than the event."""

CASE_TYPES = {
    "ARMED_CLASH": "Armed clash",
    "AIR_STRIKE": "Air/drone strike",
    "ART_MISS_ATTACK": "Shelling/artillery/missile attack",
    "REM_EXPLOS": "Remote explosive/landmine/IED",
    "SUIC_BOMB": "Suicide bomb",
    "GRENADE": "Grenade",
    "CHEM_WEAP": "Chemical weapon",
    "ATTACK": "Attack",
    "ABDUCT_DISSAP": "Abduction/forced disappearance",
    "SEX_VIOL": "Sexual violence",
    "GOV_REGAINS_TERIT": "Government regains territory",
    "NON_STATE_ACTOR_OVERTAKES_TER": "Non-state actor overtakes territory",
    "NON_VIOL_TERRIT_TRANSFER": "Non-violent transfer of territory",
    "HQ_ESTABLISHED": "Headquarters or base established",
    "CHANGE_TO_GROUP_ACT": "Change to group/activity",
    "AGREEMENT": "Agreement",
    "ARREST": "Arrests",
    "DISR_WEAP": "Disrupted weapons use",
    "PROPERTY_DISTRUCT": "Looting/property destruction",
    "FORCE_AGAINST_PROTEST": "Excessive force against protesters",
    "PROTEST_WITH_INTER": "Protest with intervention",
    "PEACE_PROTEST": "Peaceful protest",
    "VIOL_DEMONSTR": "Violent demonstration",
    "MOB_VIOL": "Mob violence",
    "OTHER": "Other",
}
SATP_TYPES = {
    "Bombing/Explosion": "Remote explosive/landmine/IED",
    "Kidnapping": "Abduction/forced disappearance",
    "Assassination": "Attack",
}


def labelled_texts(folder: Path, without: Collection[str]) -> Iterator[tuple[str, str, float]]:
    """Yield text, sub-event type or ``none``, and weight, of all corpora but those ``without``."""
    for row in [] if "case2021" in without else _rows(folder / "case2021_finegrained/dev.jsonl"):
        yield row["text"], CASE_TYPES.get(row["label"], NONE), 1.0
    for row in [] if "satp" in without else _rows(folder / "satp/dev.jsonl"):
        if len(row["action_types"]) == 1 and row["action_types"][0] in SATP_TYPES:
            yield row["text"], SATP_TYPES[row["action_types"][0]], 0.5
    gold = {row["report_id"] for row in _rows(folder / "world-days/gold.jsonl")}
    for row in _rows(folder / "world-days/reports.jsonl"):
        calm = row.get("category") in CALM_SECTIONS and row["id"] not in gold
        if calm and is_learned_from(row["id"]):
            yield row["text"], NONE, CALM_WEIGHT


@dataclass(slots=True)
class Weak:
    """Examples for the models of whether a trigger tells of an event, of which type, and where."""

    events: list[Example] = field(default_factory=list)
    kinds: list[Example] = field(default_factory=list)
    event_cases: list[Case] = field(default_factory=list)
    kind_cases: list[Case] = field(default_factory=list)
    places: list[Example] = field(default_factory=list)


def weak_examples(folder: Path, without: Collection[str] = ()) -> Weak:
    """Return the examples that the labelled texts give."""
    gazetteer, table = Gazetteer.open(), actor_table()
    rows = list(labelled_texts(folder, without))
    reports = [Report(id=str(i), text=text) for i, (text, _, _) in enumerate(rows)]
    out = Weak()
    for document, (_, name, weight) in zip(parse(reports), rows, strict=True):
        findings = find(document, gazetteer, table)
        shared: dict[int, list[str]] = {}
        vectors = trigger_vectors(findings)
        for trigger in findings.triggers:
            features, classes = evidence(findings, trigger, shared)
            vector = vectors[trigger.index]
            if name == NONE:
                out.events.append((features + classes, "no", weight))
                out.event_cases.append((vector, features, "no"))
            elif any(name in TYPES_OF_CONCEPT[concept] for concept in trigger.concepts):
                out.events.append((features + classes, "yes", weight))
                out.event_cases.append((vector, features, "yes"))
                out.kinds.append((features, name, weight))
                out.kind_cases.append((vector, features, name))
    located = [row for row in records(folder / "event_location/dev.jsonl") if _located(row)]
    for row, findings in zip(located, found(located, gazetteer), strict=True):
        out.places += place_examples(row, findings)
    return out


def place_examples(row: dict[str, Any], findings: Findings) -> Iterator[Example]:
    """Yield an example for each place in the sentence of each located event of a record."""
    for event in _located(row):
        trigger = trigger_at(findings, span_of(event["verb"]))
        spans = [(one["start"], one["end"]) for one in event["locations"]]
        for mention in in_sentence(findings, trigger):
            start, end = mention.place.span or (0, 0)
            right = any(start < last and end > first for first, last in spans)
            features = argument_features(findings, trigger, mention)
            yield features, "yes" if right else "no", PLACE_WEIGHT


def _located(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The events of a record that have a place, in whole words."""
    return [event for event in row["events"] if event["locations"] and is_whole(row["text"], event)]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())
