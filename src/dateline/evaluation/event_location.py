"""How well the place of an event is told from the other places of its sentence.

Gold is JSONL: ``id``, ``text`` and ``events``, each with the spans of its ``verb`` and of the
``locations`` where it happened, none where the sentence does not say, and its ``source``. What is
measured is the coder's choice of a place, with those listed beside it: the verb is given. Events
with a broken span, one that is empty or begins or ends inside a word, are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.coding.argument_features import argument_features
from dateline.coding.claims import Thresholds
from dateline.coding.coordination import listed
from dateline.coding.document import parse
from dateline.coding.event_places import place_of
from dateline.coding.findings import Findings, find
from dateline.coding.happenings import NONE, Happening
from dateline.coding.linear import LinearModel
from dateline.coding.mentions import PlaceMention
from dateline.coding.place_frames import glosses, whole
from dateline.coding.triggers import Trigger
from dateline.errors import UsageError
from dateline.knowledge.actors import actor_table
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model import Offsets, Report, SubEventType

SOME = str(SubEventType.ATTACK)
"""The type that an event is given: its place does not depend on it, but for who flees."""

PARTS = {"RELABEL": "relabelled", "Masdar_RA": "Masdar"}
"""Parts that are reported by themselves, by the gold's source; "located" are the events of all
sources for which gold names a place."""


@dataclass(slots=True)
class Tally:
    """Counts of the words inside gold and predicted locations, over the events of one part."""

    events: int = 0
    gold: int = 0
    predicted: int = 0
    right: int = 0
    exact: int = 0

    def add(self, other: Tally) -> None:
        """Add the counts of another part."""
        for name in ("events", "gold", "predicted", "right", "exact"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def precision(self) -> float:
        """Share of the predicted words that gold has."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of gold's words that are predicted."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def exact_share(self) -> float:
        """Share of the events whose words are all right, those without a location counted in."""
        return self.exact / self.events if self.events else 0.0


def measure(gold: Path, gazetteer: Gazetteer, model: LinearModel) -> dict[str, Tally]:
    """Return the counts for "all" events, the "located" ones and each of ``PARTS``.

    Raises UsageError, naming file and line, where a line is not a gold record.
    """
    rows = list(records(gold))
    return tally(zip(rows, found(rows, gazetteer), strict=True), model)


def tally(pairs: Iterable[tuple[dict[str, Any], Findings]], model: LinearModel) -> dict[str, Tally]:
    """Return the counts over records with what was found in them; see ``measure``."""
    tallies = {"all": Tally()}
    for row, findings in pairs:
        for event in row["events"]:
            if not is_whole(row["text"], event):
                continue
            trigger = trigger_at(findings, span_of(event["verb"]))
            here = in_sentence(findings, trigger)
            chances = {
                at: model.probabilities(argument_features(findings, trigger, mention))["yes"]
                for at, mention in enumerate(findings.places)
                if mention in here and mention.place.span
            }
            told = places_told(findings, trigger, chances)
            names = [one.place.span for one in told if one.place.span]
            wanted = _words(findings, [span_of([one]) for one in event["locations"]])
            said = _words(findings, names)
            parts = ("all", "located" if wanted else None, PARTS.get(event["source"]))
            for part in parts:
                if part is not None:
                    _count(tallies.setdefault(part, Tally()), wanted, said)
    return tallies


def places_told(
    findings: Findings, trigger: Trigger, chances: Mapping[int, float]
) -> list[PlaceMention]:
    """Return where an event happened, as the coder chooses, and the places listed with it.

    ``chances`` has the probability of each place of the event's sentence, by its index.
    """
    event = Happening(trigger, {SOME: 1.0, NONE: 0.0}, places=dict(chances))
    chosen = place_of(findings, [event], Thresholds().place)
    if chosen is None:
        return []
    own = next(at for at, one in enumerate(findings.places) if one.place is chosen)
    list_of = listed(findings, event)
    return [
        one
        for at, one in enumerate(findings.places)
        if at == own
        or (own in list_of and at in list_of)
        or _is_beside(findings, findings.places[own], one)
    ]


def _is_beside(findings: Findings, own: PlaceMention, other: PlaceMention) -> bool:
    """Whether a place stands in a list with another: "the villages of X and Y", "X and Y camps"."""
    doc = findings.document.doc
    joined = {token.i for token in doc[own.head].conjuncts}
    if other.head in joined:
        return True
    alike = own.level == other.level or {own.level, other.level} == {"settlement", "site"}
    mine, its = whole(doc[own.head]), whole(doc[other.head])
    listed_so = any(token.dep_ == "cc" for token in mine.subtree)
    return alike and mine.i == its.i and listed_so and not glosses(findings, other)


def found(rows: list[dict[str, Any]], gazetteer: Gazetteer) -> Iterator[Findings]:
    """Yield what is found in each record's text, in order."""
    table = actor_table()
    reports = [Report(id=row["id"], text=row["text"]) for row in rows]
    for document in parse(reports):
        yield find(document, gazetteer, table)


def trigger_at(findings: Findings, span: Offsets) -> Trigger:
    """Return the trigger at a span of the text, or one made of its words where none was found."""
    doc = findings.document.doc
    for trigger in findings.triggers:
        start, end = findings.document.offsets(trigger.first, trigger.last)
        if start < span[1] and end > span[0]:
            return trigger
    tokens = _words(findings, [span]) or {0}
    first, last = min(tokens), max(tokens) + 1
    head = doc[first:last].root
    return Trigger(
        index=-1,
        sentence=findings.document.sentence_of[head.i],
        first=first,
        last=last,
        head=head.i,
        lemma=head.lemma_.lower(),
        concepts=(),
        rows=(),
    )


def is_whole(text: str, event: dict[str, Any]) -> bool:
    """Return whether all spans of an event's locations hold whole words."""
    for one in event["locations"]:
        start, end = one["start"], one["end"]
        inside = text[max(0, start - 1) : start].isalnum() and text[start : start + 1].isalnum()
        cut = text[end - 1 : end].isalnum() and text[end : end + 1].isalnum()
        if not any(sign.isalnum() for sign in text[start:end]) or inside or cut:
            return False
    return True


def in_sentence(findings: Findings, trigger: Trigger) -> Sequence[PlaceMention]:
    """Return the places of the trigger's sentence."""
    return findings.within(findings.places, trigger.sentence)


def span_of(spans: list[dict[str, Any]]) -> Offsets:
    """Return the span from the first of some gold spans to the last."""
    return min(one["start"] for one in spans), max(one["end"] for one in spans)


def records(gold: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a gold file; see ``measure`` for errors."""
    with gold.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            try:
                row = json.loads(line)
                row["id"], row["text"]
                for event in row["events"]:
                    event["verb"][0]["start"], event["locations"], event["source"]
            except (ValueError, KeyError, TypeError, IndexError) as error:
                raise UsageError(f"{gold}:{number}: not a gold record ({error})") from error
            yield row


def _words(findings: Findings, spans: list[Offsets]) -> set[int]:
    """The tokens that the spans touch, punctuation and space aside."""
    out = set()
    for token in findings.document.doc:
        if token.is_punct or token.is_space:
            continue
        start, end = findings.document.offsets(token.i, token.i + 1)
        if any(start < last and end > first for first, last in spans):
            out.add(token.i)
    return out


def _count(tally: Tally, wanted: set[int], said: set[int]) -> None:
    tally.events += 1
    tally.gold += len(wanted)
    tally.predicted += len(said)
    tally.right += len(wanted & said)
    tally.exact += wanted == said
